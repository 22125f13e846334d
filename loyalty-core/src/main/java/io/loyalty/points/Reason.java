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
    /** The amounts are in another currency than the program's, or than points pay. No numbers. */
    FOREIGN_CURRENCY,
    /** No visit with that id was recorded. No numbers. */
    UNKNOWN_VISIT,
    /** The fact is none of a customer whom this one brought. No numbers. */
    UNKNOWN_REFERRAL,
    /** The customer was brought by somebody already. No numbers. */
    ALREADY_REFERRED,
    /** The customer brought the referrer, be it by way of others. No numbers. */
    REFERRAL_CYCLE,
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
    /**
     * The account's lifetime total, a price, or what a fact is worth would leave the range of {@code long}. Numbers: {@code requested},
     * and {@code room} in the account, or {@code most} that have a price; none for what a fact is worth.
     */
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
    NOT_EMPTY,
    /** The catalogue has no such reward. No numbers. */
    UNKNOWN_REWARD,
    /** The reward has no such price for members of the tier. No numbers. */
    NO_SUCH_PRICE,
    /** The reward is for members of other tiers. No numbers. */
    OTHER_TIER,
    /** The reward cannot be had yet. Numbers: {@code from} in epoch milliseconds. */
    NOT_YET_VALID,
    /** The reward can be had no longer. Numbers: {@code until} in epoch milliseconds, the first instant at which it could not. */
    NO_LONGER_VALID,
    /** Fewer are left. Numbers: {@code requested}, {@code left}. */
    OUT_OF_STOCK,
    /**
     * The customer may have fewer within a period. Numbers: {@code requested}, {@code limit}, {@code used}, {@code left}, and
     * {@code renewsAt} in epoch milliseconds, when more can be had: {@link Long#MAX_VALUE} for never.
     */
    LIMIT_REACHED,
    /** More would be cancelled than are left of the redemption. Numbers: {@code requested}, {@code left}. */
    CANCEL_EXCEEDS_REDEMPTION,
    /** The bill is 0. No numbers. */
    NOTHING_TO_PAY,
    /**
     * The fewest points that may be used pay more than points may pay of the bill. Numbers: {@code minimum} points, their
     * {@code value} and the {@code most} that points may pay, both in minor units.
     */
    BILL_TOO_SMALL,
    /** Points are used in steps. Numbers: {@code requested}, {@code step}. */
    NOT_A_STEP,
    /** More points must be used, or none. Numbers: {@code requested}, {@code minimum}. */
    BELOW_MINIMUM,
    /** Fewer points may be used for one bill. Numbers: {@code requested}, {@code maximum}. */
    ABOVE_MAXIMUM,
    /**
     * So many points pay more than points may pay of the bill. Numbers: {@code requested}, and {@code most}, the points that pay no
     * more, which may be 0.
     */
    ABOVE_SHARE,
    /** Fewer points pay just as much. Numbers: {@code requested}, {@code enough}. */
    POINTS_WASTED
}
