package io.loyalty.metrics.purchase;

import java.io.Serializable;

/**
 * A point of a Lorenz curve: what the lower end of the customers makes of the whole.
 *
 * @param customers share of the customers, those with the least first, from 0 to 1
 * @param value their share of the total, from 0 to 1
 */
public record LorenzPoint(double customers, double value) implements Serializable {

    /**
     * Refuses shares out of range.
     *
     * @param customers share of the customers, from 0 to 1
     * @param value their share of the total, from 0 to 1
     * @throws IllegalArgumentException if a share is not in [0, 1]
     */
    public LorenzPoint {
        if (!(customers >= 0 && customers <= 1)) {
            throw new IllegalArgumentException("customers must be in [0, 1]: " + customers);
        }
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be in [0, 1]: " + value);
        }
    }
}
