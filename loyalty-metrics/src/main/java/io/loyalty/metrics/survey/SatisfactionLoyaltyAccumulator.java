package io.loyalty.metrics.survey;

import java.io.Serializable;

/**
 * Classifies and counts customers by satisfaction and loyalty as they come; parts merge.
 *
 * <p>Made by {@link SatisfactionLoyaltyRule#accumulator()}. Memory is constant. For one thread at a time; {@link Serializable} so that a
 * cluster can send it about.
 */
public final class SatisfactionLoyaltyAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SatisfactionLoyaltyRule rule;
    private final AnswerAccumulator codes = SatisfactionLoyaltyCounts.CODES.accumulator();

    SatisfactionLoyaltyAccumulator(SatisfactionLoyaltyRule rule) {
        this.rule = rule;
    }

    /**
     * Takes a customer of weight 1.
     *
     * @param satisfied the answer on satisfaction, {@link AnswerScale#MISSING} if there is none
     * @param loyal the answer on loyalty, or 1 for having bought again and 0 for not; {@link AnswerScale#MISSING} if unknown
     * @throws IllegalArgumentException if an answer is invalid and its scale is strict
     */
    public void accept(int satisfied, int loyal) {
        codes.add(rule.code(satisfied, loyal, -1));
    }

    /**
     * Takes a weighted customer.
     *
     * @param satisfied the answer on satisfaction, {@link AnswerScale#MISSING} if there is none
     * @param loyal the answer on loyalty, or 1 for having bought again and 0 for not; {@link AnswerScale#MISSING} if unknown
     * @param weight the weight of the customer, 0 or in [1e-100, 1e100]
     * @throws IllegalArgumentException if the weight is out of bounds, or an answer is invalid and its scale is strict
     */
    public void accept(int satisfied, int loyal, double weight) {
        WeightedCount.requireWeight(weight, "weight");
        codes.add(rule.code(satisfied, loyal, -1), weight);
    }

    /**
     * Takes in all that another accumulator has counted.
     *
     * @param other one by the same rule; not changed
     * @return this accumulator
     */
    public SatisfactionLoyaltyAccumulator combine(SatisfactionLoyaltyAccumulator other) {
        codes.combine(other.codes);
        return this;
    }

    /**
     * What has been counted so far.
     *
     * @return immutable counts; later customers do not show in them
     */
    public SatisfactionLoyaltyCounts snapshot() {
        return SatisfactionLoyaltyCounts.from(codes.snapshot());
    }

    /**
     * What has been counted so far, in one line.
     *
     * @return the text of the {@link #snapshot()}
     */
    @Override
    public String toString() {
        return snapshot().toString();
    }
}
