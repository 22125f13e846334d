package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import org.junit.jupiter.api.Test;

class ProportionIntervalsTest {

    @Test
    void wilsonOf42Of60() {
        Interval interval = ProportionIntervals.wilson(42, 60, 0.95);
        assertEquals(0.574913, interval.lower(), 5e-7);
        assertEquals(0.801018, interval.upper(), 5e-7);
        assertEquals("Wilson", interval.method());
        assertEquals(0.95, interval.confidence());
    }

    @Test
    void newcombeOf42Of60Against30Of55() {
        Interval interval = ProportionIntervals.newcombeDifference(42, 60, 30, 55, 0.95);
        assertEquals(-0.021794, interval.lower(), 5e-7);
        assertEquals(0.319360, interval.upper(), 5e-7);
        assertEquals("Newcombe", interval.method());
    }

    @Test
    void theDifferenceIsSigned() {
        Interval ab = ProportionIntervals.newcombeDifference(42, 60, 30, 55, 0.95);
        Interval ba = ProportionIntervals.newcombeDifference(30, 55, 42, 60, 0.95);
        assertEquals(-ab.lower(), ba.upper(), 1e-16);
        assertEquals(-ab.upper(), ba.lower(), 1e-16);
    }

    @Test
    void moverSquaresAndAdds() {
        assertEquals(new Bounds(5 - 5, 5 + 13), ProportionIntervals.mover(15, 12, 20, 10, -2, 14));
    }

    @Test
    void moverOfTwoPromoterScores() {
        // 25, 35, 40 against 40, 30, 30 detractors, passives, promoters; the bounds of each are score intervals.
        Bounds bounds = ProportionIntervals.mover(15, -0.8092864576, 29.9912390156, -10, -25.8146383631, 6.4021357268);
        assertEquals(2.2192, bounds.lower(), 5e-5);
        assertEquals(46.7908, bounds.upper(), 5e-5);
    }

    @Test
    void noSuccessAndNoFailureGiveExactEnds() {
        assertEquals(0, ProportionIntervals.wilson(0, 10, 0.95).lower());
        assertEquals(0.2775327998628894, ProportionIntervals.wilson(0, 10, 0.95).upper(), 1e-15);
        assertEquals(1, ProportionIntervals.wilson(10, 10, 0.95).upper());
        assertEquals(
                0.7224672001371107, ProportionIntervals.wilson(10, 10, 0.95).lower(), 1e-15);
        assertTrue(ProportionIntervals.newcombeDifference(10, 10, 10, 10, 0.95).contains(0));
    }

    @Test
    void effectiveSizesMayBeFractional() {
        Interval narrow = ProportionIntervals.wilson(4.2, 6.0, 0.9);
        assertTrue(narrow.lower() > 0 && narrow.upper() < 1);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertMessage("successes must be in [0, n]: 11.0 of 10.0", 11, 10, 0.95);
        assertMessage("successes must be in [0, n]: NaN of 10.0", Double.NaN, 10, 0.95);
        assertMessage("n must be positive and finite: 0.0", 0, 0, 0.95);
        assertMessage("confidence must be in (0, 1): 95.0", 1, 2, 95);
        assertMessage("confidence must be in (0, 1): 0.0", 1, 2, 0);
        assertMessage("confidence must be in (0, 1): 1.0", 1, 2, 1);
        assertEquals(
                "estimate2 must be in [0.0, 0.5]: 0.75",
                assertThrows(IllegalArgumentException.class, () -> ProportionIntervals.mover(1, 1, 2, 0.75, 0, 0.5))
                        .getMessage());
        assertEquals(
                "estimate1 must be in [1.0, 2.0]: 3.0",
                assertThrows(IllegalArgumentException.class, () -> ProportionIntervals.mover(3, 1, 2, 0, 0, 0))
                        .getMessage());
    }

    private static void assertMessage(String message, double x, double n, double confidence) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ProportionIntervals.wilson(x, n, confidence))
                        .getMessage());
    }

    @Test
    void estimatesMayLieOnTheirBounds() {
        assertEquals(new Bounds(1 - 0.5, 1 + 1), ProportionIntervals.mover(1, 1, 2, 0, 0, 0.5));
    }
}
