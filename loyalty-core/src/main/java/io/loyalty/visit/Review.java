package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import io.loyalty.text.Code;
import java.time.Instant;
import java.util.Objects;

/**
 * A customer judged a product in public.
 *
 * @param id the host's key of the review
 * @param customer who wrote it
 * @param at when it was published
 * @param product the code of the product
 * @param rating the stars given, 1 to 5
 * @param origin whether the writer is known to have bought the product
 */
public record Review(ActivityId id, CustomerId customer, Instant at, String product, int rating, ReviewOrigin origin)
        implements Activity {

    /**
     * Refuses a rating out of range.
     *
     * @param id the host's key of the review
     * @param customer who wrote it
     * @param at when it was published
     * @param product the code of the product, 1 to 200 printable characters
     * @param rating the stars given, 1 to 5
     * @param origin whether the writer is known to have bought the product
     * @throws IllegalArgumentException if the rating is not in [1, 5], or the product is no proper code
     */
    public Review {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Code.require(product, "product");
        Objects.requireNonNull(origin, "origin");
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("rating must be in [1, 5]: " + rating);
        }
    }
}
