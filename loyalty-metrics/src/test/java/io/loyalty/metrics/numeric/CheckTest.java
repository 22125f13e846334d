package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void whatIsInRangeIsGivenBack() {
        assertEquals(-7, Check.number(-7, "x"));
        assertEquals(Double.MIN_VALUE, Check.positive(Double.MIN_VALUE, "x"));
        assertEquals(0, Check.notNegative(0, "x"));
        assertEquals(3, Check.notNegative(3, "x"));
        assertEquals(0, Check.probability(0, "x"));
        assertEquals(1, Check.probability(1, "x"));
    }

    @Test
    void infinityIsNeitherPositiveAndFiniteNorAtLeastZeroAndFinite() {
        assertRefused("x must be positive and finite: Infinity", () -> Check.positive(Double.POSITIVE_INFINITY, "x"));
        assertRefused(
                "x must be at least 0 and finite: Infinity", () -> Check.notNegative(Double.POSITIVE_INFINITY, "x"));
    }

    @Test
    void boundsMayMeetButNotCross() {
        assertEquals(new Bounds(2, 2), new Bounds(2, 3).clip(0, 2));
        assertRefused("lower must be at most upper: 3.0 and 2.0", () -> new Bounds(3, 2));
        assertRefused("lower must be at most upper: NaN and 2.0", () -> new Bounds(Double.NaN, 2));
    }
}
