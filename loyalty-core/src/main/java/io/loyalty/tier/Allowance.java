package io.loyalty.tier;

import java.io.Serializable;
import java.util.Objects;

/**
 * How often a benefit may be used.
 *
 * @param uses how often within each period, above 0; {@link Long#MAX_VALUE} means without limit
 * @param per the period
 */
public record Allowance(long uses, AllowancePeriod per) implements Serializable {

    private static final Allowance UNLIMITED = new Allowance(Long.MAX_VALUE, AllowancePeriod.STAY);

    /**
     * Refuses allowances of nothing.
     *
     * @param uses how often within each period, above 0
     * @param per the period
     * @throws IllegalArgumentException if {@code uses} is below 1
     */
    public Allowance {
        if (uses < 1) {
            throw new IllegalArgumentException("uses must be at least 1: " + uses);
        }
        Objects.requireNonNull(per, "per");
    }

    /**
     * As often as one likes.
     *
     * @return the allowance without limit
     */
    public static Allowance unlimited() {
        return UNLIMITED;
    }

    /**
     * So often in each period.
     *
     * @param uses how often, above 0
     * @param per the period
     * @return the allowance
     * @throws IllegalArgumentException if {@code uses} is below 1
     */
    public static Allowance of(long uses, AllowancePeriod per) {
        return new Allowance(uses, per);
    }

    /**
     * Whether there is no limit.
     *
     * @return true if so
     */
    public boolean isUnlimited() {
        return uses == Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return isUnlimited() ? "UNLIMITED" : uses + " per " + per;
    }
}
