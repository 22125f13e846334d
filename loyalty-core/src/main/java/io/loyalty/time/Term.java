package io.loyalty.time;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How long points live.
 *
 * <p>A term names a <em>last valid day</em>; points are usable through the whole of it, by the clock of the program's zone,
 * and dead from the first moment of the next. A period counts from the date on which the term starts: points earned on 6 July
 * for twelve months are usable through 6 July of the next year. Where a month lacks the day, the last of the month is
 * taken, as {@link LocalDate#plus(java.time.temporal.TemporalAmount)} does: one month from 31 January ends on 28 or 29
 * February.
 *
 * <p>Which instant starts the term (earning, activation, last renewal) is the caller's to say. Immutable.
 */
public sealed interface Term extends Serializable {

    /**
     * Lives for a period.
     *
     * @param period the period, no part of it negative
     */
    record Fixed(Period period) implements Term {

        /**
         * Refuses negative periods.
         *
         * @param period the period, no part of it negative
         * @throws IllegalArgumentException if a part of the period is negative
         */
        public Fixed {
            Periods.requireNotNegative("period", period);
        }

        @Override
        public Optional<LocalDate> lastValidDay(LocalDate start) {
            return Optional.of(Periods.plus(start, period));
        }

        @Override
        public long lastValidDay(long start) {
            return Periods.plus(start, period);
        }

        @Override
        public Instant expiresAt(Instant start, ZoneId zone) {
            return BusinessDay.midnight(zone).endAfter(start, period);
        }

        @Override
        public String toString() {
            return period.toString();
        }
    }

    /**
     * Lives for a period and then on to the end of the month, quarter, half-year or year.
     *
     * @param unit at whose end the points die
     * @param after the period before that, no part of it negative, may be zero
     */
    record EndOf(CalendarUnit unit, Period after) implements Term {

        /**
         * Refuses negative periods.
         *
         * @param unit at whose end the points die
         * @param after the period before that, no part of it negative, may be zero
         * @throws IllegalArgumentException if a part of the period is negative
         */
        public EndOf {
            Objects.requireNonNull(unit, "unit");
            Periods.requireNotNegative("after", after);
        }

        @Override
        public Optional<LocalDate> lastValidDay(LocalDate start) {
            return Optional.of(unit.lastDayOf(Periods.plus(start, after)));
        }

        @Override
        public long lastValidDay(long start) {
            return unit.lastDayAfter(start, after);
        }

        @Override
        public String toString() {
            return TermText.END_OF + " " + unit + " " + TermText.AFTER + " " + after;
        }
    }

    /**
     * Lives to the end of a fiscal year.
     *
     * @param firstMonth the month in which the fiscal year begins
     * @param year which fiscal year, seen from the start
     */
    record EndOfFiscalYear(Month firstMonth, FiscalYear year) implements Term {

        /**
         * Refuses missing parts.
         *
         * @param firstMonth the month in which the fiscal year begins
         * @param year which fiscal year, seen from the start
         */
        public EndOfFiscalYear {
            Objects.requireNonNull(firstMonth, "firstMonth");
            Objects.requireNonNull(year, "year");
        }

        @Override
        public Optional<LocalDate> lastValidDay(LocalDate start) {
            int endYear = start.getYear()
                    + (start.getMonth().compareTo(firstMonth) >= 0 ? 1 : 0)
                    + (year == FiscalYear.NEXT ? 1 : 0);
            try {
                return Optional.of(LocalDate.of(endYear, firstMonth, 1).minusDays(1));
            } catch (DateTimeException e) {
                throw Periods.overflow(this + " from " + start, e);
            }
        }

        @Override
        public String toString() {
            return TermText.FISCAL_YEAR + " " + firstMonth + " " + year;
        }
    }

    /**
     * Lives through a date that is the same for all points.
     *
     * @param lastValid the last valid day
     */
    record OnDate(LocalDate lastValid) implements Term {

        /**
         * Refuses a missing date.
         *
         * @param lastValid the last valid day
         */
        public OnDate {
            Objects.requireNonNull(lastValid, "lastValid");
        }

        @Override
        public Optional<LocalDate> lastValidDay(LocalDate start) {
            return Optional.of(lastValid);
        }

        @Override
        public String toString() {
            return TermText.UNTIL + " " + lastValid;
        }
    }

    /**
     * Lives for a period that each renewing activity starts anew, for all sliding points of an account together.
     *
     * @param period the period, no part of it negative
     * @param renewals the activities that start it anew, at least one; iterates in the order of {@link Renewal}
     */
    record Sliding(Period period, Set<Renewal> renewals) implements Term {

        /**
         * Refuses negative periods and terms that nothing renews.
         *
         * @param period the period, no part of it negative
         * @param renewals the activities that start it anew, at least one
         * @throws IllegalArgumentException if a part of the period is negative, or {@code renewals} is empty
         */
        public Sliding {
            Periods.requireNotNegative("period", period);
            EnumSet<Renewal> ordered = EnumSet.noneOf(Renewal.class);
            ordered.addAll(Objects.requireNonNull(renewals, "renewals"));
            if (ordered.isEmpty()) {
                throw new IllegalArgumentException("renewals must not be empty: a term that nothing renews is fixed");
            }
            renewals = Collections.unmodifiableSet(ordered);
        }

        @Override
        public Optional<LocalDate> lastValidDay(LocalDate start) {
            return Optional.of(Periods.plus(start, period));
        }

        @Override
        public long lastValidDay(long start) {
            return Periods.plus(start, period);
        }

        @Override
        public Instant expiresAt(Instant start, ZoneId zone) {
            return BusinessDay.midnight(zone).endAfter(start, period);
        }

        @Override
        public boolean slides() {
            return true;
        }

        @Override
        public boolean renewedBy(Renewal renewal) {
            return renewals.contains(renewal);
        }

        @Override
        public String toString() {
            return TermText.SLIDING + " " + period + " " + TermText.list(renewals);
        }
    }

    /** Lives for ever. */
    record Never() implements Term {

        private static final Never INSTANCE = new Never();

        @Override
        public Optional<LocalDate> lastValidDay(LocalDate start) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return TermText.NEVER;
        }
    }

    /** Which fiscal year, seen from the date on which a term starts. */
    enum FiscalYear {
        /** The one in which the date lies. */
        THIS,
        /** The one after that. */
        NEXT
    }

    /**
     * Points live for a period.
     *
     * @param period the period, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term of(Period period) {
        return new Fixed(period);
    }

    /**
     * Points live for a period and then on to the end of a calendar unit.
     *
     * @param unit at whose end they die
     * @param after the period before that, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term endOf(CalendarUnit unit, Period after) {
        return new EndOf(unit, after);
    }

    /**
     * Points live for a period and then on to the end of the month.
     *
     * @param after the period, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term endOfMonth(Period after) {
        return new EndOf(CalendarUnit.MONTH, after);
    }

    /**
     * Points live for a period and then on to the end of the quarter.
     *
     * @param after the period, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term endOfQuarter(Period after) {
        return new EndOf(CalendarUnit.QUARTER, after);
    }

    /**
     * Points live for a period and then on to the end of the half-year.
     *
     * @param after the period, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term endOfHalfYear(Period after) {
        return new EndOf(CalendarUnit.HALF_YEAR, after);
    }

    /**
     * Points live for a period and then on to the end of the calendar year.
     *
     * @param after the period, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term endOfYear(Period after) {
        return new EndOf(CalendarUnit.YEAR, after);
    }

    /**
     * Points live to the end of this or the next fiscal year.
     *
     * @param firstMonth the month in which the fiscal year begins
     * @param year which fiscal year
     * @return the term
     */
    static Term endOfFiscalYear(Month firstMonth, FiscalYear year) {
        return new EndOfFiscalYear(firstMonth, year);
    }

    /**
     * Points live through a date.
     *
     * @param lastValid the last valid day
     * @return the term
     */
    static Term until(LocalDate lastValid) {
        return new OnDate(lastValid);
    }

    /**
     * Points live for a period that every accrual starts anew.
     *
     * @param period the period, no part of it negative
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative
     */
    static Term sliding(Period period) {
        return new Sliding(period, EnumSet.of(Renewal.ACCRUAL));
    }

    /**
     * Points live for a period that some activities start anew.
     *
     * @param period the period, no part of it negative
     * @param renewals the activities that start it anew, at least one
     * @return the term
     * @throws IllegalArgumentException if a part of the period is negative, or {@code renewals} is empty
     */
    static Term sliding(Period period, Collection<Renewal> renewals) {
        return new Sliding(period, Set.copyOf(Objects.requireNonNull(renewals, "renewals")));
    }

    /**
     * Points live for ever.
     *
     * @return the term
     */
    static Term never() {
        return Never.INSTANCE;
    }

    /**
     * Reads any of {@code P12M}, {@code END_OF MONTH AFTER P12M}, {@code FISCAL_YEAR APRIL NEXT}, {@code UNTIL 2026-03-31},
     * {@code SLIDING P1Y ACCRUAL,REDEMPTION}, {@code NEVER}; inverts {@code toString()}.
     *
     * @param text one of these forms
     * @return the term
     * @throws IllegalArgumentException if the text is of none of these forms
     */
    static Term parse(String text) {
        return TermText.parse(text);
    }

    /**
     * The last date on which points are usable.
     *
     * @param start the date from which the term counts; for a sliding term that of the last renewal
     * @return the last valid day, which only for {@link OnDate} may lie before {@code start}; empty if there is none
     * @throws ArithmeticException if it lies beyond {@link LocalDate#MAX}
     */
    Optional<LocalDate> lastValidDay(LocalDate start);

    /**
     * The same for days counted from 1970-01-01, for what is done at every visit.
     *
     * @param start {@link LocalDate#toEpochDay()} of the date from which the term counts
     * @return that of {@link #lastValidDay(LocalDate)}; {@link Long#MAX_VALUE} if there is none
     * @throws DateTimeException if the day is beyond the range of {@link LocalDate}
     * @throws ArithmeticException if the last valid day lies beyond {@link LocalDate#MAX}
     */
    default long lastValidDay(long start) {
        Optional<LocalDate> last = lastValidDay(LocalDate.ofEpochDay(start));
        return last.isPresent() ? last.get().toEpochDay() : Long.MAX_VALUE;
    }

    /**
     * The first instant at which points are no longer usable: the first moment of the day after the last valid day.
     *
     * @param start the instant from which the term counts; for a sliding term that of the last renewal
     * @param zone the zone whose calendar counts
     * @return the exclusive end, after {@code start} except for {@link OnDate}; {@link Instant#MAX} if points live for ever
     * @throws ArithmeticException if it lies beyond {@link LocalDate#MAX}
     */
    default Instant expiresAt(Instant start, ZoneId zone) {
        BusinessDay day = BusinessDay.midnight(zone);
        Optional<LocalDate> last = lastValidDay(day.dateOf(start));
        return last.isPresent() ? day.endOf(last.get()) : Instant.MAX;
    }

    /**
     * Whether activities can start the term anew.
     *
     * @return true for {@link Sliding}
     */
    default boolean slides() {
        return false;
    }

    /**
     * Whether a kind of activity starts the term anew.
     *
     * @param renewal the kind of activity
     * @return true for a {@link Sliding} term that names it
     */
    default boolean renewedBy(Renewal renewal) {
        return false;
    }
}
