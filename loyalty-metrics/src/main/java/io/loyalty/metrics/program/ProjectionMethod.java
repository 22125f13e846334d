package io.loyalty.metrics.program;

/** How redemptions at ages that are not yet over are projected from older vintages. */
public enum ProjectionMethod {
    /**
     * Chain ladder: what a vintage has redeemed so far grows by the factors by which older vintages grew. Follows a vintage that
     * does better or worse than others from the start; cannot start from nothing.
     */
    CHAIN_LADDER,
    /**
     * Additive: at each age a vintage redeems the share of its issue that older vintages redeemed at it. Steady for young vintages,
     * and slow to follow a change of habits.
     */
    SHARE_OF_ISSUE
}
