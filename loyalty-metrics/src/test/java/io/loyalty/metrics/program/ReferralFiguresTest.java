package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanComparison;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferralFiguresTest {

    /** 1,000 customers, 200 of whom sent 500 invitations that brought 100 of 400 newcomers. */
    private static final ReferralFigures USUAL = new ReferralFigures(1_000, 200, 500, 100, 400);

    @Test
    void ratesByHand() {
        assertEquals(Measure.of(0.25), USUAL.referralRate().value());
        assertEquals(Measure.of(0.2), USUAL.participation().value());
        assertEquals(Measure.of(0.2), USUAL.conversion().value());
        assertEquals(Measure.of(0.5), USUAL.invitationsPerCustomer());
        assertEquals(Measure.of(0.1), USUAL.kFactor());
    }

    @Test
    void growthBelowOneHasALimit() {
        assertEquals(Measure.of(1_000), USUAL.customersAfter(0));
        assertEquals(1_100, USUAL.customersAfter(1).orElseThrow(), 1e-10);
        assertEquals(1_111, USUAL.customersAfter(3).orElseThrow(), 1e-10);
        assertEquals(1_000 / 0.9, USUAL.customersInTheEnd().orElseThrow(), 1e-10);
        assertEquals(1_000 / 0.9, USUAL.customersAfter(40).orElseThrow(), 1e-10);
    }

    @Test
    void growthAtOneIsLinear() {
        ReferralFigures one = new ReferralFigures(1_000, 200, 5_000, 1_000, 1_000);
        assertEquals(Measure.of(4_000), one.customersAfter(3));
        assertEquals(Measure.undefined("K is not below 1"), one.customersInTheEnd());
    }

    @Test
    void growthAboveOneKnowsNoBounds() {
        ReferralFigures two = new ReferralFigures(10, 5, 50, 20, 20);
        assertEquals(150, two.customersAfter(3).orElseThrow(), 1e-11);
        assertEquals(Measure.undefined("K is not below 1"), two.customersInTheEnd());
        assertEquals(Measure.undefined("more customers than can be counted"), two.customersAfter(2_000));
    }

    @Test
    void growthNearOneKeepsItsDigits() {
        // 1 + K + K² for K = 1 + 1e-12, of 1e12 customers: 3e12 + 3 + 1e-12.
        ReferralFigures near =
                new ReferralFigures(1_000_000_000_000L, 1, 2_000_000_000_000L, 1_000_000_000_001L, 1_000_000_000_001L);
        assertEquals(3_000_000_000_003.0, near.customersAfter(2).orElseThrow(), 1e-3);
    }

    @Test
    void nobodyReferredLeavesAllAsTheyAre() {
        ReferralFigures none = new ReferralFigures(7, 0, 0, 0, 3);
        assertEquals(Measure.of(0), none.kFactor());
        assertEquals(Measure.of(7), none.customersAfter(5));
        assertEquals(Measure.of(7), none.customersInTheEnd());
    }

    @Test
    void emptyBasesAreUndefined() {
        ReferralFigures zero = ReferralFigures.ZERO;
        assertEquals(Measure.undefined("no new customers"), zero.referralRate().value());
        assertEquals(Measure.undefined("no customers"), zero.participation().value());
        assertEquals(Measure.undefined("no invitations"), zero.conversion().value());
        assertEquals(Measure.undefined("no customers"), zero.invitationsPerCustomer());
        assertEquals(Measure.undefined("no customers"), zero.kFactor());
        assertEquals(Measure.undefined("no customers"), zero.customersAfter(1));
        assertEquals(Measure.undefined("no customers"), zero.customersInTheEnd());
    }

    @Test
    void figuresAdd() {
        assertEquals(
                new ReferralFigures(2_000, 400, 1_000, 200, 800),
                Stream.of(USUAL, USUAL).collect(ReferralFigures.collector()));
        assertThrows(ArithmeticException.class, () -> new ReferralFigures(Long.MAX_VALUE, 0, 0, 0, 0).plus(USUAL));
    }

    @Test
    void referredCustomersMayBeWorthMore() {
        MeanGap gap = ReferralFigures.valueGap(new double[] {5, 7, 9}, new double[] {4, 5, 6, 5});
        assertEquals(Measure.of(2), gap.difference().value());
        assertEquals(Measure.of(7), gap.first().value());
        assertEquals(Measure.of(5), gap.second().value());
        assertEquals(
                MeanComparison.withDefaults()
                        .compare(new double[] {5, 7, 9}, new double[] {4, 5, 6, 5})
                        .test()
                        .pValue(),
                gap.pValue());
        assertEquals(
                "undefined: nobody in a group, n = 1, p = undefined: nobody in a group",
                ReferralFigures.valueGap(new double[0], new double[] {1}).toString());
    }

    @Test
    void impossibleCountsAreRefused() {
        assertEquals("referrers must be in [0, 1]: 2", message(() -> new ReferralFigures(1, 2, 2, 0, 0)));
        assertEquals("invitations must be at least 1: 0", message(() -> new ReferralFigures(1, 1, 0, 0, 0)));
        assertEquals("referred must be in [0, 3]: 4", message(() -> new ReferralFigures(9, 1, 3, 4, 4)));
        assertEquals("newCustomers must be at least 2: 1", message(() -> new ReferralFigures(9, 1, 3, 2, 1)));
        assertEquals("cycles must be at least 0: -1", message(() -> USUAL.customersAfter(-1)));
        assertEquals(
                "others[1] must be finite: NaN",
                message(() -> ReferralFigures.valueGap(new double[] {1}, new double[] {1, Double.NaN})));
    }

    @Test
    void lineShowsTheRates() {
        assertEquals(
                "referral rate " + USUAL.referralRate() + "; participation " + USUAL.participation() + "; K "
                        + USUAL.kFactor(),
                USUAL.toString());
    }
}
