package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    }

    @Test
    void endsOfTimeHaveUnitsToo() {
        for (CalendarUnit unit : CalendarUnit.values()) {
            assertEquals(LocalDate.MAX, unit.lastDayOf(LocalDate.MAX));
            assertEquals(LocalDate.MIN.getYear(), unit.lastDayOf(LocalDate.MIN).getYear());
        }
    }
}
