package io.loyalty.metrics.survey;

/** What becomes of a customer who answered some but not all of the three questions of the Secure Customer Index. */
public enum IncompleteAnswers {

    /** The customer stands outside the base and is counted as incomplete. */
    EXCLUDE,

    /** A given answer that is bad enough decides at risk, since no other answer could mend it; otherwise as {@link #EXCLUDE}. */
    DECIDE_AT_RISK
}
