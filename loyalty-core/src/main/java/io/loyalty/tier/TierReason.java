package io.loyalty.tier;

/** Why a member came to a tier. */
public enum TierReason {
    /** The membership began. */
    JOINED,
    /** The criterion of a higher tier was met. */
    QUALIFIED,
    /** The tier before had run out, and with it its grace, and was not earned again. */
    RAN_OUT,
    /** Something came back, without which the tier before would not have been reached. */
    RETURNED,
    /** Somebody granted it. */
    GRANTED,
    /** A grant ended. */
    GRANT_ENDED,
    /** New rules came into force. */
    RULES_CHANGED
}
