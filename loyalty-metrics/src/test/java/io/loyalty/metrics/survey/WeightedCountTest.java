package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
