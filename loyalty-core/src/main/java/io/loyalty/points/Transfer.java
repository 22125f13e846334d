package io.loyalty.points;

import java.io.Serializable;
import java.util.Objects;

/**
 * What moving points between two accounts gives. Both postings belong together: a host persists both or none.
 *
 * @param from what it wrote in the account that gave
 * @param into what it wrote in the account that received
 */
public record Transfer(Posting from, Posting into) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param from what it wrote in the account that gave
     * @param into what it wrote in the account that received
     */
    public Transfer {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(into, "into");
    }
}
