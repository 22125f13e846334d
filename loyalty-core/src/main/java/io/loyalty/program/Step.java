package io.loyalty.program;

import io.loyalty.earning.Explanation;
import io.loyalty.points.Entry;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * What an applied verb gives.
 *
 * @param membership the membership after it
 * @param entries the ledger entries to persist, in sequence; may be none
 * @param explanations why points were earned or not, for each fact of which the rules were asked; may be none
 */
public record Step(Membership membership, List<Entry> entries, List<Explanation> explanations) {

    /**
     * Copies the lists.
     *
     * @param membership the membership after it
     * @param entries the ledger entries to persist
     * @param explanations why points were earned or not
     */
    public Step {
        Objects.requireNonNull(membership, "membership");
        entries = List.copyOf(entries);
        explanations = List.copyOf(explanations);
    }

    /**
     * Why points were earned or not; for verbs that ask the rules, such as recording a visit.
     *
     * @return the first explanation
     * @throws NoSuchElementException if no rule was asked
     */
    public Explanation explanation() {
        if (explanations.isEmpty()) {
            throw new NoSuchElementException("no rule was asked");
        }
        return explanations.get(0);
    }
}
