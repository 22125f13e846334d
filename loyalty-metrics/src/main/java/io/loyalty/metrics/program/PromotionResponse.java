package io.loyalty.metrics.program;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Purchases after promotions, attributed to them: see {@link PromotionAttribution} for the rules.
 *
 * @param attribution the rules
 * @param promotions the response to each promotion, by name
 * @param customers number of customers looked at
 * @param orders number of their orders up to the last day
 * @param attributedOrders number of orders that belong to a promotion, one that is too recent included
 * @param attributedRevenue their sum, in minor units
 * @param strayRedemptions number of coupons handed in without the promotion having been got, or out of its time
 */
public record PromotionResponse(
        PromotionAttribution attribution,
        List<CampaignResponse> promotions,
        long customers,
        long orders,
        long attributedOrders,
        long attributedRevenue,
        long strayRedemptions) {

    /**
     * Copies the list.
     *
     * @param attribution the rules
     * @param promotions the response to each promotion, by name
     * @param customers number of customers looked at
     * @param orders number of their orders up to the last day
     * @param attributedOrders number of orders that belong to a promotion
     * @param attributedRevenue their sum, in minor units
     * @param strayRedemptions number of coupons handed in without the promotion having been got, or out of its time
     */
    public PromotionResponse {
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(promotions, "promotions");
        promotions = List.copyOf(promotions);
    }

    /**
     * The response to one promotion.
     *
     * @param promotion its name
     * @return the response; empty if nobody got it
     */
    public Optional<CampaignResponse> of(String promotion) {
        return promotions.stream()
                .filter(response -> response.promotion().equals(promotion))
                .findFirst();
    }

    /**
     * One readable line.
     *
     * @return the counts and the rules
     */
    @Override
    public String toString() {
        return promotions.size() + " promotions, " + customers + " customers; attributed " + attributedOrders + " of "
                + orders + " orders (" + attribution + ")";
    }
}
