package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * How much more the customers of one tier bring than those of a lower one.
 *
 * @param higher name of the higher tier
 * @param lower name of the lower tier
 * @param perHead difference of the mean revenues, higher less lower
 * @param median difference of the median revenues
 * @param adjustedPValue the p-value after Holm, for as many comparisons as there are pairs of tiers
 */
public record TierGap(String higher, String lower, MeanGap perHead, Measure median, Measure adjustedPValue) {

    /**
     * Refuses missing parts.
     *
     * @param higher name of the higher tier
     * @param lower name of the lower tier
     * @param perHead difference of the mean revenues
     * @param median difference of the median revenues
     * @param adjustedPValue the p-value after Holm
     */
    public TierGap {
        Objects.requireNonNull(higher, "higher");
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(perHead, "perHead");
        Objects.requireNonNull(median, "median");
        Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    }

    /**
     * One readable line.
     *
     * @return both names, the difference and the adjusted p-value
     */
    @Override
    public String toString() {
        return higher + " - " + lower + ": " + perHead.difference() + ", adjusted p = " + adjustedPValue;
    }
}
