package io.loyalty.reward;

/**
 * Why points cannot buy something, or cannot pay as much. The codes are stable: they may be stored and compared. Each names the
 * numbers that its {@link Obstacle} carries; instants are in epoch milliseconds.
 */
public enum Reason {
    /** The catalogue has no such reward. No numbers. */
    UNKNOWN_REWARD,
    /** The reward has no such price for members of the tier. No numbers. */
    NO_SUCH_PRICE,
    /** The reward is for members of other tiers. No numbers. */
    OTHER_TIER,
    /** The reward cannot be had yet. Numbers: {@code from}. */
    NOT_YET_VALID,
    /** The reward can be had no longer. Numbers: {@code until}, the first instant at which it could not. */
    NO_LONGER_VALID,
    /** Fewer are left. Numbers: {@code requested}, {@code left}. */
    OUT_OF_STOCK,
    /**
     * The customer may have fewer within a period. Numbers: {@code requested}, {@code limit}, {@code used}, {@code left}, and
     * {@code renewsAt}, when more can be had: {@link Long#MAX_VALUE} for never.
     */
    LIMIT_REACHED,
    /** Fewer points are available. Numbers: {@code requested}, {@code available}, {@code missing}. */
    INSUFFICIENT_POINTS,
    /**
     * The price of so many would leave the range of {@code long}, whatever points are available. Numbers: {@code requested},
     * {@code most}.
     */
    OVERFLOW,
    /** The key was used before for something else. No numbers. */
    KEY_REUSED,
    /** No reward is held under the key. No numbers. */
    UNKNOWN_HOLD,
    /** The time-out of a hold is not after its beginning. Numbers: {@code at}, {@code lapsesAt}. */
    HOLD_ENDS_BEFORE_IT_BEGINS,
    /** The hold has lapsed. Numbers: {@code lapsedAt}. */
    HOLD_LAPSED,
    /** The hold was captured before. Numbers: {@code captured}. */
    HOLD_CAPTURED,
    /** The hold was released before. No numbers. */
    HOLD_RELEASED,
    /** More would be captured than are held. Numbers: {@code requested}, {@code held}. */
    CAPTURE_EXCEEDS_HOLD,
    /** No reward was redeemed under the key. No numbers. */
    UNKNOWN_REDEMPTION,
    /** More would be cancelled than are left of the redemption. Numbers: {@code requested}, {@code left}. */
    CANCEL_EXCEEDS_REDEMPTION,
    /** The bill is in another currency than points pay. No numbers. */
    OTHER_CURRENCY,
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
