package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GapDistributionTest {

    /** Times 2, 3, 3, 5, 8, 8, 9, 12 with events 1, 1, 0, 1, 0, 1, 1, 0: the textbook's S is .875, .75, .6, .45, .225. */
    private static final GapDistribution GAPS = GapDistribution.of(new int[] {2, 3, 5, 8, 9}, new int[] {3, 8, 12});

    @Test
    void theShareStillWaitingIsTheProductLimit() {
        assertEquals(Measure.of(1), GAPS.stillWaiting(1));
        assertEquals(0.875, GAPS.stillWaiting(2).orElseThrow(), 1e-15);
        assertEquals(0.75, GAPS.stillWaiting(3).orElseThrow(), 1e-15);
        assertEquals(0.75, GAPS.stillWaiting(4).orElseThrow(), 1e-15);
        assertEquals(0.6, GAPS.stillWaiting(5).orElseThrow(), 1e-15);
        assertEquals(0.45, GAPS.stillWaiting(8).orElseThrow(), 1e-15);
        assertEquals(0.225, GAPS.stillWaiting(12).orElseThrow(), 1e-15);
        assertEquals("beyond the longest wait of 12 days", GAPS.stillWaiting(13).reason());
    }

    @Test
    void quantilesAreTheFirstDayOfReachingThem() {
        assertEquals(Measure.of(8), GAPS.median());
        assertEquals(Measure.of(3), GAPS.quantile(0.25));
        assertEquals(Measure.of(0), GAPS.quantile(0));
        assertEquals(
                "more than 0.09999999999999998 still wait at the end",
                GAPS.quantile(0.9).reason());
    }

    @Test
    void theMeanCountsTheTimeStillWaited() {
        assertEquals(Measure.of(50 / 5.0), GAPS.mean());
        assertEquals(Measure.of(27 / 5.0), GAPS.meanOfEnded());
        assertEquals(5, GAPS.endedGaps());
        assertEquals(3, GAPS.openGaps());
        assertEquals("5 gaps and 3 open: median 8.0 days, mean 10.0", GAPS.toString());
    }

    @Test
    void afterALastVisitNobodyWaits() {
        GapDistribution done = GapDistribution.of(new int[] {4, 6}, new int[0]);
        assertEquals(Measure.of(0), done.stillWaiting(6));
        assertEquals(Measure.of(0), done.stillWaiting(600));
        assertEquals(Measure.of(4), done.median());
        assertEquals(Measure.of(6), done.quantile(1));
    }

    @Test
    void openGapsAloneSayNothing() {
        GapDistribution open = GapDistribution.of(new int[0], new int[] {0, 9});
        Measure nothing = Measure.undefined("no gap has ended");
        assertEquals(nothing, open.stillWaiting(3));
        assertEquals(nothing, open.median());
        assertEquals(nothing, open.mean());
        assertEquals(nothing, open.meanOfEnded());
        assertEquals(nothing, GapDistribution.of(new int[0], new int[0]).mean());
    }

    @Test
    void rhythmsAreCollected() {
        List<VisitRhythm> rhythms = List.of(
                VisitRhythm.of(new int[] {2, 3, 5}, 3),
                VisitRhythm.of(new int[] {8, 9}, 8),
                VisitRhythm.of(new int[0], 12));
        GapDistribution collected = rhythms.parallelStream().collect(GapDistribution.collector());
        assertEquals(GAPS.toString(), collected.toString());
        assertEquals(GAPS.stillWaiting(5), collected.stillWaiting(5));
    }

    @Test
    void badNumbersAreRefused() {
        refused("ended[0] must be at least 1: 0", () -> GapDistribution.of(new int[1], new int[0]));
        refused("open[1] must be at least 0: -2", () -> GapDistribution.of(new int[0], new int[] {1, -2}));
        refused("days must be at least 0: -1", () -> GAPS.stillWaiting(-1));
        refused("share must be in [0, 1]: 1.5", () -> GAPS.quantile(1.5));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void longAndShortGapsAreCounted() {
        GapDistribution gaps = GapDistribution.of(new int[] {1, 200, 1}, new int[] {0, 300, 100});
        assertEquals(Measure.of((1 + 200 + 1 + 300 + 100) / 3.0), gaps.mean());
        assertEquals(Measure.of(202 / 3.0), gaps.meanOfEnded());
        assertEquals(Measure.of(1), gaps.stillWaiting(0));
        assertEquals(3 / 5.0, gaps.stillWaiting(1).orElseThrow(), 1e-15);
        assertEquals(3 / 10.0, gaps.stillWaiting(200).orElseThrow(), 1e-15);
        assertEquals(
                "beyond the longest wait of 300 days", gaps.stillWaiting(301).reason());
        assertEquals(
                gaps.toString(),
                Stream.of(
                                VisitRhythm.of(new int[] {1}, 0),
                                VisitRhythm.of(new int[] {200, 1}, 300),
                                VisitRhythm.of(new int[0], 100))
                        .collect(GapDistribution.collector())
                        .toString());
    }
}
