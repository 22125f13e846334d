package io.loyalty.reward;

import io.loyalty.customer.CustomerId;
import io.loyalty.points.PointType;
import io.loyalty.points.Position;
import io.loyalty.time.BusinessDay;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a catalogue must know of the customer and the shelves.
 *
 * @param uses what the customer has had before
 * @param tier the name of the customer's tier, or empty for none
 * @param businessDay the program's zone, and the time at which its day turns
 * @param points how many points the customer can spend, by their currency, sorted; 0 of those not named
 * @param stocks what is left of the rewards that can run out, by the reward's id, sorted; nothing of those not named
 */
public record RewardContext(
        RewardUses uses, String tier, BusinessDay businessDay, Map<String, Long> points, Map<String, Stock> stocks)
        implements Serializable {

    /**
     * Copies the maps.
     *
     * @param uses what the customer has had before
     * @param tier the name of the customer's tier, or empty for none
     * @param businessDay the program's zone, and the time at which its day turns
     * @param points how many points the customer can spend, by their currency
     * @param stocks what is left of the rewards that can run out, by the reward's id
     * @throws IllegalArgumentException if points are below 0, or a stock is filed under another reward's id
     */
    public RewardContext {
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(stocks, "stocks");
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(businessDay, "businessDay");
        points = Collections.unmodifiableMap(new TreeMap<>(points));
        stocks = Collections.unmodifiableMap(new TreeMap<>(stocks));
        points.forEach((currency, number) -> {
            if (number < 0) {
                throw new IllegalArgumentException(currency + " must be at least 0: " + number);
            }
        });
        stocks.forEach((id, stock) -> {
            if (!stock.reward().equals(id)) {
                throw new IllegalArgumentException("stock of '" + id + "' must be its own: '" + stock.reward() + "'");
            }
        });
    }

    /**
     * A customer without tier, points and past, before empty shelves.
     *
     * @param customer who
     * @param businessDay the program's zone, and the time at which its day turns
     * @return the context
     */
    public static RewardContext of(CustomerId customer, BusinessDay businessDay) {
        return new RewardContext(RewardUses.none(customer), "", businessDay, Map.of(), Map.of());
    }

    /**
     * This context with another tier.
     *
     * @param other the name of the customer's tier, or empty for none
     * @return the changed copy
     */
    public RewardContext withTier(String other) {
        return new RewardContext(uses, other, businessDay, points, stocks);
    }

    /**
     * This context with other points of the usual currency.
     *
     * @param available how many the customer can spend
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 0
     */
    public RewardContext withPoints(long available) {
        return withPoints(PointType.POINTS, available);
    }

    /**
     * This context with other points of a currency.
     *
     * @param currency the name of the points
     * @param available how many the customer can spend
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 0
     */
    public RewardContext withPoints(String currency, long available) {
        Map<String, Long> more = new TreeMap<>(points);
        more.put(currency, available);
        return new RewardContext(uses, tier, businessDay, more, stocks);
    }

    /**
     * This context with the points of an account.
     *
     * @param account the account in one currency, at the instant of the question
     * @return the changed copy
     */
    public RewardContext with(Position account) {
        return withPoints(account.currency(), account.available());
    }

    /**
     * This context with another past.
     *
     * @param other what the customer has had before
     * @return the changed copy
     */
    public RewardContext with(RewardUses other) {
        return new RewardContext(other, tier, businessDay, points, stocks);
    }

    /**
     * This context with another stock of a reward.
     *
     * @param stock what is left
     * @return the changed copy
     */
    public RewardContext with(Stock stock) {
        Map<String, Stock> more = new TreeMap<>(stocks);
        more.put(stock.reward(), stock);
        return new RewardContext(uses, tier, businessDay, points, more);
    }

    long available(String currency) {
        return points.getOrDefault(currency, 0L);
    }
}
