package io.loyalty.points;

import io.loyalty.persistent.Chain;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an entry from elsewhere could have been written by a ledger in a given state: the rules that hold between an entry and
 * what it builds on. Entries that a ledger has decided itself need no audit.
 */
final class Audit {

    private final Chain<Entry> history;
    private final int base;
    private final Entry entry;
    private final Instant at;
    private final State now;

    private Audit(Chain<Entry> history, int base, State now, Entry entry) {
        this.history = history;
        this.base = base;
        this.entry = entry;
        at = entry.stamp().effectiveAt();
        this.now = now;
    }

    /** Throws if the entry does not follow from the history, its clock, and the state at the entry's instant. */
    static void require(Chain<Entry> history, int base, Instant clock, State now, Entry entry) {
        boolean own = entry.stamp().key().charAt(0) == Command.OWN;
        boolean sweeps = entry instanceof Entry.Expiry || entry instanceof Entry.Lapse;
        rule(!sweeps || own, "what a sweep writes has a key of the ledger's own");
        rule(!own || sweeps || entry instanceof Entry.Activation, "a command has a key of the caller's own");
        rule(
                !own
                        || entry.stamp()
                                .key()
                                .equals(Command.OWN + "" + entry.stamp().sequence()),
                "a key of the ledger's own is the sequence number");
        boolean mayBeLate = own || entry instanceof Entry.Accrual || entry instanceof Entry.Renewed;
        if (!mayBeLate && entry.stamp().effectiveAt().isBefore(clock)) {
            throw new IllegalArgumentException("not so: it takes effect at or after " + clock);
        }
        rule(!(entry instanceof Entry.Opening) || history.isEmpty(), "an opening snapshot has nothing before it");
        new Audit(history, base, now, entry).audit(own);
    }

    private void audit(boolean own) {
        if (entry instanceof Entry.Accrual accrual) {
            rule(!accrual.activatesAt().isBefore(at), "points become usable when they are earned or later");
        } else if (entry instanceof Entry.Redemption redemption) {
            exactly(redemption.points(), redemption.allocations(), "a redemption takes what it says");
            each(redemption.allocations(), redemption.currency(), this::isUsable, " is usable");
        } else if (entry instanceof Entry.Hold hold) {
            exactly(hold.points(), hold.allocations(), "a hold reserves what it says");
            each(hold.allocations(), hold.currency(), this::isUsable, " is usable");
            rule(hold.lapsesAt().isAfter(at), "a hold lapses after it begins");
        } else if (entry instanceof Entry.Capture capture) {
            exactly(capture.points(), capture.allocations(), "a capture takes what it says");
            resolves(capture.hold(), capture.allocations(), capture.returned(), capture.forfeited());
        } else if (entry instanceof Entry.Release release) {
            resolves(release.hold(), List.of(), release.returned(), release.forfeited());
        } else if (entry instanceof Entry.Lapse lapse) {
            State.Unwritten next = unwritten();
            rule(
                    next.lot() == 0
                            && next.at().equals(at)
                            && next.hold().equals(lapse.hold())
                            && next.returned().equals(lapse.returned())
                            && next.forfeited().equals(lapse.forfeited()),
                    "this hold lapsed then, with these points");
        } else if (entry instanceof Entry.Activation activation) {
            activation(activation, own);
        } else if (entry instanceof Entry.Restoration restoration) {
            restoration(restoration);
        } else if (entry instanceof Entry.Clawback clawback) {
            clawback(clawback);
        } else if (entry instanceof Entry.Expiry expiry) {
            rule(!expiry.allocations().isEmpty(), "an expiry has points");
            each(
                    expiry.allocations(),
                    expiry.currency(),
                    lot -> now.expiryOf(lot).equals(at),
                    " died then");
            for (Allocation part : expiry.allocations()) {
                rule(part.points() == now.lot(part.lot()).remaining(), "all that remains of lot ", part.lot(), " dies");
            }
        } else {
            rare();
        }
    }

