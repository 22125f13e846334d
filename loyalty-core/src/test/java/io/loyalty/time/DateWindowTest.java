package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWindowTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate MAR_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate APR_1 = LocalDate.of(2026, 4, 1);
    private static final DateWindow QUARTER = DateWindow.of(JAN_1, APR_1);

    @Test
    void firstDateIsInsideAndSecondIsNot() {
        assertFalse(QUARTER.contains(JAN_1.minusDays(1)));
        assertTrue(QUARTER.contains(JAN_1));
        assertTrue(QUARTER.contains(MAR_31));
        assertFalse(QUARTER.contains(APR_1));
        assertEquals(90, QUARTER.days());
    }

    @Test
    void rangeGivenAsDatesIncludesItsLast() {
        assertEquals(QUARTER, DateWindow.ofDates(JAN_1, MAR_31));
        assertEquals(1, DateWindow.ofDates(JAN_1, JAN_1).days());
    }

    @Test
    void datesBecomeInstantsInAZone() {
        assertEquals(Instant.parse("2025-12-31T15:00:00Z"), QUARTER.start(TOKYO));
        assertEquals(Instant.parse("2026-03-31T15:00:00Z"), QUARTER.end(TOKYO));
        assertTrue(QUARTER.contains(QUARTER.start(TOKYO), TOKYO));
        assertFalse(QUARTER.contains(QUARTER.start(TOKYO).minusNanos(1), TOKYO));
        assertTrue(QUARTER.contains(QUARTER.end(TOKYO).minusNanos(1), TOKYO));
        assertFalse(QUARTER.contains(QUARTER.end(TOKYO), TOKYO));
    }

    @Test
    void windowMayBeginOnADateWithoutMidnight() {
        DateWindow window = DateWindow.since(LocalDate.of(2018, 11, 4));
        Instant first = Instant.parse("2018-11-04T03:00:00Z");
        assertEquals(first, window.start(SAO_PAULO));
        assertTrue(window.contains(first, SAO_PAULO));
        assertFalse(window.contains(first.minusNanos(1), SAO_PAULO));
    }

    @Test
    void openEndsReachToTheEndsOfTime() {
        for (DateWindow window : new DateWindow[] {DateWindow.always(), DateWindow.since(JAN_1)}) {
            assertEquals(Instant.MAX, window.end(TOKYO));
            assertTrue(window.contains(Instant.MAX, TOKYO));
            assertTrue(window.contains(LocalDate.MAX));
        }
        for (DateWindow window : new DateWindow[] {DateWindow.always(), DateWindow.through(MAR_31)}) {
            assertEquals(Instant.MIN, window.start(TOKYO));
            assertTrue(window.contains(Instant.MIN, TOKYO));
            assertTrue(window.contains(LocalDate.MIN));
        }
        assertFalse(DateWindow.since(JAN_1).contains(Instant.MIN, TOKYO));
        assertFalse(DateWindow.through(MAR_31).contains(Instant.MAX, TOKYO));
        assertTrue(DateWindow.through(MAR_31).contains(MAR_31));
        assertFalse(DateWindow.through(MAR_31).contains(APR_1));
        assertEquals(DateWindow.always(), DateWindow.through(LocalDate.MAX));
        assertEquals(DateWindow.since(JAN_1), DateWindow.ofDates(JAN_1, LocalDate.MAX));
    }

    @Test
    void emptyWindowContainsNothing() {
        DateWindow empty = DateWindow.of(JAN_1, JAN_1);
        assertTrue(empty.isEmpty());
        assertEquals(0, empty.days());
        assertFalse(empty.contains(JAN_1));
        assertFalse(empty.overlaps(DateWindow.always()));
        assertFalse(QUARTER.isEmpty());
        assertFalse(DateWindow.always().isEmpty());
    }

    @Test
    void intersectionIsTheCommonPart() {
        assertEquals(DateWindow.ofDates(MAR_31, MAR_31), QUARTER.intersection(DateWindow.since(MAR_31)));
        assertEquals(QUARTER, QUARTER.intersection(DateWindow.always()));
        assertTrue(QUARTER.intersection(DateWindow.since(APR_1)).isEmpty());
        assertTrue(DateWindow.since(APR_1.plusYears(1)).intersection(QUARTER).isEmpty());
        assertTrue(QUARTER.overlaps(DateWindow.since(MAR_31)));
        assertFalse(QUARTER.overlaps(DateWindow.since(APR_1)));
        assertFalse(DateWindow.through(JAN_1.minusDays(1)).overlaps(QUARTER));
    }

    @Test
    void daysOfAnOpenWindowAreWithoutNumber() {
        ArithmeticException e = assertThrows(
                ArithmeticException.class, () -> DateWindow.since(JAN_1).days());
        assertEquals("days of an open window are without number: 2026-01-01/..", e.getMessage());
        assertThrows(ArithmeticException.class, () -> DateWindow.through(JAN_1).days());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01/2026-04-01, 2026-01-01, 2026-04-01",
        "2026-01-01/.., 2026-01-01, +999999999-12-31",
        "../2026-04-01, -999999999-01-01, 2026-04-01",
        "../.., -999999999-01-01, +999999999-12-31",
        "-0044-03-15/+12026-01-01, -0044-03-15, +12026-01-01"
    })
    void textFormIsIso(String text, LocalDate from, LocalDate to) {
        assertEquals(new DateWindow(from, to), DateWindow.parse(text));
        assertEquals(text, new DateWindow(from, to).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "2026-01-01",
                "2026-01-01/",
                "/2026-01-01",
                "2026-01-01/2026-02-30",
                "2026-01-01/P1M",
                "a/b/c"
            })
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> DateWindow.parse(text));
        assertEquals(
                "window must read like '2026-01-01/2026-04-01' or '2026-01-01/..': '" + text + "'", e.getMessage());
    }

    @Test
    void datesInTheWrongOrderAreRefused() {
        assertEquals(
                "to must be at or after from: 2026-04-01/2026-01-01",
                assertThrows(IllegalArgumentException.class, () -> DateWindow.of(APR_1, JAN_1))
                        .getMessage());
        assertEquals(
                "last date must be at or after the first: 2026-04-01 to 2026-03-31",
                assertThrows(IllegalArgumentException.class, () -> DateWindow.ofDates(APR_1, MAR_31))
                        .getMessage());
    }

    @Test
    void windowsBeyondTheRangeOfDatesAreRefused() {
        assertEquals(
                "window must not lie beyond the range of dates: +999999999-12-31/+999999999-12-31",
                assertThrows(IllegalArgumentException.class, () -> DateWindow.since(LocalDate.MAX))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> DateWindow.of(LocalDate.MIN, LocalDate.MIN));
    }

    @Test
    void missingDatesAreNamed() {
        assertEquals(
                "from",
                assertThrows(NullPointerException.class, () -> new DateWindow(null, APR_1))
                        .getMessage());
        assertEquals(
                "to",
                assertThrows(NullPointerException.class, () -> new DateWindow(JAN_1, null))
                        .getMessage());
    }
}
