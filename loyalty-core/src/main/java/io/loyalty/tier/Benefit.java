package io.loyalty.tier;

import io.loyalty.money.Ratio;
import java.io.Serializable;
import java.util.Objects;

/**
 * A perk that comes with a tier and ends with it.
 *
 * <p>A benefit of one id may stand in several tiers with other values; what was used of it in one tier counts in the next.
 * Immutable.
 */
public sealed interface Benefit extends Serializable {

    /**
     * A share off the price.
     *
     * @param id the host's key, unique within a tier
     * @param rate the share, above 0 and at most 1
     * @param allowance how often it may be used
     */
    record Discount(String id, Ratio rate, Allowance allowance) implements Benefit {

        /**
         * Refuses shares that are none.
         *
         * @param id the host's key, unique within a tier
         * @param rate the share, above 0 and at most 1
         * @param allowance how often it may be used
         * @throws IllegalArgumentException if the id is blank or the rate is not in (0, 1]
         */
        public Discount {
            Objects.requireNonNull(rate, "rate");
            Label.require(id, "id");
            if (rate.compareTo(Ratio.ZERO) <= 0 || rate.compareTo(Ratio.ONE) > 0) {
                throw new IllegalArgumentException("rate must be in (0, 1]: " + rate);
            }
            Objects.requireNonNull(allowance, "allowance");
        }
    }

    /**
     * Reserving before others can.
     *
     * @param id the host's key, unique within a tier
     * @param allowance how often it may be used
     */
    record PriorityReservation(String id, Allowance allowance) implements Benefit {

        /**
         * Refuses a blank id.
         *
         * @param id the host's key, unique within a tier
         * @param allowance how often it may be used
         * @throws IllegalArgumentException if the id is blank
         */
        public PriorityReservation {
            Label.require(id, "id");
            Objects.requireNonNull(allowance, "allowance");
        }
    }

    /**
     * Being asked to an event.
     *
     * @param id the host's key, unique within a tier
     * @param allowance how often it may be used
     */
    record EventInvitation(String id, Allowance allowance) implements Benefit {

        /**
         * Refuses a blank id.
         *
         * @param id the host's key, unique within a tier
         * @param allowance how often it may be used
         * @throws IllegalArgumentException if the id is blank
         */
        public EventInvitation {
            Label.require(id, "id");
            Objects.requireNonNull(allowance, "allowance");
        }
    }

    /**
     * Somebody who takes care.
     *
     * @param id the host's key, unique within a tier
     * @param allowance how often it may be used
     */
    record Concierge(String id, Allowance allowance) implements Benefit {

        /**
         * Refuses a blank id.
         *
         * @param id the host's key, unique within a tier
         * @param allowance how often it may be used
         * @throws IllegalArgumentException if the id is blank
         */
        public Concierge {
            Label.require(id, "id");
            Objects.requireNonNull(allowance, "allowance");
        }
    }

    /**
     * Something to take home.
     *
     * @param id the host's key, unique within a tier
     * @param item what it is, as the host names it
     * @param allowance how often it may be used
     */
    record Gift(String id, String item, Allowance allowance) implements Benefit {

        /**
         * Refuses blank texts.
         *
         * @param id the host's key, unique within a tier
         * @param item what it is, as the host names it
         * @param allowance how often it may be used
         * @throws IllegalArgumentException if a text is blank
         */
        public Gift {
            Label.require(id, "id");
            Label.require(item, "item");
            Objects.requireNonNull(allowance, "allowance");
        }
    }

    /**
     * Anything else.
     *
     * @param id the host's key, unique within a tier
     * @param kind what it is, as the host names it
     * @param allowance how often it may be used
     */
    record Custom(String id, String kind, Allowance allowance) implements Benefit {

        /**
         * Refuses blank texts.
         *
         * @param id the host's key, unique within a tier
         * @param kind what it is, as the host names it
         * @param allowance how often it may be used
         * @throws IllegalArgumentException if a text is blank
         */
        public Custom {
            Label.require(id, "id");
            Label.require(kind, "kind");
            Objects.requireNonNull(allowance, "allowance");
        }
    }

    /**
     * The host's key, unique within a tier.
     *
     * @return the id
     */
    String id();

    /**
     * How often it may be used.
     *
     * @return the allowance
     */
    Allowance allowance();
}
