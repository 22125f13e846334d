package io.loyalty.metrics.purchase;

/** What the frequency of an RFM score counts. */
public enum RfmFrequency {
    /** Orders: every receipt. */
    ORDERS,
    /** Purchases: different periods with an order. */
    PURCHASES
}
