package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    private static final MannWhitney DEFAULTS = MannWhitney.withDefaults();
    private static final MannWhitney NORMAL = DEFAULTS.with(RankTest.NORMAL);

    private static double p(MannWhitney comparison, double[] first, double[] second) {
        return comparison.compare(first, second).test().pValue().orElseThrow();
    }

    @Test
    void statisticCountsPairsAndTiesAsHalves() {
        RankComparison found = DEFAULTS.compare(new double[] {3, 5, 5}, new double[] {1, 5});
        // 3 > 1, 5 > 1, 5 = 5, 5 > 1, 5 = 5; 3 < 5.
        assertEquals(Measure.of(4), found.test().statistic());
        assertEquals(4.0 / 6, found.superiority().value().orElseThrow(), 1e-15);
        assertEquals(5, found.superiority().n());
    }

    @Test
    void smallestSamplesAreExact() {
        // 3! = 6 orders, one of them as extreme on each side.
        assertEquals(2.0 / 3, p(DEFAULTS, new double[] {3}, new double[] {1, 2}), 1e-15);
        assertEquals(1.0 / 3, p(DEFAULTS.with(Alternative.GREATER), new double[] {3}, new double[] {1, 2}), 1e-15);
        assertEquals(1.0, p(DEFAULTS.with(Alternative.LESS), new double[] {3}, new double[] {1, 2}), 1e-15);
        assertEquals(1.0, p(DEFAULTS, new double[] {2}, new double[] {1}), 1e-15);
        assertEquals(
                "Mann-Whitney, exact",
                DEFAULTS.compare(new double[] {2}, new double[] {1}).test().test());
    }

    @Test
    void centreOfTheDistributionHasPValueOne() {
        assertEquals(1.0, p(DEFAULTS, new double[] {1, 4}, new double[] {2, 3}));
        assertEquals(1.0, p(NORMAL, new double[] {1, 4}, new double[] {2, 3}));
        assertEquals(1.0, p(DEFAULTS, new double[] {2}, new double[] {1, 3}));
    }

    @Test
    void testsAgreeWithSciPy() {
        for (Reference row : Reference.rows("mann_whitney.csv")) {
            MannWhitney test = row.text("method").equals("exact") ? DEFAULTS : NORMAL;
            double[] first = row.numbers("first");
            double[] second = row.numbers("second");
            row.check("u", 0, test.compare(first, second).test().statistic());
            row.check("two_sided", 1e-12, p(test, first, second));
            row.check("greater", 1e-12, p(test.with(Alternative.GREATER), first, second));
            row.check("less", 1e-12, p(test.with(Alternative.LESS), first, second));
        }
    }

    @Test
    void allTiedHasNoTest() {
        RankComparison found = DEFAULTS.compare(new double[] {2, 2, 2}, new double[] {2, 2});
        assertEquals("all values are equal", found.test().pValue().reason());
        assertEquals(Measure.of(0.5), found.superiority().value());
        assertEquals(Measure.of(3), found.test().statistic());
        assertEquals(Optional.empty(), found.superiority().interval());
        assertEquals(
                "all values are equal",
                DEFAULTS.compare(new double[] {2}, new double[] {2})
                        .test()
                        .pValue()
                        .reason());
        assertEquals(
                "nobody in a group",
                DEFAULTS.compare(new double[] {2}, new double[0])
                        .test()
                        .pValue()
                        .reason());
    }

    @Test
    void deLongsErrorIsTheVarianceOfPlacements() {
        double[] first = {3, 5, 5, 8, 2};
        double[] second = {1, 5, 4, 2};
        RankComparison found = DEFAULTS.compare(first, second);
        double[] ofFirst = Arrays.stream(first).map(x -> placement(x, second)).toArray();
        double[] ofSecond =
                Arrays.stream(second).map(y -> 1 - placement(y, first)).toArray();
        double variance = SampleSummary.of(ofFirst).variance().orElseThrow() / 5
                + SampleSummary.of(ofSecond).variance().orElseThrow() / 4;
        double error = found.superiority().standardError().orElseThrow();
        assertEquals(Math.sqrt(variance), error, 1e-15);
        double share = found.superiority().value().orElseThrow();
        Interval interval = found.superiority().interval().orElseThrow();
        double half = 1.959963984540054 * error / (share * (1 - share));
        assertEquals(1 / (1 + Math.exp(-(Math.log(share / (1 - share)) - half))), interval.lower(), 1e-14);
        assertEquals(1 / (1 + Math.exp(-(Math.log(share / (1 - share)) + half))), interval.upper(), 1e-14);
    }

    private static double placement(double value, double[] others) {
        return Arrays.stream(others)
                .map(other -> other < value ? 1 : other == value ? 0.5 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void groupsThatDoNotOverlapHaveNoInterval() {
        RankComparison found = DEFAULTS.compare(new double[] {4, 5, 6}, new double[] {1, 2, 3});
        assertEquals(Measure.of(1), found.superiority().value());
        assertEquals("no variance of ranks", found.superiority().standardError().reason());
        assertEquals(Optional.empty(), found.superiority().interval());
        assertEquals(0.1, found.test().pValue().orElseThrow(), 1e-15);
    }

    @Test
    void infinitiesAreRanksAndZerosAreEqual() {
        RankComparison found = DEFAULTS.compare(
                new double[] {Double.POSITIVE_INFINITY, -0.0}, new double[] {0.0, Double.NEGATIVE_INFINITY});
        assertEquals(Measure.of(3.5), found.test().statistic());
        assertEquals(
                "second[1] must be a number: NaN",
                Reference.refusal(() -> DEFAULTS.compare(new double[] {1}, new double[] {1, Double.NaN})));
    }

    @Test
    void inputsAreLeftInTheirOrder() {
        double[] first = {3, 1, 2};
        double[] second = {9, -8};
        DEFAULTS.compare(first, second);
        assertArrayEquals(new double[] {3, 1, 2}, first);
        assertArrayEquals(new double[] {9, -8}, second);
    }

    @Test
    void longColumnsAreSortedLikeShortOnes() {
        SplittableRandom random = new SplittableRandom(5);
        for (int shape = 0; shape < 4; shape++) {
            int kind = shape;
            double[] values = random.doubles(5_000, -1e6, 1e6)
                    .map(x -> kind == 0
                            ? x
                            : kind == 1 ? Math.rint(x / 1e4) : kind == 2 ? Math.exp(x / 2e3) : -Math.abs(x))
                    .toArray();
            long[] keys = OrderedKeys.of(values, "values");
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            long[] expected = Arrays.stream(sorted).mapToLong(OrderedKeys::key).toArray();
            Arrays.sort(expected);
            assertArrayEquals(expected, keys);
        }
    }

    @Test
    void aMillionAgainstAMillionDoesNotOverflow() {
        double[] first = new double[1_000_000];
        double[] second = new double[1_000_000];
        Arrays.setAll(first, i -> i % 1000);
        Arrays.setAll(second, i -> i % 1000 - 1);
        RankComparison found = DEFAULTS.compare(first, second);
        // x beats y where y <= x: of 1,000 x 1,000 pairs of levels, those with j - 1 < i plus half of those with j - 1
        // = i.
        assertEquals(
                (500_500 - 1 + 999 / 2.0 + 0.5) / 1e6,
                found.superiority().value().orElseThrow(),
                1e-6);
        double n = 2e6;
        double ties = 999 * 2000.0 * (2000.0 * 2000 - 1) + 2 * 1000.0 * (1000.0 * 1000 - 1);
        double sd = Math.sqrt(1e12 / 12 * (n + 1 - ties / (n * (n - 1))));
        double z = (found.test().statistic().orElseThrow() - 0.5e12 - 0.5) / sd;
        assertEquals(2 * Normal.sf(z), found.test().pValue().orElseThrow(), 1e-15);
        assertTrue(found.test().pValue().orElseThrow() < 0.02);
    }

    @Test
    void confidenceChangesTheInterval() {
        double[] first = {3, 5, 5, 8, 2};
        double[] second = {1, 5, 4, 2};
        Interval wide = DEFAULTS.withConfidence(0.99)
                .compare(first, second)
                .superiority()
                .interval()
                .orElseThrow();
        Interval narrow =
                DEFAULTS.compare(first, second).superiority().interval().orElseThrow();
        assertTrue(wide.lower() < narrow.lower() && wide.upper() > narrow.upper());
        assertEquals("confidence must be in (0, 1): 2.0", Reference.refusal(() -> DEFAULTS.withConfidence(2)));
    }

    @Test
    void fourThousandPairsAreTheMostThatAreCounted() {
        double[] first = new double[40];
        double[] second = new double[100];
        Arrays.setAll(first, i -> 3 * i);
        Arrays.setAll(second, i -> 2 * i);
        assertEquals(
                "Mann-Whitney, exact", DEFAULTS.compare(first, second).test().test());
        assertEquals(
                "Mann-Whitney",
                DEFAULTS.compare(first, Arrays.copyOf(second, 101)).test().test());
    }

    @Test
    void twoValuesInEachGroupHaveAnError() {
        RankComparison found = DEFAULTS.compare(new double[] {1, 4}, new double[] {2, 3});
        // Placements 0 1 and 1/2 1/2.
        assertEquals(0.5, found.superiority().standardError().orElseThrow(), 1e-15);
        assertEquals(
                "a group of a single value",
                DEFAULTS.compare(new double[] {1, 4}, new double[] {2})
                        .superiority()
                        .standardError()
                        .reason());
        assertEquals(
                "no variance of ranks",
                DEFAULTS.compare(new double[] {3, 4}, new double[] {1, 2})
                        .superiority()
                        .standardError()
                        .reason());
        assertEquals(
                2, DEFAULTS.compare(new double[2], new double[0]).superiority().n());
        assertEquals(found.superiority() + ", " + found.test(), found.toString());
    }
}
