package io.loyalty.metrics.survey;

/** Where a customer stands between satisfaction and loyalty (Jones and Sasser 1995). */
public enum LoyaltyQuadrant {

    /** Satisfied and loyal; the most enthusiastic are apostles. */
    LOYALIST,

    /** Satisfied but not loyal: comes and goes. */
    MERCENARY,

    /** Dissatisfied but loyal: stays for want of a choice. */
    HOSTAGE,

    /** Dissatisfied and not loyal; the most embittered are terrorists in the words of the source. */
    DEFECTOR
}
