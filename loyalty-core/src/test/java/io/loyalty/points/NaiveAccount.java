package io.loyalty.points;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an account holds, found by folding its entries one after the other, and letting time pass between them. The ledger is
 * measured against it.
 */
final class NaiveAccount extends NaiveLots {

    NaiveAccount(LedgerPolicy policy) {
        super(policy);
    }

    NaiveAccount copy(LedgerPolicy policy) {
        NaiveAccount copy = new NaiveAccount(policy);
        copy.clock = clock;
        copy.lastLot = lastLot;
        copy.lastGroup = lastGroup;
        copy.writtenDown = writtenDown;
        lots.forEach((id, lot) -> copy.lots.put(id, new Batch(lot)));
        copy.groups.putAll(groups);
        copy.holds.addAll(holds);
        copy.closedHolds.putAll(closedHolds);
        copy.restored.putAll(restored);
        copy.debts.putAll(debts);
        sums.forEach((currency, of) -> copy.sums.put(currency, new EnumMap<>(of)));
        copy.derived.addAll(derived);
        return copy;
    }

    // ---- what time does -----------------------------------------------------------------------------------------

    NaiveAccount advance(Instant to) {
        for (Instant next = nextEvent(to); next != null; next = nextEvent(to)) {
            clock = next;
            strictHoldsLoseDead();
            for (OpenHold hold : List.copyOf(holds)) {
                if (!hold.entry().lapsesAt().isAfter(clock)) {
                    lapse(hold);
                }
            }
            for (String currency : currencies()) {
                of(currency).stream()
                        .filter(lot -> lot.endOfPending().equals(clock) && lot.remaining.signum() > 0)
                        .forEach(this::endPending);
            }
        }
        clock = to.isAfter(clock) ? to : clock;
        return this;
    }

