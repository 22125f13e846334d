package io.loyalty.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.testing.ContactArbitraries;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContactProperties {

    /** A plan, a customer, and the dates asked for. */
    record Case(ContactPlan plan, ContactFacts facts, DateWindow dates) {

        ContactSchedule schedule() {
            return plan.due(facts, dates);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return ContactArbitraries.facts()
                .flatMap(facts -> Combinators.combine(ContactArbitraries.plans(), ContactArbitraries.dates(facts))
                        .as((plan, dates) -> new Case(plan, facts, dates)));
    }

    private static List<MadeContact> all(Case some) {
        List<MadeContact> all = new ArrayList<>(some.facts().made());
        all.addAll(some.schedule().made());
        return all;
    }

    @Property(tries = 150, seed = "20261122")
    void theScheduleIsThatOfTheDefinition(@ForAll("cases") Case some) {
        ContactSchedule expected = new NaiveContacts(some.plan(), some.facts()).due(some.dates());
        ContactSchedule schedule = some.schedule();

        assertEquals(Guests.said(expected), Guests.said(schedule));
        assertEquals(Guests.missed(expected.dropped()), Guests.missed(schedule.dropped()));
        assertEquals(expected.contacts(), schedule.contacts());
        assertEquals(expected.dropped(), schedule.dropped());
        assertEquals(expected.waiting(), schedule.waiting());
    }

    @Property(tries = 80, seed = "20261123")
    void everyContactIsConsentedToAndDisturbsNobody(@ForAll("cases") Case some) {
        ContactPreferences wishes = some.facts().customer().contact();
        BusinessDay day = BusinessDay.midnight(some.plan().zoneOf(wishes));
        for (Contact contact : some.schedule().contacts()) {
            ContactRule rule = some.plan().rules().stream()
                    .filter(one -> one.id().equals(contact.rule()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(rule.manner().channels().contains(contact.channel()));
            assertTrue(some.dates().contains(contact.date()));
            assertFalse(some.plan().closed().contains(contact.date()));
            List<Instant> times = new ArrayList<>(List.of(contact.until().minusNanos(1)));
            for (Instant at = contact.from(); at.isBefore(contact.until()); at = at.plus(Duration.ofMinutes(7))) {
                times.add(at);
            }
            for (Instant at : times) {
                assertEquals(contact.date(), day.dateOf(at));
                assertTrue(wishes.allows(contact.channel(), rule.manner().consent(), at));
                boolean disturbs =
                        contact.channel() != ContactChannel.LETTER && contact.channel() != ContactChannel.IN_PERSON;
                assertFalse(disturbs && wishes.isQuiet(at));
                assertTrue(some.plan().hours().get(ContactChannel.TELEPHONE).contains(at, day.zone())
                        || contact.channel() != ContactChannel.TELEPHONE);
            }
        }
    }

    @Property(tries = 80, seed = "20261124")
    void noLimitIsExceeded(@ForAll("cases") Case some) {
        List<MadeContact> all = all(some);
        for (Contact contact : some.schedule().contacts()) {
            for (ContactCap cap : some.plan().caps()) {
                if (cap.channels().contains(contact.channel())) {
                    for (LocalDate last = contact.date();
                            last.minus(cap.within()).isBefore(contact.date());
                            last = last.plusDays(1)) {
                        DateWindow window =
                                DateWindow.ofDates(last.minus(cap.within()).plusDays(1), last);
                        long count = all.stream()
                                .filter(one -> cap.channels().contains(one.channel()) && window.contains(one.date()))
                                .count();
                        assertTrue(count <= cap.most(), () -> cap + " in " + window);
                    }
                }
            }
        }
    }

    @Property(tries = 80, seed = "20261125")
    void contactsKeepTheirDistances(@ForAll("cases") Case some) {
        List<MadeContact> all = all(some);
        for (Contact contact : some.schedule().contacts()) {
            Period again = some.plan().rules().stream()
                    .filter(rule -> rule.id().equals(contact.rule()))
                    .map(rule -> rule.manner().again())
                    .findFirst()
                    .orElseThrow();
            int self = 0;
            for (MadeContact other : all) {
                if (other.equals(contact.made())) {
                    self++;
                } else {
                    assertApart(contact.date(), other.date(), some.plan().gap());
                    if (other.rule().equals(contact.rule())) {
                        assertApart(contact.date(), other.date(), again);
                        assertFalse(other.subject().equals(contact.subject()));
                    }
                }
            }
            assertEquals(1, self);
        }
    }

    private static void assertApart(LocalDate one, LocalDate other, Period distance) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate second = one.isBefore(other) ? other : one;
        assertFalse(second.isBefore(first.plus(distance)), () -> first + " and " + second);
    }

    @Property(tries = 80, seed = "20261126")
    void theOrderOfRulesAndFactsDoesNotMatter(@ForAll("cases") Case some, @ForAll Random random) {
        List<ContactRule> rules = new ArrayList<>(some.plan().rules());
        Collections.shuffle(rules, random);
        ContactPlan plan = new ContactPlan(
                some.plan().zone(),
                rules,
                some.plan().caps(),
                some.plan().gap(),
                some.plan().hours(),
                some.plan().closed());
        List<MadeContact> made = new ArrayList<>(some.facts().made());
        Collections.shuffle(made, random);
        ContactFacts facts = new ContactFacts(
                some.facts().customer(),
                some.facts().activities(),
                some.facts().points(),
                some.facts().tiers(),
                some.facts().benefits(),
                some.facts().rhythm(),
                made);

        assertEquals(some.plan(), plan);
        assertEquals(some.schedule(), plan.due(facts, some.dates()));
        assertEquals(some.schedule(), some.schedule());
    }

    @Property(tries = 80, seed = "20261127")
    void splittingTheDatesGivesTheSame(@ForAll("cases") Case some, @ForAll Random random) {
        LocalDate middle =
                some.dates().from().plusDays(random.nextInt((int) some.dates().days() + 1));
        ContactSchedule first =
                some.plan().due(some.facts(), DateWindow.of(some.dates().from(), middle));
        ContactSchedule second = some.plan()
                .due(
                        some.facts().withMade(first.made()),
                        DateWindow.of(middle, some.dates().to()));
        ContactSchedule whole = some.schedule();
        List<Contact> contacts = new ArrayList<>(first.contacts());
        contacts.addAll(second.contacts());
        List<MissedContact> dropped = new ArrayList<>(first.dropped());
        dropped.addAll(second.dropped());

        assertEquals(whole.contacts(), contacts);
        assertEquals(whole.dropped(), dropped);
        assertEquals(whole.waiting(), middle.equals(some.dates().to()) ? first.waiting() : second.waiting());
    }

    @Property(tries = 80, seed = "20261128")
    void withoutLimitsThePartsOfThePlanDoNotMeet(@ForAll("cases") Case some) {
        ContactPlan free = new ContactPlan(
                some.plan().zone(),
                some.plan().rules(),
                List.of(),
                Period.ZERO,
                some.plan().hours(),
                some.plan().closed());
        Set<Contact> apart = new HashSet<>();
        for (ContactRule rule : free.rules()) {
            ContactPlan alone =
                    new ContactPlan(free.zone(), List.of(rule), List.of(), Period.ZERO, free.hours(), free.closed());
            apart.addAll(alone.due(some.facts(), some.dates()).contacts());
        }

        assertEquals(apart, new HashSet<>(free.due(some.facts(), some.dates()).contacts()));
    }

    @Property(tries = 80, seed = "20261129")
    void nothingIsBothMadeAndGivenUp(@ForAll("cases") Case some) {
        ContactSchedule schedule = some.schedule();
        Set<String> seen = new HashSet<>();
        for (Contact contact : schedule.contacts()) {
            assertTrue(seen.add(contact.rule() + "/" + contact.subject()));
        }
        for (MissedContact missed : schedule.waiting()) {
            assertTrue(seen.add(missed.rule() + "/" + missed.subject()));
            assertEquals(some.dates().to().minusDays(1), missed.tried());
        }
        for (MissedContact missed : schedule.dropped()) {
            assertTrue(some.dates().contains(missed.tried()));
            assertFalse(missed.due().isAfter(missed.tried()));
        }
    }
}
