package io.loyalty.metrics.value;

import java.io.Serializable;
import java.util.Objects;

/**
 * A stretch of future time with its unit: how far ahead a prediction looks.
 *
 * @param length how many units, finite and at least 0
 * @param unit the unit
 */
public record Horizon(double length, PeriodUnit unit) implements Serializable {

    /**
     * Refuses negative, infinite and NaN lengths.
     *
     * @param length how many units, finite and at least 0
     * @param unit the unit
     * @throws IllegalArgumentException if the length is out of place
     */
    public Horizon {
        Objects.requireNonNull(unit, "unit");
        if (!(length >= 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("length must be finite and at least 0: " + length);
        }
    }

    /**
     * A number of days.
     *
     * @param length how many, at least 0
     * @return the horizon
     */
    public static Horizon ofDays(double length) {
        return new Horizon(length, PeriodUnit.DAY);
    }

    /**
     * A number of weeks.
     *
     * @param length how many, at least 0
     * @return the horizon
     */
    public static Horizon ofWeeks(double length) {
        return new Horizon(length, PeriodUnit.WEEK);
    }

    /**
     * A number of months, each a twelfth of a year.
     *
     * @param length how many, at least 0
     * @return the horizon
     */
    public static Horizon ofMonths(double length) {
        return new Horizon(length, PeriodUnit.MONTH);
    }

    /**
     * A number of years.
     *
     * @param length how many, at least 0
     * @return the horizon
     */
    public static Horizon ofYears(double length) {
        return new Horizon(length, PeriodUnit.YEAR);
    }

    /**
     * The length in some unit.
     *
     * @param target the unit of the answer
     * @return the length in that unit
     */
    public double in(PeriodUnit target) {
        return unit.convert(length, target);
    }
}
