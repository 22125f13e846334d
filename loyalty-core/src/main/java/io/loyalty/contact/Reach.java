package io.loyalty.contact;

import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.WeeklyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** By which channels a customer can be reached, and when on a date. */
final class Reach {

    /** A time in which a channel may be used, without its end. */
    record Stretch(Instant from, Instant until) {}

    private final ContactPlan plan;
    private final ContactPreferences wishes;
    private final BusinessDay day;

    Reach(ContactPlan plan, ContactPreferences wishes) {
        this.plan = plan;
        this.wishes = wishes;
        this.day = BusinessDay.midnight(plan.zoneOf(wishes));
    }

    BusinessDay day() {
        return day;
    }

    /** The channels of a rule, those that the customer prefers first. */
    List<ContactChannel> channels(Manner manner) {
        List<ContactChannel> ordered = new ArrayList<>(wishes.preferred());
        ordered.retainAll(manner.channels());
        for (ContactChannel channel : manner.channels()) {
            if (!ordered.contains(channel)) {
                ordered.add(channel);
            }
        }
        return ordered;
    }

    /** The first time on a date, from an instant on, in which a channel may be used. */
    Optional<Stretch> first(LocalDate date, ContactChannel channel, String consent, Instant notBefore) {
        if (plan.closed().contains(date)) {
            return Optional.empty();
        }
        Instant end = day.endOf(date);
        Instant from = later(day.startOf(date), notBefore);
        while (from.isBefore(end)) {
            Instant until = nextChange(from, end, channel, consent);
            if (isFree(from, channel, consent)) {
                while (until.isBefore(end) && isFree(until, channel, consent)) {
                    until = nextChange(until, end, channel, consent);
                }
                return Optional.of(new Stretch(from, until));
            }
            from = until;
        }
        return Optional.empty();
    }

    /** Whether there is consent to a channel at any time on a date, from an instant on. */
    boolean isConsented(LocalDate date, ContactChannel channel, String consent, Instant notBefore) {
        Instant end = day.endOf(date);
        Instant at = later(day.startOf(date), notBefore);
        while (at.isBefore(end)) {
            if (wishes.allows(channel, consent, at)) {
                return true;
            }
            at = nextDecision(at, end, channel, consent);
        }
        return false;
    }

    /** Letters wait in the box, and who stands in the shop is awake. */
    private static boolean disturbs(ContactChannel channel) {
        return channel != ContactChannel.LETTER && channel != ContactChannel.IN_PERSON;
    }

    private boolean isFree(Instant at, ContactChannel channel, String consent) {
        WeeklyHours hours = plan.hours().getOrDefault(channel, WeeklyHours.always());
        return hours.contains(at, day.zone())
                && !(disturbs(channel) && wishes.isQuiet(at))
                && wishes.allows(channel, consent, at);
    }

    /** The next instant at which hours, quiet hours or consents may change, or the end. */
    private Instant nextChange(Instant after, Instant end, ContactChannel channel, String consent) {
        Instant next = nextDecision(after, end, channel, consent);
        next = earlier(next, plan.hours().getOrDefault(channel, WeeklyHours.always()), after, day.zone());
        return disturbs(channel) ? earlier(next, wishes.quiet(), after, wishes.zone()) : next;
    }

    private Instant nextDecision(Instant after, Instant end, ContactChannel channel, String consent) {
        for (Consent decision : wishes.consents()) {
            if (decision.since().isAfter(after)
                    && decision.channel() == channel
                    && decision.purpose().equals(consent)) {
                return decision.since().isBefore(end) ? decision.since() : end;
            }
        }
        return end;
    }

    private static Instant earlier(Instant next, WeeklyHours hours, Instant after, ZoneId zone) {
        return hours.nextChange(after, zone).filter(next::isAfter).orElse(next);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
