package io.loyalty.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.time.DateWindow;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-05-20, 2026-05-20/2026-05-21",
        "WEEK, 2026-05-20, 2026-05-18/2026-05-25",
        "WEEK, 2026-01-01, 2025-12-29/2026-01-05",
        "MONTH, 2026-05-20, 2026-05-01/2026-06-01",
        "MONTH, 2024-02-29, 2024-02-01/2024-03-01",
        "QUARTER, 2026-05-20, 2026-04-01/2026-07-01",
        "HALF_YEAR, 2026-05-20, 2026-01-01/2026-07-01",
        "HALF_YEAR, 2026-12-31, 2026-07-01/2027-01-01",
        "YEAR, 2026-05-20, 2026-01-01/2027-01-01",
        "LIFETIME, 2026-05-20, ../.."
    })
    void aCalendarLimitCountsTheStretchAroundADate(Limit.Per per, LocalDate date, String window) {
        Limit limit = new Limit.Calendar(3, per);
        assertEquals(DateWindow.parse(window), limit.windowAt(date));
        assertEquals(DateWindow.parse(window).to(), limit.countsUntil(date));
        assertEquals("3 per " + per, limit.toString());
    }

    @Test
    void aRollingLimitCountsTheDatesUpToOne() {
        Limit limit = new Limit.Rolling(1, Period.ofDays(3));
        LocalDate date = LocalDate.of(2026, 5, 20);
        assertEquals(DateWindow.parse("2026-05-18/2026-05-21"), limit.windowAt(date));
        assertEquals(LocalDate.of(2026, 5, 23), limit.countsUntil(date));
        assertEquals("1 in P3D", limit.toString());
    }

    @Test
    void monthsOfARollingLimitEndWithTheMonth() {
        Limit limit = new Limit.Rolling(1, Period.ofMonths(1));
        LocalDate date = LocalDate.of(2026, 1, 31);
        LocalDate until = limit.countsUntil(date);
        assertEquals(LocalDate.of(2026, 3, 1), until, "28 February less a month is 28 January, 1 March is 1 February");
        assertEquals(true, limit.windowAt(until.minusDays(1)).contains(date));
        assertEquals(false, limit.windowAt(until).contains(date));
    }
}
