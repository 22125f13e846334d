package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CohortPeriodTest {

    private static final LocalDate LEAP = LocalDate.of(2024, 2, 29);

    @Test
    void calendarPeriodsStartWhereTheCalendarSays() {
        assertEquals(LocalDate.of(2024, 2, 1), CohortPeriod.MONTH.startOf(LEAP));
        assertEquals(LocalDate.of(2024, 3, 1), CohortPeriod.MONTH.startAfter(LEAP));
        assertEquals(LocalDate.of(2024, 1, 1), CohortPeriod.QUARTER.startOf(LEAP));
        assertEquals(LocalDate.of(2024, 4, 1), CohortPeriod.QUARTER.startAfter(LEAP));
        assertEquals(LocalDate.of(2023, 10, 1), CohortPeriod.QUARTER.startOf(LocalDate.of(2023, 12, 31)));
        assertEquals(LocalDate.of(2024, 1, 1), CohortPeriod.YEAR.startOf(LEAP));
        assertEquals(LocalDate.of(2025, 1, 1), CohortPeriod.YEAR.startAfter(LEAP));
        assertEquals(LocalDate.of(2024, 2, 26), CohortPeriod.WEEK.startOf(LEAP));
        assertEquals(LocalDate.of(2024, 3, 4), CohortPeriod.WEEK.startAfter(LEAP));
        assertEquals(LocalDate.of(1969, 12, 29), CohortPeriod.WEEK.startOf(LocalDate.EPOCH));
    }

    @Test
    void stretchesFollowTheirFirstDayBothWays() {
        CohortPeriod stretch = CohortPeriod.ofDays(28, LEAP);
        assertEquals(LEAP, stretch.startOf(LEAP));
        assertEquals(LEAP, stretch.startOf(LEAP.plusDays(27)));
        assertEquals(LEAP.minusDays(28), stretch.startOf(LEAP.minusDays(1)));
        assertEquals(LEAP.plusDays(28), stretch.startAfter(LEAP));
    }

    @Test
    void equalDivisionsAreEqual() {
        assertEquals(CohortPeriod.ofDays(28, LEAP), CohortPeriod.ofDays(28, LEAP.plusDays(56)));
        assertEquals(
                CohortPeriod.ofDays(28, LEAP).hashCode(),
                CohortPeriod.ofDays(28, LEAP.minusDays(28)).hashCode());
        assertNotEquals(CohortPeriod.ofDays(28, LEAP), CohortPeriod.ofDays(28, LEAP.plusDays(1)));
        assertEquals(CohortPeriod.WEEK, CohortPeriod.ofDays(7, LocalDate.of(2024, 2, 26)));
        assertNotEquals(CohortPeriod.MONTH, CohortPeriod.QUARTER);
        assertEquals(CohortPeriod.MONTH, Copies.serialized(CohortPeriod.MONTH));
    }

    @Test
    void printsItsLength() {
        assertEquals("month", CohortPeriod.MONTH.toString());
        assertEquals("quarter", CohortPeriod.QUARTER.toString());
        assertEquals("year", CohortPeriod.YEAR.toString());
        assertEquals("week", CohortPeriod.WEEK.toString());
        assertEquals("1 day", CohortPeriod.ofDays(1, LEAP).toString());
        assertEquals("28 days", CohortPeriod.ofDays(28, LEAP).toString());
    }

    @Test
    void emptyStretchIsRefused() {
        assertEquals("days must be at least 1: 0", refusal(() -> CohortPeriod.ofDays(0, LEAP)));
    }
}
