package io.loyalty.metrics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * A confidence interval: bounds, level and the method that gave it.
 *
 * @param lower the lower bound
 * @param upper the upper bound, at least {@code lower}
 * @param confidence the nominal coverage, between 0 and 1, for example 0.95
 * @param method the method's name, for example {@code Wilson}
 */
public record Interval(double lower, double upper, double confidence, String method) implements Serializable {

    /**
     * Refuses bounds in the wrong order, NaN, and levels outside (0, 1).
     *
     * @param lower the lower bound
     * @param upper the upper bound, at least {@code lower}
     * @param confidence the nominal coverage, between 0 and 1
     * @param method the method's name
     * @throws IllegalArgumentException if a number is out of place
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must be at most upper: " + lower + " and " + upper);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        Objects.requireNonNull(method, "method");
    }

    /**
     * Whether a value lies within the bounds.
     *
     * @param value any number
     * @return true if {@code lower <= value <= upper}
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * Distance between the bounds.
     *
     * @return upper − lower
     */
    public double width() {
        return upper - lower;
    }

    /**
     * One readable line, for example {@code [0.574913, 0.801018] (95 % Wilson)}.
     *
     * @return bounds, level and method
     */
    @Override
    public String toString() {
        // Locale-free: six significant decimals are enough to read; the accessors give the rest.
        return "[" + shown(lower) + ", " + shown(upper) + "] (" + shown(100 * confidence) + " % " + method + ")";
    }

    private static String shown(double value) {
        return Double.isInfinite(value)
                ? Double.toString(value)
                : new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
