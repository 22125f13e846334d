package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.StudentT;
import java.util.Optional;

/**
 * The difference of two means with unequal variances, first minus second (Welch 1947, Satterthwaite 1946).
 *
 * @param difference the difference with error and interval
 * @param pValue the two-sided p-value of no difference
 */
record Welch(Estimate difference, Measure pValue) {

    private static final String NAME = "Welch";

    static Welch of(Spread first, Spread second, double confidence) {
        long n = first.n() + second.n();
        if (first.n() == 0 || second.n() == 0) {
            String reason = "an empty group";
            return new Welch(Estimate.undefined(reason, n), Measure.undefined(reason));
        }
        double difference = first.mean() - second.mean();
        if (first.n() < 2 || second.n() < 2) {
            return without(difference, n, "a group of one");
        }
        double v1 = first.variance() / first.n();
        double v2 = second.variance() / second.n();
        double variance = v1 + v2;
        if (variance == 0) {
            return without(difference, n, "no variance in either group");
        }
        double error = Math.sqrt(variance);
        // Shares of the variance first: their squares cannot underflow together.
        double c1 = v1 / variance;
        double c2 = v2 / variance;
        double df = 1 / (c1 * c1 / (first.n() - 1) + c2 * c2 / (second.n() - 1));
        double reach = StudentT.isf(df, 0.5 * (1 - confidence)) * error;
        Interval interval = new Interval(difference - reach, difference + reach, confidence, NAME);
        return new Welch(
                new Estimate(Measure.of(difference), Measure.of(error), Optional.of(interval), n, n),
                Measure.of(StudentT.sfTwoSided(df, difference / error)));
    }

    /** The same in another unit, such as for a whole group instead of per head. */
    Estimate times(double factor) {
        return scaled(difference, factor);
    }

    /** An estimate in another unit; a negative factor turns the interval over. */
    static Estimate scaled(Estimate estimate, double factor) {
        if (!estimate.isDefined()) {
            return estimate;
        }
        Measure error = estimate.standardError();
        return new Estimate(
                Measure.of(estimate.value().orElseThrow() * factor),
                error.isDefined() ? Measure.of(error.orElseThrow() * Math.abs(factor)) : error,
                estimate.interval()
                        .map(i -> new Interval(
                                Math.min(i.lower() * factor, i.upper() * factor),
                                Math.max(i.lower() * factor, i.upper() * factor),
                                i.confidence(),
                                i.method())),
                estimate.n(),
                estimate.effectiveN());
    }

    /** An estimate on a scale that begins elsewhere. */
    static Estimate shifted(Estimate estimate, double shift) {
        if (!estimate.isDefined()) {
            return estimate;
        }
        return new Estimate(
                Measure.of(estimate.value().orElseThrow() + shift),
                estimate.standardError(),
                estimate.interval()
                        .map(i -> new Interval(i.lower() + shift, i.upper() + shift, i.confidence(), i.method())),
                estimate.n(),
                estimate.effectiveN());
    }

    private static Welch without(double difference, long n, String reason) {
        Measure none = Measure.undefined(reason);
        return new Welch(new Estimate(Measure.of(difference), none, Optional.empty(), n, n), none);
    }
}
