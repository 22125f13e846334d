package io.loyalty.points;

/**
 * Why a command was refused. The codes are stable: they may be stored and compared. Each names the numbers that its
 * {@link Rejection} carries.
 */
public enum Reason {
    /** The key was used before for something else. Numbers: {@code sequence} of that entry, where an entry has it. */
    KEY_REUSED,
    /** The fact happened before the customer joined. No numbers. */
    BEFORE_JOINING,
    /** The amounts are not in the program's currency. No numbers. */
    FOREIGN_CURRENCY,
    /** No visit with that id was recorded. No numbers. */
    UNKNOWN_VISIT,
    /**
     * What comes back was not bought, or came back before. Numbers: {@code check}, the position of the
     * {@link io.loyalty.visit.ReturnCheck}.
     */
    RETURN_DOES_NOT_FIT,
    /**
     * The command is recorded before an earlier one was. Numbers: {@code recordedAt} and {@code lastRecordedAt} in epoch
     * milliseconds.
     */
    RECORDED_OUT_OF_ORDER,
    /**
     * The command takes points, or decides about them, at an instant before the latest one the ledger has decided about. Late
     * facts can give points, not take them. Numbers: {@code at} and {@code earliest} in epoch milliseconds.
     */
    TOO_LATE,
    /** The entries were made on another version of the ledger. Numbers: {@code expected}, {@code actual}. */
    VERSION_CONFLICT,
    /** There are fewer points available. Numbers: {@code requested}, {@code available}, {@code missing}. */
    INSUFFICIENT_POINTS,
    /** The account's lifetime total would leave the range of {@code long}. Numbers: {@code requested}, {@code room}. */
    OVERFLOW,
    /** No lot has the number. Numbers: {@code lot}. */
    UNKNOWN_LOT,
    /** The lot is of another currency. Numbers: {@code lot}. */
    OTHER_CURRENCY,
    /** More would be clawed back than the lot held. Numbers: {@code lot}, {@code requested}, {@code left}. */
    CLAWBACK_EXCEEDS_LOT,
    /** No redemption or capture has the key. No numbers. */
    UNKNOWN_REDEMPTION,
    /** More would be restored than is left of the redemption. Numbers: {@code requested}, {@code left}. */
    RESTORATION_EXCEEDS_REDEMPTION,
    /** No hold has the key. No numbers. */
    UNKNOWN_HOLD,
    /** The hold was captured before. Numbers: {@code captured}. */
    HOLD_CAPTURED,
    /** The hold was released before. No numbers. */
    HOLD_RELEASED,
    /** The hold has lapsed. Numbers: {@code lapsedAt} in epoch milliseconds. */
    HOLD_LAPSED,
    /** More would be captured than is held. Numbers: {@code requested}, {@code held}. */
    CAPTURE_EXCEEDS_HOLD,
    /** The time-out of a hold is not after its beginning. Numbers: {@code at}, {@code lapsesAt} in epoch milliseconds. */
    HOLD_ENDS_BEFORE_IT_BEGINS,
    /** The lot is no longer pending. Numbers: {@code lot}. */
    NOT_PENDING,
    /** The lot has died or has nothing left. Numbers: {@code lot}. */
    LOT_DEAD,
    /** The new expiry is not later than the present one, or is past. Numbers: {@code lot}. */
    NOT_LONGER,
    /** Fewer points of the lot have expired, not counting what a clawback has settled. Numbers: {@code lot}, {@code requested}, {@code expired}. */
    NOT_EXPIRED,
    /** An account cannot transfer to, or be merged with, itself. No numbers. */
    SAME_ACCOUNT,
    /** The account owes points. Numbers: {@code debt}. */
    IN_DEBT,
    /** The account has points on hold. Numbers: {@code held}. */
    OPEN_HOLDS,
    /** There was no such merge, or it was undone. No numbers. */
    UNKNOWN_MERGE,
    /** The account is not empty. Numbers: {@code version}. */
    NOT_EMPTY
}
