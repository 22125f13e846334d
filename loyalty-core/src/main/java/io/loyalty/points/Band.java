package io.loyalty.points;

import io.loyalty.time.Term;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;

/**
 * Active lots with points left that are ordered and expire by one rule: fixed lots of a nature, each with an expiry of its own; or
 * a sliding group, whose lots share one.
 *
 * <p>Lots that have died stay until a sweep writes that down. Their sum at the account's clock is kept up as the clock moves, so
 * that what lives costs one subtraction.
 *
 * <p>Changes only while the {@link State} that it belongs to moves; each state has bands of its own.
 */
final class Band {

    private static final Lot[] NO_LOTS = {};

    /**
     * The rule.
     *
     * @param nature of the points
     * @param term of a sliding group
     * @param group number of the sliding group; 0 for fixed lots
     * @param expiresAt when all lots of a sliding group die
     */
    private record Rule(PointType.Nature nature, Term term, int group, Instant expiresAt) {}

    private Rule rule;
    private LotTree lots;

    private long dead;
    private Instant nextExpiry;
    /** Some lots that stand side by side, of which the next to die is at {@link #next}; or no lots, and it is yet to be found. */
    private Lot[] front;

    private int next;

    private Band(Rule rule, LotTree lots) {
        this.rule = rule;
        this.lots = lots;
        nextExpiry = Instant.MAX;
        front = NO_LOTS;
    }

    /** A band that changes apart from another. */
    Band(Band other) {
        rule = other.rule;
        lots = other.lots;
        dead = other.dead;
        nextExpiry = other.nextExpiry;
        front = other.front;
        next = other.next;
    }

    /** The band for a lot, without it. */
    static Band forLot(Lot lot) {
        boolean slides = lot.group() != 0;
        return new Band(
                new Rule(lot.type().nature(), lot.term(), lot.group(), slides ? lot.expiresAt() : Instant.MAX),
                LotTree.in(slides ? Lot.BY_AGE : LotTree.SOONEST));
    }

    PointType.Nature nature() {
        return rule.nature;
    }

    Term term() {
        return rule.term;
    }

    /** Number of the sliding group; 0 for fixed lots. */
    int group() {
        return rule.group;
    }

    boolean slides() {
        return rule.group != 0;
    }

    /** When all lots of a sliding band die. */
    Instant expiresAt() {
        return rule.expiresAt;
    }

    Instant expiryOf(Lot lot) {
        return slides() ? rule.expiresAt : lot.expiresAt();
    }

    LotTree lots() {
        return lots;
    }

    /** The lots that live at an instant, in order. */
    Iterator<Lot> living(Instant at) {
        if (slides()) {
            return rule.expiresAt.isAfter(at) ? lots.iterator() : Collections.emptyIterator();
        }
        return lots.expiringAfter(at);
    }

    /** What is here of lots that have died by the account's clock. */
    long dead() {
        return dead;
    }

    /** What would be here of lots that have died by an instant. */
    long deadBy(Instant at) {
        if (slides()) {
            return rule.expiresAt.isAfter(at) ? 0 : lots.total();
        }
        return lots.totalExpiringBy(at);
    }

    /** No lot dies after the clock and before this. */
    Instant nextExpiry() {
        return nextExpiry;
    }

    void add(Lot lot, Instant clock) {
        if (lot.remaining() == 0) {
            return;
        }
        lots = lots.plus(lot);
        if (front.length > 0 && lot.expiresAt().isBefore(front[front.length - 1].expiresAt())) {
            front = NO_LOTS;
        }
        Instant expiry = expiryOf(lot);
        if (!expiry.isAfter(clock)) {
            dead += lot.remaining();
        } else if (expiry.isBefore(nextExpiry)) {
            nextExpiry = expiry;
        }
    }

    /** Puts a changed lot in place of what it was. */
    void replace(Lot before, Lot after, Instant clock) {
        lots = lots.replacing(before, after);
        front = NO_LOTS;
        Instant expiry = expiryOf(before);
        if (!expiry.isAfter(clock)) {
            dead += after.remaining() - before.remaining();
        } else if (after.remaining() > 0 && expiry.isBefore(nextExpiry)) {
            nextExpiry = expiry;
        }
    }

    /** Gives a sliding band a later end. */
    void lengthen(Instant until, Instant clock) {
        rule = new Rule(rule.nature, rule.term, rule.group, until);
        settle(clock);
    }

    /** Makes the derived numbers those of a later clock. */
    void pass(Instant clock) {
        if (!clock.isBefore(nextExpiry)) {
            settle(clock);
        }
    }

    private void settle(Instant clock) {
        if (slides()) {
            dead = deadBy(clock);
            nextExpiry = rule.expiresAt.isAfter(clock) && !lots.isEmpty() ? rule.expiresAt : Instant.MAX;
            return;
        }
        if (front.length == 0 || !front[front.length - 1].expiresAt().isAfter(clock)) {
            LotTree.Stretch around = lots.aroundFirstExpiringAfter(clock);
            front = around.lots;
            next = 0;
            dead = around.before;
        }
        while (next < front.length && !front[next].expiresAt().isAfter(clock)) {
            dead += front[next++].remaining();
        }
        nextExpiry = next < front.length ? front[next].expiresAt() : Instant.MAX;
    }
}
