package io.loyalty.points;

import io.loyalty.persistent.Chain;
import java.time.Instant;

/** Entries from elsewhere on their way into a journal: each is checked before it is written. */
final class Replay {

    private final int base;
    private final JournalWriter writer;

    Replay(Journal journal) {
        base = journal.base();
        writer = new JournalWriter(journal);
    }

    Journal journal() {
        return writer.journal();
    }

    void add(Iterable<Entry> added) {
        for (Entry entry : added) {
            add(entry);
        }
    }

    private void add(Entry entry) {
        Entry.Stamp stamp = entry.stamp();
        try {
            int next = writer.next();
            if (stamp.sequence() != next) {
                throw new IllegalArgumentException("sequence must be " + next);
            }
            Chain<Entry> before = writer.entries();
            require(
                    before.isEmpty()
                            || !stamp.recordedAt()
                                    .isBefore(before.last().stamp().recordedAt()),
                    "recordedAt must not be before the last entry's");
            Command.requireKey(stamp.key());
            require(writer.find(stamp.key()) == null, "key must be new");
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
