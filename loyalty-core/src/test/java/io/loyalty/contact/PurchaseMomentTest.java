package io.loyalty.contact;

import static io.loyalty.contact.Guests.ID;
import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.buys;
import static io.loyalty.contact.Guests.dates;
import static io.loyalty.contact.Guests.facts;
import static io.loyalty.contact.Guests.missed;
import static io.loyalty.contact.Guests.plan;
import static io.loyalty.contact.Guests.said;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.time.DateWindow;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.Visit;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What purchases, answers and complaints give occasion to say. */
class PurchaseMomentTest {

    private static final DateWindow HALF_YEAR = dates("2026-01-01", "2026-06-30");

    private static final Visit FIRST = buys("v-1", "2026-01-31T18:00", 12_000);

    private static final Visit SECOND = buys("v-2", "2026-03-05T11:00", 60_000);

    private static String due(ContactRule rule, ContactFacts facts) {
        return said(plan(rule).due(facts, HALF_YEAR));
    }

    @Test
    void thanksGoOutOnTheDayOfThePurchaseAndNotBeforeIt() {
        ContactSchedule schedule =
                plan(ContactRule.send("thanks").afterEvery(Purchases.every())).due(facts(FIRST, SECOND), HALF_YEAR);

        assertEquals("2026-01-31 thanks v-1, 2026-03-05 thanks v-2", said(schedule));
        Contact contact = schedule.contacts().get(0);
        assertEquals(at("2026-01-31T18:00"), contact.from());
        assertEquals(at("2026-02-01T00:00"), contact.until());
        assertEquals(ContactPurpose.FOLLOW_UP, contact.purpose());
        assertEquals("thanks", contact.template());
        assertEquals(ID, contact.customer());
        assertEquals(
                Map.of(
                        "visit", new AttributeValue.Text("v-1"),
                        "purchase", new AttributeValue.Number(Ratio.ONE),
                        "amount", new AttributeValue.Amount(Money.parse("JPY 12000"))),
                contact.parameters());
    }

    @Test
    void followUpsComeAfterOneAndThreeMonths() {
        assertEquals(
                "2026-02-28 how v-1, 2026-04-05 how v-2",
                due(ContactRule.send("how").afterEvery(Purchases.every(), Period.ofMonths(1)), facts(FIRST, SECOND)));
        assertEquals(
                "2026-04-30 how v-1, 2026-06-05 how v-2",
                due(ContactRule.send("how").afterEvery(Purchases.every(), Period.ofMonths(3)), facts(FIRST, SECOND)));
    }

    @Test
    void firstTimeAndRegularCustomersHearDifferentThings() {
        assertEquals(
                "2026-01-31 hello v-1",
                due(ContactRule.send("hello").afterEvery(Purchases.first()), facts(FIRST, SECOND)));
        assertEquals(
                "2026-03-05 again v-2",
                due(ContactRule.send("again").afterEvery(Purchases.later()), facts(FIRST, SECOND)));
    }

    @Test
    void aHigherAmountBringsAnExtraContact() {
        Purchases large = Purchases.ofAtLeast(Money.parse("JPY 60000"));

        assertEquals("2026-03-05 call v-2", due(ContactRule.send("call").afterEvery(large), facts(FIRST, SECOND)));
        assertEquals("", due(ContactRule.send("call").afterEvery(large.and(Purchases.first())), facts(FIRST, SECOND)));
        assertEquals(
                "",
                due(
                        ContactRule.send("call").afterEvery(Purchases.ofAtLeast(Money.parse("EUR 1.00"))),
                        facts(FIRST, SECOND)));
    }

    @Test
    void whatHasComeBackIsNotSpokenOf() {
        Return part = new Return(
                ActivityId.of("r-1"),
                ID,
                at("2026-03-10T12:00"),
                SECOND.id(),
                List.of(new ReturnedLine(0, Money.parse("JPY 1"))));
        Return rest = Return.rest(ActivityId.of("r-2"), at("2026-04-01T12:00"), SECOND, List.of(part));
        ContactRule every = ContactRule.send("how").afterEvery(Purchases.later(), Period.ofDays(20));
        ContactRule large =
                ContactRule.send("how").afterEvery(Purchases.ofAtLeast(Money.parse("JPY 60000")), Period.ofDays(20));

        assertEquals("2026-03-25 how v-2", due(every, facts(FIRST, SECOND, part, rest)));
        assertEquals("", due(large, facts(FIRST, SECOND, part)));
        assertEquals(
                "",
                due(
                        ContactRule.send("how").afterEvery(Purchases.later(), Period.ofDays(27)),
                        facts(FIRST, SECOND, part, rest)));
    }

