package io.loyalty.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A tier that somebody gave to a member by hand.
 *
 * <p>While it lasts the member holds at least this tier; what the facts earn goes on as if there were no grant, and is what
 * the member holds when it ends. Of several grants the one that began last is in force, even if it is the lower one: a grant of
 * the lowest tier takes an earlier grant back. Immutable.
 *
 * @param tier the name of the tier
 * @param from the first instant
 * @param until the first instant after it, after {@code from}; {@link Instant#MAX} for a grant without end
 * @param recordedAt when it became known
 * @param reason why
 * @param actor who did it
 */
public record TierGrant(String tier, Instant from, Instant until, Instant recordedAt, String reason, String actor)
        implements Serializable {

    /** By beginning; of grants that begin together, the one recorded last is the last. */
    static final Comparator<TierGrant> ORDER = Comparator.comparing(TierGrant::from)
            .thenComparing(TierGrant::recordedAt)
            .thenComparing(TierGrant::until)
            .thenComparing(TierGrant::tier)
            .thenComparing(TierGrant::reason)
            .thenComparing(TierGrant::actor);

    /**
     * Refuses grants without tier, length, reason or actor.
     *
     * @param tier the name of the tier
     * @param from the first instant
     * @param until the first instant after it, after {@code from}
     * @param recordedAt when it became known
     * @param reason why
     * @param actor who did it
     * @throws IllegalArgumentException if a text is blank or {@code until} is not after {@code from}
     */
    public TierGrant {
        Label.require(tier, "tier");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Label.require(reason, "reason");
        Label.require(actor, "actor");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from: " + from + " and " + until);
        }
    }

    /**
     * A grant that is known when it begins.
     *
     * @param tier the name of the tier
     * @param from the first instant
     * @param until the first instant after it; {@link Instant#MAX} for a grant without end
     * @param reason why
     * @param actor who did it
     * @return the grant
     * @throws IllegalArgumentException if a text is blank or {@code until} is not after {@code from}
     */
    public static TierGrant of(String tier, Instant from, Instant until, String reason, String actor) {
        return new TierGrant(tier, from, until, from, reason, actor);
    }

    /**
     * The tier and the time, without reason and actor, which may name persons.
     *
     * @return for example {@code TierGrant[Gold, 2026-01-01T00:00:00Z to 2027-01-01T00:00:00Z]}
     */
    @Override
    public String toString() {
        return "TierGrant[" + tier + ", " + from + " to " + until + "]";
    }
}
