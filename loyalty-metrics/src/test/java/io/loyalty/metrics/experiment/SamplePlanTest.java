package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.numeric.Normal;
import org.junit.jupiter.api.Test;

class SamplePlanTest {

    private static final SamplePlan PLAN = SamplePlan.withDefaults();

    @Test
    void sizesForSharesAgreeWithTheFormulaOfR() {
        // The example of R's power.prop.test: 76.7 in each group.
        assertEquals(ArmSizes.of(77, 77), PLAN.withPower(0.9).sizesForShares(0.5, 0.75));
        for (Reference row : Reference.rows("power_shares.csv")) {
            double ratio = row.number("ratio");
            ArmSizes sizes = PLAN.withSignificance(row.number("alpha"))
                    .withPower(row.number("power"))
                    .withSecondPerFirst(ratio)
                    .sizesForShares(row.number("p1"), row.number("p2"));
            double n1 = row.number("n1");
            assertEquals(ArmSizes.of((long) Math.ceil(n1), (long) Math.ceil(ratio * n1)), sizes);
        }
    }

    @Test
    void whichArmIsFirstMatters() {
        SamplePlan plan = PLAN.withSecondPerFirst(4);
        ArmSizes rareFirst = plan.sizesForShares(0.01, 0.03);
        ArmSizes rareSecond = plan.sizesForShares(0.03, 0.01);
        assertTrue(rareFirst.first() != rareSecond.first());
        assertEquals(4, (double) rareFirst.second() / rareFirst.first(), 0.02);
        ArmSizes swapped = PLAN.withSecondPerFirst(0.25).sizesForShares(0.03, 0.01);
        assertEquals(rareFirst.first(), swapped.second(), 1);
        assertEquals(rareFirst.second(), swapped.first(), 3);
    }

    @Test
    void powerOfThePlannedSizesIsThePlannedPower() {
        ArmSizes sizes = PLAN.sizesForShares(0.12, 0.1);
        assertEquals(0.8, PLAN.powerForShares(0.12, 0.1, sizes), 1e-4);
        assertTrue(PLAN.powerForShares(0.12, 0.1, sizes) >= 0.8);
        ArmSizes known = PLAN.sizesForKnownVariances(-0.1, 1, 1);
        assertEquals(Math.ceil(Math.pow((Normal.isf(0.025) + Normal.isf(0.2)) / 0.1, 2) * 2), known.first());
        assertEquals(known, PLAN.sizesForKnownVariances(0.1, 1, 1));
        assertEquals(0.8, PLAN.powerForKnownVariances(-0.1, 1, 1, known), 1e-3);
        assertEquals(0.1, PLAN.detectableForKnownVariances(1, 1, known), 1e-4);
    }

    @Test
    void armsOfKnownVariancesCountEachForItself() {
        double z = Normal.isf(0.025) + Normal.isf(0.2);
        double first = z * z * (3 + 8.0 / 4) / 0.25;
        assertEquals(
                ArmSizes.of((long) Math.ceil(first), (long) Math.ceil(4 * first)),
                PLAN.withSecondPerFirst(4).sizesForKnownVariances(0.5, 3, 8));
        assertEquals(
                z * Math.sqrt(3 / 10.0 + 8 / 40.0), PLAN.detectableForKnownVariances(3, 8, ArmSizes.of(10, 40)), 1e-14);
        assertEquals(
                Normal.cdf(1 / Math.sqrt(3 / 10.0 + 8 / 40.0) - Normal.isf(0.025)),
                PLAN.powerForKnownVariances(1, 3, 8, ArmSizes.of(10, 40)),
                1e-15);
        // Less power than the level: any difference will do.
        assertEquals(0.0, PLAN.withPower(0.01).detectableForKnownVariances(3, 8, ArmSizes.of(10, 40)));
        assertEquals(ArmSizes.of(1, 1), PLAN.withPower(0.01).sizesForKnownVariances(0.5, 3, 8));
    }

