package io.loyalty.contact;

import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.buys;
import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.dates;
import static io.loyalty.contact.Guests.facts;
import static io.loyalty.contact.Guests.guest;
import static io.loyalty.contact.Guests.plan;
import static io.loyalty.contact.Guests.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.AttributeValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Plans, rules and what comes out of them, as values. */
class ContactPlanTest {

    private static final ContactRule THANKS = ContactRule.send("thanks").afterEvery(Purchases.every());

    private static final ContactPlan PLAN = plan(
                    THANKS.notAgainWithin(Period.ofMonths(1)),
                    ContactRule.send("card").beforeBirthday(7).withPriority(-1).with("perk", "cake"),
                    ContactRule.send("miss-you").whenOverdue(Ratio.parse("1.5")))
            .atMost(2, Period.ofMonths(1))
            .apart(Period.ofDays(5))
            .during(ContactChannel.MESSAGE, WeeklyHours.of(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON))
            .notOn(date("2026-01-01"));

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aRuleIsNamedAfterItsTextAndSpeaksInWritingToEverybody() {
        assertEquals(
                new ContactRule(
                        "thanks",
                        "thanks",
                        ContactPurpose.FOLLOW_UP,
                        new Moment.AfterPurchase(Purchases.every(), Period.ZERO),
                        Audience.EVERYBODY,
                        new Manner(
                                List.of(ContactChannel.EMAIL, ContactChannel.MESSAGE, ContactChannel.LETTER),
                                Consent.MARKETING,
                                0,
                                7,
                                Period.ZERO),
                        Map.of()),
                THANKS);
    }

    @Test
    void everyWordOfARuleChangesOneThing() {
        ContactRule rule = THANKS.named("t-2")
                .by(ContactChannel.TELEPHONE)
                .underConsentTo("CARE")
                .withPriority(3)
                .noLaterThan(1)
                .notAgainWithin(Period.ofDays(2))
                .toTier("Gold")
                .toSegment("wine")
                .with("n", new AttributeValue.Flag(true));

        assertEquals(
                new ContactRule(
                        "t-2",
                        "thanks",
                        ContactPurpose.FOLLOW_UP,
                        THANKS.moment(),
                        new Audience(Set.of("Gold"), Set.of("wine")),
                        new Manner(List.of(ContactChannel.TELEPHONE), "CARE", 3, 1, Period.ofDays(2)),
                        Map.of("n", new AttributeValue.Flag(true))),
                rule);
    }

