package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import java.time.Instant;
import java.util.Objects;

/**
 * A customer brought another one.
 *
 * @param id the host's key of the fact
 * @param customer the referrer: who brought the other
 * @param at when the referral was made
 * @param referee who was brought
 */
public record ReferralMade(ActivityId id, CustomerId customer, Instant at, CustomerId referee) implements Activity {

    /**
     * Refuses a referral of oneself.
     *
     * @param id the host's key of the fact
     * @param customer the referrer: who brought the other
     * @param at when the referral was made
     * @param referee who was brought
     * @throws IllegalArgumentException if both are the same customer
     */
    public ReferralMade {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(referee, "referee");
        if (customer.equals(referee)) {
            throw new IllegalArgumentException("referee must differ from the referrer: " + referee);
        }
    }

    /**
     * Who brought whom, and when.
     *
     * @return the referral
     */
    public Referral referral() {
        return new Referral(customer, referee, at);
    }
}
