package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import java.util.Objects;

/**
 * What one customer is expected to bring, and what that is made of; each with its interval where the models were fitted.
 *
 * @param alive the probability to be a customer still
 * @param purchases the discounted expected number of purchases
 * @param spend the expected value of a purchase, in units of money
 * @param value purchases × spend × margin, in units of money
 */
public record CustomerValue(Estimate alive, Estimate purchases, Estimate spend, Estimate value) {

    /**
     * Refuses missing parts.
     *
     * @param alive the probability to be a customer still
     * @param purchases the discounted expected number of purchases
     * @param spend the expected value of a purchase
     * @param value purchases × spend × margin
     */
    public CustomerValue {
        Objects.requireNonNull(alive, "alive");
        Objects.requireNonNull(purchases, "purchases");
        Objects.requireNonNull(spend, "spend");
        Objects.requireNonNull(value, "value");
    }
}
