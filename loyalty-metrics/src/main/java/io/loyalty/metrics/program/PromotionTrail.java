package io.loyalty.metrics.program;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What one customer was sent, bought, and handed in.
 *
 * @param exposures the promotions the customer got
 * @param orders what the customer bought, also before
 * @param redemptions the coupons or codes the customer handed in
 */
public record PromotionTrail(List<Exposure> exposures, List<Order> orders, List<Redemption> redemptions)
        implements Serializable {

    /**
     * A customer got a promotion.
     *
     * @param promotion its name
     * @param day when
     */
    public record Exposure(String promotion, LocalDate day) implements Serializable {
        /**
         * Refuses missing parts.
         *
         * @param promotion its name
         * @param day when
         */
        public Exposure {
            Objects.requireNonNull(promotion, "promotion");
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * A customer ordered.
     *
     * @param day when
     * @param amount the amount in minor units; amounts of 0 or below are no orders
     */
    public record Order(LocalDate day, long amount) implements Serializable {
        /**
         * Refuses a missing day.
         *
         * @param day when
         * @param amount the amount in minor units
         */
        public Order {
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * A customer handed in a coupon of a promotion.
     *
     * @param promotion its name
     * @param day when
     */
    public record Redemption(String promotion, LocalDate day) implements Serializable {
        /**
         * Refuses missing parts.
         *
         * @param promotion its name
         * @param day when
         */
        public Redemption {
            Objects.requireNonNull(promotion, "promotion");
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * Copies the lists; they may be in any order.
     *
     * @param exposures the promotions the customer got
     * @param orders what the customer bought
     * @param redemptions the coupons or codes the customer handed in
     */
    public PromotionTrail {
        Objects.requireNonNull(exposures, "exposures");
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(redemptions, "redemptions");
        exposures = List.copyOf(exposures);
        orders = List.copyOf(orders);
        redemptions = List.copyOf(redemptions);
    }
}
