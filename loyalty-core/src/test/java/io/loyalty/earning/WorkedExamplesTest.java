package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.customer.Referral;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.time.LeapDay;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.Return;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the domain guide, as far as they are about earning; the numbers are its own. */
class WorkedExamplesTest {

    private static long multiplied(String factor, RoundingMode mode) {
        EarningPlan plan = EarningPlan.of(
                Shop.base().rounded(new Rounding(mode, Rounding.Scope.TRANSACTION)),
                EarningRule.multiply("campaign", Ratio.parse(factor)));
        return plan.award(spending(10_000), Shop.CONTEXT).total();
    }

    @Test
    void example1DecimalFactorsAreExact() {
        assertEquals(115, multiplied("1.15", RoundingMode.FLOOR));
        assertEquals(110, multiplied("1.1", RoundingMode.CEILING));
    }

    private static long fivePercent(RoundingMode mode, Rounding.Scope scope) {
        EarningPlan plan = EarningPlan.of(EarningRule.earn(5).per(yen(100)).rounded(new Rounding(mode, scope)));
        return plan.award(visit(Line.of("", 3, yen(333)), line(333)), Shop.CONTEXT)
                .total();
    }

    @Test
    void example2RoundingPerUnitLineOrTransaction() {
        assertEquals(68, fivePercent(RoundingMode.HALF_UP, Rounding.Scope.UNIT));
        assertEquals(64, fivePercent(RoundingMode.FLOOR, Rounding.Scope.UNIT));
        assertEquals(65, fivePercent(RoundingMode.FLOOR, Rounding.Scope.LINE));
        assertEquals(66, fivePercent(RoundingMode.FLOOR, Rounding.Scope.TRANSACTION));
        assertEquals(67, fivePercent(RoundingMode.HALF_UP, Rounding.Scope.TRANSACTION));
    }

    private static long stacked(Stacking stacking) {
        EarningPlan plan = EarningPlan.of(
                        Shop.base(),
                        EarningRule.multiply("tier", Ratio.parse("1.5")).forTier("Gold"),
                        EarningRule.multiply("campaign", Ratio.parse("1.5")))
                .with(stacking);
        return plan.award(spending(1_000), Shop.CONTEXT.withTier("Gold")).total();
    }

    @Test
    void example3MultipliersStack() {
        assertEquals(22, stacked(Stacking.MULTIPLY));
        assertEquals(20, stacked(Stacking.ADD));
        assertEquals(15, stacked(Stacking.BEST_OF));
        assertEquals(15, stacked(Stacking.FIRST_MATCH));
    }

    private static List<Long> lateEvening(Cap.Overflow overflow) {
        Shop.Member member = new Shop.Member(EarningPlan.of(Shop.base())
                .atMost(Cap.points(100, Cap.Per.BUSINESS_DAY).with(overflow)));
        return List.of(
                member.comes("2026-04-01T23:30", line(7_000)).total(),
                member.comes("2026-04-01T23:50", line(5_000)).total(),
                member.comes("2026-04-02T00:10", line(5_000)).total());
    }

    @Test
    void example4ACapPerDayTrimsOrRejects() {
        assertEquals(List.of(70L, 30L, 50L), lateEvening(Cap.Overflow.TRIM));
        assertEquals(List.of(70L, 0L, 50L), lateEvening(Cap.Overflow.REJECT_WHOLE));
    }

