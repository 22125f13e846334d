package io.loyalty.program;

import io.loyalty.earning.Explanation;
import io.loyalty.points.Entry;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What an applied verb gives.
 *
 * @param membership the membership after it
 * @param entries the ledger entries to persist, in sequence; may be none
 * @param explanation why points were earned or not; without verdicts where no rule was asked
 */
public record Step(Membership membership, List<Entry> entries, Explanation explanation) implements Serializable {

    static final Explanation NOTHING_ASKED = new Explanation(0, List.of());

    /**
     * Copies the entries.
     *
     * @param membership the membership after it
     * @param entries the ledger entries to persist
     * @param explanation why points were earned or not
     */
    public Step {
        Objects.requireNonNull(membership, "membership");
        entries = List.copyOf(entries);
        Objects.requireNonNull(explanation, "explanation");
    }
}
