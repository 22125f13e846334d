package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * The lifetime value of one group of customers.
 *
 * @param customers how many there are
 * @param total their value together
 * @param shareOfTotal their share of the value of all customers, those of small groups included; undefined unless that is above 0
 * @param mean the mean value with its interval
 * @param median the middle customer's value
 */
public record GroupValue(int customers, double total, Measure shareOfTotal, Estimate mean, Measure median) {

    /**
     * Refuses missing parts and a negative count.
     *
     * @param customers how many there are
     * @param total their value together
     * @param shareOfTotal their share of the value of all customers
     * @param mean the mean value with its interval
     * @param median the middle customer's value
     * @throws IllegalArgumentException if the count is negative
     */
    public GroupValue {
        if (customers < 0) {
            throw new IllegalArgumentException("customers must be at least 0: " + customers);
        }
        Objects.requireNonNull(shareOfTotal, "shareOfTotal");
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(median, "median");
    }
}
