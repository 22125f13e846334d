package io.loyalty.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What a member has of a benefit at an instant.
 *
 * @param benefit the benefit, as the present tier grants it
 * @param used how often it has been used within the present period of its allowance
 * @param remaining how often it can still be used within it; {@link Long#MAX_VALUE} if there is no limit
 * @param renewsAt when the allowance begins anew; {@link Instant#MAX} if it does not while the tier is held, as far as that is in
 *     sight
 * @param endsAt when the tier ends that grants it; {@link Instant#MAX} if that is not in sight
 */
public record BenefitStanding(Benefit benefit, long used, long remaining, Instant renewsAt, Instant endsAt)
        implements Serializable {

    /**
     * Refuses less than nothing.
     *
     * @param benefit the benefit, as the present tier grants it
     * @param used how often it has been used within the present period of its allowance, at least 0
     * @param remaining how often it can still be used within it, at least 0
     * @param renewsAt when the allowance begins anew
     * @param endsAt when the tier ends that grants it
     * @throws IllegalArgumentException if {@code used} or {@code remaining} is below 0
     */
    public BenefitStanding {
        Objects.requireNonNull(benefit, "benefit");
        Objects.requireNonNull(renewsAt, "renewsAt");
        Objects.requireNonNull(endsAt, "endsAt");
        if (used < 0 || remaining < 0) {
            throw new IllegalArgumentException("used and remaining must be at least 0: " + used + " and " + remaining);
        }
    }
}
