package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How far a member is on the way to a tier, or to keeping it.
 *
 * @param tier the tier
 * @param window the dates whose facts count
 * @param criteria one element for each threshold of the tier's criterion, in its order
 */
public record TierTarget(Tier tier, DateWindow window, List<CriterionProgress> criteria) implements Serializable {

    /**
     * Copies the list.
     *
     * @param tier the tier
     * @param window the dates whose facts count
     * @param criteria one element for each threshold of the tier's criterion, in its order
     */
    public TierTarget {
        Objects.requireNonNull(criteria, "criteria");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(window, "window");
        criteria = List.copyOf(criteria);
    }

    static TierTarget of(TierRules rules, Tier tier, DateWindow window, TierMeasure measure) {
        List<CriterionProgress> criteria = tier.criterion().progress(measure);
        boolean met = rules.qualifiedFor(measure).isAtLeast(tier);
        return new TierTarget(tier, window, met ? CriterionProgress.done(criteria) : criteria);
    }

    /**
     * Whether the tier's criterion is met, or that of a higher tier.
     *
     * @return true if nothing remains of any threshold
     */
    public boolean isMet() {
        return criteria.stream().allMatch(one -> one.remaining() == 0);
    }
}
