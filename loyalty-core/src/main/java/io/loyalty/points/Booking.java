package io.loyalty.points;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What each kind of entry does to an account whose clock stands at the entry's instant. */
final class Booking {

    private Booking() {}

    static void write(State state, Entry entry) {
        if (entry instanceof Entry.Accrual accrual) {
            accrue(state, accrual);
        } else if (entry instanceof Entry.Redemption redemption) {
            Purse purse = state.open(redemption.currency());
            takeAll(state, redemption.allocations());
            purse.count(Flow.REDEEMED, redemption.points());
            Passage.renew(state, purse, Renewal.REDEMPTION, redemption.stamp().effectiveAt());
        } else if (entry instanceof Entry.Activation activation) {
            activation(state, activation);
        } else if (entry instanceof Entry.Clawback clawback) {
            clawBack(state, clawback);
        } else if (entry instanceof Entry.Expiry expiry) {
            expire(state, expiry);
        } else if (entry instanceof Entry.Restoration restoration) {
            restore(state, restoration);
        } else if (entry instanceof Entry.Hold hold) {
            Holds.open(state, hold);
        } else if (entry instanceof Entry.Capture capture) {
            Holds.capture(state, capture);
        } else if (entry instanceof Entry.Release release) {
            Holds.release(state, release);
        } else if (entry instanceof Entry.Lapse) {
            state.writeDown();
        } else {
            writeRare(state, entry);
        }
    }

    private static void writeRare(State state, Entry entry) {
        if (entry instanceof Entry.Forfeiture forfeiture) {
            Purse purse = state.open(forfeiture.currency());
            takeAll(state, forfeiture.allocations());
            purse.count(Flow.FORFEITED, sum(forfeiture.allocations()));
        } else if (entry instanceof Entry.Extension extension) {
            extension.lots().forEach(dates -> redate(state, dates));
            Holds.watch(state);
            Holds.pass(state);
        } else if (entry instanceof Entry.Renewed renewed) {
            for (Purse purse : state.purses()) {
                Passage.renew(state, purse, renewed.activity(), renewed.stamp().effectiveAt());
            }
            Holds.watch(state);
        } else if (entry instanceof Entry.Reinstatement reinstatement) {
            reinstate(state, reinstatement);
        } else if (entry instanceof Entry.Adjustment adjustment) {
            Purse purse = state.open(adjustment.currency());
            takeAll(state, adjustment.taken());
            long up = receive(state, adjustment.given());
            purse.count(Flow.ADJUSTED_UP, up);
            purse.count(Flow.ADJUSTED_DOWN, sum(adjustment.taken()));
        } else if (entry instanceof Entry.TransferOut out) {
            Purse purse = state.open(out.currency());
            takeAll(state, out.allocations());
            State.require(out.debt() <= purse.debt(), "no more debt goes than is owed");
            purse.owe(-out.debt());
            purse.count(Flow.TRANSFERRED_IN, out.debt());
            purse.count(Flow.TRANSFERRED_OUT, sum(out.allocations()));
        } else if (entry instanceof Entry.TransferIn in) {
            Purse purse = state.open(in.currency());
            takeAll(state, in.settled());
            purse.owe(in.debt());
            long came = receive(state, in.parcels());
            purse.count(Flow.TRANSFERRED_IN, came);
            purse.count(Flow.TRANSFERRED_OUT, Math.addExact(sum(in.settled()), in.debt()));
        } else if (entry instanceof Entry.Opening opening) {
            open(state, opening);
        }
    }

    private static void accrue(State state, Entry.Accrual entry) {
        Purse purse = state.open(entry.type().currency());
        Instant at = entry.stamp().effectiveAt();
        State.require(entry.lot() == state.nextLot(), "a new lot has the next number");
        State.require(entry.points() > 0, "an accrual has points");
        purse.count(Flow.ACCRUED, entry.points());
        Passage.renew(state, purse, Renewal.ACCRUAL, at);
        add(
                state,
                new Lot(
                        entry.lot(),
                        entry.type(),
                        entry.points(),
                        entry.points(),
                        0,
                        0,
                        at,
                        entry.activatesAt(),
                        entry.expiresAt(),
                        entry.term(),
                        Lot.EARNED_HERE,
                        entry.source()));
    }

    private static void add(State state, Lot lot) {
        state.append(lot);
        Passage.place(state, lot);
    }

    /** Adds the lots that parcels bring; gives their sum. */
    private static long receive(State state, List<Entry.Parcel> parcels) {
        long sum = 0;
        for (Entry.Parcel parcel : parcels) {
            State.require(parcel.lot() == state.nextLot(), "a new lot has the next number");
            sum = Math.addExact(sum, parcel.points());
            add(
                    state,
                    new Lot(
                            parcel.lot(),
                            parcel.type(),
                            parcel.points(),
                            parcel.points(),
                            0,
                            0,
                            parcel.earnedAt(),
                            parcel.activatesAt(),
                            parcel.expiresAt(),
                            parcel.term(),
                            parcel.term().slides() ? Lot.FROM_ELSEWHERE : 0,
                            parcel.source()));
        }
        return sum;
    }

    private static void reissue(State state, List<Entry.Reissue> reissued) {
        for (Entry.Reissue piece : reissued) {
            Lot from = state.lot(piece.from());
            State.require(piece.lot() == state.nextLot(), "a new lot has the next number");
            add(
                    state,
                    new Lot(
                            piece.lot(),
                            from.type(),
                            piece.points(),
                            piece.points(),
                            0,
                            0,
                            from.earnedAt(),
                            from.activatesAt(),
                            piece.expiresAt(),
                            Term.never(),
                            0,
                            from.source()));
        }
    }

