package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Period YEAR = Period.ofMonths(12);

    private static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    private static void assertLastValid(String expected, Term term, String earned) {
        LocalDate last = LocalDate.parse(expected);
        assertEquals(Optional.of(last), term.lastValidDay(LocalDate.parse(earned)));
        for (String time : List.of("T00:00", "T12:30", "T23:59:59.999999999")) {
            assertEquals(tokyo(last.plusDays(1) + "T00:00"), term.expiresAt(tokyo(earned + time), TOKYO));
        }
    }

    @Test
    void periodCountsFromTheEarningDate() {
        assertLastValid("2027-07-06", Term.of(YEAR), "2026-07-06");
        assertLastValid("2026-08-05", Term.of(Period.ofDays(30)), "2026-07-06");
        assertLastValid("2026-07-06", Term.of(Period.ZERO), "2026-07-06");
    }

    @Test
    void monthWithoutTheDayGivesItsLast() {
        assertLastValid("2026-02-28", Term.of(Period.ofMonths(1)), "2026-01-31");
        assertLastValid("2028-02-29", Term.of(Period.ofMonths(1)), "2028-01-31");
        assertLastValid("2029-02-28", Term.of(Period.ofYears(1)), "2028-02-29");
    }

    /** END_OF(month, after 12 months), earned 2020-07-06: expires 2021-08-01T00:00. */
    @Test
    void endOfMonthAfterTwelveMonths() {
        Term term = Term.endOfMonth(YEAR);
        assertEquals(tokyo("2021-08-01T00:00"), term.expiresAt(tokyo("2020-07-06T10:15"), TOKYO));
        assertLastValid("2021-07-31", term, "2020-07-06");
        assertLastValid("2021-07-31", term, "2020-07-31");
        assertLastValid("2021-08-31", term, "2020-08-01");
    }

    @Test
    void endOfLargerUnits() {
        assertLastValid("2021-09-30", Term.endOfQuarter(YEAR), "2020-07-06");
        assertLastValid("2021-12-31", Term.endOfHalfYear(YEAR), "2020-07-06");
        assertLastValid("2021-12-31", Term.endOfYear(YEAR), "2020-07-06");
        assertLastValid("2020-12-31", Term.endOfYear(Period.ZERO), "2020-01-01");
        assertLastValid("2020-06-30", Term.endOf(CalendarUnit.HALF_YEAR, Period.ZERO), "2020-06-30");
    }

    /** Fiscal year from 1 April, end of next: earned 2026-03-31 → 2027-03-31, earned 2026-04-01 → 2028-03-31. */
    @Test
    void endOfTheNextFiscalYear() {
        Term term = Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.NEXT);
        assertLastValid("2027-03-31", term, "2026-03-31");
        assertLastValid("2028-03-31", term, "2026-04-01");
    }

    @Test
    void endOfThisFiscalYear() {
        Term april = Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.THIS);
        assertLastValid("2026-03-31", april, "2026-03-31");
        assertLastValid("2027-03-31", april, "2026-04-01");
        Term january = Term.endOfFiscalYear(Month.JANUARY, Term.FiscalYear.THIS);
        assertLastValid("2026-12-31", january, "2026-01-01");
        assertLastValid("2026-12-31", january, "2026-12-31");
        Term march = Term.endOfFiscalYear(Month.MARCH, Term.FiscalYear.NEXT);
        assertLastValid("2028-02-29", march, "2026-03-01");
    }

    @Test
    void dateIsTheSameForAll() {
        Term term = Term.until(LocalDate.of(2026, 3, 31));
        assertLastValid("2026-03-31", term, "2025-06-01");
        assertLastValid("2026-03-31", term, "2026-03-31");
        // Points earned too late are never usable.
        assertLastValid("2026-03-31", term, "2026-04-01");
    }

    /** Regular points slide a year from the last earning, here 2026-06-01: last valid day 2027-06-01. */
    @Test
    void slidingTermCountsFromTheLastRenewal() {
        Term term = Term.sliding(Period.ofYears(1));
        assertLastValid("2027-06-01", term, "2026-06-01");
        assertTrue(term.slides());
        assertTrue(term.renewedBy(Renewal.ACCRUAL));
        assertFalse(term.renewedBy(Renewal.REDEMPTION));
        assertFalse(term.renewedBy(Renewal.VISIT));
    }

    @Test
    void onlySlidingTermsSlide() {
        for (Term term : List.of(
                Term.of(YEAR),
                Term.endOfMonth(YEAR),
                Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.THIS),
                Term.until(LocalDate.EPOCH),
                Term.never())) {
            assertFalse(term.slides());
            for (Renewal renewal : Renewal.values()) {
                assertFalse(term.renewedBy(renewal));
            }
        }
    }

    @Test
    void neverIsTheEndOfTime() {
        assertEquals(Instant.MAX, Term.never().expiresAt(Instant.EPOCH, TOKYO));
        assertEquals(Instant.MAX, Term.never().expiresAt(Instant.MAX, TOKYO));
        assertEquals(Optional.empty(), Term.never().lastValidDay(LocalDate.MAX));
        assertEquals(Long.MAX_VALUE, Term.never().lastValidDay(0));
    }

    @Test
    void expiryIsTheFirstMomentOfTheDayAlsoWithoutMidnight() {
        ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
        Term term = Term.until(LocalDate.of(2018, 11, 3));
        assertEquals(Instant.parse("2018-11-04T03:00:00Z"), term.expiresAt(Instant.EPOCH, saoPaulo));
    }

    @Test
    void renewalsKeepTheirOrderAndAreCopied() {
        EnumSet<Renewal> source = EnumSet.of(Renewal.VISIT, Renewal.ACCRUAL);
        Term.Sliding term = new Term.Sliding(YEAR, source);
        source.clear();
        assertEquals(List.of(Renewal.ACCRUAL, Renewal.VISIT), List.copyOf(term.renewals()));
        assertThrows(UnsupportedOperationException.class, () -> term.renewals().add(Renewal.REDEMPTION));
        assertEquals("SLIDING P12M ACCRUAL,VISIT", term.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P12M",
                "P0D",
                "P1Y2M3D",
                "END_OF MONTH AFTER P12M",
                "END_OF HALF_YEAR AFTER P0D",
                "FISCAL_YEAR APRIL NEXT",
                "FISCAL_YEAR JANUARY THIS",
                "UNTIL 2026-03-31",
                "SLIDING P1Y ACCRUAL",
                "SLIDING P1Y ACCRUAL,REDEMPTION",
                "NEVER"
            })
    void textReadsAndPrintsAlike(String text) {
        assertEquals(text, Term.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12M",
                "P-1D",
                "never",
                "NEVER ",
                "UNTIL",
                "UNTIL 2026-02-30",
                "UNTIL 2026-03-31 X",
                "END_OF MONTH",
                "END_OF",
                "END_OF MONTH BEFORE P12M",
                "END_OF WEEK AFTER P12M",
                "FISCAL_YEAR APR NEXT",
                "FISCAL_YEAR APRIL LAST",
                "SLIDING P1Y",
                "SLIDING P1Y ",
                "SLIDING P1Y ACCRUAL,",
                "SLIDING P1Y BIRTHDAY",
                "P1D P1D"
            })
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Term.parse(text));
        assertEquals(
                "term must read like 'P12M', 'END_OF MONTH AFTER P12M', 'FISCAL_YEAR APRIL NEXT', 'UNTIL 2026-03-31',"
                        + " 'SLIDING P1Y ACCRUAL,REDEMPTION' or 'NEVER': '" + text + "'",
                e.getMessage());
    }

    @Test
    void negativePeriodsAreRefused() {
        Period mixed = Period.of(1, -1, 0);
        assertEquals(
                "period must not be negative in any part: P1Y-1M",
                assertThrows(IllegalArgumentException.class, () -> Term.of(mixed))
                        .getMessage());
        assertEquals(
                "after must not be negative in any part: P1Y-1M",
                assertThrows(IllegalArgumentException.class, () -> Term.endOfMonth(mixed))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Term.sliding(mixed));
    }

    @Test
    void slidingTermThatNothingRenewsIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Term.sliding(YEAR, Set.of()));
        assertEquals("renewals must not be empty: a term that nothing renews is fixed", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "P999999999Y, 2026-07-06, P999999999Y after 2026-07-06",
        "SLIDING P1D ACCRUAL, +999999999-12-31, P1D after +999999999-12-31",
        "END_OF MONTH AFTER P2147483647Y2147483647M, 2026-07-06, P2147483647Y2147483647M after 2026-07-06"
    })
    void datesBeyondTheRangeAreAnOverflow(String text, LocalDate start, String what) {
        Term term = Term.parse(text);
        ArithmeticException e = assertThrows(ArithmeticException.class, () -> term.lastValidDay(start));
        assertEquals("date overflow: " + what, e.getMessage());
        e = assertThrows(ArithmeticException.class, () -> term.lastValidDay(start.toEpochDay()));
        assertEquals("date overflow: " + what, e.getMessage());
    }

    @Test
    void fiscalYearBeyondTheRangeIsAnOverflow() {
        Term term = Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.NEXT);
        ArithmeticException e = assertThrows(ArithmeticException.class, () -> term.lastValidDay(LocalDate.MAX));
        assertEquals("date overflow: FISCAL_YEAR APRIL NEXT from +999999999-12-31", e.getMessage());
    }

    @Test
    void lastDateOfAllLastsToTheEndOfTime() {
        assertEquals(Instant.MAX, Term.until(LocalDate.MAX).expiresAt(Instant.EPOCH, TOKYO));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                "unit",
                assertThrows(NullPointerException.class, () -> Term.endOf(null, YEAR))
                        .getMessage());
        assertEquals(
                "firstMonth",
                assertThrows(NullPointerException.class, () -> Term.endOfFiscalYear(null, Term.FiscalYear.THIS))
                        .getMessage());
        assertEquals(
                "year",
                assertThrows(NullPointerException.class, () -> Term.endOfFiscalYear(Month.MAY, null))
                        .getMessage());
        assertEquals(
                "lastValid",
                assertThrows(NullPointerException.class, () -> Term.until(null)).getMessage());
        assertEquals(
                "period",
                assertThrows(NullPointerException.class, () -> Term.of(null)).getMessage());
        assertEquals(
                "renewals",
                assertThrows(NullPointerException.class, () -> Term.sliding(YEAR, null))
                        .getMessage());
    }
}
