package io.loyalty.metrics.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Charts do not depend on unit or sign, and do what naive definitions say. */
class ControlChartProperties {

    @Property(seed = "511", tries = 300)
    void unitAndOriginDoNotMatter(@ForAll @Size(min = 2, max = 30) List<@IntRange(min = -50, max = 50) Integer> data) {
        // Powers of two and whole numbers, so that no rounding moves a point over a line.
        double[] plain = data.stream().mapToDouble(x -> x).toArray();
        double[] scaled = Arrays.stream(plain).map(x -> 4 * x + 1024).toArray();
        ChartBaseline first = ChartBaseline.known(0, 16);
        ChartBaseline second = ChartBaseline.known(1024, 64);
        assertEquals(shewhart(first, plain), shewhart(second, scaled));
        assertEquals(cusum(first, plain), cusum(second, scaled));
    }

    @Property(seed = "512", tries = 300)
    void mirroredValuesSignalOnTheOtherSide(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -50, max = 50) Integer> data) {
        double[] plain = data.stream().mapToDouble(x -> x).toArray();
        double[] mirrored = Arrays.stream(plain).map(x -> -x).toArray();
        ChartBaseline baseline = ChartBaseline.known(0, 16);
        assertEquals(shewhart(baseline, plain), shewhart(baseline, mirrored));
        List<CusumPoint> up = CusumChart.withDefaults().monitor(baseline, plain).points();
        List<CusumPoint> down =
                CusumChart.withDefaults().monitor(baseline, mirrored).points();
        List<EwmaPoint> above =
                EwmaChart.withDefaults().monitor(baseline, plain).points();
        List<EwmaPoint> below =
                EwmaChart.withDefaults().monitor(baseline, mirrored).points();
        for (int i = 0; i < plain.length; i++) {
            assertEquals(up.get(i).upward(), down.get(i).downward());
            assertEquals(up.get(i).onset(), down.get(i).onset());
            assertEquals(
                    above.get(i).signal().isPresent(), below.get(i).signal().isPresent());
            assertEquals(
                    -above.get(i).average().orElseThrow(),
                    below.get(i).average().orElseThrow(),
                    0.0);
        }
    }

    @Property(seed = "513", tries = 300)
    void cusumIsTheLargestSumOfARecentStretch(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -50, max = 50) Integer> data) {
        double[] values = data.stream().mapToDouble(x -> x).toArray();
        List<CusumPoint> points = CusumChart.withDefaults()
                .monitor(ChartBaseline.known(0, 16), values)
                .points();
        for (int end = 0; end < values.length; end++) {
            double largest = 0;
            double sum = 0;
            for (int start = end; start >= 0; start--) {
                sum += values[start] - 8;
                largest = Math.max(largest, sum);
            }
            assertEquals(largest, points.get(end).upward().orElseThrow());
        }
    }

    @Property(seed = "514", tries = 300)
    void ewmaIsAWeightedSum(@ForAll @Size(min = 1, max = 20) List<@IntRange(min = -50, max = 50) Integer> data) {
        double[] values = data.stream().mapToDouble(x -> x).toArray();
        List<EwmaPoint> points = EwmaChart.withDefaults()
                .monitor(ChartBaseline.known(7, 16), values)
                .points();
        int last = values.length - 1;
        double expected = 7 * Math.pow(0.8, values.length);
        for (int i = 0; i <= last; i++) {
            expected += 0.2 * Math.pow(0.8, last - i) * values[i];
        }
        assertEquals(expected, points.get(last).average().orElseThrow(), 1e-13);
        double variance = 0;
        for (int i = 0; i <= last; i++) {
            variance += Math.pow(0.2 * Math.pow(0.8, i), 2);
        }
        assertEquals(7 + 48 * Math.sqrt(variance), points.get(last).upper().orElseThrow(), 1e-12);
    }

    @Property(seed = "515", tries = 4)
    void steadyProcessSignalsAsOftenAsTheLiteratureSays(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 60_000;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        ChartBaseline baseline = ChartBaseline.known(0, 1);
        // The first rule alone: once in 370; standard error of the count some 13.
        long beyond = IndividualsChart.withDefaults()
                .with(Set.of(WesternElectricRule.BEYOND_THREE_SIGMA))
                .monitor(baseline, values)
                .signals()
                .size();
        assertEquals(n * 0.0026998, beyond, 60);
        // Champ and Woodall: 91.75 values on average until the first signal of any rule, starting anew after each.
        int runs = 0;
        int start = 0;
        IndividualsChart chart = IndividualsChart.withDefaults();
        while (start < n) {
            double[] rest = Arrays.copyOfRange(values, start, Math.min(n, start + 3000));
            List<ShewhartPoint> signals = chart.monitor(baseline, rest).signals();
            if (signals.isEmpty()) {
                break;
            }
            start += signals.get(0).index() + 1;
            runs++;
        }
        double length = (double) start / runs;
        assertTrue(length > 80 && length < 104, () -> "mean run length " + length);
    }

    private static List<?> shewhart(ChartBaseline baseline, double[] values) {
        return IndividualsChart.withDefaults().monitor(baseline, values).points().stream()
                .map(ShewhartPoint::broken)
                .toList();
    }

    private static List<?> cusum(ChartBaseline baseline, double[] values) {
        return CusumChart.withDefaults().monitor(baseline, values).points().stream()
                .map(CusumPoint::signal)
                .toList();
    }
}
