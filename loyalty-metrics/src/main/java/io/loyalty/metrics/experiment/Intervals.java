package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Normal;

/** How the intervals of this package are put together. */
final class Intervals {

    private Intervals() {}

    static Interval around(double centre, double half, double confidence, String method) {
        return new Interval(centre - half, centre + half, confidence, method);
    }

    /** An interval of ratio − 1 that is symmetric for the logarithm of the ratio. */
    static Interval ofLift(double ratio, double logError, double confidence) {
        double half = z(confidence) * logError;
        return new Interval(ratio * Math.exp(-half) - 1, ratio * Math.exp(half) - 1, confidence, "log ratio");
    }

    /** The two-sided critical value of the normal distribution. */
    static double z(double confidence) {
        return Normal.isf((1 - confidence) / 2);
    }
}
