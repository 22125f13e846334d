package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.visit.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferralTest {

    private static final CustomerId FRIEND = CustomerId.of("c-0");
    private static final EarningContext FRIENDS = EarningContext.of(Customer.of(FRIEND), Shop.MIDNIGHT);

    private static EarningPlan plan(Qualification qualification) {
        return EarningPlan.of(
                EarningRule.earn(500).toReferrer(qualification).from(yen(3_000)).named("thanks"),
                EarningRule.earn(300).toReferee(qualification).from(yen(3_000)).named("welcome"));
    }

    private static Shop.Member referred(EarningPlan plan) {
        Referral referral = new Referral(FRIEND, Shop.ID, Shop.at("2026-04-01T10:00"));
        return new Shop.Member(plan, Shop.CONTEXT.with(EarningHistory.empty().referredBy(referral)));
    }

    private static Reason reason(Award award) {
        return award.explanation().verdict("welcome").reason();
    }

    @Test
    void onlyTheFirstPurchaseOfAllCounts() {
        Shop.Member member = referred(plan(Qualification.firstOnly(30)));
        assertEquals(0, member.comes("2026-04-02T12:00").total());
        assertEquals(Reason.BELOW_MINIMUM_SPEND, reason(member.comes("2026-04-03T12:00", line(2_500))));
        assertEquals(Reason.REFERRAL_SETTLED, reason(member.comes("2026-04-04T12:00", line(3_200))));
        Shop.Member other = referred(plan(Qualification.firstOnly(30)));
        Award first = other.comes("2026-04-03T12:00", line(3_000));
        assertEquals(300, first.total());
        assertTrue(first.isReferralQualified());
    }

    @Test
    void everySecondQualifyingPurchaseCounts() {
        EarningPlan plan = plan(Qualification.every(2, 30));
        Shop.Member member = referred(plan);
        Award first = member.comes("2026-04-02T12:00", line(3_000));
        assertEquals(Reason.COUNTED, reason(first));
        assertEquals(
                "300 to the referee, EVERY 2 within 30 days, counted",
                first.explanation().verdict("welcome").text());
        assertEquals(0, member.comes("2026-04-03T12:00", line(2_999)).total());
        Award second = member.comes("2026-04-04T12:00", line(3_000));
        assertEquals(300, second.total());
        assertEquals(Reason.QUALIFIED, second.explanation().verdict("thanks").reason());
        assertEquals(500, plan.awardReferrer(second, FRIENDS).total());
        assertEquals(0, member.comes("2026-04-05T12:00", line(3_000)).total());
        assertEquals(300, member.comes("2026-04-06T12:00", line(3_000)).total());
    }

    @Test
    void theWindowIsInDaysAndItsLastDayIsInside() {
        EarningPlan plan = plan(Qualification.firstQualifying(30));
        assertEquals(300, referred(plan).comes("2026-05-01T23:59", line(3_000)).total());
        Shop.Member late = referred(plan);
        assertEquals(Reason.OUTSIDE_REFERRAL_WINDOW, reason(late.comes("2026-05-02T00:00", line(3_000))));
        assertEquals(Reason.OUTSIDE_REFERRAL_WINDOW, reason(late.comes("2026-04-01T09:59", line(3_000))));
        Shop.Member nobody = new Shop.Member(plan);
        assertEquals(Reason.NOT_REFERRED, reason(nobody.comes("2026-04-02T12:00", line(3_000))));
        EarningPlan free = EarningPlan.of(EarningRule.earn(300)
                .toReferee(Qualification.firstQualifying(30))
                .named("welcome"));
        assertEquals(Reason.NOT_REFERRED, reason(referred(free).comes("2026-04-02T12:00")), "not a purchase");
    }

    @Test
    void capsOfTheReferrerNeverCostTheReferee() {
        Qualification first = Qualification.firstQualifying(30);
        EarningPlan plan = EarningPlan.of(
                        EarningRule.earn(500).toReferrer(first).named("thanks").atMost(Cap.points(700, Cap.Per.MONTH)),
                        EarningRule.earn(300).toReferee(first).named("welcome"))
                .atMost(Cap.points(600, Cap.Per.BUSINESS_DAY));
        Shop.Member friend = new Shop.Member(plan, FRIENDS);
        long[] thanks = {500, 100, 100, 0};
        String[] days = {"2026-04-02T12:00", "2026-04-02T13:00", "2026-04-03T12:00", "2026-04-04T12:00"};
        for (int i = 0; i < days.length; i++) {
            Award award = referred(plan).comes(days[i], line(100));
            assertEquals(300, award.total());
            Award mine = plan.awardReferrer(award, friend.context);
            assertEquals(thanks[i], mine.total(), days[i]);
            friend.context = friend.context.with(friend.context.history().after(mine));
        }
        assertEquals(0, friend.context.history().visits(), "the visits were not the friend's");
    }

    @Test
    void everyThirdFriendPays() {
        EarningPlan plan = EarningPlan.of(EarningRule.earn(1_000)
                .toReferrer(Qualification.firstQualifying(30))
                .with(new Milestone.EveryNth(3))
                .named("three friends"));
        Shop.Member friend = new Shop.Member(plan, FRIENDS);
        long[] expected = {0, 0, 1_000, 0};
        for (long points : expected) {
            Award mine = plan.awardReferrer(referred(plan).comes("2026-04-02T12:00", line(100)), friend.context);
            assertEquals(points, mine.total());
            friend.context = friend.context.with(friend.context.history().after(mine));
        }
        assertEquals(4, friend.context.history().counted("three friends"));
    }

    @Test
    void aReturnTakesBackBoth() {
        EarningPlan plan = plan(Qualification.firstQualifying(30));
        Shop.Member member = referred(plan);
        Award welcome = member.comes("2026-04-02T12:00", line(3_200));
        Award thanks = plan.awardReferrer(welcome, FRIENDS);
        Visit visit = (Visit) welcome.activity();
        Award enough = welcome.remainingAfter(List.of(Shop.back(visit, "b", 0, 200)));
        assertEquals(300, enough.total());
        assertEquals(500, thanks.remainingWith(enough).total());
        Award less = welcome.remainingAfter(List.of(Shop.back(visit, "b", 0, 201)));
        assertEquals(0, less.total());
        assertFalse(less.isReferralQualified());
        Award noThanks = thanks.remainingWith(less);
        assertEquals(0, noThanks.total());
        assertEquals(500, thanks.clawback(noThanks).get(0).points());
        EarningHistory friend = EarningHistory.empty().after(thanks).revised(thanks, noThanks);
        assertEquals(0, friend.counted("thanks"));
        member.context = member.context.with(member.context.history().revised(welcome, less));
        assertEquals(300, member.comes("2026-04-10T12:00", line(3_000)).total(), "the next one may qualify");
    }

    @Test
    void purchasesBeforeTheReferralAreNotCounted() {
        EarningPlan plan = plan(Qualification.firstOnly(30));
        Shop.Member member = new Shop.Member(plan);
        member.comes("2026-03-01T12:00", line(5_000));
        Referral referral = new Referral(FRIEND, Shop.ID, Shop.at("2026-04-01T10:00"));
        member.context = member.context.with(member.context.history().referredBy(referral));
        assertEquals(Optional.of(referral), member.context.history().referral());
        assertEquals(300, member.comes("2026-04-02T12:00", line(3_000)).total());
    }

    @Test
    void referrersAwardsAreKeptApart() {
        EarningPlan plan = plan(Qualification.firstQualifying(30));
        Award welcome = referred(plan).comes("2026-04-02T12:00", line(3_200));
        Award thanks = plan.awardReferrer(welcome, FRIENDS);
        assertTrue(thanks.isForReferrer());
        assertEquals(
                Reason.OTHER_ACTIVITY, thanks.explanation().verdict("welcome").reason());
        assertEquals(
                "award must be the referee's, of this plan: r-2026-04-02T12:00",
                assertThrows(IllegalArgumentException.class, () -> plan.awardReferrer(thanks, FRIENDS))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> EarningPlan.of(Shop.base()).awardReferrer(welcome, FRIENDS));
        assertEquals(
                "award must be one of a visit to its own customer: r-2026-04-02T12:00",
                assertThrows(IllegalArgumentException.class, () -> thanks.remainingAfter(List.of()))
                        .getMessage());
        assertEquals(
                "awards must be of one fact, to referrer and referee: r-2026-04-02T12:00",
                assertThrows(IllegalArgumentException.class, () -> welcome.remainingWith(welcome))
                        .getMessage());
    }

    @Test
    void nobodyIsBroughtTwiceByOneselfOrInACircle() {
        Map<CustomerId, CustomerId> referrers = new HashMap<>();
        CustomerId a = CustomerId.of("a");
        CustomerId b = CustomerId.of("b");
        CustomerId c = CustomerId.of("c");
        CustomerId d = CustomerId.of("d");
        assertEquals(ReferralCheck.SELF_REFERRAL, check(referrers, a, a));
        assertEquals(ReferralCheck.ACCEPTED, check(referrers, a, b));
        referrers.put(b, a);
        referrers.put(c, b);
        assertEquals(ReferralCheck.ALREADY_REFERRED, check(referrers, d, c));
        assertEquals(ReferralCheck.CYCLE, check(referrers, c, a));
        assertEquals(ReferralCheck.ACCEPTED, check(referrers, d, a));
        referrers.put(a, d);
        assertEquals(ReferralCheck.CYCLE, check(referrers, c, d));
        referrers.put(d, c);
        assertEquals(ReferralCheck.ACCEPTED, check(referrers, c, CustomerId.of("e")), "a circle that is there already");
    }

    private static ReferralCheck check(Map<CustomerId, CustomerId> referrers, CustomerId referrer, CustomerId referee) {
        return ReferralCheck.of(referrer, referee, id -> Optional.ofNullable(referrers.get(id)));
    }

    @Test
    void qualificationsReadLikeASentenceAndRefuseNonsense() {
        assertEquals(
                "FIRST_QUALIFYING within 30 days",
                Qualification.firstQualifying(30).toString());
        assertEquals("EVERY 3 within 90 days", Qualification.every(3, 90).toString());
        assertEquals("EVERY 1 within 0 days", Qualification.every(1, 0).toString());
        assertEquals(
                "windowDays must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> Qualification.firstOnly(-1))
                        .getMessage());
        assertEquals(
                "n must be at least 1, and 1 unless EVERY: 0",
                assertThrows(IllegalArgumentException.class, () -> Qualification.every(0, 1))
                        .getMessage());
        assertEquals(
                "n must be at least 1, and 1 unless EVERY: 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Qualification(Qualification.Purchase.FIRST_ONLY, 2, 1))
                        .getMessage());
    }
}
