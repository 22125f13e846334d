package io.loyalty.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A member's standing at an instant.
 *
 * @param tier the tier held
 * @param since since when it has been held without a break
 * @param until the first instant at which the member will stand elsewhere if nothing more happens; {@link Instant#MAX} if
 *     that is not in sight
 * @param reason why the member came to this tier
 */
public record TierStatus(Tier tier, Instant since, Instant until, TierReason reason) implements Serializable {

    /**
     * Refuses a status that would end before it begins.
     *
     * @param tier the tier held
     * @param since since when it has been held without a break
     * @param until the first instant at which the member will stand elsewhere if nothing more happens, after {@code since}
     * @param reason why the member came to this tier
     * @throws IllegalArgumentException if {@code until} is not after {@code since}
     */
    public TierStatus {
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(reason, "reason");
        if (!until.isAfter(since)) {
            throw new IllegalArgumentException("until must be after since: " + since + " and " + until);
        }
    }

    /**
     * Whether the end is not in sight.
     *
     * @return true if {@link #until()} is {@link Instant#MAX}
     */
    public boolean isOpenEnded() {
        return until.equals(Instant.MAX);
    }
}
