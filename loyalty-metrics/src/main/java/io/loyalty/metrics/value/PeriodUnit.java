package io.loyalty.metrics.value;

/**
 * The time unit of a model, a history or a horizon.
 *
 * <p>Lengths follow the mean Gregorian year of 365.2425 days: a week is 7 days, a month a twelfth of a year, so that twelve months are
 * a year and no day is lost on the way (a "month" of 30 days loses five).
 */
public enum PeriodUnit {

    /** One day. */
    DAY(365.2425),

    /** Seven days. */
    WEEK(365.2425 / 7),

    /** A twelfth of a year. */
    MONTH(12),

    /** A quarter of a year. */
    QUARTER(4),

    /** The mean Gregorian year, 365.2425 days. */
    YEAR(1);

    private final double perYear;

    PeriodUnit(double perYear) {
        this.perYear = perYear;
    }

    /**
     * How many of this unit make a year.
     *
     * @return 365.2425 for days, 12 for months, 1 for years
     */
    public double perYear() {
        return perYear;
    }

    /**
     * A length of this unit, in another one.
     *
     * @param length any number of this unit
     * @param target the unit of the answer
     * @return the length in {@code target}; unchanged if the units are the same
     */
    public double convert(double length, PeriodUnit target) {
        if (this == target) {
            return length;
        }
        // Whole ratios stay whole: 2 weeks are exactly 14 days, 18 months exactly 1.5 years.
        if (this == WEEK && target == DAY) {
            return 7 * length;
        }
        if (this == DAY && target == WEEK) {
            return length / 7;
        }
        return length * target.perYear / perYear;
    }
}
