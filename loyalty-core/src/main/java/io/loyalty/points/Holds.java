package io.loyalty.points;

import io.loyalty.time.Renewal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The open holds of an account: what opens, ends and changes them. */
final class Holds {

    private Holds() {}

    /** Lets holds lapse, and takes from strict ones what belongs to lots that have died. */
    static void pass(State state) {
        if (state.nextHoldEvent().isAfter(state.clock())) {
            return;
        }
        for (State.OpenHold hold : state.holds()) {
            if (hold.entry().overExpiry() == HoldOverExpiry.STRICT) {
                loseDead(state, hold);
            }
        }
        for (State.OpenHold hold : state.holds()) {
            if (!hold.entry().lapsesAt().isAfter(state.clock())) {
                List<Allocation> returned = new ArrayList<>();
                List<Allocation> forfeited = new ArrayList<>();
                for (Allocation allocation : hold.held()) {
                    (state.isUsable(state.lot(allocation.lot())) ? returned : forfeited).add(allocation);
                }
                Instant at = hold.entry().lapsesAt();
                close(state, hold, new State.Resolution(Reason.HOLD_LAPSED, Rejection.millis(at)));
                giveBack(state, returned);
                forfeit(state, forfeited);
                String key = hold.entry().stamp().key();
                state.note(new State.Unwritten(at, 0, key, List.copyOf(returned), List.copyOf(forfeited)));
            }
        }
        watch(state);
    }

    private static void loseDead(State state, State.OpenHold hold) {
        List<Allocation> kept = new ArrayList<>();
        for (Allocation allocation : hold.held()) {
            Lot lot = state.lot(allocation.lot());
            if (state.isUsable(lot)) {
                kept.add(allocation);
            } else {
                // Back into the dead lot: the next sweep writes it down as expired when the lot died.
                free(state, lot, allocation.points());
            }
        }
        if (kept.size() < hold.held().size()) {
            State.OpenHold[] holds = state.holds().clone();
            holds[Arrays.asList(holds).indexOf(hold)] = new State.OpenHold(hold.entry(), List.copyOf(kept));
            state.setHolds(holds);
        }
    }

    /** Finds out when the open holds next change of themselves. */
    static void watch(State state) {
        Instant next = Instant.MAX;
        for (State.OpenHold hold : state.holds()) {
            next = earlier(next, hold.entry().lapsesAt());
            if (hold.entry().overExpiry() == HoldOverExpiry.STRICT) {
                for (Allocation allocation : hold.held()) {
                    Lot lot = state.lot(allocation.lot());
                    next = earlier(next, state.purseOf(lot).expiryOf(lot));
                }
            }
        }
        state.setNextHoldEvent(next);
    }

    private static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    static void open(State state, Entry.Hold entry) {
        for (Allocation allocation : entry.allocations()) {
            Lot lot = state.lot(allocation.lot());
            State.require(allocation.points() <= lot.remaining(), "no more is held than remains of lot ", lot.id(), "");
            state.change(
                    lot,
                    lot.with(lot.remaining() - allocation.points(), lot.held() + allocation.points(), lot.expired()));
        }
        state.open(entry.currency()).hold(entry.points());
        State.OpenHold[] holds = Arrays.copyOf(state.holds(), state.holds().length + 1);
        holds[holds.length - 1] = new State.OpenHold(entry, entry.allocations());
        state.setHolds(holds);
        watch(state);
    }

    static void capture(State state, Entry.Capture entry) {
        State.OpenHold open = find(state, entry.hold());
        State.require(
                entry.points() + Allocation.sum(entry.returned()) + Allocation.sum(entry.forfeited()) == open.points(),
                "capture and return add up to what is held");
        close(state, open, new State.Resolution(Reason.HOLD_CAPTURED, entry.points()));
        for (Allocation allocation : entry.allocations()) {
            Lot lot = state.lot(allocation.lot());
            state.change(lot, lot.with(lot.remaining(), lot.held() - allocation.points(), lot.expired()));
        }
        Purse purse = state.open(open.entry().currency());
        purse.hold(-entry.points());
        purse.count(Flow.REDEEMED, entry.points());
        giveBack(state, entry.returned());
        forfeit(state, entry.forfeited());
        Passage.renew(state, purse, Renewal.REDEMPTION, entry.stamp().effectiveAt());
        watch(state);
    }

    static void release(State state, Entry.Release entry) {
        State.OpenHold open = find(state, entry.hold());
        State.require(
                Allocation.sum(entry.returned()) + Allocation.sum(entry.forfeited()) == open.points(),
                "a release gives back what is held");
        close(state, open, new State.Resolution(Reason.HOLD_RELEASED, 0));
        giveBack(state, entry.returned());
        forfeit(state, entry.forfeited());
        watch(state);
    }

    private static State.OpenHold find(State state, String key) {
        State.OpenHold hold = state.hold(key);
        if (hold == null) {
            throw new IllegalArgumentException("hold '" + key + "' must be open");
        }
        return hold;
    }

    private static void close(State state, State.OpenHold hold, State.Resolution resolution) {
        List<State.OpenHold> kept = new ArrayList<>(Arrays.asList(state.holds()));
        kept.remove(hold);
        state.setHolds(kept.toArray(new State.OpenHold[0]));
        state.resolve(hold.entry(), resolution);
    }

    /** Held points go back into their lots and pay debt. */
    private static void giveBack(State state, List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            free(state, state.lot(allocation.lot()), allocation.points());
            Passage.settle(state, allocation.lot());
        }
    }

    private static void free(State state, Lot lot, long points) {
        state.purseOf(lot).hold(-points);
        state.change(lot, lot.with(lot.remaining() + points, lot.held() - points, lot.expired()));
    }

    /** Held points of dead lots die. */
    private static void forfeit(State state, List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            Lot lot = state.lot(allocation.lot());
            Purse purse = state.purseOf(lot);
            purse.hold(-allocation.points());
            state.change(
                    lot,
                    lot.with(lot.remaining(), lot.held() - allocation.points(), lot.expired() + allocation.points()));
            purse.count(Flow.EXPIRED, allocation.points());
        }
    }
}
