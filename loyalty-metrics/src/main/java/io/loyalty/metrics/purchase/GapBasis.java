package io.loyalty.metrics.purchase;

/** Whose gaps a customer's wait is measured by. */
public enum GapBasis {
    /** The customer's own. */
    OWN,
    /** The customer's own, drawn towards its group's. */
    OWN_AND_GROUP,
    /** The group's, because the customer has none. */
    GROUP,
    /** Nobody's: the customer has none, and no group was given or none of its gaps has ended. */
    NONE
}
