package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * What a cohort did in one period of its age.
 *
 * <p>If the period is not over at the end of observation, everything is undefined, with that reason.
 *
 * @param customers number of customers active in the period
 * @param orders number of orders
 * @param revenue revenue in minor units, by the rules for refunds
 * @param retention customers over the size of the cohort, with a Wilson interval; undefined for a cohort of nobody
 * @param cumulativeRevenuePerHead revenue from the first period to this one over the size of the cohort; undefined for a
 *     cohort of nobody
 */
public record CohortCell(
        Measure customers, Measure orders, Measure revenue, Estimate retention, Measure cumulativeRevenuePerHead) {

    /**
     * Refuses missing parts.
     *
     * @param customers number of customers active in the period
     * @param orders number of orders
     * @param revenue revenue in minor units
     * @param retention customers over the size of the cohort
     * @param cumulativeRevenuePerHead revenue so far over the size of the cohort
     */
    public CohortCell {
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(revenue, "revenue");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(cumulativeRevenuePerHead, "cumulativeRevenuePerHead");
    }

    /**
     * One readable line.
     *
     * @return for example {@code retention 0.38 [0.35, 0.41] (95 % Wilson), n = 885; revenue per head so far 1034.2}
     */
    @Override
    public String toString() {
        return "retention " + retention + "; revenue per head so far " + cumulativeRevenuePerHead;
    }
}
