package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import io.loyalty.text.Code;
import io.loyalty.visit.AttributeValue;
import java.io.Serializable;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One sentence of the shop owner: what to say to whom, when, and by what means.
 *
 * <pre>{@code
 * ContactRule.send("thank-you").afterEvery(Purchases.first()).by(ContactChannel.LETTER);
 * ContactRule.send("how-is-it").afterEvery(Purchases.ofAtLeast(Money.parse("JPY 50000")), Period.ofMonths(3));
 * ContactRule.send("birthday-card").beforeBirthday(7).with("perk", "cake").withPriority(-1);
 * ContactRule.send("we-miss-you").whenOverdue(Ratio.parse("1.5")).toSegment("regulars").notAgainWithin(Period.ofMonths(6));
 * }</pre>
 *
 * <p>A rule says the same thing once only: about one visit, one birthday of one year, one end of a tier. Immutable; each verb gives
 * a changed copy.
 *
 * @param id the name by which contacts that were made know the rule, unique in its plan
 * @param template the host's key of the text
 * @param purpose what the contact is for
 * @param moment when there is something to say
 * @param audience to whom
 * @param manner by what means, how urgently, how patiently
 * @param parameters what the text may mention beside what the moment tells, by name, sorted by name
 */
public record ContactRule(
        String id,
        String template,
        ContactPurpose purpose,
        Moment moment,
        Audience audience,
        Manner manner,
        Map<String, AttributeValue> parameters)
        implements Serializable {

    /**
     * Copies the parameters and refuses names that are no proper words.
     *
     * @param id the name of the rule, 1 to 200 printable characters
     * @param template the host's key of the text, 1 to 200 printable characters
     * @param purpose what the contact is for
     * @param moment when there is something to say
     * @param audience to whom
     * @param manner by what means, how urgently, how patiently
     * @param parameters what the text may mention beside what the moment tells, by name
     * @throws IllegalArgumentException if a name is blank, begins or ends with a space, has a control character, or has more than
     *     200 characters
     */
    public ContactRule {
        Objects.requireNonNull(parameters, "parameters");
        Code.require(id, "id");
        Code.require(template, "template");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(manner, "manner");
        Map<String, AttributeValue> sorted = new TreeMap<>();
        parameters.forEach((name, value) ->
                sorted.put(Code.require(name, "parameter name"), Objects.requireNonNull(value, "parameter value")));
        parameters = Collections.unmodifiableMap(sorted);
    }

    /**
     * The beginning of a rule; when to send comes next. The rule is named after the text.
     *
     * @param template the host's key of the text, 1 to 200 printable characters
     * @return the beginning of the sentence
     * @throws IllegalArgumentException if the key is no proper word
     */
    public static Sending send(String template) {
        return new Sending(template);
    }

    static ContactRule of(String template, ContactPurpose purpose, Moment moment) {
        return new ContactRule(
                template, template, purpose, moment, Audience.EVERYBODY, Manner.of(purpose, moment), Map.of());
    }

    /**
     * This rule under another name.
     *
     * @param other the name
     * @return the changed copy
     * @throws IllegalArgumentException if the name is no proper word
     */
    public ContactRule named(String other) {
        return new ContactRule(other, template, purpose, moment, audience, manner, parameters);
    }

    /**
     * By these means, instead of in writing. The customer's preferred ones among them are tried first, then the others in this order.
     *
     * @param channels the means, the best first
     * @return the changed copy
     * @throws IllegalArgumentException if there is no channel or one stands twice
     */
    public ContactRule by(ContactChannel... channels) {
        return with(new Manner(
                List.of(channels), manner.consent(), manner.priority(), manner.patienceDays(), manner.again()));
    }

    /**
     * Under consent for another purpose than that of {@link ContactPurpose#consent()}.
     *
     * @param consent the purpose, exactly as the customers' consents say it
     * @return the changed copy
     * @throws IllegalArgumentException if the purpose is no proper word
     */
    public ContactRule underConsentTo(String consent) {
        return with(new Manner(manner.channels(), consent, manner.priority(), manner.patienceDays(), manner.again()));
    }

    /**
     * With another priority than 0.
     *
     * @param priority contacts with lower numbers go first
     * @return the changed copy
     */
    public ContactRule withPriority(int priority) {
        return with(new Manner(manner.channels(), manner.consent(), priority, manner.patienceDays(), manner.again()));
    }

    /**
     * With other patience than that of {@link Moment#patienceDays()}.
     *
     * @param days for how many days after the date on which it is due a contact may still go out, 0 to 366; never beyond the date
     *     before which the moment wants it
     * @return the changed copy
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule noLaterThan(int days) {
        return with(new Manner(manner.channels(), manner.consent(), manner.priority(), days, manner.again()));
    }

    /**
     * Not again so soon after the last contact of this rule.
     *
     * @param period how long after it the next may follow
     * @return the changed copy
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public ContactRule notAgainWithin(Period period) {
        return with(new Manner(manner.channels(), manner.consent(), manner.priority(), manner.patienceDays(), period));
    }

    /**
     * To holders of these tiers alone.
     *
     * @param tiers their names
     * @return the changed copy
     * @throws IllegalArgumentException if a name is blank
     */
    public ContactRule toTier(String... tiers) {
        return with(new Audience(Set.of(tiers), audience.segments()));
    }

    /**
     * To members of this segment, and of those named already.
     *
     * @param segment the segment
     * @return the changed copy
     * @throws IllegalArgumentException if the segment is no proper word
     */
    public ContactRule toSegment(String segment) {
        Set<String> more = new TreeSet<>(audience.segments());
        more.add(segment);
        return with(new Audience(audience.tiers(), more));
    }

    /**
     * With a text that goes along with every contact of this rule, the key of a perk for example.
     *
     * @param name the name of the parameter
     * @param text the text
     * @return the changed copy
     * @throws IllegalArgumentException if the name is no proper word
     */
    public ContactRule with(String name, String text) {
        return with(name, new AttributeValue.Text(text));
    }

    /**
     * With a value that goes along with every contact of this rule. What the moment tells under the same name comes before it.
     *
     * @param name the name of the parameter
     * @param value the value
     * @return the changed copy
     * @throws IllegalArgumentException if the name is no proper word
     */
    public ContactRule with(String name, AttributeValue value) {
        Map<String, AttributeValue> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new ContactRule(id, template, purpose, moment, audience, manner, more);
    }

    private ContactRule with(Manner other) {
        return new ContactRule(id, template, purpose, moment, audience, other, parameters);
    }

    private ContactRule with(Audience other) {
        return new ContactRule(id, template, purpose, moment, other, manner, parameters);
    }
}
