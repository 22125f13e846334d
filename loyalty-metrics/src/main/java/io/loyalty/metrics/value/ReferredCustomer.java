package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * A customer who came by a referral.
 *
 * @param value its lifetime value
 * @param attribution the share of that value that is due to the referral, in [0, 1]: how likely it is that the customer would
 *     not have come otherwise
 * @param savedAcquisitionCost what acquiring it in the usual way would have cost and the referral did not, at least 0
 */
public record ReferredCustomer(double value, double attribution, double savedAcquisitionCost) implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param value its lifetime value
     * @param attribution the share of that value that is due to the referral, in [0, 1]
     * @param savedAcquisitionCost what the referral saved, at least 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ReferredCustomer {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite: " + value);
        }
        if (!(attribution >= 0 && attribution <= 1)) {
            throw new IllegalArgumentException("attribution must be in [0, 1]: " + attribution);
        }
        if (!(savedAcquisitionCost >= 0 && savedAcquisitionCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "savedAcquisitionCost must be finite and at least 0: " + savedAcquisitionCost);
        }
    }

    /**
     * A referred customer without saved costs.
     *
     * @param value its lifetime value
     * @param attribution the share of that value that is due to the referral, in [0, 1]
     * @return the customer
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static ReferredCustomer of(double value, double attribution) {
        return new ReferredCustomer(value, attribution, 0);
    }

    /**
     * What the referral is worth.
     *
     * @return value × attribution + saved acquisition cost
     */
    public double contribution() {
        return value * attribution + savedAcquisitionCost;
    }
}
