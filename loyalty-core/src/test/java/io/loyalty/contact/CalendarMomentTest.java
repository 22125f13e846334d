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
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Ratio;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.AttributeValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What joining, yearly dates and the rhythm of visits give occasion to say. */
class CalendarMomentTest {

    private static final DateWindow THREE_YEARS = dates("2026-01-01", "2028-12-31");

    private static final ContactFacts BORN_ON_LEAP_DAY =
            facts(guest().withOccasion(Occasion.birthday(LocalDate.of(2004, 2, 29))));

    private static String due(ContactRule rule, ContactFacts facts) {
        return said(plan(rule).due(facts, THREE_YEARS));
    }

    @Test
    void newMembersAreWelcomed() {
        assertEquals(
                "2026-01-10 welcome joining", due(ContactRule.send("welcome").onJoining(), facts()));
        assertEquals(
                "2026-02-10 tips joining", due(ContactRule.send("tips").afterJoining(Period.ofMonths(1)), facts()));
        assertEquals(
                Map.of("joined", new AttributeValue.Day(date("2026-01-10"))),
                plan(ContactRule.send("welcome").onJoining())
                        .due(facts(), THREE_YEARS)
                        .contacts()
                        .get(0)
                        .parameters());
    }

    @Test
    void birthdaysAreGreetedSomeDaysBefore() {
        assertEquals(
                "2026-02-21 card 2026, 2027-02-21 card 2027, 2028-02-22 card 2028",
                due(ContactRule.send("card").beforeBirthday(7), BORN_ON_LEAP_DAY));
    }

    @Test
    void leapDaysAreKeptAsTheRuleSays() {
        assertEquals(
                "2026-02-28 card 2026, 2027-02-28 card 2027, 2028-02-29 card 2028",
                due(ContactRule.send("card").beforeOccasion(Occasion.BIRTHDAY, 0, LeapDay.FEB_28), BORN_ON_LEAP_DAY));
        assertEquals(
                "2026-03-01 card 2026, 2027-03-01 card 2027, 2028-02-29 card 2028",
                due(ContactRule.send("card").beforeOccasion(Occasion.BIRTHDAY, 0, LeapDay.MAR_1), BORN_ON_LEAP_DAY));
        assertEquals(
                "2028-02-28 card 2028",
                due(
                        ContactRule.send("card").beforeOccasion(Occasion.BIRTHDAY, 1, LeapDay.LEAP_ONLY),
                        BORN_ON_LEAP_DAY));
    }

    @Test
    void aGreetingCarriesItsPerkAndTheDay() {
        Map<String, AttributeValue> parameters = plan(ContactRule.send("card")
                        .beforeBirthday(7)
                        .with("perk", "cake"))
                .due(BORN_ON_LEAP_DAY, THREE_YEARS)
                .contacts()
                .get(0)
                .parameters();

        assertEquals(
                Map.of(
                        "day", new AttributeValue.Day(date("2026-02-28")),
                        "years", new AttributeValue.Number(Ratio.of(22)),
                        "perk", new AttributeValue.Text("cake")),
                parameters);
    }

    @Test
    void aBirthdayWithoutYearIsGreetedWithoutAge() {
        ContactFacts facts = facts(guest().withOccasion(Occasion.birthday(MonthDay.of(1, 3))));
        ContactSchedule schedule =
                plan(ContactRule.send("card").beforeBirthday(5)).due(facts, THREE_YEARS);

        assertEquals("2026-12-29 card 2027, 2027-12-29 card 2028, 2028-12-29 card 2029", said(schedule));
        assertEquals(
                Map.of("day", new AttributeValue.Day(date("2027-01-03"))),
                schedule.contacts().get(0).parameters());
    }

    @Test
    void aBirthdayJustAfterJoiningIsGreetedAtOnce() {
        ContactFacts facts = facts(guest().withOccasion(Occasion.birthday(MonthDay.of(1, 12))));

        assertEquals(
                "2026-01-10 card 2026, 2027-01-05 card 2027, 2028-01-05 card 2028",
                due(ContactRule.send("card").beforeBirthday(7), facts));
    }

    @Test
    void theDayOfJoiningReturnsForEveryMember() {
        assertEquals(
                "2027-01-10 cheers 2027, 2028-01-10 cheers 2028",
                due(ContactRule.send("cheers").beforeAnniversary(0), facts()));
        assertEquals(
                "2026-07-01 cheers 2026, 2027-07-01 cheers 2027, 2028-07-01 cheers 2028",
                due(
                        ContactRule.send("cheers").beforeAnniversary(0),
                        facts(guest().withOccasion(Occasion.joiningDay(date("2019-07-01"))))));
    }

