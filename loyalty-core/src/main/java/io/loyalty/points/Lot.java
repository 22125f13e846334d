package io.loyalty.points;

import io.loyalty.time.Term;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Points that were given together and die together.
 *
 * <p>At any time {@code amount = remaining + held + expired + used()}.
 *
 * @param id the lot's number within the account, from 1
 * @param type currency and nature of the points
 * @param amount how many there were at first
 * @param remaining how many are neither held nor gone; until {@code activatesAt} they are pending, from {@code expiresAt} on
 *     they are dead
 * @param held how many are reserved by holds
 * @param expired how many are written down as expired
 * @param earnedAt when they were earned
 * @param activatesAt when they become usable; {@link Instant#MAX} while that depends on an event
 * @param expiresAt the exclusive end of their life; {@link Instant#MAX} if they never expire
 * @param term the term that the expiry comes from; {@link Term#never()} if it was set otherwise
 * @param group number of the sliding group whose expiry the lot shares; below 1 if its expiry is its own
 * @param source what they were given for, for example a visit's id and a rule's; may be empty
 */
public record Lot(
        int id,
        PointType type,
        long amount,
        long remaining,
        long held,
        long expired,
        Instant earnedAt,
        Instant activatesAt,
        Instant expiresAt,
        Term term,
        int group,
        String source)
        implements Serializable {

    /** In place of a group: the lot was earned in this account, and its term, if it slides, will give it a group. */
    static final int EARNED_HERE = 0;

    /** In place of a group: the lot's sliding term began elsewhere. */
    static final int FROM_ELSEWHERE = -1;

    /** The older first, the lower number among equally old ones. */
    static final Comparator<Lot> BY_AGE = (a, b) -> {
        int order = a.earnedAt == b.earnedAt ? 0 : a.earnedAt.compareTo(b.earnedAt);
        return order != 0 ? order : Integer.compare(a.id, b.id);
    };

    /** By the end of the time in which they are pending. */
    static final Comparator<Lot> BY_END_OF_PENDING = (a, b) -> {
        int order = a.endOfPending().compareTo(b.endOfPending());
        return order != 0 ? order : Integer.compare(a.id, b.id);
    };

    /**
     * Refuses impossible numbers.
     *
     * @param id the lot's number within the account, from 1
     * @param type currency and nature of the points
     * @param amount how many there were at first
     * @param remaining how many are neither held nor gone
     * @param held how many are reserved by holds
     * @param expired how many are written down as expired
     * @param earnedAt when they were earned
     * @param activatesAt when they become usable
     * @param expiresAt the exclusive end of their life
     * @param term the term that the expiry comes from; {@link Term#never()} if it was set otherwise
     * @param group number of the sliding group, or 0
     * @param source what they were given for
     * @throws IllegalArgumentException if a number is negative or the parts exceed the amount
     */
    public Lot {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(earnedAt, "earnedAt");
        Objects.requireNonNull(activatesAt, "activatesAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(source, "source");
        if (id < 1 || remaining < 0 || held < 0 || expired < 0 || amount - remaining - held - expired < 0) {
            throw new IllegalArgumentException("lot " + id + " must have parts within its amount: " + remaining
                    + " remaining, " + held + " held, " + expired + " expired of " + amount);
        }
    }

    /**
     * How many were redeemed, clawed back or otherwise taken for good.
     *
     * @return amount − remaining − held − expired
     */
    public long used() {
        return amount - remaining - held - expired;
    }

    /**
     * Whether the points have become active and are not yet dead.
     *
     * @param at the instant of the question
     * @return true if {@code activatesAt <= at < expiresAt}
     */
    public boolean isLive(Instant at) {
        return !activatesAt.isAfter(at) && at.isBefore(expiresAt);
    }

    /**
     * When the lot ceases to be pending: when it becomes usable, or when it dies if that comes first. Whether a sliding lot has
     * died is known only when it meets its group.
     */
    Instant endOfPending() {
        return expiresAt.isBefore(activatesAt) && !term.slides() ? expiresAt : activatesAt;
    }

    Lot take(long points) {
        return with(remaining - points, held, expired);
    }

    Lot expire(long points) {
        return with(remaining - points, held, expired + points);
    }

    Lot with(long nowRemaining, long nowHeld, long nowExpired) {
        return new Lot(
                id,
                type,
                amount,
                nowRemaining,
                nowHeld,
                nowExpired,
                earnedAt,
                activatesAt,
                expiresAt,
                term,
                group,
                source);
    }

    /** The lot with dates that were set anew. */
    Lot redated(Entry.Dates dates) {
        int anew = dates.term().slides() ? FROM_ELSEWHERE : 0;
        return new Lot(
                id,
                type,
                amount,
                remaining,
                held,
                expired,
                earnedAt,
                dates.activatesAt(),
                dates.expiresAt(),
                dates.term(),
                anew,
                source);
    }

    /** The lot with other dates, in another sliding group or none. */
    Lot dated(Instant from, Instant until, int newGroup) {
        return new Lot(id, type, amount, remaining, held, expired, earnedAt, from, until, term, newGroup, source);
    }
}
