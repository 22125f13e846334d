package io.loyalty.metrics.numeric;

import io.loyalty.metrics.Interval;

/**
 * A lower and an upper bound, before level and method are attached.
 *
 * @param lower the lower bound
 * @param upper the upper bound, at least {@code lower}
 */
public record Bounds(double lower, double upper) {

    /**
     * Refuses bounds in the wrong order and NaN.
     *
     * @param lower the lower bound
     * @param upper the upper bound, at least {@code lower}
     * @throws IllegalArgumentException if {@code lower} exceeds {@code upper} or one is NaN
     */
    public Bounds {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must be at most upper: " + lower + " and " + upper);
        }
    }

    /**
     * The same bounds as a confidence interval.
     *
     * @param confidence the nominal coverage, between 0 and 1
     * @param method the method's name
     * @return the interval
     */
    public Interval interval(double confidence, String method) {
        return new Interval(lower, upper, confidence, method);
    }

    /**
     * Both bounds within a range.
     *
     * @param least the smallest possible value
     * @param greatest the largest possible value
     * @return the bounds, moved into the range where they left it
     */
    public Bounds clip(double least, double greatest) {
        return new Bounds(Math.max(least, Math.min(greatest, lower)), Math.min(greatest, Math.max(least, upper)));
    }
}