    private static void activation(State state, Entry.Activation entry) {
        if (entry.stamp().key().charAt(0) == Command.OWN) {
            state.writeDown();
            return;
        }
        for (Entry.Dates dates : entry.lots()) {
            Lot lot = state.lot(dates.lot());
            State.require(state.isPending(lot), "lot ", lot.id(), " is pending");
            Purse purse = state.purseOf(lot);
            if (lot.remaining() > 0) {
                purse.pending = purse.pending.minus(lot);
            }
            Lot active = lot.dated(dates.activatesAt(), dates.expiresAt(), lot.group());
            state.store(active);
            Passage.activate(state, active);
        }
    }

    private static void clawBack(State state, Entry.Clawback entry) {
        for (Allocation owed : entry.owed()) {
            State.Clawed before = state.clawed(owed.lot());
            State.require(
                    owed.points() <= state.lot(owed.lot()).amount() - before.points(),
                    "no more is clawed back than was given");
            state.setClawed(owed.lot(), new State.Clawed(before.points() + owed.points(), before.expired()));
        }
        for (Allocation found : entry.expired()) {
            State.Clawed before = state.clawed(found.lot());
            state.setClawed(found.lot(), new State.Clawed(before.points(), before.expired() + found.points()));
        }
        takeAll(state, entry.taken());
        Purse purse = state.open(entry.currency());
        purse.owe(entry.debt());
        purse.count(Flow.CLAWED_BACK, sum(entry.taken()) + entry.debt());
        purse.count(Flow.UNCOLLECTED, entry.uncollected());
        purse.count(Flow.MONEY_DUE, entry.moneyDue());
    }

    private static void expire(State state, Entry.Expiry entry) {
        for (Allocation allocation : entry.allocations()) {
            Lot lot = state.lot(allocation.lot());
            State.require(allocation.points() <= lot.remaining(), "no more expires than remains of lot ", lot.id(), "");
            State.require(!state.expiryOf(lot).isAfter(state.clock()), "lot ", lot.id(), " has died");
            state.change(lot, lot.expire(allocation.points()));
        }
        Purse purse = state.open(entry.currency());
        purse.count(Flow.EXPIRED, sum(entry.allocations()));
        purse.tidy(state.clock());
    }

    private static void restore(State state, Entry.Restoration entry) {
        for (Allocation allocation : entry.restored()) {
            Lot lot = used(state, allocation);
            state.change(lot, lot.take(-allocation.points()));
        }
        for (Allocation allocation : entry.forfeited()) {
            Lot lot = used(state, allocation);
            state.change(lot, lot.with(lot.remaining(), lot.held(), lot.expired() + allocation.points()));
            Purse purse = state.purseOf(lot);
            purse.count(Flow.EXPIRED, allocation.points());
        }
        List<Allocation> back = new ArrayList<>(state.restored(entry.redemption()));
        back.addAll(entry.restored());
        back.addAll(entry.forfeited());
        entry.reissued().forEach(piece -> back.add(new Allocation(piece.from(), piece.points())));
        state.setRestored(entry.redemption(), List.copyOf(back));
        Purse purse = state.purseOf(state.lot(back.get(0).lot()));
        purse.count(Flow.REDEEMED, -entry.points());
        reissue(state, entry.reissued());
        for (Allocation allocation : entry.restored()) {
            Passage.settle(state, allocation.lot());
        }
    }

    private static Lot used(State state, Allocation allocation) {
        Lot lot = state.lot(allocation.lot());
        State.require(allocation.points() <= lot.used(), "no more is restored than was used of lot ", lot.id(), "");
        return lot;
    }

    private static void redate(State state, Entry.Dates dates) {
        Lot lot = state.lot(dates.lot());
        State.require(lot.remaining() > 0, "lot ", lot.id(), " has points left");
        state.change(lot, lot.take(lot.remaining()));
        Lot changed = lot.redated(dates);
        state.store(changed);
        Passage.place(state, changed);
    }

    private static void reinstate(State state, Entry.Reinstatement entry) {
        Purse purse = state.open(entry.currency());
        for (Entry.Reissue piece : entry.reissued()) {
            Lot lot = state.lot(piece.from());
            long unwrittenPart = Math.min(piece.points(), lot.remaining());
            long writtenPart = piece.points() - unwrittenPart;
            State.require(writtenPart <= lot.expired(), "no more comes back than has expired of lot ", lot.id(), "");
            state.change(lot, lot.with(lot.remaining() - unwrittenPart, lot.held(), lot.expired() - writtenPart));
            purse.count(Flow.EXPIRED, -writtenPart);
        }
        reissue(state, entry.reissued());
    }

    private static void open(State state, Entry.Opening entry) {
        state.clear();
        for (Entry.OpeningPurse opening : entry.purses()) {
            Purse purse = state.open(opening.currency());
            receive(state, opening.parcels());
            purse.owe(opening.debt());
            purse.count(opening.totals());
        }
    }

    private static void takeAll(State state, List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            Lot lot = state.lot(allocation.lot());
            State.require(
                    allocation.points() <= lot.remaining(), "no more is taken than remains of lot ", lot.id(), "");
            state.change(lot, lot.take(allocation.points()));
        }
    }

    private static long sum(List<Allocation> allocations) {
        return Allocation.sum(allocations);
    }
}
