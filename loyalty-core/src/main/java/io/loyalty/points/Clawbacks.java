package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.Outcome.Applied;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a clawback writes: from the lots that owe it, then from others, then the shortfall. */
final class Clawbacks {

    private Clawbacks() {}

    static Outcome<Entry> clawBack(State state, LedgerPolicy policy, Entry.Stamp stamp, List<Allocation> owed) {
        String currency = null;
        long asked = 0;
        boolean beyond = false;
        for (Allocation due : owed) {
            if (!state.hasLot(due.lot())) {
                return Spending.rejected(Reason.UNKNOWN_LOT, Map.of("lot", (long) due.lot()));
            }
            Lot lot = state.lot(due.lot());
            if (currency != null && !currency.equals(lot.type().currency())) {
                return Spending.rejected(Reason.OTHER_CURRENCY, Map.of("lot", (long) due.lot()));
            }
            currency = lot.type().currency();
            beyond |= due.points() > Long.MAX_VALUE - asked;
            asked = beyond ? Long.MAX_VALUE : asked + due.points();
            long left = lot.amount() - state.clawed(due.lot()).points();
            if (due.points() > left) {
                return Spending.rejected(
                        Reason.CLAWBACK_EXCEEDS_LOT,
                        Map.of("lot", (long) due.lot(), "requested", due.points(), "left", left));
            }
        }
        Purse purse = state.purse(currency);
        long room = Long.MAX_VALUE
                - Math.max(
                        purse.sum(Flow.CLAWED_BACK), Math.max(purse.sum(Flow.UNCOLLECTED), purse.sum(Flow.MONEY_DUE)));
        if (beyond || asked > room) {
            return Spending.rejected(Reason.OVERFLOW, Map.of("requested", asked, "room", room));
        }
        Map<Integer, Long> taken = new LinkedHashMap<>();
        List<Allocation> expired = new ArrayList<>();
        long shortfall = 0;
        for (Allocation due : owed) {
            Lot lot = state.lot(due.lot());
            long left = due.points();
            boolean alive = state.isAlive(lot);
            if (alive && (policy.clawbackSource() == ClawbackSource.OWN_LOT_FIRST || state.isPending(lot))) {
                long own = Math.min(left, lot.remaining());
                add(taken, lot.id(), own);
                left -= own;
            }
            long dead = lot.expired()
                    + (alive ? 0 : lot.remaining())
                    - state.clawed(lot.id()).expired();
            long found = Math.min(left, Math.max(0, dead));
            if (found > 0) {
                expired.add(new Allocation(lot.id(), found));
                left -= found;
            }
            shortfall += left;
        }
        if (policy.clawbackSource() == ClawbackSource.OWN_LOT_FIRST) {
            Iterator<Lot> others = state.purse(currency).inOrder(state.order(), state.clock());
            while (shortfall > 0 && others.hasNext()) {
                Lot lot = others.next();
                long part = Math.min(shortfall, lot.remaining() - taken.getOrDefault(lot.id(), 0L));
                add(taken, lot.id(), part);
                shortfall -= part;
            }
        }
        long debt = 0;
        long uncollected = 0;
        long moneyDue = 0;
        if (policy.shortfall() instanceof Shortfall.Debt limited) {
            debt = Math.min(
                    shortfall,
                    Math.max(0, limited.limit() - state.purse(currency).debt()));
            uncollected = shortfall - debt;
        } else if (policy.shortfall() instanceof Shortfall.Clamp) {
            uncollected = shortfall;
        } else {
            moneyDue = shortfall;
        }
        List<Allocation> allocations = new ArrayList<>(taken.size());
        taken.forEach((lot, points) -> allocations.add(new Allocation(lot, points)));
        return new Applied<>(
                new Entry.Clawback(stamp, currency, owed, allocations, expired, debt, uncollected, moneyDue));
    }

    private static void add(Map<Integer, Long> taken, int lot, long points) {
        if (points > 0) {
            taken.merge(lot, points, Long::sum);
        }
    }
}