    private void rare() {
        if (entry instanceof Entry.Forfeiture forfeiture) {
            each(forfeiture.allocations(), forfeiture.currency(), now::isAlive, " lives");
        } else if (entry instanceof Entry.Extension extension) {
            distinct(extension.lots().stream().map(Entry.Dates::lot).toList());
            for (Entry.Dates dates : extension.lots()) {
                Lot lot = lot(dates.lot());
                rule(now.isAlive(lot), "lot ", lot.id(), " lives");
                rule(dates.activatesAt().equals(lot.activatesAt()), "new dates leave the activation as it is");
                rule(!dates.expiresAt().isBefore(at), "nothing dies in the past");
            }
        } else if (entry instanceof Entry.Reinstatement reinstatement) {
            for (Entry.Reissue piece : reinstatement.reissued()) {
                Lot lot = lot(piece.from());
                rule(lot.type().currency().equals(reinstatement.currency()), "lot ", lot.id(), " is of the currency");
                rule(
                        piece.points() > 0 && piece.points() <= Lifetimes.dead(now, lot),
                        "no more comes back than is dead");
                rule(piece.expiresAt().isAfter(at), "a new life ends later");
            }
        } else if (entry instanceof Entry.Adjustment adjustment) {
            rule(adjustment.given().isEmpty() != adjustment.taken().isEmpty(), "an adjustment gives or takes");
            each(adjustment.taken(), adjustment.currency(), this::isUsable, " is usable");
            parcels(adjustment.given(), adjustment.currency());
        } else if (entry instanceof Entry.TransferOut out) {
            each(out.allocations(), out.currency(), now::isAlive, " lives");
            rule(out.debt() >= 0, "debt is not negative");
        } else if (entry instanceof Entry.TransferIn in) {
            each(in.settled(), in.currency(), this::isUsable, " is usable");
            parcels(in.parcels(), in.currency());
            rule(in.debt() >= 0, "debt is not negative");
        } else if (entry instanceof Entry.Opening opening) {
            for (Entry.OpeningPurse purse : opening.purses()) {
                parcels(purse.parcels(), purse.currency());
                rule(purse.debt() >= 0, "debt is not negative");
                long there = 0;
                for (Entry.Parcel parcel : purse.parcels()) {
                    there = Math.addExact(there, parcel.points());
                }
                rule(purse.totals().balances(purse.debt(), there), "what came in is there or went out");
            }
        }
    }

    private void activation(Entry.Activation activation, boolean own) {
        if (own) {
            State.Unwritten next = unwritten();
            rule(
                    activation.lots().size() == 1
                            && activation.lots().get(0).lot() == next.lot()
                            && next.at().equals(at),
                    "this lot became usable then");
            return;
        }
        distinct(activation.lots().stream().map(Entry.Dates::lot).toList());
        for (Entry.Dates dates : activation.lots()) {
            Lot lot = lot(dates.lot());
            rule(now.isPending(lot), "lot ", lot.id(), " is pending");
            rule(dates.activatesAt().equals(at), "an activation makes usable at once");
        }
    }

    private void restoration(Entry.Restoration restoration) {
        int place = restoration.redemption() - base - 1;
        rule(place >= 0 && place < history.size(), "what is undone was done before");
        Entry undone = history.get(place);
        rule(
                undone instanceof Entry.Redemption || undone instanceof Entry.Capture,
                "a redemption or capture is undone");
        Map<Integer, Long> left = new HashMap<>();
        count(left, Spending.allocations(undone), 1);
        count(left, now.restored(restoration.redemption()), -1);
        count(left, restoration.restored(), -1);
        count(left, restoration.forfeited(), -1);
        long sum = Math.addExact(Allocation.sum(restoration.restored()), Allocation.sum(restoration.forfeited()));
        for (Entry.Reissue piece : restoration.reissued()) {
            rule(piece.points() > 0 && !now.isAlive(lot(piece.from())), "points of dead lots are given anew");
            left.merge(piece.from(), -piece.points(), Math::addExact);
            sum = Math.addExact(sum, piece.points());
        }
        rule(
                left.values().stream().allMatch(points -> points >= 0),
                "no more is restored than was redeemed of each lot");
        rule(sum == restoration.points() && sum > 0, "a restoration gives back what it says");
        rule(
                restoration.restored().stream().allMatch(part -> now.isAlive(lot(part.lot()))),
                "points return to lots that live");
        rule(
                restoration.forfeited().stream().noneMatch(part -> now.isAlive(lot(part.lot()))),
                "points die with lots that are dead");
    }

