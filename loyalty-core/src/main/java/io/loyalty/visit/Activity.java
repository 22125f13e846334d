package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import java.io.Serializable;
import java.time.Instant;

/**
 * A fact that happened, about one customer, at one instant.
 *
 * <p>The chief one is {@link Visit}; its counterpart is {@link Return}. What fits none of the named facts is a
 * {@link CustomActivity}. All are immutable records.
 */
public sealed interface Activity extends Serializable
        permits Visit, Return, Review, SignUp, ReferralMade, OccasionReached, CustomActivity {

    /**
     * The host's key of the fact.
     *
     * @return the id
     */
    ActivityId id();

    /**
     * Whom the fact is about.
     *
     * @return the customer's id
     */
    CustomerId customer();

    /**
     * When it happened.
     *
     * @return the instant
     */
    Instant at();
}
