package io.loyalty.points;

import io.loyalty.persistent.Chain;
import io.loyalty.persistent.IntMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that the entries of an account amount to at an instant, its clock.
 *
 * <p>A state moves from entry to entry ({@link Booking}) and from instant to instant ({@link Passage}). What happens by the mere
 * passing of time (a pending lot becomes usable, a hold lapses, a lot dies) is derived when the clock moves; nobody needs to
 * write it down for the numbers to be right.
 *
 * <p>Only who made a state, by {@link #copy}, moves it, and only until it is given to anybody else; from then on it stays as it
 * is. A copy shares all lots with its original.
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

    /** What most entries leave as it is: shared by copies, and copied when something of it changes. */
    private static final class Rest {
        final ZoneId zone;
        final ConsumptionOrder order;
        /** The open holds, not to be changed in place. */
        OpenHold[] holds = {};
        /** When the open holds next change of themselves, or earlier. */
        Instant nextHoldEvent = Instant.MAX;
        /** By sequence number of a hold: what became of it. */
        IntMap<Resolution> resolutions = IntMap.empty();
        /** By sequence number of a redemption or capture: how much was restored, by lot. */
        IntMap<List<Allocation>> restored = IntMap.empty();
        /** By lot: how much was clawed back. */
        IntMap<Clawed> clawed = IntMap.empty();

        Chain<Unwritten> unwritten = Chain.empty();
        /** How many of the unwritten were written since. */
        int written;

        Rest(ZoneId zone, ConsumptionOrder order) {
            this.zone = zone;
            this.order = order;
        }

        Rest(Rest other) {
            this(other.zone, other.order);
            holds = other.holds;
            nextHoldEvent = other.nextHoldEvent;
            resolutions = other.resolutions;
            restored = other.restored;
            clawed = other.clawed;
            unwritten = other.unwritten;
            written = other.written;
        }
    }

    private Chain<Lot> lots;
    private Purse[] purses;
    private Rest rest;

    private Instant clock;
    /** Before this, and from the clock on, time alone changes nothing. */
    private Instant quietUntil;

    private State(ZoneId zone, ConsumptionOrder order) {
        clock = Instant.MIN;
        quietUntil = Instant.MAX;
        begin(zone, order);
    }

    private void begin(ZoneId zone, ConsumptionOrder order) {
        lots = Chain.empty();
        purses = new Purse[0];
        rest = new Rest(zone, order);
    }

    /** Forgets everything but the clock. */
    void clear() {
        begin(rest.zone, rest.order);
    }

    private State(State other) {
        lots = other.lots;
        purses = other.purses.clone();
        for (int i = 0; i < purses.length; i++) {
            purses[i] = new Purse(purses[i]);
        }
        rest = other.rest;
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

    /** A state that moves apart from this one. */
    State copy() {
        return new State(this);
    }

    /** Moves by an entry, which is checked against the state as far as it could corrupt it. */
    void move(Entry entry) {
        pass(entry.stamp().effectiveAt());
        Booking.write(this, entry);
        quietUntil = Passage.nextChange(this);
    }

    /** Moves by an entry that was written after others which this state does not know. */
    void moveLate(Entry entry) {
        if (entry instanceof Entry.Accrual accrual) {
            // The lots in between do not exist for this state; their places stay empty.
            while (lots.size() + 1 < accrual.lot()) {
                lots = lots.append(null);
            }
        }
        move(entry);
    }

    /** Moves to a later instant, with all that time alone does; stays where it is if the instant is not later. */
    void pass(Instant to) {
        if (to.isAfter(clock)) {
            if (to.isBefore(quietUntil)) {
                clock = to;
            } else {
                Passage.pass(this, to);
                quietUntil = Passage.nextChange(this);
            }
        }
    }

    /** The state at a later instant. */
    State advance(Instant to) {
        if (!to.isAfter(clock)) {
            return this;
        }
        State next = copy();
        next.pass(to);
        return next;
    }

    // ---- questions ----------------------------------------------------------------------------------------------

    ZoneId zone() {
        return rest.zone;
    }

    ConsumptionOrder order() {
        return rest.order;
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

    /** The purses of all currencies that ever had points. */
    Purse[] purses() {
        return purses;
    }

    /** The open holds, not to be changed in place. */
    OpenHold[] holds() {
        return rest.holds;
    }

    /** When the open holds next change of themselves, or earlier. */
    Instant nextHoldEvent() {
        return rest.nextHoldEvent;
    }

    /** How much of a redemption or capture was restored, by lot. */
    List<Allocation> restored(int sequence) {
        return rest.restored.get(sequence, List.of());
    }

    Clawed clawed(int lot) {
        return rest.clawed.get(lot, Clawed.NOTHING);
    }

    Resolution resolution(Entry.Hold hold) {
        return rest.resolutions.get(hold.stamp().sequence(), null);
    }

    /** What time did and nobody wrote down, in the order in which it happened. */
    List<Unwritten> unwritten() {
        return rest.unwritten.subList(rest.written, rest.unwritten.size());
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
        int at = indexOf(currency);
        return at >= 0 ? purses[at] : Purse.empty(currency, rest.order);
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

    boolean isUsable(Lot lot) {
        return !isPending(lot) && expiryOf(lot).isAfter(clock);
    }

    OpenHold hold(String key) {
        for (OpenHold hold : rest.holds) {
            if (hold.entry.stamp().key().equals(key)) {
                return hold;
            }
        }
        return null;
    }

    // ---- changes, for who moves it ------------------------------------------------------------------------------

    void setClock(Instant to) {
        clock = to.isAfter(clock) ? to : clock;
        for (Purse purse : purses) {
            purse.pass(clock);
        }
    }

    /** The purse of a currency, opened if there is none. */
    Purse open(String currency) {
        int at = indexOf(currency);
        if (at < 0) {
            at = purses.length;
            purses = Arrays.copyOf(purses, at + 1);
            purses[at] = Purse.empty(currency, rest.order);
        }
        return purses[at];
    }

    Purse purseOf(Lot lot) {
        return open(lot.type().currency());
    }

    private int indexOf(String currency) {
        for (int i = 0; i < purses.length; i++) {
            if (purses[i].currency().equals(currency)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a lot, which still needs a place in its purse. */
    void append(Lot lot) {
        lots = lots.append(lot);
    }

    /** Stores a lot with other numbers or dates under its id. */
    void store(Lot lot) {
        lots = lots.with(lot.id() - 1, lot);
    }

    /** Puts a lot with other numbers in place of what it was, wherever it stands. */
    void change(Lot before, Lot after) {
        store(after);
        if (isPending(before)) {
            purseOf(before).replacePending(before, after);
        } else {
            purseOf(before).replace(before, after, clock);
        }
    }

    private Rest changing() {
        rest = new Rest(rest);
        return rest;
    }

    void setHolds(OpenHold[] holds) {
        changing().holds = holds;
    }

    void setNextHoldEvent(Instant event) {
        if (!event.equals(rest.nextHoldEvent)) {
            changing().nextHoldEvent = event;
        }
    }

    void resolve(Entry.Hold hold, Resolution resolution) {
        changing().resolutions = rest.resolutions.with(hold.stamp().sequence(), resolution);
    }

    void setRestored(int sequence, List<Allocation> back) {
        changing().restored = rest.restored.with(sequence, back);
    }

    void setClawed(int lot, Clawed points) {
        changing().clawed = rest.clawed.with(lot, points);
    }

    /** Notes what time did. */
    void note(Unwritten event) {
        changing().unwritten = rest.unwritten.append(event);
    }

    /** Takes the oldest note as written down. */
    void writeDown() {
        require(rest.written < rest.unwritten.size(), "time did something that is not written down yet");
        changing().written++;
    }

    /** Like the other, for a rule about a lot; the text is put together only if it is needed. */
    static void require(boolean holds, String before, int lot, String after) {
        if (!holds) {
            throw new IllegalArgumentException("not so: " + before + lot + after);
        }
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("not so: " + rule);
        }
    }
}