    @Test
    void aPurchaseThatCameBackWholeIsNotNumbered() {
        Return whole = Return.whole(ActivityId.of("r-1"), at("2026-02-10T12:00"), FIRST);
        Return late = Return.whole(ActivityId.of("r-1"), at("2026-03-10T12:00"), FIRST);
        ContactRule hello = ContactRule.send("hello").afterEvery(Purchases.first());

        assertEquals("2026-01-31 hello v-1, 2026-03-05 hello v-2", due(hello, facts(FIRST, SECOND, whole)));
        assertEquals("2026-01-31 hello v-1", due(hello, facts(FIRST, SECOND, late)));
    }

    @Test
    void aVisitWithoutPurchaseIsNone() {
        assertEquals(
                "",
                due(
                        ContactRule.send("thanks").afterEvery(Purchases.every()),
                        facts(buys("v-0", "2026-02-01T10:00", 0))));
    }

    @Test
    void aReviewIsAskedForUnlessItHasBeenWritten() {
        ContactRule rule = ContactRule.send("review").toAskForReview(Purchases.every(), Period.ofDays(14));
        Review review = new Review(
                ActivityId.of("w-1"), ID, at("2026-03-10T10:00"), "kettle", 5, ReviewOrigin.VERIFIED_PURCHASE);

        assertEquals("2026-02-14 review v-1, 2026-03-19 review v-2", due(rule, facts(FIRST, SECOND)));
        assertEquals("2026-02-14 review v-1", due(rule, facts(FIRST, SECOND, review)));
    }

    @Test
    void friendsAreAskedForUnlessOneHasBeenBrought() {
        ContactRule rule = ContactRule.send("friend").toInviteFriends(Purchases.number(2), Period.ofDays(3));
        ReferralMade made = new ReferralMade(ActivityId.of("f-1"), ID, at("2026-02-10T10:00"), CustomerId.of("c-8"));

        assertEquals("2026-03-08 friend v-2", due(rule, facts(FIRST, SECOND)));
        assertEquals("", due(rule, facts(FIRST, SECOND, made)));
    }

    @Test
    void complaintsAndLowAnswersAreFollowedUp() {
        CustomActivity complaint = CustomActivity.of(ActivityId.of("k-1"), ID, at("2026-02-03T16:00"), "COMPLAINT");
        CustomActivity low = CustomActivity.of(ActivityId.of("s-1"), ID, at("2026-02-04T16:00"), "SURVEY")
                .with("nps", new AttributeValue.Number(Ratio.of(6)));
        CustomActivity high = CustomActivity.of(ActivityId.of("s-2"), ID, at("2026-02-05T16:00"), "SURVEY")
                .with("nps", new AttributeValue.Number(Ratio.of(7)));
        CustomActivity silent = CustomActivity.of(ActivityId.of("s-3"), ID, at("2026-02-06T16:00"), "SURVEY");
        Review poor =
                new Review(ActivityId.of("w-1"), ID, at("2026-02-07T10:00"), "kettle", 2, ReviewOrigin.UNVERIFIED);
        ContactFacts facts = facts(complaint, low, high, silent, poor);

        assertEquals("2026-02-03 sorry k-1", due(ContactRule.send("sorry").afterComplaint("COMPLAINT"), facts));
        assertEquals(
                "2026-02-10 sorry k-1",
                due(ContactRule.send("sorry").afterComplaint("COMPLAINT", Period.ofWeeks(1)), facts));
        assertEquals("2026-02-04 sorry s-1", due(ContactRule.send("sorry").afterLowAnswer("SURVEY", "nps", 6), facts));
        assertEquals("2026-02-07 sorry w-1", due(ContactRule.send("sorry").afterLowRating(2), facts));
        assertEquals("", due(ContactRule.send("sorry").afterLowRating(1), facts));
    }

    @Test
    void parametersTellOfTheAnswer() {
        CustomActivity low = CustomActivity.of(ActivityId.of("s-1"), ID, at("2026-02-04T16:00"), "SURVEY")
                .with("nps", new AttributeValue.Number(Ratio.of(6)));
        Contact contact = plan(ContactRule.send("sorry")
                        .afterLowAnswer("SURVEY", "nps", 6)
                        .with("voucher", "free-tea")
                        .with("activity", "is told by the moment"))
                .due(facts(low), HALF_YEAR)
                .contacts()
                .get(0);

        assertEquals(
                Map.of(
                        "activity", new AttributeValue.Text("s-1"),
                        "answer", new AttributeValue.Number(Ratio.of(6)),
                        "voucher", new AttributeValue.Text("free-tea")),
                contact.parameters());
    }

    @Test
    void whatIsTooLateIsDropped() {
        ContactSchedule schedule = plan(ContactRule.send("thanks")
                        .afterEvery(Purchases.every())
                        .noLaterThan(1))
                .notOn(FIRST.at().atZone(Guests.TOKYO).toLocalDate(), Guests.date("2026-02-01"))
                .due(facts(FIRST), HALF_YEAR);

        assertEquals("", said(schedule));
        assertEquals("2026-02-01 thanks v-1 NO_TIME", missed(schedule.dropped()));
    }
}
