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

    private final ZoneId zone;
    private final ConsumptionOrder order;

    private Chain<Lot> lots;
    private Purse[] purses;
    /** The open holds, not to be changed in place. */
    OpenHold[] holds;
    /** When the open holds next change of themselves, or earlier. */
    Instant nextHoldEvent;
    /** By sequence number of a hold: what became of it. */
    IntMap<Resolution> resolutions;
    /** By sequence number of a redemption or capture: how much was restored, by lot. */
    IntMap<List<Allocation>> restored;
    /** By lot: how much was clawed back. */
    IntMap<Clawed> clawed;

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

    /** Forgets everything but the clock. */
    void clear() {
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
        for (int i = 0; i < purses.length; i++) {
            purses[i] = new Purse(purses[i]);
        }
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

    /** The purses of all currencies that ever had points. */
    Purse[] purses() {
        return purses;
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
        int at = indexOf(currency);
        return at >= 0 ? purses[at] : Purse.empty(currency, order);
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
        for (OpenHold hold : holds) {
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
            purses[at] = Purse.empty(currency, order);
        }
        return purses[at];
    }

    Purse purseOf(Lot lot) {
        return open(lot.type().currency());
    }

    private int indexOf(String currency) {
        for (int i = 0; i < purses.length; i++) {
            if (purses[i].currency.equals(currency)) {
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

    /** Notes what time did. */
    void note(Unwritten event) {
        unwritten = unwritten.append(event);
    }

    /** Takes the oldest note as written down. */
    void writeDown() {
        require(written < unwritten.size(), "time did something that is not written down yet");
        written++;
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
