package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import java.io.Serializable;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * An upper limit of contacts: so many within any period of a length, looking back from each date.
 *
 * <p>Two within one month means that of the dates after 6 June through 6 July no more than two have a contact's, and so for
 * every other date. Immutable.
 *
 * @param most how many, at least 0
 * @param within the length of the period, not zero, no part of it negative
 * @param channels the channels whose contacts are counted and limited, together
 */
public record ContactCap(int most, Period within, Set<ContactChannel> channels) implements Serializable {

    /**
     * Copies the channels and refuses limits without sense.
     *
     * @param most how many, at least 0
     * @param within the length of the period, not zero, no part of it negative
     * @param channels the channels whose contacts are counted and limited, at least one
     * @throws IllegalArgumentException if the number is below 0, the period is not positive, or there is no channel
     */
    public ContactCap {
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(channels, "channels");
        if (most < 0) {
            throw new IllegalArgumentException("most must be at least 0: " + most);
        }
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("within must be above zero and not negative in any part: " + within);
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels must not be empty");
        }
        channels = Collections.unmodifiableSet(EnumSet.copyOf(channels));
    }

    /**
     * A limit over all channels.
     *
     * @param most how many, at least 0
     * @param within the length of the period
     * @return the limit
     * @throws IllegalArgumentException if the number is below 0 or the period is not positive
     */
    public static ContactCap of(int most, Period within) {
        return new ContactCap(most, within, EnumSet.allOf(ContactChannel.class));
    }
}
