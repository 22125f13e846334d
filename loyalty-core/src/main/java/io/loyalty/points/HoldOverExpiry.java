package io.loyalty.points;

/** What happens to held points when their lot dies. */
public enum HoldOverExpiry {
    /** They can still be captured; released or lapsed they die. The default. */
    HONOUR_HOLD,
    /** They die with their lot. */
    STRICT
}
