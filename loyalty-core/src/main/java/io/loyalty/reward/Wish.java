package io.loyalty.reward;

import io.loyalty.text.Code;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a customer would like to have: {@code Wish.of("coffee", Price.points(500)).times(2)}.
 *
 * @param reward the reward's id
 * @param price which of its prices, for one
 * @param quantity how many, at least 1
 */
public record Wish(String reward, Price price, long quantity) implements Serializable {

    /**
     * Refuses to want nothing.
     *
     * @param reward the reward's id
     * @param price which of its prices, for one
     * @param quantity how many, at least 1
     * @throws IllegalArgumentException if the id is no proper code, or the quantity is below 1
     */
    public Wish {
        Code.require(reward, "reward");
        Objects.requireNonNull(price, "price");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
        }
    }

    /**
     * One of a reward, at one of its prices.
     *
     * @param reward the reward's id
     * @param price the price
     * @return the wish
     * @throws IllegalArgumentException if the id is no proper code
     */
    public static Wish of(String reward, Price price) {
        return new Wish(reward, price, 1);
    }

    /**
     * This wish for another number.
     *
     * @param other how many, at least 1
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 1
     */
    public Wish times(long other) {
        return new Wish(reward, price, other);
    }
}
