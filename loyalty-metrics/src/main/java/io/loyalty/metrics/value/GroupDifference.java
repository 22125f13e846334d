package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * The difference of the mean values of two groups, first minus second.
 *
 * @param first the key of one group
 * @param second the key of the other
 * @param difference the difference with its interval (Welch), not adjusted for the number of comparisons
 * @param pValue the two-sided p-value of equal means; or why there is none
 * @param adjustedPValue the same after Holm's adjustment for the number of comparisons; or why there is none
 * @param <K> the type of the keys
 */
public record GroupDifference<K>(K first, K second, Estimate difference, Measure pValue, Measure adjustedPValue) {

    /**
     * Refuses missing parts.
     *
     * @param first the key of one group
     * @param second the key of the other
     * @param difference the difference with its interval
     * @param pValue the two-sided p-value of equal means
     * @param adjustedPValue the same after Holm's adjustment
     */
    public GroupDifference {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(pValue, "pValue");
        Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    }

    /**
     * The difference in one line.
     *
     * @return both keys, the difference and the adjusted p-value
     */
    @Override
    public String toString() {
        return first + " - " + second + ": " + difference + ", adjusted p = " + adjustedPValue;
    }
}
