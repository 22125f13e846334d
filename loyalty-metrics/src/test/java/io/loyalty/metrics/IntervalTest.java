package io.loyalty.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private static Interval between(double lower, double upper) {
        return new Interval(lower, upper, .95, "Wilson");
    }

    private static String refusal(double lower, double upper, double confidence) {
        return assertThrows(IllegalArgumentException.class, () -> new Interval(lower, upper, confidence, "Wilson"))
                .getMessage();
    }

    @Test
    void bothBoundsAreInside() {
        Interval interval = between(.25, .75);
        assertTrue(interval.contains(.25));
        assertTrue(interval.contains(.5));
        assertTrue(interval.contains(.75));
        assertFalse(interval.contains(Math.nextDown(.25)));
        assertFalse(interval.contains(Math.nextUp(.75)));
        assertFalse(interval.contains(Double.NaN));
    }

    @Test
    void theWidthIsTheDistanceOfTheBounds() {
        assertEquals(.5, between(.25, .75).width());
        assertEquals(0, between(.25, .25).width());
        assertEquals(
                Double.POSITIVE_INFINITY, between(Double.NEGATIVE_INFINITY, 1).width());
    }

    @Test
    void boundsAreInOrder() {
        assertEquals("lower must be at most upper: 0.5 and 0.25", refusal(.5, .25, .95));
        assertEquals("lower must be at most upper: NaN and 1.0", refusal(Double.NaN, 1, .95));
        assertEquals("lower must be at most upper: 0.0 and NaN", refusal(0, Double.NaN, .95));
    }

    @Test
    void confidenceIsBetweenNothingAndCertainty() {
        assertEquals("confidence must be in (0, 1): 0.0", refusal(0, 1, 0));
        assertEquals("confidence must be in (0, 1): 1.0", refusal(0, 1, 1));
        assertEquals("confidence must be in (0, 1): NaN", refusal(0, 1, Double.NaN));
    }

    @Test
    void textHasSixDigitsAndNoLocale() {
        assertEquals(
                "[0.333333, 0.666667] (95 % Wilson)", between(1 / 3d, 2 / 3d).toString());
        assertEquals(
                "[-Infinity, 1234570] (99.5 % one-sided)",
                new Interval(Double.NEGATIVE_INFINITY, 1_234_567, .995, "one-sided").toString());
    }
}
