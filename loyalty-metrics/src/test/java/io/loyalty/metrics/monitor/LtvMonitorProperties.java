package io.loyalty.metrics.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.value.MarginTiming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The monitor on simulated series. */
class LtvMonitorProperties {

    @Property(seed = "531", tries = 60)
    void causesAddUpAndUnitsDoNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<LtvPeriod> periods = series(seed, 10, 6);
        List<LtvPeriod> inCents = periods.stream()
                .map(p -> new LtvPeriod(
                        p.start(),
                        p.base(),
                        p.retained(),
                        p.customers(),
                        p.orders(),
                        128 * p.revenue(),
                        128 * p.margin()))
                .toList();
        LtvMonitor monitor = LtvMonitor.of(MarginTiming.FIRST_MID_PERIOD, 10).withDiscount(0.01);
        LtvReport report = monitor.watch(periods);
        LtvReport other = monitor.watch(inCents);
        for (int i = 0; i < report.readings().size(); i++) {
            LtvReading reading = report.readings().get(i);
            ChangeDecomposition causes = reading.causes().orElseThrow();
            assertEquals(reading.value().orElseThrow() - report.baselineValue().orElseThrow(), causes.change(), 1e-11);
            assertEquals(reading.valueRules(), other.readings().get(i).valueRules());
            assertEquals(reading.movedDrivers(), other.readings().get(i).movedDrivers());
        }
    }

    @Property(seed = "532", tries = 1)
    void quietSeriesSignalAsOftenAsTheDocumentationSays(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        int[] baselines = {12, 24, 36};
        double[] expected = {1 / 12.0, 1 / 22.0, 1 / 37.0};
        double[] expectedOfAll = {1 / 5.0, 1 / 8.0, 1 / 11.0};
        for (int b = 0; b < 3; b++) {
            LtvMonitor monitor = LtvMonitor.of(MarginTiming.FIRST_NOW, baselines[b]);
            LtvMonitor strict = monitor.with(EnumSet.allOf(WesternElectricRule.class));
            double signals = 0;
            double all = 0;
            int n = 400;
            for (int s = 0; s < n; s++) {
                List<LtvPeriod> periods = series(seed + s, baselines[b], 12);
                signals += monitor.watch(periods).signals().size();
                all += strict.watch(periods).signals().size();
            }
            assertClose(expected[b], signals / (12 * n));
            assertClose(expectedOfAll[b], all / (12 * n));
        }
    }

    private static void assertClose(double expected, double actual) {
        assertTrue(Math.abs(actual / expected - 1) < 0.25, () -> expected + " and " + actual);
    }

    private static List<LtvPeriod> series(long seed, int baseline, int watched) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LtvPeriod> periods = new ArrayList<>();
        for (int i = 0; i < baseline + watched; i++) {
            long retained = Math.round(8000 + 40 * random.nextGaussian());
            long orders = Math.round(20_000 + 140 * random.nextGaussian());
            double revenue = orders * (25 + 0.2 * random.nextGaussian());
            double margin = revenue * (0.2 + 0.002 * random.nextGaussian());
            periods.add(new LtvPeriod(
                    LocalDate.of(2020, 1, 1).plusMonths(i), 10_000, retained, 10_000, orders, revenue, margin));
        }
        return periods;
    }
}
