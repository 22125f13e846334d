package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * One of several comparisons between groups.
 *
 * @param first the key of one group
 * @param second the key of the other
 * @param comparison first minus second
 * @param adjustedPValue the p-value after adjusting for the number of comparisons, or why there is none
 * @param <K> the type of the keys
 */
public record PairwiseComparison<K>(K first, K second, Comparison comparison, Measure adjustedPValue) {

    /**
     * Refuses missing parts.
     *
     * @param first the key of one group
     * @param second the key of the other
     * @param comparison first minus second
     * @param adjustedPValue the p-value after adjusting for the number of comparisons, or why there is none
     */
    public PairwiseComparison {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    }

    /**
     * The comparison in one line.
     *
     * @return both keys, the difference and the adjusted p-value
     */
    @Override
    public String toString() {
        return first + " - " + second + ": " + comparison + ", adjusted p = " + adjustedPValue;
    }
}
