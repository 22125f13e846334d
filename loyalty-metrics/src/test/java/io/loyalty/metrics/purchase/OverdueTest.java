package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTest {

    private static final VisitRhythm RHYTHM = VisitRhythm.of(new int[] {8, 12, 10, 10}, 30);
    private static final VisitRhythm NEW = VisitRhythm.of(new int[0], 30);
    /** Mean (10 + 20 + 30 + 40) / 2 = 50; S(20) = .5. */
    private static final GapDistribution GROUP = GapDistribution.of(new int[] {10, 20}, new int[] {30, 40});

    @Test
    void theOpenGapIsComparedWithTheOwnGaps() {
        OverdueScore score = Overdue.withDefaults().score(RHYTHM);
        assertEquals(30, score.openGap());
        assertEquals(4, score.gaps());
        assertEquals(GapBasis.OWN, score.basis());
        assertEquals(Measure.of(10), score.meanGap());
        assertEquals(Measure.of(3), score.toMean());
        assertEquals(Measure.of(3), score.toMedian());
        assertEquals(20 / Math.sqrt(8 / 3.0), score.deviations().orElseThrow(), 1e-13);
        assertEquals(Measure.of(1), score.shareOfGaps());
        assertEquals(Math.exp(-3), score.chanceOfWaiting().orElseThrow(), 1e-16);
        assertEquals("30 days since the last visit, 3.0 times the mean gap (OWN, 4 gaps)", score.toString());
    }

    @Test
    void aPriorDrawsTheMeanTowardsTheGroup() {
        OverdueScore score =
                Overdue.withDefaults().within(GROUP).withPriorWeight(2).score(RHYTHM);
        assertEquals(GapBasis.OWN_AND_GROUP, score.basis());
        assertEquals((2 * 50 + 40) / 6.0, score.meanGap().orElseThrow(), 1e-14);
        assertEquals(Measure.of(3), score.toMedian());
    }

    @Test
    void withoutOwnGapsTheGroupStandsIn() {
        OverdueScore score = Overdue.withDefaults().within(GROUP).score(NEW);
        assertEquals(GapBasis.GROUP, score.basis());
        assertEquals(Measure.of(50), score.meanGap());
        assertEquals(Measure.of(0.6), score.toMean());
        assertEquals(Measure.of(1.5), score.toMedian());
        assertEquals(Measure.of(0.5), score.shareOfGaps());
        assertEquals(Measure.undefined("no gap between visits"), score.deviations());
    }

    @Test
    void withoutAnyGapsNothingIsKnown() {
        for (Overdue overdue : List.of(
                Overdue.withDefaults(),
                Overdue.withDefaults().withPriorWeight(3).within(GapDistribution.of(new int[0], new int[] {5})))) {
            OverdueScore score = overdue.score(NEW);
            assertEquals(GapBasis.NONE, score.basis());
            assertEquals(Measure.undefined("no gap between visits"), score.toMean());
            assertEquals(Measure.undefined("no gap between visits"), score.chanceOfWaiting());
            assertEquals(30, score.openGap());
        }
    }

    @Test
    void equalGapsHaveNoDeviations() {
        OverdueScore score = Overdue.withDefaults().score(VisitRhythm.of(new int[] {7, 7}, 0));
        assertEquals(Measure.undefined("all gaps are equal"), score.deviations());
        assertEquals(Measure.of(0), score.toMean());
        assertEquals(Measure.of(1), score.chanceOfWaiting());
        assertEquals(Measure.of(0), score.shareOfGaps());
    }

    @Test
    void aHistoryIsScoredCustomerByCustomer() {
        PurchaseHistory history = PurchaseRules.asOf(LocalDate.ofEpochDay(20_500), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(new long[] {1, 1, 2}, new long[] {20_400, 20_440, 20_490}, new long[] {1, 1, 1});
        List<OverdueScore> scores =
                Overdue.withDefaults().within(GapDistribution.of(history)).scores(history);
        assertEquals(Measure.of(1.5), scores.get(0).toMean());
        assertEquals(GapBasis.GROUP, scores.get(1).basis());
        assertEquals(Measure.of(110), scores.get(1).meanGap());
    }

    @Test
    void weightsOutOfRangeAreRefused() {
        assertEquals(
                "gaps must be finite and at least 0: NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Overdue.withDefaults().withPriorWeight(Double.NaN))
                        .getMessage());
    }

    @Test
    void aRhythmDoesNotAskForSortedGaps() {
        VisitRhythm rhythm = VisitRhythm.of(new int[] {9, 1, 5}, 4);
        assertEquals(Measure.of(5), rhythm.median());
        assertEquals(Measure.of(3), rhythm.quantile(.25));
        assertEquals(Measure.of(8), rhythm.quantile(.875));
        assertEquals(Measure.of(1 / 3.0), rhythm.shareUpTo(4));
    }
}
