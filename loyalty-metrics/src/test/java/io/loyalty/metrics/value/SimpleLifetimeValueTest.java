package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SimpleLifetimeValueTest {

    @Test
    void costsOverTheLifeAreSubtractedOnce() {
        SimpleLifetimeValue value = SimpleLifetimeValue.ofTotalCosts(1_000, 3, 150, 250);
        assertEquals(2_600, value.value());
        assertEquals("lifetime value 2600.0 = 1000.0 a year × 3.0 years − (150.0 + 250.0)", value.toString());
    }

    @Test
    void yearlyRetentionCostIsPaidEveryYear() {
        SimpleLifetimeValue value = SimpleLifetimeValue.ofYearlyRetentionCost(1_000, 3, 150, 250);
        assertEquals(2_100, value.value());
        assertEquals(750, value.retentionCost());
    }

    @Test
    void bothMethodsAgreeForOneYear() {
        assertEquals(
                SimpleLifetimeValue.ofTotalCosts(480, 1, 90, 35),
                SimpleLifetimeValue.ofYearlyRetentionCost(480, 1, 90, 35));
    }

    @Test
    void noYearsLeaveTheCosts() {
        assertEquals(-400, SimpleLifetimeValue.ofTotalCosts(1_000, 0, 150, 250).value());
        assertEquals(
                -150,
                SimpleLifetimeValue.ofYearlyRetentionCost(1_000, 0, 150, 250).value());
    }

    @Test
    void aLossMakingCustomerHasANegativeValue() {
        assertEquals(-700, SimpleLifetimeValue.ofTotalCosts(-100, 3, 150, 250).value());
    }

    @Test
    void numbersOutOfRangeAreRefusedByName() {
        refused("annualRevenue must be finite: NaN", Double.NaN, 3, 150, 250);
        refused("annualRevenue must be finite: Infinity", Double.POSITIVE_INFINITY, 3, 150, 250);
        refused("years must be finite and at least 0: -1.0", 1_000, -1, 150, 250);
        refused("acquisitionCost must be finite and at least 0: NaN", 1_000, 3, Double.NaN, 250);
        refused("retentionCost must be finite and at least 0: -0.5", 1_000, 3, 150, -0.5);
        refused("value must be finite: Infinity", 1e300, 1e300, 150, 250);
    }

    @Test
    void aNegativeYearlyCostIsRefusedByItsOwnName() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> SimpleLifetimeValue.ofYearlyRetentionCost(1_000, 0, 150, -1));
        assertEquals("yearlyRetentionCost must be finite and at least 0: -1.0", e.getMessage());
    }

    private static void refused(String message, double revenue, double years, double acquisition, double retention) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> SimpleLifetimeValue.ofTotalCosts(revenue, years, acquisition, retention));
        assertEquals(message, e.getMessage());
    }
}
