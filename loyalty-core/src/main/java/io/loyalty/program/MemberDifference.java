package io.loyalty.program;

import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Explanation;
import io.loyalty.visit.ActivityId;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A member who fares otherwise under the variant than under the baseline, and why.
 *
 * @param customer who
 * @param baseline what became of the member's points under the baseline
 * @param variant what became of them under the variant
 * @param baselineTier the tier at the end under the baseline
 * @param variantTier the tier at the end under the variant
 * @param facts the facts that earn other points, the greatest difference first; of many only the first few. None where the
 *     difference comes of expiry or of the clawback policy alone
 */
public record MemberDifference(
        CustomerId customer,
        PointsFigures baseline,
        PointsFigures variant,
        String baselineTier,
        String variantTier,
        List<FactDifference> facts)
        implements Serializable {

    /**
     * A fact that earns other points.
     *
     * @param fact the fact
     * @param baseline why it earns what it earns under the baseline, after all returns; without verdicts if it was refused
     * @param variant the same under the variant
     */
    public record FactDifference(ActivityId fact, Explanation baseline, Explanation variant) implements Serializable {

        /**
         * Refuses missing parts.
         *
         * @param fact the fact
         * @param baseline why it earns what it earns under the baseline
         * @param variant the same under the variant
         */
        public FactDifference {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(baseline, "baseline");
            Objects.requireNonNull(variant, "variant");
        }

        /**
         * How many points more the fact earns under the variant.
         *
         * @return a number of either sign
         */
        public long points() {
            return variant.total() - baseline.total();
        }
    }

    /**
     * Copies the list.
     *
     * @param customer who
     * @param baseline what became of the member's points under the baseline
     * @param variant what became of them under the variant
     * @param baselineTier the tier at the end under the baseline
     * @param variantTier the tier at the end under the variant
     * @param facts the facts that earn other points
     */
    public MemberDifference {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(baselineTier, "baselineTier");
        Objects.requireNonNull(variantTier, "variantTier");
        facts = List.copyOf(facts);
    }

    /**
     * How many points more the member gets under the variant.
     *
     * @return a number of either sign
     * @throws ArithmeticException if it does not fit
     */
    public long gain() {
        return Math.subtractExact(variant.kept(), baseline.kept());
    }
}
