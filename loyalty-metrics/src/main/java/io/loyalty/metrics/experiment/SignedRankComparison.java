package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * What the signed ranks of differences say.
 *
 * @param test the test that differences are symmetric about 0; its statistic is the rank sum of the positive ones
 * @param rankBiserial the rank sum of the positive differences minus that of the negative, over both: an effect size in [−1, 1]
 * @param pairs how many pairs there were
 * @param equalPairs how many of them had equal values
 */
public record SignedRankComparison(TestResult test, Measure rankBiserial, long pairs, long equalPairs) {

    /**
     * Refuses missing parts and impossible counts.
     *
     * @param test the test that differences are symmetric about 0
     * @param rankBiserial the effect size
     * @param pairs how many pairs there were
     * @param equalPairs how many of them had equal values
     * @throws IllegalArgumentException if there are more equal pairs than pairs
     */
    public SignedRankComparison {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(rankBiserial, "rankBiserial");
        if (equalPairs < 0 || equalPairs > pairs) {
            throw new IllegalArgumentException("equalPairs must be in [0, " + pairs + "]: " + equalPairs);
        }
    }
}
