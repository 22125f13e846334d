package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Bootstrap SEVEN = Bootstrap.withSeed(7);
    private static final double[] SKEWED = {1, 2, 2, 3, 3, 4, 5, 8, 13, 40};

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double sd(double[] values) {
        return Math.sqrt(SampleSummary.of(values).squaredDeviations() / values.length);
    }

    @Test
    void errorOfAMeanIsThatOfItsFormula() {
        Estimate found = SEVEN.withResamples(20_000).mean(SKEWED);
        assertEquals(8.1, found.value().orElseThrow(), 1e-15);
        assertEquals(sd(SKEWED) / Math.sqrt(10), found.standardError().orElseThrow(), 0.05);
        assertEquals(10, found.n());
    }

    @Test
    void intervalsAgreeWithSciPyUpToChance() {
        for (Reference row : Reference.rows("bootstrap.csv")) {
            List<double[]> groups = row.groups("groups");
            for (BootstrapInterval method : BootstrapInterval.values()) {
                Bootstrap bootstrap = SEVEN.withResamples(100_000).with(method);
                Estimate found = estimate(bootstrap, row.text("statistic"), groups);
                Interval interval = found.interval().orElseThrow();
                assertEquals(method.toString(), interval.method());
                double error = row.number("error");
                String name = method == BootstrapInterval.BCA ? "bca" : "percentile";
                // The quantiles of 100,000 resamples are good to some hundredths of the standard error.
                assertEquals(row.number(name + "_lower"), interval.lower(), 0.06 * error, row::toString);
                assertEquals(row.number(name + "_upper"), interval.upper(), 0.06 * error, row::toString);
                assertEquals(error, found.standardError().orElseThrow(), 0.03 * error, row::toString);
            }
        }
    }

    private static Estimate estimate(Bootstrap bootstrap, String statistic, List<double[]> groups) {
        return switch (statistic) {
            case "mean" -> bootstrap.mean(groups.get(0));
            case "sd" -> bootstrap.of(groups.get(0), BootstrapTest::sd);
            case "difference" -> bootstrap.differenceOfMeans(groups.get(0), groups.get(1));
            default -> bootstrap.ofGroups(groups, drawn -> mean(drawn.get(0)) / mean(drawn.get(1)));
        };
    }

    @Test
    void fastPathsDrawTheSameResamplesAsTheGeneralOnes() {
        double[] other = {2, 2, 5, 6, 7, 30};
        for (BootstrapInterval method : BootstrapInterval.values()) {
            Bootstrap bootstrap = SEVEN.with(method);
            assertClose(bootstrap.of(SKEWED, BootstrapTest::mean), bootstrap.mean(SKEWED));
            assertClose(
                    bootstrap.ofGroups(List.of(SKEWED, other), drawn -> mean(drawn.get(0)) - mean(drawn.get(1))),
                    bootstrap.differenceOfMeans(SKEWED, other));
        }
    }

    private static void assertClose(Estimate expected, Estimate actual) {
        assertEquals(expected.value().orElseThrow(), actual.value().orElseThrow(), 1e-12);
        assertEquals(
                expected.standardError().orElseThrow(), actual.standardError().orElseThrow(), 1e-12);
        Interval interval = expected.interval().orElseThrow();
        // Whether a resample ties with the sample may fall to rounding, and move the bias by a hair.
        assertEquals(interval.lower(), actual.interval().orElseThrow().lower(), 0.05);
        assertEquals(interval.upper(), actual.interval().orElseThrow().upper(), 0.1);
    }

    @Test
    void seedDecidesEverything() {
        assertEquals(SEVEN.mean(SKEWED), Bootstrap.withSeed(7).mean(SKEWED));
        assertNotEquals(SEVEN.mean(SKEWED), Bootstrap.withSeed(8).mean(SKEWED));
    }

    @Test
    void drawsAreUniform() {
        int n = 7;
        double[] values = new double[n];
        Arrays.setAll(values, i -> i);
        double[] drawn = new double[n];
        long[] counts = new long[n];
        for (int b = 0; b < 10_000; b++) {
            new ResampleDraws(3, b, 0).fill(values, drawn);
            for (double value : drawn) {
                counts[(int) value]++;
            }
        }
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(count -> (count - 10_000.0) * (count - 10_000.0) / 10_000)
                .sum();
        assertTrue(ChiSquare.sf(6, chiSquare) > 0.01, () -> "" + chiSquare);
    }

    @Test
    void largeValuesKeepTheirDigits() {
        double[] shifted = Arrays.stream(SKEWED).map(x -> x + 1e12).toArray();
        double near = SEVEN.mean(SKEWED).standardError().orElseThrow();
        assertEquals(near, SEVEN.mean(shifted).standardError().orElseThrow(), 1e-4);
    }

    @Test
    void bcaRefusesFewerThanFiveInAGroup() {
        Estimate found = SEVEN.differenceOfMeans(SKEWED, new double[] {1, 2, 3, 4});
        assertEquals(
                "BCa needs five values in each group", found.standardError().reason());
        assertEquals(Optional.empty(), found.interval());
        assertEquals(5.6, found.value().orElseThrow(), 1e-14);
        assertTrue(SEVEN.with(BootstrapInterval.PERCENTILE)
                .differenceOfMeans(SKEWED, new double[] {1, 2, 3, 4})
                .interval()
                .isPresent());
        assertTrue(SEVEN.mean(1, 2, 3, 4, 9).interval().isPresent());
    }

    @Test
    void constantOrEmptyDataHaveNoInterval() {
        Estimate constant = SEVEN.mean(3, 3, 3, 3, 3, 3);
        assertEquals(Measure.of(3), constant.value());
        assertEquals("all resamples give the same", constant.standardError().reason());
        assertEquals(Optional.empty(), constant.interval());
        assertEquals("no values", SEVEN.mean().value().reason());
        assertEquals(
                "nobody in a group",
                SEVEN.differenceOfMeans(SKEWED, new double[0]).value().reason());
    }

    @Test
    void figuresThatAreNotFiniteAreUndefined() {
        ToDoubleFunction<double[]> ratio = values -> values[0] / Math.max(0, values[1] - 2);
        assertEquals(
                "a figure that is not finite for the sample or a resample",
                SEVEN.of(SKEWED, ratio).value().reason());
    }

    @Test
    void statisticMayReorderItsArgument() {
        double[] values = SKEWED.clone();
        Estimate median = SEVEN.of(values, drawn -> {
            Arrays.sort(drawn);
            return (drawn[4] + drawn[Math.min(5, drawn.length - 1)]) / 2;
        });
        assertEquals(3.5, median.value().orElseThrow());
        assertEquals(Arrays.toString(SKEWED), Arrays.toString(values));
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals("resamples must be at least 2: 1", Reference.refusal(() -> SEVEN.withResamples(1)));
        assertEquals("values[1] must be finite: NaN", Reference.refusal(() -> SEVEN.mean(1, Double.NaN)));
        assertEquals("groups must not be empty", Reference.refusal(() -> SEVEN.ofGroups(List.of(), groups -> 0)));
        assertEquals("confidence must be in (0, 1): 1.0", Reference.refusal(() -> SEVEN.withConfidence(1)));
    }

    @Test
    void quantilesLieBetweenOrderStatistics() {
        double[] figures = {8, 0, 1, 7, 2, 6, 3, 5, 4, 10};
        Interval half = new BootstrapReplicates(4, figures, 3)
                .estimate(BootstrapInterval.PERCENTILE, 0.5, () -> 0)
                .interval()
                .orElseThrow();
        // Places 0.25 × 9 and 0.75 × 9 of 0 1 2 3 4 5 6 7 8 10.
        assertEquals(2.25, half.lower(), 1e-14);
        assertEquals(6.75, half.upper(), 1e-14);
    }

    @Test
    void biasCountsEqualFiguresAsHalves() {
        // Nine of twelve below 7 and two equal: a share of 10 / 12, and nothing is skewed.
        double[] figures = {1, 2, 3, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7, 9};
        Interval found = new BootstrapReplicates(7, figures, 3)
                .estimate(BootstrapInterval.BCA, 0.5, () -> 0)
                .interval()
                .orElseThrow();
        double bias = Normal.quantile(10.0 / 12);
        double place = 11 * Normal.cdf(2 * bias - Normal.isf(0.25));
        assertEquals(7, figures[9]);
        assertTrue(place > 9 && place < 10, () -> "" + place);
        assertEquals(7, found.lower());
        double upper = 11 * Normal.cdf(2 * bias + Normal.isf(0.25));
        assertEquals(7 + (upper - 10) * 2, found.upper(), 1e-12);
    }

    @Test
    void extremeSkewnessReadsTheLastFigureOrGivesUp() {
        double[] figures = new double[20];
        Arrays.setAll(figures, i -> i);
        Interval last = new BootstrapReplicates(18.5, figures.clone(), 3)
                .estimate(BootstrapInterval.BCA, 0.95, () -> 0.26)
                .interval()
                .orElseThrow();
        assertEquals(19, last.upper());
        assertEquals(
                Optional.empty(),
                new BootstrapReplicates(18.5, figures.clone(), 3)
                        .estimate(BootstrapInterval.BCA, 0.95, () -> 0.3)
                        .interval());
        assertEquals(
                Optional.empty(),
                new BootstrapReplicates(20, figures.clone(), 3)
                        .estimate(BootstrapInterval.BCA, 0.95, () -> 0)
                        .interval());
    }

    @Test
    void drawsAreThoseOfAnyOtherSplitMix() {
        // Python 3.11: places drawn by SplitMix64 of the twice mixed seed, by the high word of 12 times the random
        // word.
        double[] places = new double[12];
        Arrays.setAll(places, i -> i);
        double[] drawn = new double[12];
        new ResampleDraws(7, 0, 0).fill(places, drawn);
        assertArrayEquals(new double[] {7, 4, 11, 1, 6, 9, 6, 1, 10, 9, 2, 5}, drawn);
        new ResampleDraws(7, 41, 2).fill(places, drawn);
        assertArrayEquals(new double[] {6, 7, 8, 7, 8, 0, 3, 4, 4, 7, 2, 3}, drawn);
        assertEquals(59, new ResampleDraws(7, 41, 2).sum(places));
    }

    @Test
    void moreConfidenceWidensTheInterval() {
        Interval usual = SEVEN.mean(SKEWED).interval().orElseThrow();
        Interval wide = SEVEN.withConfidence(0.99).mean(SKEWED).interval().orElseThrow();
        assertEquals(0.99, wide.confidence());
        assertTrue(wide.lower() < usual.lower() && wide.upper() > usual.upper());
    }

    @Test
    void emptyGroupsHaveNoFigureOfAnyKind() {
        assertEquals(
                Estimate.undefined("nobody in a group", 10),
                SEVEN.ofGroups(List.of(SKEWED, new double[0]), groups -> 1));
    }

    @Test
    void methodsHaveNames() {
        assertEquals("bootstrap percentile", BootstrapInterval.PERCENTILE.toString());
        assertEquals("bootstrap BCa", BootstrapInterval.BCA.toString());
    }
}
