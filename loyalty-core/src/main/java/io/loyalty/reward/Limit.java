package io.loyalty.reward;

import io.loyalty.time.CalendarUnit;
import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * How many of a reward one customer may have within a period. Dates are business days of the program. Immutable.
 */
public sealed interface Limit extends Serializable {

    /** A stretch of the calendar. */
    enum Per {
        /** A business day. */
        DAY,
        /** A week from Monday to Sunday. */
        WEEK,
        /** A calendar month. */
        MONTH,
        /** A quarter, beginning in January, April, July or October. */
        QUARTER,
        /** Half a year, beginning in January or July. */
        HALF_YEAR,
        /** A calendar year. */
        YEAR,
        /** All time. */
        LIFETIME
    }

    /**
     * So many in each stretch of the calendar.
     *
     * @param most how many, at least 1
     * @param per the stretch
     */
    record Calendar(long most, Per per) implements Limit {
        /**
         * Refuses limits of nothing.
         *
         * @param most how many, at least 1
         * @param per the stretch
         * @throws IllegalArgumentException if {@code most} is below 1
         */
        public Calendar {
            requireMost(most);
            Objects.requireNonNull(per, "per");
        }

        @Override
        public DateWindow windowAt(LocalDate date) {
            switch (per) {
                case DAY:
                    return DateWindow.ofDates(date, date);
                case WEEK:
                    LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    return DateWindow.of(monday, monday.plusWeeks(1));
                case MONTH:
                    return months(CalendarUnit.MONTH, 1, date);
                case QUARTER:
                    return months(CalendarUnit.QUARTER, 3, date);
                case HALF_YEAR:
                    return months(CalendarUnit.HALF_YEAR, 6, date);
                case YEAR:
                    return months(CalendarUnit.YEAR, 12, date);
                default:
                    return DateWindow.always();
            }
        }

        @Override
        public LocalDate countsUntil(LocalDate date) {
            return windowAt(date).to();
        }

        private static DateWindow months(CalendarUnit unit, int months, LocalDate date) {
            LocalDate to = unit.lastDayOf(date).plusDays(1);
            return DateWindow.of(to.minusMonths(months), to);
        }

        @Override
        public String toString() {
            return most + " per " + per;
        }
    }

    /**
     * So many in any stretch of some length, wherever it begins.
     *
     * @param most how many, at least 1
     * @param period the length, not zero, no part of it negative
     */
    record Rolling(long most, Period period) implements Limit {
        /**
         * Refuses limits of nothing.
         *
         * @param most how many, at least 1
         * @param period the length, not zero, no part of it negative
         * @throws IllegalArgumentException if {@code most} is below 1, or the period is zero or a part of it is negative
         */
        public Rolling {
            requireMost(most);
            QualificationPeriod.rolling(period);
        }

        @Override
        public DateWindow windowAt(LocalDate date) {
            return QualificationPeriod.rolling(period).windowAt(date, date);
        }

        @Override
        public LocalDate countsUntil(LocalDate date) {
            return QualificationPeriod.rolling(period)
                    .countsThrough(date, date)
                    .orElseThrow()
                    .plusDays(1);
        }

        @Override
        public String toString() {
            return most + " in " + period;
        }
    }

    /**
     * How many.
     *
     * @return a number of at least 1
     */
    long most();

    /**
     * The period in which a date lies; for a rolling one, that which ends with it.
     *
     * @param date any date, at least a year from the first and the last there are
     * @return the dates, of which all uses are counted
     */
    DateWindow windowAt(LocalDate date);

    /**
     * The first date on which what was had on another counts no more.
     *
     * @param date when it was had
     * @return the date; {@link LocalDate#MAX} if it counts for ever
     */
    LocalDate countsUntil(LocalDate date);

    private static void requireMost(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1: " + most);
        }
    }
}