    @Test
    void example5ALeapDayBirthdayPaysOnceAYear() {
        Customer customer = Shop.CUSTOMER.withOccasion(Occasion.birthday(LocalDate.of(2004, 2, 29)));
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY).with(LeapDay.FEB_28));
        Shop.Member member = new Shop.Member(plan, EarningContext.of(customer, Shop.MIDNIGHT));
        List<LocalDate> paid = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            OccasionReached reached = new OccasionReached(
                    ActivityId.of("o-" + day), Shop.ID, Shop.at(day + "T09:00"), Occasion.BIRTHDAY, day);
            if (member.does(reached).total() == 500) {
                paid.add(day);
            }
        }
        assertEquals(List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29)), paid);
    }

    @Test
    void example13PartialReturnsTakeBackWhatTheRestNoLongerEarns() {
        Visit visit = spending(1_990);
        Award award = EarningPlan.of(Shop.base()).award(visit, Shop.CONTEXT);
        assertEquals(19, award.total());
        List<Return> returns = new ArrayList<>();
        List<Long> clawbacks = new ArrayList<>();
        Award before = award;
        for (long amount : new long[] {660, 660, 670}) {
            returns.add(Shop.back(visit, "b-" + returns.size(), 0, amount));
            Award after = award.remainingAfter(returns);
            clawbacks.add(
                    before.clawback(after).stream().mapToLong(AwardPart::points).sum());
            before = after;
        }
        assertEquals(List.of(6L, 7L, 6L), clawbacks);
        assertTrue(before.isVoid());
    }

    @Test
    void example14TheReturnOfAVisitPaidPartlyWithPoints() {
        Visit visit = visit(line(6_000), line(4_000))
                .withTender(Tender.points(1_000, yen(1_000)))
                .withTender(Tender.of(TenderKind.CASH, yen(9_000)));
        Award award = EarningPlan.of(Shop.base()).award(visit, Shop.CONTEXT);
        assertEquals(90, award.total());
        List<Return> returns = List.of(Shop.back(visit, "b-1", 1, 4_000));
        assertEquals(54, award.remainingAfter(returns).total(), "proportional: 600 points and 5,400 remain");
        assertEquals(50, award.remainingAfter(returns, yen(1_000)).total(), "cash first");
        assertEquals(60, award.remainingAfter(returns, yen(0)).total(), "points first");
    }

    @Test
    void example15TheRateOfTheVisitThatCrossesAThreshold() {
        EarningPlan plan = EarningPlan.of(
                Shop.base(), EarningRule.multiply("silver", Ratio.of(2)).forTier("Silver"));
        Visit visit = spending(10_000);
        assertEquals(100, plan.award(visit, Shop.CONTEXT).total(), "before");
        assertEquals(200, plan.award(visit, Shop.CONTEXT.withTier("Silver")).total(), "after");
        List<TierPortion> split = List.of(new TierPortion("", 5_000), new TierPortion("Silver", 5_000));
        assertEquals(150, plan.award(visit, Shop.CONTEXT, split).total(), "split");
    }

    @Test
    void example18TheFirstPurchaseThatQualifiesMakesAReferralGood() {
        Qualification within30 = Qualification.firstQualifying(30);
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(500).toReferrer(within30).from(yen(3_000)).named("thanks"),
                EarningRule.earn(300).toReferee(within30).from(yen(3_000)).named("welcome"));
        CustomerId friend = CustomerId.of("c-0");
        Referral referral = new Referral(friend, Shop.ID, Shop.at("2026-04-01T10:00"));
        Shop.Member member =
                new Shop.Member(plan, Shop.CONTEXT.with(EarningHistory.empty().referredBy(referral)));
        Award third = member.comes("2026-04-04T12:00", line(2_500));
        assertEquals(0, third.total());
        assertFalse(third.isReferralQualified());
        Award ninth = member.comes("2026-04-10T12:00", line(3_200));
        assertEquals(300, ninth.total());
        assertTrue(ninth.isReferralQualified());
        Award thanks = plan.awardReferrer(ninth, EarningContext.of(Customer.of(friend), Shop.MIDNIGHT));
        assertEquals(500, thanks.total());
        assertFalse(member.comes("2026-04-11T12:00", line(3_200)).isReferralQualified());
    }

    @Test
    void example20AVoidedVisitCountsNoMore() {
        Shop.Member member =
                new Shop.Member(EarningPlan.of(EarningRule.earn(100).onEveryVisit(10)));
        Award seventh = null;
        for (int i = 1; i <= 9; i++) {
            Award award = member.comes("2026-04-0" + i + "T12:00", line(500));
            assertEquals(0, award.total());
            seventh = i == 7 ? award : seventh;
        }
        member.voids(seventh);
        assertEquals(0, member.comes("2026-04-10T12:00", line(500)).total());
        assertEquals(100, member.comes("2026-04-11T12:00", line(500)).total());
    }
}
