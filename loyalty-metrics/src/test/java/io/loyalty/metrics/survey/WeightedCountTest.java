package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedCountTest {

    @Test
    void effectiveNumberIsKishs() {
        WeightedCount count = WeightedCount.ZERO.plusOne(1).plusOne(2).plusOne(3);
        assertEquals(3, count.n());
        assertEquals(6.0, count.weight());
        assertEquals(14.0, count.squaredWeight());
        assertEquals(36.0 / 14, count.effectiveN(), 1e-15);
    }

    @Test
    void equalWeightsSayNothing() {
        WeightedCount count = WeightedCount.ZERO;
        for (int i = 0; i < 1000; i++) {
            count = count.plusOne(0.1);
        }
        assertEquals(1000.0, count.effectiveN());
        assertEquals(100.0, count.weight());
    }

    @Test
    void smallWeightsAreNotLostBesideLargeOnes() {
        WeightedCount count = WeightedCount.ZERO.plusOne(1e16);
        for (int i = 0; i < 10; i++) {
            count = count.plusOne(1);
        }
        assertEquals(1e16 + 10, count.weight());
    }

    @Test
    void sumsOfADatabaseAreTaken() {
        assertEquals(WeightedCount.ZERO.plusOne(1).plusOne(2).plusOne(3), WeightedCount.of(3, 6, 14));
        assertEquals(WeightedCount.ZERO, WeightedCount.of(0, 0, 0));
    }

    @Test
    void impossibleSumsAreRefused() {
        assertEquals(
                "n, weight and squaredWeight must be sums over n positive weights: 2, 6.0 and 14.0",
                assertThrows(IllegalArgumentException.class, () -> WeightedCount.of(2, 6, 14))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> WeightedCount.of(2, 6, 40));
        assertThrows(IllegalArgumentException.class, () -> WeightedCount.of(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> WeightedCount.of(1, Double.NaN, 1));
        assertEquals(
                "n must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> WeightedCount.of(-1))
                        .getMessage());
    }

    @Test
    void numberOfAnswersDoesNotOverflow() {
        WeightedCount most = WeightedCount.of(Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> most.plus(WeightedCount.of(1)));
    }

    @Test
    void printsItsWeightOnlyWhereItDiffers() {
        assertEquals("12", WeightedCount.of(12).toString());
        assertEquals(
                "2 (weight 3.5)", WeightedCount.ZERO.plusOne(1).plusOne(2.5).toString());
    }

    /** 2^53 and 1 have no exact sum; nor have their squares, 2^54 and 1. */
    @Test
    void whatRoundingLosesInOnePartCountsInTheSum() {
        WeightedCount part = WeightedCount.ZERO.plusOne(0x1p53).plusOne(1);
        assertEquals(0x1p53, part.weight());
        assertEquals(0x1p54 + 4, part.plus(part).plusOne(1).plusOne(1).weight());
        WeightedCount squared = WeightedCount.ZERO.plusOne(0x1p27).plusOne(1);
        assertEquals(0x1p54, squared.squaredWeight());
        WeightedCount both = squared.plus(squared);
        for (int i = 0; i < 3; i++) {
            both = both.plusOne(1);
        }
        // 5 more than 2^55, where every eighth number is a double; without what the parts lost it would be 3.
        assertEquals(0x1p55 + 8, both.squaredWeight());
        assertEquals(7, both.n());
    }

    @Test
    void whatRoundingLostIsLeftWhenTheLargePartGoes() {
        WeightedCount large = WeightedCount.ZERO.plusOne(0x1p53);
        assertEquals(WeightedCount.of(3), large.plusOne(1).plusOne(1).plusOne(1).minus(large));
        assertEquals(WeightedCount.of(2), large.plusOne(1).plusOne(1).plusOne(1).minus(large.plusOne(1)));
        WeightedCount lopsided = WeightedCount.ZERO.plusOne(0x1p27);
        assertEquals(
                3, lopsided.plusOne(1).plusOne(1).plusOne(1).minus(lopsided).squaredWeight());
        assertEquals(
                2,
                lopsided.plusOne(1)
                        .plusOne(1)
                        .plusOne(1)
                        .minus(lopsided.plusOne(1))
                        .squaredWeight());
        WeightedCount three = WeightedCount.ZERO.plusOne(1).plusOne(2).plusOne(4);
        assertEquals(WeightedCount.ZERO.plusOne(1).plusOne(4), three.minus(WeightedCount.ZERO.plusOne(2)));
    }

    @Test
    void sumsAtTheirLimitsAreTaken() {
        assertEquals(2, WeightedCount.of(2, 6, 18).n());
        assertEquals(1, WeightedCount.of(1, 3, 9).n());
    }

    @Test
    void weightsOfAnySensibleSizeCount() {
        assertTrue(WeightedCount.requireWeight(1e-100, "w"));
        assertTrue(WeightedCount.requireWeight(1e100, "w"));
        assertFalse(WeightedCount.requireWeight(0, "w"));
    }

    @Test
    void countsAreEqualByNumberAndSums() {
        WeightedCount count = WeightedCount.of(3, 6, 14);
        assertEquals(WeightedCount.of(3, 6, 14).hashCode(), count.hashCode());
        for (WeightedCount other :
                List.of(WeightedCount.of(4, 6, 14), WeightedCount.of(3, 6.5, 14.5), WeightedCount.of(3, 6, 15))) {
            assertNotEquals(count, other);
            assertNotEquals(count.hashCode(), other.hashCode());
        }
    }
}
