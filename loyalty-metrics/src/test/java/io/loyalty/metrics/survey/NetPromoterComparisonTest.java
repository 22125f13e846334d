package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;

/** Reference values by mpmath 1.3.0 with 40 digits: p = erfc(|z| / sqrt 2), MOVER from the intervals of the same precision. */
class NetPromoterComparisonTest {

    private static final NetPromoterCounts FIRST = NetPromoterCounts.of(25, 35, 40);
    private static final NetPromoterCounts SECOND = NetPromoterCounts.of(40, 30, 30);
    private static final NetPromoterComparison DEFAULTS = NetPromoterComparison.withDefaults();

    @Test
    void workedExample() {
        Comparison comparison = NetPromoterScore.of(FIRST).minus(NetPromoterScore.of(SECOND));
        assertEquals(Measure.of(25), comparison.difference().value());
        Interval interval = comparison.difference().interval().orElseThrow();
        assertEquals(2.2192275218575839, interval.lower(), 1e-11);
        assertEquals(46.790824531856027, interval.upper(), 1e-11);
        assertEquals(0.0313268212875552838, comparison.pValue().orElseThrow(), 1e-14);
        assertEquals(200, comparison.difference().n());
        assertEquals("adjusted z", comparison.test());
        assertTrue(comparison
                .toString()
                .startsWith("25.0 [2.21923, 46.7908] (95 % MOVER of score), n = 200, p = 0.0313268"));
    }

    @Test
    void unadjustedTestAndWaldIntervalAreThePlainOnes() {
        Comparison comparison = DEFAULTS.with(NetInterval.WALD)
                .with(DifferencePValue.UNADJUSTED)
                .compare(FIRST, SECOND);
        assertEquals(0.0294034899765895577, comparison.pValue().orElseThrow(), 1e-14);
        double half =
                1.959963984540054 * comparison.difference().standardError().orElseThrow();
        assertEquals(25 - half, comparison.difference().interval().orElseThrow().lower(), 1e-11);
        assertEquals(25 + half, comparison.difference().interval().orElseThrow().upper(), 1e-11);
        assertEquals("z", comparison.test());
    }

    @Test
    void directionIsFirstMinusSecond() {
        Comparison there = DEFAULTS.compare(FIRST, SECOND);
        Comparison back = DEFAULTS.compare(SECOND, FIRST);
        assertEquals(-25.0, back.difference().value().orElseThrow());
        assertEquals(
                there.difference().interval().orElseThrow().lower(),
                -back.difference().interval().orElseThrow().upper(),
                1e-12);
        assertEquals(there.pValue(), back.pValue());
    }

    @Test
    void adjustedWaldMovesAroundItsOwnCentre() {
        // All detractors against all promoters: the adjusted estimates are 5 / 8 each way.
        Interval interval = DEFAULTS.with(NetInterval.ADJUSTED_WALD)
                .compare(NetPromoterCounts.of(5, 0, 0), NetPromoterCounts.of(0, 0, 5))
                .difference()
                .interval()
                .orElseThrow();
        double half = 100 * 1.959963984540054 * Math.sqrt(2 * (6.5 / 8 - 25.0 / 64) / 8);
        assertEquals(-125 - half, interval.lower(), 1e-10);
        assertEquals(-125 + half, interval.upper(), 1e-10);
    }

    @Test
    void opposedGroupsOfOneMind() {
        NetPromoterCounts against = NetPromoterCounts.of(5, 0, 0);
        NetPromoterCounts inFavour = NetPromoterCounts.of(0, 0, 5);
        Comparison comparison = DEFAULTS.compare(against, inFavour);
        assertEquals(Measure.of(-200), comparison.difference().value());
        assertEquals(-200.0, comparison.difference().interval().orElseThrow().lower());
        assertEquals(
                -77.109801138068705,
                comparison.difference().interval().orElseThrow().upper(),
                1e-11);
        assertEquals(0.00011860013866224712, comparison.pValue().orElseThrow(), 1e-17);
        assertEquals(
                Measure.undefined("no variance within the groups"),
                DEFAULTS.with(DifferencePValue.UNADJUSTED)
                        .compare(against, inFavour)
                        .pValue());
    }

    @Test
    void groupWithoutAnswersHasNoDifference() {
        Comparison comparison = DEFAULTS.compare(FIRST, NetPromoterCounts.of(0, 0, 0));
        assertEquals(
                Measure.undefined("a group without answers"),
                comparison.difference().value());
        assertEquals(Measure.undefined("a group without answers"), comparison.pValue());
        assertEquals(100, comparison.difference().n());
    }

    @Test
    void equalGroupsHaveAPValueOfOne() {
        Comparison comparison = DEFAULTS.withConfidence(0.9).compare(FIRST, FIRST);
        assertEquals(Measure.of(1), comparison.pValue());
        assertEquals(Measure.of(0), comparison.difference().value());
        assertEquals(0.9, comparison.difference().interval().orElseThrow().confidence());
    }

    @Test
    void differencesAreOfAllAnswersOfBothGroups() {
        Estimate difference = NetPromoterComparison.withDefaults()
                .compare(NetPromoterCounts.of(5, 3, 2), NetPromoterCounts.of(1, 1, 4))
                .difference();
        assertEquals(16, difference.n());
        assertEquals(16.0, difference.effectiveN());
        assertEquals(
                5,
                NetPromoterComparison.withDefaults()
                        .compare(NetPromoterCounts.of(0, 0, 0), NetPromoterCounts.of(1, 1, 3))
                        .difference()
                        .n());
        assertEquals(
                "confidence must be in (0, 1): 0.0",
                Approx.refusal(() -> NetPromoterComparison.withDefaults().withConfidence(0)));
    }
}
