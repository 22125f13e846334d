package io.loyalty.time;

/** A kind of activity that can start a sliding term anew. Returns, expiry, adjustments and transfers never do. */
public enum Renewal {
    /** Points are earned: the default. */
    ACCRUAL,
    /** Points are redeemed. */
    REDEMPTION,
    /** The customer visits, with or without earning. */
    VISIT
}
