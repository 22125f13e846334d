package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Reference values: the formulas with scipy.stats.norm.isf of SciPy 1.17.1, rounded up. */
class NetPromoterSampleSizeTest {

    private static final NetPromoterSampleSize PLAN = NetPromoterSampleSize.withDefaults();
    private static final NetPromoterCounts FIRST = NetPromoterCounts.of(25, 35, 40);
    private static final NetPromoterCounts SECOND = NetPromoterCounts.of(40, 30, 30);

    @Test
    void worstCase() {
        assertEquals(1537, PLAN.forMargin(5));
        assertEquals(385, PLAN.forMargin(10));
        assertEquals(1570, PLAN.forDifference(10));
    }

    @Test
    void expectedSpreadNeedsFewer() {
        assertEquals(965, PLAN.forMargin(5, FIRST));
        assertEquals(1035, PLAN.forDifference(10, FIRST, SECOND));
        assertEquals(1129, PLAN.withConfidence(0.9).withPower(0.9).forDifference(10, FIRST, SECOND));
    }

    @Test
    void expectedUnanimityNeedsOne() {
        assertEquals(1, PLAN.forMargin(5, NetPromoterCounts.of(0, 0, 7)));
    }

    @Test
    void impossiblePlansAreRefused() {
        assertEquals("margin must be in (0, 200] points: 0.0", refusal(() -> PLAN.forMargin(0)));
        assertEquals("difference must be in (0, 200] points: NaN", refusal(() -> PLAN.forDifference(Double.NaN)));
        assertEquals("power must be in (0, 1): 1.0", refusal(() -> PLAN.withPower(1)));
        assertEquals("confidence must be in (0, 1): 0.0", refusal(() -> PLAN.withConfidence(0)));
        assertEquals(
                "expected must have answers: 0 detractors, 0 passives, 0 promoters",
                refusal(() -> PLAN.forMargin(5, NetPromoterCounts.of(0, 0, 0))));
        assertThrows(ArithmeticException.class, () -> PLAN.forMargin(1e-9));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
