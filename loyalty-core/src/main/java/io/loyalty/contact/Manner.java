package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import io.loyalty.text.Code;
import java.io.Serializable;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/**
 * How a rule's contacts are made: by which means, under which consent, how urgently, and how patiently. Immutable.
 *
 * @param channels the means, the best first, each once; those that the customer prefers are tried before the others
 * @param consent the purpose for which the customer must have consented to the channel
 * @param priority contacts with lower numbers go first
 * @param patienceDays for how many days after the date on which it is due a contact may still go out
 * @param again how long after a contact of the same rule the next one may follow; zero for any time
 */
public record Manner(List<ContactChannel> channels, String consent, int priority, int patienceDays, Period again)
        implements Serializable {

    /** In writing, which disturbs least: by e-mail, message or letter. */
    static final List<ContactChannel> IN_WRITING =
            List.of(ContactChannel.EMAIL, ContactChannel.MESSAGE, ContactChannel.LETTER);

    /**
     * Copies the channels and refuses manners that reach nobody.
     *
     * @param channels the means, the best first, at least one, each once
     * @param consent the purpose for which the customer must have consented to the channel
     * @param priority contacts with lower numbers go first
     * @param patienceDays for how many days after the date on which it is due a contact may still go out, 0 to 366
     * @param again how long after a contact of the same rule the next one may follow, no part negative
     * @throws IllegalArgumentException if there is no channel or one stands twice, the consent is no proper word, or a number or
     *     the period is out of range
     */
    public Manner {
        Objects.requireNonNull(channels, "channels");
        channels = List.copyOf(channels);
        if (channels.isEmpty() || EnumSet.copyOf(channels).size() < channels.size()) {
            throw new IllegalArgumentException("channels must be at least one, each once: " + channels);
        }
        Code.require(consent, "consent");
        if (patienceDays < 0 || patienceDays > 366) {
            throw new IllegalArgumentException("patienceDays must be in [0, 366]: " + patienceDays);
        }
        if (Objects.requireNonNull(again, "again").isNegative()) {
            throw new IllegalArgumentException("again must not be negative in any part: " + again);
        }
    }

    static Manner of(ContactPurpose purpose, Moment moment) {
        return new Manner(IN_WRITING, purpose.consent(), 0, moment.patienceDays(), Period.ZERO);
    }
}
