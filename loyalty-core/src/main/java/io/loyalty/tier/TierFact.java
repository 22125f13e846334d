package io.loyalty.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that counts towards a tier, or takes back what counted.
 *
 * <p>A visit counts what it is worth at its own instant. A return is a fact with negative amounts: from its instant on, what
 * it names no longer counts at the instant of the visit to which it refers. A return never takes more from an instant than
 * counted there. Immutable.
 *
 * @param at when it happened
 * @param recordedAt when it became known
 * @param countsAt at which instant the amounts count: {@code at}, or for a return that of the visit
 * @param netMinor money without tax, in minor units; not above 0 for a return, not below 0 otherwise
 * @param grossMinor money with tax, in minor units; same sign
 * @param points points earned; same sign
 * @param visits visits made; same sign
 */
public record TierFact(
        Instant at, Instant recordedAt, Instant countsAt, long netMinor, long grossMinor, long points, long visits)
        implements Serializable {

    /** By instant; facts of one instant in an order that depends on nothing but themselves. */
    static final Comparator<TierFact> ORDER = Comparator.comparing(TierFact::at)
            .thenComparing(TierFact::recordedAt)
            .thenComparing(TierFact::countsAt)
            .thenComparingLong(TierFact::netMinor)
            .thenComparingLong(TierFact::grossMinor)
            .thenComparingLong(TierFact::points)
            .thenComparingLong(TierFact::visits);

    /**
     * Refuses amounts of both signs, and negative ones that refer to nothing.
     *
     * @param at when it happened
     * @param recordedAt when it became known
     * @param countsAt at which instant the amounts count, not after {@code at}
     * @param netMinor money without tax, in minor units
     * @param grossMinor money with tax, in minor units
     * @param points points earned
     * @param visits visits made
     * @throws IllegalArgumentException if the amounts differ in sign, if positive ones do not count at {@code at}, or if
     *     {@code countsAt} is after {@code at}
     */
    public TierFact {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(countsAt, "countsAt");
        long lowest = Math.min(Math.min(netMinor, grossMinor), Math.min(points, visits));
        long highest = Math.max(Math.max(netMinor, grossMinor), Math.max(points, visits));
        if (lowest < 0 && highest > 0) {
            throw new IllegalArgumentException("amounts must be of one sign: netMinor " + netMinor + ", grossMinor "
                    + grossMinor + ", points " + points + ", visits " + visits);
        }
        if (countsAt.isAfter(at)) {
            throw new IllegalArgumentException("countsAt must be at or before at: " + countsAt + " and " + at);
        }
        if (highest > 0 && !countsAt.equals(at)) {
            throw new IllegalArgumentException(
                    "countsAt must be at for what is not a return: " + countsAt + " and " + at);
        }
        if (lowest == Long.MIN_VALUE) {
            throw new IllegalArgumentException("amounts must be above " + Long.MIN_VALUE);
        }
    }

    /**
     * One visit, known when it happened.
     *
     * @param at when
     * @param netMinor money without tax, in minor units, at least 0
     * @param grossMinor money with tax, in minor units, at least 0
     * @param points points earned, at least 0
     * @return the fact
     * @throws IllegalArgumentException if an amount is below 0
     */
    public static TierFact visit(Instant at, long netMinor, long grossMinor, long points) {
        return new TierFact(at, at, at, netMinor, grossMinor, points, 1);
    }

    /**
     * Something that counts without a visit, known when it happened.
     *
     * @param at when
     * @param measure what counts, no part of it below 0
     * @return the fact
     * @throws IllegalArgumentException if a part is below 0
     */
    public static TierFact of(Instant at, TierMeasure measure) {
        return of(at, at, measure.netMinor(), measure.grossMinor(), measure.points(), measure.visits(), 1);
    }

    /**
     * Some of what this fact counted comes back, known when it happens.
     *
     * @param when when it comes back
     * @param part what comes back, no part of it below 0
     * @return a fact with the negative amounts, which refers to this
     * @throws IllegalArgumentException if a part is below 0, {@code when} is before this fact, or this is itself a return
     */
    public TierFact takenBack(Instant when, TierMeasure part) {
        if (isReturn()) {
            throw new IllegalArgumentException("only what counted can be taken back: " + at);
        }
        return of(when, at, part.netMinor(), part.grossMinor(), part.points(), part.visits(), -1);
    }

    /**
     * All of what this fact counted comes back, known when it happens.
     *
     * @param when when it comes back
     * @return a fact with the negative amounts, which refers to this
     * @throws IllegalArgumentException if {@code when} is before this fact, or this is itself a return
     */
    public TierFact takenBack(Instant when) {
        return takenBack(when, measure());
    }

    /**
     * The same fact, known at another time.
     *
     * @param recorded when it became known
     * @return the changed copy
     */
    public TierFact withRecordedAt(Instant recorded) {
        return new TierFact(at, recorded, countsAt, netMinor, grossMinor, points, visits);
    }

    /**
     * Whether amounts are taken back.
     *
     * @return true if one is below 0
     */
    public boolean isReturn() {
        return (netMinor | grossMinor | points | visits) < 0;
    }

    /**
     * The amounts.
     *
     * @return what is counted, negative for a return
     */
    public TierMeasure measure() {
        return new TierMeasure(netMinor, grossMinor, points, visits);
    }

    private static TierFact of(
            Instant at, Instant countsAt, long netMinor, long grossMinor, long points, long visits, int sign) {
        if (netMinor < 0 || grossMinor < 0 || points < 0 || visits < 0) {
            throw new IllegalArgumentException("amounts must be at least 0: netMinor " + netMinor + ", grossMinor "
                    + grossMinor + ", points " + points + ", visits " + visits);
        }
        return new TierFact(at, at, countsAt, sign * netMinor, sign * grossMinor, sign * points, sign * visits);
    }
}
