package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualificationPeriodTest {

    private static final LocalDate JOINED = LocalDate.of(2024, 2, 29);

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR_YEAR JANUARY, 2026-01-01, 2026-01-01/2027-01-01",
        "CALENDAR_YEAR JANUARY, 2026-12-31, 2026-01-01/2027-01-01",
        "CALENDAR_YEAR APRIL, 2026-03-31, 2025-04-01/2026-04-01",
        "CALENDAR_YEAR APRIL, 2026-04-01, 2026-04-01/2027-04-01",
        "ROLLING P12M, 2026-07-06, 2025-07-07/2026-07-07",
        "ROLLING P12M, 2028-02-29, 2027-03-01/2028-03-01",
        "ROLLING P12M, 2029-02-28, 2028-02-29/2029-03-01",
        "ROLLING P1M, 2026-03-31, 2026-03-01/2026-04-01",
        "ROLLING P3D, 2026-07-06, 2026-07-04/2026-07-07",
        "ROLLING P1D, 2026-07-06, 2026-07-06/2026-07-07",
        "LIFETIME, 2026-07-06, ../.."
    })
    void windowByHand(String period, LocalDate asOf, String window) {
        assertEquals(DateWindow.parse(window), QualificationPeriod.parse(period).windowAt(asOf, JOINED));
    }

    @ParameterizedTest
    @CsvSource({
        "FEB_28, 2024-02-29, 2024-02-29/2025-02-28",
        "FEB_28, 2025-02-27, 2024-02-29/2025-02-28",
        "FEB_28, 2025-02-28, 2025-02-28/2026-02-28",
        "FEB_28, 2028-02-28, 2027-02-28/2028-02-29",
        "FEB_28, 2028-02-29, 2028-02-29/2029-02-28",
        "MAR_1, 2025-02-28, 2024-02-29/2025-03-01",
        "MAR_1, 2025-03-01, 2025-03-01/2026-03-01",
        "MAR_1, 2028-02-29, 2028-02-29/2029-03-01",
        "FEB_28, 2023-12-31, 2023-02-28/2024-02-29"
    })
    void yearOfThoseWhoJoinedOnLeapDay(LeapDay leapDay, LocalDate asOf, String window) {
        assertEquals(
                DateWindow.parse(window),
                QualificationPeriod.anniversary(leapDay).windowAt(asOf, JOINED));
    }

    @Test
    void yearOfMembershipBeginsOnTheJoiningDay() {
        QualificationPeriod period = QualificationPeriod.anniversary();
        LocalDate joined = date("2024-05-17");
        assertEquals(DateWindow.parse("2025-05-17/2026-05-17"), period.windowAt(date("2026-05-16"), joined));
        assertEquals(DateWindow.parse("2026-05-17/2027-05-17"), period.windowAt(date("2026-05-17"), joined));
    }

    @Test
    void defaultsAreThoseOfMostPrograms() {
        assertEquals(new QualificationPeriod.CalendarYear(Month.JANUARY), QualificationPeriod.calendarYear());
        assertEquals(new QualificationPeriod.Anniversary(LeapDay.FEB_28), QualificationPeriod.anniversary());
        assertEquals(
                "CALENDAR_YEAR APRIL",
                QualificationPeriod.calendarYear(Month.APRIL).toString());
        assertEquals(
                "ROLLING P24M", QualificationPeriod.rolling(Period.ofMonths(24)).toString());
        assertEquals("LIFETIME", QualificationPeriod.lifetime().toString());
    }

    @Test
    void neighboursOfRecurringPeriods() {
        QualificationPeriod fiscal = QualificationPeriod.calendarYear(Month.APRIL);
        assertTrue(fiscal.recurs());
        assertEquals(Optional.of(DateWindow.parse("2026-04-01/2027-04-01")), fiscal.next(date("2026-03-31"), JOINED));
        assertEquals(
                Optional.of(DateWindow.parse("2024-04-01/2025-04-01")), fiscal.previous(date("2026-03-31"), JOINED));
        QualificationPeriod membership = QualificationPeriod.anniversary();
        assertTrue(membership.recurs());
        assertEquals(Optional.of(DateWindow.parse("2025-02-28/2026-02-28")), membership.next(JOINED, JOINED));
        assertEquals(Optional.of(DateWindow.parse("2023-02-28/2024-02-29")), membership.previous(JOINED, JOINED));
    }

    @Test
    void otherPeriodsHaveNoNeighbours() {
        for (QualificationPeriod period : new QualificationPeriod[] {
            QualificationPeriod.rolling(Period.ofMonths(12)), QualificationPeriod.lifetime()
        }) {
            assertFalse(period.recurs());
            assertEquals(Optional.empty(), period.next(JOINED, JOINED));
            assertEquals(Optional.empty(), period.previous(JOINED, JOINED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR_YEAR JANUARY, 2026-07-06, 2026-12-31",
        "CALENDAR_YEAR APRIL, 2026-03-31, 2026-03-31",
        "ANNIVERSARY FEB_28, 2024-02-29, 2025-02-27",
        "ROLLING P12M, 2025-07-07, 2026-07-06",
        "ROLLING P1M, 2026-01-31, 2026-02-28",
        "ROLLING P1M, 2026-02-28, 2026-03-27",
        "ROLLING P1M, 2026-03-01, 2026-03-31",
        "ROLLING P1D, 2026-07-06, 2026-07-06"
    })
    void factCountsThrough(String period, LocalDate fact, LocalDate last) {
        assertEquals(Optional.of(last), QualificationPeriod.parse(period).countsThrough(fact, JOINED));
    }

    @Test
    void factCountsForALifetime() {
        assertEquals(Optional.empty(), QualificationPeriod.lifetime().countsThrough(JOINED, JOINED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CALENDAR_YEAR",
                "CALENDAR_YEAR 4",
                "ROLLING",
                "ROLLING P0D",
                "ROLLING P-1M",
                "ROLLING 12",
                "ANNIVERSARY",
                "ANNIVERSARY LEAP_ONLY",
                "LIFETIME P1Y",
                "lifetime",
                "ROLLING P12M "
            })
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> QualificationPeriod.parse(text));
        assertEquals(
                "qualification period must read like 'CALENDAR_YEAR APRIL', 'ROLLING P12M', 'ANNIVERSARY FEB_28' or"
                        + " 'LIFETIME': '" + text + "'",
                e.getMessage());
    }

    @Test
    void impossiblePeriodsAreRefused() {
        assertEquals(
                "period must not be zero: P0D",
                assertThrows(IllegalArgumentException.class, () -> QualificationPeriod.rolling(Period.ZERO))
                        .getMessage());
        assertEquals(
                "period must not be negative in any part: P-1M",
                assertThrows(IllegalArgumentException.class, () -> QualificationPeriod.rolling(Period.ofMonths(-1)))
                        .getMessage());
        assertEquals(
                "leapDay must name a day in every year: LEAP_ONLY",
                assertThrows(IllegalArgumentException.class, () -> QualificationPeriod.anniversary(LeapDay.LEAP_ONLY))
                        .getMessage());
    }

    @Test
    void windowsBeyondTheRangeOfDatesAreAnOverflow() {
        for (String text : new String[] {"CALENDAR_YEAR APRIL", "ANNIVERSARY FEB_28", "ROLLING P12M"}) {
            QualificationPeriod period = QualificationPeriod.parse(text);
            assertThrows(ArithmeticException.class, () -> period.windowAt(LocalDate.MAX, JOINED));
            assertThrows(ArithmeticException.class, () -> period.windowAt(LocalDate.MIN, JOINED));
        }
        ArithmeticException e = assertThrows(
                ArithmeticException.class,
                () -> QualificationPeriod.calendarYear().windowAt(LocalDate.MAX, JOINED));
        assertEquals("date overflow: CALENDAR_YEAR JANUARY at +999999999-12-31", e.getMessage());
    }

    @Test
    void missingPartsAreNamed() {
        Month none = null;
        LeapDay noPolicy = null;
        assertEquals(
                "firstMonth",
                assertThrows(NullPointerException.class, () -> QualificationPeriod.calendarYear(none))
                        .getMessage());
        assertEquals(
                "period",
                assertThrows(NullPointerException.class, () -> QualificationPeriod.rolling(null))
                        .getMessage());
        assertEquals(
                "leapDay",
                assertThrows(NullPointerException.class, () -> QualificationPeriod.anniversary(noPolicy))
                        .getMessage());
    }
}