    @Test
    void powerForMeansAgreesWithStatsmodels() {
        for (Reference row : Reference.rows("power_means.csv")) {
            double effect = row.number("effect");
            long n1 = row.count("n1");
            double ratio = row.number("ratio");
            SamplePlan plan = PLAN.withSignificance(row.number("alpha")).withSecondPerFirst(ratio);
            ArmSizes sizes = ArmSizes.of(n1, (long) (n1 * ratio));
            row.check("power", 1e-9, plan.powerForMeans(2 * effect, 2, sizes));
            assertEquals(row.number("n1_80"), plan.sizesForMeans(effect, 1).first(), 1);
            assertEquals(
                    row.number("n1_95"),
                    plan.withPower(0.95).sizesForMeans(-3 * effect, 3).first(),
                    1);
            if (ratio == 1) {
                assertEquals(
                        (long) Math.ceil(row.number("n1_80")),
                        plan.sizesForMeans(effect, 1).first());
            }
        }
    }

    @Test
    void sizesForMeansAreTheSmallestThatReachThePower() {
        for (double effect : new double[] {0.03, 0.2, 0.9, 3, 50}) {
            ArmSizes sizes = PLAN.sizesForMeans(effect, 1);
            assertTrue(PLAN.powerForMeans(effect, 1, sizes) >= 0.8);
            if (sizes.first() > 2) {
                assertTrue(PLAN.powerForMeans(effect, 1, ArmSizes.of(sizes.first() - 1, sizes.second() - 1)) < 0.8);
            }
        }
        assertEquals(ArmSizes.of(2, 2), PLAN.sizesForMeans(50, 1));
    }

    @Test
    void detectableEffectsHaveThePlannedPower() {
        ArmSizes sizes = ArmSizes.of(2_000, 1_000);
        double higher = PLAN.detectableHigherShare(0.1, sizes).orElseThrow();
        double lower = PLAN.detectableLowerShare(0.1, sizes).orElseThrow();
        assertTrue(lower < 0.1 && higher > 0.1);
        assertEquals(0.8, PLAN.powerForShares(higher, 0.1, sizes), 1e-12);
        assertEquals(0.8, PLAN.powerForShares(lower, 0.1, sizes), 1e-12);
        double difference = PLAN.detectableMeanDifference(30, sizes).orElseThrow();
        assertEquals(0.8, PLAN.powerForMeans(difference, 30, sizes), 1e-10);
        assertEquals(
                "no effect is large enough for arms of this size",
                PLAN.detectableHigherShare(0.999, ArmSizes.of(100, 100)).reason());
        assertFalse(PLAN.withPower(0.01).detectableMeanDifference(1, sizes).isDefined());
    }