    @Test
    void aGreetingIsNeverLate() {
        ContactSchedule schedule = plan(ContactRule.send("card").beforeBirthday(1))
                .notOn(date("2026-02-27"), date("2026-02-28"))
                .due(BORN_ON_LEAP_DAY, dates("2026-01-01", "2026-12-31"));

        assertEquals("", said(schedule));
        assertEquals("2026-02-28 card 2026 NO_TIME", missed(schedule.dropped()));
    }

    /** Every ten days, then twelve days, then nothing. */
    private static Activity[] visits() {
        return new Activity[] {
            buys("v-1", "2026-02-01T10:00", 0),
            buys("v-2", "2026-02-11T10:00", 500),
            buys("v-2b", "2026-02-11T12:00", 500),
            buys("v-3", "2026-02-21T10:00", 500),
            buys("v-4", "2026-03-05T10:00", 500)
        };
    }

    @Test
    void whoStaysAwayLongerThanUsualIsWonBack() {
        ContactRule rule = ContactRule.send("miss-you").whenOverdue(Ratio.parse("1.5"));
        ContactSchedule schedule = plan(rule).due(facts(visits()), THREE_YEARS);

        assertEquals("2026-03-20 miss-you v-4", said(schedule));
        assertEquals(
                Map.of(
                        "lastVisit", new AttributeValue.Day(date("2026-03-05")),
                        "usualGapDays", new AttributeValue.Number(Ratio.of(10))),
                schedule.contacts().get(0).parameters());
    }

    @Test
    void theUsualGapMayBeGiven() {
        ContactRule rule = ContactRule.send("miss-you").whenOverdue(Ratio.of(2));
        ContactFacts facts = facts(buys("v-1", "2026-02-01T10:00", 500));

        assertEquals("", due(rule, facts));
        assertEquals("2026-03-05 miss-you v-1", due(rule, facts.with(Rhythm.of(Duration.ofDays(16)))));
        assertEquals(
                "2026-03-06 miss-you v-1",
                due(rule, facts.with(Rhythm.of(Duration.ofDays(16).plusNanos(1)))));
        assertEquals("", due(rule, facts.with(Rhythm.of(Duration.ofDays(10_000_000)))));
    }

    @Test
    void theMedianOfAnEvenNumberOfGapsLiesBetweenTheMiddleTwo() {
        ContactFacts facts = facts(visits()).with(new Rhythm.Own(2));
        ContactRule rule = ContactRule.send("miss-you").whenOverdue(Ratio.of(1));
        ContactFacts uneven = facts(
                        buys("v-1", "2026-02-01T10:00", 0),
                        buys("v-2", "2026-02-11T10:00", 0),
                        buys("v-3", "2026-02-24T10:00", 0))
                .with(new Rhythm.Own(2));

        // Gaps of 10, 10 and, once v-4 is known, 12 days.
        assertEquals("2026-03-03 miss-you v-3, 2026-03-15 miss-you v-4", due(rule, facts));
        assertEquals("2026-03-08 miss-you v-3", due(rule, uneven));
    }

    @Test
    void whoHasComeBackIsNotWonBack() {
        ContactPlan closed = plan(ContactRule.send("miss-you").whenOverdue(Ratio.parse("1.5")))
                .notOn(date("2026-03-20"), date("2026-03-21"));
        Activity[] all = visits();
        Activity[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = buys("v-5", "2026-03-22T19:00", 500);
        ContactSchedule schedule = closed.due(facts(more), dates("2026-01-01", "2026-04-03"));

        assertEquals("", said(schedule));
        assertEquals("2026-03-22 miss-you v-4 NO_LONGER_DUE", missed(schedule.dropped()));
    }

    @Test
    void absenceMayBeMeasuredWithoutRhythm() {
        ContactRule rule = ContactRule.send("miss-you").whenAwayFor(Period.ofMonths(1));

        assertEquals("2026-03-28 miss-you v-1", due(rule, facts(buys("v-1", "2026-02-28T10:00", 0))));
        assertEquals("", due(rule, facts()));
    }

    @Test
    void nothingIsSaidBeforeJoining() {
        ContactFacts guestBefore = facts(buys("v-1", "2026-01-09T23:00", 500), buys("v-2", "2026-01-10T08:00", 500));

        assertEquals(
                "2026-01-10 thanks v-2", due(ContactRule.send("thanks").afterEvery(Purchases.every()), guestBefore));
        assertEquals(
                at("2026-01-10T08:00"),
                plan(ContactRule.send("thanks").afterEvery(Purchases.every()))
                        .due(guestBefore, THREE_YEARS)
                        .contacts()
                        .get(0)
                        .from());
    }
}
