package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class VisitRhythmTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final PurchaseRules RULES = PurchaseRules.asOf(LocalDate.of(2026, 4, 30), ZONE);

    @Test
    void gapsHaveMeanMedianQuantilesAndSpread() {
        VisitRhythm rhythm = VisitRhythm.of(new int[] {20, 8, 38, 40, 14}, 30);
        assertEquals(5, rhythm.count());
        assertEquals(30, rhythm.openGap());
        assertEquals(Measure.of(24), rhythm.mean());
        assertEquals(Measure.of(20), rhythm.median());
        assertEquals(Measure.of(14), rhythm.quantile(0.25));
        assertEquals(Measure.of(8), rhythm.quantile(0));
        assertEquals(Measure.of(40), rhythm.quantile(1));
        assertEquals(Math.sqrt(206), rhythm.standardDeviation().orElseThrow(), 1e-14);
        assertEquals(Math.sqrt(206) / 24, rhythm.coefficientOfVariation().orElseThrow(), 1e-15);
        assertEquals(Measure.of(0.6), rhythm.shareUpTo(30));
        assertEquals(Measure.of(0.2), rhythm.shareUpTo(8));
        assertArrayEquals(new int[] {8, 14, 20, 38, 40}, rhythm.gaps());
        assertEquals("every 24.0 days (median 20.0, 5 gaps), last 30 days ago", rhythm.toString());
    }

    @Test
    void aHistoryHasGapsBetweenDifferentDays() {
        long[] at = {at(4, 1, 9), at(4, 1, 20), at(4, 4, 9), at(4, 11, 9), at(4, 11, 9), at(4, 25, 9)};
        long[] customers = new long[6];
        long[] amounts = {1, 1, 1, 1, 1, 1};
        VisitRhythm byDay = RULES.summarize(customers, at, amounts).rhythm(0);
        assertArrayEquals(new int[] {3, 7, 14}, byDay.gaps());
        assertEquals(5, byDay.openGap());
        VisitRhythm byInstant = RULES.with(PurchasePeriod.INSTANT)
                .summarize(customers, at, amounts)
                .rhythm(0);
        assertArrayEquals(byDay.gaps(), byInstant.gaps());
        assertEquals(5, byInstant.openGap());
        VisitRhythm byWeek = RULES.with(PurchasePeriod.WEEK)
                .summarize(customers, at, amounts)
                .rhythm(0);
        assertArrayEquals(new int[] {7, 14}, byWeek.gaps());
        assertEquals(7, byWeek.openGap());
    }

    @Test
    void oneVisitDayHasNoGap() {
        VisitRhythm rhythm = RULES.summarize(new long[1], new long[] {at(4, 30, 9)}, new long[] {5})
                .rhythm(0);
        Measure none = Measure.undefined("no gap between visits");
        assertEquals(0, rhythm.count());
        assertEquals(0, rhythm.openGap());
        assertEquals(none, rhythm.mean());
        assertEquals(none, rhythm.median());
        assertEquals(none, rhythm.standardDeviation());
        assertEquals(none, rhythm.coefficientOfVariation());
        assertEquals(none, rhythm.shareUpTo(3));
        assertEquals("one visit day, last 0 days ago", rhythm.toString());
    }

    @Test
    void oneGapHasNoSpread() {
        VisitRhythm rhythm = VisitRhythm.of(new int[] {9}, 3);
        assertEquals(Measure.undefined("one gap"), rhythm.standardDeviation());
        assertEquals("every 9.0 days (median 9.0, 1 gap), last 3 days ago", rhythm.toString());
    }

    @Test
    void badNumbersAreRefused() {
        refused("gaps[1] must be at least 1: 0", () -> VisitRhythm.of(new int[] {3, 0}, 1));
        refused("openGap must be at least 0: -1", () -> VisitRhythm.of(new int[] {3}, -1));
        refused(
                "share must be in [0, 1]: NaN",
                () -> VisitRhythm.of(new int[] {3}, 1).quantile(Double.NaN));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static long at(int month, int day, int hour) {
        return ZonedDateTime.of(2026, month, day, hour, 0, 0, 0, ZONE).toEpochSecond();
    }
}
