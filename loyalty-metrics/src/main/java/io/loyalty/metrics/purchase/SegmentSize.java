package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Objects;

/**
 * How large a segment is.
 *
 * @param segment the segment's name
 * @param customers number of customers in it
 * @param money the sum of the money they were scored by
 */
public record SegmentSize(String segment, int customers, double money) implements Serializable {

    /**
     * Refuses a negative number of customers.
     *
     * @param segment the segment's name
     * @param customers number of customers in it
     * @param money the sum of the money they were scored by
     * @throws IllegalArgumentException if the number is negative
     */
    public SegmentSize {
        Objects.requireNonNull(segment, "segment");
        if (customers < 0) {
            throw new IllegalArgumentException("customers must be at least 0: " + customers);
        }
    }
}