    private void clawback(Entry.Clawback clawback) {
        distinct(clawback.owed().stream().map(Allocation::lot).toList());
        rule(!clawback.owed().isEmpty(), "a clawback has points");
        each(clawback.owed(), clawback.currency(), lot -> true, " exists");
        each(clawback.taken(), clawback.currency(), now::isAlive, " lives");
        Map<Integer, Long> owed = new HashMap<>();
        count(owed, clawback.owed(), 1);
        count(owed, clawback.expired(), -1);
        rule(owed.values().stream().allMatch(points -> points >= 0), "only what is owed is found expired");
        rule(
                clawback.debt() >= 0 && clawback.uncollected() >= 0 && clawback.moneyDue() >= 0,
                "debt and what is let go are not negative");
        long found = Math.addExact(Allocation.sum(clawback.taken()), Allocation.sum(clawback.expired()));
        long missing = Math.addExact(Math.addExact(clawback.debt(), clawback.uncollected()), clawback.moneyDue());
        rule(Allocation.sum(clawback.owed()) == Math.addExact(found, missing), "what is owed is found or missing");
    }

    /** Captured, returned and forfeited points of each lot are those that the hold has of it. */
    private void resolves(
            String key, List<Allocation> captured, List<Allocation> returned, List<Allocation> forfeited) {
        State.OpenHold hold = now.hold(key);
        if (hold == null) {
            throw new IllegalArgumentException("not so: hold '" + key + "' is open");
        }
        Map<Integer, Long> left = new HashMap<>();
        count(left, hold.held(), 1);
        count(left, captured, -1);
        count(left, returned, -1);
        count(left, forfeited, -1);
        rule(
                left.values().stream().allMatch(points -> points == 0),
                "what is held of each lot is captured or goes back");
        rule(returned.stream().allMatch(part -> now.isAlive(lot(part.lot()))), "points return to lots that live");
        rule(forfeited.stream().noneMatch(part -> now.isAlive(lot(part.lot()))), "points die with lots that are dead");
    }

    private State.Unwritten unwritten() {
        rule(!now.unwritten().isEmpty(), "time did something that is not written down yet");
        return now.unwritten().get(0);
    }

    private boolean isUsable(Lot lot) {
        return !now.isPending(lot) && now.isAlive(lot);
    }

    private Lot lot(int id) {
        rule(now.hasLot(id), "lot ", id, " exists");
        return now.lot(id);
    }

    private void each(List<Allocation> parts, String currency, Predicate<Lot> is, String what) {
        for (Allocation part : parts) {
            Lot lot = lot(part.lot());
            rule(lot.type().currency().equals(currency), "lot ", lot.id(), " is of the currency");
            rule(is.test(lot), "lot ", lot.id(), what);
        }
    }

    private static void parcels(List<Entry.Parcel> parcels, String currency) {
        for (Entry.Parcel parcel : parcels) {
            rule(parcel.points() > 0, "a parcel has points");
            rule(parcel.type().currency().equals(currency), "a parcel is of the currency");
        }
    }

    private static void exactly(long points, List<Allocation> parts, String rule) {
        rule(points > 0 && Allocation.sum(parts) == points, rule);
    }

    private static void distinct(List<Integer> lots) {
        Set<Integer> seen = new HashSet<>();
        rule(lots.stream().allMatch(seen::add), "each lot is named once");
    }

    private static void count(Map<Integer, Long> points, List<Allocation> parts, int sign) {
        for (Allocation part : parts) {
            points.merge(part.lot(), sign * part.points(), Math::addExact);
        }
    }

    /** Like the other, for a rule about a lot; the text is put together only if it is needed. */
    private static void rule(boolean holds, String before, int lot, String after) {
        if (!holds) {
            throw new IllegalArgumentException("not so: " + before + lot + after);
        }
    }

    private static void rule(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("not so: " + rule);
        }
    }
}
