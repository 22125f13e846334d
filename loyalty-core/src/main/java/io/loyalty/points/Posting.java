package io.loyalty.points;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What an applied command gives: the next ledger and the entries to persist.
 *
 * @param ledger the ledger after the command
 * @param entries the entries that the command wrote, in sequence
 */
public record Posting(PointsLedger ledger, List<Entry> entries) implements Serializable {

    /**
     * Copies the entries.
     *
     * @param ledger the ledger after the command
     * @param entries the entries that the command wrote
     */
    public Posting {
        Objects.requireNonNull(entries, "entries");
        Objects.requireNonNull(ledger, "ledger");
        entries = List.copyOf(entries);
    }
}
