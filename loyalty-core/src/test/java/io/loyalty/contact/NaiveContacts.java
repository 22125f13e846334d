package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import io.loyalty.visit.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contacts by the plain words of the rules: every date, every minute and every period is looked at one by one. */
final class NaiveContacts {

    private final ContactPlan plan;
    private final ContactFacts facts;
    private final BusinessDay day;
    private final List<NaiveSaying> sayings;
    private final List<MadeContact> made;
    private final Map<String, boolean[]> minutes = new HashMap<>();
    private final Map<String, Optional<LocalDate>> planned = new HashMap<>();

    NaiveContacts(ContactPlan plan, ContactFacts facts) {
        this.plan = plan;
        this.facts = facts;
        this.day = BusinessDay.midnight(plan.zoneOf(facts.customer().contact()));
        this.made = new ArrayList<>(facts.made());
        this.sayings = new ArrayList<>();
        NaiveSayings all = new NaiveSayings(facts, day);
        for (ContactRule rule : plan.rules()) {
            sayings.addAll(all.of(rule));
        }
        sayings.sort(Comparator.comparingInt(NaiveSaying::priority)
                .thenComparingInt(NaiveSaying::purpose)
                .thenComparing(NaiveSaying::due)
                .thenComparing(one -> one.rule().id())
                .thenComparing(NaiveSaying::subject));
    }

    ContactSchedule due(DateWindow dates) {
        List<Contact> contacts = new ArrayList<>();
        List<MissedContact> dropped = new ArrayList<>();
        Map<String, MissedContact> waiting = new TreeMap<>();
        List<MissedContact> waitingInOrder = new ArrayList<>();
        for (LocalDate date = dates.from(); date.isBefore(dates.to()); date = date.plusDays(1)) {
            for (NaiveSaying saying : sayings) {
                if (date.isBefore(saying.due()) || date.isAfter(saying.last()) || isSaid(saying)) {
                    continue;
                }
                Optional<Map<String, AttributeValue>> content = saying.on(date);
                ContactObstacle obstacle = ContactObstacle.NO_LONGER_DUE;
                if (content.isPresent()) {
                    obstacle = ContactObstacle.NO_CONSENT;
                    for (ContactChannel channel : channels(saying.rule())) {
                        ContactObstacle met = obstacle(saying, date, channel);
                        if (met == null) {
                            Contact contact = contact(saying, date, channel, content.get());
                            contacts.add(contact);
                            made.add(contact.made());
                            break;
                        }
                        obstacle = met.compareTo(obstacle) > 0 ? met : obstacle;
                    }
                }
                boolean isGone = content.isEmpty()
                        && date.isAfter(saying.due())
                        && saying.on(date.minusDays(1)).isPresent();
                MissedContact missed = new MissedContact(
                        saying.rule().id(), saying.subject(), saying.rule().purpose(), saying.due(), date, obstacle);
                if (isGone || !isSaid(saying) && content.isPresent() && date.equals(saying.last())) {
                    dropped.add(missed);
                } else if (!isSaid(saying)
                        && content.isPresent()
                        && date.plusDays(1).equals(dates.to())
                        && waiting.put(saying.rule().id() + "/" + saying.subject(), missed) == null) {
                    waitingInOrder.add(missed);
                }
            }
        }
        return new ContactSchedule(contacts, dropped, waitingInOrder);
    }

    private boolean isSaid(NaiveSaying saying) {
        return made.stream()
                .anyMatch(one ->
                        one.rule().equals(saying.rule().id()) && one.subject().equals(saying.subject()));
    }

    private List<ContactChannel> channels(ContactRule rule) {
        List<ContactChannel> channels = new ArrayList<>();
        List<ContactChannel> liked = facts.customer().contact().preferred();
        liked.stream().filter(rule.manner().channels()::contains).forEach(channels::add);
        rule.manner().channels().stream().filter(one -> !liked.contains(one)).forEach(channels::add);
        return channels;
    }

    private Contact contact(
            NaiveSaying saying, LocalDate date, ContactChannel channel, Map<String, AttributeValue> content) {
        boolean[] free = free(date, channel, saying.rule().manner().consent());
        int first = firstFree(free, saying, date);
        int end = first;
        while (end < free.length && free[end]) {
            end++;
        }
        Map<String, AttributeValue> parameters = new HashMap<>(saying.rule().parameters());
        parameters.putAll(content);
        return new Contact(
                facts.customer().id(),
                saying.rule().id(),
                saying.subject(),
                date,
                day.startOf(date).plus(Duration.ofMinutes(first)),
                day.startOf(date).plus(Duration.ofMinutes(end)),
                channel,
                saying.rule().purpose(),
                saying.rule().template(),
                parameters);
    }

