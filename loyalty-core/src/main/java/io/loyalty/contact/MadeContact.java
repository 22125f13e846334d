package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A contact that has been made, or is going to be: what the host keeps so that it is not made again.
 *
 * <p>Contacts outside any plan, a campaign for example, belong here too, under a rule and a subject of the host's own: limits and gaps
 * count them. Immutable.
 *
 * @param rule the id of the rule
 * @param subject what it was about; a rule says the same thing once only
 * @param date the date, by the customer's calendar
 * @param channel by what means
 */
public record MadeContact(String rule, String subject, LocalDate date, ContactChannel channel) implements Serializable {

    /**
     * Refuses blank texts.
     *
     * @param rule the id of the rule
     * @param subject what it was about
     * @param date the date, by the customer's calendar
     * @param channel by what means
     * @throws IllegalArgumentException if a text is blank or the date lies outside the years 1 to 9999
     */
    public MadeContact {
        Objects.requireNonNull(date, "date");
        Texts.require(rule, "rule");
        Texts.require(subject, "subject");
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("date must lie within the years 1 to 9999");
        }
        Objects.requireNonNull(channel, "channel");
    }

    /**
     * Rule and channel, without the date, which may tell a birthday.
     *
     * @return for example {@code MadeContact[rule=birthday, channel=EMAIL]}
     */
    @Override
    public String toString() {
        return "MadeContact[rule=" + rule + ", channel=" + channel + "]";
    }
}
