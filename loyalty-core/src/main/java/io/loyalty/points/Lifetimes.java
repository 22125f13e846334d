package io.loyalty.points;

import io.loyalty.calendar.DayTable;
import io.loyalty.calendar.DayTables;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What writes other dates into lots: activation, extension, a changed program, reinstatement. */
final class Lifetimes {

    /** The calendar days of zones, for the accounts of all programs. */
    private static final DayTables CALENDARS = new DayTables();

    private Lifetimes() {}

    static Instant firstExpiry(LedgerPolicy policy, Term term, Instant earnedAt, Instant activatesAt) {
        if (policy.expiryClock() == ExpiryClock.FROM_EARNING) {
            return expiry(term, earnedAt, policy.zone());
        }
        // Until the event happens nobody knows when the clock starts.
        return activatesAt.equals(Instant.MAX) ? Instant.MAX : expiry(term, activatesAt, policy.zone());
    }

    /** The same as {@link Term#expiresAt}, for points that are given: in Berlin or New York about half of its time, some 50 ns less. */
    static Instant expiry(Term term, Instant start, ZoneId zone) {
        DayTable days = CALENDARS.of(BusinessDay.midnight(zone));
        long last = term.lastValidDay(days.epochDayOf(start));
        return last == Long.MAX_VALUE ? Instant.MAX : days.endOf(last);
    }

    static Entry.Parcel parcel(LedgerPolicy policy, Grant grant, Instant at, int lot) {
        Instant activatesAt = grant.activation().activatesAt(at, policy.zone());
        return new Entry.Parcel(
                lot,
                grant.type(),
                grant.points(),
                at,
                activatesAt,
                firstExpiry(policy, grant.term(), at, activatesAt),
                grant.term(),
                0,
                grant.source());
    }

    /** What remains of a lot as a lot with another number. */
    static Entry.Parcel parcel(State state, Allocation rest, int number) {
        Lot lot = state.lot(rest.lot());
        return new Entry.Parcel(
                number,
                lot.type(),
                rest.points(),
                lot.earnedAt(),
                lot.activatesAt(),
                state.expiryOf(lot),
                lot.term(),
                lot.id(),
                lot.source());
    }

    static Outcome<Entry> snapshot(State state, Entry.Stamp stamp) {
        List<Entry.OpeningPurse> purses = new ArrayList<>();
        int lot = 1;
        for (Purse purse : state.purses()) {
            if (purse.held() > 0) {
                return Spending.rejected(Reason.OPEN_HOLDS, Map.of("held", purse.held()));
            }
            List<Entry.Parcel> parcels = new ArrayList<>();
            for (Allocation rest : Spending.everything(state, purse)) {
                parcels.add(parcel(state, rest, lot++));
            }
            purses.add(new Entry.OpeningPurse(purse.currency(), parcels, purse.debt(), purse.totals()));
        }
        return new Applied<>(new Entry.Opening(stamp, purses));
    }

    static Outcome<Entry> activate(State state, LedgerPolicy policy, Entry.Stamp stamp, List<Integer> lots) {
        List<Entry.Dates> dates = new ArrayList<>(lots.size());
        for (int id : lots) {
            if (!state.hasLot(id)) {
                return rejected(Reason.UNKNOWN_LOT, id);
            }
            Lot lot = state.lot(id);
            if (!state.isPending(lot)) {
                return rejected(Reason.NOT_PENDING, id);
            }
            Instant at = stamp.effectiveAt();
            boolean setByHand = lot.term().equals(Term.never());
            Instant expiresAt = policy.expiryClock() == ExpiryClock.FROM_EARNING || setByHand
                    ? lot.expiresAt()
                    : expiry(lot.term(), at, policy.zone());
            dates.add(new Entry.Dates(id, at, expiresAt, lot.term()));
        }
        return new Applied<>(new Entry.Activation(stamp, dates));
    }

