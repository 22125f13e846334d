package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visitAt;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.earning.Cap.Overflow;
import io.loyalty.earning.Cap.Per;
import io.loyalty.earning.Cap.Room;
import io.loyalty.money.Ratio;
import io.loyalty.points.PointType;
import io.loyalty.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapTest {

    private static Shop.Member member(EarningRule... rules) {
        return new Shop.Member(EarningPlan.of(rules));
    }

    @Test
    void aCapPerVisitStandsForEachVisit() {
        Shop.Member member = member(Shop.base().atMost(Cap.points(30, Per.VISIT)));
        assertEquals(30, member.comes("2026-04-01T10:00", line(5_000)).total());
        assertEquals(30, member.comes("2026-04-01T11:00", line(5_000)).total());
        assertEquals(20, member.comes("2026-04-01T12:00", line(2_000)).total());
    }

    @Test
    void aDayTurnsAtTheCutOff() {
        EarningPlan plan = EarningPlan.of(Shop.base().atMost(Cap.points(30, Per.BUSINESS_DAY)));
        Shop.Member member = new Shop.Member(plan, EarningContext.of(Shop.CUSTOMER, Shop.FIVE));
        assertEquals(20, member.comes("2026-04-01T23:00", line(2_000)).total());
        assertEquals(10, member.comes("2026-04-02T04:59", line(2_000)).total());
        assertEquals(20, member.comes("2026-04-02T05:00", line(2_000)).total());
    }

    @Test
    void aCapPerMonthAndOneForLife() {
        Shop.Member monthly = member(Shop.base().atMost(Cap.points(30, Per.MONTH)));
        assertEquals(20, monthly.comes("2026-04-01T10:00", line(2_000)).total());
        assertEquals(10, monthly.comes("2026-04-30T23:59", line(2_000)).total());
        assertEquals(20, monthly.comes("2026-05-01T00:00", line(2_000)).total());
        Shop.Member once = member(Shop.base().atMost(Cap.points(30, Per.LIFETIME)));
        assertEquals(20, once.comes("2026-04-01T10:00", line(2_000)).total());
        assertEquals(10, once.comes("2036-04-01T10:00", line(2_000)).total());
        assertEquals(0, once.comes("2036-04-02T10:00", line(2_000)).total());
    }

    @Test
    void allCapsOfARuleHold() {
        Shop.Member member = member(Shop.base()
                .atMost(Cap.points(30, Per.MONTH))
                .atMost(Cap.points(15, Per.BUSINESS_DAY))
                .atMost(Cap.points(10, Per.VISIT)));
        assertEquals(10, member.comes("2026-04-01T10:00", line(2_000)).total());
        assertEquals(5, member.comes("2026-04-01T11:00", line(2_000)).total());
        assertEquals(10, member.comes("2026-04-02T10:00", line(2_000)).total());
        assertEquals(5, member.comes("2026-04-02T11:00", line(2_000)).total());
        assertEquals(0, member.comes("2026-04-03T11:00", line(2_000)).total());
    }

    @Test
    void theOrderOfARulesCapsDoesNotMatter() {
        Cap trim = Cap.points(50, Per.VISIT);
        Cap reject = Cap.points(60, Per.BUSINESS_DAY).with(Overflow.REJECT_WHOLE);
        assertEquals(
                50,
                member(Shop.base().atMost(trim).atMost(reject))
                        .comes(Shop.NOON, line(7_000))
                        .total());
        assertEquals(
                50,
                member(Shop.base().atMost(reject).atMost(trim))
                        .comes(Shop.NOON, line(7_000))
                        .total());
    }

    @Test
    void capsOfOneStretchTrimBeforeTheyReject() {
        Cap trim = Cap.points(50, Per.VISIT);
        Cap reject = Cap.points(40, Per.VISIT).with(Overflow.REJECT_WHOLE);
        Cap wide = Cap.points(60, Per.VISIT).with(Overflow.REJECT_WHOLE);
        assertEquals(
                0,
                member(Shop.base().atMost(reject).atMost(trim))
                        .comes(Shop.NOON, line(4_500))
                        .total());
        assertEquals(
                50,
                member(Shop.base().atMost(wide).atMost(trim))
                        .comes(Shop.NOON, line(7_000))
                        .total());
    }

    @Test
    void timesPerDayAndPerMonth() {
        Shop.Member daily =
                member(EarningRule.earn(1).perVisit().named("stamp").atMost(Cap.times(2, Per.BUSINESS_DAY)));
        assertEquals(1, daily.comes("2026-04-01T10:00").total());
        Award second = daily.comes("2026-04-01T11:00");
        assertEquals(1, second.total());
        Award third = daily.comes("2026-04-01T12:00");
        assertEquals(0, third.total());
        assertEquals(Reason.LIMIT_REACHED, third.explanation().verdict("stamp").reason());
        daily.voids(second);
        assertEquals(1, daily.comes("2026-04-01T13:00").total());
        assertEquals(1, daily.comes("2026-04-02T10:00").total());
        Shop.Member gross = member(
                EarningRule.earn(1).perVisit().atMost(Cap.times(1, Per.MONTH).with(Room.GROSS)));
        Award first = gross.comes("2026-04-01T10:00");
        gross.voids(first);
        assertEquals(0, gross.comes("2026-04-30T10:00").total(), "what was used stays used");
        assertEquals(1, gross.comes("2026-05-01T10:00").total());
    }

    @Test
    void timesLimitMultipliersAndBonuses() {
        Shop.Member member = member(
                Shop.base(),
                EarningRule.multiply("double", Ratio.of(2)).atMost(Cap.times(1, Per.BUSINESS_DAY)),
                EarningRule.bonus("hello", 5).atMost(Cap.times(1, Per.LIFETIME)));
        assertEquals(25, member.comes("2026-04-01T10:00", line(1_000)).total());
        Award again = member.comes("2026-04-01T11:00", line(1_000));
        assertEquals(10, again.total());
        assertEquals(Reason.LIMIT_REACHED, again.explanation().verdict("double").reason());
        assertEquals(Reason.LIMIT_REACHED, again.explanation().verdict("hello").reason());
        assertEquals(20, member.comes("2026-04-02T10:00", line(1_000)).total());
    }

    @Test
    void roomIsCountedNetOrGrossOfWhatWasTakenBack() {
        for (Room room : Room.values()) {
            Shop.Member member =
                    member(Shop.base().atMost(Cap.points(100, Per.BUSINESS_DAY).with(room)));
            Award first = member.comes("2026-04-01T10:00", line(7_000));
            Visit visit = (Visit) first.activity();
            Award left = first.remainingAfter(List.of(Shop.back(visit, "b", 0, 4_000)));
            assertEquals(30, left.total());
            member.context = member.context.with(member.context.history().revised(first, left));
            long again = member.comes("2026-04-01T12:00", line(9_000)).total();
            assertEquals(room == Room.NET ? 70 : 30, again);
        }
    }

    @Test
    void theCapOfARuleHoldsForAllThatComesOfIt() {
        Shop.Member member =
                member(Shop.base().atMost(Cap.points(15, Per.VISIT)), EarningRule.multiply("triple", Ratio.of(3)));
        Award award = member.comes(Shop.NOON, line(1_000));
        assertEquals(15, award.total());
        assertEquals(10, award.explanation().verdict("base").points(), "what the multiplier adds goes first");
        assertEquals(5, award.explanation().verdict("triple").points());
        assertEquals(Reason.TRIMMED, award.explanation().verdict("triple").reason());
        Award much = member.comes(Shop.NOON, line(9_000));
        assertEquals(15, much.explanation().verdict("base").points());
        assertEquals(Reason.CAP_REACHED, much.explanation().verdict("triple").reason());
    }

    @Test
    void theCapOfAMultiplierHoldsForWhatItAddsToAllBases() {
        Shop.Member member = member(
                Shop.base(),
                EarningRule.earn(8).perVisit().named("stamp"),
                EarningRule.multiply("double", Ratio.of(2)).atMost(Cap.points(12, Per.BUSINESS_DAY)));
        Award award = member.comes("2026-04-01T10:00", line(1_000));
        assertEquals(30, award.total());
        assertEquals(12, award.explanation().verdict("double").points());
        assertEquals(18, member.comes("2026-04-01T11:00", line(1_000)).total());
        Shop.Member rejected = member(
                Shop.base(),
                EarningRule.earn(8).perVisit().named("stamp"),
                EarningRule.multiply("double", Ratio.of(2))
                        .atMost(Cap.points(12, Per.BUSINESS_DAY).with(Overflow.REJECT_WHOLE)));
        assertEquals(18, rejected.comes("2026-04-01T10:00", line(1_000)).total(), "18 more would exceed 12");
    }

    @Test
    void anOverallCapCutsTheLastRulesFirst() {
        EarningPlan plan = EarningPlan.of(
                        Shop.base(),
                        EarningRule.bonus("early", 20).withPriority(-1),
                        EarningRule.bonus("late", 20).withPriority(1))
                .atMost(Cap.points(45, Per.BUSINESS_DAY));
        Award award = plan.award(spending(1_000), Shop.CONTEXT);
        assertEquals(45, award.total());
        assertEquals(20, award.explanation().verdict("early").points());
        assertEquals(10, award.explanation().verdict("base").points());
        assertEquals(15, award.explanation().verdict("late").points());
        assertEquals(Reason.TRIMMED, award.explanation().verdict("late").reason());
        assertEquals(
                List.of(new Explanation.Cut("", Cap.points(45, Per.BUSINESS_DAY), 5)),
                award.explanation().cuts());
    }

    @Test
    void anOverallCapIsForOneCurrency() {
        EarningPlan plan = EarningPlan.of(
                        Shop.base(),
                        EarningRule.earn(1).per(yen(1)).named("miles").giving(PointType.parse("miles/REGULAR")))
                .atMost(Cap.points(5, Per.VISIT))
                .atMost("miles", Cap.points(900, Per.LIFETIME));
        Award award = plan.award(spending(1_000), Shop.CONTEXT);
        assertEquals(5, award.points("points"));
        assertEquals(900, award.points("miles"));
        assertEquals(0, award.points("stars"));
        assertEquals(List.of("miles", "points"), List.copyOf(plan.caps().keySet()));
    }

    @Test
    void ruleCapsComeBeforeOverallOnes() {
        EarningPlan plan = EarningPlan.of(Shop.base().atMost(Cap.points(40, Per.VISIT)), EarningRule.bonus("bonus", 20))
                .atMost(Cap.points(60, Per.VISIT).with(Overflow.REJECT_WHOLE));
        assertEquals(60, plan.award(spending(9_000), Shop.CONTEXT).total());
        EarningPlan tight = plan.atMost(Cap.points(59, Per.VISIT).with(Overflow.REJECT_WHOLE));
        Award none = tight.award(spending(9_000), Shop.CONTEXT);
        assertEquals(0, none.total());
        assertEquals(Reason.CAP_REACHED, none.explanation().verdict("bonus").reason());
        assertEquals(60, none.explanation().cuts().get(1).points(), "after the 50 that the rule's own cap cut");
    }

    @Test
    void aCapOfNothingGivesNothing() {
        Award award = member(Shop.base().atMost(Cap.points(0, Per.VISIT))).comes(Shop.NOON, line(1_000));
        assertEquals(0, award.total());
        assertEquals(Reason.CAP_REACHED, award.explanation().verdict("base").reason());
        assertEquals(
                0,
                member(EarningRule.earn(1).perVisit().atMost(Cap.times(0, Per.MONTH)))
                        .comes(Shop.NOON)
                        .total());
    }

    @Test
    void lateFactsCountInTheirOwnDay() {
        Shop.Member member = member(Shop.base().atMost(Cap.points(30, Per.BUSINESS_DAY)));
        assertEquals(20, member.comes("2026-04-01T10:00", line(2_000)).total());
        assertEquals(30, member.comes("2026-05-05T10:00", line(9_000)).total());
        assertEquals(10, member.comes("2026-04-01T18:00", line(9_000)).total(), "34 days late");
        assertEquals(30, member.comes("2026-04-20T10:00", line(9_000)).total());
        assertEquals(30, member.comes("2026-05-06T10:00", line(9_000)).total());
        Award tooLate = member.comes("2026-04-01T18:00", line(9_000));
        assertEquals(0, tooLate.total(), "that day is kept no more");
        assertEquals(Reason.CAP_REACHED, tooLate.explanation().verdict("base").reason());
    }

    @Test
    void aVoidedVisitDoesNotReopenDaysThatWereDropped() {
        Shop.Member member = member(Shop.base().atMost(Cap.points(30, Per.BUSINESS_DAY)));
        member.comes("2026-04-01T10:00", line(9_000));
        Award late = member.comes("2026-08-01T10:00", line(9_000));
        member.voids(late);
        assertEquals(0, member.comes("2026-04-01T11:00", line(9_000)).total());
        assertEquals(30, member.comes("2026-08-01T11:00", line(9_000)).total());
    }

    @Test
    void capsReadLikeASentenceAndRefuseNonsense() {
        assertEquals(
                "100 POINTS per BUSINESS_DAY", Cap.points(100, Per.BUSINESS_DAY).toString());
        assertEquals(
                "2 TIMES per MONTH, REJECT_WHOLE, GROSS",
                Cap.times(2, Per.MONTH)
                        .with(Overflow.REJECT_WHOLE)
                        .with(Room.GROSS)
                        .toString());
        assertEquals(
                "limit must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> Cap.points(-1, Per.VISIT))
                        .getMessage());
        assertEquals(
                "times must not be limited per VISIT: a rule counts a visit once",
                assertThrows(IllegalArgumentException.class, () -> Cap.times(1, Per.VISIT))
                        .getMessage());
        assertEquals(
                "cap must be in points where it is over all rules: 1 TIMES per MONTH",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EarningPlan.of().atMost(Cap.times(1, Per.MONTH)))
                        .getMessage());
    }

    @Test
    void monthsAreKeptForALittleWhile() {
        Shop.Member member = member(Shop.base().atMost(Cap.points(30, Per.MONTH)));
        member.comes("2026-01-31T10:00", line(2_000));
        member.comes("2026-04-01T10:00", line(2_000));
        assertEquals(10, member.comes("2026-01-01T10:00", line(2_000)).total());
        member.does(visitAt("2026-05-01T10:00", line(2_000)));
        assertEquals(0, member.comes("2026-01-01T10:00", line(2_000)).total());
    }
}
