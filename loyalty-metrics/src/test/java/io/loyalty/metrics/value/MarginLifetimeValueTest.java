package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MarginLifetimeValueTest {

    @Test
    void marginOverTheYearsLessTheCost() {
        MarginLifetimeValue value = new MarginLifetimeValue(40, 6, 0.3, 3, 50);
        assertEquals(72, value.yearlyMargin());
        assertEquals(166, value.value());
        assertEquals("lifetime value 166.0 = 40.0 × 6.0 a year × 0.3 × 3.0 years − 50.0", value.toString());
    }

    @Test
    void withFullMarginItIsTheSimpleFormula() {
        assertEquals(
                SimpleLifetimeValue.ofTotalCosts(240, 3, 50, 0).value(),
                new MarginLifetimeValue(40, 6, 1, 3, 50).value());
    }

    @Test
    void emptyAndNegativeInputs() {
        assertEquals(-50, new MarginLifetimeValue(40, 0, 0.3, 3, 50).value());
        assertEquals(-50, new MarginLifetimeValue(40, 6, 0.3, 0, 50).value());
        assertEquals(-24, new MarginLifetimeValue(40, 6, -0.1, 1, 0).value());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused(
                "orderValue must be finite and at least 0: -1.0", () -> new MarginLifetimeValue(-1, 6, 0.3, 3, 50));
        assertRefused(
                "ordersPerYear must be finite and at least 0: NaN",
                () -> new MarginLifetimeValue(1, Double.NaN, 0.3, 3, 50));
        assertRefused("marginShare must be finite and at most 1: 30.0", () -> new MarginLifetimeValue(1, 6, 30, 3, 50));
        assertRefused(
                "marginShare must be finite and at most 1: NaN",
                () -> new MarginLifetimeValue(1, 6, Double.NaN, 3, 50));
        assertRefused("years must be finite and at least 0: -3.0", () -> new MarginLifetimeValue(1, 6, 0.3, -3, 50));
        assertRefused(
                "acquisitionCost must be finite and at least 0: -50.0",
                () -> new MarginLifetimeValue(1, 6, 0.3, 3, -50));
        assertRefused("value must be finite: Infinity", () -> new MarginLifetimeValue(1e200, 1e200, 0.3, 3, 50));
    }

    @Test
    void acquisitionComesBackThreefold() {
        AcquisitionReturn yield = new AcquisitionReturn(150, 50, 4);
        assertEquals(Measure.of(3), yield.ratio());
        assertEquals(100, yield.net());
        assertEquals(Measure.of(12.5), yield.paybackMonths());
    }

    @Test
    void acquisitionForNothing() {
        AcquisitionReturn free = new AcquisitionReturn(150, 0, -4);
        assertEquals("no acquisition cost", free.ratio().reason());
        assertEquals(Measure.of(0), free.paybackMonths());
        assertEquals(150, free.net());
    }

    @Test
    void marginThatNeverPaysBack() {
        assertEquals(
                "the margins never add up to the cost",
                new AcquisitionReturn(150, 50, 0).paybackMonths().reason());
        assertEquals(
                "the margins never add up to the cost",
                new AcquisitionReturn(150, 50, -1).paybackMonths().reason());
        assertEquals(
                "the margins never add up to the cost",
                new AcquisitionReturn(150, 50, 1e-320).paybackMonths().reason());
        assertEquals(Measure.of(-2), new AcquisitionReturn(-100, 50, 1).ratio());
        assertEquals(
                "too large for a double",
                new AcquisitionReturn(1e300, 1e-300, 1).ratio().reason());
    }

    @Test
    void returnsOutOfRangeAreRefused() {
        assertRefused("lifetimeValue must be finite: NaN", () -> new AcquisitionReturn(Double.NaN, 1, 1));
        assertRefused("acquisitionCost must be finite and at least 0: -1.0", () -> new AcquisitionReturn(1, -1, 1));
        assertRefused("marginPerMonth must be finite: NaN", () -> new AcquisitionReturn(1, 1, Double.NaN));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
