package io.loyalty.metrics.program;

/** To which promotion an order belongs that falls into the time of several. */
public enum OverlapRule {
    /** To the one the customer got last; of several on one day, the first by name. */
    LAST_TOUCH,
    /** To the one the customer got first; of several on one day, the first by name. */
    FIRST_TOUCH,
    /** To all of them in equal parts. */
    SPLIT
}
