package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * A division of the calendar into periods without gaps: months, quarters, years, weeks, or stretches of some days.
 *
 * <p>Immutable.
 */
public final class CohortPeriod implements Serializable {

    /** Calendar months. */
    public static final CohortPeriod MONTH = new CohortPeriod(1, 0, LocalDate.EPOCH);

    /** Quarters of the calendar year. */
    public static final CohortPeriod QUARTER = new CohortPeriod(3, 0, LocalDate.EPOCH);

    /** Calendar years. */
    public static final CohortPeriod YEAR = new CohortPeriod(12, 0, LocalDate.EPOCH);

    /** ISO weeks, Monday to Sunday. */
    public static final CohortPeriod WEEK = ofDays(7, LocalDate.EPOCH.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));

    private static final long serialVersionUID = 1L;

    /** 0 for stretches of days. */
    private final int months;

    private final int days;
    private final LocalDate anchor;

    private CohortPeriod(int months, int days, LocalDate anchor) {
        this.months = months;
        this.days = days;
        this.anchor = anchor;
    }

    /**
     * Stretches of some days, which follow each other from a given day on, and before it likewise.
     *
     * @param days the length of a stretch, at least 1
     * @param first the first day of one of them
     * @return the division
     * @throws IllegalArgumentException if the length is below 1
     */
    public static CohortPeriod ofDays(int days, LocalDate first) {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1: " + days);
        }
        // The same division whichever of its first days is given.
        long residue = Math.floorMod(first.toEpochDay(), (long) days);
        return new CohortPeriod(0, days, LocalDate.ofEpochDay(residue));
    }

    /**
     * The first day of the period that holds a day.
     *
     * @param day any day
     * @return that day or an earlier one
     */
    public LocalDate startOf(LocalDate day) {
        if (months > 0) {
            int intoPeriod = (day.getMonthValue() - 1) % months;
            return day.withDayOfMonth(1).minusMonths(intoPeriod);
        }
        return day.minusDays(Math.floorMod(day.toEpochDay() - anchor.toEpochDay(), (long) days));
    }

    /**
     * The first day of the next period.
     *
     * @param day any day of a period
     * @return a later day
     */
    public LocalDate startAfter(LocalDate day) {
        LocalDate start = startOf(day);
        return months > 0 ? start.plusMonths(months) : start.plusDays(days);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CohortPeriod that
                && months == that.months
                && days == that.days
                && anchor.equals(that.anchor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(months, days, anchor);
    }

    /**
     * One readable word or two.
     *
     * @return for example {@code month} or {@code 28 days}
     */
    @Override
    public String toString() {
        if (months == 1) {
            return "month";
        }
        if (months > 0) {
            return months == 3 ? "quarter" : "year";
        }
        return this.equals(WEEK) ? "week" : days + (days == 1 ? " day" : " days");
    }
}
