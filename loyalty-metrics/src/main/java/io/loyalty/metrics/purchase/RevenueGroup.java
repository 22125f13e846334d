package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.column.SortedDoubles;
import io.loyalty.metrics.numeric.Moments;
import java.io.Serializable;
import java.util.Objects;

/**
 * The revenue of one group of customers, in minor units.
 *
 * @param customers number of customers
 * @param total their revenue together
 * @param mean revenue per customer; undefined without customers
 * @param median the middle customer's revenue; undefined without customers
 * @param standardDeviation of the customers' revenues, with divisor n − 1; undefined for fewer than two
 */
public record RevenueGroup(int customers, double total, Measure mean, Measure median, Measure standardDeviation)
        implements Serializable {

    /**
     * Refuses missing parts and a negative count.
     *
     * @param customers number of customers
     * @param total their revenue together
     * @param mean revenue per customer
     * @param median the middle customer's revenue
     * @param standardDeviation of the customers' revenues
     * @throws IllegalArgumentException if the count is negative
     */
    public RevenueGroup {
        if (customers < 0) {
            throw new IllegalArgumentException("customers must be at least 0: " + customers);
        }
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(median, "median");
        Objects.requireNonNull(standardDeviation, "standardDeviation");
    }

    static RevenueGroup of(double[] revenues) {
        if (revenues.length == 0) {
            Measure none = Measure.undefined("no customers");
            return new RevenueGroup(0, 0, none, none, none);
        }
        Moments moments = Moments.of(revenues);
        double[] sorted = SortedDoubles.of(revenues);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
        return new RevenueGroup(
                revenues.length,
                moments.sum(),
                Measure.of(moments.mean()),
                Measure.of(median),
                revenues.length < 2 ? Measure.undefined("one customer") : Measure.of(Math.sqrt(moments.variance())));
    }

    /**
     * One readable line.
     *
     * @return for example {@code 2845 customers, total 1.0E8, mean 35149.4, median 12000.0}
     */
    @Override
    public String toString() {
        return customers + (customers == 1 ? " customer" : " customers") + ", total " + total + ", mean " + mean
                + ", median " + median;
    }
}