    /** For each minute of a date whether the channel may be used. */
    private boolean[] free(LocalDate date, ContactChannel channel, String consent) {
        return minutes.computeIfAbsent(date + " " + channel + " " + consent, any -> {
            Instant start = day.startOf(date);
            boolean[] free =
                    new boolean[(int) Duration.between(start, day.endOf(date)).toMinutes()];
            boolean disturbs = channel != ContactChannel.LETTER && channel != ContactChannel.IN_PERSON;
            for (int i = 0; i < free.length; i++) {
                Instant at = start.plus(Duration.ofMinutes(i));
                free[i] = !plan.closed().contains(date)
                        && (!plan.hours().containsKey(channel)
                                || plan.hours().get(channel).contains(at, day.zone()))
                        && !(disturbs && facts.customer().contact().isQuiet(at))
                        && facts.customer().contact().allows(channel, consent, at);
            }
            return free;
        });
    }

    private int firstFree(boolean[] free, NaiveSaying saying, LocalDate date) {
        for (int i = 0; i < free.length; i++) {
            if (free[i] && !day.startOf(date).plus(Duration.ofMinutes(i)).isBefore(saying.fact())) {
                return i;
            }
        }
        return -1;
    }

    private boolean isFree(NaiveSaying saying, LocalDate date, ContactChannel channel) {
        return firstFree(free(date, channel, saying.rule().manner().consent()), saying, date) >= 0;
    }

    private boolean isConsented(NaiveSaying saying, LocalDate date, ContactChannel channel) {
        for (Instant at = day.startOf(date); at.isBefore(day.endOf(date)); at = at.plus(Duration.ofMinutes(1))) {
            if (!at.isBefore(saying.fact())
                    && facts.customer()
                            .contact()
                            .allows(channel, saying.rule().manner().consent(), at)) {
                return true;
            }
        }
        return false;
    }

    private ContactObstacle obstacle(NaiveSaying saying, LocalDate date, ContactChannel channel) {
        if (!isFree(saying, date, channel)) {
            return isConsented(saying, date, channel) ? ContactObstacle.NO_TIME : ContactObstacle.NO_CONSENT;
        }
        if (isAgain(saying, date)) {
            return ContactObstacle.AGAIN_TOO_SOON;
        }
        List<MadeContact> others = new ArrayList<>(made);
        if (!isApart(date, others)) {
            return ContactObstacle.TOO_CLOSE;
        }
        if (!fits(date, channel, others)) {
            return ContactObstacle.TOO_MANY;
        }
        for (NaiveSaying higher : sayings) {
            boolean outranks = higher.priority() < saying.priority()
                    || higher.priority() == saying.priority() && higher.purpose() < saying.purpose();
            if (outranks && !isSaid(higher)) {
                LocalDate from = higher.due().isAfter(date) ? higher.due() : date.plusDays(1);
                planned(higher, from)
                        .filter(then -> !isAgain(higher, then))
                        .ifPresent(then -> others.add(new MadeContact(
                                "kept", "kept", then, firstChannel(higher, then).orElseThrow())));
            }
        }
        return isApart(date, others) && fits(date, channel, others) ? null : ContactObstacle.KEPT_FREE;
    }

    private Optional<LocalDate> planned(NaiveSaying saying, LocalDate from) {
        return planned.computeIfAbsent(
                saying.rule().id() + "/" + saying.subject() + "/" + saying.due() + "/" + from, any -> {
                    for (LocalDate date = from; !date.isAfter(saying.last()); date = date.plusDays(1)) {
                        if (saying.on(date).isPresent()
                                && firstChannel(saying, date).isPresent()) {
                            return Optional.of(date);
                        }
                    }
                    return Optional.empty();
                });
    }

    private Optional<ContactChannel> firstChannel(NaiveSaying saying, LocalDate date) {
        return channels(saying.rule()).stream()
                .filter(channel -> isFree(saying, date, channel))
                .findFirst();
    }

    private boolean isAgain(NaiveSaying saying, LocalDate date) {
        for (MadeContact one : made) {
            if (one.rule().equals(saying.rule().id())
                    && isNear(one.date(), date, saying.rule().manner().again())) {
                return true;
            }
        }
        return false;
    }

    private boolean isApart(LocalDate date, List<MadeContact> others) {
        return others.stream().noneMatch(one -> isNear(one.date(), date, plan.gap()));
    }

    private static boolean isNear(LocalDate one, LocalDate other, Period distance) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate second = one.isBefore(other) ? other : one;
        return second.isBefore(first.plus(distance));
    }

    private boolean fits(LocalDate date, ContactChannel channel, List<MadeContact> others) {
        for (ContactCap cap : plan.caps()) {
            for (LocalDate last = date; last.isBefore(date.plusDays(40)); last = last.plusDays(1)) {
                LocalDate before = last.minus(cap.within());
                LocalDate end = last;
                long count = others.stream()
                        .filter(one -> cap.channels().contains(one.channel())
                                && one.date().isAfter(before)
                                && !one.date().isAfter(end))
                        .count();
                if (cap.channels().contains(channel) && date.isAfter(before) && count >= cap.most()) {
                    return false;
                }
            }
        }
        return true;
    }
}
