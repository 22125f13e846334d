package io.loyalty.program;

import io.loyalty.points.Entry;
import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger that moves on by several commands of which either all count or none. What the ledger had already done, known by its key,
 * is not done again: so a fact that is recorded on a ledger which has its entries leaves the ledger as it is.
 */
final class Draft {

    private PointsLedger ledger;
    private List<Entry> added = List.of();
    private int first;
    private int count;
    private Rejection refused;

    Draft(PointsLedger ledger) {
        this.ledger = ledger;
    }

    /** Takes over what the ledger answers; false if it refuses. */
    boolean post(Outcome<Posting> outcome) {
        if (outcome instanceof Rejected<Posting> rejected) {
            refused = rejected.rejection();
            return false;
        }
        Posting posting = outcome.orElseThrow();
        List<Entry> entries = posting.entries();
        if (!entries.isEmpty()) {
            first = count == 0 ? entries.get(0).stamp().sequence() : first;
            count += entries.size();
            add(after(ledger.version(), entries));
        }
        ledger = posting.ledger();
        return true;
    }

    private static List<Entry> after(int version, List<Entry> entries) {
        int later = 0;
        for (int i = 0; i < entries.size(); i++) {
            later += entries.get(i).stamp().sequence() > version ? 1 : 0;
        }
        return later == entries.size()
                ? entries
                : entries.stream()
                        .filter(entry -> entry.stamp().sequence() > version)
                        .toList();
    }

    /** Takes more entries for new. */
    void add(List<Entry> entries) {
        if (added.isEmpty()) {
            added = entries;
        } else {
            List<Entry> both = new ArrayList<>(added);
            both.addAll(entries);
            added = both;
        }
    }

    PointsLedger ledger() {
        return ledger;
    }

    /** The entries that were not there before. */
    List<Entry> added() {
        return added;
    }

    /** Sequence number of the first entry, new or not; 0 if there is none. */
    int first() {
        return first;
    }

    int count() {
        return count;
    }

    <T> Outcome<T> refusal() {
        return new Rejected<>(refused);
    }
}
