package io.loyalty.points;

import io.loyalty.persistent.Chain;
import io.loyalty.persistent.KeyIndex;
import java.time.Instant;
import java.util.Iterator;

/** Entries from elsewhere on their way into a journal: each is checked, and one state moves through them all. */
final class Replay {

    /**
     * Keys are looked up so many at a time before they are needed: the places in memory are fetched together, which makes a replay of
     * a million entries about a fifth shorter.
     */
    private static final int AHEAD = 32;

    private final int base;
    private final State state;
    private Chain<Entry> entries;
    private KeyIndex keys;
    private Chain<State> past;
    private Chain<Integer> late;

    Replay(Journal journal) {
        base = journal.base;
        state = journal.state.copy();
        entries = journal.entries;
        keys = journal.keys;
        past = journal.past;
        late = journal.late;
    }

    Journal journal() {
        return new Journal(base, entries, state, keys, past, late);
    }

    void add(Iterable<Entry> added) {
        Iterator<Entry> rest = added.iterator();
        Entry[] next = new Entry[AHEAD];
        boolean[] known = new boolean[AHEAD];
        while (rest.hasNext()) {
            int count = 0;
            while (count < AHEAD && rest.hasNext()) {
                next[count++] = rest.next();
            }
            for (int i = 0; i < count; i++) {
                known[i] = find(next[i].stamp().key());
            }
            for (int i = 0; i < count; i++) {
                // Its key may have come with another of those that were looked up together.
                add(next[i], known[i] || find(next[i].stamp().key()));
            }
        }
    }

    private boolean find(String key) {
        return Journal.find(entries, keys, key) != null;
    }

    private void add(Entry entry, boolean known) {
        Entry.Stamp stamp = entry.stamp();
        try {
            int next = base + entries.size() + 1;
            if (stamp.sequence() != next) {
                throw new IllegalArgumentException("sequence must be " + next);
            }
            require(
                    entries.isEmpty()
                            || !stamp.recordedAt()
                                    .isBefore(entries.last().stamp().recordedAt()),
                    "recordedAt must not be before the last entry's");
            Command.requireKey(stamp.key());
            require(!known, "key must be new");
            Instant clock = state.clock();
            state.pass(stamp.effectiveAt());
            Audit.require(entries, base, clock, state, entry);
            if (Journal.matters(entry, clock)) {
                late = late.append(entries.size());
            }
            state.move(entry);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "entry " + stamp.sequence() + " ('" + stamp.key() + "') is wrong: " + e.getMessage(), e);
        }
        keys = keys.plus(stamp.key(), entries.size());
        entries = entries.append(entry);
        if (entries.size() % Journal.STRIDE == 0) {
            past = past.append(state.copy());
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
