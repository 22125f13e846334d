package io.loyalty.tier;

import java.io.Serializable;
import java.time.Period;
import java.util.Objects;

/**
 * What happens to a member whose tier has run out without being earned again.
 *
 * <p>Within the grace period the tier is still held, and a member who meets its criterion again keeps it as if nothing had
 * happened. Immutable.
 *
 * @param landing where the member comes down
 * @param grace how long the tier is held after its last valid day, no part of it negative, may be zero
 */
public record Downgrade(Landing landing, Period grace) implements Serializable {

    /** Where a member comes down whose tier has run out. */
    public enum Landing {
        /** One tier lower, or on the tier earned meanwhile if that is higher: a soft landing, the default. */
        ONE_LEVEL,
        /** On the tier earned meanwhile. */
        FULL,
        /** Nowhere: the tier is kept. */
        NEVER
    }

    /**
     * Refuses a negative grace period.
     *
     * @param landing where the member comes down
     * @param grace how long the tier is held after its last valid day, no part of it negative, may be zero
     * @throws IllegalArgumentException if a part of the grace period is negative
     */
    public Downgrade {
        Objects.requireNonNull(landing, "landing");
        if (Objects.requireNonNull(grace, "grace").isNegative()) {
            throw new IllegalArgumentException("grace must not be negative in any part: " + grace);
        }
    }

    /**
     * A soft landing, without grace.
     *
     * @return the default
     */
    public static Downgrade oneLevel() {
        return new Downgrade(Landing.ONE_LEVEL, Period.ZERO);
    }

    /**
     * Down to the tier earned meanwhile, without grace.
     *
     * @return the downgrade
     */
    public static Downgrade full() {
        return new Downgrade(Landing.FULL, Period.ZERO);
    }

    /**
     * No way down.
     *
     * @return the downgrade
     */
    public static Downgrade never() {
        return new Downgrade(Landing.NEVER, Period.ZERO);
    }

    /**
     * The same with another grace period.
     *
     * @param period how long the tier is held after its last valid day
     * @return the changed copy
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public Downgrade withGrace(Period period) {
        return new Downgrade(landing, period);
    }
}
