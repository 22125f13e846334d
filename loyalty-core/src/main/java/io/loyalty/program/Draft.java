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
    private final List<Entry> added = new ArrayList<>();
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
        int before = ledger.version();
        for (int i = 0; i < entries.size(); i++) {
            int sequence = entries.get(i).stamp().sequence();
            first = count == 0 ? sequence : first;
            count++;
            if (sequence > before) {
                added.add(entries.get(i));
            }
        }
        ledger = posting.ledger();
        return true;
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
