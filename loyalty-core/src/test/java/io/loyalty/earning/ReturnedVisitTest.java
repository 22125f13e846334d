package io.loyalty.earning;

import static io.loyalty.earning.Shop.back;
import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Occasion;
import io.loyalty.earning.Trigger.OnOccasion.By;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.points.PointType;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnedVisitTest {

    private static Award award(Visit visit, EarningRule... rules) {
        return EarningPlan.of(rules).award(visit, Shop.CONTEXT);
    }

    private static Award left(Award award, int line, long amount) {
        return award.remainingAfter(List.of(back((Visit) award.activity(), "b", line, amount)));
    }

    private static long sum(List<AwardPart> parts) {
        return parts.stream().mapToLong(AwardPart::points).sum();
    }

    @Test
    void nothingComesBackAndNothingChanges() {
        Award award = award(spending(1_000), Shop.base());
        assertSame(award, award.remainingAfter(List.of()));
        assertTrue(award.clawback(award).isEmpty());
    }

    @Test
    void whatRemainsIsWorthWhatThePlanGivesForIt() {
        Award award = award(spending(1_000), Shop.base(), EarningRule.multiply("half more", Ratio.of(3, 2)));
        Award left = left(award, 0, 101);
        assertEquals(12, left.total(), "8 × 1.5");
        assertEquals(3, sum(award.clawback(left)));
    }

    @Test
    void aVisitOfWhichAllCameBackIsVoid() {
        Award award = award(
                visit(line(600), line(400)),
                Shop.base(),
                EarningRule.earn(5).perVisit(),
                EarningRule.bonus("bonus", 7));
        Visit visit = (Visit) award.activity();
        Award first = award.remainingAfter(List.of(back(visit, "b-1", 0, 600)));
        assertFalse(first.isVoid());
        assertEquals(16, first.total(), "still a visit of 400");
        Award all = award.remainingAfter(List.of(back(visit, "b-1", 0, 600), back(visit, "b-2", 1, 400)));
        assertTrue(all.isVoid());
        assertTrue(all.isEmpty());
        assertEquals(Reason.VOID, all.explanation().verdict("bonus").reason());
        assertEquals(22, sum(award.clawback(all)));
        EarningHistory history = EarningHistory.empty().after(award);
        assertEquals(1, history.visits());
        assertEquals(0, history.revised(award, all).visits());
        assertEquals(0, history.revised(award, all).purchases());
        assertEquals(1, history.revised(award, first).purchases());
    }

    @Test
    void aVisitWithoutAmountIsMadeVoidByAReturnWithoutLines() {
        Award award = award(visit(), EarningRule.earn(5).perVisit());
        Visit visit = (Visit) award.activity();
        Award none = award.remainingAfter(List.of(Return.whole(ActivityId.of("b"), visit.at(), visit)));
        assertTrue(none.isVoid());
        assertEquals(0, EarningHistory.empty().after(award).revised(award, none).visits());
        assertEquals(0, EarningHistory.empty().after(award).without(award).visits());
    }

    @Test
    void linesThatCameBackAreThereNoMore() {
        Award award = award(
                visit(line("coffee", 500), line("tea", 500), line("gift", 0)),
                EarningRule.bonus("coffee", 10).onCategory("coffee"),
                EarningRule.bonus("gift", 1).onCategory("gift"),
                EarningRule.bonus("no coffee", 100).unless(Condition.contains(Condition.category("coffee"))));
        assertEquals(11, award.total());
        Award left = left(award, 0, 500);
        assertEquals(11, left.total(), "a bonus for no coffee would be 101, which is more than was earned");
        assertEquals(0, left.explanation().verdict("coffee").points());
        assertEquals(11, left(award, 0, 499).total(), "one yen of coffee is coffee");
    }

    @Test
    void aMinimumMissedTakesAllOfItBack() {
        Award award = award(spending(3_000), EarningRule.bonus("much", 50).from(yen(3_000)));
        assertEquals(0, left(award, 0, 1).total());
        assertEquals(
                Reason.BELOW_MINIMUM_SPEND,
                left(award, 0, 1).explanation().verdict("much").reason());
    }

    @Test
    void whatAnotherRuleGainsIsSetOff() {
        EarningPlan plan = EarningPlan.of(
                        Shop.base(),
                        EarningRule.multiply("triple", Ratio.of(3)).from(yen(5_000)),
                        EarningRule.multiply("twice", Ratio.of(2)))
                .with(Stacking.BEST_OF);
        Award award = plan.award(spending(6_000), Shop.CONTEXT);
        assertEquals(180, award.total());
        Award left = left(award, 0, 2_000);
        assertEquals(80, left.total());
        List<AwardPart> back = award.clawback(left);
        assertEquals(100, sum(back));
        assertEquals(
                List.of("base", "triple"), back.stream().map(AwardPart::ruleId).toList());
        assertEquals(20, back.get(0).points());
        assertEquals(80, back.get(1).points(), "120 less the 40 that the other one gives now");
        assertEquals(40, left.explanation().verdict("twice").points());
        assertEquals(
                List.of("base", "triple"),
                left.parts().stream().map(AwardPart::ruleId).toList());
        assertEquals(40, left.parts().get(1).points(), "of points that were given as the triple's");
        Visit visit = (Visit) award.activity();
        Award less = left.remainingAfter(List.of(back(visit, "b", 0, 2_000), back(visit, "b-2", 0, 1_000)));
        assertEquals(60, less.total());
        assertEquals(
                List.of(10L, 10L),
                left.clawback(less).stream().map(AwardPart::points).toList());
    }

    @Test
    void gainsOfOneCurrencyDoNotSetOffAnother() {
        EarningPlan plan = EarningPlan.of(
                Shop.base(),
                EarningRule.bonus("small", 100)
                        .unless(Condition.minimumSpend(yen(900)))
                        .giving(PointType.parse("miles/REGULAR")),
                EarningRule.bonus("any", 100).giving(PointType.parse("miles/REGULAR")));
        Award award = plan.award(spending(1_000), Shop.CONTEXT);
        Award left = left(award, 0, 500);
        assertEquals(5, left.points("points"));
        assertEquals(100, left.points("miles"), "never more than before");
        assertEquals(5, sum(award.clawback(left)));
    }

    @Test
    void unitsGoBackOneAfterTheOther() {
        Line three = Line.of("", 3, yen(400)).withDiscount(yen(200));
        EarningRule rule =
                EarningRule.earn(1).per(yen(10)).rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.UNIT));
        Award award = award(visit(three), rule);
        assertEquals(99, award.total(), "334, 333 and 333");
        Visit visit = (Visit) award.activity();
        List<Return> returns = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        for (int unit = 0; unit < 3; unit++) {
            ReturnedLine line = ReturnedLine.ofUnits(visit, 0, unit, 1);
            returns.add(new Return(ActivityId.of("b-" + unit), Shop.ID, visit.at(), visit.id(), List.of(line)));
            left.add(award.remainingAfter(returns).total());
        }
        assertEquals(List.of(66L, 33L, 0L), left);
        assertEquals(99 - 10, left(award, 0, 99).total(), "235 of one unit are left: 23");
    }

    @Test
    void pointsPerUnitCountTheUnitsLeft() {
        Award award =
                award(visit(Line.of("", 3, yen(400))), EarningRule.earn(10).perUnit());
        assertEquals(30, award.total());
        assertEquals(20, left(award, 0, 1).total());
        assertEquals(20, left(award, 0, 400).total());
        assertEquals(10, left(award, 0, 401).total());
        assertEquals(0, left(award, 0, 801).total());
    }

    @Test
    void freeUnitsAreLeftAsLongAsTheLineIsThere() {
        Line nearlyFree = Line.of("", 5, yen(100)).withDiscount(yen(498));
        Award award = award(visit(nearlyFree), EarningRule.earn(10).perUnit());
        assertEquals(50, award.total());
        assertEquals(40, left(award, 0, 1).total());
    }

    @Test
    void theTaxOfWhatRemainsIsItsOwn() {
        Visit visit = visit(
                line(1_080).withTax(Ratio.ofPercent(8), TaxBasis.INCLUDED),
                line(1_100).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED));
        Award award = award(visit, Shop.base());
        assertEquals(20, award.total());
        assertEquals(15, left(award, 0, 540).total());
        assertEquals(14, left(award, 0, 541).total());
        assertEquals(10, left(award, 1, 1_100).total());
    }

    @Test
    void whatWasPaidWithPointsComesBackInProportionUnlessToldOtherwise() {
        Visit visit = visit(line(700), line(300))
                .withTender(Tender.points(100, yen(100)))
                .withTender(Tender.of(TenderKind.CASH, yen(900)));
        Award award = award(visit, EarningRule.earn(1).per(yen(1)));
        assertEquals(900, award.total());
        assertEquals(630, left(award, 1, 300).total());
        List<Return> returns = List.of(back(visit, "b", 1, 300));
        assertEquals(600, award.remainingAfter(returns, yen(100)).total());
        assertEquals(700, award.remainingAfter(returns, yen(0)).total());
        assertEquals(0, award.remainingAfter(returns, yen(700)).total());
    }

    @Test
    void rulesThatLookAtThePastKeepTheirWord() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(100).onEveryVisit(2).named("second"),
                EarningRule.bonus("first", 40).when(Condition.firstPurchase()),
                EarningRule.earn(7).perVisit().named("stamp").atMost(Cap.times(1, Cap.Per.BUSINESS_DAY)),
                EarningRule.earn(500)
                        .onOccasion(Occasion.BIRTHDAY, By.VISIT_IN_THE_MONTH)
                        .named("birthday"));
        Shop.Member member = new Shop.Member(
                plan,
                EarningContext.of(Shop.CUSTOMER.withOccasion(Occasion.birthday(MonthDay.of(4, 9))), Shop.MIDNIGHT));
        Award first = member.comes("2026-04-01T10:00", line(1_000));
        assertEquals(547, first.total());
        Award second = member.comes("2026-04-01T11:00", line(1_000));
        assertEquals(100, second.total());
        Award firstLeft = left(first, 0, 400);
        assertEquals(547, firstLeft.total());
        assertEquals(Reason.COUNTED, firstLeft.explanation().verdict("second").reason());
        Award secondLeft = left(second, 0, 999);
        assertEquals(100, secondLeft.total());
        assertEquals(
                Reason.LIMIT_REACHED, secondLeft.explanation().verdict("stamp").reason());
        assertEquals(
                Reason.OCCASION_PAID,
                secondLeft.explanation().verdict("birthday").reason());
        EarningHistory before = member.context.history();
        EarningHistory after = before.revised(first, firstLeft).revised(second, secondLeft);
        assertEquals(before, after, "both visits still count as they did");
    }

    @Test
    void aCapLeavesTheRoomThatTheVisitHad() {
        Shop.Member member = new Shop.Member(EarningPlan.of(Shop.base()).atMost(Cap.points(100, Cap.Per.BUSINESS_DAY)));
        member.comes("2026-04-01T10:00", line(7_000));
        Award trimmed = member.comes("2026-04-01T11:00", line(5_000));
        assertEquals(30, trimmed.total());
        assertEquals(30, left(trimmed, 0, 2_000).total(), "30 of what remains were earned");
        assertEquals(20, left(trimmed, 0, 3_000).total());
        Award rejected = new Shop.Member(EarningPlan.of(Shop.base())
                        .atMost(Cap.points(100, Cap.Per.VISIT).with(Cap.Overflow.REJECT_WHOLE)))
                .comes(Shop.NOON, line(12_000));
        assertEquals(0, rejected.total());
        assertEquals(0, left(rejected, 0, 6_000).total(), "a return never earns");
    }

    @Test
    void rejectedWholeStaysRejectedWhenSeveralPartsRemain() {
        EarningPlan plan = EarningPlan.of(
                Shop.base(),
                EarningRule.earn(8).perVisit().named("stamp"),
                EarningRule.multiply("double", Ratio.of(2))
                        .atMost(Cap.points(12, Cap.Per.VISIT).with(Cap.Overflow.REJECT_WHOLE)));
        Award award = plan.award(spending(1_000), Shop.CONTEXT);
        assertEquals(18, award.total());
        assertEquals(12, left(award, 0, 600).total());
    }

    @Test
    void whatRemainsIsHeldToTheRoomItHadEvenWhereMoreWouldBeRejected() {
        EarningPlan plan = EarningPlan.of(
                Shop.base().atMost(Cap.points(90, Cap.Per.VISIT).with(Cap.Overflow.REJECT_WHOLE)),
                EarningRule.multiply("small baskets", Ratio.of(3)).unless(Condition.minimumSpend(yen(4_000))));
        Award award = plan.award(spending(4_000), Shop.CONTEXT);
        assertEquals(40, award.total());
        assertEquals(40, left(award, 0, 1_000).total(), "90 of 3,000, but never more than before");
    }

    @Test
    void excludedLinesComingBackCostNothing() {
        Award award = award(visit(line(1_000), line(500).withKind(LineKind.SHIPPING)), Shop.base());
        assertEquals(10, left(award, 1, 500).total());
    }

    @Test
    void theRemainingAwardOfARemainingAwardIsTheSame() {
        Award award = award(visit(line(1_990), line(777)), Shop.base(), EarningRule.multiply("m", Ratio.of(7, 3)));
        Visit visit = (Visit) award.activity();
        Return first = back(visit, "b-1", 0, 660);
        Return second = back(visit, "b-2", 1, 300);
        assertEquals(
                award.remainingAfter(List.of(first, second)).total(),
                award.remainingAfter(List.of(first))
                        .remainingAfter(List.of(first, second))
                        .total());
    }

    @Test
    void awardsThatDoNotBelongTogetherAreRefused() {
        Award award = award(spending(1_000), Shop.base());
        Award other = award(Shop.visitAt("2026-04-02T12:00", line(1_000)), Shop.base());
        assertEquals(
                "awards must be of one fact: r-2026-04-01T12:00 and r-2026-04-02T12:00",
                assertThrows(IllegalArgumentException.class, () -> award.clawback(other))
                        .getMessage());
        assertEquals(
                "awards must be of one fact: r-2026-04-01T12:00 and r-2026-04-02T12:00",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EarningHistory.empty().revised(award, other))
                        .getMessage());
        assertEquals(
                "stillPaidWithPoints must be at least 0 in JPY: USD 1.00",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> award.remainingAfter(List.of(), Money.parse("USD 1.00")))
                        .getMessage());
        assertEquals(
                "returns[0] must fit its visit: MORE_THAN_LEFT",
                assertThrows(IllegalArgumentException.class, () -> left(award, 0, 1_001))
                        .getMessage());
    }

    @Test
    void proRataTakesBackThePartThatCameBackCountedFromTheWhole() {
        Visit visit = Shop.visit(Shop.line(1_990));
        EarningPlan plan = EarningPlan.of(Shop.base()).with(PartialReturn.PRO_RATA);
        Award award = plan.award(visit, Shop.CONTEXT);
        assertEquals(19, award.total());
        List<Return> returns = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        Award before = award;
        for (long amount : new long[] {660, 660, 670}) {
            returns.add(Shop.back(visit, "b-" + returns.size(), 0, amount));
            before = before.remainingAfter(returns);
            left.add(before.total());
        }
        // 19 × 1,330 / 1,990 = 12.7 and 19 × 670 / 1,990 = 6.4
        assertEquals(List.of(12L, 6L, 0L), left);
        assertEquals(PartialReturn.PRO_RATA, plan.with(Stacking.ADD).partialReturn());
        assertEquals(PartialReturn.RECOMPUTE, EarningPlan.of().partialReturn());
    }

    @Test
    void proRataKeepsPartOfWhatARuleWouldNoLongerGive() {
        Visit visit = Shop.visit(Shop.line(3_000));
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(100).perVisit().from(Shop.yen(2_000)).named("bonus"));
        List<Return> half = List.of(Shop.back(visit, "b", 0, 1_500));
        assertEquals(0, plan.award(visit, Shop.CONTEXT).remainingAfter(half).total());
        assertEquals(
                50,
                plan.with(PartialReturn.PRO_RATA)
                        .award(visit, Shop.CONTEXT)
                        .remainingAfter(half)
                        .total());
    }
}
