package io.loyalty.metrics.purchase;

/** What a transaction with the amount 0 is: a gift, a fully discounted order, or a line that means nothing. */
public enum ZeroAmounts {
    /** No order: counted, and otherwise ignored. */
    LEFT_OUT,
    /** An order like any other, of value 0. */
    ORDERS
}
