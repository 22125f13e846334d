package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * The revenue of one tier.
 *
 * @param tier its name
 * @param customers number of customers, those who bought nothing included
 * @param total sum of their revenues, in minor units
 * @param mean revenue per customer, with a 95 % t interval
 * @param median the median revenue
 * @param share the tier's share of the revenue of all tiers
 */
public record TierFigures(String tier, long customers, long total, Estimate mean, Measure median, Measure share) {

    /**
     * Refuses missing parts.
     *
     * @param tier its name
     * @param customers number of customers
     * @param total sum of their revenues, in minor units
     * @param mean revenue per customer
     * @param median the median revenue
     * @param share the tier's share of the revenue of all tiers
     */
    public TierFigures {
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(median, "median");
        Objects.requireNonNull(share, "share");
    }

    /**
     * One readable line.
     *
     * @return for example {@code Gold: 12 customers, total 480000, mean 40000.0 …}
     */
    @Override
    public String toString() {
        return tier + ": " + customers + " customers, total " + total + ", mean " + mean + ", median " + median;
    }
}