    @Test
    void eachSentenceHasItsPurposeAndPatience() {
        Sending send = ContactRule.send("x");
        Map<ContactRule, String> expected = Map.ofEntries(
                Map.entry(send.afterEvery(Purchases.first(), Period.ofMonths(1)), "FOLLOW_UP 7"),
                Map.entry(send.toAskForReview(Purchases.every(), Period.ofDays(9)), "REVIEW_REQUEST 7"),
                Map.entry(send.toInviteFriends(Purchases.number(3), Period.ZERO), "REFERRAL_INVITATION 7"),
                Map.entry(send.onJoining(), "WELCOME 7"),
                Map.entry(send.beforeBirthday(5), "OCCASION 5"),
                Map.entry(send.beforeAnniversary(0), "OCCASION 0"),
                Map.entry(send.beforeOccasion(Occasion.WEDDING_DAY, 14, LeapDay.MAR_1), "OCCASION 14"),
                Map.entry(send.beforePointsExpire(30), "EXPIRING_POINTS 30"),
                Map.entry(send.nearNextTier(Ratio.ofPercent(90)), "NEXT_TIER 14"),
                Map.entry(send.beforeTierEnds(60), "TIER_AT_RISK 60"),
                Map.entry(send.beforeBenefitLapses(21, "lounge"), "UNUSED_BENEFIT 21"),
                Map.entry(send.whenOverdue(Ratio.of(2)), "WIN_BACK 14"),
                Map.entry(send.whenAwayFor(Period.ofYears(1)), "WIN_BACK 14"),
                Map.entry(send.afterComplaint("COMPLAINT"), "RECOVERY 7"),
                Map.entry(send.afterLowAnswer("SURVEY", "score", 6), "RECOVERY 7"),
                Map.entry(send.afterLowRating(2), "RECOVERY 7"),
                Map.entry(send.at(new Moment.AfterJoining(Period.ofDays(1)), ContactPurpose.NEXT_TIER), "NEXT_TIER 7"));

        assertEquals(17, expected.size());
        expected.forEach((rule, words) ->
                assertEquals(words, rule.purpose() + " " + rule.manner().patienceDays()));
        assertEquals(Consent.SERVICE, send.beforeTierEnds(60).manner().consent());
        assertEquals(Consent.MARKETING, send.whenOverdue(Ratio.of(2)).manner().consent());
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        Sending send = ContactRule.send("x");
        assertRefused("template must not be blank", () -> ContactRule.send(" "));
        assertRefused("id must not begin or end with a space", () -> THANKS.named("a "));
        assertRefused("consent must not be blank", () -> THANKS.underConsentTo(""));
        assertRefused("channels must be at least one, each once: []", THANKS::by);
        assertRefused(
                "channels must be at least one, each once: [EMAIL, EMAIL]",
                () -> THANKS.by(ContactChannel.EMAIL, ContactChannel.EMAIL));
        assertRefused("patienceDays must be in [0, 366]: 367", () -> THANKS.noLaterThan(367));
        assertRefused("patienceDays must be in [0, 366]: -1", () -> THANKS.noLaterThan(-1));
        assertRefused("again must not be negative in any part: P-1D", () -> THANKS.notAgainWithin(Period.ofDays(-1)));
        assertRefused("tier must not be blank", () -> THANKS.toTier(""));
        assertRefused("segment must not be blank", () -> THANKS.toSegment(""));
        assertRefused("parameter name must not be blank", () -> THANKS.with("", "x"));
        assertRefused(
                "period must not be negative in any part: P-1M",
                () -> send.afterEvery(Purchases.every(), Period.ofMonths(-1)));
        assertRefused("days must be in [0, 366]: -1", () -> send.beforeBirthday(-1));
        assertRefused("days must be in [0, 366]: 367", () -> send.beforeTierEnds(367));
        assertRefused("atLeast must be at least 1: 0", () -> send.beforePointsExpire(7, 0, "points"));
        assertRefused("share must be in (0, 1): 1", () -> send.nearNextTier(Ratio.ONE));
        assertRefused("share must be in (0, 1): 0", () -> send.nearNextTier(Ratio.ZERO));
        assertRefused("factor must be above 0: 0", () -> send.whenOverdue(Ratio.ZERO));
        assertRefused("away must not be zero: P0D", () -> send.whenAwayFor(Period.ZERO));
        assertRefused("atMost must be in [1, 5]: 6", () -> send.afterLowRating(6));
        assertRefused("atMost must be in [1, 5]: 0", () -> send.afterLowRating(0));
        assertRefused("type must not be blank", () -> send.afterComplaint(""));
        assertRefused("attribute must not be blank", () -> send.afterLowAnswer("SURVEY", "", 6));
        assertRefused("kind must not be blank", () -> send.beforeOccasion("", 1, LeapDay.FEB_28));
    }

    @Test
    void purchasesThatAreNoneAreRefused() {
        assertRefused("purchases must run from at least 1 upwards: 0 to 0", () -> Purchases.number(0));
        assertRefused("purchases must run from at least 1 upwards: 3 to 2", () -> new Purchases.Numbered(3, 2));
        assertRefused("amount must be above 0: JPY 0", () -> Purchases.ofAtLeast(Money.parse("JPY 0")));
        assertEquals(
                "#2 and later and of at least JPY 5",
                Purchases.later().and(Purchases.ofAtLeast(Money.parse("JPY 5"))).toString());
        assertEquals("#1", Purchases.first().toString());
        assertEquals("#2 to #4", new Purchases.Numbered(2, 4).toString());
        assertEquals("every purchase", Purchases.every().toString());
    }

