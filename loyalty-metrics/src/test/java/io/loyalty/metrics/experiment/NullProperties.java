package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import net.jqwik.api.Example;

/** Under the null hypothesis p-values are uniform, and intervals cover at their level; by seeded simulation. */
class NullProperties {

    private static final int RUNS = 1_500;

    private final SplittableRandom random = new SplittableRandom(2026);

    /** Kolmogorov's distance from the uniform distribution; beyond 1.95/√n with probability 0.1 %. */
    private static void assertUniform(Supplier<TestResult> test) {
        double[] p = new double[RUNS];
        Arrays.setAll(p, run -> test.get().pValue().orElseThrow());
        Arrays.sort(p);
        double distance = 0;
        for (int i = 0; i < RUNS; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / RUNS - p[i], p[i] - (double) i / RUNS));
        }
        double found = distance;
        assertTrue(found < 1.95 / Math.sqrt(RUNS), () -> "distance " + found);
    }

    private double normal() {
        // Box and Muller, one half.
        return Math.sqrt(-2 * Math.log1p(-random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private double[] normals(int n, double mean, double sd) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> mean + sd * normal());
        return values;
    }

    @Example
    void pValuesOfWelchAndStudent() {
        assertUniform(() -> MeanComparison.withDefaults()
                .compare(normals(12, 3, 1), normals(30, 3, 4))
                .test());
        assertUniform(() -> MeanComparison.withDefaults()
                .with(VarianceAssumption.EQUAL)
                .with(Alternative.GREATER)
                .compare(normals(5, 3, 2), normals(9, 3, 2))
                .test());
    }

    @Example
    void pValuesOfRankTests() {
        assertUniform(() -> MannWhitney.withDefaults()
                .with(RankTest.NORMAL)
                .compare(normals(60, 3, 1), normals(90, 3, 1))
                .test());
        assertUniform(() -> SignedRank.withDefaults()
                .compare(normals(60, 3, 1), normals(60, 3, 1))
                .test());
    }

    @Example
    void pValuesOfManyGroups() {
        assertUniform(() -> KruskalWallis.of(List.of(normals(20, 1, 2), normals(25, 1, 2), normals(30, 1, 2)))
                .test());
        assertUniform(() -> WelchAnova.of(List.of(
                        SampleSummary.of(normals(15, 1, 1)),
                        SampleSummary.of(normals(20, 1, 2)),
                        SampleSummary.of(normals(30, 1, 4))))
                .test());
    }

    @Example
    void pValuesOfPairsAndCuped() {
        assertUniform(() -> PairedComparison.withDefaults()
                .compare(normals(8, 2, 1), normals(8, 2, 3))
                .test());
        assertUniform(
                () -> Cuped.withDefaults().compare(arm(60), arm(90)).adjusted().test());
    }

    /** Outcomes that follow a covariate, which one in five does not have. */
    private CovariateSummary arm(int n) {
        CovariateAccumulator sums = new CovariateAccumulator();
        for (int i = 0; i < n; i++) {
            double x = normal();
            double y = 2 * x + normal();
            if (random.nextInt(5) == 0) {
                sums.accept(y + 3);
            } else {
                sums.accept(y, x);
            }
        }
        return sums.snapshot();
    }

    @Example
    void pValuesOfAllocationChecks() {
        Allocation plan = Allocation.of(new ArmWeight("a", 1), new ArmWeight("b", 2), new ArmWeight("c", 2));
        assertUniform(() -> {
            long[] counts = new long[5];
            for (int i = 0; i < 1_500; i++) {
                counts[random.nextInt(5)]++;
            }
            return AllocationCheck.of(
                            plan, Map.of("a", counts[0], "b", counts[1] + counts[2], "c", counts[3] + counts[4]))
                    .test();
        });
    }

    @Example
    void intervalsOfSkewedMeansCover() {
        // Exponential values, 40 of each: BCa and Welch should miss the difference 0 in about 5 % of 400 samples.
        int bca = 0;
        int welch = 0;
        for (int run = 0; run < 400; run++) {
            double[] first = exponentials(40);
            double[] second = exponentials(40);
            bca += Bootstrap.withSeed(run)
                            .withResamples(500)
                            .differenceOfMeans(first, second)
                            .interval()
                            .orElseThrow()
                            .contains(0)
                    ? 0
                    : 1;
            welch += MeanComparison.withDefaults()
                            .compare(first, second)
                            .difference()
                            .interval()
                            .orElseThrow()
                            .contains(0)
                    ? 0
                    : 1;
        }
        assertTrue(bca >= 8 && bca <= 36, "BCa missed " + bca);
        assertTrue(welch >= 8 && welch <= 34, "Welch missed " + welch);
    }

    private double[] exponentials(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> -Math.log1p(-random.nextDouble()));
        return values;
    }

    @Example
    void confidenceSequencesCoverAllDaysTogether() {
        SequentialTest test = SequentialTest.withMixture(0.3);
        int missed = 0;
        for (int run = 0; run < 400; run++) {
            double[] first = normals(400, 1.2, 1);
            double[] second = normals(400, 1, 1);
            boolean covers = true;
            for (int n = 50; n <= 400; n += 50) {
                covers &= test.look(
                                SequentialState.START,
                                SampleSummary.of(Arrays.copyOf(first, n)),
                                SampleSummary.of(Arrays.copyOf(second, n)))
                        .difference()
                        .interval()
                        .orElseThrow()
                        .contains(0.2);
            }
            missed += covers ? 0 : 1;
        }
        int found = missed;
        assertTrue(found <= 20 + 9, () -> "missed " + found);
    }
}
