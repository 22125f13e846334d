package io.loyalty.tier;

import java.io.Serializable;
import java.util.Objects;

/**
 * The part of a visit that is paid at one tier's rate.
 *
 * @param tier whose rate
 * @param netMinor the part without tax, in minor units
 * @param grossMinor the part with tax, in minor units
 */
public record TierShare(Tier tier, long netMinor, long grossMinor) implements Serializable {

    /**
     * Refuses negative parts.
     *
     * @param tier whose rate
     * @param netMinor the part without tax, in minor units, at least 0
     * @param grossMinor the part with tax, in minor units, at least 0
     * @throws IllegalArgumentException if a part is below 0
     */
    public TierShare {
        Objects.requireNonNull(tier, "tier");
        if (netMinor < 0 || grossMinor < 0) {
            throw new IllegalArgumentException("parts must be at least 0: " + netMinor + " and " + grossMinor);
        }
    }
}
