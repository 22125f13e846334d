package io.loyalty.points;

import io.loyalty.persistent.Chain;
import io.loyalty.persistent.KeyIndex;
import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * The history of an account with everything that finds things in it again: entries, keys, the state they amount to, and states
 * of the past. Immutable; appending shares all that is there.
 */
final class Journal implements KeyIndex.Match {

    final Chain<Entry> entries;
    final State state;
    final HistoryIndex index;

    Journal(Chain<Entry> entries, State state, HistoryIndex index) {
        this.entries = entries;
        this.state = state;
        this.index = index;
    }

    static Journal startingAfter(int base, LedgerPolicy policy) {
        State start = State.empty(policy.zone(), policy.consumptionOrder());
        return new Journal(Chain.empty(), start, HistoryIndex.startingAfter(base, start));
    }

    static Journal replay(LedgerPolicy policy, Iterable<Entry> entries) {
        Iterator<Entry> rest = entries.iterator();
        if (!rest.hasNext()) {
            return startingAfter(0, policy);
        }
        Entry first = rest.next();
        int base = first instanceof Entry.Opening ? first.stamp().sequence() - 1 : 0;
        return startingAfter(base, policy).checked(List.of(first)).checked(() -> rest);
    }

    /** Sequence number of the last entry before those that are here. */
    int base() {
        return index.base();
    }

    int version() {
        return base() + entries.size();
    }

    /** The entry with a key, or null. */
    Entry find(String key) {
        int found = index.keys().find(key, entries.size(), this);
        return found < 0 ? null : entries.get(found);
    }

    @Override
    public boolean at(int position, String key) {
        return entries.get(position).stamp().key().equals(key);
    }

    /** The history with entries from elsewhere, which are checked. */
    Journal checked(Iterable<Entry> added) {
        Replay replay = new Replay(this);
        replay.add(added);
        return replay.journal();
    }

    /** Whether an entry took effect before something that had been decided, and changes what was in between. */
    static boolean matters(Entry entry, Instant clock) {
        return entry.stamp().effectiveAt().isBefore(clock)
                && (entry instanceof Entry.Accrual || entry instanceof Entry.Renewed);
    }

    /** The history without what was recorded after an instant. */
    Journal asKnownAt(Instant instant) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).stamp().recordedAt().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return take(low);
    }

    /** The first entries alone. */
    Journal take(int length) {
        if (length == entries.size()) {
            return this;
        }
        int kept = length / HistoryIndex.STRIDE;
        State then = index.past().get(kept).copy();
        entries.subList(kept * HistoryIndex.STRIDE, length).forEach(then::move);
        return new Journal(entries.take(length), then, index.take(length));
    }

    /** What the entries that had taken effect by an instant amount to, at that instant. */
    State stateAt(Instant asked) {
        Instant at = State.inTime(asked);
        if (!at.isBefore(state.clock())) {
            return at.isBefore(state.quietUntil()) ? state : state.advance(at);
        }
        int kept = index.lastKeptBy(at);
        int from = kept * HistoryIndex.STRIDE;
        int length = from;
        while (length < entries.size()
                && !entries.get(length).stamp().effectiveAt().isAfter(at)) {
            length++;
        }
        State then = index.past().get(kept).copy();
        entries.subList(from, length).forEach(then::move);
        for (int position : index.late()) {
            Entry entry = entries.get(position);
            if (position >= length && !entry.stamp().effectiveAt().isAfter(at)) {
                then.moveLate(entry);
            }
        }
        then.pass(at);
        return then;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Journal that
                && base() == that.base()
                && (entries == that.entries || entries.equals(that.entries));
    }

    @Override
    public int hashCode() {
        return 31 * version() + (entries.isEmpty() ? 0 : entries.last().hashCode());
    }

    /** For the ledger's serialized form: the entries, from which all the rest comes again. */
    record Serialized(LedgerPolicy policy, Entry[] entries) implements Serializable {
        private Object readResolve() {
            return PointsLedger.replay(policy, List.of(entries));
        }
    }
}
