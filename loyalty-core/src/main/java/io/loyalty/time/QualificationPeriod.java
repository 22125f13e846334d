package io.loyalty.time;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * Over which dates facts count towards a tier.
 *
 * <p>{@link CalendarYear} and {@link Anniversary} cut time into periods that follow each other; {@link Rolling} looks back from
 * each date anew; {@link Lifetime} counts everything. Immutable.
 */
public sealed interface QualificationPeriod extends Serializable {

    /**
     * Years that all members share.
     *
     * @param firstMonth the month in which each year begins; January for calendar years
     */
    record CalendarYear(Month firstMonth) implements QualificationPeriod {

        /**
         * Refuses a missing month.
         *
         * @param firstMonth the month in which each year begins
         */
        public CalendarYear {
            Objects.requireNonNull(firstMonth, "firstMonth");
        }

        @Override
        public DateWindow windowAt(LocalDate asOf, LocalDate memberSince) {
            try {
                LocalDate from = LocalDate.of(asOf.getYear(), firstMonth, 1);
                if (from.isAfter(asOf)) {
                    from = from.minusYears(1);
                }
                return DateWindow.of(from, from.plusYears(1));
            } catch (DateTimeException e) {
                throw Periods.overflow(this + " at " + asOf, e);
            }
        }

        @Override
        public boolean recurs() {
            return true;
        }

        @Override
        public String toString() {
            return "CALENDAR_YEAR " + firstMonth;
        }
    }

    /**
     * The last so many months or days, up to and including the date of judgement.
     *
     * <p>Judged on {@code d} it covers the dates after {@code d - period} through {@code d}: twelve months judged on 6 July 2026
     * are 7 July 2025 to 6 July 2026, and three days judged on the 6th are the 4th, 5th and 6th.
     *
     * @param period the length, no part of it negative, not zero
     */
    record Rolling(Period period) implements QualificationPeriod {

        /**
         * Refuses periods that are not positive.
         *
         * @param period the length, no part of it negative, not zero
         * @throws IllegalArgumentException if the period is zero or a part of it is negative
         */
        public Rolling {
            Periods.requireNotNegative("period", period);
            if (period.isZero()) {
                throw new IllegalArgumentException("period must not be zero: " + period);
            }
        }

        @Override
        public DateWindow windowAt(LocalDate asOf, LocalDate memberSince) {
            LocalDate before = Periods.minus(asOf, period);
            return DateWindow.of(before.plusDays(1), Periods.plus(asOf, Periods.ONE_DAY));
        }

        @Override
        public Optional<LocalDate> countsThrough(LocalDate date, LocalDate memberSince) {
            // Months differ in length, so taking a period away does not always undo adding it.
            LocalDate last = Periods.plus(date, period);
            while (!Periods.minus(last, period).isBefore(date)) {
                last = last.minusDays(1);
            }
            while (Periods.minus(Periods.plus(last, Periods.ONE_DAY), period).isBefore(date)) {
                last = last.plusDays(1);
            }
            return Optional.of(last);
        }

        @Override
        public boolean recurs() {
            return false;
        }

        @Override
        public String toString() {
            return "ROLLING " + period;
        }
    }

    /**
     * Years of membership, each beginning on the yearly return of the joining day.
     *
     * @param leapDay when the year of those who joined on 29 February begins; not {@link LeapDay#LEAP_ONLY}
     */
    record Anniversary(LeapDay leapDay) implements QualificationPeriod {

        /**
         * Refuses years that would last four.
         *
         * @param leapDay when the year of those who joined on 29 February begins; not {@link LeapDay#LEAP_ONLY}
         * @throws IllegalArgumentException for {@link LeapDay#LEAP_ONLY}
         */
        public Anniversary {
            if (Objects.requireNonNull(leapDay, "leapDay") == LeapDay.LEAP_ONLY) {
                throw new IllegalArgumentException("leapDay must name a day in every year: " + leapDay);
            }
        }

        @Override
        public DateWindow windowAt(LocalDate asOf, LocalDate memberSince) {
            MonthDay day = MonthDay.from(memberSince);
            LocalDate tomorrow = Periods.plus(asOf, Periods.ONE_DAY);
            return DateWindow.of(leapDay.lastOnOrBefore(day, asOf), leapDay.nextOnOrAfter(day, tomorrow));
        }

        @Override
        public boolean recurs() {
            return true;
        }

        @Override
        public String toString() {
            return "ANNIVERSARY " + leapDay;
        }
    }

    /** All facts, for ever. */
    record Lifetime() implements QualificationPeriod {

        @Override
        public DateWindow windowAt(LocalDate asOf, LocalDate memberSince) {
            return DateWindow.always();
        }

        @Override
        public Optional<LocalDate> countsThrough(LocalDate date, LocalDate memberSince) {
            return Optional.empty();
        }

