package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MomentsTest {

    @Test
    void byHand() {
        Moments moments = Moments.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertEquals(8, moments.count());
        assertEquals(40, moments.sum());
        assertEquals(5, moments.mean());
        assertEquals(32, moments.squaredDeviations());
        assertEquals(4, moments.populationVariance());
        assertEquals(32.0 / 7, moments.variance());
    }

    @Test
    void aLargeMeanDoesNotSwampTheVariance() {
        assertEquals(1, Moments.of(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3}).variance());
        assertEquals(0.5, Moments.of(new double[] {1e9 + 1, 1e9 + 2}).variance());
        assertEquals(1, Moments.of(new double[] {1e12 + 1, 1e12 + 2, 1e12 + 3}).variance());
    }

    @Test
    void equalValuesHaveNoVariance() {
        assertEquals(0, Moments.of(new double[] {0.1, 0.1, 0.1}).variance());
        assertEquals(0, Moments.of(new double[] {1e149, 1e149}).variance());
    }

    @Test
    void partsCombineToTheWhole() {
        Moments left = Moments.of(new double[] {1e9 + 1});
        left.combine(Moments.of(new double[] {1e9 + 2, 1e9 + 3}));
        left.combine(new Moments());
        assertEquals(3, left.count());
        assertEquals(1e9 + 2, left.mean());
        assertEquals(1, left.variance());
    }

    @Test
    void tooFewValuesAreRefused() {
        assertEquals(
                "count must be at least 1: 0",
                assertThrows(IllegalStateException.class, () -> new Moments().mean())
                        .getMessage());
        Moments one = Moments.of(new double[] {3});
        assertEquals(3, one.mean());
        assertEquals(0, one.populationVariance());
        assertEquals(
                "count must be at least 2: 1",
                assertThrows(IllegalStateException.class, one::variance).getMessage());
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("x must be in [-1e150, 1e150]: NaN", () -> new Moments().add(Double.NaN));
        assertRefused("x must be in [-1e150, 1e150]: 1.0E151", () -> new Moments().add(1e151));
    }

    @Test
    void smallestAndLargestAreKept() {
        Moments moments = Moments.of(new double[] {3, -1e150, 8});
        moments.combine(Moments.of(new double[] {1e150, 2}));
        assertEquals(-1e150, moments.smallest());
        assertEquals(1e150, moments.largest());
    }

    @Test
    void nothingHasNoSmallestNorLargestNorDeviation() {
        Moments none = new Moments();
        assertEquals(0, none.count());
        assertEquals(0, none.sum());
        for (Executable call :
                List.<Executable>of(none::smallest, none::largest, none::squaredDeviations, none::populationVariance)) {
            assertEquals(
                    "count must be at least 1: 0",
                    assertThrows(IllegalStateException.class, call).getMessage());
        }
    }
}
