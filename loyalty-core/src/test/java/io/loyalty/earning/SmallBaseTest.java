package io.loyalty.earning;

import static io.loyalty.earning.EarningRule.earn;
import static io.loyalty.earning.EarningRule.multiply;
import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a base and each multiplier give in small numbers, by hand; and that numbers beyond these come to the same. */
class SmallBaseTest {

    private static final Condition COFFEE = Condition.category("coffee");
    private static final Condition TEA = Condition.category("tea");
    private static final Line TEA_1000 = line("tea", 1_000);
    private static final Line COFFEE_500 = line("coffee", 500);

    private static final EarningRule BASE = earn(1).per(yen(100)).named("base");

    private static EarningRule times(String name, long above, long below, Condition condition) {
        return multiply(name, Ratio.of(above, below)).when(condition);
    }

    private static Map<String, Long> points(EarningPlan plan, Line... lines) {
        return points(plan, visit(lines), "");
    }

    private static Map<String, Long> points(EarningPlan plan, Visit visit, String tier) {
        Map<String, Long> points = new LinkedHashMap<>();
        plan.award(visit, Shop.CONTEXT.withTier(tier))
                .parts()
                .forEach(part -> points.put(part.ruleId(), part.points()));
        return points;
    }

    private static boolean isSmall(EarningPlan plan) {
        return plan.compiled().smallBases[0] != null;
    }

    @Test
    void aMultiplierOfAllMultipliesTheSumAndOneOfSomeAddsItsSurplus() {
        EarningPlan plan = EarningPlan.of(
                BASE,
                times("a all", 2, 1, Condition.always()),
                times("b tea", 3, 2, TEA),
                times("c all", 3, 1, TEA.or(COFFEE)));
        assertTrue(isSmall(plan));
        assertEquals(Map.of("base", 15L, "a all", 15L, "b tea", 10L, "c all", 80L), points(plan, TEA_1000, COFFEE_500));
    }

    @Test
    void whatIsHitTwiceIsMultipliedTwice() {
        EarningPlan plan = EarningPlan.of(
                BASE,
                times("a tea", 3, 2, TEA),
                times("b not coffee", 2, 1, Condition.not(COFFEE)),
                times("c coffee", 7, 5, COFFEE),
                times("d tea", 5, 3, TEA));
        // 1,000 and 500; 1,500 and 500; 3,000 and 500; 3,000 and 700; 5,000 and 700.
        assertEquals(
                Map.of("base", 15L, "a tea", 5L, "b not coffee", 15L, "c coffee", 2L, "d tea", 20L),
                points(plan, TEA_1000, COFFEE_500));
    }

    /** A multiplier of two categories counts twice the one that a base is about, be the other ever so dear. */
    @Test
    void whatTheBaseLeavesOutIsNotMultiplied() {
        EarningPlan plan =
                EarningPlan.of(BASE.unless(COFFEE), times("a both", 2, 1, TEA.or(COFFEE)), times("b tea", 3, 1, TEA));
        Line gift = line("tea", 7_000).withKind(LineKind.GIFT_CARD);
        assertTrue(isSmall(plan));
        assertEquals(
                Map.of("base", 14L, "a both", 10L, "b tea", 40L),
                points(plan, TEA_1000, line("coffee", 90_000), gift, line("milk", 400)));
    }

    /** Each chooses one category, or two at once, before and after one of all. */
    @Test
    void aMultiplierOfTwoCategoriesIsAsTwoOfOneEach() {
        Condition milk = Condition.category("milk");
        EarningPlan oneEach = EarningPlan.of(
                BASE,
                times("a", 5, 4, TEA),
                times("b all", 3, 2, Condition.always()),
                times("c coffee", 2, 1, COFFEE),
                times("d milk", 2, 1, milk));
        EarningPlan both = EarningPlan.of(
                BASE,
                times("a", 5, 4, TEA),
                times("b all", 3, 2, Condition.always()),
                times("c both", 2, 1, COFFEE.or(milk)));
        Line[] lines = {TEA_1000, COFFEE_500, line("milk", 400), line("cake", 300)};
        // 2,200; 2,450; 3,675; coffee 750 more, milk 600 more.
        assertEquals(Map.of("base", 22L, "a", 2L, "b all", 12L, "c coffee", 8L, "d milk", 6L), points(oneEach, lines));
        assertEquals(Map.of("base", 22L, "a", 2L, "b all", 12L, "c both", 14L), points(both, lines));
    }

