package io.loyalty.reward;

import io.loyalty.customer.CustomerId;
import io.loyalty.text.Code;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How many of one reward there are, and for whom some are put aside.
 *
 * <p>The host keeps one value for each reward that can run out, shared by all customers, and replaces it by the next one that a
 * {@link Redemption} carries, provided that nobody else has replaced it meanwhile; otherwise it asks again with the newer value. What is put aside for a hold is free again when the hold lapses, whether or not anybody has written it
 * down. Immutable.
 *
 * @param reward the reward's id
 * @param onHand how many there are, those put aside among them; {@link Long#MAX_VALUE} means without limit
 * @param reservations what is put aside, each customer's key once
 */
public record Stock(String reward, long onHand, List<Reservation> reservations) implements Serializable {

    /**
     * Some put aside for a customer.
     *
     * @param customer for whom
     * @param key the key of the hold
     * @param quantity how many, at least 1
     * @param lapsesAt the first instant at which they are free again; {@link Instant#MAX} for never
     */
    public record Reservation(CustomerId customer, String key, long quantity, Instant lapsesAt)
            implements Serializable {
        /**
         * Refuses to put aside nothing.
         *
         * @param customer for whom
         * @param key the key of the hold
         * @param quantity how many, at least 1
         * @param lapsesAt the first instant at which they are free again
         * @throws IllegalArgumentException if the quantity is below 1
         */
        public Reservation {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(lapsesAt, "lapsesAt");
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
            }
        }

        private boolean isOf(CustomerId other, String otherKey) {
            return customer.equals(other) && key.equals(otherKey);
        }
    }

    /**
     * Copies the list and refuses less than nothing.
     *
     * @param reward the reward's id
     * @param onHand how many there are, at least 0
     * @param reservations what is put aside, each customer's key once
     * @throws IllegalArgumentException if the id is no proper code, {@code onHand} is below 0, or a customer's key stands twice
     */
    public Stock {
        Objects.requireNonNull(reservations, "reservations");
        Code.require(reward, "reward");
        reservations = List.copyOf(reservations);
        if (onHand < 0) {
            throw new IllegalArgumentException("onHand must be at least 0: " + onHand);
        }
        if (reservations.stream()
                        .map(r -> List.of(r.customer(), r.key()))
                        .distinct()
                        .count()
                < reservations.size()) {
            throw new IllegalArgumentException("reservations must have keys of their own for each customer");
        }
    }

    /**
     * So many, none of them put aside.
     *
     * @param reward the reward's id
     * @param onHand how many there are, at least 0
     * @return the stock
     * @throws IllegalArgumentException if {@code onHand} is below 0
     */
    public static Stock of(String reward, long onHand) {
        return new Stock(reward, onHand, List.of());
    }

    /**
     * The stock of what cannot run out.
     *
     * @param reward the reward's id
     * @return a stock that never changes
     */
    public static Stock unlimited(String reward) {
        return new Stock(reward, Long.MAX_VALUE, List.of());
    }

    /**
     * Whether the reward cannot run out.
     *
     * @return true if so
     */
    public boolean isUnlimited() {
        return onHand == Long.MAX_VALUE;
    }

    /**
     * How many can be had at an instant.
     *
     * @param at the instant
     * @return those there are, less what is put aside at that instant; at least 0
     */
    public long available(Instant at) {
        long left = onHand;
        if (!isUnlimited()) {
            for (Reservation reservation : reservations) {
                if (at.isBefore(reservation.lapsesAt())) {
                    left = Math.max(0, left - reservation.quantity());
                }
            }
        }
        return left;
    }

    /**
     * This stock after a delivery.
     *
     * @param quantity how many came, at least 0
     * @return the changed copy
     * @throws IllegalArgumentException if the quantity is below 0
     * @throws ArithmeticException if there would be {@link Long#MAX_VALUE} or more
     */
    public Stock plus(long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity must be at least 0: " + quantity);
        }
        if (isUnlimited()) {
            return this;
        }
        if (onHand >= Long.MAX_VALUE - quantity) {
            throw new ArithmeticException("stock overflow: " + onHand + " + " + quantity);
        }
        return new Stock(reward, onHand + quantity, reservations);
    }

    /**
     * This stock without what was put aside and is free again.
     *
     * @param at the instant
     * @return a stock of which every question about {@code at} and later instants has the same answer
     */
    public Stock swept(Instant at) {
        List<Reservation> open = new ArrayList<>(reservations);
        open.removeIf(reservation -> !at.isBefore(reservation.lapsesAt()));
        return open.size() == reservations.size() ? this : new Stock(reward, onHand, open);
    }

    Stock taken(long quantity) {
        return isUnlimited() ? this : new Stock(reward, onHand - quantity, reservations);
    }

    Stock reserved(Reservation reservation) {
        if (isUnlimited()) {
            return this;
        }
        List<Reservation> more = new ArrayList<>(reservations);
        more.add(reservation);
        return new Stock(reward, onHand, more);
    }

    Stock released(CustomerId customer, String key) {
        List<Reservation> others = new ArrayList<>(reservations);
        return others.removeIf(reservation -> reservation.isOf(customer, key))
                ? new Stock(reward, onHand, others)
                : this;
    }
}
