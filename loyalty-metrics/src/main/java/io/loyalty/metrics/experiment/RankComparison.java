package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import java.util.Objects;

/**
 * How often a value of the first group is larger than one of the second.
 *
 * @param superiority the share of all pairs in which the first is larger, ties as halves: 0.5 is no difference; with DeLong's standard error
 *     and an interval that is symmetric for the logit
 * @param test the test of no difference; its statistic is U of the first group, the number of such pairs
 */
public record RankComparison(Estimate superiority, TestResult test) {

    /**
     * Refuses missing parts.
     *
     * @param superiority the share of all pairs in which the first is larger, ties as halves
     * @param test the test of no difference
     */
    public RankComparison {
        Objects.requireNonNull(superiority, "superiority");
        Objects.requireNonNull(test, "test");
    }

    /**
     * Share of pairs and p-value in one line.
     *
     * @return for example {@code 0.62 [0.51, 0.72] (95 % DeLong), n = 90, p = 0.03 (Mann-Whitney = 1240.0)}
     */
    @Override
    public String toString() {
        return superiority + ", " + test;
    }
}
