package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * What became of the transactions of a log.
 *
 * @param transactions all there were
 * @param merged purchases that fell into the period of another one of the same customer
 * @param refunds negative amounts up to the end
 * @param refundsBeyond refunds of more than the customer had bought before, whose rest was dropped
 * @param zeroAmounts amounts of 0 that were left out
 * @param afterEnd transactions after the end of observation, not looked at
 * @param customersWithoutPurchase customers of the log with nothing bought up to the end
 */
public record LogCounts(
        long transactions,
        long merged,
        long refunds,
        long refundsBeyond,
        long zeroAmounts,
        long afterEnd,
        long customersWithoutPurchase)
        implements Serializable {

    /**
     * Refuses negative counts.
     *
     * @param transactions all there were
     * @param merged purchases that fell into the period of another one
     * @param refunds negative amounts up to the end
     * @param refundsBeyond refunds of more than was bought before
     * @param zeroAmounts amounts of 0 that were left out
     * @param afterEnd transactions after the end of observation
     * @param customersWithoutPurchase customers with nothing bought up to the end
     * @throws IllegalArgumentException if a count is negative
     */
    public LogCounts {
        if (transactions < 0
                || merged < 0
                || refunds < 0
                || refundsBeyond < 0
                || zeroAmounts < 0
                || afterEnd < 0
                || customersWithoutPurchase < 0) {
            throw new IllegalArgumentException("counts must be at least 0");
        }
    }
}
