package io.loyalty.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One use of a benefit.
 *
 * @param key the host's key of the use: a receipt, a booking; one key names one use
 * @param benefit the id of the benefit
 * @param at when it was used
 */
public record BenefitUse(String key, String benefit, Instant at) implements Serializable {

    /**
     * Refuses blank texts.
     *
     * @param key the host's key of the use
     * @param benefit the id of the benefit
     * @param at when it was used
     * @throws IllegalArgumentException if a text is blank
     */
    public BenefitUse {
        Label.require(key, "key");
        Label.require(benefit, "benefit");
        Objects.requireNonNull(at, "at");
    }
}
