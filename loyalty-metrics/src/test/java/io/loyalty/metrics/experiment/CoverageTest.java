package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Binomial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exact coverage of intervals and exact levels of tests: every outcome of two small groups, weighted by its probability. */
class CoverageTest {

    private static final int N1 = 14;
    private static final int N2 = 9;
    private static final List<double[]> POINTS = points();

    private static List<double[]> points() {
        List<double[]> points = new ArrayList<>();
        for (double p1 = 0.025; p1 < 1; p1 += 0.05) {
            for (double p2 = 0.025; p2 < 1; p2 += 0.05) {
                points.add(new double[] {p1, p2});
            }
        }
        return points;
    }

    private static double probability(double[] point, int x1, int x2) {
        return Binomial.pmf(N1, point[0], x1) * Binomial.pmf(N2, point[1], x2);
    }

    /** Mean and smallest coverage over all points. */
    private static double[] coverage(ProportionInterval method) {
        Interval[][] intervals = new Interval[N1 + 1][N2 + 1];
        for (int x1 = 0; x1 <= N1; x1++) {
            for (int x2 = 0; x2 <= N2; x2++) {
                intervals[x1][x2] = method.of(SuccessCounts.of(x1, N1), SuccessCounts.of(x2, N2), 0.95);
            }
        }
        double sum = 0;
        double least = 1;
        for (double[] point : POINTS) {
            double covered = 0;
            for (int x1 = 0; x1 <= N1; x1++) {
                for (int x2 = 0; x2 <= N2; x2++) {
                    covered += intervals[x1][x2].contains(point[0] - point[1]) ? probability(point, x1, x2) : 0;
                }
            }
            sum += covered;
            least = Math.min(least, covered);
        }
        return new double[] {sum / POINTS.size(), least};
    }

    @Test
    void intervalsOfSharesCoverNearTheirLevel() {
        Map<ProportionInterval, double[]> floors = new EnumMap<>(Map.of(
                ProportionInterval.NEWCOMBE, new double[] {0.95, 0.90},
                ProportionInterval.AGRESTI_CAFFO, new double[] {0.95, 0.92},
                ProportionInterval.MIETTINEN_NURMINEN, new double[] {0.945, 0.91}));
        floors.forEach((method, floor) -> {
            double[] found = coverage(method);
            assertTrue(found[0] >= floor[0] && found[0] < 0.98, () -> method + " on average " + found[0]);
            assertTrue(found[1] >= floor[1], () -> method + " at least " + found[1]);
        });
    }

    @Test
    void fishersTestNeverExceedsItsLevel() {
        double[][] p = new double[N1 + 1][N2 + 1];
        for (int x1 = 0; x1 <= N1; x1++) {
            for (int x2 = 0; x2 <= N2; x2++) {
                p[x1][x2] =
                        FisherExact.pValue(SuccessCounts.of(x1, N1), SuccessCounts.of(x2, N2), Alternative.TWO_SIDED);
            }
        }
        for (double share = 0.05; share < 1; share += 0.05) {
            double[] point = {share, share};
            for (double level : new double[] {0.001, 0.01, 0.05, 0.3}) {
                double rejected = 0;
                for (int x1 = 0; x1 <= N1; x1++) {
                    for (int x2 = 0; x2 <= N2; x2++) {
                        rejected += p[x1][x2] <= level ? probability(point, x1, x2) : 0;
                    }
                }
                assertTrue(rejected <= level, "at " + share + " and " + level + ": " + rejected);
            }
        }
    }

    @Test
    void exactRankTestsNeverExceedTheirLevelAndTheirPValuesAddUp() {
        // All ways to choose 4 of 10 values, with ties.
        double[] pool = {1, 1, 2, 3, 3, 3, 5, 8, 8, 9};
        List<Double> pValues = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << 10; chosen++) {
            if (Integer.bitCount(chosen) == 4) {
                double[] first = new double[4];
                double[] second = new double[6];
                int i = 0;
                int j = 0;
                for (int bit = 0; bit < 10; bit++) {
                    if ((chosen >> bit & 1) == 1) {
                        first[i++] = pool[bit];
                    } else {
                        second[j++] = pool[bit];
                    }
                }
                pValues.add(MannWhitney.withDefaults()
                        .compare(first, second)
                        .test()
                        .pValue()
                        .orElseThrow());
            }
        }
        assertEquals(210, pValues.size());
        // A permutation p-value is the share of choices that are as extreme: exactly its own level.
        for (double p : pValues) {
            long asExtreme =
                    pValues.stream().filter(other -> other <= p + 1e-12).count();
            assertEquals(asExtreme / 210.0, p, 1e-14);
        }
    }
}
