package io.loyalty.tier;

import java.time.Instant;

/** One step of the standing, and the steps before it. */
final class Change {

    final Instant at;
    final Tier tier;
    /** The rules in force then, by number. */
    final int version;

    final TierReason reason;
    /** The step before; null for the first. */
    final Change before;

    Change(Instant at, Tier tier, int version, TierReason reason, Change before) {
        this.at = at;
        this.tier = tier;
        this.version = version;
        this.reason = reason;
        this.before = before;
    }

    /** One step more. Steps of one instant are one; if they lead back to where they began, they are none. */
    Change then(Instant next, Tier to, int nextVersion, TierReason why) {
        if (to.name().equals(tier.name())) {
            return this;
        }
        if (!next.equals(at)) {
            return new Change(next, to, nextVersion, why, this);
        }
        if (before == null) {
            // What lifts a member at the instant of joining: the membership begins there.
            return new Change(at, to, nextVersion, why, null);
        }
        if (to.name().equals(before.tier.name())) {
            return before;
        }
        // Who is lower than before has been brought down, however far something else then lifted them again.
        TierReason shown = to.order() < before.tier.order() && to.order() > tier.order() ? reason : why;
        return new Change(at, to, nextVersion, shown, before);
    }
}
