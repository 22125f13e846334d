package io.loyalty.metrics;

import java.util.Objects;
import java.util.Optional;

/**
 * A figure with its uncertainty: how much, how certain, by which method, from how many.
 *
 * @param value the figure, or why it is undefined
 * @param standardError its standard error, or why that is undefined
 * @param interval its confidence interval; empty where none can be given
 * @param n the number of observations in its base
 * @param effectiveN the number of equally weighted observations that would be as informative (Kish); equal to {@code n}
 *     without weights
 */
public record Estimate(Measure value, Measure standardError, Optional<Interval> interval, long n, double effectiveN) {

    /**
     * Refuses missing parts and negative counts.
     *
     * @param value the figure, or why it is undefined
     * @param standardError its standard error, or why that is undefined
     * @param interval its confidence interval; empty where none can be given
     * @param n the number of observations in its base
     * @param effectiveN the number of equally weighted observations that would be as informative
     * @throws IllegalArgumentException if a count is negative
     */
    public Estimate {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(standardError, "standardError");
        Objects.requireNonNull(interval, "interval");
        if (n < 0 || !(effectiveN >= 0)) {
            throw new IllegalArgumentException("n and effectiveN must be at least 0: " + n + " and " + effectiveN);
        }
    }

    /**
     * No figure at all, because of something.
     *
     * @param reason one clause, not blank
     * @param n the number of observations in the base
     * @return an estimate of which nothing is defined
     */
    public static Estimate undefined(String reason, long n) {
        Measure none = Measure.undefined(reason);
        return new Estimate(none, none, Optional.empty(), n, n);
    }

    /**
     * Whether there is a figure.
     *
     * @return true if the value is defined
     */
    public boolean isDefined() {
        return value.isDefined();
    }

    /**
     * One readable line: figure, interval, base.
     *
     * @return for example {@code 15.0 [-0.697, 29.8] (95 % adjusted Wald), n = 100}
     */
    @Override
    public String toString() {
        return value + interval.map(i -> " " + i).orElse("") + ", n = " + n;
    }
}
