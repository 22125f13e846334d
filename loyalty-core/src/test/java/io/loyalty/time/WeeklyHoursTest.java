package io.loyalty.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WeeklyHours BAR = WeeklyHours.parse("MON-FRI 15:00-18:00, SAT 22:00-02:00");

    private static boolean covers(WeeklyHours hours, String local) {
        return hours.contains(LocalDateTime.parse(local));
    }

    private static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    /** 6 July 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-06T14:59:59.999999999, false",
        "2026-07-06T15:00, true",
        "2026-07-06T17:59:59.999999999, true",
        "2026-07-06T18:00, false",
        "2026-07-10T16:30, true",
        "2026-07-11T16:30, false",
        "2026-07-11T21:59, false",
        "2026-07-11T22:00, true",
        "2026-07-12T01:59, true",
        "2026-07-12T02:00, false",
        "2026-07-12T22:30, false",
        "2026-07-11T00:30, false"
    })
    void firstMinuteIsInsideAndLastIsNot(String local, boolean inside) {
        assertEquals(inside, covers(BAR, local));
        assertEquals(inside, BAR.contains(tokyo(local), TOKYO));
    }

    @Test
    void rangeAcrossMidnightBelongsToTheDayItStarts() {
        LocalDate saturday = LocalDate.of(2026, 7, 11);
        assertEquals(Optional.of(saturday), BAR.dayOf(tokyo("2026-07-11T23:00"), TOKYO));
        assertEquals(Optional.of(saturday), BAR.dayOf(tokyo("2026-07-12T01:00"), TOKYO));
        assertEquals(Optional.empty(), BAR.dayOf(tokyo("2026-07-12T02:00"), TOKYO));
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), BAR.dayOf(tokyo("2026-07-06T15:00"), TOKYO));
    }

    @Test
    void rangeMayRunOverTheEndOfTheWeek() {
        WeeklyHours sunday = WeeklyHours.of(SUNDAY, LocalTime.of(20, 0), LocalTime.of(6, 0));
        assertTrue(covers(sunday, "2026-07-13T05:59"));
        assertFalse(covers(sunday, "2026-07-13T06:00"));
        assertEquals(Optional.of(LocalDate.of(2026, 7, 12)), sunday.dayOf(tokyo("2026-07-13T00:00"), TOKYO));
        assertEquals("SUN 20:00-06:00", sunday.toString());
    }

    @Test
    void wholeDayLasts24Hours() {
        WeeklyHours friday = WeeklyHours.of(FRIDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertEquals(Duration.ofHours(24), friday.perWeek());
        assertEquals("FRI 00:00-24:00", friday.toString());
        assertTrue(covers(friday, "2026-07-10T00:00"));
        assertTrue(covers(friday, "2026-07-10T23:59:59"));
        assertFalse(covers(friday, "2026-07-11T00:00"));
        assertEquals(Duration.ofHours(24), WeeklyHours.parse("FRI 06:00-06:00").perWeek());
    }

    @Test
    void wholeDaysInARowBelongEachToItself() {
        WeeklyHours weekend = WeeklyHours.of(SATURDAY, SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertEquals(Optional.of(LocalDate.of(2026, 7, 12)), weekend.dayOf(tokyo("2026-07-12T01:00"), TOKYO));
    }

    @Test
    void minuteOfTwoDaysBelongsToTheLater() {
        WeeklyHours both = WeeklyHours.parse("MON 22:00-02:00").and(WeeklyHours.parse("TUE 00:00-01:00"));
        assertEquals(Optional.of(LocalDate.of(2026, 7, 7)), both.dayOf(tokyo("2026-07-07T00:30"), TOKYO));
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), both.dayOf(tokyo("2026-07-07T01:30"), TOKYO));
        assertEquals(Duration.ofHours(4), both.perWeek());
    }

    @Test
    void factoriesAgree() {
        LocalTime from = LocalTime.of(9, 0);
        LocalTime to = LocalTime.of(17, 0);
        WeeklyHours workdays = WeeklyHours.of(MONDAY, FRIDAY, from, to);
        assertEquals(WeeklyHours.of(List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), from, to), workdays);
        assertEquals(WeeklyHours.parse("MON-FRI 09:00-17:00"), workdays);
        assertEquals(
                WeeklyHours.daily(from, to),
                workdays.and(WeeklyHours.of(SATURDAY, from, to)).and(WeeklyHours.of(SUNDAY, from, to)));
        assertEquals(
                WeeklyHours.parse("SAT-MON 09:00-17:00"), WeeklyHours.of(List.of(MONDAY, SATURDAY, SUNDAY), from, to));
    }

    @Test
    void adjoiningRangesAreOne() {
        WeeklyHours joined = WeeklyHours.parse("MON 09:00-12:00, MON 12:00-15:00, MON 11:00-13:00");
        assertEquals(WeeklyHours.parse("MON 09:00-15:00"), joined);
        assertEquals(WeeklyHours.parse("MON 09:00-15:00").hashCode(), joined.hashCode());
        assertEquals("MON 09:00-15:00", joined.toString());
    }

    @Test
    void sameMinutesOfOtherDaysAreNotEqual() {
        WeeklyHours night = WeeklyHours.parse("SAT 22:00-02:00");
        WeeklyHours split = WeeklyHours.parse("SAT 22:00-24:00, SUN 00:00-02:00");
        assertEquals(night.perWeek(), split.perWeek());
        assertNotEquals(night, split);
        assertNotEquals(night.hashCode(), split.hashCode());
        assertNotEquals(BAR.hashCode(), WeeklyHours.none().hashCode());
        assertNotEquals(night, new Object());
    }

    @Test
    void emptyAndFull() {
        assertTrue(WeeklyHours.none().isEmpty());
        assertEquals("NONE", WeeklyHours.none().toString());
        assertFalse(BAR.isEmpty());
        assertEquals("MON-SUN 00:00-24:00", WeeklyHours.always().toString());
        assertEquals(Duration.ofDays(7), WeeklyHours.always().perWeek());
        assertEquals(WeeklyHours.none(), WeeklyHours.of(List.of(), LocalTime.NOON, LocalTime.MIDNIGHT));
        assertEquals(BAR, BAR.and(WeeklyHours.none()));
        assertEquals(Optional.empty(), WeeklyHours.none().nextChange(Instant.EPOCH, BERLIN));
        assertEquals(Optional.empty(), WeeklyHours.always().nextChange(Instant.EPOCH, BERLIN));
    }

    @Test
    void nextChangeIsStrictlyLater() {
        assertEquals(Optional.of(tokyo("2026-07-06T15:00")), BAR.nextChange(tokyo("2026-07-06T14:59:59"), TOKYO));
        assertEquals(Optional.of(tokyo("2026-07-06T18:00")), BAR.nextChange(tokyo("2026-07-06T15:00"), TOKYO));
        assertEquals(Optional.of(tokyo("2026-07-06T18:00")), BAR.nextChange(tokyo("2026-07-06T17:59:59.999"), TOKYO));
        assertEquals(Optional.of(tokyo("2026-07-07T15:00")), BAR.nextChange(tokyo("2026-07-06T18:00"), TOKYO));
        assertEquals(Optional.of(tokyo("2026-07-12T02:00")), BAR.nextChange(tokyo("2026-07-11T22:00"), TOKYO));
        assertEquals(Optional.of(tokyo("2026-07-13T15:00")), BAR.nextChange(tokyo("2026-07-12T02:00"), TOKYO));
    }

    @Test
    void onlyRangeOfTheWeekComesAroundAgain() {
        WeeklyHours minute = WeeklyHours.parse("WED 12:00-12:01");
        assertEquals(Optional.of(tokyo("2026-07-15T12:00")), minute.nextChange(tokyo("2026-07-08T12:01"), TOKYO));
        WeeklyHours allButOne =
                WeeklyHours.parse("WED 12:01-12:01").and(WeeklyHours.parse("THU-TUE 00:00-24:00, WED 00:00-12:00"));
        assertEquals(Optional.of(tokyo("2026-07-15T12:00")), allButOne.nextChange(tokyo("2026-07-08T12:01"), TOKYO));
    }

    /** On 29 March 2026 at 02:00 the clock in Berlin jumps to 03:00. */
    @Test
    void skippedHoursDoNotOccur() {
        Instant jump = Instant.parse("2026-03-29T01:00:00Z");
        WeeklyHours skipped = WeeklyHours.parse("SUN 02:00-03:00");
        assertFalse(skipped.contains(jump.minusNanos(1), BERLIN));
        assertFalse(skipped.contains(jump, BERLIN));
        assertEquals(
                Optional.of(Instant.parse("2026-04-05T00:00:00Z")), skipped.nextChange(jump.minusSeconds(60), BERLIN));
    }

    @Test
    void jumpIntoOrOutOfTheHoursIsAChange() {
        Instant jump = Instant.parse("2026-03-29T01:00:00Z");
        WeeklyHours into = WeeklyHours.parse("SUN 02:30-04:00");
        assertEquals(Optional.of(jump), into.nextChange(jump.minusSeconds(600), BERLIN));
        assertEquals(Optional.of(jump.plusSeconds(3600)), into.nextChange(jump, BERLIN));
        WeeklyHours outOf = WeeklyHours.parse("SUN 01:30-02:30");
        assertEquals(Optional.of(jump), outOf.nextChange(jump.minusSeconds(600), BERLIN));
        WeeklyHours over = WeeklyHours.parse("SUN 01:30-03:30");
        assertEquals(Optional.of(jump.plusSeconds(1800)), over.nextChange(jump.minusSeconds(600), BERLIN));
    }

    /** On 25 October 2026 at 03:00 the clock in Berlin goes back to 02:00. */
    @Test
    void repeatedHoursCountEachTime() {
        Instant back = Instant.parse("2026-10-25T01:00:00Z");
        WeeklyHours repeated = WeeklyHours.parse("SUN 02:15-02:45");
        assertTrue(repeated.contains(back.minusSeconds(1800), BERLIN));
        assertTrue(repeated.contains(back.plusSeconds(1800), BERLIN));
        Instant first = back.minusSeconds(2700);
        assertEquals(Optional.of(first), repeated.nextChange(back.minusSeconds(7200), BERLIN));
        assertEquals(Optional.of(first.plusSeconds(1800)), repeated.nextChange(first, BERLIN));
        assertEquals(Optional.of(back.plusSeconds(900)), repeated.nextChange(first.plusSeconds(1800), BERLIN));
        assertEquals(Optional.of(back.plusSeconds(2700)), repeated.nextChange(back.plusSeconds(900), BERLIN));
        WeeklyHours before = WeeklyHours.parse("SUN 00:00-03:00");
        assertEquals(Optional.of(back.plusSeconds(3600)), before.nextChange(back.minusSeconds(60), BERLIN));
    }

    @Test
    void endsOfTimeAreOrdinaryInstants() {
        WeeklyHours hours = WeeklyHours.parse("MON-SUN 00:00-12:00");
        for (ZoneId zone : List.of(BERLIN, TOKYO, ZoneOffset.UTC)) {
            assertEquals(Optional.empty(), hours.nextChange(Instant.MAX, zone));
            Instant next = hours.nextChange(Instant.MIN, zone).orElseThrow();
            assertNotEquals(hours.contains(Instant.MIN, zone), hours.contains(next, zone));
        }
        assertTrue(hours.contains(Instant.MIN, ZoneOffset.UTC));
        assertFalse(hours.contains(Instant.MAX, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MON-FRI 15:00-18:00, SAT 22:00-02:00",
                "MON-FRI 09:00-12:00, MON-FRI 13:00-18:00",
                "MON 09:00-12:00, WED 09:00-12:00, FRI 09:00-12:00",
                "TUE-SUN 11:30-24:00",
                "MON-SUN 06:00-06:00",
                "MON 00:00-00:01, SUN 23:59-24:00"
            })
    void canonicalTextReadsAndPrintsAlike(String text) {
        assertEquals(text, WeeklyHours.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TUE 09:00-12:00,MON 09:00-12:00       | MON-TUE 09:00-12:00
            SAT-MON 09:00-12:00                   | MON 09:00-12:00, SAT-SUN 09:00-12:00
            MON 13:00-18:00, MON-TUE 09:00-12:00  | MON-TUE 09:00-12:00, MON 13:00-18:00
            MON 22:00-00:00                       | MON 22:00-24:00
            MON 22:00-02:00, TUE 02:00-03:00      | MON 22:00-02:00, TUE 02:00-03:00
            MON 22:00-02:00, TUE 00:00-01:00      | MON 22:00-02:00, TUE 00:00-01:00
            MON 00:00-24:00, MON 20:00-19:00      | MON 00:00-24:00, MON 19:00-19:00
            MON 22:00-03:00, TUE 00:00-24:00      | MON 22:00-24:00, TUE 00:00-24:00
            """)
    void everyTextHasOneCanonicalForm(String text, String canonical) {
        assertEquals(canonical, WeeklyHours.parse(text).toString());
        assertEquals(WeeklyHours.parse(text), WeeklyHours.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "MON",
                "MON 09:00",
                "MON 09:00-",
                "MON 9:00-10:00",
                "MON 09:00-25:00",
                "MON 24:00-02:00",
                "mon 09:00-10:00",
                "MON-TUE-WED 09:00-10:00",
                "MON  09:00-10:00",
                "MON 09:00-10:00,",
                "MON 09:00-10:00 12:00-13:00",
                "ABC 09:00-10:00",
                "MON, TUE 09:00-10:00",
                "none"
            })
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> WeeklyHours.parse(text));
        assertEquals(
                "weekly hours must read like 'MON-FRI 15:00-18:00, SAT 22:00-02:00': '" + text + "'", e.getMessage());
    }

    @Test
    void timesMustBeWholeMinutes() {
        LocalTime odd = LocalTime.of(15, 0, 30);
        assertEquals(
                "from must be a whole minute: 15:00:30",
                assertThrows(IllegalArgumentException.class, () -> WeeklyHours.daily(odd, LocalTime.NOON))
                        .getMessage());
        assertEquals(
                "to must be a whole minute: 23:59:59.999999999",
                assertThrows(IllegalArgumentException.class, () -> WeeklyHours.daily(LocalTime.NOON, LocalTime.MAX))
                        .getMessage());
    }
}
