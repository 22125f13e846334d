package io.loyalty.tier;

/** What is counted towards a tier. */
public enum TierBasis {
    /** Money spent without tax, in minor units of the program's currency. */
    SPEND_NET,
    /** Money spent with tax, in minor units of the program's currency. */
    SPEND_GROSS,
    /** Points earned. */
    POINTS_EARNED,
    /** Visits. */
    VISITS
}
