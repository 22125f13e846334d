package io.loyalty.earning;

import java.io.Serializable;
import java.util.Objects;

/**
 * The part of a visit's amount that earns at one tier's rate, where the visit crosses the threshold between two.
 *
 * @param tier the tier's name, or empty for none
 * @param amount how much of the visit it is, at least 0; only in proportion to the other portions
 */
public record TierPortion(String tier, long amount) implements Serializable {

    /**
     * Refuses negative amounts.
     *
     * @param tier the tier's name, or empty for none
     * @param amount how much of the visit it is, at least 0
     * @throws IllegalArgumentException if the amount is below 0
     */
    public TierPortion {
        Objects.requireNonNull(tier, "tier");
        if (amount < 0) {
            throw new IllegalArgumentException("amount must be at least 0: " + amount);
        }
    }
}
