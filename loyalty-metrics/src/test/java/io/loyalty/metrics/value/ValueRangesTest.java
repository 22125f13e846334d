package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The ends of the ranges of rates, lengths, costs and bands, and the ratios of units. */
class ValueRangesTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void ratesMayBeNothingButNotEndless() {
        assertEquals(0, AnnualRate.of(0).effective());
        assertEquals(0, AnnualRate.ofPeriodic(0, PeriodUnit.MONTH).effective());
        assertEquals(0, AnnualRate.ofContinuous(0, PeriodUnit.MONTH).effective());
        assertThrows(IllegalArgumentException.class, () -> AnnualRate.of(INFINITE));
        assertThrows(IllegalArgumentException.class, () -> AnnualRate.of(-.01));
        assertEquals("perPeriod must be at least 0: -0.5", refusal(() -> AnnualRate.ofPeriodic(-.5, PeriodUnit.DAY)));
        assertEquals("force must be at least 0: -0.5", refusal(() -> AnnualRate.ofContinuous(-.5, PeriodUnit.DAY)));
    }

    @Test
    void unitsConvertByWholeRatios() {
        assertEquals(14, PeriodUnit.WEEK.convert(2, PeriodUnit.DAY));
        assertEquals(2, PeriodUnit.DAY.convert(14, PeriodUnit.WEEK));
        assertEquals(1.5, PeriodUnit.MONTH.convert(18, PeriodUnit.YEAR));
        assertEquals(18, PeriodUnit.YEAR.convert(1.5, PeriodUnit.MONTH));
        assertEquals(365.2425 / 7, PeriodUnit.YEAR.convert(1, PeriodUnit.WEEK), 1e-12);
        assertEquals(365.2425 / 12, PeriodUnit.MONTH.convert(1, PeriodUnit.DAY), 1e-12);
        assertEquals(.3, PeriodUnit.DAY.convert(.3, PeriodUnit.DAY));
    }

    @Test
    void horizonsAreFinite() {
        assertEquals(0, Horizon.ofDays(0).length());
        assertEquals("length must be finite and at least 0: Infinity", refusal(() -> Horizon.ofDays(INFINITE)));
        assertEquals("length must be finite and at least 0: -1.0", refusal(() -> Horizon.ofDays(-1)));
    }

    @Test
    void costsAreFinite() {
        assertEquals(
                "acquisitionCost must be finite and at least 0: Infinity",
                refusal(() -> new AcquisitionReturn(1, INFINITE, 1)));
        assertEquals(
                Measure.undefined("the margins never add up to the cost"),
                new AcquisitionReturn(1, 5, 0).paybackMonths());
        assertEquals(
                "savedAcquisitionCost must be finite and at least 0: Infinity",
                refusal(() -> new ReferredCustomer(1, 1, INFINITE)));
        assertEquals(
                "years must be finite and at least 0: -1.0",
                refusal(() -> SimpleLifetimeValue.ofYearlyRetentionCost(1_000, -1, 0, 0)));
        assertEquals(
                "years must be finite and at least 0: Infinity",
                refusal(() -> new SimpleLifetimeValue(1_000, INFINITE, 0, 0)));
        assertEquals(
                "orderValue must be finite and at least 0: Infinity",
                refusal(() -> new MarginLifetimeValue(INFINITE, 1, 1, 1, 1)));
    }

    @Test
    void allTheRevenueMayBeMarginAndAnyLossIsAllowed() {
        assertEquals(20 * 4 * 3 - 50, new MarginLifetimeValue(20, 4, 1, 3, 50).value());
        assertEquals(-20 * 4 * 3 - 50, new MarginLifetimeValue(20, 4, -1, 3, 50).value());
        double huge = Double.MAX_VALUE;
        assertEquals(huge / 2, new MarginLifetimeValue(huge, 1, .5, 1, 0).value());
        assertEquals("value must be finite: Infinity", refusal(() -> new MarginLifetimeValue(huge, 1, 1, 2, 0)));
    }

    @Test
    void bandsReachFromNothingToCertainty() {
        assertEquals(1, new AliveBand(0, 1, 0, 0, 0, 0).to());
        assertEquals(
                "from and to must be in order within [0, 1]: 0.5 and 0.5",
                refusal(() -> new AliveBand(.5, .5, 0, 0, 0, 0)));
        assertEquals(
                "from and to must be in order within [0, 1]: 0.5 and 1.5",
                refusal(() -> new AliveBand(.5, 1.5, 0, 0, 0, 0)));
    }

    @Test
    void discountsAndRetentionMayBeNothing() {
        RetentionValue fine = RetentionValue.of(100, .5, MarginTiming.FIRST_NOW);
        assertEquals(0, fine.withDiscount(0).discountPerPeriod());
        assertEquals(
                "discountPerPeriod must be finite and at least 0: Infinity",
                refusal(() -> fine.withDiscount(INFINITE)));
        assertEquals("growthPerPeriod must be finite and above -1: Infinity", refusal(() -> fine.withGrowth(INFINITE)));
        assertEquals(0, RetentionValue.retentionOf(0, PeriodUnit.MONTH));
        assertEquals(1, RetentionValue.retentionOf(1, PeriodUnit.MONTH));
        assertEquals(
                Measure.undefined("the margins never add up to the cost"),
                fine.payback(200),
                "100 + 50 + 25 + … comes near 200 and never reaches it");
        ExpectedCashFlows flows =
                ExpectedCashFlows.of(new double[] {5, 5, 5}, new double[] {1, 1, 0}, PaymentTime.PERIOD_START);
        assertEquals(10, flows.presentValue(0));
        assertEquals(
                "discountPerPeriod must be finite and at least 0: Infinity",
                refusal(() -> flows.presentValue(INFINITE)));
    }

    @Test
    void aRangeOfPurchasesIsInOrder() {
        PurchaseRange range = new PurchaseRange(0, 0, 1);
        assertEquals(0, range.most());
        assertEquals(0, new PurchaseRange(1, 2, 0).probability());
        assertEquals("least and most must be in order, from 0: 2 and 1", refusal(() -> new PurchaseRange(2, 1, .5)));
        assertEquals("least and most must be in order, from 0: -1 and 1", refusal(() -> new PurchaseRange(-1, 1, .5)));
        assertEquals("probability must be in [0, 1]: NaN", refusal(() -> new PurchaseRange(0, 1, Double.NaN)));
        assertEquals("probability must be in [0, 1]: 1.5", refusal(() -> new PurchaseRange(0, 1, 1.5)));
        assertEquals("probability must be in [0, 1]: -0.5", refusal(() -> new PurchaseRange(0, 1, -.5)));
    }

    @Test
    void aCustomerIsSilentSinceTheLastPurchase() {
        assertEquals(8, RecencyFrequency.ofWeeks(2, 30, 38).sinceLast());
        assertEquals(
                "age must be finite and at least 0: Infinity", refusal(() -> RecencyFrequency.ofDays(1, 1, INFINITE)));
    }
}