    @Test
    void whatAMultiplierHitsMayDependOnTheCustomer() {
        EarningPlan plan = EarningPlan.of(
                BASE,
                times("a tea", 3, 2, TEA),
                times("b coffee, or all for gold", 2, 1, COFFEE.or(Condition.tier("Gold"))),
                times("c milk", 9, 4, Condition.category("milk")),
                times("d not coffee", 7, 5, Condition.not(COFFEE).or(Condition.tier("Silver"))));
        Visit visit = visit(TEA_1000, COFFEE_500, line("milk", 400));
        // 1,000, 500 and 400; tea 1,500; coffee 1,000, or all twice; milk 900 or 1,800; tea and milk times 1.4, or all.
        assertEquals(
                Map.of("base", 19L, "a tea", 5L, "b coffee, or all for gold", 5L, "c milk", 5L, "d not coffee", 9L),
                points(plan, visit, ""));
        assertEquals(
                Map.of("base", 19L, "a tea", 5L, "b coffee, or all for gold", 24L, "c milk", 10L, "d not coffee", 19L),
                points(plan, visit, "Gold"));
        assertEquals(
                Map.of("base", 19L, "a tea", 5L, "b coffee, or all for gold", 5L, "c milk", 5L, "d not coffee", 13L),
                points(plan, visit, "Silver"));
    }

    @Test
    void whereAllMultipliersHitAllOneOfThemCounts() {
        EarningPlan plan = EarningPlan.of(
                earn(10).perVisit().named("visit"),
                times("a", 2, 1, Condition.always()),
                times("b", 3, 1, Condition.tier("Gold")),
                times("c", 3, 1, Condition.always()));
        Visit visit = visit();
        assertEquals(Map.of("visit", 10L, "a", 10L), points(plan.with(Stacking.FIRST_MATCH), visit, ""));
        assertEquals(Map.of("visit", 10L, "c", 20L), points(plan.with(Stacking.BEST_OF), visit, ""));
        assertEquals(Map.of("visit", 10L, "b", 20L), points(plan.with(Stacking.BEST_OF), visit, "Gold"));
        assertEquals(Map.of("visit", 10L, "a", 10L, "c", 40L), points(plan, visit, ""));
    }

    @Test
    void factorsBelowOneLowerTheBaseItself() {
        EarningPlan plan =
                EarningPlan.of(BASE, times("double", 2, 1, Condition.always()), times("half tea", 1, 2, TEA));
        assertEquals(Map.of("base", 10L, "double", 10L), points(plan, TEA_1000, COFFEE_500));
        assertEquals(Map.of(), points(EarningPlan.of(BASE, times("none", 0, 1, TEA)), TEA_1000));
    }

    @Test
    void eachNumberIsADifferenceOfRoundedOnes() {
        EarningPlan down = EarningPlan.of(BASE, times("more", 3, 2, Condition.always()));
        assertEquals(Map.of("base", 1L, "more", 1L), points(down, line(150)), "1.5, then 2.25");
        assertEquals(Map.of("base", 1L), points(down, line(110)), "1.1, then 1.65");
        EarningPlan up = EarningPlan.of(
                BASE.rounded(new Rounding(RoundingMode.CEILING, Rounding.Scope.TRANSACTION)),
                times("more", 3, 2, Condition.always()));
        assertEquals(Map.of("base", 2L, "more", 1L), points(up, line(150)));
        assertEquals(Map.of("base", 2L), points(up, line(110)));
    }

    @Test
    void stepsOfTheWholeAreMultiplied() {
        EarningRule steps = earn(2).perFull(yen(300)).named("steps");
        EarningPlan plan = EarningPlan.of(steps, times("triple", 3, 1, Condition.always()));
        assertEquals(Map.of("steps", 10L, "triple", 20L), points(plan, TEA_1000, COFFEE_500), "five steps in 1,500");
        assertEquals(Map.of(), points(plan, line(299)));
        EarningPlan chosen = EarningPlan.of(steps, times("triple tea", 3, 1, TEA));
        assertEquals(
                Map.of("steps", 10L, "triple tea", 12L),
                points(chosen, TEA_1000, COFFEE_500),
                "tea alone has three steps, which count twice more");
        assertEquals(Map.of("steps", 6L, "triple tea", 12L), points(chosen, TEA_1000));
    }

    @Test
    void whereOneMultiplierCountsEachClassHasItsOwn() {
        EarningPlan plan = EarningPlan.of(
                BASE,
                times("a tea", 3, 2, TEA),
                times("b all", 2, 1, Condition.always()),
                times("c coffee", 4, 1, COFFEE));
        assertEquals(
                Map.of("base", 15L, "a tea", 5L, "b all", 5L),
                points(plan.with(Stacking.FIRST_MATCH), TEA_1000, COFFEE_500));
        assertEquals(
                Map.of("base", 15L, "b all", 10L, "c coffee", 15L),
                points(plan.with(Stacking.BEST_OF), TEA_1000, COFFEE_500));
        EarningPlan equal = EarningPlan.of(BASE, times("x", 2, 1, TEA), times("y", 2, 1, TEA));
        assertEquals(Map.of("base", 10L, "x", 10L), points(equal.with(Stacking.BEST_OF), TEA_1000));
    }

