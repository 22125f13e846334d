package io.loyalty.metrics.purchase;

import java.io.Serializable;

/**
 * What became of the transactions. Each is an order, a refund, a zero amount, too late or too early; merged orders are
 * orders still.
 *
 * @param orders receipts that count as orders
 * @param merged orders that fell into the period of another order of the same customer
 * @param refunds negative amounts
 * @param zeroAmounts amounts of 0 that the rules leave out
 * @param afterAsOf transactions after the last day of observation, ignored
 * @param beforeWindow transactions before the first day of the window, ignored but for marking their customers
 */
public record IntakeCounts(long orders, long merged, long refunds, long zeroAmounts, long afterAsOf, long beforeWindow)
        implements Serializable {

    /**
     * Refuses counts that cannot be.
     *
     * @param orders receipts that count as orders
     * @param merged orders that fell into the period of another order of the same customer
     * @param refunds negative amounts
     * @param zeroAmounts amounts of 0 that the rules leave out
     * @param afterAsOf transactions after the last day of observation
     * @param beforeWindow transactions before the first day of the window
     * @throws IllegalArgumentException if a count is negative, or more orders are merged than there are
     */
    public IntakeCounts {
        if (merged < 0 || merged > orders) {
            throw new IllegalArgumentException("merged must be in [0, " + orders + "]: " + merged);
        }
        if (refunds < 0 || zeroAmounts < 0 || afterAsOf < 0 || beforeWindow < 0) {
            throw new IllegalArgumentException("counts must be at least 0: " + refunds + ", " + zeroAmounts + ", "
                    + afterAsOf + ", " + beforeWindow);
        }
    }

    /**
     * The number of transactions seen.
     *
     * @return the sum of orders, refunds, zero amounts, too late and too early ones
     */
    public long transactions() {
        return orders + refunds + zeroAmounts + afterAsOf + beforeWindow;
    }
}
