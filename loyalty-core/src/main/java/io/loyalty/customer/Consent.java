package io.loyalty.customer;

import io.loyalty.text.Code;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A customer's decision, from an instant on, whether a channel may be used for a purpose.
 *
 * <p>Decisions are records of what was said, never changed: a withdrawal is a later decision beside the grant.
 * {@link ContactPreferences#allows} says which one is in force. Immutable.
 *
 * @param channel the channel that may or may not be used
 * @param purpose what for: one of the constants or a word of the host's own
 * @param decision granted or withdrawn
 * @param since the instant from which the decision is in force
 */
public record Consent(ContactChannel channel, String purpose, Decision decision, Instant since)
        implements Serializable {

    /** Purpose of offers, campaigns and greetings. */
    public static final String MARKETING = "MARKETING";

    /** Purpose of notices about the membership itself: points about to expire, a new tier. */
    public static final String SERVICE = "SERVICE";

    /** Purpose of surveys. */
    public static final String RESEARCH = "RESEARCH";

    /** What the customer said. */
    public enum Decision {
        /** The channel may be used. */
        GRANTED,
        /** The channel may not be used, or no longer. */
        WITHDRAWN
    }

    /**
     * Refuses a purpose that is no proper word.
     *
     * @param channel the channel that may or may not be used
     * @param purpose what for, 1 to 200 printable characters
     * @param decision granted or withdrawn
     * @param since the instant from which the decision is in force
     * @throws IllegalArgumentException if the purpose is blank, begins or ends with a space, has a control character, or
     *     has more than 200 characters
     */
    public Consent {
        Objects.requireNonNull(channel, "channel");
        Code.require(purpose, "purpose");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(since, "since");
    }

    /**
     * A grant.
     *
     * @param channel the channel that may be used
     * @param purpose what for
     * @param since the instant from which it is in force
     * @return the decision
     * @throws IllegalArgumentException if the purpose is no proper word
     */
    public static Consent granted(ContactChannel channel, String purpose, Instant since) {
        return new Consent(channel, purpose, Decision.GRANTED, since);
    }

    /**
     * A withdrawal.
     *
     * @param channel the channel that may not be used
     * @param purpose what for
     * @param since the instant from which it is in force
     * @return the decision
     * @throws IllegalArgumentException if the purpose is no proper word
     */
    public static Consent withdrawn(ContactChannel channel, String purpose, Instant since) {
        return new Consent(channel, purpose, Decision.WITHDRAWN, since);
    }
}