    @Test
    void linesThatAmountToNothingCountForNothing() {
        EarningPlan plan = EarningPlan.of(BASE, times("tea", 2, 1, TEA));
        assertEquals(Map.of("base", 5L), points(plan, line("tea", 0), COFFEE_500));
        assertEquals(Map.of(), points(plan, line("tea", 0)));
        assertEquals(
                Reason.NOTHING_TO_MULTIPLY,
                plan.award(visit(line("tea", 0), COFFEE_500), Shop.CONTEXT)
                        .explanation()
                        .verdict("tea")
                        .reason());
    }

    @Test
    void aVisitIsMultipliedByWhatIsAboutVisits() {
        EarningRule visit = earn(5).perVisit().named("visit");
        EarningPlan plan = EarningPlan.of(visit, times("half more", 3, 2, Condition.always()), times("tea", 2, 1, TEA));
        assertEquals(Map.of("visit", 5L, "half more", 2L), points(plan, TEA_1000));
        assertEquals(Map.of("visit", 5L, "half more", 2L), points(plan), "a visit without lines is a visit");
        EarningPlan withTea = EarningPlan.of(visit.when(TEA), times("half more", 3, 2, Condition.always()));
        assertEquals(Map.of(), points(withTea, COFFEE_500));
    }

    @Test
    void numbersThatAreNotSmallComeToTheSame() {
        EarningPlan plan = EarningPlan.of(
                earn(1).per(yen(1)).named("base"), times("tea", 3, 2, TEA), times("coffee", 2, 1, COFFEE));
        for (long amount :
                new long[] {SmallBase.SMALL - 1, SmallBase.SMALL, SmallBase.SMALL + 1L, 1L << 40, 1L << 60}) {
            assertEquals(
                    Map.of("base", amount + 1, "tea", amount / 2, "coffee", 1L),
                    points(plan, line("tea", amount), line("coffee", 1)),
                    () -> "tea for " + amount);
        }
        long many = 3_000_000_000_000L;
        EarningPlan rich = EarningPlan.of(
                earn(many).perVisit().named("visit"), times("million", 1_000_000, 1, Condition.always()));
        assertEquals(Map.of("visit", many, "million", many * 999_999), points(rich));
    }

    @Test
    void smallNumbersMayMakeLargeOnes() {
        EarningPlan visits = EarningPlan.of(
                earn(2_000_000_000).perVisit().named("visit"),
                times("a", 10, 1, Condition.always()),
                times("b", 7, 1, Condition.always()));
        assertTrue(isSmall(visits));
        assertEquals(
                Map.of("visit", 2_000_000_000L, "a", 18_000_000_000L, "b", 120_000_000_000L), points(visits, TEA_1000));
        EarningPlan spend = EarningPlan.of(
                earn(1_000_000).per(yen(1)).named("spend"),
                times("a", 50, 1, Condition.always()),
                times("tea", 40, 1, TEA));
        for (long amount : new long[] {1, 2, 53, 54, 1_000}) {
            long points = amount * 1_000_000;
            assertEquals(
                    Map.of("spend", points, "a", 49 * points, "tea", 39 * 50 * points),
                    points(spend, line("tea", amount)));
        }
    }

    @Test
    void productsThatWouldOverflowOnTheWayDoNot() {
        EarningPlan plan = EarningPlan.of(
                earn(1_000_000).per(yen(1)).named("base"), times("a bit", 1_000_000, 999_999, Condition.always()));
        assertTrue(isSmall(plan));
        assertEquals(
                Map.of("base", 1_000_000_000_000_000L, "a bit", 1_000_001_000L), points(plan, line(1_000_000_000)));
        EarningPlan dear = EarningPlan.of(
                earn(1).per(yen(3_000_000_000L)).named("base"), times("double", 2, 1, Condition.always()));
        assertEquals(Map.of("double", 1L), points(dear, line(2_000_000_000)));
    }

    @Test
    void manyFactorsOrAddedOnesAreNotForSmallNumbers() {
        EarningRule[] rules = {BASE, times("wide", SmallBase.SMALL, 1, TEA), times("more", 2, 1, COFFEE)};
        assertFalse(isSmall(EarningPlan.of(rules)));
        assertTrue(isSmall(EarningPlan.of(rules[0], rules[1])));
        assertFalse(isSmall(EarningPlan.of(rules[0], rules[2]).with(Stacking.ADD)));
        assertEquals(
                Map.of("base", 15L, "more", 5L, "wide", 10 * (SmallBase.SMALL - 1)),
                points(EarningPlan.of(rules), TEA_1000, COFFEE_500));
    }
}