    @Test
    void noEffectIsFoundAtTheLevelOfSignificance() {
        assertEquals(0.05, PLAN.powerForMeans(0, 1, ArmSizes.of(50, 70)), 1e-12);
        assertEquals(1.0, PLAN.powerForMeans(1e6, 1, ArmSizes.of(50, 70)));
        assertEquals(0.0, PLAN.powerForShares(1, 1, ArmSizes.of(50, 70)));
        assertEquals(1.0, PLAN.powerForShares(1, 0, ArmSizes.of(50, 70)));
        assertEquals(1.0, PLAN.powerForKnownVariances(-1, 0, 0, ArmSizes.of(5, 5)));
        assertEquals(0.0, PLAN.powerForKnownVariances(0, 0, 0, ArmSizes.of(5, 5)));
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals(
                "difference must not be 0 and must be finite: 0.0",
                Reference.refusal(() -> PLAN.sizesForShares(0.1, 0.1)));
        assertEquals("first must be in [0, 1]: 1.1", Reference.refusal(() -> PLAN.sizesForShares(1.1, 0.1)));
        assertEquals(
                "second must be in [0, 1): 1.0",
                Reference.refusal(() -> PLAN.detectableHigherShare(1, ArmSizes.of(5, 5))));
        assertEquals(
                "second must be in (0, 1]: 0.0",
                Reference.refusal(() -> PLAN.detectableLowerShare(0, ArmSizes.of(5, 5))));
        assertEquals("deviation must be above 0 and finite: 0.0", Reference.refusal(() -> PLAN.sizesForMeans(1, 0)));
        assertEquals(
                "difference must not be 0 and must be finite: 0.0",
                Reference.refusal(() -> PLAN.sizesForKnownVariances(0, 1, 1)));
        assertEquals(
                "firstVariance must be at least 0 and finite: -1.0",
                Reference.refusal(() -> PLAN.sizesForKnownVariances(1, -1, 1)));
        assertEquals(
                "secondVariance must be at least 0 and finite: NaN",
                Reference.refusal(() -> PLAN.sizesForKnownVariances(1, 1, Double.NaN)));
        assertEquals(
                "secondVariance must be at least 0 and finite: Infinity",
                Reference.refusal(
                        () -> PLAN.powerForKnownVariances(1, 1, Double.POSITIVE_INFINITY, ArmSizes.of(5, 5))));
        assertEquals(
                "firstVariance must be at least 0 and finite: -1.0",
                Reference.refusal(() -> PLAN.detectableForKnownVariances(-1, 1, ArmSizes.of(5, 5))));
        assertEquals(
                "difference must be finite: Infinity",
                Reference.refusal(
                        () -> PLAN.powerForKnownVariances(Double.POSITIVE_INFINITY, 1, 1, ArmSizes.of(5, 5))));
        assertEquals("ratio must be above 0 and finite: -1.0", Reference.refusal(() -> PLAN.withSecondPerFirst(-1)));
        assertEquals("power must be in (0, 1): 1.0", Reference.refusal(() -> PLAN.withPower(1)));
        assertEquals("significance must be in (0, 1): NaN", Reference.refusal(() -> PLAN.withSignificance(Double.NaN)));
        assertEquals(
                "customers must be at least 3: 2",
                Reference.refusal(() -> PLAN.powerForMeans(1, 1, ArmSizes.of(1, 1))));
        assertEquals("second must be at least 1: 0", Reference.refusal(() -> ArmSizes.of(1, 0)));
        assertThrows(ArithmeticException.class, () -> PLAN.sizesForMeans(1e-12, 1));
        assertThrows(ArithmeticException.class, () -> PLAN.sizesForKnownVariances(1e-12, 1, 1));
    }

    @Test
    void sharesOutsideTheRangeAreRefusedByName() {
        ArmSizes sizes = ArmSizes.of(5, 5);
        assertEquals("second must be in [0, 1]: -0.1", Reference.refusal(() -> PLAN.sizesForShares(0.1, -0.1)));
        assertEquals("first must be in [0, 1]: 1.5", Reference.refusal(() -> PLAN.powerForShares(1.5, 0.1, sizes)));
        assertEquals("second must be in [0, 1]: 2.0", Reference.refusal(() -> PLAN.powerForShares(0.1, 2, sizes)));
        assertEquals(
                "difference must not be 0 and must be finite: 0.0", Reference.refusal(() -> PLAN.sizesForMeans(0, 1)));
        assertEquals(
                "difference must not be 0 and must be finite: Infinity",
                Reference.refusal(() -> PLAN.sizesForKnownVariances(Double.POSITIVE_INFINITY, 1, 1)));
        assertEquals(
                "ratio must be above 0 and finite: Infinity",
                Reference.refusal(() -> PLAN.withSecondPerFirst(Double.POSITIVE_INFINITY)));
    }

    @Test
    void controlsOfNobodyOrEverybodyCanBePlannedFor() {
        ArmSizes sizes = ArmSizes.of(300, 300);
        double higher = PLAN.detectableHigherShare(0, sizes).orElseThrow();
        double lower = PLAN.detectableLowerShare(1, sizes).orElseThrow();
        assertEquals(1, higher + lower, 1e-12);
        assertEquals(0.8, PLAN.powerForShares(higher, 0, sizes), 1e-9);
    }

    @Test
    void moreCustomersThanALongIsAnError() {
        assertThrows(ArithmeticException.class, () -> ArmSizes.atLeast(0x1p63, 1));
        assertThrows(ArithmeticException.class, () -> ArmSizes.atLeast(1, 0x1p63));
        assertEquals(ArmSizes.of(1L << 62, 1), ArmSizes.atLeast(0x1p62, 0x1p-70));
    }
}
