package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeapDayTest {

    private static final MonthDay FEB_29 = MonthDay.of(2, 29);
    private static final MonthDay MAR_1 = MonthDay.of(3, 1);

    /** Born 29 February 2004: FEB_28 pays on 2026-02-28, 2027-02-28, 2028-02-29; exactly once a year. */
    @Test
    void bornOnLeapDayPaysOnceAYear() {
        LocalDate born = LocalDate.of(2004, 2, 29);
        MonthDay birthday = MonthDay.from(born);
        assertEquals(
                List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29)),
                IntStream.rangeClosed(2026, 2028)
                        .mapToObj(year -> LeapDay.FEB_28.in(birthday, year).orElseThrow())
                        .toList());
        long daysPaid = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .filter(date -> LeapDay.FEB_28.in(birthday, date.getYear()).equals(Optional.of(date)))
                .count();
        assertEquals(3, daysPaid);
    }

    @ParameterizedTest
    @CsvSource({
        "FEB_28, 2026, 2026-02-28",
        "FEB_28, 2028, 2028-02-29",
        "MAR_1, 2026, 2026-03-01",
        "MAR_1, 2028, 2028-02-29",
        "LEAP_ONLY, 2028, 2028-02-29",
        "FEB_28, 2100, 2100-02-28",
        "LEAP_ONLY, 2000, 2000-02-29"
    })
    void leapDayFallsWhereThePolicySays(LeapDay policy, int year, LocalDate expected) {
        assertEquals(Optional.of(expected), policy.in(FEB_29, year));
    }

    @Test
    void leapDayMayBeLeftOut() {
        assertEquals(Optional.empty(), LeapDay.LEAP_ONLY.in(FEB_29, 2026));
        assertEquals(Optional.empty(), LeapDay.LEAP_ONLY.in(FEB_29, 2100));
    }

    @ParameterizedTest
    @EnumSource(LeapDay.class)
    void otherDaysFallOnThemselves(LeapDay policy) {
        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), policy.in(MAR_1, 2026));
        assertEquals(Optional.of(LocalDate.of(2026, 2, 28)), policy.in(MonthDay.of(2, 28), 2026));
    }

    @ParameterizedTest
    @CsvSource({
        "FEB_28, 2026-02-28, 2026-02-28",
        "FEB_28, 2026-03-01, 2027-02-28",
        "FEB_28, 2028-02-28, 2028-02-29",
        "MAR_1, 2026-02-28, 2026-03-01",
        "MAR_1, 2026-03-02, 2027-03-01",
        "LEAP_ONLY, 2024-03-01, 2028-02-29",
        "LEAP_ONLY, 2096-03-01, 2104-02-29"
    })
    void nextIsOnOrAfter(LeapDay policy, LocalDate date, LocalDate expected) {
        assertEquals(expected, policy.nextOnOrAfter(FEB_29, date));
    }

    @ParameterizedTest
    @CsvSource({
        "FEB_28, 2026-02-28, 2026-02-28",
        "FEB_28, 2026-02-27, 2025-02-28",
        "FEB_28, 2028-02-28, 2027-02-28",
        "MAR_1, 2026-03-01, 2026-03-01",
        "MAR_1, 2026-02-28, 2025-03-01",
        "LEAP_ONLY, 2028-02-28, 2024-02-29",
        "LEAP_ONLY, 2104-02-28, 2096-02-29"
    })
    void lastIsOnOrBefore(LeapDay policy, LocalDate date, LocalDate expected) {
        assertEquals(expected, policy.lastOnOrBefore(FEB_29, date));
    }

    @Test
    void firstAndLastYearAreSearched() {
        assertEquals(
                LocalDate.of(Year.MAX_VALUE, 3, 1),
                LeapDay.FEB_28.nextOnOrAfter(MAR_1, LocalDate.of(Year.MAX_VALUE, 1, 1)));
        assertEquals(
                LocalDate.of(Year.MIN_VALUE, 3, 1),
                LeapDay.FEB_28.lastOnOrBefore(MAR_1, LocalDate.of(Year.MIN_VALUE, 12, 31)));
    }

    @Test
    void endOfTimeIsAnOverflow() {
        ArithmeticException late =
                assertThrows(ArithmeticException.class, () -> LeapDay.FEB_28.nextOnOrAfter(MAR_1, LocalDate.MAX));
        assertEquals("date overflow: --03-01 on or after +999999999-12-31", late.getMessage());
        ArithmeticException early =
                assertThrows(ArithmeticException.class, () -> LeapDay.FEB_28.lastOnOrBefore(MAR_1, LocalDate.MIN));
        assertEquals("date overflow: --03-01 on or before -999999999-01-01", early.getMessage());
        assertThrows(DateTimeException.class, () -> LeapDay.FEB_28.in(FEB_29, Year.MAX_VALUE + 1));
        assertThrows(DateTimeException.class, () -> LeapDay.MAR_1.in(FEB_29, Year.MAX_VALUE + 2));
        assertThrows(DateTimeException.class, () -> LeapDay.LEAP_ONLY.in(MAR_1, Year.MAX_VALUE + 2));
    }
}
