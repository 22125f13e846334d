package io.loyalty.metrics.purchase;

import java.io.Serializable;

/**
 * Three scores of one customer, each from 1 (worst) to the number of groups.
 *
 * @param recency how recently
 * @param frequency how often
 * @param monetary how much
 */
public record RfmScore(int recency, int frequency, int monetary) implements Serializable {

    /**
     * Refuses scores below 1.
     *
     * @param recency how recently
     * @param frequency how often
     * @param monetary how much
     * @throws IllegalArgumentException if a score is below 1
     */
    public RfmScore {
        if (recency < 1 || frequency < 1 || monetary < 1) {
            throw new IllegalArgumentException(
                    "scores must be at least 1: " + recency + ", " + frequency + ", " + monetary);
        }
    }

    /**
     * The sum of the three, all dimensions alike.
     *
     * @return from 3 to three times the number of groups
     */
    public int sum() {
        return recency + frequency + monetary;
    }

    /**
     * A weighted sum.
     *
     * @param recencyWeight the weight of recency
     * @param frequencyWeight the weight of frequency
     * @param monetaryWeight the weight of money
     * @return the sum of weight × score
     */
    public double weighted(double recencyWeight, double frequencyWeight, double monetaryWeight) {
        return recencyWeight * recency + frequencyWeight * frequency + monetaryWeight * monetary;
    }

    /**
     * The three scores as text: digits, or numbers with hyphens if one is above 9.
     *
     * @return for example {@code 543} or {@code 10-4-3}
     */
    @Override
    public String toString() {
        return recency > 9 || frequency > 9 || monetary > 9
                ? recency + "-" + frequency + "-" + monetary
                : "" + recency + frequency + monetary;
    }
}
