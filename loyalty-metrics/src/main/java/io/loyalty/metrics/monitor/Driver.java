package io.loyalty.metrics.monitor;

import java.io.Serializable;
import java.util.Objects;

/**
 * One driver of a figure, before and after a change: purchase frequency, order value, margin, retention.
 *
 * @param name what it is called, not blank
 * @param before its value in the earlier period
 * @param after its value in the later period
 */
public record Driver(String name, double before, double after) implements Serializable {

    /**
     * Refuses blank names, infinities and NaN.
     *
     * @param name what it is called, not blank
     * @param before its value in the earlier period
     * @param after its value in the later period
     * @throws IllegalArgumentException if the name is blank or a value is not finite
     */
    public Driver {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!Double.isFinite(before)) {
            throw new IllegalArgumentException("before of " + name + " must be finite: " + before);
        }
        if (!Double.isFinite(after)) {
            throw new IllegalArgumentException("after of " + name + " must be finite: " + after);
        }
    }
}
