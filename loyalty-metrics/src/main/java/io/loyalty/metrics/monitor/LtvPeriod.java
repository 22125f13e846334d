package io.loyalty.metrics.monitor;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The totals of one period, from which lifetime value and its drivers follow.
 *
 * <p>All periods of a series have the same length, usually a month. Money is in any one unit.
 *
 * @param start the first day of the period
 * @param base customers at the start of the period, at least 0
 * @param retained how many of them are still customers at its end, in [0, base]
 * @param customers customers to whom the orders are counted, at least 0; those active in the period, or all of them
 * @param orders their orders in the period, at least 0
 * @param revenue what they paid, finite
 * @param margin what was left of it after direct costs, finite
 */
public record LtvPeriod(
        LocalDate start, long base, long retained, long customers, long orders, double revenue, double margin)
        implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param start the first day of the period
     * @param base customers at the start of the period, at least 0
     * @param retained how many of them are still customers at its end, in [0, base]
     * @param customers customers to whom the orders are counted, at least 0
     * @param orders their orders in the period, at least 0
     * @param revenue what they paid, finite
     * @param margin what was left of it after direct costs, finite
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LtvPeriod {
        Objects.requireNonNull(start, "start");
        requireCount(base, "base");
        if (retained < 0 || retained > base) {
            throw new IllegalArgumentException("retained must be in [0, " + base + "]: " + retained);
        }
        requireCount(customers, "customers");
        requireCount(orders, "orders");
        if (!Double.isFinite(revenue)) {
            throw new IllegalArgumentException("revenue must be finite: " + revenue);
        }
        if (!Double.isFinite(margin)) {
            throw new IllegalArgumentException("margin must be finite: " + margin);
        }
    }

    private static void requireCount(long count, String name) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0: " + count);
        }
    }
}
