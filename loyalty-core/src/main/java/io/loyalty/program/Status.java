package io.loyalty.program;

import io.loyalty.points.Position;
import io.loyalty.tier.Progress;
import io.loyalty.tier.TierStatus;

/**
 * What a member sees at an instant: points, tier, and the way to the next.
 *
 * @param points what the account holds
 * @param tier the standing
 * @param progress how far it is to keeping the tier and to the next
 */
public record Status(Position points, TierStatus tier, Progress progress) {}