    static Outcome<Entry> extend(State state, Entry.Stamp stamp, List<Integer> lots, Instant expiresAt, String reason) {
        List<Entry.Dates> dates = new ArrayList<>(lots.size());
        for (int id : lots) {
            if (!state.hasLot(id)) {
                return rejected(Reason.UNKNOWN_LOT, id);
            }
            Lot lot = state.lot(id);
            if (lot.remaining() == 0 || !state.isAlive(lot)) {
                return rejected(Reason.LOT_DEAD, id);
            }
            if (!expiresAt.isAfter(state.expiryOf(lot)) || !expiresAt.isAfter(stamp.effectiveAt())) {
                return rejected(Reason.NOT_LONGER, id);
            }
            dates.add(new Entry.Dates(id, lot.activatesAt(), expiresAt, Term.never()));
        }
        return new Applied<>(new Entry.Extension(stamp, dates, reason));
    }

    static Outcome<Entry> changeTerm(
            State state, LedgerPolicy policy, Entry.Stamp stamp, Term term, OldLots oldLots, String reason) {
        List<Entry.Dates> dates = new ArrayList<>();
        if (oldLots != OldLots.NEW_LOTS_ONLY) {
            for (Purse purse : state.purses()) {
                for (Iterator<Lot> waiting = purse.pending.iterator(); waiting.hasNext(); ) {
                    dates.add(anew(waiting.next(), policy, stamp, term, oldLots));
                }
                for (Iterator<Lot> living = purse.inOrder(state.order(), state.clock()); living.hasNext(); ) {
                    dates.add(anew(living.next(), policy, stamp, term, oldLots));
                }
            }
        }
        return new Applied<>(new Entry.Extension(stamp, dates, reason));
    }

    private static Entry.Dates anew(Lot lot, LedgerPolicy policy, Entry.Stamp stamp, Term term, OldLots oldLots) {
        Instant change = stamp.effectiveAt();
        Instant start = oldLots == OldLots.ONE_PERIOD_AFTER_CHANGE ? change : lot.earnedAt();
        Instant active = lot.activatesAt().isAfter(start) ? lot.activatesAt() : start;
        Instant expiresAt = firstExpiry(policy, term, start, active);
        // Nothing dies in the past: what would have is dead from the change on.
        return new Entry.Dates(lot.id(), lot.activatesAt(), expiresAt.isBefore(change) ? change : expiresAt, term);
    }

    static Outcome<Entry> reinstate(
            State state, Entry.Stamp stamp, List<Allocation> expired, Instant expiresAt, String reason) {
        List<Entry.Reissue> reissued = new ArrayList<>(expired.size());
        String currency = null;
        for (Allocation allocation : expired) {
            int id = allocation.lot();
            if (!state.hasLot(id)) {
                return rejected(Reason.UNKNOWN_LOT, id);
            }
            Lot lot = state.lot(id);
            if (currency != null && !currency.equals(lot.type().currency())) {
                return rejected(Reason.OTHER_CURRENCY, id);
            }
            currency = lot.type().currency();
            long dead = dead(state, lot);
            if (allocation.points() > dead) {
                return Spending.rejected(
                        Reason.NOT_EXPIRED,
                        Map.of("lot", (long) id, "requested", allocation.points(), "expired", dead));
            }
            reissued.add(new Entry.Reissue(id, state.nextLot() + reissued.size(), allocation.points(), expiresAt));
        }
        if (!expiresAt.isAfter(stamp.effectiveAt())) {
            return rejected(Reason.NOT_LONGER, expired.get(0).lot());
        }
        return new Applied<>(new Entry.Reinstatement(stamp, currency, reissued, reason));
    }

    /** How many points of a lot have died and may live again. */
    static long dead(State state, Lot lot) {
        // What a clawback found expired is settled: brought back, it would be given for a purchase that was returned.
        long settled = state.clawed(lot.id()).expired();
        return Math.max(0, lot.expired() + (state.isAlive(lot) ? 0 : lot.remaining()) - settled);
    }

    private static Outcome<Entry> rejected(Reason reason, int lot) {
        return Spending.rejected(reason, Map.of("lot", (long) lot));
    }
}
