package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Exact coverage by enumeration of all samples, at shares drawn from Dirichlet distributions with a fixed seed: the figures of the
 * table in {@link NetInterval} again, as far as 300 other points allow.
 */
class NetIntervalCoverageTest {

    private static final double[] TYPICAL = {2, 2, 4};
    private static final double[] EXTREME = {0.4, 0.6, 4};
    private static final int POINTS = 300;

    @Test
    void adjustedWaldKeepsItsFloorWhereSharesAreExtreme() {
        check(NetInterval.ADJUSTED_WALD, 10, TYPICAL, 0.948, 0.005, 0.89);
        check(NetInterval.ADJUSTED_WALD, 10, EXTREME, 0.949, 0.01, 0.86);
        check(NetInterval.ADJUSTED_WALD, 20, EXTREME, 0.956, 0.01, 0.90);
        check(NetInterval.ADJUSTED_WALD, 50, EXTREME, 0.958, 0.01, 0.92);
    }

    @Test
    void scoreIsNearTheNominalLevel() {
        check(NetInterval.SCORE, 10, TYPICAL, 0.960, 0.005, 0.93);
        check(NetInterval.SCORE, 10, EXTREME, 0.956, 0.01, 0.84);
        check(NetInterval.SCORE, 20, EXTREME, 0.957, 0.01, 0.84);
        check(NetInterval.SCORE, 50, EXTREME, 0.955, 0.01, 0.87);
    }

    @Test
    void mayJohnsonLiesBetween() {
        check(NetInterval.MAY_JOHNSON, 10, TYPICAL, 0.945, 0.005, 0.75);
        check(NetInterval.MAY_JOHNSON, 10, EXTREME, 0.891, 0.02, 0.55);
        check(NetInterval.MAY_JOHNSON, 20, EXTREME, 0.918, 0.02, 0.55);
        check(NetInterval.MAY_JOHNSON, 50, EXTREME, 0.926, 0.02, 0.55);
    }

    @Test
    void waldAndTrinomialTFailWhereSharesAreExtreme() {
        check(NetInterval.WALD, 10, TYPICAL, 0.886, 0.01, 0.4);
        check(NetInterval.TRINOMIAL_T, 10, TYPICAL, 0.927, 0.01, 0.4);
        // The share of points with next to no chance of a mixed sample differs from draw to draw, and with it the mean.
        check(NetInterval.WALD, 10, EXTREME, 0.677, 0.05, 0);
        check(NetInterval.TRINOMIAL_T, 10, EXTREME, 0.695, 0.05, 0);
        check(NetInterval.WALD, 50, EXTREME, 0.866, 0.05, 0);
    }

    @Test
    void moverOfScoreIntervalsHoldsForDifferences() {
        List<Sample> samples = samples(10);
        Optional<?>[][] intervals = new Optional<?>[samples.size()][samples.size()];
        for (int i = 0; i < samples.size(); i++) {
            for (int j = 0; j < samples.size(); j++) {
                intervals[i][j] = NetInterval.SCORE.ofDifference(
                        samples.get(i).share(), samples.get(j).share(), 0.95, 1);
            }
        }
        SplittableRandom random = new SplittableRandom(7);
        for (int point = 0; point < 60; point++) {
            double[] first = dirichlet(TYPICAL, random);
            double[] second = dirichlet(point % 2 == 0 ? TYPICAL : EXTREME, random);
            double truth = (first[2] - first[0]) - (second[2] - second[0]);
            double coverage = 0;
            for (int i = 0; i < samples.size(); i++) {
                for (int j = 0; j < samples.size(); j++) {
                    if (((Interval) intervals[i][j].orElseThrow()).contains(truth)) {
                        coverage += samples.get(i).probability(first)
                                * samples.get(j).probability(second);
                    }
                }
            }
            assertTrue(coverage > 0.93, "coverage at point " + point + ": " + coverage);
        }
    }

    private static void check(NetInterval method, int n, double[] shape, double mean, double tolerance, double floor) {
        List<Sample> samples = samples(n);
        List<Interval> intervals = samples.stream()
                .map(sample -> method.of(sample.share(), 0.95, 1).orElseThrow())
                .toList();
        SplittableRandom random = new SplittableRandom(20_260_101);
        double sum = 0;
        double minimum = 1;
        for (int point = 0; point < POINTS; point++) {
            double[] shares = dirichlet(shape, random);
            double coverage = 0;
            for (int i = 0; i < samples.size(); i++) {
                if (intervals.get(i).contains(shares[2] - shares[0])) {
                    coverage += samples.get(i).probability(shares);
                }
            }
            sum += coverage;
            minimum = Math.min(minimum, coverage);
        }
        assertEquals(mean, sum / POINTS, tolerance, method + ", n = " + n);
        assertTrue(minimum >= floor, method + ", n = " + n + ": minimum " + minimum);
    }

    private static List<Sample> samples(int n) {
        List<Sample> samples = new ArrayList<>();
        for (int minus = 0; minus <= n; minus++) {
            for (int plus = 0; plus <= n - minus; plus++) {
                samples.add(new Sample(minus, n - minus - plus, plus, multinomial(minus, n - minus - plus, plus)));
            }
        }
        return samples;
    }

    private static double multinomial(int a, int b, int c) {
        double product = 1;
        for (int i = 1; i <= b; i++) {
            product *= (a + i) / (double) i;
        }
        for (int i = 1; i <= c; i++) {
            product *= (a + b + i) / (double) i;
        }
        return product;
    }

    private record Sample(int minus, int middle, int plus, double ways) {
        NetShare share() {
            double n = minus + middle + plus;
            return new NetShare(minus / n, plus / n, n);
        }

        double probability(double[] shares) {
            return ways * Math.pow(shares[0], minus) * Math.pow(shares[1], middle) * Math.pow(shares[2], plus);
        }
    }

    private static double[] dirichlet(double[] shape, SplittableRandom random) {
        double[] shares = new double[shape.length];
        double sum = 0;
        for (int i = 0; i < shape.length; i++) {
            shares[i] = gamma(shape[i], random);
            sum += shares[i];
        }
        for (int i = 0; i < shape.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Marsaglia and Tsang (2000); below 1 by the power of a uniform. */
    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
