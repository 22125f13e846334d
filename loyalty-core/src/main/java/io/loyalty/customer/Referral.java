package io.loyalty.customer;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One customer brought another.
 *
 * <p>Nobody refers oneself. Immutable.
 *
 * @param referrer who brought the other
 * @param referee who was brought
 * @param at when the referral was made
 */
public record Referral(CustomerId referrer, CustomerId referee, Instant at) implements Serializable {

    /**
     * Refuses a referral of oneself.
     *
     * @param referrer who brought the other
     * @param referee who was brought
     * @param at when the referral was made
     * @throws IllegalArgumentException if both are the same customer
     */
    public Referral {
        Objects.requireNonNull(referrer, "referrer");
        Objects.requireNonNull(referee, "referee");
        Objects.requireNonNull(at, "at");
        if (referrer.equals(referee)) {
            throw new IllegalArgumentException("referee must differ from the referrer: " + referee);
        }
    }
}
