package io.loyalty.tier;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What has to be counted for a tier: a threshold, or several joined by any-of and all-of.
 *
 * <p>Thresholds are inclusive: whoever spends exactly 100,000 has reached 100,000. More never qualifies for less. Immutable.
 */
public sealed interface Criterion extends Serializable {

    /**
     * At least so much of one basis.
     *
     * @param basis what is counted
     * @param minimum how much is enough, above 0
     */
    record Threshold(TierBasis basis, long minimum) implements Criterion {

        /**
         * Refuses thresholds that everybody meets.
         *
         * @param basis what is counted
         * @param minimum how much is enough, above 0
         * @throws IllegalArgumentException if the minimum is below 1
         */
        public Threshold {
            Objects.requireNonNull(basis, "basis");
            if (minimum < 1) {
                throw new IllegalArgumentException(basis + " minimum must be at least 1: " + minimum);
            }
        }

        @Override
        public boolean isMet(TierMeasure measure) {
            return measure.of(basis) >= minimum;
        }

        @Override
        public List<CriterionProgress> progress(TierMeasure measure) {
            long reached = measure.of(basis);
            return List.of(new CriterionProgress(basis, minimum, reached, Math.max(0, minimum - Math.max(0, reached))));
        }

        @Override
        public String toString() {
            return basis + ">=" + minimum;
        }
    }

    /**
     * One of several is enough.
     *
     * @param criteria the alternatives, at least one
     */
    record AnyOf(List<Criterion> criteria) implements Criterion {

        /**
         * Copies the alternatives.
         *
         * @param criteria the alternatives, at least one
         * @throws IllegalArgumentException if there is none
         */
        public AnyOf {
            Objects.requireNonNull(criteria, "criteria");
            criteria = List.copyOf(criteria);
            if (criteria.isEmpty()) {
                throw new IllegalArgumentException("criteria must not be empty: any of nothing is never met");
            }
        }

        @Override
        public boolean isMet(TierMeasure measure) {
            return criteria.stream().anyMatch(criterion -> criterion.isMet(measure));
        }

        @Override
        public List<CriterionProgress> progress(TierMeasure measure) {
            List<CriterionProgress> all = new ArrayList<>();
            for (Criterion criterion : criteria) {
                all.addAll(criterion.progress(measure));
            }
            return isMet(measure) ? CriterionProgress.done(all) : Collections.unmodifiableList(all);
        }

        @Override
        public String toString() {
            return "anyOf" + criteria;
        }
    }

    /**
     * All of several are needed.
     *
     * @param criteria the conditions; none at all are always met
     */
    record AllOf(List<Criterion> criteria) implements Criterion {

        /**
         * Copies the conditions.
         *
         * @param criteria the conditions; none at all are always met
         */
        public AllOf {
            Objects.requireNonNull(criteria, "criteria");
            criteria = List.copyOf(criteria);
        }

        @Override
        public boolean isMet(TierMeasure measure) {
            return criteria.stream().allMatch(criterion -> criterion.isMet(measure));
        }

        @Override
        public List<CriterionProgress> progress(TierMeasure measure) {
            List<CriterionProgress> all = new ArrayList<>();
            for (Criterion criterion : criteria) {
                all.addAll(criterion.progress(measure));
            }
            return Collections.unmodifiableList(all);
        }

        @Override
        public String toString() {
            return "allOf" + criteria;
        }
    }

    /**
     * At least so much spent without tax.
     *
     * @param minorUnits the amount in minor units of the program's currency
     * @return the criterion
     * @throws IllegalArgumentException if the amount is below 1
     */
    static Criterion spendNet(long minorUnits) {
        return new Threshold(TierBasis.SPEND_NET, minorUnits);
    }

    /**
     * At least so much spent with tax.
     *
     * @param minorUnits the amount in minor units of the program's currency
     * @return the criterion
     * @throws IllegalArgumentException if the amount is below 1
     */
    static Criterion spendGross(long minorUnits) {
        return new Threshold(TierBasis.SPEND_GROSS, minorUnits);
    }

    /**
     * At least so many points earned.
     *
     * @param points the number
     * @return the criterion
     * @throws IllegalArgumentException if the number is below 1
     */
    static Criterion pointsEarned(long points) {
        return new Threshold(TierBasis.POINTS_EARNED, points);
    }

    /**
     * At least so many visits.
     *
     * @param visits the number
     * @return the criterion
     * @throws IllegalArgumentException if the number is below 1
     */
    static Criterion visits(long visits) {
        return new Threshold(TierBasis.VISITS, visits);
    }

    /**
     * One of several is enough.
     *
     * @param criteria the alternatives, at least one
     * @return the criterion
     * @throws IllegalArgumentException if there is none
     */
    static Criterion anyOf(Criterion... criteria) {
        return new AnyOf(List.of(criteria));
    }

    /**
     * All of several are needed.
     *
     * @param criteria the conditions
     * @return the criterion
     */
    static Criterion allOf(Criterion... criteria) {
        return new AllOf(List.of(criteria));
    }

    /**
     * What everybody meets: the criterion of the lowest tier.
     *
     * @return all of nothing
     */
    static Criterion none() {
        return new AllOf(List.of());
    }

    /**
     * Whether so much is enough.
     *
     * @param measure what has been counted
     * @return true if it is
     */
    boolean isMet(TierMeasure measure);

    /**
     * What is reached and what remains, threshold by threshold.
     *
     * <p>Nothing remains of the other alternatives once one of an any-of is met; so everything that remains is 0 exactly when
     * the criterion is met.
     *
     * @param measure what has been counted
     * @return one element for each threshold, in the order in which they stand
     */
    List<CriterionProgress> progress(TierMeasure measure);
}
