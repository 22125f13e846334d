package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollingSpanTest {

    private static final List<Period> PERIODS = List.of(
            Period.ofDays(1),
            Period.ofDays(20),
            Period.ofMonths(1),
            Period.of(0, 2, 11),
            Period.ofMonths(12),
            Period.ofMonths(13),
            Period.ofMonths(24));

    private static final List<LocalDate> WINTERS = List.of(
            LocalDate.parse("1899-11-15"),
            LocalDate.parse("1969-11-15"),
            LocalDate.parse("1970-11-15"),
            LocalDate.parse("2023-11-15"),
            LocalDate.parse("2025-11-15"),
            LocalDate.parse("2098-11-15"),
            LocalDate.parse("2099-11-15"),
            LocalDate.parse("2399-11-15"));

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    @Test
    void daysAreSeenThroughTheEndOfThePeriod() {
        RollingSpan years = new RollingSpan(Period.ofMonths(24));
        assertEquals(day("2024-01-16"), years.firstSeenFrom(day("2026-01-15")));
        assertEquals(day("2026-01-15"), years.firstBlindTo(day("2024-01-15")));
        RollingSpan month = new RollingSpan(Period.ofMonths(1));
        assertEquals(day("2026-03-01"), month.firstSeenFrom(day("2026-03-31")));
        assertEquals(day("2026-03-01"), month.firstBlindTo(day("2026-01-29")));
        assertEquals(day("2026-03-01"), month.firstBlindTo(day("2026-01-31")));
        assertEquals(day("2026-03-01"), month.firstBlindTo(day("2026-02-01")));
        RollingSpan mixed = new RollingSpan(Period.of(0, 2, 11));
        assertEquals(day("2026-03-22"), mixed.firstSeenFrom(day("2026-06-01")));
    }

    @Test
    void daysStayForAtLeastAndAtMostSoManyDays() {
        assertEquals(20, new RollingSpan(Period.ofDays(20)).least);
        assertEquals(20, new RollingSpan(Period.ofDays(20)).most);
        assertEquals(67, new RollingSpan(Period.of(0, 2, 11)).least);
        assertEquals(73, new RollingSpan(Period.of(0, 2, 11)).most);
        assertEquals(730, new RollingSpan(Period.ofMonths(24)).least);
        assertEquals(732, new RollingSpan(Period.ofMonths(24)).most);
        assertEquals(393, new RollingSpan(Period.ofMonths(13)).least);
        assertEquals(397, new RollingSpan(Period.ofMonths(13)).most);
    }

    @Test
    void lookingBackIsThatOfTheCalendar() {
        for (Period period : PERIODS) {
            RollingSpan span = new RollingSpan(period);
            for (LocalDate winter : WINTERS) {
                for (int i = 0; i < 140; i++) {
                    LocalDate date = winter.plusDays(i);
                    long day = date.toEpochDay();
                    assertEquals(
                            date.minus(period).toEpochDay() + 1, span.firstSeenFrom(day), () -> period + " " + date);
                    assertEquals(
                            date.plusMonths(period.toTotalMonths()).toEpochDay(),
                            RollingSpan.plusMonths(day, period.toTotalMonths()),
                            () -> period + " " + date);
                }
            }
        }
    }

    @Test
    void aDayIsSeenFromThoseThatLookBackAsFar() {
        for (Period period : PERIODS) {
            RollingSpan span = new RollingSpan(period);
            for (LocalDate winter : WINTERS) {
                for (int i = 0; i < 140; i++) {
                    long day = winter.plusDays(i).toEpochDay();
                    long blind = span.firstBlindTo(day);
                    for (long from = Math.max(day, blind - 4); from < blind + 4; from++) {
                        LocalDate looking = LocalDate.ofEpochDay(from);
                        boolean seen = day > looking.minus(period).toEpochDay();
                        assertEquals(seen, span.sees(from, day), () -> period + " from " + looking);
                        assertEquals(seen, from < blind, () -> period + " from " + looking);
                    }
                }
            }
        }
    }
}
