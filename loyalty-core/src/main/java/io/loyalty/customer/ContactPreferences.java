package io.loyalty.customer;

import io.loyalty.time.WeeklyHours;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a customer wishes to be reached: channels in order of liking, what was consented to, and when to leave in peace.
 *
 * <p>Consents are kept sorted by instant, then channel, purpose and decision, each once. Immutable; printed without its
 * contents.
 *
 * @param preferred the channels the customer likes, the dearest first, each once; a channel that is missing may still be
 *     allowed
 * @param consents the decisions of the customer so far
 * @param quiet the hours of the week in which the customer does not want to be disturbed
 * @param zone the time zone of the quiet hours
 */
public record ContactPreferences(List<ContactChannel> preferred, List<Consent> consents, WeeklyHours quiet, ZoneId zone)
        implements Serializable {

    private static final Comparator<Consent> ORDER = Comparator.comparing(Consent::since)
            .thenComparing(Consent::channel)
            .thenComparing(Consent::purpose)
            .thenComparing(Consent::decision);

    /** No wish known: no preferred channel, no consent, no quiet hours. */
    public static final ContactPreferences NONE =
            new ContactPreferences(List.of(), List.of(), WeeklyHours.none(), ZoneOffset.UTC);

    /**
     * Copies the lists, sorts the consents, and refuses a preferred channel that stands twice.
     *
     * @param preferred the channels the customer likes, the dearest first, each once
     * @param consents the decisions of the customer so far, in any order
     * @param quiet the hours of the week in which the customer does not want to be disturbed
     * @param zone the time zone of the quiet hours
     * @throws IllegalArgumentException if a preferred channel stands twice
     */
    public ContactPreferences {
        preferred = List.copyOf(Objects.requireNonNull(preferred, "preferred"));
        for (int i = 1; i < preferred.size(); i++) {
            if (preferred.subList(0, i).contains(preferred.get(i))) {
                throw new IllegalArgumentException(
                        "preferred[" + i + "] must not repeat a channel: " + preferred.get(i));
            }
        }
        TreeSet<Consent> sorted = new TreeSet<>(ORDER);
        sorted.addAll(Objects.requireNonNull(consents, "consents"));
        consents = List.copyOf(sorted);
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(zone, "zone");
    }

    /**
     * These wishes with other preferred channels.
     *
     * @param channels the channels the customer likes, the dearest first, each once
     * @return the changed copy
     * @throws IllegalArgumentException if a channel stands twice
     */
    public ContactPreferences withPreferred(ContactChannel... channels) {
        return new ContactPreferences(List.of(channels), consents, quiet, zone);
    }

    /**
     * These wishes with one more decision.
     *
     * @param consent the decision
     * @return the changed copy
     */
    public ContactPreferences withConsent(Consent consent) {
        List<Consent> more = new ArrayList<>(consents);
        more.add(Objects.requireNonNull(consent, "consent"));
        return new ContactPreferences(preferred, more, quiet, zone);
    }

    /**
     * These wishes with other quiet hours.
     *
     * @param hours the hours of the week in which the customer does not want to be disturbed
     * @param hoursZone their time zone
     * @return the changed copy
     */
    public ContactPreferences withQuiet(WeeklyHours hours, ZoneId hoursZone) {
        return new ContactPreferences(preferred, consents, hours, hoursZone);
    }

    /**
     * The decision in force at an instant.
     *
     * <p>It is the latest one that is not after the instant; of a grant and a withdrawal of the same instant, the withdrawal.
     *
     * @param channel the channel
     * @param purpose the purpose, exactly as the decisions say it
     * @param at the instant
     * @return the decision, or empty if none was made by then
     */
    public Optional<Consent> consent(ContactChannel channel, String purpose, Instant at) {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(at, "at");
        for (int i = consents.size() - 1; i >= 0; i--) {
            Consent consent = consents.get(i);
            if (!consent.since().isAfter(at)
                    && consent.channel() == channel
                    && consent.purpose().equals(purpose)) {
                return Optional.of(consent);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a channel may be used for a purpose at an instant.
     *
     * <p>The decision in force says so. Where none was made, no channel may be used, except
     * {@link ContactChannel#IN_PERSON}: who stands in the shop may be spoken to until that is declined. Quiet hours are
     * another question, see {@link #isQuiet(Instant)}: a letter disturbs nobody's sleep.
     *
     * @param channel the channel
     * @param purpose the purpose, exactly as the decisions say it
     * @param at the instant
     * @return true if the channel may be used
     */
    public boolean allows(ContactChannel channel, String purpose, Instant at) {
        return consent(channel, purpose, at)
                .map(consent -> consent.decision() == Consent.Decision.GRANTED)
                .orElse(channel == ContactChannel.IN_PERSON);
    }

    /**
     * The best way to reach the customer: the first preferred channel that is allowed.
     *
     * @param purpose the purpose, exactly as the decisions say it
     * @param at the instant
     * @return the channel, or empty if no preferred channel is allowed
     */
    public Optional<ContactChannel> channel(String purpose, Instant at) {
        return preferred.stream()
                .filter(channel -> allows(channel, purpose, at))
                .findFirst();
    }

    /**
     * Whether the customer does not want to be disturbed at an instant.
     *
     * @param at the instant
     * @return true if the instant lies in the quiet hours
     */
    public boolean isQuiet(Instant at) {
        return quiet.contains(at, zone);
    }

    /**
     * The numbers of preferred channels and decisions, nothing of what they say.
     *
     * @return for example {@code ContactPreferences[2 channels, 3 consents]}
     */
    @Override
    public String toString() {
        return "ContactPreferences[" + preferred.size() + " channels, " + consents.size() + " consents]";
    }
}
