package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;

class PointsFlowTest {

    private static final PointsFlow ALL = new PointsFlow(1_000, 50, 30, 400, 100, 20, 60, 10, 5, 7);

    @Test
    void netIsWhatCameLessWhatWent() {
        assertEquals(1_000 + 50 + 30 - 400 - 100 - 20 - 60 - 10 - 5, ALL.net());
        assertEquals(1_050, ALL.issued());
        assertEquals("issued 1050, redeemed 400, expired 100, net 485", ALL.toString());
    }

    @Test
    void ratiosArePerPointIssued() {
        assertEquals(Measure.of(400 / 1_050.0), ALL.redeemedPerIssued());
        assertEquals(Measure.of(100 / 1_050.0), ALL.expiredPerIssued());
        assertEquals(Measure.of(120 / 520.0), ALL.deadShareOfGone());
    }

    @Test
    void moreMayBeRedeemedThanIssued() {
        assertEquals(Measure.of(1.5), PointsFlow.of(100, 150, 0).redeemedPerIssued());
    }

    @Test
    void nothingIssuedHasNoRatios() {
        PointsFlow flow = PointsFlow.of(0, 150, 20);
        assertEquals(Measure.undefined("no points issued"), flow.redeemedPerIssued());
        assertEquals(Measure.undefined("no points issued"), flow.expiredPerIssued());
        assertEquals(
                Measure.undefined("nothing was redeemed or died, or more came back"),
                PointsFlow.ZERO.deadShareOfGone());
        assertEquals(
                Measure.undefined("nothing was redeemed or died, or more came back"),
                PointsFlow.of(10, -5, 20).deadShareOfGone());
    }

    @Test
    void flowsAdd() {
        PointsFlow sum = ALL.plus(PointsFlow.of(1, 2, 3));
        assertEquals(new PointsFlow(1_001, 50, 30, 402, 103, 20, 60, 10, 5, 7), sum);
        assertEquals(ALL, ALL.plus(PointsFlow.ZERO));
        assertThrows(
                ArithmeticException.class,
                () -> PointsFlow.of(Long.MAX_VALUE, 0, 0).plus(ALL));
    }

    @Test
    void deadShareAtItsLimits() {
        assertEquals(Measure.of(1), PointsFlow.of(10, 0, 5).deadShareOfGone());
        assertEquals(Measure.of(0), PointsFlow.of(10, 5, 0).deadShareOfGone());
    }
}
