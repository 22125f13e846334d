package io.loyalty.metrics.monitor;

import static io.loyalty.metrics.monitor.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.value.MarginTiming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LtvMonitorTest {

    private static final LtvMonitor MONITOR = LtvMonitor.of(MarginTiming.FIRST_NOW, 12);

    /** Twelve months around 2 orders of 25 at 20 % margin per customer, 80 % retained: a value of 50 on average. */
    private static List<LtvPeriod> quietYear() {
        List<LtvPeriod> months = new ArrayList<>();
        int[] wobble = {0, 2, -1, 1, -2, 0, 1, -1, 2, -2, 1, -1};
        for (int i = 0; i < 12; i++) {
            int w = wobble[i];
            months.add(month(
                    i, 800 + 2 * w, 2000 + 4 * w, 25 + 0.05 * wobble[11 - i], 0.2 + 0.001 * wobble[(i + 5) % 12]));
        }
        return months;
    }

    private static LtvPeriod month(int index, long retained, long orders, double orderValue, double margin) {
        double revenue = orders * orderValue;
        return new LtvPeriod(
                LocalDate.of(2025, 1, 1).plusMonths(index), 1000, retained, 1000, orders, revenue, revenue * margin);
    }

    @Test
    void valueIsMarginOverChurn() {
        LtvReport report = MONITOR.watch(
                List.of(month(0, 800, 2000, 25, 0.2), month(1, 800, 2000, 25, 0.2), month(2, 900, 2000, 25, 0.2)));
        // All of it is baseline.
        assertEquals(List.of(), report.readings());
        LtvReport two = LtvMonitor.of(MarginTiming.FIRST_NOW, 2)
                .watch(List.of(
                        month(0, 800, 2000, 25, 0.2), month(1, 800, 2000, 25, 0.2), month(2, 900, 2000, 25, 0.2)));
        assertEquals(50, two.baselineValue().orElseThrow(), 1e-12);
        assertEquals(100, two.readings().get(0).value().orElseThrow(), 1e-12);
        assertEquals(
                Map.of(
                        LtvDriver.FREQUENCY, Measure.of(2),
                        LtvDriver.ORDER_VALUE, Measure.of(25),
                        LtvDriver.MARGIN, Measure.of(0.2),
                        LtvDriver.RETENTION, Measure.of(0.8)),
                two.baselineDrivers());
    }

    @Test
    void discountAndTimingCount() {
        LtvReport report = LtvMonitor.of(MarginTiming.FIRST_NEXT_IF_RETAINED, 1)
                .withDiscount(0.1)
                .watch(List.of(month(0, 600, 2000, 25, 0.2)));
        // m r / (1 + d − r).
        assertEquals(10 * 0.6 / 0.5, report.baselineValue().orElseThrow(), 1e-12);
    }

    @Test
    void quietMonthsDoNotSignal() {
        List<LtvPeriod> months = quietYear();
        months.add(month(12, 801, 2003, 25.02, 0.2005));
        months.add(month(13, 798, 1998, 24.97, 0.1995));
        LtvReport report = MONITOR.watch(months);
        assertEquals(2, report.readings().size());
        assertEquals(List.of(), report.signals());
        assertFalse(report.readings().get(0).isSignal());
    }

    @Test
    void lostRetentionIsNamed() {
        List<LtvPeriod> months = quietYear();
        months.add(month(12, 700, 2000, 25, 0.2));
        LtvReading signal = MONITOR.watch(months).signals().get(0);
        assertEquals(Set.of(WesternElectricRule.BEYOND_THREE_SIGMA), signal.valueRules());
        assertEquals(Set.of(LtvDriver.RETENTION), signal.movedDrivers().keySet());
        Contribution cause =
                signal.causes().flatMap(ChangeDecomposition::strongest).orElseThrow();
        assertEquals("retention", cause.driver().name());
        assertEquals(10 / 0.3 - 50, cause.effect().orElseThrow(), 0.2);
        assertTrue(signal.toString().startsWith("2026-01-01: value 33.3"), signal::toString);
        assertTrue(signal.toString().endsWith(", moved [RETENTION]"), signal::toString);
    }

    @Test
    void driversThatCancelAreNamedThoughTheValueIsInOrder() {
        List<LtvPeriod> months = quietYear();
        months.add(month(12, 800, 2500, 20, 0.2));
        LtvReading reading = MONITOR.watch(months).readings().get(0);
        assertEquals(Set.of(), reading.valueRules());
        assertEquals(
                Set.of(LtvDriver.FREQUENCY, LtvDriver.ORDER_VALUE),
                reading.movedDrivers().keySet());
        assertTrue(reading.isSignal());
    }

    @Test
    void causesAddUpToTheDifferenceFromTheBaseline() {
        List<LtvPeriod> months = quietYear();
        months.add(month(12, 850, 2200, 24, 0.25));
        LtvReport report = MONITOR.withDiscount(0.01).watch(months);
        LtvReading reading = report.readings().get(0);
        ChangeDecomposition causes = reading.causes().orElseThrow();
        assertEquals(DecompositionMethod.SHAPLEY, causes.method());
        assertEquals(report.baselineValue().orElseThrow(), causes.before(), 1e-12);
        assertEquals(reading.value().orElseThrow(), causes.after(), 1e-12);
        assertEquals(causes.after() - causes.before(), causes.change(), 1e-12);
        assertEquals(
                List.of("frequency", "order value", "margin", "retention"),
                causes.contributions().stream().map(c -> c.driver().name()).toList());
    }

    @Test
    void chosenRulesHoldForAllCharts() {
        List<LtvPeriod> months = quietYear();
        months.add(month(12, 700, 3000, 50, 0.9));
        assertEquals(List.of(), MONITOR.with(Set.of()).watch(months).signals());
        LtvReading reading = MONITOR.watch(months).readings().get(0);
        assertEquals(EnumSet.allOf(LtvDriver.class), reading.movedDrivers().keySet());
    }

    @Test
    void smallShiftThatLastsNeedsTheRunRules() {
        List<LtvPeriod> months = quietYear();
        for (int i = 12; i < 20; i++) {
            months.add(month(i, 801, 2000, 25, 0.2));
        }
        assertEquals(List.of(), MONITOR.watch(months).signals());
        List<LtvReading> signals = MONITOR.with(EnumSet.allOf(WesternElectricRule.class))
                .watch(months)
                .signals();
        assertEquals(1, signals.size());
        assertEquals(
                Set.of(WesternElectricRule.EIGHT_ON_ONE_SIDE),
                signals.get(0).movedDrivers().get(LtvDriver.RETENTION));
    }

    @Test
    void monthWithoutOrdersHasNoValueButIsStillWatched() {
        List<LtvPeriod> months = quietYear();
        months.add(new LtvPeriod(LocalDate.of(2026, 1, 1), 1000, 500, 1000, 0, 0, 0));
        LtvReading reading = MONITOR.watch(months).readings().get(0);
        assertEquals(Measure.undefined("no orders"), reading.value());
        assertEquals(Optional.empty(), reading.causes());
        assertEquals(
                Measure.undefined("revenue is not above 0"), reading.drivers().get(LtvDriver.MARGIN));
        assertEquals(
                Set.of(LtvDriver.FREQUENCY, LtvDriver.RETENTION),
                reading.movedDrivers().keySet());
    }

    @Test
    void nobodyLeavesWithoutDiscountHasNoFiniteValue() {
        List<LtvPeriod> months = quietYear();
        months.add(month(12, 1000, 2000, 25, 0.2));
        LtvReading reading = MONITOR.watch(months).readings().get(0);
        assertEquals(
                "the margins do not shrink: their sum diverges", reading.value().reason());
        assertEquals(Optional.empty(), reading.causes());
        assertTrue(MONITOR.withDiscount(0.01)
                .watch(months)
                .readings()
                .get(0)
                .causes()
                .isPresent());
    }

    @Test
    void baselineOfOneMonthGivesCausesButNoSignals() {
        LtvReport report = LtvMonitor.of(MarginTiming.FIRST_NOW, 1)
                .watch(List.of(month(0, 800, 2000, 25, 0.2), month(1, 100, 9, 1, 0.9)));
        assertEquals(List.of(), report.signals());
        assertTrue(report.readings().get(0).causes().isPresent());
    }

    @Test
    void nothingIsUndefined() {
        LtvReport report = MONITOR.watch(List.of());
        assertEquals(Measure.undefined("no customers"), report.baselineValue());
        assertEquals(List.of(), report.readings());
    }

    @Test
    void badInputIsRefused() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertRefused("baselinePeriods must be at least 1: 0", () -> LtvMonitor.of(MarginTiming.FIRST_NOW, 0));
        assertRefused(
                "discount must be finite and at least 0: Infinity",
                () -> MONITOR.withDiscount(Double.POSITIVE_INFINITY));
        assertRefused("discount must be finite and at least 0: -0.1", () -> MONITOR.withDiscount(-0.1));
        assertRefused("discount must be finite and at least 0: NaN", () -> MONITOR.withDiscount(Double.NaN));
        assertRefused(
                "periods[1] must start after the one before: 2025-01-01",
                () -> MONITOR.watch(List.of(month(0, 1, 1, 1, 1), month(0, 1, 1, 1, 1))));
        assertRefused("base must be at least 0: -1", () -> new LtvPeriod(day, -1, 0, 0, 0, 0, 0));
        assertRefused("retained must be in [0, 1]: 2", () -> new LtvPeriod(day, 1, 2, 0, 0, 0, 0));
        assertRefused("customers must be at least 0: -1", () -> new LtvPeriod(day, 1, 1, -1, 0, 0, 0));
        assertRefused("orders must be at least 0: -1", () -> new LtvPeriod(day, 1, 1, 0, -1, 0, 0));
        assertRefused("revenue must be finite: NaN", () -> new LtvPeriod(day, 1, 1, 0, 0, Double.NaN, 0));
        assertRefused("margin must be finite: NaN", () -> new LtvPeriod(day, 1, 1, 0, 0, 0, Double.NaN));
        assertThrows(NullPointerException.class, () -> LtvMonitor.of(null, 3));
    }

    @Test
    void monthsMayLoseEverybodyAndMoneyNeedNotCostInterest() {
        assertEquals(0, new LtvPeriod(LocalDate.of(2026, 1, 1), 5, 0, 5, 5, 1, 1).retained());
        assertEquals(5, new LtvPeriod(LocalDate.of(2026, 1, 1), 5, 5, 5, 5, 1, 1).retained());
        assertEquals(MONITOR.watch(List.of()), MONITOR.withDiscount(0).watch(List.of()));
    }
}
