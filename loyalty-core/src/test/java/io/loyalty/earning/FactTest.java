package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.Place;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sign-up, reviews, facts of the host's own kind, and what a guest bought before joining. */
class FactTest {

    private static final Instant AT = Shop.at(Shop.NOON);

    private static SignUp signUp(String id) {
        return new SignUp(ActivityId.of(id), Shop.ID, AT, Place.app("app"));
    }

    private static Review review(String product, String local) {
        return new Review(
                ActivityId.of("v-" + product + local),
                Shop.ID,
                Shop.at(local),
                product,
                5,
                ReviewOrigin.VERIFIED_PURCHASE);
    }

    private static CustomActivity ride(AttributeValue km) {
        return CustomActivity.of(ActivityId.of("ride"), Shop.ID, AT, "RIDE").with("km", km);
    }

    @Test
    void joiningIsPaidOnce() {
        Shop.Member member =
                new Shop.Member(EarningPlan.of(EarningRule.earn(500).onSignUp().named("welcome"), Shop.base()));
        assertEquals(500, member.does(signUp("s-1")).total());
        Award again = member.does(signUp("s-2"));
        assertEquals(0, again.total());
        assertEquals(
                Reason.LIMIT_REACHED, again.explanation().verdict("welcome").reason());
        assertEquals(Reason.OTHER_ACTIVITY, again.explanation().verdict("base").reason());
    }

    @Test
    void aReviewIsPaidOncePerProductAndSoOftenADay() {
        EarningRule rule = EarningRule.earn(30)
                .onReview()
                .named("review")
                .when(Condition.verifiedPurchase())
                .atMost(Cap.times(2, Cap.Per.BUSINESS_DAY));
        Shop.Member member = new Shop.Member(EarningPlan.of(rule));
        assertEquals(30, member.does(review("p1", "2026-04-01T10:00")).total());
        Award again = member.does(review("p1", "2026-04-01T11:00"));
        assertEquals(
                Reason.ALREADY_REVIEWED, again.explanation().verdict("review").reason());
        assertEquals(30, member.does(review("p2", "2026-04-01T12:00")).total());
        Award third = member.does(review("p3", "2026-04-01T13:00"));
        assertEquals(Reason.LIMIT_REACHED, third.explanation().verdict("review").reason());
        assertEquals(30, member.does(review("p3", "2026-04-02T13:00")).total(), "it was not paid before");
        assertEquals(0, member.does(review("p1", "2029-04-02T13:00")).total());
        EarningRule each = EarningRule.earn(30).on(new Trigger.OnReview(Trigger.OnReview.Repeat.EACH));
        Shop.Member often = new Shop.Member(EarningPlan.of(each));
        assertEquals(30, often.does(review("p1", "2026-04-01T10:00")).total());
        assertEquals(30, often.does(review("p1", "2026-04-01T11:00")).total());
    }

    @Test
    void factsOfTheHostsOwnKind() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(7).onCustom("RIDE").named("ride").when(Condition.payloadAtLeast("km", Ratio.of(5))));
        assertEquals(
                7,
                plan.award(ride(new AttributeValue.Number(Ratio.of(5))), Shop.CONTEXT)
                        .total());
        assertEquals(
                0,
                plan.award(ride(new AttributeValue.Number(Ratio.of(4))), Shop.CONTEXT)
                        .total());
        Activity lesson = CustomActivity.of(ActivityId.of("l"), Shop.ID, AT, "LESSON");
        assertEquals(
                Reason.OTHER_ACTIVITY,
                plan.award(lesson, Shop.CONTEXT).explanation().verdict("ride").reason());
    }

    @Test
    void pointsByANumberInThePayload() {
        EarningPlan steps = EarningPlan.of(
                EarningRule.earn(2).perFull(Ratio.of(5), "km", "RIDE").named("r"));
        EarningPlan proportion = EarningPlan.of(
                EarningRule.earn(2).per(Ratio.of(5), "km", "RIDE").named("r"));
        AttributeValue km = new AttributeValue.Number(Ratio.parse("14.9"));
        assertEquals(4, steps.award(ride(km), Shop.CONTEXT).total());
        assertEquals(5, proportion.award(ride(km), Shop.CONTEXT).total(), "5.96");
        for (AttributeValue none : List.of(
                new AttributeValue.Number(Ratio.of(-10)),
                new AttributeValue.Number(Ratio.of(1, 3)),
                new AttributeValue.Text("far"))) {
            Award award = steps.award(ride(none), Shop.CONTEXT);
            assertEquals(0, award.total());
            assertEquals(
                    Reason.BELOW_FIRST_POINT, award.explanation().verdict("r").reason());
        }
        assertEquals(
                "2 per full 5 km of RIDE",
                EarningRule.earn(2).perFull(Ratio.of(5), "km", "RIDE").id());
        assertEquals(
                "per must be above 0: 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EarningRule.earn(2).per(Ratio.ZERO, "km", "RIDE"))
                        .getMessage());
    }

    @Test
    void invitingMayPayByItself() {
        EarningPlan plan = EarningPlan.of(EarningRule.earn(10).onReferralMade());
        ReferralMade made = new ReferralMade(ActivityId.of("f"), Shop.ID, AT, CustomerId.of("c-2"));
        assertEquals(10, plan.award(made, Shop.CONTEXT).total());
    }

    @Test
    void anotherCustomersFactIsRefused() {
        EarningContext other = EarningContext.of(io.loyalty.customer.Customer.of(CustomerId.of("c-2")), Shop.MIDNIGHT);
        assertEquals(
                "activity must be of customer c-2: c-1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EarningPlan.of(Shop.base()).award(Shop.spending(100), other))
                        .getMessage());
    }

    @Test
    void aGuestsEarlierVisitsAreEarnedOnJoining() {
        EarningPlan plan = EarningPlan.of(
                Shop.base().atMost(Cap.points(15, Cap.Per.BUSINESS_DAY)),
                EarningRule.bonus("first", 100).when(Condition.firstPurchase()));
        Instant joined = Shop.at("2026-04-30T18:00");
        List<Visit> visits = List.of(
                Shop.visitAt("2026-04-30T12:00", line(1_000)),
                Shop.visitAt("2026-04-30T11:00", line(1_000)),
                Shop.visitAt("2026-03-31T00:00", line(200)),
                Shop.visitAt("2026-03-30T23:59", line(9_000)),
                Shop.visitAt("2026-04-30T18:01", line(9_000)));
        EarlierAwards earlier = plan.awardEarlier(visits, joined, Period.ofDays(30), Shop.CONTEXT);
        assertEquals(
                List.of(102L, 10L, 5L),
                earlier.awards().stream().map(Award::total).toList());
        assertEquals(117, earlier.total());
        assertEquals(3, earlier.history().purchases());
        assertEquals(
                0,
                plan.awardEarlier(List.of(), joined, Period.ofDays(30), Shop.CONTEXT)
                        .total());
    }
}
