package io.loyalty.points;

import io.loyalty.persistent.Chain;
import io.loyalty.persistent.KeyIndex;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/** A journal that is being continued: one state moves through all that is written, until the longer journal is asked for. */
final class JournalWriter implements KeyIndex.Match {

    /** Whether a command may take effect before the instant about which the account has decided last. */
    enum Timing {
        IN_ORDER,
        MAY_BE_LATE
    }

    /** What a command writes, given what the account is at its instant; or why it is refused. */
    interface Decision {
        Outcome<Entry> decide(State now, Entry.Stamp stamp);
    }

    private Chain<Entry> entries;
    private HistoryIndex index;
    private State state;
    /** Whether nobody else has the state, so that it may be moved. */
    private boolean own;

    JournalWriter(Journal journal) {
        entries = journal.entries;
        index = journal.index;
        state = journal.state;
    }

    /** The journal with all that was written so far. */
    Journal journal() {
        own = false;
        return new Journal(entries, state, index);
    }

    Chain<Entry> entries() {
        return entries;
    }

    /** The number of the next entry. */
    int next() {
        return index.base() + entries.size() + 1;
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

    /** The state at the instant of a new entry, to be moved. */
    State moving(Instant at) {
        State now = moving();
        now.pass(at);
        return now;
    }

    /** The state, to be moved. */
    State moving() {
        if (!own) {
            state = state.copy();
            own = true;
        }
        return state;
    }

    /**
     * Lets a command be decided, and writes what it comes to.
     *
     * @return the new entry, or the earlier one of a command that is known, or why it is refused
     */
    Outcome<Entry> run(Command command, Predicate<Entry> sameContent, Timing timing, Decision decision) {
        return run(command.key(), command.at(), command.recordedAt(), sameContent, timing, decision);
    }

    Outcome<Entry> run(
            String key,
            Instant at,
            Instant recordedAt,
            Predicate<Entry> sameContent,
            Timing timing,
            Decision decision) {
        Entry earlier = find(key);
        if (earlier != null) {
            return again(earlier, sameContent.test(earlier));
        }
        Rejected<Entry> early = recordedTooEarly(recordedAt);
        if (early != null) {
            return early;
        }
        if (timing == Timing.IN_ORDER && at.isBefore(state.clock())) {
            return Spending.rejected(
                    Reason.TOO_LATE, Map.of("at", Rejection.millis(at), "earliest", Rejection.millis(state.clock())));
        }
        Entry.Stamp stamp = new Entry.Stamp(next(), key, at, recordedAt);
        Outcome<Entry> decided = decision.decide(moving(at), stamp);
        if (decided instanceof Applied<Entry> applied) {
            write(applied.result());
        }
        return decided;
    }

    /** What becomes of a command whose key is known. */
    static Outcome<Entry> again(Entry earlier, boolean sameContent) {
        return sameContent
                ? new Duplicate<>(earlier)
                : Spending.rejected(Reason.KEY_REUSED, Map.of("sequence", (long)
                        earlier.stamp().sequence()));
    }

    /** Why nothing can be recorded at an instant, which lies before that at which the last entry was; or null. */
    <T> Rejected<T> recordedTooEarly(Instant recordedAt) {
        if (entries.isEmpty() || !recordedAt.isBefore(entries.last().stamp().recordedAt())) {
            return null;
        }
        return new Rejected<>(new Rejection(
                Reason.RECORDED_OUT_OF_ORDER,
                Map.of(
                        "recordedAt",
                        Rejection.millis(recordedAt),
                        "lastRecordedAt",
                        Rejection.millis(entries.last().stamp().recordedAt()))));
    }

    /** Writes an entry with the next number. */
    void write(Entry entry) {
        State moving = moving();
        if (Journal.matters(entry, moving.clock())) {
            index = index.withLate(entries.size());
        }
        moving.move(entry);
        index = index.with(entry.stamp().key(), entries.size());
        entries = entries.append(entry);
        if (entries.size() % HistoryIndex.STRIDE == 0) {
            index = index.with(moving);
            own = false;
        }
    }
}