        @Override
        public boolean recurs() {
            return false;
        }

        @Override
        public String toString() {
            return "LIFETIME";
        }
    }

    /**
     * Calendar years, from January to December.
     *
     * @return the period
     */
    static QualificationPeriod calendarYear() {
        return new CalendarYear(Month.JANUARY);
    }

    /**
     * Years that begin in a month of one's own choice.
     *
     * @param firstMonth the month in which each year begins
     * @return the period
     */
    static QualificationPeriod calendarYear(Month firstMonth) {
        return new CalendarYear(firstMonth);
    }

    /**
     * The last so many months or days.
     *
     * @param period the length
     * @return the period
     * @throws IllegalArgumentException if the length is zero or a part of it is negative
     */
    static QualificationPeriod rolling(Period period) {
        return new Rolling(period);
    }

    /**
     * Years of membership; those who joined on 29 February begin theirs on 28 February in common years.
     *
     * @return the period
     */
    static QualificationPeriod anniversary() {
        return new Anniversary(LeapDay.FEB_28);
    }

    /**
     * Years of membership.
     *
     * @param leapDay when the year of those who joined on 29 February begins
     * @return the period
     * @throws IllegalArgumentException for {@link LeapDay#LEAP_ONLY}
     */
    static QualificationPeriod anniversary(LeapDay leapDay) {
        return new Anniversary(leapDay);
    }

    /**
     * All facts, for ever.
     *
     * @return the period
     */
    static QualificationPeriod lifetime() {
        return new Lifetime();
    }

    /**
     * Reads any of {@code CALENDAR_YEAR APRIL}, {@code ROLLING P12M}, {@code ANNIVERSARY FEB_28}, {@code LIFETIME}; inverts
     * {@code toString()}.
     *
     * @param text one of these forms
     * @return the period
     * @throws IllegalArgumentException if the text is of none of these forms
     */
    static QualificationPeriod parse(String text) {
        String[] words = text.split(" ", -1);
        try {
            return switch (words[0] + "/" + words.length) {
                case "CALENDAR_YEAR/2" -> new CalendarYear(Month.valueOf(words[1]));
                case "ROLLING/2" -> new Rolling(Period.parse(words[1]));
                case "ANNIVERSARY/2" -> new Anniversary(LeapDay.valueOf(words[1]));
                case "LIFETIME/1" -> new Lifetime();
                default -> throw new IllegalArgumentException("no such form: " + text);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "qualification period must read like 'CALENDAR_YEAR APRIL', 'ROLLING P12M', 'ANNIVERSARY FEB_28' or"
                            + " 'LIFETIME': '" + text + "'",
                    e);
        }
    }

    /**
     * The dates that count when a member is judged on a date.
     *
     * @param asOf the date of judgement, which always lies inside the window
     * @param memberSince the joining day
     * @return for periods that recur the whole period around {@code asOf}, its future dates included; otherwise what lies
     *     behind {@code asOf}, or everything
     * @throws ArithmeticException if the window reaches beyond the range of {@link LocalDate}
     */
    DateWindow windowAt(LocalDate asOf, LocalDate memberSince);

    /**
     * Whether time is cut into periods that follow each other without gap.
     *
     * @return true for {@link CalendarYear} and {@link Anniversary}
     */
    boolean recurs();

    /**
     * The period after the one around a date.
     *
     * @param asOf the date
     * @param memberSince the joining day
     * @return the following period; empty unless periods recur
     * @throws ArithmeticException if it reaches beyond the range of {@link LocalDate}
     */
    default Optional<DateWindow> next(LocalDate asOf, LocalDate memberSince) {
        return recurs() ? Optional.of(windowAt(windowAt(asOf, memberSince).to(), memberSince)) : Optional.empty();
    }

    /**
     * The period before the one around a date.
     *
     * @param asOf the date
     * @param memberSince the joining day
     * @return the preceding period, though it may lie before the joining day; empty unless periods recur
     * @throws ArithmeticException if it reaches beyond the range of {@link LocalDate}
     */
    default Optional<DateWindow> previous(LocalDate asOf, LocalDate memberSince) {
        return recurs()
                ? Optional.of(windowAt(windowAt(asOf, memberSince).from().minusDays(1), memberSince))
                : Optional.empty();
    }

    /**
     * The last date of judgement at which a fact counts.
     *
     * @param date the date of the fact
     * @param memberSince the joining day
     * @return the latest {@code asOf} whose window contains {@code date}; empty if it counts for ever
     * @throws ArithmeticException if it lies beyond the range of {@link LocalDate}
     */
    default Optional<LocalDate> countsThrough(LocalDate date, LocalDate memberSince) {
        return Optional.of(windowAt(date, memberSince).to().minusDays(1));
    }
}
