package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDayTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final LocalTime FIVE = LocalTime.of(5, 0);
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-06T00:30:00+09:00, 2026-07-05",
        "2026-07-06T04:59:59.999999999+09:00, 2026-07-05",
        "2026-07-06T05:00:00+09:00, 2026-07-06",
        "2026-07-06T23:59:59+09:00, 2026-07-06",
        "2026-07-07T00:00:00+09:00, 2026-07-06"
    })
    void dayTurnsAtTheCutOff(String local, LocalDate expected) {
        Instant instant = OffsetDateTime.parse(local).toInstant();
        assertEquals(expected, new BusinessDay(TOKYO, FIVE).dateOf(instant));
    }

    @Test
    void midnightIsTheOrdinaryDay() {
        BusinessDay day = BusinessDay.midnight(TOKYO);
        assertEquals(date("2026-07-06"), day.dateOf(at("2026-07-06T14:50:00Z")));
        assertEquals(date("2026-07-07"), day.dateOf(at("2026-07-06T15:10:00Z")));
        assertEquals(at("2026-07-05T15:00:00Z"), day.startOf(date("2026-07-06")));
        assertEquals(at("2026-07-06T15:00:00Z"), day.endOf(date("2026-07-06")));
    }

    @Test
    void monthIsThatOfTheBusinessDay() {
        BusinessDay day = BusinessDay.of(TOKYO, FIVE);
        assertEquals(YearMonth.of(2026, 7), day.monthOf(at("2026-07-31T19:59:59Z")));
        assertEquals(YearMonth.of(2026, 8), day.monthOf(at("2026-07-31T20:00:00Z")));
    }

    /** The days from 29 December 2025 to 4 January 2026 are one ISO week. */
    @Test
    void weekRunsOverTheYearsEnd() {
        BusinessDay day = BusinessDay.midnight(TOKYO);
        LocalDate monday = date("2025-12-29");
        for (int i = 0; i < 7; i++) {
            assertEquals(monday, day.isoWeekOf(day.startOf(monday.plusDays(i))));
        }
        assertEquals(monday.plusWeeks(1), day.isoWeekOf(day.endOf(monday.plusDays(6))));
        assertEquals(DayOfWeek.MONDAY, monday.getDayOfWeek());
    }

    @Test
    void dayWithoutMidnightBeginsAtItsFirstMoment() {
        BusinessDay day = BusinessDay.midnight(SAO_PAULO);
        Instant first = at("2018-11-04T03:00:00Z");
        assertEquals(first, day.startOf(date("2018-11-04")));
        assertEquals(LocalTime.of(1, 0), first.atZone(SAO_PAULO).toLocalTime());
        assertEquals(date("2018-11-03"), day.dateOf(first.minusNanos(1)));
        assertEquals(Duration.ofHours(23), Duration.between(first, day.endOf(date("2018-11-04"))));
    }

    /** At 00:01 the clock goes back to 23:01 of the day before. */
    @Test
    void dayThatHasBegunDoesNotEndAgain() {
        BusinessDay day = BusinessDay.midnight(ST_JOHNS);
        LocalDate seventh = date("2010-11-07");
        assertEquals(at("2010-11-07T02:30:00Z"), day.startOf(seventh));
        Instant oldDateOnTheClock = at("2010-11-07T03:00:00Z");
        assertEquals(date("2010-11-06"), oldDateOnTheClock.atZone(ST_JOHNS).toLocalDate());
        assertEquals(seventh, day.dateOf(oldDateOnTheClock));
        assertEquals(seventh, day.dateOf(at("2010-11-07T03:30:00Z")));
    }

    @Test
    void cutOffThatTheClockSkipsIsTheMomentOfTheJump() {
        BusinessDay day = new BusinessDay(BERLIN, HALF_PAST_TWO);
        Instant jump = at("2026-03-29T01:00:00Z");
        assertEquals(jump, day.startOf(date("2026-03-29")));
        assertEquals(date("2026-03-29"), day.dateOf(jump));
        assertEquals(date("2026-03-28"), day.dateOf(jump.minusNanos(1)));
    }

    @Test
    void cutOffThatTheClockShowsTwiceCountsOnce() {
        BusinessDay day = new BusinessDay(BERLIN, HALF_PAST_TWO);
        assertEquals(at("2026-10-25T00:30:00Z"), day.startOf(date("2026-10-25")));
        assertEquals(date("2026-10-25"), day.dateOf(at("2026-10-25T00:30:00Z")));
        // The clock shows 02:15 again.
        assertEquals(date("2026-10-25"), day.dateOf(at("2026-10-25T01:15:00Z")));
        assertEquals(date("2026-10-24"), day.dateOf(at("2026-10-25T00:15:00Z")));
    }

    @Test
    void skippedDateHasNoMidnightDay() {
        BusinessDay day = BusinessDay.midnight(APIA);
        LocalDate skipped = date("2011-12-30");
        Instant jump = at("2011-12-30T10:00:00Z");
        assertEquals(jump, day.startOf(skipped));
        assertEquals(jump, day.endOf(skipped));
        assertEquals(skipped.plusDays(1), day.dateOf(jump));
        assertEquals(skipped.minusDays(1), day.dateOf(jump.minusNanos(1)));
    }

    @Test
    void skippedDateHasTheEarlyHoursOfTheNextIfTheDayTurnsLater() {
        BusinessDay day = BusinessDay.of(APIA, FIVE);
        LocalDate skipped = date("2011-12-30");
        assertEquals(at("2011-12-30T10:00:00Z"), day.startOf(skipped));
        assertEquals(at("2011-12-30T15:00:00Z"), day.endOf(skipped));
        assertEquals(skipped, day.dateOf(at("2011-12-30T14:59:59Z")));
    }

    @Test
    void openEndsAreTheEndsOfTime() {
        for (ZoneId zone : List.of(TOKYO, SAO_PAULO, ZoneOffset.UTC, ZoneId.of("-18:00"))) {
            BusinessDay day = BusinessDay.of(zone, FIVE);
            assertEquals(Instant.MIN, day.startOf(LocalDate.MIN));
            assertEquals(Instant.MAX, day.endOf(LocalDate.MAX));
            assertEquals(LocalDate.MIN, day.dateOf(Instant.MIN));
            assertEquals(LocalDate.MAX, day.dateOf(Instant.MAX));
            assertEquals(
                    LocalDate.MAX.minusDays(1),
                    day.dateOf(day.endOf(LocalDate.MAX.minusDays(1)).minusNanos(1)));
            assertEquals(LocalDate.MIN.plusDays(1), day.dateOf(day.startOf(LocalDate.MIN.plusDays(1))));
        }
    }

    /**
     * All zones of the platform, all changes of their clocks, in tables and by rule: days follow each other without gap or
     * overlap, and each instant lies in its day.
     */
    @ParameterizedTest
    @ValueSource(strings = {"00:00", "02:30", "05:00"})
    void daysPartitionTimeAroundEveryChangeOfEveryZone(String cutOff) {
        Set<ZoneRules> seen = new HashSet<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            BusinessDay day = BusinessDay.of(ZoneId.of(name), LocalTime.parse(cutOff));
            if (!seen.add(day.zone().getRules())) {
                continue;
            }
            for (ZoneOffsetTransition change : changes(day.zone().getRules())) {
                assertTrue(change.getDuration().compareTo(Duration.ofDays(-1)) >= 0, () -> name + " " + change);
                LocalDate around = change.getDateTimeBefore().toLocalDate();
                for (int i = -2; i <= 2; i++) {
                    Instant start = day.startOf(around.plusDays(i));
                    Instant end = day.endOf(around.plusDays(i));
                    LocalDate date = around.plusDays(i);
                    if (start.equals(end)) {
                        assertTrue(
                                change.isGap() && date.isAfter(day.dateOf(start.minusNanos(1))),
                                () -> day + " " + date);
                        assertTrue(date.isBefore(day.dateOf(start)), () -> day + " " + date);
                    } else {
                        assertEquals(date, day.dateOf(start), day::toString);
                        assertEquals(date, day.dateOf(end.minusNanos(1)), day::toString);
                    }
                }
                for (int steps = -30; steps <= 30; steps++) {
                    Instant instant = change.getInstant().plusSeconds(steps * 3_540L);
                    LocalDate date = day.dateOf(instant);
                    assertTrue(!instant.isBefore(day.startOf(date)), () -> day + " " + instant);
                    assertTrue(instant.isBefore(day.endOf(date)), () -> day + " " + instant);
                }
            }
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>(rules.getTransitions());
        if (!changes.isEmpty()) {
            ZoneOffsetTransition next =
                    rules.nextTransition(changes.get(changes.size() - 1).getInstant());
            for (int i = 0; i < 4 && next != null; i++) {
                changes.add(next);
                next = rules.nextTransition(next.getInstant());
            }
        }
        return changes;
    }

    @Test
    void textFormIsShort() {
        BusinessDay day = BusinessDay.of(TOKYO, FIVE);
        assertEquals("05:00 Asia/Tokyo", day.toString());
        assertEquals(day, BusinessDay.parse("05:00 Asia/Tokyo"));
        assertEquals(day, Copies.of(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "05:00",
                "Asia/Tokyo",
                "Asia/Tokyo 05:00",
                "05:00  Asia/Tokyo",
                "25:00 Asia/Tokyo",
                "05:00 Moon"
            })
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> BusinessDay.parse(text));
        assertEquals("business day must read like '05:00 Asia/Tokyo': '" + text + "'", e.getMessage());
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                "zone",
                assertThrows(NullPointerException.class, () -> new BusinessDay(null, FIVE))
                        .getMessage());
        assertEquals(
                "cutOff",
                assertThrows(NullPointerException.class, () -> new BusinessDay(TOKYO, null))
                        .getMessage());
    }
}
