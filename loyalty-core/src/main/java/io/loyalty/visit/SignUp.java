package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import java.time.Instant;
import java.util.Objects;

/**
 * A customer joined the program.
 *
 * @param id the host's key of the fact
 * @param customer who joined
 * @param at when
 * @param place where
 */
public record SignUp(ActivityId id, CustomerId customer, Instant at, Place place) implements Activity {

    /**
     * Refuses missing parts.
     *
     * @param id the host's key of the fact
     * @param customer who joined
     * @param at when
     * @param place where
     */
    public SignUp {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(place, "place");
    }
}
