package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CriterionTest {

    private static final TierMeasure SOME = new TierMeasure(100, 110, 12, 3);

    @Test
    void thresholdsAreInclusive() {
        assertTrue(Criterion.spendNet(100).isMet(SOME));
        assertFalse(Criterion.spendNet(101).isMet(SOME));
        assertTrue(Criterion.spendGross(110).isMet(SOME));
        assertFalse(Criterion.spendGross(111).isMet(SOME));
        assertTrue(Criterion.pointsEarned(12).isMet(SOME));
        assertFalse(Criterion.pointsEarned(13).isMet(SOME));
        assertTrue(Criterion.visits(3).isMet(SOME));
        assertFalse(Criterion.visits(4).isMet(SOME));
    }

    @Test
    void anyOfWantsOneAndAllOfWantsAll() {
        assertTrue(Criterion.anyOf(Criterion.visits(9), Criterion.spendNet(1)).isMet(SOME));
        assertFalse(
                Criterion.anyOf(Criterion.visits(9), Criterion.spendNet(900)).isMet(SOME));
        assertTrue(Criterion.allOf(Criterion.visits(3), Criterion.spendNet(1)).isMet(SOME));
        assertFalse(Criterion.allOf(Criterion.visits(9), Criterion.spendNet(1)).isMet(SOME));
        assertTrue(Criterion.none().isMet(TierMeasure.ZERO));
    }

    @Test
    void progressNamesWhatRemains() {
        assertEquals(
                List.of(new CriterionProgress(TierBasis.VISITS, 5, 3, 2)),
                Criterion.visits(5).progress(SOME));
        assertEquals(
                List.of(new CriterionProgress(TierBasis.VISITS, 2, 3, 0)),
                Criterion.visits(2).progress(SOME));
        assertEquals(List.of(), Criterion.none().progress(SOME));
    }

    @Test
    void nothingRemainsOfTheAlternativesOfWhatIsMet() {
        Criterion nested = Criterion.allOf(
                Criterion.anyOf(Criterion.visits(9), Criterion.spendNet(50)),
                Criterion.anyOf(Criterion.visits(7), Criterion.pointsEarned(20)));
        assertEquals(
                List.of(
                        new CriterionProgress(TierBasis.VISITS, 9, 3, 0),
                        new CriterionProgress(TierBasis.SPEND_NET, 50, 100, 0),
                        new CriterionProgress(TierBasis.VISITS, 7, 3, 4),
                        new CriterionProgress(TierBasis.POINTS_EARNED, 20, 12, 8)),
                nested.progress(SOME));
    }

    @Test
    void emptyThresholdsAreRefused() {
        assertEquals(
                "SPEND_NET minimum must be at least 1: 0",
                assertThrows(IllegalArgumentException.class, () -> Criterion.spendNet(0))
                        .getMessage());
        assertEquals(
                "criteria must not be empty: any of nothing is never met",
                assertThrows(IllegalArgumentException.class, Criterion::anyOf).getMessage());
        assertEquals(
                "required must be at least 1: 0",
                assertThrows(IllegalArgumentException.class, () -> new CriterionProgress(TierBasis.VISITS, 0, 0, 0))
                        .getMessage());
        assertEquals(
                "remaining must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> new CriterionProgress(TierBasis.VISITS, 1, 0, -1))
                        .getMessage());
    }

    @Test
    void criteriaReadLikeWhatTheySay() {
        assertEquals(
                "anyOf[SPEND_NET>=5, allOf[VISITS>=2, POINTS_EARNED>=7]]",
                Criterion.anyOf(Criterion.spendNet(5), Criterion.allOf(Criterion.visits(2), Criterion.pointsEarned(7)))
                        .toString());
    }

    @Test
    void sumsOfMeasuresAreExact() {
        assertEquals(new TierMeasure(200, 220, 24, 6), SOME.plus(SOME));
        assertThrows(ArithmeticException.class, () -> SOME.plus(new TierMeasure(0, 0, 0, Long.MAX_VALUE)));
    }
}
