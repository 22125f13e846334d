package io.loyalty.points;

/** Which points are taken first. Ties go to the older lot, then to the lower number. */
public enum ConsumptionOrder {
    /** Those that expire first; those that never expire last. The default. */
    SOONEST_EXPIRY,
    /** Those earned first. */
    OLDEST,
    /** All promotional points before regular ones, each by soonest expiry. */
    PROMOTIONAL_FIRST,
    /** Those earned last; among equally old ones the higher number. */
    NEWEST
}
