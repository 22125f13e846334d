package io.loyalty.earning;

import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.time.Term;
import io.loyalty.visit.LineKind;
import java.math.RoundingMode;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EarningRuleTest {

    private static void assertMessage(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    @Test
    void aRuleIsNamedAfterWhatItSays() {
        assertEquals(
                "10 per full JPY 200", EarningRule.earn(10).perFull(yen(200)).id());
        assertEquals("5 per JPY 100", EarningRule.earn(5).per(yen(100)).id());
        assertEquals("1 per visit", EarningRule.earn(1).perVisit().id());
        assertEquals("20 per unit", EarningRule.earn(20).perUnit().id());
        assertEquals(
                "100 for visit, every 10 times",
                EarningRule.earn(100).onEveryVisit(10).id());
        assertEquals(
                "9 for visit, 4 WEEKS in a row",
                EarningRule.earn(9).forWeeksInARow(4).id());
        assertEquals(
                "9 for visit, 4 MONTHS in a row",
                EarningRule.earn(9).forMonthsInARow(4).id());
        assertEquals(
                "9 for visit, 5 times within P30D",
                EarningRule.earn(9).forVisitsWithin(5, Period.ofDays(30)).id());
        assertEquals("500 for sign-up", EarningRule.earn(500).onSignUp().id());
        assertEquals(
                "30 for first review of a product",
                EarningRule.earn(30).onReview().id());
        assertEquals(
                "30 for review",
                EarningRule.earn(30)
                        .on(new Trigger.OnReview(Trigger.OnReview.Repeat.EACH))
                        .id());
        assertEquals(
                "500 for BIRTHDAY",
                EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY).id());
        assertEquals(
                "500 for BIRTHDAY, visit on the day",
                EarningRule.earn(500)
                        .onOccasion(Occasion.BIRTHDAY, Trigger.OnOccasion.By.VISIT_ON_THE_DAY)
                        .id());
        assertEquals(
                "500 for BIRTHDAY, visit in the month",
                EarningRule.earn(500)
                        .onOccasion(Occasion.BIRTHDAY, Trigger.OnOccasion.By.VISIT_IN_THE_MONTH)
                        .id());
        assertEquals("7 for RIDE", EarningRule.earn(7).onCustom("RIDE").id());
        assertEquals("7 for referral", EarningRule.earn(7).onReferralMade().id());
        assertEquals(
                "7 to the referrer, FIRST_ONLY within 5 days",
                EarningRule.earn(7).toReferrer(Qualification.firstOnly(5)).id());
        assertEquals("5 per JPY 100", EarningRule.earn(5).per(yen(100)).effect().toString());
        assertEquals(
                "× 3/2", EarningRule.multiply("m", Ratio.parse("1.5")).effect().toString());
    }

    @Test
    void defaultsAreThoseOfTheGuide() {
        EarningRule rule = Shop.base();
        Effect.Spend spend = (Effect.Spend) rule.effect();
        assertEquals(RateForm.STEP, spend.form());
        assertEquals(Rounding.DEFAULT, spend.rounding());
        assertEquals(EarningBase.DEFAULT, spend.base());
        assertEquals(
                Set.of(LineKind.SHIPPING, LineKind.GIFT_CARD, LineKind.FEE),
                spend.base().excludedKinds());
        assertEquals(PointsPaid.PRO_RATA_REMOVED, spend.base().pointsPaid());
        assertEquals(PointTerms.DEFAULT, rule.terms());
        assertEquals(Stacking.MULTIPLY, EarningPlan.of(rule).stacking());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertMessage("points must be at least 1: 0", () -> EarningRule.earn(0).perFull(yen(100)));
        assertMessage("points must be at least 1: 0", () -> EarningRule.earn(0).perVisit());
        assertMessage("points must be at least 1: 0", () -> EarningRule.earn(0).perUnit());
        assertMessage("points must be at least 1: -1", () -> EarningRule.bonus("b", -1));
        assertMessage("points must be at least 1: 0", () -> EarningRule.earn(0).perFull(Ratio.ONE, "km", "RIDE"));
        assertMessage("per must be above 0: JPY 0", () -> EarningRule.earn(1).per(yen(0)));
        assertMessage("factor must be at least 0: -1/2", () -> EarningRule.multiply("m", Ratio.parse("-0.5")));
        assertMessage("n must be at least 1: 0", () -> EarningRule.earn(1).onEveryVisit(0));
    }

    @Test
    void idsMustStandInALineOfText() {
        assertMessage(
                "id must be 1 to 100 printable characters: ' '",
                () -> Shop.base().named(" "));
        assertMessage(
                "id must be 1 to 100 printable characters: 'a\nb'",
                () -> Shop.base().named("a\nb"));
        String longest = "x".repeat(100);
        assertEquals(longest, Shop.base().named(longest).id());
        assertMessage(
                "id must be 1 to 100 printable characters: '" + longest + "x'",
                () -> Shop.base().named(longest + "x"));
        assertMessage("rules must have ids of their own: 'base'", () -> EarningPlan.of(Shop.base(), Shop.base()));
    }

    @Test
    void wordsThatDoNotFitARuleAreRefused() {
        EarningRule bonus = EarningRule.bonus("b", 1);
        assertMessage("base must be set on a rule that earns on spend: 'b'", () -> bonus.basedOn(EarningBase.DEFAULT));
        assertMessage(
                "rounding must be set on a rule that earns on spend or per unit: 'b'",
                () -> bonus.rounded(Rounding.DEFAULT));
        assertMessage(
                "milestone must be set on a rule that has fixed points: 'base'",
                () -> Shop.base().with(new Milestone.EveryNth(2)));
        assertEquals(
                new Rounding(RoundingMode.UP, Rounding.Scope.LINE),
                ((Effect.PerUnit) EarningRule.earn(1)
                                .perUnit()
                                .rounded(new Rounding(RoundingMode.UP, Rounding.Scope.LINE))
                                .effect())
                        .rounding());
    }

    @Test
    void aPlanListsItsRulesByPriorityThenId() {
        EarningRule late = EarningRule.bonus("a", 1).withPriority(1);
        EarningPlan plan = EarningPlan.of(late, EarningRule.bonus("c", 1), EarningRule.bonus("b", 1));
        assertEquals("EarningPlan[b, c, a]", plan.toString());
        assertEquals(Optional.of(late), plan.rule("a"));
        assertEquals(Optional.empty(), plan.rule("z"));
        assertEquals(plan, EarningPlan.of(plan.rules()));
        assertEquals(plan.hashCode(), EarningPlan.of(plan.rules()).hashCode());
        assertTrue(!plan.equals(plan.with(Stacking.ADD)));
        assertTrue(!plan.equals(plan.atMost(Cap.points(1, Cap.Per.VISIT))));
    }

    @Test
    void termsByTierAreSorted() {
        Term month = Term.of(Period.ofMonths(1));
        PointTerms terms = new PointTerms(
                PointTerms.DEFAULT.type(),
                PointTerms.DEFAULT.activation(),
                Term.never(),
                Map.of("Silver", month, "Gold", Term.never()));
        assertEquals(List.of("Gold", "Silver"), List.copyOf(terms.termByTier().keySet()));
        assertEquals(month, terms.termIn("Silver"));
        assertEquals(Term.never(), terms.termIn(""));
    }

    @Test
    void aBaseIsChangedByCopies() {
        EarningBase base = EarningBase.DEFAULT
                .with(io.loyalty.visit.TaxBasis.INCLUDED)
                .with(PointsPaid.GROSS)
                .excluding(LineKind.FEE);
        assertEquals(new EarningBase(io.loyalty.visit.TaxBasis.INCLUDED, Set.of(LineKind.FEE), PointsPaid.GROSS), base);
        assertEquals(Money.parse("JPY 100"), yen(100));
    }
}
