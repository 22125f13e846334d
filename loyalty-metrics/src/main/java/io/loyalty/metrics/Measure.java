package io.loyalty.metrics;

import java.io.Serializable;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A number, or the reason why it is undefined.
 *
 * <p>An undefined figure is never 0 and never NaN: {@link #value()} is empty and {@link #reason()} says in one clause why, for
 * example {@code no answers}. Immutable.
 */
public final class Measure implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double number;
    private final String reason;

    private Measure(double number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    /**
     * A defined number.
     *
     * @param value any finite number
     * @return the measure
     * @throws IllegalArgumentException if the value is infinite or NaN
     */
    public static Measure of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite: " + value);
        }
        return new Measure(value, "");
    }

    /**
     * No number, because of something.
     *
     * @param reason one clause, not blank, such as {@code no answers}
     * @return the measure
     * @throws IllegalArgumentException if the reason is blank
     */
    public static Measure undefined(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must not be blank");
        }
        return new Measure(Double.NaN, reason);
    }

    /**
     * Whether there is a number.
     *
     * @return true if {@link #value()} is present
     */
    public boolean isDefined() {
        return reason.isEmpty();
    }

    /**
     * The number, if it is defined.
     *
     * @return the number, or empty
     */
    public OptionalDouble value() {
        return isDefined() ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /**
     * Why there is no number.
     *
     * @return one clause; empty text for a defined number
     */
    public String reason() {
        return reason;
    }

    /**
     * The number, for callers who know that it is defined.
     *
     * @return the number
     * @throws NoSuchElementException with the reason if it is undefined
     */
    public double orElseThrow() {
        if (!isDefined()) {
            throw new NoSuchElementException("undefined: " + reason);
        }
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measure that
                && Double.doubleToLongBits(number) == Double.doubleToLongBits(that.number)
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, reason);
    }

    /**
     * The number in full, or {@code undefined: } and the reason.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return isDefined() ? Double.toString(number) : "undefined: " + reason;
    }
}
