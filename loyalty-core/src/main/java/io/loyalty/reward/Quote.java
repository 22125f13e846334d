package io.loyalty.reward;

import io.loyalty.points.Rejection;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a customer can have a reward, how many, at which prices, and if not, why not.
 *
 * @param reward the reward's id
 * @param quantity how many were asked for
 * @param obstacles what stands against it at any price
 * @param offers one for each price that the customer may choose, in the order of the reward; none if there is no such reward
 */
public record Quote(String reward, long quantity, List<Rejection> obstacles, List<Offer> offers)
        implements Serializable {

    /**
     * Copies the lists.
     *
     * @param reward the reward's id
     * @param quantity how many were asked for, at least 1
     * @param obstacles what stands against it at any price
     * @param offers one for each price that the customer may choose
     * @throws IllegalArgumentException if the quantity is below 1
     */
    public Quote {
        Objects.requireNonNull(obstacles, "obstacles");
        Objects.requireNonNull(offers, "offers");
        Objects.requireNonNull(reward, "reward");
        obstacles = List.copyOf(obstacles);
        offers = List.copyOf(offers);
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
        }
    }

    /**
     * Whether the quantity asked for can be had at some price.
     *
     * @return true if so
     */
    public boolean isPossible() {
        return offers.stream().anyMatch(Offer::isPossible);
    }

    /**
     * How many the customer could have at the price that allows most.
     *
     * @return a number of at least 0
     */
    public long most() {
        return offers.stream().mapToLong(Offer::most).max().orElse(0);
    }

    /**
     * The offer at a price.
     *
     * @param price the price of one
     * @return the offer; empty if the customer may not choose that price
     */
    public Optional<Offer> offer(Price price) {
        Objects.requireNonNull(price, "price");
        return offers.stream().filter(offer -> offer.price().equals(price)).findFirst();
    }
}
