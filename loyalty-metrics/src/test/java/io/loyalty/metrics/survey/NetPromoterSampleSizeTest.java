package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ArmSizes;
import io.loyalty.metrics.numeric.Normal;
import org.junit.jupiter.api.Test;

/** Reference values: the formulas with scipy.stats.norm.isf of SciPy 1.17.1, rounded up. */
class NetPromoterSampleSizeTest {

    private static final NetPromoterSampleSize PLAN = NetPromoterSampleSize.withDefaults();
    private static final NetPromoterCounts FIRST = NetPromoterCounts.of(25, 35, 40);
    private static final NetPromoterCounts SECOND = NetPromoterCounts.of(40, 30, 30);

    @Test
    void worstCase() {
        assertEquals(1537, NetPromoterSampleSize.withDefaults().forMargin(5));
        assertEquals(385, PLAN.forMargin(10));
        assertEquals(ArmSizes.of(1570, 1570), PLAN.forDifference(10));
    }

    @Test
    void expectedSpreadNeedsFewer() {
        assertEquals(965, PLAN.forMargin(5, FIRST));
        assertEquals(ArmSizes.of(1035, 1035), PLAN.forDifference(10, FIRST, SECOND));
        assertEquals(
                ArmSizes.of(1129, 1129), PLAN.withConfidence(0.9).withPower(0.9).forDifference(10, FIRST, SECOND));
    }

    @Test
    void aLargerSecondGroupSparesTheFirst() {
        double z = Normal.isf(0.025) + Normal.isf(0.2);
        // Variances 0.65 - 0.15² and 0.7 - 0.1².
        double first = z * z * (0.6275 + 0.69 / 3) / 0.01;
        assertEquals(
                ArmSizes.of((long) Math.ceil(first), (long) Math.ceil(3 * first)),
                PLAN.withSecondPerFirst(3).forDifference(10, FIRST, SECOND));
    }

    @Test
    void powerAndDetectableDifferenceInvertTheSizes() {
        ArmSizes sizes = PLAN.forDifference(10, FIRST, SECOND);
        assertEquals(0.8, PLAN.power(10, FIRST, SECOND, sizes), 1e-3);
        assertEquals(10, PLAN.detectable(FIRST, SECOND, sizes).orElseThrow(), 0.01);
        ArmSizes few = ArmSizes.of(1, 2);
        double points = 100 * (Normal.isf(0.025) + Normal.isf(0.2)) * Math.sqrt(0.6275 + 0.69 / 2);
        assertTrue(points > 200);
        assertEquals(
                Measure.undefined("no difference is large enough for so few answers"),
                PLAN.detectable(FIRST, SECOND, few));
        assertEquals(
                100 * Normal.isf(0.025) * Math.sqrt(0.6275 + 0.69 / 2),
                PLAN.withPower(0.5).detectable(FIRST, SECOND, few).orElseThrow(),
                1e-10);
        assertEquals(
                Normal.cdf(0.5 / Math.sqrt(0.6275 + 0.69 / 2) - Normal.isf(0.025)),
                PLAN.power(50, FIRST, SECOND, few),
                1e-15);
    }

    @Test
    void expectedUnanimityNeedsOne() {
        assertEquals(1, PLAN.forMargin(5, NetPromoterCounts.of(0, 0, 7)));
    }

    @Test
    void impossiblePlansAreRefused() {
        assertEquals("margin must be in (0, 200] points: 0.0", refusal(() -> PLAN.forMargin(0)));
        assertEquals("margin must be in (0, 200] points: 200.1", refusal(() -> PLAN.forMargin(200.1)));
        assertEquals(1, PLAN.forMargin(200));
        assertEquals("ratio must be above 0 and finite: 0.0", refusal(() -> PLAN.withSecondPerFirst(0)));
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
