package io.loyalty.metrics.survey;

import java.io.Serializable;

/**
 * Classifies and counts customers for the Secure Customer Index as they come; parts merge.
 *
 * <p>Made by {@link SecureCustomerRule#accumulator()}. Memory is constant. For one thread at a time; {@link Serializable} so that a
 * cluster can send it about.
 */
public final class SecureCustomerAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SecureCustomerRule rule;
    private final AnswerAccumulator codes = SecureCustomerCounts.CODES.accumulator();

    SecureCustomerAccumulator(SecureCustomerRule rule) {
        this.rule = rule;
    }

    /**
     * Takes the answers of a customer of weight 1.
     *
     * @param satisfaction how satisfied, {@link AnswerScale#MISSING} if not answered; likewise the others
     * @param recommend how likely to recommend
     * @param repeat how likely to continue or buy again
     * @throws IllegalArgumentException if an answer is invalid and the rule is strict
     */
    public void accept(int satisfaction, int recommend, int repeat) {
        codes.add(rule.code(satisfaction, recommend, repeat, -1));
    }

    /**
     * Takes the answers of a weighted customer.
     *
     * @param satisfaction how satisfied, {@link AnswerScale#MISSING} if not answered; likewise the others
     * @param recommend how likely to recommend
     * @param repeat how likely to continue or buy again
     * @param weight the weight of the customer, 0 or in [1e-100, 1e100]
     * @throws IllegalArgumentException if the weight is out of bounds, or an answer is invalid and the rule is strict
     */
    public void accept(int satisfaction, int recommend, int repeat, double weight) {
        WeightedCount.requireWeight(weight, "weight");
        codes.add(rule.code(satisfaction, recommend, repeat, -1), weight);
    }

    /**
     * Takes in all that another accumulator has counted.
     *
     * @param other one by the same rule; not changed
     * @return this accumulator
     */
    public SecureCustomerAccumulator combine(SecureCustomerAccumulator other) {
        codes.combine(other.codes);
        return this;
    }

    /**
     * What has been counted so far.
     *
     * @return immutable counts; later customers do not show in them
     */
    public SecureCustomerCounts snapshot() {
        return SecureCustomerCounts.from(codes.snapshot());
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
