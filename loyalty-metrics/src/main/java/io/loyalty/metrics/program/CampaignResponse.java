package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * What is attributed to one promotion: observed, not caused. What a promotion causes needs a hold-out: {@link PromotionLift}.
 *
 * @param promotion its name
 * @param exposed number of customers who got it, whose time for it is over
 * @param tooRecent number of customers who got it, but too late to tell
 * @param responders number of the exposed with at least one attributed order, or a part of one
 * @param redeemers number of the exposed who handed in its coupon in time
 * @param orders attributed orders; parts of orders if they are split
 * @param revenue attributed revenue in minor units
 * @param revenuePerExposed attributed revenue per exposed customer, with a 95 % t interval
 */
public record CampaignResponse(
        String promotion,
        long exposed,
        long tooRecent,
        long responders,
        long redeemers,
        double orders,
        double revenue,
        Estimate revenuePerExposed) {

    /**
     * Refuses counts that cannot be.
     *
     * @param promotion its name
     * @param exposed number of customers who got it, whose time for it is over
     * @param tooRecent number of customers who got it, but too late to tell
     * @param responders number of the exposed with at least one attributed order
     * @param redeemers number of the exposed who handed in its coupon in time
     * @param orders attributed orders
     * @param revenue attributed revenue in minor units
     * @param revenuePerExposed attributed revenue per exposed customer
     * @throws IllegalArgumentException if a part exceeds its whole
     */
    public CampaignResponse {
        Objects.requireNonNull(promotion, "promotion");
        Objects.requireNonNull(revenuePerExposed, "revenuePerExposed");
        Rates.requirePart(responders, exposed, "responders");
        Rates.requirePart(redeemers, exposed, "redeemers");
    }

    /**
     * The share of the exposed to whom at least one order is attributed.
     *
     * @return the share with a 95 % Wilson interval; undefined without exposed customers
     */
    public Estimate responseRate() {
        return Rates.share(responders, exposed, "no exposed customers");
    }

    /**
     * The share of the exposed who handed in the coupon.
     *
     * @return the share with a 95 % Wilson interval; undefined without exposed customers
     */
    public Estimate redemptionRate() {
        return Rates.share(redeemers, exposed, "no exposed customers");
    }

    /**
     * Attributed orders per exposed customer.
     *
     * @return orders / exposed; undefined without exposed customers
     */
    public Measure ordersPerExposed() {
        return Rates.ratio(orders, exposed, "no exposed customers");
    }

    /**
     * One readable line.
     *
     * @return name, response rate and revenue per exposed customer
     */
    @Override
    public String toString() {
        return promotion + ": attributed response " + responseRate() + "; revenue per exposed " + revenuePerExposed;
    }
}
