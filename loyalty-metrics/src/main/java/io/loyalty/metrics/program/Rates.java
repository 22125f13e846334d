package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.experiment.SuccessCounts;
import io.loyalty.metrics.numeric.Moments;

/** Shares of counts, means, and ratios of sums. */
final class Rates {

    static final double CONFIDENCE = 0.95;

    private Rates() {}

    /** A share of counts with Wilson's 95 % interval. */
    static Estimate share(long part, long total, String whenEmpty) {
        return total == 0
                ? Estimate.undefined(whenEmpty, 0)
                : SuccessCounts.of(part, total).share(CONFIDENCE);
    }

    /** What a comparison of means needs of some numbers. */
    static SampleSummary summary(Moments moments) {
        return moments.count() == 0
                ? SampleSummary.NONE
                : new SampleSummary(moments.count(), moments.mean(), moments.squaredDeviations());
    }

    /** A mean with Student's 95 % t interval; none where all agree. */
    static Estimate mean(SampleSummary summary, String whenEmpty) {
        return summary.n() == 0 ? Estimate.undefined(whenEmpty, 0) : summary.mean(CONFIDENCE);
    }

    /** A ratio of sums, undefined unless the denominator is above 0. */
    static Measure ratio(double numerator, double denominator, String otherwise) {
        return denominator > 0 ? Measure.of(numerator / denominator) : Measure.undefined(otherwise);
    }

    static void requireConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + level);
        }
    }

    static void requireAtLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }

    static void requirePart(long part, long whole, String name) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(name + " must be in [0, " + whole + "]: " + part);
        }
    }
}
