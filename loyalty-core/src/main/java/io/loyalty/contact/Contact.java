package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.CustomerId;
import io.loyalty.visit.AttributeValue;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A planned touch with a customer: all that the host needs to write the text and to send it.
 *
 * <p>It may go out at any instant from {@code from} until before {@code until}: all that time lies on its date, outside the customer's
 * quiet hours, inside the plan's hours, and under consent. Immutable; printed without dates and parameters.
 *
 * @param customer whom to reach
 * @param rule the id of the rule
 * @param subject what it is about, for example the id of a visit or the year of a birthday; a rule says the same thing once only
 * @param date the date, by the customer's calendar
 * @param from the first instant at which it may go out
 * @param until the first instant after that at which it may not; later than {@code from}
 * @param channel by what means
 * @param purpose what for
 * @param template the host's key of the text
 * @param parameters what the text may mention, by name, sorted by name
 */
public record Contact(
        CustomerId customer,
        String rule,
        String subject,
        LocalDate date,
        Instant from,
        Instant until,
        ContactChannel channel,
        ContactPurpose purpose,
        String template,
        Map<String, AttributeValue> parameters)
        implements Serializable {

    /**
     * Copies the parameters and refuses blank texts and an empty time.
     *
     * @param customer whom to reach
     * @param rule the id of the rule
     * @param subject what it is about
     * @param date the date, by the customer's calendar
     * @param from the first instant at which it may go out
     * @param until the first instant after that at which it may not; later than {@code from}
     * @param channel by what means
     * @param purpose what for
     * @param template the host's key of the text
     * @param parameters what the text may mention, by name
     * @throws IllegalArgumentException if a text is blank or {@code until} is not after {@code from}
     */
    public Contact {
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(customer, "customer");
        Texts.require(rule, "rule");
        Texts.require(subject, "subject");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(purpose, "purpose");
        Texts.require(template, "template");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from: " + from + " and " + until);
        }
    }

    /**
     * What to keep of it once it has gone out.
     *
     * @return rule, subject, date and channel
     */
    public MadeContact made() {
        return new MadeContact(rule, subject, date, channel);
    }

    /**
     * Whom, by which rule and by what means, without dates, subject and parameters.
     *
     * @return for example {@code Contact[customer=c-7, rule=birthday, channel=EMAIL]}
     */
    @Override
    public String toString() {
        return "Contact[customer=" + customer + ", rule=" + rule + ", channel=" + channel + "]";
    }
}
