package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import java.io.Serializable;
import java.util.Objects;

/**
 * How a figure usually behaves: its centre and its short-term spread, from a stretch of time that was in order.
 *
 * <h2>Definition</h2>
 *
 * <p>The centre is the mean of the baseline; sigma is the mean moving range \( \overline{MR} / d_2 \), where a moving range is
 * the distance of two successive values and \( d_2 = 2/\sqrt\pi \) its mean for a normal process of sigma 1. A drift or a jump
 * within the baseline hardly widens it, where the standard deviation would take it in.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The baseline and the window that is watched are apart: a change that is part of its own yardstick goes unseen. Sigma from ten values
 * is off by a quarter easily, from thirty by a sixth.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No values leave the centre undefined, fewer than two sigma. A constant baseline has sigma 0: any other value is a signal then.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass.
 *
 * <h2>References</h2>
 *
 * <p>Montgomery, D. C. (2013), Introduction to Statistical Quality Control, 7th ed., section 6.4, ISBN 978-1-118-14681-1.
 *
 * @param center the usual value; or why there is none
 * @param sigma its short-term standard deviation, at least 0; or why there is none
 * @param n how many values it rests on; 0 if it was given
 */
public record ChartBaseline(Measure center, Measure sigma, int n) implements Serializable {

    /** The mean moving range of two values of a normal process with sigma 1. */
    static final double D2 = 1.12837916709551257390;

    /**
     * Refuses negative numbers.
     *
     * @param center the usual value; or why there is none
     * @param sigma its short-term standard deviation, at least 0; or why there is none
     * @param n how many values it rests on; 0 if it was given
     * @throws IllegalArgumentException if sigma or n is negative
     */
    public ChartBaseline {
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(sigma, "sigma");
        if (sigma.isDefined() && sigma.orElseThrow() < 0) {
            throw new IllegalArgumentException("sigma must be at least 0: " + sigma);
        }
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0: " + n);
        }
    }

    /**
     * The baseline of past values.
     *
     * @param values the values in the order of time, from a stretch that was in order
     * @return centre and sigma, undefined where there are too few values
     * @throws IllegalArgumentException if a value is not finite
     */
    public static ChartBaseline of(double[] values) {
        Chart.requireFinite(values, "values");
        if (values.length == 0) {
            return new ChartBaseline(Measure.undefined("no baseline"), Measure.undefined("no baseline"), 0);
        }
        Moments moments = Moments.of(values);
        // The mean of equal values can differ from them in the last digit, and every point would signal.
        double center = moments.smallest() == moments.largest() ? values[0] : moments.mean();
        Measure sigma = values.length < 2
                ? Measure.undefined("a baseline of one value")
                : Measure.of(Chart.meanMovingRange(values) / D2);
        return new ChartBaseline(Measure.of(center), sigma, values.length);
    }

    /**
     * A baseline that is known from elsewhere, such as a target.
     *
     * @param center the usual value
     * @param sigma its short-term standard deviation, at least 0
     * @return the baseline
     * @throws IllegalArgumentException if a number is not finite or sigma is negative
     */
    public static ChartBaseline known(double center, double sigma) {
        return new ChartBaseline(Measure.of(center), Measure.of(sigma), 0);
    }

    /** Why there are no limits; undefined numbers only. */
    String reason() {
        return center.isDefined() ? sigma.reason() : center.reason();
    }
}
