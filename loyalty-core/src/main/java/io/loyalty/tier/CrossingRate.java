package io.loyalty.tier;

/** At which tier's rate the visit is paid that lifts the member from one tier to the next. */
public enum CrossingRate {
    /** The whole visit at the tier held before it: the default. */
    BEFORE,
    /** The whole visit at the tier reached by it. */
    AFTER,
    /** The part up to the threshold at the tier held before, the part beyond at the tier reached. */
    SPLIT
}
