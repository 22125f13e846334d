package io.loyalty.tier;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How far a member is on the way to one threshold.
 *
 * @param basis what is counted
 * @param required how much is enough
 * @param reached how much has been counted
 * @param remaining how much is missing; 0 also if an alternative is met and makes this threshold needless
 */
public record CriterionProgress(TierBasis basis, long required, long reached, long remaining) implements Serializable {

    /**
     * Refuses less than nothing.
     *
     * @param basis what is counted
     * @param required how much is enough, at least 1
     * @param reached how much has been counted
     * @param remaining how much is missing, at least 0
     * @throws IllegalArgumentException if {@code required} is below 1 or {@code remaining} below 0
     */
    public CriterionProgress {
        Objects.requireNonNull(basis, "basis");
        if (required < 1) {
            throw new IllegalArgumentException("required must be at least 1: " + required);
        }
        if (remaining < 0) {
            throw new IllegalArgumentException("remaining must be at least 0: " + remaining);
        }
    }

    /** The same with nothing remaining. */
    static List<CriterionProgress> done(List<CriterionProgress> criteria) {
        return criteria.stream()
                .map(one -> new CriterionProgress(one.basis, one.required, one.reached, 0))
                .toList();
    }
}
