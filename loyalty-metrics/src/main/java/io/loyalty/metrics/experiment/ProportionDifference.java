package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import java.util.Objects;

/**
 * The difference of two shares, first minus second, in the forms in which it is asked for.
 *
 * @param first the counts of the first group
 * @param second the counts of the second group
 * @param difference the difference of the shares with its unpooled standard error and its interval, in [−1, 1]
 * @param relativeLift the first share over the second minus 1, with an interval that is symmetric for the logarithm of the ratio;
 *     its standard error is that of the ratio
 * @param cohensH Cohen's effect size, \( 2 \arcsin\sqrt{p_1} - 2 \arcsin\sqrt{p_2} \), in [−π, π]; its standard error is
 *     \( \sqrt{1/n_1 + 1/n_2} \) whatever the shares
 * @param test the test of no difference
 */
public record ProportionDifference(
        SuccessCounts first,
        SuccessCounts second,
        Estimate difference,
        Estimate relativeLift,
        Estimate cohensH,
        TestResult test) {

    /**
     * Refuses missing parts.
     *
     * @param first the counts of the first group
     * @param second the counts of the second group
     * @param difference the difference of the shares
     * @param relativeLift the first share over the second minus 1
     * @param cohensH Cohen's effect size
     * @param test the test of no difference
     */
    public ProportionDifference {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(relativeLift, "relativeLift");
        Objects.requireNonNull(cohensH, "cohensH");
        Objects.requireNonNull(test, "test");
    }

    /**
     * Difference and p-value in one line.
     *
     * @return for example {@code 0.15 [-0.02, 0.32] (95 % Newcombe), n = 115, p = 0.08 (pooled z = 1.7)}
     */
    @Override
    public String toString() {
        return difference + ", " + test;
    }
}
