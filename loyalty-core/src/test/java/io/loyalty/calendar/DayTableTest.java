package io.loyalty.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days and offsets from the table are those of the business day and its zone. */
class DayTableTest {

    private static final List<BusinessDay> DAYS = List.of(
            BusinessDay.midnight(ZoneId.of("Asia/Tokyo")),
            BusinessDay.of(ZoneId.of("Asia/Tokyo"), LocalTime.parse("05:00")),
            BusinessDay.of(ZoneId.of("Europe/Berlin"), LocalTime.parse("02:30")),
            BusinessDay.midnight(ZoneId.of("America/Sao_Paulo")),
            BusinessDay.midnight(ZoneId.of("Pacific/Apia")),
            BusinessDay.of(ZoneId.of("Europe/Berlin"), LocalTime.parse("05:00:00.5")));

    /** The ends of the table, changes of clocks, and days without any. */
    private static final List<Instant> PLACES = List.of(
            Instant.parse("1965-07-01T00:00:00Z"),
            Instant.EPOCH,
            Instant.parse("1980-04-06T01:00:00Z"),
            Instant.parse("2018-11-04T03:00:00Z"),
            Instant.parse("2011-12-30T10:00:00Z"),
            Instant.parse("2025-03-30T01:00:00Z"),
            Instant.parse("2025-10-26T01:00:00Z"),
            Instant.parse("2026-06-01T00:00:00Z"),
            Instant.parse("2100-01-01T00:00:00Z"),
            Instant.parse("2150-07-01T00:00:00Z"));

    @Test
    void daysAreThoseOfTheBusinessDayAtEveryHour() {
        for (BusinessDay day : DAYS) {
            DayTable table = new DayTable(day);
            DayTable.Cursor kept = table.new Cursor();
            for (Instant place : PLACES) {
                for (int half = -120; half < 120; half++) {
                    for (int nano : new int[] {-1, 0, 500_000_000}) {
                        Instant instant = place.plusSeconds(half * 1_800L).plusNanos(nano);
                        long expected = day.dateOf(instant).toEpochDay();
                        assertEquals(expected, table.epochDayOf(instant), () -> day + " at " + instant);
                        assertEquals(expected, table.new Cursor().dayOf(instant), () -> day + " at " + instant);
                        assertEquals(
                                day.zone().getRules().getOffset(instant),
                                table.offsetAt(instant),
                                () -> day + " at " + instant);
                        assertEquals(expected, kept.dayOf(instant), () -> day + " at " + instant);
                        assertEquals(expected, kept.copy().dayOf(instant), () -> day + " at " + instant);
                    }
                }
            }
        }
    }

    @Test
    void daysBeginWhereBusinessDaysDo() {
        for (BusinessDay day : DAYS) {
            DayTable table = new DayTable(day);
            DayTable.Cursor kept = table.new Cursor();
            for (Instant place : PLACES) {
                for (int i = -8; i < 8; i++) {
                    LocalDate date = day.dateOf(place).plusDays(i);
                    Instant expected = day.startOf(date);
                    assertEquals(expected, table.new Cursor().startOf(date.toEpochDay()), () -> day + " on " + date);
                    assertEquals(expected, kept.startOf(date.toEpochDay()), () -> day + " on " + date);
                    assertEquals(day.endOf(date), table.endOf(date.toEpochDay()), () -> day + " on " + date);
                    long second = kept.notBefore(date.toEpochDay());
                    assertTrue(second <= expected.getEpochSecond(), () -> day + " on " + date);
                    assertTrue(second > expected.getEpochSecond() - 4 * 86_400, () -> day + " on " + date);
                }
            }
        }
    }

    @Test
    void aDayBetweenTwoChangesOfTheClockIsKnownToTheSecond() {
        BusinessDay day = BusinessDay.of(ZoneId.of("Europe/Berlin"), LocalTime.parse("05:00"));
        DayTable.Cursor cursor = new DayTable(day).new Cursor();
        cursor.dayOf(Instant.parse("2025-06-01T00:00:00Z"));
        long inSummer = LocalDate.parse("2025-09-01").toEpochDay();
        assertEquals(Instant.parse("2025-09-01T03:00:00Z").getEpochSecond(), cursor.notBefore(inSummer));
        long inWinter = LocalDate.parse("2025-12-03").toEpochDay();
        assertEquals(Instant.parse("2025-12-01T00:00:00Z").getEpochSecond(), cursor.notBefore(inWinter));
        // The table's stretch begins a day after the change.
        assertEquals(
                Instant.parse("2025-03-31T03:00:00Z").getEpochSecond(),
                cursor.notBefore(LocalDate.parse("2025-03-31").toEpochDay()));
        assertEquals(
                Instant.parse("2025-03-28T00:00:00Z").getEpochSecond(),
                cursor.notBefore(LocalDate.parse("2025-03-30").toEpochDay()));
        assertEquals(
                Instant.parse("2025-10-25T03:00:00Z").getEpochSecond(),
                cursor.notBefore(LocalDate.parse("2025-10-25").toEpochDay()));
        assertEquals(
                Instant.parse("2025-10-24T00:00:00Z").getEpochSecond(),
                cursor.notBefore(LocalDate.parse("2025-10-26").toEpochDay()));
        assertEquals(Long.MAX_VALUE, cursor.notBefore(1L << 40));
        assertEquals(((1L << 40) - 3) * 86_400, cursor.notBefore((1L << 40) - 1));
    }

    @Test
    void theLastOfAllDaysEndsWithTime() {
        DayTable table = new DayTable(DAYS.get(0));
        assertEquals(Instant.MAX, table.endOf(LocalDate.MAX.toEpochDay()));
        assertEquals(DAYS.get(0).endOf(LocalDate.MIN), table.endOf(LocalDate.MIN.toEpochDay()));
    }
}
