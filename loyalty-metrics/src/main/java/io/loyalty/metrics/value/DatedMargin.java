package io.loyalty.metrics.value;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one purchase, return or cost left over, and when.
 *
 * @param date the day
 * @param margin the margin, negative for a return or a cost; in any one unit of money
 */
public record DatedMargin(LocalDate date, double margin) implements Serializable {

    /**
     * Refuses infinities and NaN.
     *
     * @param date the day
     * @param margin the margin, negative for a return or a cost
     * @throws IllegalArgumentException if the margin is not finite
     */
    public DatedMargin {
        Objects.requireNonNull(date, "date");
        if (!Double.isFinite(margin)) {
            throw new IllegalArgumentException("margin must be finite: " + margin);
        }
    }
}
