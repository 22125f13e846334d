package io.loyalty.metrics.purchase;

/**
 * What becomes of negative values where shares of a total are asked for: customers who returned more than they bought.
 */
public enum NegativeValues {
    /** They are an error. */
    REFUSE,
    /** They count as 0: the customer stays in the base and brings nothing. */
    AS_ZERO
}
