package io.loyalty.visit;

/** Whether the writer of a review is known to have bought the product. */
public enum ReviewOrigin {
    /** The host found the purchase. */
    VERIFIED_PURCHASE,
    /** No purchase is known. */
    UNVERIFIED
}
