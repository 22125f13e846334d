package io.loyalty.metrics.program;

/** How a customer stands to the program in the period that is looked at. */
public enum MemberStanding {
    /** Not enrolled. */
    NON_MEMBER,
    /** Enrolled, but neither earned nor redeemed in the period. */
    INACTIVE_MEMBER,
    /** Enrolled, and earned or redeemed at least once in the period. */
    ACTIVE_MEMBER
}
