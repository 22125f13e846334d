package io.loyalty.reward;

import io.loyalty.text.Code;
import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A thing to get for points.
 *
 * <pre>{@code
 * Reward.of("coffee", Price.points(500))
 *         .or(Price.points(300).and(Money.parse("JPY 200")))
 *         .pricedFor("Gold", Price.points(400))
 *         .atMost(2, Limit.Per.MONTH)
 *         .whileStockLasts();
 * }</pre>
 *
 * <p>What costs no points at all is no reward but a benefit of a tier. Immutable; each verb gives a changed copy.
 *
 * @param id the host's key of the reward
 * @param prices what it costs, each an alternative to the others
 * @param pricesByTier what it costs instead for members of some tiers, by the tier's name, sorted
 * @param tiers the names of the tiers whose members may have it, sorted; empty for everybody
 * @param limits how many one customer may have
 * @param window on which business days it may be had
 * @param supply whether there is a stock that can run out
 */
public record Reward(
        String id,
        List<Price> prices,
        Map<String, List<Price>> pricesByTier,
        Set<String> tiers,
        List<Limit> limits,
        DateWindow window,
        Supply supply)
        implements Serializable {

    /** Whether there is a stock that can run out. */
    public enum Supply {
        /** There is always enough. The default. */
        UNLIMITED,
        /** As many as the {@link Stock} says. */
        WHILE_STOCK_LASTS
    }

    /**
     * Copies the collections and refuses contradictions.
     *
     * @param id the host's key of the reward
     * @param prices what it costs, each an alternative to the others
     * @param pricesByTier what it costs instead for members of some tiers, by the tier's name
     * @param tiers the names of the tiers whose members may have it; empty for everybody
     * @param limits how many one customer may have
     * @param window on which business days it may be had
     * @param supply whether there is a stock that can run out
     * @throws IllegalArgumentException if the id or a name is no proper code, there is no price or one twice, the window is empty, or
     *     there is a price for a tier whose members may not have it
     */
    public Reward {
        Objects.requireNonNull(prices, "prices");
        Objects.requireNonNull(pricesByTier, "pricesByTier");
        Objects.requireNonNull(tiers, "tiers");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(window, "window");
        Code.require(id, "id");
        prices = checked(prices, "prices");
        Map<String, List<Price>> byTier = new TreeMap<>();
        for (Map.Entry<String, List<Price>> entry : pricesByTier.entrySet()) {
            byTier.put(Code.require(entry.getKey(), "tier"), checked(entry.getValue(), "prices of the tier"));
        }
        pricesByTier = Collections.unmodifiableMap(byTier);
        tiers = Collections.unmodifiableSet(new TreeSet<>(tiers));
        for (String tier : tiers) {
            Code.require(tier, "tier");
        }
        limits = List.copyOf(limits);
        Objects.requireNonNull(supply, "supply");
        if (window.isEmpty()) {
            throw new IllegalArgumentException("window must not be empty: " + window);
        }
        if (!tiers.isEmpty() && !tiers.containsAll(pricesByTier.keySet())) {
            throw new IllegalArgumentException(
                    "prices must be for tiers among " + tiers + ": " + pricesByTier.keySet());
        }
    }

    /**
     * A reward for everybody, at any time, as often as wanted.
     *
     * @param id the host's key of the reward
     * @param price what it costs
     * @return the reward
     * @throws IllegalArgumentException if the id is no proper code
     */
    public static Reward of(String id, Price price) {
        return new Reward(id, List.of(price), Map.of(), Set.of(), List.of(), DateWindow.always(), Supply.UNLIMITED);
    }

    /**
     * This reward with one more price, as the customer chooses.
     *
     * @param alternative the price
     * @return the changed copy
     * @throws IllegalArgumentException if it has that price
     */
    public Reward or(Price alternative) {
        return new Reward(id, longer(prices, alternative), pricesByTier, tiers, limits, window, supply);
    }

    /**
     * This reward with prices of their own for members of a tier, instead of those for everybody.
     *
     * @param tier the tier's name
     * @param alternatives the prices, at least one
     * @return the changed copy
     * @throws IllegalArgumentException if there is no price or one twice, or members of the tier may not have the reward
     */
    public Reward pricedFor(String tier, Price... alternatives) {
        Map<String, List<Price>> more = new TreeMap<>(pricesByTier);
        more.put(tier, List.of(alternatives));
        return new Reward(id, prices, more, tiers, limits, window, supply);
    }

    /**
     * This reward, only for members of some tiers.
     *
     * @param names the tiers' names, instead of those there were
     * @return the changed copy
     * @throws IllegalArgumentException if none is named, or not one for which there is a price
     */
    public Reward forTier(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("names must not be empty");
        }
        return new Reward(id, prices, pricesByTier, new TreeSet<>(List.of(names)), limits, window, supply);
    }

    /**
     * This reward, at most so many for one customer in each stretch of the calendar.
     *
     * @param most how many, at least 1
     * @param per the stretch
     * @return the changed copy, with this limit besides those there were
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public Reward atMost(long most, Limit.Per per) {
        return atMost(new Limit.Calendar(most, per));
    }

    /**
     * This reward, at most so many for one customer in any stretch of some length.
     *
     * @param most how many, at least 1
     * @param period the length, not zero, no part of it negative
     * @return the changed copy, with this limit besides those there were
     * @throws IllegalArgumentException if {@code most} is below 1, or the period is zero or a part of it is negative
     */
    public Reward atMost(long most, Period period) {
        return atMost(new Limit.Rolling(most, period));
    }

    /**
     * This reward with one more limit.
     *
     * @param limit the limit
     * @return the changed copy
     */
    public Reward atMost(Limit limit) {
        return new Reward(id, prices, pricesByTier, tiers, longer(limits, limit), window, supply);
    }

    /**
     * This reward, only on business days in a range of dates.
     *
     * @param dates the dates, instead of those there were
     * @return the changed copy
     * @throws IllegalArgumentException if there is none
     */
    public Reward during(DateWindow dates) {
        return new Reward(id, prices, pricesByTier, tiers, limits, dates, supply);
    }

    /**
     * This reward, only as long as its {@link Stock} lasts.
     *
     * @return the changed copy
     */
    public Reward whileStockLasts() {
        return new Reward(id, prices, pricesByTier, tiers, limits, window, Supply.WHILE_STOCK_LASTS);
    }

    /**
     * What the reward costs a member of a tier.
     *
     * @param tier the tier's name, or empty for none
     * @return the tier's own prices, or those for everybody
     */
    public List<Price> pricesIn(String tier) {
        return pricesByTier.getOrDefault(tier, prices);
    }

    /**
     * Whether members of a tier may have it.
     *
     * @param tier the tier's name, or empty for none
     * @return true if so
     */
    public boolean isFor(String tier) {
        return tiers.isEmpty() || tiers.contains(tier);
    }

    private static List<Price> checked(Collection<Price> prices, String name) {
        if (prices.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        if (new HashSet<>(prices).size() < prices.size()) {
            throw new IllegalArgumentException(name + " must differ: " + prices);
        }
        return List.copyOf(prices);
    }

    private static <T> List<T> longer(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(Objects.requireNonNull(last));
        return more;
    }
}
