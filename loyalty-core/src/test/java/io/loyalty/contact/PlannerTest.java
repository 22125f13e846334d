package io.loyalty.contact;

import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.buys;
import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.dates;
import static io.loyalty.contact.Guests.facts;
import static io.loyalty.contact.Guests.guest;
import static io.loyalty.contact.Guests.missed;
import static io.loyalty.contact.Guests.plan;
import static io.loyalty.contact.Guests.said;
import static io.loyalty.contact.Guests.tiers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.money.Ratio;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierRules;
import io.loyalty.time.WeeklyHours;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of each occurrence, date by date: said, waiting, or dropped. */
class PlannerTest {

    private static final ContactRule WELCOME = ContactRule.send("welcome").onJoining();

    private static ContactSchedule planned(ContactPlan plan, ContactFacts facts, String first, String last) {
        return new Planner(plan, facts, dates(first, last)).schedule();
    }

    private static LocalDate[] days(String first, int count) {
        return date(first).datesUntil(date(first).plusDays(count)).toArray(LocalDate[]::new);
    }

    @Test
    void whatCannotBeSaidWaitsUntilTheLastDateAndIsThenDropped() {
        ContactPlan closed = plan(WELCOME).notOn(days("2026-01-01", 31));
        for (String last : List.of("2026-01-10", "2026-01-16")) {
            ContactSchedule early = planned(closed, facts(), "2026-01-01", last);
            assertEquals(last + " welcome joining NO_TIME", missed(early.waiting()));
            assertEquals("", missed(early.dropped()));
        }
        for (String last : List.of("2026-01-17", "2026-01-18")) {
            ContactSchedule late = planned(closed, facts(), "2026-01-01", last);
            assertEquals("", missed(late.waiting()));
            assertEquals("2026-01-17 welcome joining NO_TIME", missed(late.dropped()));
        }
    }

    @Test
    void aScheduleGoesOnWhereTheLastOneEnded() {
        ContactPlan plan = plan(WELCOME, ContactRule.send("thanks").afterEvery(Purchases.every()))
                .apart(Period.ofDays(3));
        ContactFacts facts = facts(buys("v-1", "2026-01-11T10:00", 500), buys("v-2", "2026-01-15T10:00", 500));
        ContactSchedule whole = planned(plan, facts, "2026-01-01", "2026-01-31");
        assertEquals("2026-01-10 welcome joining, 2026-01-13 thanks v-1, 2026-01-16 thanks v-2", said(whole));
        ContactFacts then = facts;
        StringBuilder step = new StringBuilder();
        for (LocalDate day : days("2026-01-01", 31)) {
            ContactSchedule one = planned(plan, then, day.toString(), day.toString());
            then = then.withMade(one.made());
            step.append(step.isEmpty() || one.contacts().isEmpty() ? "" : ", ").append(said(one));
        }
        assertEquals(said(whole), step.toString());
    }

    @Test
    void eachRuleAndEachSubjectWaitsForItself() {
        ContactRule hello = ContactRule.send("hello").onJoining();
        ContactRule thanks = ContactRule.send("thanks").afterEvery(Purchases.every());
        ContactPlan closed = plan(WELCOME, hello, thanks).notOn(days("2026-01-10", 3));
        ContactFacts facts = facts(buys("v-1", "2026-01-11T10:00", 500), buys("v-2", "2026-01-12T10:00", 500));
        assertEquals(
                "2026-01-12 hello joining NO_TIME, 2026-01-12 thanks v-1 NO_TIME, 2026-01-12 thanks v-2 NO_TIME, "
                        + "2026-01-12 welcome joining NO_TIME",
                missed(planned(closed, facts, "2026-01-10", "2026-01-12").waiting().stream()
                        .sorted((a, b) -> (a.rule() + a.subject()).compareTo(b.rule() + b.subject()))
                        .toList()));
    }

    /** Near Silver, not near, near again: two occasions to say one thing. */
    @Test
    void whatWaitsForTwoReasonsWaitsOnceForTheOlder() {
        TierRules rules = TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000));
        TierFact first = TierFact.visit(at("2026-03-01T10:00"), 80_000, 80_000, 0);
        TierHistory twice = tiers(rules)
                .plus(first)
                .plus(first.takenBack(at("2026-03-02T10:00")))
                .plus(TierFact.visit(at("2026-03-03T10:00"), 90_000, 90_000, 0));
        ContactPlan closed = plan(ContactRule.send("almost").nearNextTier(Ratio.ofPercent(80)))
                .notOn(days("2026-03-01", 4));
        ContactFacts facts = ContactFacts.of(guest(), twice);
        ContactSchedule waiting = planned(closed, facts, "2026-03-01", "2026-03-04");
        assertEquals("2026-03-04 almost Silver 2026-01-01 NO_TIME", missed(waiting.waiting()));
        assertEquals(date("2026-03-01"), waiting.waiting().get(0).due());
        assertEquals("2026-03-05 almost Silver 2026-01-01", said(planned(closed, facts, "2026-03-01", "2026-03-31")));
    }

    /** No consent, no time, too many: each channel comes further than the one before. */
    @Test
    void theObstacleFurthestOnTheWayIsTold() {
        ContactPlan plan = plan(WELCOME.by(ContactChannel.MESSAGE, ContactChannel.LETTER, ContactChannel.EMAIL)
                        .noLaterThan(0))
                .during(ContactChannel.LETTER, WeeklyHours.none());
        String none = "2026-01-10 welcome joining ";
        assertEquals(
                none + "NO_CONSENT",
                missed(planned(plan, facts(guest(ContactChannel.TELEPHONE)), "2026-01-10", "2026-01-10")
                        .dropped()));
        assertEquals(
                none + "NO_TIME",
                missed(planned(plan, facts(guest(ContactChannel.LETTER)), "2026-01-10", "2026-01-10")
                        .dropped()));
        ContactPlan full = plan.atMost(0, Period.ofDays(1));
        for (ContactChannel[] liked : new ContactChannel[][] {
            {ContactChannel.LETTER, ContactChannel.EMAIL}, {ContactChannel.EMAIL, ContactChannel.LETTER}
        }) {
            assertEquals(
                    none + "TOO_MANY",
                    missed(planned(full, facts(guest(liked)), "2026-01-10", "2026-01-10")
                            .dropped()));
        }
    }

    @Test
    void theNextChannelIsTakenIfTheDearestMeetsAnObstacle() {
        ContactPlan plan = plan(WELCOME).with(new ContactCap(0, Period.ofDays(1), Set.of(ContactChannel.EMAIL)));
        ContactSchedule schedule =
                planned(plan, facts(guest(ContactChannel.EMAIL, ContactChannel.LETTER)), "2026-01-10", "2026-01-10");
        assertEquals(ContactChannel.LETTER, schedule.contacts().get(0).channel());
    }

    @Test
    void consentGivenWithinTheDayIsUsedFromThenOn() {
        ContactFacts later = facts(guest().withContact(guest().contact()
                .withConsent(Consent.withdrawn(ContactChannel.EMAIL, Consent.SERVICE, at("2026-01-01T00:00")))
                .withConsent(Consent.granted(ContactChannel.EMAIL, Consent.SERVICE, at("2026-01-11T15:00")))));
        ContactSchedule schedule = planned(plan(WELCOME), later, "2026-01-10", "2026-01-12");
        assertEquals("2026-01-11 welcome joining", said(schedule));
        assertEquals(at("2026-01-11T15:00"), schedule.contacts().get(0).from());
    }
}
