package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
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
}