    @Test
    void limitsWithoutSenseAreRefused() {
        assertRefused("most must be at least 0: -1", () -> PLAN.atMost(-1, Period.ofDays(1)));
        assertRefused("within must be above zero and not negative in any part: P0D", () -> PLAN.atMost(1, Period.ZERO));
        assertRefused(
                "within must be above zero and not negative in any part: P1M-1D",
                () -> PLAN.atMost(1, Period.of(0, 1, -1)));
        assertRefused("channels must not be empty", () -> new ContactCap(1, Period.ofDays(1), Set.of()));
        assertRefused("gap must not be negative in any part: P-1D", () -> PLAN.apart(Period.ofDays(-1)));
        assertRefused("rules must have ids of their own: 'thanks'", () -> PLAN.with(THANKS));
    }

    @Test
    void rhythmsThatAreNoneAreRefused() {
        assertRefused("fewestGaps must be at least 1: 0", () -> new Rhythm.Own(0));
        assertRefused("gap must be above zero: PT0S", () -> Rhythm.of(Duration.ZERO));
        assertRefused("gap must be above zero: PT-1S", () -> Rhythm.of(Duration.ofSeconds(-1)));
        assertEquals(new Rhythm.Own(3), Rhythm.own());
    }

    @Test
    void factsOfAnotherCustomerAreRefused() {
        assertRefused(
                "activities[0] must be of customer c-8: c-7",
                () -> facts(Customer.of(CustomerId.of("c-8")), buys("v-1", "2026-02-01T10:00", 1)));
    }

    @Test
    void datesMustHaveAnEnd() {
        assertRefused(
                "dates must lie within the years 1 to 9999: 2026-01-01/..",
                () -> PLAN.due(facts(), DateWindow.since(date("2026-01-01"))));
        assertRefused(
                "dates must lie within the years 1 to 9999: ../2026-01-02",
                () -> PLAN.due(facts(), DateWindow.through(date("2026-01-01"))));
        assertRefused(
                "date must lie within the years 1 to 9999",
                () -> new MadeContact("a", "b", LocalDate.MAX, ContactChannel.EMAIL));
    }

    @Test
    void noDatesHaveNoContacts() {
        assertEquals(
                new ContactSchedule(List.of(), List.of(), List.of()),
                PLAN.due(
                        facts(buys("v-1", "2026-02-01T10:00", 1)),
                        DateWindow.of(date("2026-02-01"), date("2026-02-01"))));
    }

    @Test
    void contactsMustSaySomethingAtSomeTime() {
        assertRefused(
                "rule must not be blank", () -> new MadeContact("", "b", date("2026-01-01"), ContactChannel.EMAIL));
        assertRefused(
                "subject must not be blank", () -> new MadeContact("a", "", date("2026-01-01"), ContactChannel.EMAIL));
        assertRefused(
                "until must be after from: 2026-01-10T00:00:00Z and 2026-01-10T00:00:00Z",
                () -> new Contact(
                        Guests.ID,
                        "a",
                        "b",
                        date("2026-01-10"),
                        Guests.JOINED,
                        Guests.JOINED,
                        ContactChannel.EMAIL,
                        ContactPurpose.WELCOME,
                        "t",
                        Map.of()));
    }

    @Test
    void nothingPersonalIsPrinted() {
        Customer born = guest().withOccasion(Occasion.birthday(LocalDate.of(2004, 2, 28)));
        ContactFacts facts = facts(born, buys("v-1", "2026-02-18T10:00", 900));
        ContactSchedule schedule = PLAN.due(facts, dates("2026-02-01", "2026-02-28"));

        assertEquals("2026-02-21 card 2026", said(schedule));
        assertEquals(
                "Contact[customer=c-7, rule=card, channel=EMAIL]",
                schedule.contacts().get(0).toString());
        assertEquals(
                "MadeContact[rule=card, channel=EMAIL]", schedule.made().get(0).toString());
        assertEquals(
                "MissedContact[rule=thanks, TOO_CLOSE]",
                schedule.dropped().get(0).toString());
        assertEquals("ContactSchedule[1 contacts, 1 dropped, 0 waiting]", schedule.toString());
        assertEquals("ContactFacts[c-7, 1 activities, 0 contacts made]", facts.toString());
        assertEquals("ContactPlan[card, miss-you, thanks]", PLAN.toString());
    }

