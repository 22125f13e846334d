package io.loyalty.metrics.value;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the purchase models need to know of one customer: (x, t_x, T) of the literature, with its time unit.
 *
 * <p>Time begins at the customer's first purchase, which is not counted.
 *
 * @param repeats number of purchases after the first, x ≥ 0
 * @param last time of the last purchase, t_x, in {@code unit} since the first; 0 for a one-time buyer (in some packages this is called
 *     recency; {@link #sinceLast()} is the other recency)
 * @param age time from the first purchase to the end of observation, T ≥ t_x, in {@code unit}
 * @param unit the time unit
 */
public record RecencyFrequency(int repeats, double last, double age, PeriodUnit unit) implements Serializable {

    /**
     * Refuses what cannot be: negative counts or times, NaN, t_x &gt; T, a last repeat purchase of someone who made none.
     *
     * @param repeats number of purchases after the first
     * @param last time of the last purchase since the first
     * @param age time from the first purchase to the end of observation
     * @param unit the time unit
     * @throws IllegalArgumentException if a number is out of place
     */
    public RecencyFrequency {
        Objects.requireNonNull(unit, "unit");
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats must be at least 0: " + repeats);
        }
        if (!(age >= 0 && age < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("age must be finite and at least 0: " + age);
        }
        if (!(last >= 0 && last <= age)) {
            throw new IllegalArgumentException("last must be in [0, age = " + age + "]: " + last);
        }
        if (repeats == 0 && last > 0) {
            throw new IllegalArgumentException("last must be 0 without a repeat purchase: " + last);
        }
    }

    /**
     * A history in weeks.
     *
     * @param repeats number of purchases after the first
     * @param last weeks from the first to the last purchase
     * @param age weeks from the first purchase to the end of observation
     * @return the history
     */
    public static RecencyFrequency ofWeeks(int repeats, double last, double age) {
        return new RecencyFrequency(repeats, last, age, PeriodUnit.WEEK);
    }

    /**
     * A history in days.
     *
     * @param repeats number of purchases after the first
     * @param last days from the first to the last purchase
     * @param age days from the first purchase to the end of observation
     * @return the history
     */
    public static RecencyFrequency ofDays(int repeats, double last, double age) {
        return new RecencyFrequency(repeats, last, age, PeriodUnit.DAY);
    }

    /**
     * Somebody who has just made the first purchase.
     *
     * @param unit the time unit
     * @return no repeat, at age 0
     */
    public static RecencyFrequency ofNewCustomer(PeriodUnit unit) {
        return new RecencyFrequency(0, 0, 0, unit);
    }

    /**
     * The time without a purchase up to the end of observation.
     *
     * @return age − last, in {@link #unit()}
     */
    public double sinceLast() {
        return age - last;
    }

    /**
     * The same history in another unit.
     *
     * @param target the unit
     * @return this if the unit is the same
     */
    public RecencyFrequency in(PeriodUnit target) {
        if (unit == target) {
            return this;
        }
        double converted = unit.convert(age, target);
        // Rounding must not push the last purchase beyond the end.
        return new RecencyFrequency(repeats, Math.min(unit.convert(last, target), converted), converted, target);
    }
}
