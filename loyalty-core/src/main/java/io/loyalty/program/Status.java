package io.loyalty.program;

import io.loyalty.points.Position;
import io.loyalty.tier.Progress;
import io.loyalty.tier.TierStatus;
import java.util.Objects;

/**
 * What a member sees at an instant: points, tier, and the way to the next.
 *
 * @param points what the account holds
 * @param tier the standing
 * @param progress how far it is to keeping the tier and to the next
 */
public record Status(Position points, TierStatus tier, Progress progress) {

    /**
     * Refuses missing parts.
     *
     * @param points what the account holds
     * @param tier the standing
     * @param progress how far it is to keeping the tier and to the next
     */
    public Status {
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(progress, "progress");
    }
}
