package io.loyalty.metrics.experiment;

/** What a report says of the lift when the sizes of the arms contradict the plan. */
public enum FlaggedAllocation {

    /** Nothing: each lift is undefined, and says why. */
    WITHHOLD,

    /** All, for those who look for the cause. */
    SHOW
}
