package io.loyalty.contact;

/**
 * Why a contact that was due did not go out. Where the channels met several obstacles, the last of this list is the one reported.
 */
public enum ContactObstacle {
    /** No channel of the rule is consented to on that date. */
    NO_CONSENT,
    /** The customer's quiet hours, the plan's hours and closed dates leave no time on that date. */
    NO_TIME,
    /** The same rule has reached the customer too short a time ago. */
    AGAIN_TOO_SOON,
    /** Another contact is too near. */
    TOO_CLOSE,
    /** As many contacts as may be have been made or planned within the period. */
    TOO_MANY,
    /** Room is kept for a contact of higher rank that is due soon. */
    KEPT_FREE,
    /** It was due the day before and could not go out; now the reason for it is gone. */
    NO_LONGER_DUE
}
