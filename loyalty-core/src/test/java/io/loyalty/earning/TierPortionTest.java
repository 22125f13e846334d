package io.loyalty.earning;

import static io.loyalty.earning.Shop.back;
import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierPortionTest {

    private static final EarningRule SILVER =
            EarningRule.multiply("silver", Ratio.of(2)).forTier("Silver");

    private static Award split(EarningPlan plan, Visit visit, long none, long silver) {
        return plan.award(visit, Shop.CONTEXT, List.of(new TierPortion("Silver", silver), new TierPortion("", none)));
    }

    @Test
    void eachPartEarnsInItsTier() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(1).per(yen(100)).forTier("Silver").named("silver rate"),
                EarningRule.earn(2)
                        .per(yen(100))
                        .unless(Condition.tier("Silver"))
                        .named("usual rate"));
        Award award = split(plan, spending(10_000), 9_000, 1_000);
        assertEquals(10, award.explanation().verdict("silver rate").points());
        assertEquals(180, award.explanation().verdict("usual rate").points());
    }

    @Test
    void stepsAreNotLostAtTheBorder() {
        EarningPlan plan = EarningPlan.of(Shop.base(), SILVER);
        assertEquals(4, split(plan, spending(300), 150, 150).total(), "three steps, and one of 150 again");
    }

    @Test
    void whatIsNotOnSpendSeesTheTierOfTheContext() {
        EarningPlan plan = EarningPlan.of(
                Shop.base(),
                EarningRule.earn(3).perVisit().named("stamp"),
                EarningRule.bonus("bonus", 50).forTier("Silver"),
                SILVER);
        Award award = split(plan, spending(1_000), 500, 500);
        assertEquals(3, award.explanation().verdict("stamp").points());
        assertEquals(Reason.OTHER_TIER, award.explanation().verdict("bonus").reason());
        assertEquals(5, award.explanation().verdict("silver").points());
        assertEquals(18, award.total());
    }

    @Test
    void partsOfLinesAndUnitsAreRoundedAlone() {
        Visit visit = visit(Line.of("", 3, yen(150)));
        for (Rounding.Scope scope : List.of(Rounding.Scope.LINE, Rounding.Scope.UNIT)) {
            EarningPlan plan = EarningPlan.of(
                    EarningRule.earn(1).per(yen(10)).rounded(new Rounding(RoundingMode.FLOOR, scope)), SILVER);
            long expected = scope == Rounding.Scope.LINE ? 15 + 60 : 3 * (5 + 20);
            assertEquals(expected, split(plan, visit, 1, 2).total(), "150 + 2 × 300; 3 × (50 + 2 × 100)");
        }
        EarningPlan units = EarningPlan.of(EarningRule.earn(5).perUnit(), SILVER);
        assertEquals(22, split(units, visit, 1, 1).total(), "7.5 + 2 × 7.5");
        EarningPlan each = EarningPlan.of(
                EarningRule.earn(5).perUnit().rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.UNIT)), SILVER);
        assertEquals(21, split(each, visit, 1, 1).total(), "3 × (2.5 + 5), each rounded");
    }

    @Test
    void multipliersOfSomeLinesStandBesideTiers() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(1).per(yen(1)),
                SILVER,
                EarningRule.multiply("tea", Ratio.of(3)).onCategory("tea").forTier("Silver"));
        assertEquals(
                50 + 50 * 2 + 100 + 100 * 6,
                split(plan, visit(line("", 100), line("tea", 200)), 1, 1).total());
    }

    @Test
    void onePortionIsTheWholeInThatTier() {
        EarningPlan plan = EarningPlan.of(Shop.base(), SILVER);
        assertEquals(20, split(plan, spending(1_000), 0, 7).total());
        assertEquals(10, split(plan, spending(1_000), 0, 0).total(), "the tier of the context");
        assertEquals(plan.award(spending(1_000), Shop.CONTEXT), split(plan, spending(1_000), 0, 0));
    }

    @Test
    void whatRemainsIsSplitAlike() {
        EarningPlan plan = EarningPlan.of(Shop.base(), SILVER);
        Visit visit = spending(10_000);
        Award award = split(plan, visit, 5_000, 5_000);
        assertEquals(150, award.total());
        assertEquals(
                90, award.remainingAfter(List.of(back(visit, "b", 0, 4_000))).total());
        assertEquals(150, award.explanation().total());
    }

    @Test
    void negativePortionsAreRefused() {
        assertEquals(
                "amount must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> new TierPortion("Gold", -1))
                        .getMessage());
    }

    @Test
    void anotherCustomersVisitIsRefusedHereToo() {
        EarningContext other = EarningContext.of(Customer.of(CustomerId.of("c-2")), Shop.MIDNIGHT);
        assertEquals(
                "activity must be of customer c-2: c-1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EarningPlan.of(Shop.base())
                                        .award(spending(100), other, List.of(new TierPortion("", 1))))
                        .getMessage());
    }
}
