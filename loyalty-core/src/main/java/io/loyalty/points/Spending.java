package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What redemptions, holds and their undoing write, given what the account holds. */
final class Spending {

    private Spending() {}

    /** The first points in consumption order; short if there are not enough. */
    static List<Allocation> take(State state, String currency, long points) {
        Iterator<Lot> lots = state.purse(currency).inOrder(state.order(), state.clock());
        List<Allocation> taken = new ArrayList<>();
        long left = points;
        while (left > 0 && lots.hasNext()) {
            Lot lot = lots.next();
            long part = Math.min(left, lot.remaining());
            taken.add(new Allocation(lot.id(), part));
            left -= part;
        }
        return taken;
    }

    static <T> Outcome<T> insufficient(long requested, long available) {
        return rejected(
                Reason.INSUFFICIENT_POINTS,
                Map.of("requested", requested, "available", available, "missing", requested - available));
    }

    static <T> Outcome<T> rejected(Reason reason, Map<String, Long> numbers) {
        return new Rejected<>(new Rejection(reason, numbers));
    }

    static Outcome<Entry> redeem(State state, Entry.Stamp stamp, String currency, long points, String reference) {
        long available = state.purse(currency).available();
        if (available < points) {
            return insufficient(points, available);
        }
        return new Applied<>(new Entry.Redemption(stamp, currency, points, take(state, currency, points), reference));
    }

    static Outcome<Entry> forfeit(State state, Entry.Stamp stamp, String currency, String reason) {
        return new Applied<>(new Entry.Forfeiture(stamp, currency, everything(state, state.purse(currency)), reason));
    }

    /** All that lives, then all that is pending. */
    static List<Allocation> everything(State state, Purse purse) {
        List<Allocation> all = new ArrayList<>();
        for (Iterator<Lot> living = purse.inOrder(state.order(), state.clock()); living.hasNext(); ) {
            Lot lot = living.next();
            all.add(new Allocation(lot.id(), lot.remaining()));
        }
        for (Iterator<Lot> waiting = purse.pending.iterator(); waiting.hasNext(); ) {
            Lot lot = waiting.next();
            all.add(new Allocation(lot.id(), lot.remaining()));
        }
        return all;
    }

    static Outcome<Entry> hold(
            State state, LedgerPolicy policy, Entry.Stamp stamp, String currency, long points, Instant lapsesAt) {
        if (!lapsesAt.isAfter(stamp.effectiveAt())) {
            return rejected(
                    Reason.HOLD_ENDS_BEFORE_IT_BEGINS,
                    Map.of("at", Rejection.millis(stamp.effectiveAt()), "lapsesAt", Rejection.millis(lapsesAt)));
        }
        long available = state.purse(currency).available();
        if (available < points) {
            return insufficient(points, available);
        }
        return new Applied<>(new Entry.Hold(
                stamp, currency, points, take(state, currency, points), lapsesAt, policy.holdOverExpiry()));
    }

    /** Why a hold that is not open cannot be captured or released. */
    static Outcome<Entry> closed(State state, Entry.Hold hold) {
        State.Resolution resolution = state.resolution(hold);
        return switch (resolution.reason()) {
            case HOLD_CAPTURED -> rejected(resolution.reason(), Map.of("captured", resolution.number()));
            case HOLD_LAPSED -> rejected(resolution.reason(), Map.of("lapsedAt", resolution.number()));
            default -> rejected(resolution.reason(), Map.of());
        };
    }

    static Outcome<Entry> capture(State state, Entry.Stamp stamp, State.OpenHold hold, long points) {
        if (points > hold.points()) {
            return rejected(Reason.CAPTURE_EXCEEDS_HOLD, Map.of("requested", points, "held", hold.points()));
        }
        List<Allocation> captured = new ArrayList<>();
        List<Allocation> returned = new ArrayList<>();
        List<Allocation> forfeited = new ArrayList<>();
        long left = points;
        for (Allocation held : hold.held()) {
            long part = Math.min(left, held.points());
            left -= part;
            if (part > 0) {
                captured.add(new Allocation(held.lot(), part));
            }
            if (part < held.points()) {
                Allocation rest = new Allocation(held.lot(), held.points() - part);
                (state.isAlive(state.lot(held.lot())) ? returned : forfeited).add(rest);
            }
        }
        return new Applied<>(
                new Entry.Capture(stamp, hold.entry().stamp().key(), points, captured, returned, forfeited));
    }

    static Outcome<Entry> release(State state, Entry.Stamp stamp, State.OpenHold hold) {
        List<Allocation> returned = new ArrayList<>();
        List<Allocation> forfeited = new ArrayList<>();
        for (Allocation held : hold.held()) {
            (state.isAlive(state.lot(held.lot())) ? returned : forfeited).add(held);
        }
        return new Applied<>(new Entry.Release(stamp, hold.entry().stamp().key(), returned, forfeited));
    }

    static Outcome<Entry> restore(State state, LedgerPolicy policy, Entry.Stamp stamp, Entry redemption, long points) {
        int sequence = redemption.stamp().sequence();
        List<Allocation> left = unrestored(state, sequence, allocations(redemption));
        long most = Allocation.sum(left);
        if (points > most) {
            return rejected(Reason.RESTORATION_EXCEEDS_REDEMPTION, Map.of("requested", points, "left", most));
        }
        if (policy.restorationOrder() == RestorationOrder.LAST_CONSUMED_FIRST) {
            Collections.reverse(left);
        }
        List<Allocation> restored = new ArrayList<>();
        List<Allocation> forfeited = new ArrayList<>();
        List<Entry.Reissue> reissued = new ArrayList<>();
        long due = points;
        for (Allocation allocation : left) {
            long part = Math.min(due, allocation.points());
            if (part == 0) {
                break;
            }
            due -= part;
            int lot = allocation.lot();
            if (state.isAlive(state.lot(lot))) {
                restored.add(new Allocation(lot, part));
            } else if (policy.deadLots() instanceof DeadLots.Forfeit) {
                forfeited.add(new Allocation(lot, part));
            } else {
                Term term = policy.deadLots() instanceof DeadLots.Grace grace
                        ? Term.of(grace.period())
                        : ((DeadLots.Reissue) policy.deadLots()).term();
                Instant expiresAt = term.expiresAt(stamp.effectiveAt(), policy.zone());
                reissued.add(new Entry.Reissue(lot, state.nextLot() + reissued.size(), part, expiresAt));
            }
        }
        return new Applied<>(new Entry.Restoration(stamp, sequence, points, restored, forfeited, reissued));
    }

    static List<Allocation> allocations(Entry redemption) {
        return redemption instanceof Entry.Redemption whole
                ? whole.allocations()
                : ((Entry.Capture) redemption).allocations();
    }

    /** What is left to restore of a redemption, in the order of consumption. */
    private static List<Allocation> unrestored(State state, int sequence, List<Allocation> consumed) {
        List<Allocation> back = state.restored(sequence);
        List<Allocation> left = new ArrayList<>(consumed.size());
        for (Allocation allocation : consumed) {
            long points = allocation.points();
            for (Allocation restored : back) {
                points -= restored.lot() == allocation.lot() ? restored.points() : 0;
            }
            if (points > 0) {
                left.add(new Allocation(allocation.lot(), points));
            }
        }
        return left;
    }
}
