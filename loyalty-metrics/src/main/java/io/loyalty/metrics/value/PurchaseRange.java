package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * A prediction of a number of purchases: between which counts it will lie, with what probability.
 *
 * @param least the smallest count within
 * @param most the largest count within
 * @param probability that the number lies within, at least what was asked for
 */
public record PurchaseRange(int least, int most, double probability) implements Serializable {

    /**
     * Refuses what is no range.
     *
     * @param least the smallest count within
     * @param most the largest count within
     * @param probability that the number lies within
     * @throws IllegalArgumentException if a number is out of place
     */
    public PurchaseRange {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("least and most must be in order, from 0: " + least + " and " + most);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1]: " + probability);
        }
    }
}
