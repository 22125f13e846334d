package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarUnitTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-02-01, 2026-02-28", "MONTH, 2028-02-29, 2028-02-29", "MONTH, 2026-12-31, 2026-12-31",
        "QUARTER, 2026-01-01, 2026-03-31", "QUARTER, 2026-03-31, 2026-03-31", "QUARTER, 2026-04-01, 2026-06-30",
        "QUARTER, 2026-12-31, 2026-12-31", "HALF_YEAR, 2026-06-30, 2026-06-30", "HALF_YEAR, 2026-07-01, 2026-12-31",
        "YEAR, 2026-01-01, 2026-12-31", "YEAR, 2026-12-31, 2026-12-31"
    })
    void lastDayByHand(CalendarUnit unit, LocalDate date, LocalDate last) {
        assertEquals(last, unit.lastDayOf(date));
        assertEquals(last.toEpochDay(), unit.lastDayAfter(date.toEpochDay(), Period.ZERO));
    }

    /** Four hundred years and some, day by day. */
    @ParameterizedTest
    @EnumSource
    void numbersOfDaysEndLikeDates(CalendarUnit unit) {
        for (Period period : List.of(Period.ZERO, Period.ofMonths(1), Period.ofMonths(14), Period.of(1, 1, 1))) {
            for (long day = -1_000; day <= 147_000; day++) {
                LocalDate last = unit.lastDayOf(LocalDate.ofEpochDay(day).plus(period));
                if (last.toEpochDay() != unit.lastDayAfter(day, period)) {
                    fail(unit + " of " + period + " after " + LocalDate.ofEpochDay(day) + " ends on " + last);
                }
            }
        }
    }

    @Test
    void endsOfTimeHaveUnitsToo() {
        for (CalendarUnit unit : CalendarUnit.values()) {
            assertEquals(LocalDate.MAX, unit.lastDayOf(LocalDate.MAX));
            assertEquals(
                    LocalDate.MAX.toEpochDay(), unit.lastDayAfter(LocalDate.MAX.toEpochDay() - 40, Period.ofMonths(1)));
            assertEquals(LocalDate.MIN.getYear(), unit.lastDayOf(LocalDate.MIN).getYear());
        }
    }
}
