package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;

/** Estimates in another unit, such as for a whole group instead of per head. */
final class Scaled {

    private Scaled() {}

    /** An estimate times a factor; a negative one turns the interval over. */
    static Estimate times(Estimate estimate, double factor) {
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
    static Estimate plus(Estimate estimate, double shift) {
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
}
