package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RetentionValueTest {

    private static double infinite(MarginTiming timing, double margin, double retention, double discount) {
        return RetentionValue.of(margin, retention, timing)
                .withDiscount(discount)
                .infinite()
                .orElseThrow();
    }

    @Test
    void timingDecidesTheValue() {
        assertEquals(341.0526, infinite(MarginTiming.FIRST_NOW, 120, 0.7, 0.08), 5e-5);
        assertEquals(221.0526, infinite(MarginTiming.FIRST_NEXT_IF_RETAINED, 120, 0.7, 0.08), 5e-5);
        assertEquals(315.7895, infinite(MarginTiming.FIRST_AT_PERIOD_END, 120, 0.7, 0.08), 5e-5);
        assertEquals(
                341.05263157894737 / Math.sqrt(1.08), infinite(MarginTiming.FIRST_MID_PERIOD, 120, 0.7, 0.08), 1e-12);
        assertEquals(2.20, infinite(MarginTiming.FIRST_NOW, 1, 0.6, 0.1), 1e-14);
        assertEquals(1.20, infinite(MarginTiming.FIRST_NEXT_IF_RETAINED, 1, 0.6, 0.1), 1e-14);
        assertEquals(2.00, infinite(MarginTiming.FIRST_AT_PERIOD_END, 1, 0.6, 0.1), 1e-14);
    }

    @Test
    void finiteHorizonIsTheSumOfItsMargins() {
        RetentionValue value =
                RetentionValue.of(100, 0.5, MarginTiming.FIRST_NOW).withDiscount(0.25);
        assertEquals(0.4, value.continuation());
        assertEquals(156, value.over(3).orElseThrow(), 1e-13);
        assertEquals(Measure.of(0), value.over(0));
    }

    @Test
    void growthOffsetsChurn() {
        RetentionValue value = RetentionValue.of(10, 0.8, MarginTiming.FIRST_NOW)
                .withGrowth(0.05)
                .withDiscount(0.1);
        assertEquals(10 / (1 - 0.8 * 1.05 / 1.1), value.infinite().orElseThrow(), 1e-12);
        assertEquals(0.05, value.growthPerPeriod());
        assertEquals(0.1, value.discountPerPeriod());
    }

    @Test
    void paybackIsReachedWithinAPeriod() {
        RetentionValue value = RetentionValue.of(100, 0.5, MarginTiming.FIRST_NOW);
        assertEquals(0.5, value.payback(50).orElseThrow(), 1e-15);
        assertEquals(1, value.payback(100).orElseThrow(), 1e-15);
        assertEquals(1.5, value.payback(125).orElseThrow(), 1e-15);
        assertEquals(2.25, value.payback(156.25).orElseThrow(), 1e-14);
        assertEquals(
                2.5,
                RetentionValue.of(100, 0.5, MarginTiming.FIRST_NEXT_IF_RETAINED)
                        .payback(62.5)
                        .orElseThrow(),
                1e-15);
    }

    @Test
    void valuesAgreeWithTheReference() {
        for (OracleTable.Case row : OracleTable.read("retention-values.csv")) {
            RetentionValue value = RetentionValue.of(
                            100, row.number("retention"), MarginTiming.valueOf(row.text("timing")))
                    .withDiscount(row.number("discount"))
                    .withGrowth(row.number("growth"));
            assertClose(row, row.text("infinite"), value.infinite(), 1e-14);
            assertClose(row, row.text("finite"), value.over(row.count("periods")), 1e-13);
            assertClose(row, row.text("payback"), value.payback(row.number("cost")), 1e-10);
        }
    }

    @Test
    void monthlyRatesCompoundToAnnualOnes() {
        assertEquals(0.9, Math.pow(RetentionValue.retentionOf(0.9, PeriodUnit.MONTH), 12), 1e-15);
        assertEquals(0, RetentionValue.retentionOf(0, PeriodUnit.MONTH));
        RetentionValue value =
                RetentionValue.of(1, 0.9, MarginTiming.FIRST_NOW).withDiscount(AnnualRate.of(0.12), PeriodUnit.MONTH);
        assertEquals(0.00948879293458297, value.discountPerPeriod(), 1e-17);
    }

    @Test
    void nextToDivergenceNoDigitIsLost() {
        // 1 − q is 1e-12 exactly, where 1 - q in doubles has four digits.
        double value = RetentionValue.of(1, 1, MarginTiming.FIRST_NOW)
                .withDiscount(1e-12)
                .infinite()
                .orElseThrow();
        assertEquals(1e12 + 1, value, 1e-2);
    }

    @Test
    void sumThatDivergesIsUndefined() {
        RetentionValue loyal = RetentionValue.of(100, 1, MarginTiming.FIRST_NOW);
        assertEquals(
                "the margins do not shrink: their sum diverges",
                loyal.infinite().reason());
        assertEquals(Measure.of(4200), loyal.over(42));
        assertEquals(Measure.of(2.5), loyal.payback(250));
        RetentionValue growing = loyal.withGrowth(0.1).withDiscount(0.05);
        assertFalse(growing.infinite().isDefined());
        assertTrue(growing.over(100).isDefined());
        assertEquals("too large for a double", growing.over(1_000_000).reason());
    }

    @Test
    void lossesAreNegativeAndNeverPayBack() {
        RetentionValue loss = RetentionValue.of(-100, 0.5, MarginTiming.FIRST_NOW);
        assertEquals(Measure.of(-200), loss.infinite());
        assertEquals("the margins never add up to the cost", loss.payback(1).reason());
        assertEquals(Measure.of(0), loss.payback(0));
        assertEquals(Measure.of(0), loss.payback(-5));
        RetentionValue gain = RetentionValue.of(100, 0.5, MarginTiming.FIRST_NOW);
        assertFalse(gain.payback(200).isDefined());
        assertTrue(gain.payback(199.999).isDefined());
        assertFalse(RetentionValue.of(0, 0.5, MarginTiming.FIRST_NOW).payback(1).isDefined());
    }

    @Test
    void nobodyStays() {
        assertEquals(
                Measure.of(7), RetentionValue.of(7, 0, MarginTiming.FIRST_NOW).infinite());
        assertEquals(
                Measure.of(7), RetentionValue.of(7, 0, MarginTiming.FIRST_NOW).over(9));
        assertEquals(
                Measure.of(0), RetentionValue.of(7, 0, MarginTiming.FIRST_NOW).over(0));
        assertEquals(
                Measure.of(0),
                RetentionValue.of(7, 0, MarginTiming.FIRST_NEXT_IF_RETAINED).infinite());
        assertFalse(RetentionValue.of(7, 0, MarginTiming.FIRST_NEXT_IF_RETAINED)
                .payback(1)
                .isDefined());
        assertEquals(
                Measure.of(0.5), RetentionValue.of(7, 0, MarginTiming.FIRST_NOW).payback(3.5));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        RetentionValue fine = RetentionValue.of(1, 0.5, MarginTiming.FIRST_NOW);
        assertRefused(
                "marginPerPeriod must be finite: NaN",
                () -> RetentionValue.of(Double.NaN, 0.5, MarginTiming.FIRST_NOW));
        assertRefused(
                "retentionPerPeriod must be in [0, 1]: 1.1", () -> RetentionValue.of(1, 1.1, MarginTiming.FIRST_NOW));
        assertRefused(
                "retentionPerPeriod must be in [0, 1]: NaN",
                () -> RetentionValue.of(1, Double.NaN, MarginTiming.FIRST_NOW));
        assertRefused("discountPerPeriod must be finite and at least 0: -0.1", () -> fine.withDiscount(-0.1));
        assertRefused("growthPerPeriod must be finite and above -1: -1.0", () -> fine.withGrowth(-1));
        assertRefused("periods must be at least 0: -1", () -> fine.over(-1));
        assertRefused("cost must be finite: NaN", () -> fine.payback(Double.NaN));
        assertRefused("annualRetention must be in [0, 1]: 2.0", () -> RetentionValue.retentionOf(2, PeriodUnit.MONTH));
        assertThrows(NullPointerException.class, () -> RetentionValue.of(1, 0.5, null));
    }

    @Test
    void textShowsTheFormula() {
        assertEquals(
                "margin 100.0, retention 0.5, discount 0.0, growth 0.0, FIRST_NOW: 200.0",
                RetentionValue.of(100, 0.5, MarginTiming.FIRST_NOW).toString());
    }

    private static void assertClose(OracleTable.Case row, String expected, Measure actual, double limit) {
        if (expected.equals("undefined")) {
            assertFalse(actual.isDefined(), row::toString);
            return;
        }
        double value = Double.parseDouble(expected);
        assertEquals(value, actual.orElseThrow(), limit * Math.abs(value), row::toString);
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
