package io.loyalty.metrics.retention;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Customers and revenue of one calendar period, compared with the period before it.
 *
 * @param start first day of the period
 * @param isOpen whether the period is not over at the end of observation, so that customers counted as lost may still
 *     come
 * @param customers who was retained, lost, won and won back
 * @param revenue how much of the revenue of the period before came again
 */
public record CalendarRetention(LocalDate start, boolean isOpen, PeriodRetention customers, RevenueRetention revenue) {

    /**
     * Refuses missing parts.
     *
     * @param start first day of the period
     * @param isOpen whether the period is not over at the end of observation
     * @param customers who was retained, lost, won and won back
     * @param revenue how much of the revenue of the period before came again
     */
    public CalendarRetention {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(revenue, "revenue");
    }

    /**
     * One readable line.
     *
     * @return for example {@code from 2011-03-01: 320 retained, 80 lost, 55 new, 20 reactivated: retention 0.8 […]}
     */
    @Override
    public String toString() {
        return "from " + start + (isOpen ? " (open): " : ": ") + customers;
    }
}
