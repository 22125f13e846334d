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
     * The number of transactions seen.
     *
     * @return the sum of orders, refunds, zero amounts, too late and too early ones
     */
    public long transactions() {
        return orders + refunds + zeroAmounts + afterAsOf + beforeWindow;
    }
}
