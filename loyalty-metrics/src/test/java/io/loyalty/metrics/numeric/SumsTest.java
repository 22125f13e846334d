package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SumsTest {

    @Test
    void smallNumbersSurviveLargeOnes() {
        assertEquals(2, Sums.sum(new double[] {1, 1e100, 1, -1e100}));
        assertEquals(0.1 * 10, Sums.sum(new double[] {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1}));
        assertEquals(0, Sums.sum(new double[0]));
    }

    @Test
    void productsAreExact() {
        double x = 1 + 0x1p-30;
        assertEquals(0x1p-60, Sums.dot(new double[] {x, -1, -2}, new double[] {x, 1, 0x1p-30}));
    }

    @Test
    void infinitiesAreKept() {
        assertEquals(Double.POSITIVE_INFINITY, Sums.sum(new double[] {1, Double.POSITIVE_INFINITY, 2}));
        assertEquals(Double.POSITIVE_INFINITY, Sums.sum(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("x must be a number: NaN", () -> Sums.sum(new double[] {1, Double.NaN}));
        assertRefused("x and y must be of equal length: 1 and 2", () -> Sums.dot(new double[1], new double[2]));
    }
}