    /** The first instant after the clock, and not after another, at which time alone does something. */
    private Instant nextEvent(Instant last) {
        List<Instant> events = new ArrayList<>();
        lots.values().forEach(lot -> events.add(lot.endOfPending()));
        for (OpenHold hold : holds) {
            events.add(hold.entry().lapsesAt());
            hold.held().forEach(part -> events.add(expiryOf(lots.get(part.lot()))));
        }
        return events.stream()
                .filter(at -> at.isAfter(clock) && !at.isAfter(last))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void endPending(Batch lot) {
        if (!lot.term.slides() && !lot.expiresAt.isAfter(lot.activatesAt)) {
            lot.activatesAt = lot.expiresAt;
            return;
        }
        join(lot);
        settle(lot);
        derived.add(new Derived(lot.activatesAt, lot.id, "", List.of(), List.of()));
    }

    private void strictHoldsLoseDead() {
        for (int i = 0; i < holds.size(); i++) {
            if (holds.get(i).entry().overExpiry() == HoldOverExpiry.STRICT) {
                holds.set(i, withoutDead(holds.get(i)));
            }
        }
    }

    private OpenHold withoutDead(OpenHold hold) {
        List<Allocation> kept = new ArrayList<>();
        for (Allocation part : hold.held()) {
            if (isAlive(lots.get(part.lot()))) {
                kept.add(part);
            } else {
                putBack(part);
            }
        }
        return new OpenHold(hold.entry(), kept);
    }

    private void lapse(OpenHold hold) {
        List<Allocation> returned = alive(hold.held());
        List<Allocation> forfeited = dead(hold.held());
        Instant at = hold.entry().lapsesAt();
        close(hold.entry().stamp().key(), new Rejection(Reason.HOLD_LAPSED, Map.of("lapsedAt", at.toEpochMilli())));
        giveBack(returned);
        letHeldDie(forfeited);
        derived.add(new Derived(at, 0, hold.entry().stamp().key(), returned, forfeited));
    }

    List<Allocation> alive(List<Allocation> parts) {
        return parts.stream().filter(part -> isAlive(lots.get(part.lot()))).toList();
    }

    List<Allocation> dead(List<Allocation> parts) {
        return parts.stream().filter(part -> !isAlive(lots.get(part.lot()))).toList();
    }

    private void close(String hold, Rejection why) {
        holds.remove(openHold(hold));
        closedHolds.put(hold, why);
    }

    // ---- sliding ------------------------------------------------------------------------------------------------

    /** Puts a lot with a sliding term, now usable, into a group. */
    private void join(Batch lot) {
        if (!lot.term.slides()) {
            return;
        }
        Group open = null;
        for (Group group : groups.values()) {
            if (!group.isClosed()
                    && group.type().equals(lot.type)
                    && group.term().equals(lot.term)
                    && group.expiresAt().isAfter(lot.activatesAt)) {
                open = group;
            }
        }
        boolean renews = lot.earnedHere && lot.term.renewedBy(Renewal.ACCRUAL);
        if (open != null && renews) {
            lengthen(open, lot.expiresAt);
        } else if (open != null && !open.expiresAt().equals(lot.expiresAt)) {
            open = null;
        }
        if (open == null) {
            lot.expiresAt = lot.expiresAt.isBefore(lot.activatesAt) ? lot.activatesAt : lot.expiresAt;
            open = new Group(++lastGroup, lot.type, lot.term, lot.expiresAt, false);
            groups.put(open.id(), open);
        }
        lot.group = open.id();
    }

    private void lengthen(Group group, Instant until) {
        if (until.isAfter(group.expiresAt())) {
            groups.put(group.id(), new Group(group.id(), group.type(), group.term(), until, false));
            if (!group.expiresAt().isAfter(clock)) {
                // Learnt late: what seemed dead lives, and pays what is owed.
                lots.values().stream()
                        .filter(lot -> lot.group == group.id())
                        .sorted(Comparator.<Batch, Instant>comparing(lot -> lot.earnedAt)
                                .thenComparing(lot -> lot.id))
                        .forEach(this::settle);
            }
        }
    }

    private void renew(String currency, Renewal activity, Instant at) {
        for (Group group : List.copyOf(groups.values())) {
            if (!group.isClosed()
                    && group.type().currency().equals(currency)
                    && group.term().renewedBy(activity)
                    && group.expiresAt().isAfter(at)) {
                lengthen(group, group.term().expiresAt(at, zone));
            }
        }
    }

    /** A debt is paid from what has become usable. */
    private void settle(Batch lot) {
        String currency = lot.type.currency();
        BigDecimal due = debt(currency).min(lot.remaining);
        if (due.signum() > 0 && isUsable(lot)) {
            lot.remaining = lot.remaining.subtract(due);
            owe(currency, due.negate());
        }
    }

    // ---- what entries do ----------------------------------------------------------------------------------------

    void apply(Entry entry) {
        Instant at = entry.stamp().effectiveAt();
        int sequence = entry.stamp().sequence();
        advance(at);
        if (entry instanceof Entry.Accrual accrual) {
            add(accrual.type().currency(), Sum.ACCRUED, accrual.points());
            renew(accrual.type().currency(), Renewal.ACCRUAL, at);
            Batch lot = new Batch(
                    accrual.lot(), accrual.type(), BigDecimal.valueOf(accrual.points()), at, accrual.source());
            lot.earnedHere = true;
            put(lot, accrual.activatesAt(), accrual.expiresAt(), accrual.term());
        } else if (entry instanceof Entry.Activation activation) {
            if (activation.stamp().key().startsWith("~")) {
                writtenDown++;
                return;
            }
            for (Entry.Dates dates : activation.lots()) {
                Batch lot = lots.get(dates.lot());
                lot.activatesAt = dates.activatesAt();
                lot.expiresAt = dates.expiresAt();
                join(lot);
                settle(lot);
            }
        } else if (entry instanceof Entry.Redemption redemption) {
            take(redemption.allocations());
            add(redemption.currency(), Sum.REDEEMED, redemption.points());
            renew(redemption.currency(), Renewal.REDEMPTION, at);
        } else if (entry instanceof Entry.Restoration restoration) {
            restore(restoration);
        } else if (entry instanceof Entry.Hold hold) {
            take(hold.allocations());
            for (Allocation part : hold.allocations()) {
                Batch lot = lots.get(part.lot());
                lot.held = lot.held.add(BigDecimal.valueOf(part.points()));
            }
            holds.add(new OpenHold(hold, hold.allocations()));
        } else if (entry instanceof Entry.Capture capture) {
            String currency = openHold(capture.hold()).entry().currency();
            close(capture.hold(), new Rejection(Reason.HOLD_CAPTURED, Map.of("captured", capture.points())));
            capture.allocations().forEach(this::unhold);
            add(currency, Sum.REDEEMED, capture.points());
            giveBack(capture.returned());
            letHeldDie(capture.forfeited());
            renew(currency, Renewal.REDEMPTION, at);
        } else if (entry instanceof Entry.Release release) {
            close(release.hold(), Rejection.of(Reason.HOLD_RELEASED));
            giveBack(release.returned());
            letHeldDie(release.forfeited());
        } else if (entry instanceof Entry.Lapse) {
            writtenDown++;
        } else if (entry instanceof Entry.Clawback clawback) {
            clawBack(clawback);
        } else if (entry instanceof Entry.Expiry expiry) {
            for (Allocation part : expiry.allocations()) {
                Batch lot = lots.get(part.lot());
                lot.remaining = lot.remaining.subtract(BigDecimal.valueOf(part.points()));
                lot.expired = lot.expired.add(BigDecimal.valueOf(part.points()));
            }
            add(expiry.currency(), Sum.EXPIRED, points(expiry.allocations()));
            closeDeadGroups(expiry.currency());
        } else if (entry instanceof Entry.Forfeiture forfeiture) {
            take(forfeiture.allocations());
            add(forfeiture.currency(), Sum.FORFEITED, points(forfeiture.allocations()));
        } else if (entry instanceof Entry.Extension extension) {
            for (Entry.Dates dates : extension.lots()) {
                Batch lot = lots.get(dates.lot());
                lot.group = 0;
                lot.earnedHere = false;
                put(lot, dates.activatesAt(), dates.expiresAt(), dates.term());
            }
            strictHoldsLoseDead();
        } else if (entry instanceof Entry.Renewed renewed) {
            for (String currency : currencies()) {
                renew(currency, renewed.activity(), at);
            }
        } else if (entry instanceof Entry.Reinstatement reinstatement) {
            for (Entry.Reissue piece : reinstatement.reissued()) {
                Batch lot = lots.get(piece.from());
                BigDecimal notWrittenDown = lot.remaining.min(BigDecimal.valueOf(piece.points()));
                BigDecimal writtenDown = BigDecimal.valueOf(piece.points()).subtract(notWrittenDown);
                lot.remaining = lot.remaining.subtract(notWrittenDown);
                lot.expired = lot.expired.subtract(writtenDown);
                add(reinstatement.currency(), Sum.EXPIRED, -number(writtenDown));
            }
            reissue(reinstatement.reissued());
        } else if (entry instanceof Entry.Adjustment adjustment) {
            take(adjustment.taken());
            add(adjustment.currency(), Sum.ADJUSTED_DOWN, points(adjustment.taken()));
            add(adjustment.currency(), Sum.ADJUSTED_UP, receive(adjustment.given()));
        } else if (entry instanceof Entry.TransferOut out) {
            take(out.allocations());
            owe(out.currency(), BigDecimal.valueOf(-out.debt()));
            add(out.currency(), Sum.TRANSFERRED_OUT, points(out.allocations()));
            add(out.currency(), Sum.TRANSFERRED_IN, out.debt());
        } else if (entry instanceof Entry.TransferIn in) {
            take(in.settled());
            owe(in.currency(), BigDecimal.valueOf(in.debt()));
            add(in.currency(), Sum.TRANSFERRED_OUT, points(in.settled()));
            add(in.currency(), Sum.TRANSFERRED_OUT, in.debt());
            add(in.currency(), Sum.TRANSFERRED_IN, receive(in.parcels()));
        } else if (entry instanceof Entry.Opening opening) {
            for (Entry.OpeningPurse purse : opening.purses()) {
                receive(purse.parcels());
                owe(purse.currency(), BigDecimal.valueOf(purse.debt()));
                Totals totals = purse.totals();
                add(purse.currency(), Sum.ACCRUED, totals.accrued());
                add(purse.currency(), Sum.ADJUSTED_UP, totals.adjustedUp());
                add(purse.currency(), Sum.TRANSFERRED_IN, totals.transferredIn());
                add(purse.currency(), Sum.REDEEMED, totals.redeemed());
                add(purse.currency(), Sum.EXPIRED, totals.expired());
                add(purse.currency(), Sum.FORFEITED, totals.forfeited());
                add(purse.currency(), Sum.CLAWED_BACK, totals.clawedBack());
                add(purse.currency(), Sum.ADJUSTED_DOWN, totals.adjustedDown());
                add(purse.currency(), Sum.TRANSFERRED_OUT, totals.transferredOut());
                add(purse.currency(), Sum.UNCOLLECTED, totals.uncollected());
                add(purse.currency(), Sum.MONEY_DUE, totals.moneyDue());
            }
        } else {
            throw new AssertionError("unknown entry " + sequence);
        }
    }

    private void put(Batch lot, Instant activatesAt, Instant expiresAt, Term term) {
        lot.activatesAt = activatesAt;
        lot.expiresAt = expiresAt;
        lot.term = term;
        lots.put(lot.id, lot);
        lastLot = Math.max(lastLot, lot.id);
        currency(lot.type.currency());
        if (!lot.endOfPending().isAfter(clock)) {
            lot.activatesAt = isPending(lot) ? lot.expiresAt : lot.activatesAt;
            join(lot);
            settle(lot);
        }
    }

    private void closeDeadGroups(String currency) {
        for (Group group : List.copyOf(groups.values())) {
            boolean empty =
                    lots.values().stream().allMatch(lot -> lot.group != group.id() || lot.remaining.signum() == 0);
            if (group.type().currency().equals(currency)
                    && empty
                    && !group.expiresAt().isAfter(clock)) {
                groups.put(group.id(), new Group(group.id(), group.type(), group.term(), group.expiresAt(), true));
            }
        }
    }

    private long receive(List<Entry.Parcel> parcels) {
        long sum = 0;
        for (Entry.Parcel parcel : parcels) {
            Batch lot = new Batch(
                    parcel.lot(),
                    parcel.type(),
                    BigDecimal.valueOf(parcel.points()),
                    parcel.earnedAt(),
                    parcel.source());
            put(lot, parcel.activatesAt(), parcel.expiresAt(), parcel.term());
            sum = Math.addExact(sum, parcel.points());
        }
        return sum;
    }

    private void reissue(List<Entry.Reissue> pieces) {
        for (Entry.Reissue piece : pieces) {
            Batch from = lots.get(piece.from());
            Batch lot =
                    new Batch(piece.lot(), from.type, BigDecimal.valueOf(piece.points()), from.earnedAt, from.source);
            put(lot, from.activatesAt, piece.expiresAt(), Term.never());
        }
    }

    private void restore(Entry.Restoration entry) {
        List<Allocation> back = new ArrayList<>(restored.getOrDefault(entry.redemption(), List.of()));
        back.addAll(entry.restored());
        back.addAll(entry.forfeited());
        entry.reissued().forEach(piece -> back.add(new Allocation(piece.from(), piece.points())));
        restored.put(entry.redemption(), List.copyOf(back));
        String currency = lots.get(back.get(0).lot()).type.currency();
        add(currency, Sum.REDEEMED, -entry.points());
        for (Allocation part : entry.restored()) {
            Batch lot = lots.get(part.lot());
            lot.remaining = lot.remaining.add(BigDecimal.valueOf(part.points()));
        }
        for (Allocation part : entry.forfeited()) {
            Batch lot = lots.get(part.lot());
            lot.expired = lot.expired.add(BigDecimal.valueOf(part.points()));
            add(currency, Sum.EXPIRED, part.points());
        }
        reissue(entry.reissued());
        entry.restored().forEach(part -> settle(lots.get(part.lot())));
    }

    private void clawBack(Entry.Clawback entry) {
        for (Allocation part : entry.owed()) {
            Batch lot = lots.get(part.lot());
            lot.clawed = lot.clawed.add(BigDecimal.valueOf(part.points()));
        }
        for (Allocation part : entry.expired()) {
            Batch lot = lots.get(part.lot());
            lot.clawedExpired = lot.clawedExpired.add(BigDecimal.valueOf(part.points()));
        }
        take(entry.taken());
        owe(entry.currency(), BigDecimal.valueOf(entry.debt()));
        add(entry.currency(), Sum.CLAWED_BACK, points(entry.taken()));
        add(entry.currency(), Sum.CLAWED_BACK, entry.debt());
        add(entry.currency(), Sum.UNCOLLECTED, entry.uncollected());
        add(entry.currency(), Sum.MONEY_DUE, entry.moneyDue());
    }

    private void giveBack(List<Allocation> parts) {
        for (Allocation part : parts) {
            putBack(part);
            settle(lots.get(part.lot()));
        }
    }
}