    @Test
    void plansFactsAndSchedulesSurviveSerialization() throws IOException, ClassNotFoundException {
        ContactFacts facts = facts(
                        guest().withOccasion(Occasion.birthday(LocalDate.of(2004, 2, 28))),
                        buys("v-1", "2026-02-18T10:00", 900))
                .withMade(List.of(new MadeContact("a", "b", date("2026-01-11"), ContactChannel.EMAIL)));
        ContactSchedule schedule = PLAN.due(facts, dates("2026-02-01", "2026-02-28"));
        for (Object one : List.of(PLAN, facts, schedule)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(one);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertEquals(one, in.readObject());
            }
        }
    }

    @Test
    void joiningTellsWhenTheMembershipBegan() {
        assertEquals(Guests.JOINED, facts().joinedAt());
        assertEquals(at("2026-01-10T09:00"), facts().tiers().joinedAt());
    }

    @Test
    void numbersAtTheirLimitsAreTaken() {
        Sending send = ContactRule.send("x");
        assertEquals(366, THANKS.noLaterThan(366).manner().patienceDays());
        assertEquals(0, THANKS.noLaterThan(0).manner().patienceDays());
        assertEquals(new Moment.BeforeTierEnds(366), send.beforeTierEnds(366).moment());
        assertEquals(new Moment.BeforeTierEnds(0), send.beforeTierEnds(0).moment());
        assertEquals(1, ((Moment.AfterLowRating) send.afterLowRating(1).moment()).atMost());
        assertEquals(5, ((Moment.AfterLowRating) send.afterLowRating(5).moment()).atMost());
        assertEquals(new Rhythm.Own(1), new Rhythm.Own(1));
        for (String day : List.of("0001-01-01", "9999-12-31")) {
            assertEquals(date(day), new MadeContact("a", "b", date(day), ContactChannel.EMAIL).date());
        }
        assertRefused(
                "date must lie within the years 1 to 9999",
                () -> new MadeContact("a", "b", LocalDate.of(0, 12, 31), ContactChannel.EMAIL));
        assertRefused(
                "date must lie within the years 1 to 9999",
                () -> new MadeContact("a", "b", LocalDate.of(10_000, 1, 1), ContactChannel.EMAIL));
        LocalDate first = LocalDate.of(1, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 30);
        for (LocalDate day : List.of(first, last)) {
            assertEquals("", said(PLAN.due(facts(), DateWindow.of(day, day.plusDays(1)))));
        }
        assertEquals("a", Texts.require("a", "name"));
    }

    @Test
    void everyMomentRefusesTimeThatRunsBackwards() {
        Period back = Period.ofDays(-1);
        String message = "period must not be negative in any part: P-1D";
        assertRefused(message, () -> new Moment.AfterJoining(back));
        assertRefused(message, () -> new Moment.AfterFact("COMPLAINT", back));
        assertRefused(message, () -> new Moment.AfterLowAnswer("SURVEY", "nps", Ratio.of(6), back));
        assertRefused(message, () -> new Moment.AfterLowRating(2, back));
        assertRefused(message, () -> new Moment.WhenAway(back));
        assertRefused("days must be in [0, 366]: -1", () -> new Moment.BeforePointsExpire(-1, 1, "points"));
        assertRefused("days must be in [0, 366]: 367", () -> new Moment.BeforeBenefitLapses(367, Set.of()));
    }

    @Test
    void otherHoursOfAChannelLeaveTheOthersAlone() {
        WeeklyHours late = WeeklyHours.daily(LocalTime.of(18, 0), LocalTime.of(19, 0));
        ContactPlan plan = PLAN.during(ContactChannel.MESSAGE, late);
        assertEquals(late, plan.hours().get(ContactChannel.MESSAGE));
        assertEquals(PLAN.hours().get(ContactChannel.TELEPHONE), plan.hours().get(ContactChannel.TELEPHONE));
    }

    @Test
    void rulesAndFactsAreSortedWhateverTheirOrder() {
        ContactRule other = ContactRule.send("a").onJoining();
        assertEquals(List.of(other, THANKS), plan(THANKS, other).rules());
        assertEquals(
                List.of(buys("v-1", "2026-02-01T10:00", 1), buys("v-2", "2026-02-01T10:00", 1)),
                facts(buys("v-2", "2026-02-01T10:00", 1), buys("v-1", "2026-02-01T10:00", 1))
                        .activities());
    }
}
