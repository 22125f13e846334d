package io.loyalty.contact;

import io.loyalty.tier.TierStatus;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of a customer, laid out by the customer's calendar. */
final class Known {

    final ContactFacts facts;
    final BusinessDay day;
    /** The date of joining; nothing is said before it. */
    final LocalDate joined;

    final List<Purchase> purchases;
    /** The last visit of each date that has any. */
    final TreeMap<LocalDate, Visit> visits = new TreeMap<>();

    private final Map<LocalDate, TierStatus> standings = new HashMap<>();

    Known(ContactFacts facts, BusinessDay day) {
        this.facts = facts;
        this.day = day;
        joined = day.dateOf(facts.joinedAt());
        purchases = Purchase.among(facts.activities());
        for (Activity activity : facts.activities()) {
            if (activity instanceof Visit visit) {
                visits.put(day.dateOf(visit.at()), visit);
            }
        }
    }

    /** The last instant of a date: what has happened by then is true on the date. */
    Instant lastOf(LocalDate date) {
        return day.endOf(date).minusNanos(1);
    }

    /** The standing on a date, not before joining. */
    TierStatus standingOn(LocalDate date) {
        return standings.computeIfAbsent(date, any -> facts.tiers().statusAt(lastOf(date)));
    }

    boolean isIn(Audience audience, LocalDate date) {
        return (audience.segments().isEmpty() || audience.segments().stream().anyMatch(facts.customer()::isIn))
                && (audience.tiers().isEmpty()
                        || audience.tiers().contains(standingOn(date).tier().name()));
    }

    /** Whether there is an activity of a kind after an instant and by the end of a date. */
    boolean hasSince(Class<? extends Activity> kind, Instant after, LocalDate date) {
        Instant last = lastOf(date);
        for (Activity activity : facts.activities()) {
            if (kind.isInstance(activity)
                    && activity.at().isAfter(after)
                    && !activity.at().isAfter(last)) {
                return true;
            }
        }
        return false;
    }

    /** Every standing that shows at some time on dates from one, included, to another, excluded. */
    List<Instant> turns(LocalDate from, LocalDate to) {
        List<Instant> turns = new ArrayList<>();
        Instant end = day.startOf(to);
        Instant at = from.isAfter(joined) ? day.startOf(from) : facts.joinedAt();
        while (at.isBefore(end)) {
            turns.add(at);
            at = facts.tiers().nextChangeAt(at).orElse(Instant.MAX);
        }
        return turns;
    }
}
