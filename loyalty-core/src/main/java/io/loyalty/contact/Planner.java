package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import io.loyalty.time.DateWindow;
import io.loyalty.visit.AttributeValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decides date by date what goes out. */
final class Planner {

    private final ContactPlan plan;
    private final ContactFacts facts;
    private final DateWindow dates;
    private final Reach reach;
    private final Diary diary;
    private final List<Occurrence> occurrences;
    /** When those that are not due yet could go out, if nothing else did. */
    private final Map<Occurrence, Optional<Diary.Touch>> foreseen = new HashMap<>();

    private final List<Contact> contacts = new ArrayList<>();
    private final List<MissedContact> dropped = new ArrayList<>();
    private final List<MissedContact> waiting = new ArrayList<>();

    Planner(ContactPlan plan, ContactFacts facts, DateWindow dates) {
        this.plan = plan;
        this.facts = facts;
        this.dates = dates;
        reach = new Reach(plan, facts.customer().contact());
        diary = new Diary(plan, facts.made());
        Known known = new Known(facts, reach.day());
        occurrences = new Occurrences(known, dates.from(), endOfSight(dates.to())).of(plan.rules());
    }

    ContactSchedule schedule() {
        for (LocalDate date = dates.from(); date.isBefore(dates.to()); date = date.plusDays(1)) {
            for (Occurrence occurrence : occurrences) {
                if (occurrence.isOpenOn(date) && !diary.hasSaid(occurrence)) {
                    decide(occurrence, date);
                }
            }
        }
        return new ContactSchedule(contacts, dropped, waiting);
    }

    private void decide(Occurrence occurrence, LocalDate date) {
        Optional<Map<String, AttributeValue>> content = occurrence.on(date);
        if (content.isEmpty()) {
            LocalDate dayBefore = date.minusDays(1);
            if (occurrence.isOpenOn(dayBefore) && occurrence.on(dayBefore).isPresent()) {
                dropped.add(missed(occurrence, date, ContactObstacle.NO_LONGER_DUE));
            }
            return;
        }
        Optional<ContactObstacle> obstacle = tryOn(occurrence, date, content.get());
        if (obstacle.isPresent() && date.equals(occurrence.last)) {
            dropped.add(missed(occurrence, date, obstacle.get()));
        } else if (obstacle.isPresent() && date.plusDays(1).equals(dates.to()) && !isWaiting(occurrence)) {
            waiting.add(missed(occurrence, date, obstacle.get()));
        }
    }

    /** Whether the same is to be said for an earlier reason already. */
    private boolean isWaiting(Occurrence occurrence) {
        return waiting.stream()
                .anyMatch(one ->
                        one.rule().equals(occurrence.rule.id()) && one.subject().equals(occurrence.subject));
    }

    /** Makes the contact, or tells the last obstacle that the channels met. */
    private Optional<ContactObstacle> tryOn(
            Occurrence occurrence, LocalDate date, Map<String, AttributeValue> content) {
        Manner manner = occurrence.rule.manner();
        ContactObstacle last = ContactObstacle.NO_CONSENT;
        boolean tooSoon = diary.isAgainTooSoon(occurrence.rule, date);
        List<Diary.Touch> kept = kept(occurrence, date);
        for (ContactChannel channel : reach.channels(manner)) {
            ContactObstacle met;
            Optional<Reach.Stretch> stretch = reach.first(date, channel, manner.consent(), occurrence.notBefore);
            if (stretch.isEmpty()) {
                boolean consented = reach.isConsented(date, channel, manner.consent(), occurrence.notBefore);
                met = consented ? ContactObstacle.NO_TIME : ContactObstacle.NO_CONSENT;
            } else if (tooSoon) {
                met = ContactObstacle.AGAIN_TOO_SOON;
            } else {
                Optional<ContactObstacle> obstacle = diary.obstacle(date, channel, kept);
                if (obstacle.isEmpty()) {
                    make(occurrence, date, channel, stretch.get(), content);
                    return Optional.empty();
                }
                met = obstacle.get();
            }
            last = met.compareTo(last) > 0 ? met : last;
        }
        return Optional.of(last);
    }

    private void make(
            Occurrence occurrence,
            LocalDate date,
            ContactChannel channel,
            Reach.Stretch stretch,
            Map<String, AttributeValue> content) {
        ContactRule rule = occurrence.rule;
        Map<String, AttributeValue> parameters = new TreeMap<>(rule.parameters());
        parameters.putAll(content);
        Contact contact = new Contact(
                facts.customer().id(),
                rule.id(),
                occurrence.subject,
                date,
                stretch.from(),
                stretch.until(),
                channel,
                rule.purpose(),
                rule.template(),
                parameters);
        contacts.add(contact);
        diary.add(contact.made());
    }

    private static MissedContact missed(Occurrence occurrence, LocalDate date, ContactObstacle obstacle) {
        ContactRule rule = occurrence.rule;
        return new MissedContact(rule.id(), occurrence.subject, rule.purpose(), occurrence.due, date, obstacle);
    }

    /** The room that contacts of higher rank will need after a date, as far as one on that date could take it from them. */
    private List<Diary.Touch> kept(Occurrence occurrence, LocalDate date) {
        List<Diary.Touch> kept = new ArrayList<>();
        LocalDate end = endOfSight(date);
        if (!end.isAfter(date.plusDays(1))) {
            return kept;
        }
        for (Occurrence other : occurrences) {
            if (Occurrence.BY_RANK.compare(other, occurrence) >= 0) {
                break;
            }
            if (other.due.isBefore(end) && other.last.isAfter(date) && !diary.hasSaid(other)) {
                Optional<Diary.Touch> touch = other.due.isAfter(date)
                        ? foreseen.computeIfAbsent(other, any -> foresee(other, other.due))
                        : foresee(other, date.plusDays(1));
                touch.filter(then -> then.date().isBefore(end) && !diary.isAgainTooSoon(other.rule, then.date()))
                        .ifPresent(kept::add);
            }
        }
        return kept;
    }

    private Optional<Diary.Touch> foresee(Occurrence occurrence, LocalDate first) {
        Manner manner = occurrence.rule.manner();
        for (LocalDate date = first; !date.isAfter(occurrence.last); date = date.plusDays(1)) {
            if (occurrence.on(date).isPresent()) {
                for (ContactChannel channel : reach.channels(manner)) {
                    if (reach.first(date, channel, manner.consent(), occurrence.notBefore)
                            .isPresent()) {
                        return Optional.of(new Diary.Touch(date, channel));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first date whose contacts are not limited together with those of a date. */
    private LocalDate endOfSight(LocalDate date) {
        LocalDate end = date.plus(plan.gap());
        for (ContactCap cap : plan.caps()) {
            LocalDate other = date.plus(cap.within());
            // Months differ in length: the period that ends on 28 February begins before 31 January.
            while (other.minus(cap.within()).isBefore(date)) {
                other = other.plusDays(1);
            }
            end = other.isAfter(end) ? other : end;
        }
        return end;
    }
}
