package io.loyalty.points;

import io.loyalty.persistent.Chain;
import io.loyalty.persistent.IntMap;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Everything that the entries of an account amount to: an immutable value that moves by {@link #apply} from entry to entry and
 * by {@link #advance} from instant to instant.
 *
 * <p>What happens by the mere passing of time (a pending lot becomes usable, a hold lapses, a lot dies) is derived here, in
 * order of time, when the clock moves; nobody needs to write it down for the numbers to be right.
 */
final class State {

    /** An open hold with what of it is still held. */
    record OpenHold(Entry.Hold entry, List<Allocation> held) {
        long points() {
            return Allocation.sum(held);
        }
    }

    /** What time did and no entry says yet: an activation (a lot) or a lapse (a hold with what became of its points). */
    record Unwritten(Instant at, int lot, String hold, List<Allocation> returned, List<Allocation> forfeited) {}

    /** What became of a hold. */
    record Resolution(Reason reason, long number) {}

    /** How much of a lot was clawed back, and how much of that was found expired. */
    record Clawed(long points, long expired) {
        static final Clawed NOTHING = new Clawed(0, 0);
    }

    private final ZoneId zone;
    private final ConsumptionOrder order;

    private Chain<Lot> lots;
    private Purse[] purses;
    private OpenHold[] holds;
    /** When the open holds next change of themselves, or earlier. */
    private Instant nextHoldEvent;
    /** By sequence number of a hold: what became of it. */
    private IntMap<Resolution> resolutions;
    /** By sequence number of a redemption or capture: how much was restored, by lot. */
    private IntMap<List<Allocation>> restored;
    /** By lot: how much was clawed back. */
    private IntMap<Clawed> clawed;

    private Chain<Unwritten> unwritten;
    /** How many of the unwritten were written since. */
    private int written;

    private Instant clock;
    /** Before this, and from the clock on, time alone changes nothing. */
    private Instant quietUntil;

    private State(ZoneId zone, ConsumptionOrder order) {
        this.zone = zone;
        this.order = order;
        clock = Instant.MIN;
        quietUntil = Instant.MAX;
        clear();
    }

    private void clear() {
        lots = Chain.empty();
        purses = new Purse[0];
        holds = new OpenHold[0];
        nextHoldEvent = Instant.MAX;
        resolutions = IntMap.empty();
        restored = IntMap.empty();
        clawed = IntMap.empty();
        unwritten = Chain.empty();
        written = 0;
    }

    private State(State other) {
        zone = other.zone;
        order = other.order;
        lots = other.lots;
        purses = other.purses.clone();
        holds = other.holds;
        nextHoldEvent = other.nextHoldEvent;
        resolutions = other.resolutions;
        restored = other.restored;
        clawed = other.clawed;
        unwritten = other.unwritten;
        written = other.written;
        clock = other.clock;
        quietUntil = other.quietUntil;
    }

    /** The instant, or the last before {@link Instant#MAX}, which stands for never: nothing happens at it. */
    static Instant inTime(Instant instant) {
        return instant.equals(Instant.MAX) ? Instant.MAX.minusNanos(1) : instant;
    }

    static State empty(ZoneId zone, ConsumptionOrder order) {
        return new State(zone, order);
    }

    /** The state after some entries; each is checked against the state as far as it could corrupt it. */
    State apply(List<Entry> entries) {
        State next = new State(this);
        for (Entry entry : entries) {
            next.move(entry);
        }
        return next;
    }

    /** The state after one entry. */
    State apply(Entry entry) {
        State next = new State(this);
        next.move(entry);
        return next;
    }

    /** The state after an entry that was written after others which this state does not know. */
    State applyLate(Entry entry) {
        State next = new State(this);
        if (entry instanceof Entry.Accrual accrual) {
            // The lots in between do not exist for this state; their places stay empty.
            while (next.lots.size() + 1 < accrual.lot()) {
                next.lots = next.lots.append(null);
            }
        }
        next.move(entry);
        return next;
    }

    /** The state at a later instant, with all that time alone does. */
    State advance(Instant to) {
        if (!to.isAfter(clock)) {
            return this;
        }
        State next = new State(this);
        next.pass(to);
        next.listen();
        return next;
    }

    /** A state that moves on in place, for a run of entries. */
    static final class Moving {
        private final State state;

        private Moving(State start) {
            state = new State(start);
        }

        Instant clock() {
            return state.clock;
        }

        void move(Entry entry) {
            state.move(entry);
        }

        /** The state moved to an instant, only to be looked at: it moves on. */
        State at(Instant instant) {
            state.pass(instant);
            state.listen();
            return state;
        }

        /** The state as it is now, to keep. */
        State state() {
            return new State(state);
        }
    }

    Moving moving() {
        return new Moving(this);
    }

    private void move(Entry entry) {
        pass(entry.stamp().effectiveAt());
        write(entry);
        listen();
    }

    private void listen() {
        quietUntil = nextEvent();
        for (Purse purse : purses) {
            quietUntil = purse.nextExpiry.isBefore(quietUntil) ? purse.nextExpiry : quietUntil;
        }
    }

    // ---- questions ----------------------------------------------------------------------------------------------

    ZoneId zone() {
        return zone;
    }

    ConsumptionOrder order() {
        return order;
    }

    Instant clock() {
        return clock;
    }

    Instant quietUntil() {
        return quietUntil;
    }

    Chain<Lot> lots() {
        return lots;
    }

    /** The purses of all currencies that ever had points; not to be changed. */
    Purse[] purses() {
        return purses;
    }

    IntMap<List<Allocation>> restored() {
        return restored;
    }

    Clawed clawed(int lot) {
        return clawed.get(lot, Clawed.NOTHING);
    }

    Resolution resolution(Entry.Hold hold) {
        return resolutions.get(hold.stamp().sequence(), null);
    }

    /** What time did and nobody wrote down, in the order in which it happened. */
    List<Unwritten> unwritten() {
        return unwritten.subList(written, unwritten.size());
    }

    int nextLot() {
        return lots.size() + 1;
    }

    boolean hasLot(int id) {
        return id > 0 && id < nextLot();
    }

    Lot lot(int id) {
        require(hasLot(id), "lot ", id, " exists");
        return lots.get(id - 1);
    }

    /** The purse of a currency; an empty one if nothing ever came in. */
    Purse purse(String currency) {
        for (Purse purse : purses) {
            if (purse.currency.equals(currency)) {
                return purse;
            }
        }
        return Purse.empty(currency, order);
    }

    boolean isPending(Lot lot) {
        return lot.activatesAt().isAfter(clock);
    }

    /** The lot's expiry, shared by a sliding group or its own. */
    Instant expiryOf(Lot lot) {
        return isPending(lot) ? lot.expiresAt() : purse(lot.type().currency()).expiryOf(lot);
    }

    /** Whether points of the lot are, or may yet become, usable. */
    boolean isAlive(Lot lot) {
        return isPending(lot) || expiryOf(lot).isAfter(clock);
    }

    OpenHold hold(String key) {
        for (OpenHold hold : holds) {
            if (hold.entry.stamp().key().equals(key)) {
                return hold;
            }
        }
        return null;
    }

    // ---- what time does
    // ----------------------------------------------------------------------------------------------

    private void pass(Instant to) {
        if (!to.isAfter(clock)) {
            return;
        }
        for (Instant next = nextEvent(); !next.isAfter(to); next = nextEvent()) {
            moveClock(next);
            changeHolds();
            activateDue();
        }
        moveClock(to);
    }

    private Instant nextEvent() {
        Instant next = nextHoldEvent;
        for (Purse purse : purses) {
            if (!purse.pending.isEmpty()) {
                Instant first = purse.pending.first().endOfPending();
                next = first.isBefore(next) ? first : next;
            }
        }
        return next;
    }

    private void moveClock(Instant to) {
        clock = to.isAfter(clock) ? to : clock;
        for (int i = 0; i < purses.length; i++) {
            Purse moved = purses[i].at(clock);
            if (moved != purses[i]) {
                set(i, moved);
            }
        }
    }

    private void activateDue() {
        for (int i = 0; i < purses.length; i++) {
            while (!purses[i].pending.isEmpty()) {
                Lot lot = purses[i].pending.first();
                if (lot.endOfPending().isAfter(clock)) {
                    break;
                }
                set(i, purses[i].withPending(purses[i].pending.minus(lot)));
                if (lot.term().slides() || lot.expiresAt().isAfter(lot.activatesAt())) {
                    activate(i, lot);
                    unwritten = unwritten.append(new Unwritten(lot.activatesAt(), lot.id(), "", List.of(), List.of()));
                } else {
                    bury(i, lot);
                }
            }
        }
    }

    /** Puts a lot that has died while it was pending among the dead. */
    private void bury(int purse, Lot lot) {
        Lot dead = lot.dated(lot.expiresAt(), lot.expiresAt(), 0);
        store(dead);
        set(purse, purses[purse].plus(dead, clock));
    }

    /** Puts a lot in its place: pending, active, or dead before it was ever active. */
    private void place(int purse, Lot lot) {
        if (lot.endOfPending().isAfter(clock)) {
            set(purse, purses[purse].withPending(purses[purse].pending.plus(lot)));
        } else if (lot.activatesAt().isAfter(clock)) {
            bury(purse, lot);
        } else {
            activate(purse, lot);
        }
    }

    /** Puts a lot that has left the pending ones into its band and settles debt with it. */
    private void activate(int purse, Lot lot) {
        Lot joined = lot.term().slides() ? join(purse, lot) : lot;
        if (joined != lot) {
            store(joined);
        }
        set(purse, purses[purse].plus(joined, clock));
        if (purses[purse].debt > 0) {
            settle(joined.id());
        }
    }

    /**
     * The lot as a member of the sliding group that is open for its term, or of a new one. Points that were earned here
     * lengthen the group's life if earning renews the term; other points join only what dies when they do.
     */
    private Lot join(int purse, Lot lot) {
        int open = purses[purse].openBand(lot.type().nature(), lot.term(), lot.activatesAt());
        boolean renews = lot.group() == Lot.EARNED_HERE && lot.term().renewedBy(Renewal.ACCRUAL);
        if (open >= 0 && renews) {
            lengthen(purse, open, lot.expiresAt());
        } else if (open >= 0 && !purses[purse].bands[open].expiresAt().equals(lot.expiresAt())) {
            open = -1;
        }
        if (open >= 0) {
            return lot.dated(lot.activatesAt(), lot.expiresAt(), purses[purse].bands[open].group());
        }
        // A lot whose life was over while it was pending dies when it finds no group to live on in.
        Instant expiresAt = lot.expiresAt().isBefore(lot.activatesAt()) ? lot.activatesAt() : lot.expiresAt();
        return lot.dated(lot.activatesAt(), expiresAt, purses[purse].lastGroup + 1);
    }

    private void lengthen(int purse, int band, Instant until) {
        Purse.Band old = purses[purse].bands[band];
        if (!until.isAfter(old.expiresAt())) {
            return;
        }
        set(
                purse,
                purses[purse].withBand(
                        band, new Purse.Band(old.nature(), old.term(), old.group(), until, old.lots()), clock));
        if (!old.expiresAt().isAfter(clock)) {
            // Learnt late: what seemed dead lives after all, and pays what is owed.
            for (Iterator<Lot> revived = old.lots().iterator(); purses[purse].debt > 0 && revived.hasNext(); ) {
                settle(revived.next().id());
            }
        }
    }

    /** Renews the sliding groups that an activity counts for. */
    private void renew(int purse, Renewal activity, Instant at) {
        for (int i = 0; i < purses[purse].bands.length; i++) {
            Purse.Band band = purses[purse].bands[i];
            if (band.slides()
                    && band.term().renewedBy(activity)
                    && band.expiresAt().isAfter(at)) {
                lengthen(purse, i, band.term().expiresAt(at, zone));
            }
        }
    }

    /** Uses a lot that lives to pay debt. */
    private void settle(int id) {
        Lot lot = lot(id);
        int purse = purseOf(lot);
        long due = Math.min(purses[purse].debt, lot.remaining());
        if (due > 0 && isUsable(lot)) {
            change(lot, lot.take(due));
            set(purse, purses[purse].owe(-due));
        }
    }

    private boolean isUsable(Lot lot) {
        return !lot.activatesAt().isAfter(clock)
                && purses[purseOf(lot)].expiryOf(lot).isAfter(clock);
    }

    /** Lets holds lapse, and takes from strict ones what belongs to lots that have died. */
    private void changeHolds() {
        if (nextHoldEvent.isAfter(clock)) {
            return;
        }
        for (OpenHold hold : holds.clone()) {
            if (hold.entry.overExpiry() == HoldOverExpiry.STRICT) {
                loseDead(hold);
            }
        }
        for (OpenHold hold : holds.clone()) {
            if (!hold.entry.lapsesAt().isAfter(clock)) {
                List<Allocation> returned = new ArrayList<>();
                List<Allocation> forfeited = new ArrayList<>();
                for (Allocation allocation : hold.held) {
                    (isUsable(lot(allocation.lot())) ? returned : forfeited).add(allocation);
                }
                Instant at = hold.entry.lapsesAt();
                close(hold, new Resolution(Reason.HOLD_LAPSED, Rejection.millis(at)));
                giveBack(returned);
                forfeit(forfeited);
                unwritten = unwritten.append(
                        new Unwritten(at, 0, hold.entry.stamp().key(), List.copyOf(returned), List.copyOf(forfeited)));
            }
        }
        watchHolds();
    }

    private void loseDead(OpenHold hold) {
        List<Allocation> kept = new ArrayList<>();
        for (Allocation allocation : hold.held) {
            Lot lot = lot(allocation.lot());
            if (isUsable(lot)) {
                kept.add(allocation);
            } else {
                // Back into the dead lot: the next sweep writes it down as expired when the lot died.
                free(lot, allocation.points());
            }
        }
        if (kept.size() < hold.held.size()) {
            holds = holds.clone();
            holds[Arrays.asList(holds).indexOf(hold)] = new OpenHold(hold.entry, List.copyOf(kept));
        }
    }

    private void watchHolds() {
        nextHoldEvent = Instant.MAX;
        for (OpenHold hold : holds) {
            watch(hold.entry.lapsesAt());
            if (hold.entry.overExpiry() == HoldOverExpiry.STRICT) {
                for (Allocation allocation : hold.held) {
                    Lot lot = lot(allocation.lot());
                    watch(purses[purseOf(lot)].expiryOf(lot));
                }
            }
        }
    }

    private void watch(Instant event) {
        nextHoldEvent = event.isBefore(nextHoldEvent) ? event : nextHoldEvent;
    }

    // ---- what entries do
    // ---------------------------------------------------------------------------------------------

    private void write(Entry entry) {
        if (entry instanceof Entry.Accrual accrual) {
            accrue(accrual);
        } else if (entry instanceof Entry.Redemption redemption) {
            int purse = purseFor(redemption.currency());
            takeAll(redemption.allocations());
            total(purse, totals(purse).redeem(redemption.points()));
            renew(purse, Renewal.REDEMPTION, redemption.stamp().effectiveAt());
        } else if (entry instanceof Entry.Activation activation) {
            activation(activation);
        } else if (entry instanceof Entry.Clawback clawback) {
            clawBack(clawback);
        } else if (entry instanceof Entry.Expiry expiry) {
            expire(expiry);
        } else if (entry instanceof Entry.Restoration restoration) {
            restore(restoration);
        } else if (entry instanceof Entry.Hold hold) {
            hold(hold);
        } else if (entry instanceof Entry.Capture capture) {
            capture(capture);
        } else if (entry instanceof Entry.Release release) {
            OpenHold open = open(release.hold());
            require(
                    sum(release.returned()) + sum(release.forfeited()) == open.points(),
                    "a release gives back what is held");
            close(open, new Resolution(Reason.HOLD_RELEASED, 0));
            giveBack(release.returned());
            forfeit(release.forfeited());
            watchHolds();
        } else if (entry instanceof Entry.Lapse) {
            writeDown();
        } else {
            writeRare(entry);
        }
    }

    private void writeRare(Entry entry) {
        if (entry instanceof Entry.Forfeiture forfeiture) {
            int purse = purseFor(forfeiture.currency());
            takeAll(forfeiture.allocations());
            total(purse, totals(purse).die(0, sum(forfeiture.allocations())));
        } else if (entry instanceof Entry.Extension extension) {
            extension.lots().forEach(this::redate);
            watchHolds();
            changeHolds();
        } else if (entry instanceof Entry.Renewed renewed) {
            for (int i = 0; i < purses.length; i++) {
                renew(i, renewed.activity(), renewed.stamp().effectiveAt());
            }
            watchHolds();
        } else if (entry instanceof Entry.Reinstatement reinstatement) {
            reinstate(reinstatement);
        } else if (entry instanceof Entry.Adjustment adjustment) {
            int purse = purseFor(adjustment.currency());
            takeAll(adjustment.taken());
            long up = receive(adjustment.given());
            total(purse, totals(purse).adjust(up, sum(adjustment.taken())));
        } else if (entry instanceof Entry.TransferOut out) {
            int purse = purseFor(out.currency());
            takeAll(out.allocations());
            require(out.debt() <= purses[purse].debt, "no more debt goes than is owed");
            set(purse, purses[purse].owe(-out.debt()));
            total(purse, totals(purse).transfer(out.debt(), sum(out.allocations())));
        } else if (entry instanceof Entry.TransferIn in) {
            int purse = purseFor(in.currency());
            takeAll(in.settled());
            set(purse, purses[purse].owe(in.debt()));
            long came = receive(in.parcels());
            total(purse, totals(purse).transfer(came, Math.addExact(sum(in.settled()), in.debt())));
        } else if (entry instanceof Entry.Opening opening) {
            open(opening);
        }
    }

    private void accrue(Entry.Accrual entry) {
        int purse = purseFor(entry.type().currency());
        Instant at = entry.stamp().effectiveAt();
        require(entry.lot() == lots.size() + 1, "a new lot has the next number");
        require(entry.points() > 0, "an accrual has points");
        total(purse, totals(purse).accrue(entry.points()));
        renew(purse, Renewal.ACCRUAL, at);
        add(
                purse,
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

    private void add(int purse, Lot lot) {
        lots = lots.append(lot);
        place(purse, lot);
    }

    /** Adds the lots that parcels bring; gives their sum. */
    private long receive(List<Entry.Parcel> parcels) {
        long sum = 0;
        for (Entry.Parcel parcel : parcels) {
            require(parcel.lot() == lots.size() + 1, "a new lot has the next number");
            sum = Math.addExact(sum, parcel.points());
            add(
                    purseFor(parcel.type().currency()),
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

    private void reissue(List<Entry.Reissue> reissued) {
        for (Entry.Reissue piece : reissued) {
            Lot from = lot(piece.from());
            require(piece.lot() == lots.size() + 1, "a new lot has the next number");
            add(
                    purseOf(from),
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

    private void activation(Entry.Activation entry) {
        if (entry.stamp().key().charAt(0) == Command.OWN) {
            writeDown();
            return;
        }
        for (Entry.Dates dates : entry.lots()) {
            Lot lot = lot(dates.lot());
            require(lot.activatesAt().isAfter(clock), "lot ", lot.id(), " is pending");
            int purse = purseOf(lot);
            if (lot.remaining() > 0) {
                set(purse, purses[purse].withPending(purses[purse].pending.minus(lot)));
            }
            Lot active = lot.dated(dates.activatesAt(), dates.expiresAt(), lot.group());
            store(active);
            activate(purse, active);
        }
    }

    private void writeDown() {
        require(written < unwritten.size(), "time did something that is not written down yet");
        written++;
    }

    private void clawBack(Entry.Clawback entry) {
        int purse = purseFor(entry.currency());
        for (Allocation owed : entry.owed()) {
            Clawed before = clawed.get(owed.lot(), Clawed.NOTHING);
            require(
                    owed.points() <= lot(owed.lot()).amount() - before.points(),
                    "no more is clawed back than was given");
            clawed = clawed.with(owed.lot(), new Clawed(before.points() + owed.points(), before.expired()));
        }
        for (Allocation found : entry.expired()) {
            Clawed before = clawed.get(found.lot(), Clawed.NOTHING);
            clawed = clawed.with(found.lot(), new Clawed(before.points(), before.expired() + found.points()));
        }
        takeAll(entry.taken());
        set(purse, purses[purse].owe(entry.debt()));
        total(purse, totals(purse).clawBack(sum(entry.taken()) + entry.debt(), entry.uncollected(), entry.moneyDue()));
    }

    private void expire(Entry.Expiry entry) {
        int purse = purseFor(entry.currency());
        for (Allocation allocation : entry.allocations()) {
            Lot lot = lot(allocation.lot());
            require(allocation.points() <= lot.remaining(), "no more expires than remains of lot ", lot.id(), "");
            require(!expiry(lot).isAfter(clock), "lot ", lot.id(), " has died");
            change(lot, lot.expire(allocation.points()));
        }
        total(purse, totals(purse).die(sum(entry.allocations()), 0));
        set(purse, purses[purse].tidied(clock));
    }

    private void restore(Entry.Restoration entry) {
        for (Allocation allocation : entry.restored()) {
            Lot lot = lot(allocation.lot());
            require(allocation.points() <= lot.used(), "no more is restored than was used of lot ", lot.id(), "");
            change(lot, lot.take(-allocation.points()));
        }
        for (Allocation allocation : entry.forfeited()) {
            Lot lot = lot(allocation.lot());
            require(allocation.points() <= lot.used(), "no more is restored than was used of lot ", lot.id(), "");
            change(lot, lot.with(lot.remaining(), lot.held(), lot.expired() + allocation.points()));
            total(purseOf(lot), totals(purseOf(lot)).die(allocation.points(), 0));
        }
        List<Allocation> back = new ArrayList<>(restored.get(entry.redemption(), List.of()));
        back.addAll(entry.restored());
        back.addAll(entry.forfeited());
        entry.reissued().forEach(piece -> back.add(new Allocation(piece.from(), piece.points())));
        restored = restored.with(entry.redemption(), List.copyOf(back));
        int purse = purseOf(lot(back.get(0).lot()));
        total(purse, totals(purse).redeem(-entry.points()));
        reissue(entry.reissued());
        for (Allocation allocation : entry.restored()) {
            settle(allocation.lot());
        }
    }

    private void hold(Entry.Hold entry) {
        for (Allocation allocation : entry.allocations()) {
            Lot lot = lot(allocation.lot());
            require(allocation.points() <= lot.remaining(), "no more is held than remains of lot ", lot.id(), "");
            change(
                    lot,
                    lot.with(lot.remaining() - allocation.points(), lot.held() + allocation.points(), lot.expired()));
        }
        int purse = purseFor(entry.currency());
        set(purse, purses[purse].hold(entry.points()));
        holds = Arrays.copyOf(holds, holds.length + 1);
        holds[holds.length - 1] = new OpenHold(entry, entry.allocations());
        watchHolds();
    }

    private void capture(Entry.Capture entry) {
        OpenHold open = open(entry.hold());
        require(
                entry.points() + sum(entry.returned()) + sum(entry.forfeited()) == open.points(),
                "capture and return add up to what is held");
        close(open, new Resolution(Reason.HOLD_CAPTURED, entry.points()));
        int purse = purseFor(open.entry.currency());
        for (Allocation allocation : entry.allocations()) {
            Lot lot = lot(allocation.lot());
            change(lot, lot.with(lot.remaining(), lot.held() - allocation.points(), lot.expired()));
        }
        set(purse, purses[purse].hold(-entry.points()));
        total(purse, totals(purse).redeem(entry.points()));
        giveBack(entry.returned());
        forfeit(entry.forfeited());
        renew(purse, Renewal.REDEMPTION, entry.stamp().effectiveAt());
        watchHolds();
    }

    private OpenHold open(String key) {
        for (OpenHold hold : holds) {
            if (hold.entry.stamp().key().equals(key)) {
                return hold;
            }
        }
        throw new IllegalArgumentException("hold '" + key + "' must be open");
    }

    private void close(OpenHold hold, Resolution resolution) {
        List<OpenHold> kept = new ArrayList<>(Arrays.asList(holds));
        kept.remove(hold);
        holds = kept.toArray(new OpenHold[0]);
        resolutions = resolutions.with(hold.entry.stamp().sequence(), resolution);
    }

    /** Held points go back into their lots and pay debt. */
    private void giveBack(List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            free(lot(allocation.lot()), allocation.points());
            settle(allocation.lot());
        }
    }

    private void free(Lot lot, long points) {
        int purse = purseOf(lot);
        set(purse, purses[purse].hold(-points));
        change(lot, lot.with(lot.remaining() + points, lot.held() - points, lot.expired()));
    }

    /** Held points of dead lots die. */
    private void forfeit(List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            Lot lot = lot(allocation.lot());
            int purse = purseOf(lot);
            set(purse, purses[purse].hold(-allocation.points()));
            change(
                    lot,
                    lot.with(lot.remaining(), lot.held() - allocation.points(), lot.expired() + allocation.points()));
            total(purse, totals(purse).die(allocation.points(), 0));
        }
    }

    private void redate(Entry.Dates dates) {
        Lot lot = lot(dates.lot());
        require(lot.remaining() > 0, "lot ", lot.id(), " has points left");
        int purse = purseOf(lot);
        change(lot, lot.take(lot.remaining()));
        Lot changed = lot.redated(dates);
        store(changed);
        place(purse, changed);
    }

    private void reinstate(Entry.Reinstatement entry) {
        int purse = purseFor(entry.currency());
        for (Entry.Reissue piece : entry.reissued()) {
            Lot lot = lot(piece.from());
            long unwrittenPart = Math.min(piece.points(), lot.remaining());
            long writtenPart = piece.points() - unwrittenPart;
            require(writtenPart <= lot.expired(), "no more comes back than has expired of lot ", lot.id(), "");
            change(lot, lot.with(lot.remaining() - unwrittenPart, lot.held(), lot.expired() - writtenPart));
            total(purse, totals(purse).die(-writtenPart, 0));
        }
        reissue(entry.reissued());
    }

    private void open(Entry.Opening entry) {
        clear();
        for (Entry.OpeningPurse opening : entry.purses()) {
            int purse = purseFor(opening.currency());
            receive(opening.parcels());
            set(purse, purses[purse].owe(opening.debt()).with(opening.totals()));
        }
    }

    // ---- pieces
    // ------------------------------------------------------------------------------------------------------

    private void store(Lot lot) {
        lots = lots.with(lot.id() - 1, lot);
    }

    private Instant expiry(Lot lot) {
        return lot.activatesAt().isAfter(clock) ? lot.expiresAt() : purses[purseOf(lot)].expiryOf(lot);
    }

    private void takeAll(List<Allocation> allocations) {
        for (Allocation allocation : allocations) {
            Lot lot = lot(allocation.lot());
            require(allocation.points() <= lot.remaining(), "no more is taken than remains of lot ", lot.id(), "");
            change(lot, lot.take(allocation.points()));
        }
    }

    /** Puts a lot with other numbers in place of what it was, wherever it stands. */
    private void change(Lot before, Lot after) {
        store(after);
        int purse = purseOf(before);
        if (!before.activatesAt().isAfter(clock)) {
            set(purse, purses[purse].replace(before, after, clock));
            return;
        }
        LotTree pending = purses[purse].pending;
        if (before.remaining() > 0) {
            pending = after.remaining() > 0 ? pending.with(after) : pending.minus(before);
        } else if (after.remaining() > 0) {
            pending = pending.plus(after);
        }
        set(purse, purses[purse].withPending(pending));
    }

    private int purseOf(Lot lot) {
        return purseFor(lot.type().currency());
    }

    private int purseFor(String currency) {
        for (int i = 0; i < purses.length; i++) {
            if (purses[i].currency.equals(currency)) {
                return i;
            }
        }
        purses = Arrays.copyOf(purses, purses.length + 1);
        purses[purses.length - 1] = Purse.empty(currency, order);
        return purses.length - 1;
    }

    private Totals totals(int purse) {
        return purses[purse].totals;
    }

    private void total(int purse, Totals totals) {
        set(purse, purses[purse].with(totals));
    }

    private void set(int purse, Purse changed) {
        purses[purse] = changed;
    }

    private static long sum(List<Allocation> allocations) {
        return Allocation.sum(allocations);
    }

    /** Like the other, for a rule about a lot; the text is put together only if it is needed. */
    private static void require(boolean holds, String before, int lot, String after) {
        if (!holds) {
            throw new IllegalArgumentException("not so: " + before + lot + after);
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("not so: " + rule);
        }
    }
}
