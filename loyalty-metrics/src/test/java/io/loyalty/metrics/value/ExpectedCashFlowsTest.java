package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ExpectedCashFlowsTest {

    private static final double[] HUNDREDS = {100, 100, 100};
    private static final double[] NONE = {};

    @Test
    void marginsCountForThoseWhoAreThere() {
        ExpectedCashFlows flows = ExpectedCashFlows.of(HUNDREDS, new double[] {1, 0.8, 0.5}, PaymentTime.PERIOD_START);
        assertEquals(3, flows.periods());
        assertEquals(80, flows.expected(1));
        assertEquals(180, flows.cumulative(2));
        assertEquals(230, flows.presentValue(0));
        assertEquals(100 + 80 / 1.25 + 50 / 1.5625, flows.presentValue(0.25), 1e-13);
        assertEquals(96, flows.netPresentValue(100, 0.25), 1e-13);
    }

    @Test
    void timeOfPaymentMovesTheDiscount() {
        double start = ExpectedCashFlows.of(HUNDREDS, PaymentTime.PERIOD_START).presentValue(0.21);
        assertEquals(
                start / 1.1,
                ExpectedCashFlows.of(HUNDREDS, PaymentTime.MID_PERIOD).presentValue(0.21),
                1e-12);
        assertEquals(
                start / 1.21,
                ExpectedCashFlows.of(HUNDREDS, PaymentTime.PERIOD_END).presentValue(0.21),
                1e-12);
    }

    @Test
    void paybackIsInterpolatedWithinThePeriod() {
        ExpectedCashFlows flows = ExpectedCashFlows.of(HUNDREDS, PaymentTime.PERIOD_END);
        assertEquals(Measure.of(1.5), flows.payback(150));
        assertEquals(Measure.of(3), flows.payback(300));
        // 80 + 64 + 51.2: 70 of 64 missing after the first.
        assertEquals(1.625, flows.discountedPayback(120, 0.25).orElseThrow(), 1e-14);
    }

    @Test
    void valuesAgreeWithTheReference() {
        for (OracleTable.Case row : OracleTable.read("cash-flows.csv")) {
            ExpectedCashFlows flows = ExpectedCashFlows.of(
                    numbers(row.text("margins")), numbers(row.text("survival")), PaymentTime.valueOf(row.text("paid")));
            assertEquals(
                    row.number("presentValue"),
                    flows.presentValue(row.number("discount")),
                    2e-13 * Math.abs(row.number("presentValue")),
                    row::toString);
            Measure payback = flows.discountedPayback(row.number("cost"), row.number("discount"));
            if (row.text("payback").equals("undefined")) {
                assertFalse(payback.isDefined(), row::toString);
            } else {
                assertEquals(row.number("payback"), payback.orElseThrow(), 1e-12, row::toString);
            }
        }
    }

    @Test
    void neverPaidBackIsUndefined() {
        ExpectedCashFlows flows = ExpectedCashFlows.of(HUNDREDS, PaymentTime.PERIOD_START);
        assertEquals("the margins never add up to the cost", flows.payback(301).reason());
        assertEquals(Measure.of(0), flows.payback(0));
        assertEquals(Measure.of(0), flows.payback(-10));
    }

    @Test
    void nothingIsWorthNothing() {
        ExpectedCashFlows none = ExpectedCashFlows.of(NONE, PaymentTime.PERIOD_START);
        assertEquals(0, none.presentValue(0.1));
        assertEquals(-5, none.netPresentValue(5, 0.1));
        assertFalse(none.payback(1).isDefined());
        assertEquals(Measure.of(0), none.payback(0));
    }

    @Test
    void inputIsCopied() {
        double[] margins = {1, 2};
        ExpectedCashFlows flows = ExpectedCashFlows.of(margins, PaymentTime.PERIOD_START);
        margins[0] = 99;
        assertEquals(1, flows.expected(0));
        double[] same = {1, 2};
        assertEquals(flows, ExpectedCashFlows.of(same, PaymentTime.PERIOD_START));
        assertEquals(
                flows.hashCode(),
                ExpectedCashFlows.of(same, PaymentTime.PERIOD_START).hashCode());
        assertNotEquals(flows, ExpectedCashFlows.of(same, PaymentTime.PERIOD_END));
        assertEquals("[1.0, 2.0] paid at PERIOD_START", flows.toString());
        assertEquals(PaymentTime.PERIOD_START, flows.paid());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        ExpectedCashFlows flows = ExpectedCashFlows.of(HUNDREDS, PaymentTime.PERIOD_START);
        assertRefused(
                "margins[1] must be finite: NaN",
                () -> ExpectedCashFlows.of(new double[] {1, Double.NaN}, PaymentTime.PERIOD_START));
        assertRefused(
                "margins and survival must be of equal length: 3 and 0",
                () -> ExpectedCashFlows.of(HUNDREDS, NONE, PaymentTime.PERIOD_START));
        assertRefused(
                "survival[1] must be in [0, 0.5]: 0.6",
                () -> ExpectedCashFlows.of(HUNDREDS, new double[] {0.5, 0.6, 0}, PaymentTime.PERIOD_START));
        assertRefused(
                "survival[0] must be in [0, 1.0]: NaN",
                () -> ExpectedCashFlows.of(HUNDREDS, new double[] {Double.NaN, 0, 0}, PaymentTime.PERIOD_START));
        assertRefused("discountPerPeriod must be finite and at least 0: -0.1", () -> flows.presentValue(-0.1));
        assertRefused("cost must be finite: NaN", () -> flows.payback(Double.NaN));
        assertRefused(
                "sum of margins must be finite: Infinity",
                () -> ExpectedCashFlows.of(new double[] {1e308, 1e308}, PaymentTime.PERIOD_START)
                        .presentValue(0));
        assertThrows(IndexOutOfBoundsException.class, () -> flows.expected(3));
        assertThrows(IndexOutOfBoundsException.class, () -> flows.cumulative(4));
        assertThrows(NullPointerException.class, () -> ExpectedCashFlows.of(HUNDREDS, null));
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(";")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
