package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;
import java.util.Optional;

/**
 * The difference of two means, first minus second, in the forms in which it is asked for.
 *
 * @param difference the difference with its standard error and t interval
 * @param relativeLift the first mean over the second minus 1, with an interval that is symmetric for the logarithm of the ratio;
 *     undefined unless both means are above 0
 * @param cohensD Cohen's effect size: the difference in units of the standard deviation within the groups (of the differences, for pairs)
 * @param hedgesG Hedges' effect size: the same without its bias in small samples, with its large-sample error and interval
 * @param test the test of no difference
 */
public record MeanDifference(
        Estimate difference, Estimate relativeLift, Measure cohensD, Estimate hedgesG, TestResult test) {

    /**
     * Refuses missing parts.
     *
     * @param difference the difference with its standard error and t interval
     * @param relativeLift the first mean over the second minus 1
     * @param cohensD Cohen's effect size
     * @param hedgesG Hedges' effect size
     * @param test the test of no difference
     */
    public MeanDifference {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(relativeLift, "relativeLift");
        Objects.requireNonNull(cohensD, "cohensD");
        Objects.requireNonNull(hedgesG, "hedgesG");
        Objects.requireNonNull(test, "test");
    }

    /** Means that have no spread to judge by, or none at all. */
    static MeanDifference without(Measure difference, long n, String test, String reason) {
        Measure none = Measure.undefined(reason);
        Estimate value = difference.isDefined()
                ? new Estimate(difference, none, Optional.empty(), n, n)
                : Estimate.undefined(reason, n);
        Estimate nothing = Estimate.undefined(reason, n);
        return new MeanDifference(value, nothing, none, nothing, TestResult.undefined(test, reason));
    }

    /**
     * Difference and p-value in one line.
     *
     * @return for example {@code 1.5 [0.2, 2.8] (95 % Welch t), n = 40, p = 0.02 (Welch t = 2.4, df 37.1)}
     */
    @Override
    public String toString() {
        return difference + ", " + test;
    }
}
