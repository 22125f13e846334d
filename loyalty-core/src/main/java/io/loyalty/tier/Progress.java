package io.loyalty.tier;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a member is on the way to keeping the present tier and to each higher one.
 *
 * @param status the present standing
 * @param keep what counts for keeping the present tier when it is judged next
 * @param higher one target for each tier above the present one, lowest first
 */
public record Progress(TierStatus status, TierTarget keep, List<TierTarget> higher) implements Serializable {

    /**
     * Copies the list.
     *
     * @param status the present standing
     * @param keep what counts for keeping the present tier when it is judged next
     * @param higher one target for each tier above the present one, lowest first
     */
    public Progress {
        Objects.requireNonNull(higher, "higher");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(keep, "keep");
        higher = List.copyOf(higher);
    }

    /**
     * The tier above the present one.
     *
     * @return the target; empty on the highest tier
     */
    public Optional<TierTarget> next() {
        return higher.isEmpty() ? Optional.empty() : Optional.of(higher.get(0));
    }
}
