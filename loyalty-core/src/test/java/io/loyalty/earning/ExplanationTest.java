package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.points.Activation;
import io.loyalty.points.Grant;
import io.loyalty.points.PointType;
import io.loyalty.time.Term;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void theStatementIsShortAndReadable() {
        EarningPlan plan = EarningPlan.of(
                        Shop.base(),
                        EarningRule.multiply("double tuesday", Ratio.of(2)).on(DayOfWeek.TUESDAY),
                        EarningRule.multiply("gold", Ratio.parse("1.5")).forTier("Gold"),
                        EarningRule.bonus("coffee week", 50).onCategory("coffee"),
                        EarningRule.earn(100).onEveryVisit(10).named("tenth visit"),
                        EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY).named("birthday"))
                .atMost(Cap.points(60, Cap.Per.BUSINESS_DAY));
        Award award = plan.award(visit(line("coffee", 1_990)), Shop.CONTEXT.withTier("Gold"));
        assertEquals("""
                60 points for r-2026-04-01T12:00
                  base: 19, 1 per full JPY 100, of JPY 1990
                  birthday: 0 OTHER_ACTIVITY, 500 for BIRTHDAY
                  coffee week: 41 TRIMMED, 50 for visit
                  double tuesday: 0 OTHER_DAY, × 2, needs on TUESDAY
                  gold: 0 CAP_REACHED, × 3/2
                  tenth visit: 0 COUNTED, 100 for visit, every 10 times, 1 of 10
                  cut 18 of all: at most 60 POINTS per BUSINESS_DAY""", award.toString());
        assertEquals(
                60,
                award.explanation().verdicts().stream()
                        .mapToLong(Explanation.Verdict::points)
                        .sum());
    }

    @Test
    void baseRateAndRoundingAreSaidExactly() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(5).per(yen(100)).named("proportion"),
                EarningRule.earn(1)
                        .per(yen(100))
                        .rounded(new Rounding(RoundingMode.HALF_UP, Rounding.Scope.LINE))
                        .named("whole"));
        Award award = plan.award(
                visit(
                        line(1_000).withTax(Ratio.ofPercent(8), TaxBasis.INCLUDED),
                        line(1_000).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED)),
                Shop.CONTEXT);
        assertEquals(
                "5 per JPY 100, of JPY 1835 and 5/297, 91 223/297 rounded FLOOR per TRANSACTION",
                award.explanation().verdict("proportion").text());
        assertEquals(
                "1 per JPY 100, of JPY 1835 and 5/297, 18 1040/2970 rounded HALF_UP per LINE"
                        .replace("1040/2970", "104/297"),
                award.explanation().verdict("whole").text());
        Award even = plan.award(visit(line(1_000)), Shop.CONTEXT);
        assertEquals(
                "5 per JPY 100, of JPY 1000, 50 rounded FLOOR per TRANSACTION",
                even.explanation().verdict("proportion").text());
    }

    @Test
    void whatDoesNotCountIsSaid() {
        EarningPlan plan = EarningPlan.of(
                Shop.base(),
                EarningRule.earn(1).perUnit().onCategory("bottle").named("bottles"),
                EarningRule.multiply("m", Ratio.of(2)));
        Explanation little = plan.award(visit(line(99)), Shop.CONTEXT).explanation();
        assertEquals(Reason.BELOW_FIRST_POINT, little.verdict("base").reason());
        assertEquals(Reason.OTHER_CATEGORY, little.verdict("bottles").reason());
        assertEquals(Reason.BELOW_FIRST_POINT, little.verdict("m").reason());
        Explanation shipping = plan.award(visit(line("bottle", 500).withKind(LineKind.SHIPPING)), Shop.CONTEXT)
                .explanation();
        assertEquals(Reason.NOTHING_COUNTS, shipping.verdict("base").reason());
        assertEquals(Reason.NOTHING_COUNTS, shipping.verdict("bottles").reason());
        assertEquals(Reason.NOTHING_TO_MULTIPLY, shipping.verdict("m").reason());
        assertEquals(
                Reason.NOTHING_COUNTS,
                plan.award(visit(), Shop.CONTEXT).explanation().verdict("base").reason());
        assertEquals(
                "rule must be one of the plan: 'none'",
                assertThrows(IllegalArgumentException.class, () -> shipping.verdict("none"))
                        .getMessage());
    }

    @Test
    void whatAConditionNeedsIsNamedInParts() {
        EarningPlan plan = EarningPlan.of(EarningRule.bonus("b", 1)
                .forTier("Gold")
                .onCategory("tea")
                .unless(Condition.brand("b1"))
                .from(yen(500)));
        Line tea = line("tea", 500);
        EarningContext gold = Shop.CONTEXT.withTier("Gold");
        assertEquals(
                "1 for visit, needs tier Gold",
                plan.award(visit(tea), Shop.CONTEXT).explanation().verdict("b").text());
        assertEquals(
                "1 for visit, needs category tea",
                plan.award(visit(line(500)), gold).explanation().verdict("b").text());
        assertEquals(
                "1 for visit, needs not (brand b1)",
                plan.award(visit(tea.withBrand("b1")), gold)
                        .explanation()
                        .verdict("b")
                        .text());
        assertEquals(
                "1 for visit, needs spending at least JPY 500",
                plan.award(visit(line("tea", 499)), gold)
                        .explanation()
                        .verdict("b")
                        .text());
        assertEquals(
                "1 for visit, needs tier Gold and category tea and not (brand b1) and spending at least JPY 500",
                plan.award(visit(tea.withBrand("b1"), line("cake", 1)), gold)
                        .explanation()
                        .verdict("b")
                        .text());
    }

    @Test
    void whatRulesGiveOnTheSameTermsIsOneGrant() {
        Term year = Term.of(Period.ofYears(1));
        EarningRule other = EarningRule.earn(3).perVisit().named("x");
        EarningPlan plan = EarningPlan.of(
                Shop.base().valid(year),
                EarningRule.earn(5).perVisit().named("stamp").valid(year),
                other.named("soon").giving(PointType.PROMOTIONAL),
                other.named("late").usable(Activation.onEvent()),
                EarningRule.earn(7).perVisit().named("more").valid(year));
        Award award = plan.award(visit(line(1_000)), Shop.CONTEXT);
        assertEquals(
                List.of("base 10", "late 3", "more 7", "soon 3", "stamp 5"),
                award.parts().stream()
                        .map(part -> part.ruleId() + " " + part.points())
                        .toList());
        assertEquals(
                List.of("22 r-2026-04-01T12:00/1", "3 r-2026-04-01T12:00/2", "3 r-2026-04-01T12:00/3"),
                award.grants().stream()
                        .map(grant -> grant.points() + " " + grant.source())
                        .toList());
        assertEquals(year, award.grants().get(0).term());
        assertEquals(Activation.onEvent(), award.grants().get(1).activation());
        assertEquals(PointType.PROMOTIONAL, award.grants().get(2).type());
        assertEquals(
                List.of("1", "2", "1", "3", "1"),
                award.parts().stream()
                        .map(part -> award.sourceOf(part).substring("r-2026-04-01T12:00/".length()))
                        .toList());
        AwardPart foreign =
                new AwardPart("base", 1, PointType.REGULAR, Activation.immediate(), Term.of(Period.ofDays(3)));
        assertEquals(
                "part must have terms of this award: " + foreign,
                assertThrows(IllegalArgumentException.class, () -> award.sourceOf(foreign))
                        .getMessage());
    }

    @Test
    void partsBecomeGrantsThatNameTheirSource() {
        Term year = Term.of(Period.ofYears(1));
        Term twoYears = Term.of(Period.ofYears(2));
        EarningPlan plan = EarningPlan.of(Shop.base()
                .giving(PointType.PROMOTIONAL)
                .usable(Activation.onEvent())
                .valid(year)
                .validInTier("Gold", twoYears));
        Award award = plan.award(visit(line(1_000)), Shop.CONTEXT);
        assertEquals(
                List.of(new Grant(10, PointType.PROMOTIONAL, Activation.onEvent(), year, "r-2026-04-01T12:00/1")),
                award.grants());
        Award gold = plan.award(visit(line(1_000)), Shop.CONTEXT.withTier("Gold"));
        assertEquals(twoYears, gold.grants().get(0).term());
        assertTrue(plan.award(visit(line(1)), Shop.CONTEXT).grants().isEmpty());
        assertEquals(
                "points must be at least 1: 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new AwardPart("r", 0, PointType.REGULAR, Activation.immediate(), year))
                        .getMessage());
    }

    @Test
    void explanationsShowNoPersonalData() {
        EarningContext context = EarningContext.of(
                Shop.CUSTOMER
                        .withAttribute("name", "SECRET")
                        .withOccasion(Occasion.birthday(java.time.MonthDay.of(4, 1))),
                Shop.MIDNIGHT);
        EarningPlan plan = EarningPlan.of(
                EarningRule.bonus("b", 1).when(Condition.attribute("name", "other")),
                EarningRule.bonus("day", 1).when(Condition.onTheDayOf(Occasion.BIRTHDAY)));
        String text = plan.award(visit(line(1)), context).toString() + plan + context.history();
        assertTrue(!text.contains("SECRET") && !text.contains("c-1"), text);
    }
}
