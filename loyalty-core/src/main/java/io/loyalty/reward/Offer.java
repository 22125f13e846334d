package io.loyalty.reward;

import io.loyalty.points.Rejection;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A reward at one of its prices, as a customer sees it.
 *
 * @param price the price of one
 * @param most how many the customer could have at this price, each of the limits, the stock and the points allowing; 0 if none
 * @param obstacles all that stands against the quantity asked for; empty if it can be had
 */
public record Offer(Price price, long most, List<Rejection> obstacles) implements Serializable {

    /**
     * Copies the list.
     *
     * @param price the price of one
     * @param most how many the customer could have at this price, at least 0
     * @param obstacles all that stands against the quantity asked for
     * @throws IllegalArgumentException if {@code most} is below 0
     */
    public Offer {
        Objects.requireNonNull(obstacles, "obstacles");
        Objects.requireNonNull(price, "price");
        obstacles = List.copyOf(obstacles);
        if (most < 0) {
            throw new IllegalArgumentException("most must be at least 0: " + most);
        }
    }

    /**
     * Whether the quantity asked for can be had.
     *
     * @return true if nothing stands against it
     */
    public boolean isPossible() {
        return obstacles.isEmpty();
    }
}
