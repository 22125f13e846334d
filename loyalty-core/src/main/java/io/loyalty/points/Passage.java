package io.loyalty.points;

import io.loyalty.time.Renewal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** What the passing of time does to an account: pending lots become usable, lots die, sliding groups live on, holds lapse. */
final class Passage {

    private Passage() {}

    static void pass(State state, Instant to) {
        for (Instant next = nextEvent(state); !next.isAfter(to); next = nextEvent(state)) {
            state.setClock(next);
            Holds.pass(state);
            activateDue(state);
        }
        state.setClock(to);
    }

    /** When something happens that is more than the death of a lot. */
    private static Instant nextEvent(State state) {
        Instant next = state.nextHoldEvent();
        for (Purse purse : state.purses()) {
            if (!purse.pending.isEmpty()) {
                Instant first = purse.pending.first().endOfPending();
                next = first.isBefore(next) ? first : next;
            }
        }
        return next;
    }

    /** The next instant at which time alone changes a number. */
    static Instant nextChange(State state) {
        Instant next = nextEvent(state);
        for (Purse purse : state.purses()) {
            Instant expiry = purse.nextExpiry();
            next = expiry.isBefore(next) ? expiry : next;
        }
        return next;
    }

    private static void activateDue(State state) {
        for (Purse purse : state.purses()) {
            while (!purse.pending.isEmpty()) {
                Lot lot = purse.pending.first();
                if (lot.endOfPending().isAfter(state.clock())) {
                    break;
                }
                purse.pending = purse.pending.minus(lot);
                if (lot.term().slides() || lot.expiresAt().isAfter(lot.activatesAt())) {
                    activate(state, lot);
                    state.note(new State.Unwritten(lot.activatesAt(), lot.id(), "", List.of(), List.of()));
                } else {
                    bury(state, lot);
                }
            }
        }
    }

    /** Puts a lot in its place: pending, active, or dead before it was ever active. */
    static void place(State state, Lot lot) {
        if (lot.endOfPending().isAfter(state.clock())) {
            Purse purse = state.purseOf(lot);
            purse.pending = purse.pending.plus(lot);
        } else if (state.isPending(lot)) {
            bury(state, lot);
        } else {
            activate(state, lot);
        }
    }

    /** Puts a lot that has died while it was pending among the dead. */
    private static void bury(State state, Lot lot) {
        Lot dead = lot.dated(lot.expiresAt(), lot.expiresAt(), 0);
        state.store(dead);
        state.purseOf(lot).add(dead, state.clock());
    }

    /** Puts a lot that has left the pending ones into its band and settles debt with it. */
    static void activate(State state, Lot lot) {
        Purse purse = state.purseOf(lot);
        Lot joined = lot.term().slides() ? join(state, purse, lot) : lot;
        if (joined != lot) {
            state.store(joined);
        }
        purse.add(joined, state.clock());
        if (purse.debt() > 0) {
            settle(state, joined.id());
        }
    }

    /**
     * The lot as a member of the sliding group that is open for its term, or of a new one. Points that were earned here
     * lengthen the group's life if earning renews the term; other points join only what dies when they do.
     */
    private static Lot join(State state, Purse purse, Lot lot) {
        int open = purse.openBand(lot.type().nature(), lot.term(), lot.activatesAt());
        boolean renews = lot.group() == Lot.EARNED_HERE && lot.term().renewedBy(Renewal.ACCRUAL);
        if (open >= 0 && renews) {
            lengthen(state, purse, purse.bands[open], lot.expiresAt());
        } else if (open >= 0 && !purse.bands[open].expiresAt().equals(lot.expiresAt())) {
            open = -1;
        }
        if (open >= 0) {
            return lot.dated(lot.activatesAt(), lot.expiresAt(), purse.bands[open].group());
        }
        // A lot whose life was over while it was pending dies when it finds no group to live on in.
        Instant expiresAt = lot.expiresAt().isBefore(lot.activatesAt()) ? lot.activatesAt() : lot.expiresAt();
        return lot.dated(lot.activatesAt(), expiresAt, purse.lastGroup() + 1);
    }

    private static void lengthen(State state, Purse purse, Band band, Instant until) {
        Instant old = band.expiresAt();
        if (!until.isAfter(old)) {
            return;
        }
        band.lengthen(until, state.clock());
        if (!old.isAfter(state.clock())) {
            // Learnt late: what seemed dead lives after all, and pays what is owed.
            for (Iterator<Lot> revived = band.lots().iterator(); purse.debt() > 0 && revived.hasNext(); ) {
                settle(state, revived.next().id());
            }
        }
    }

    /** Renews the sliding groups that an activity counts for. */
    static void renew(State state, Purse purse, Renewal activity, Instant at) {
        for (Band band : purse.bands) {
            if (band.slides()
                    && band.term().renewedBy(activity)
                    && band.expiresAt().isAfter(at)) {
                lengthen(state, purse, band, band.term().expiresAt(at, state.zone()));
            }
        }
    }

    /** Uses a lot that lives to pay debt. */
    static void settle(State state, int id) {
        Lot lot = state.lot(id);
        Purse purse = state.purseOf(lot);
        long due = Math.min(purse.debt(), lot.remaining());
        if (due > 0 && state.isUsable(lot)) {
            state.change(lot, lot.take(due));
            purse.owe(-due);
        }
    }
}
