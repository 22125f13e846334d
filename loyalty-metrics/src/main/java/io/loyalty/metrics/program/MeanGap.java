package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MeanDifference;
import io.loyalty.metrics.experiment.SampleSummary;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the means of two groups are apart, first less second.
 *
 * @param first the mean of the first group, with a 95 % t interval
 * @param second the mean of the second group
 * @param difference the first less the second, with Welch's 95 % interval
 * @param pValue two-sided p-value of Welch's test of equal means
 */
public record MeanGap(Estimate first, Estimate second, Estimate difference, Measure pValue) {

    /**
     * Refuses missing parts.
     *
     * @param first the mean of the first group
     * @param second the mean of the second group
     * @param difference the first less the second
     * @param pValue two-sided p-value of Welch's test of equal means
     */
    public MeanGap {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(pValue, "pValue");
    }

    static MeanGap of(SampleSummary first, SampleSummary second) {
        MeanDifference found =
                MeanComparison.withDefaults().withConfidence(Rates.CONFIDENCE).compare(first, second);
        return new MeanGap(
                Rates.mean(first, "nobody in a group"),
                Rates.mean(second, "nobody in a group"),
                found.difference(),
                found.test().pValue());
    }

    /** The same difference where the groups are not fit for a test. */
    MeanGap withoutTest(String reason) {
        Measure none = Measure.undefined(reason);
        Estimate bare = difference.isDefined()
                ? new Estimate(difference.value(), none, Optional.empty(), difference.n(), difference.effectiveN())
                : difference;
        return new MeanGap(first, second, bare, none);
    }

    /**
     * One readable line.
     *
     * @return the difference and its p-value
     */
    @Override
    public String toString() {
        return difference + ", p = " + pValue;
    }
}
