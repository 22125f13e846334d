package io.loyalty.metrics.purchase;

/**
 * What a refund, a negative amount or a return, does to a customer's summary. It is counted in any case and never an order.
 */
public enum RefundPolicy {
    /** It lowers the revenue, at the day of the refund; it is no visit. */
    NET,
    /** It lowers the revenue, and its day counts as seeing the customer: recency is measured from it if it is later. */
    NET_AND_SEEN,
    /** It is counted, and the revenue stays gross. */
    GROSS,
    /** It is an error: the data are expected to hold none. */
    REFUSE
}
