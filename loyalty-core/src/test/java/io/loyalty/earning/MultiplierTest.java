package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.points.Activation;
import io.loyalty.points.PointType;
import io.loyalty.time.Term;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiplierTest {

    private static EarningRule times(String id, String factor) {
        return EarningRule.multiply(id, Ratio.parse(factor));
    }

    private static Award award(EarningPlan plan, io.loyalty.visit.Line... lines) {
        return plan.award(visit(lines), Shop.CONTEXT);
    }

    private static Reason reason(Award award, String ruleId) {
        return award.explanation().verdict(ruleId).reason();
    }

    private static long points(Award award, String ruleId) {
        return award.explanation().verdict(ruleId).points();
    }

    @Test
    void allProductsAreRoundedOnce() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("a", "1.5"), times("b", "1.5"), times("c", "1.5"));
        assertEquals(33, award(plan, line(1_000)).total(), "33.75, where rounding each time gives 22, then 33");
        EarningPlan seven = EarningPlan.of(Shop.base(), times("a", "1.5"), times("b", "4/3"));
        assertEquals(14, award(seven, line(700)).total(), "7 × 2, where rounding each time gives 10, then 13");
    }

    @Test
    void thePartsOfMultipliersSumToTheOneRounding() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("a", "1.5"), times("b", "1.5"));
        Award award = award(plan, line(1_000));
        assertEquals(10, points(award, "base"));
        assertEquals(5, points(award, "a"));
        assertEquals(7, points(award, "b"), "22 - 15");
        assertEquals(22, award.total());
    }

    @Test
    void multipliersBelowOneLowerTheBase() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("a", "3"), times("b", "1/2"));
        Award award = award(plan, line(1_100));
        assertEquals(5, points(award, "base"), "11 halved");
        assertEquals(11, points(award, "a"), "16 - 5");
        assertEquals(0, points(award, "b"));
        assertEquals(Reason.APPLIED, reason(award, "b"));
        assertEquals(16, award.total());
        assertEquals(
                0,
                award(EarningPlan.of(Shop.base(), times("none", "0")), line(1_000))
                        .total());
    }

    @Test
    void addedSurplusesNeverFallBelowNothing() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("a", "0.4"), times("b", "0.5"), times("c", "2"))
                .with(Stacking.ADD);
        assertEquals(9, award(plan, line(1_000)).total(), "1 - 0.6 - 0.5 + 1 = 0.9");
        EarningPlan none = EarningPlan.of(Shop.base(), times("a", "0.4"), times("b", "0.3"))
                .with(Stacking.ADD);
        assertEquals(0, award(none, line(1_000)).total(), "1 - 0.6 - 0.7 is below 0");
    }

    @Test
    void theBestIsTakenAndTheOthersAreOutranked() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("a", "2"), times("b", "3"), times("c", "3"))
                .with(Stacking.BEST_OF);
        Award award = award(plan, line(1_000));
        assertEquals(30, award.total());
        assertEquals(Reason.OUTRANKED, reason(award, "a"));
        assertEquals(Reason.APPLIED, reason(award, "b"));
        assertEquals(Reason.OUTRANKED, reason(award, "c"), "equal, but later by id");
        EarningPlan half = EarningPlan.of(Shop.base(), times("half", "1/2")).with(Stacking.BEST_OF);
        assertEquals(5, award(half, line(1_000)).total(), "the best of one is that one");
    }

    @Test
    void theFirstMatchGoesByPriorityThenId() {
        EarningPlan byId =
                EarningPlan.of(Shop.base(), times("b", "3"), times("a", "2")).with(Stacking.FIRST_MATCH);
        assertEquals(20, award(byId, line(1_000)).total());
        EarningPlan byPriority = EarningPlan.of(Shop.base(), times("b", "3").withPriority(-1), times("a", "2"))
                .with(Stacking.FIRST_MATCH);
        assertEquals(30, award(byPriority, line(1_000)).total());
        EarningPlan only = EarningPlan.of(
                        Shop.base(), times("b", "3").withPriority(-1).on(DayOfWeek.SUNDAY), times("a", "2"))
                .with(Stacking.FIRST_MATCH);
        assertEquals(20, award(only, line(1_000)).total(), "the first that matches, not the first");
    }

    @Test
    void aMultiplierOfSomeLinesCountsTheirStepsAgain() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("coffee", "3").onCategory("coffee"));
        Award award = award(plan, line("coffee", 150), line("tea", 150));
        assertEquals(3, points(award, "base"), "one step takes 50 of each");
        assertEquals(2, points(award, "coffee"), "the full step of the coffee, twice more");
        assertEquals(5, award.total());
    }

    @Test
    void multipliersOfDifferentLinesLieInLayers() {
        EarningPlan plan = EarningPlan.of(
                Shop.base(),
                times("coffee", "3").onCategory("coffee"),
                times("tobacco", "0").onCategory("tobacco"),
                times("drinks", "2").onCategory("coffee", "tea"));
        Award award = award(plan, line("coffee", 150), line("tea", 150), line("tobacco", 150), line("cake", 150));
        assertEquals(11, award.total(), "4 steps without tobacco, 3 again for drinks, 1 four times again for coffee");
    }

    @Test
    void proportionsAreMultipliedLineByLine() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(1).per(yen(100)).named("base"),
                times("coffee", "3").onCategory("coffee"));
        assertEquals(6, award(plan, line("coffee", 150), line("tea", 150)).total(), "4.5 + 1.5");
    }

    @Test
    void multipliersChooseLinesUnderEveryScope() {
        EarningRule each = EarningRule.earn(1)
                .per(yen(100))
                .rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.LINE))
                .named("base");
        EarningPlan plan = EarningPlan.of(each, times("coffee", "3").onCategory("coffee"));
        assertEquals(5, award(plan, line("coffee", 150), line("tea", 150)).total(), "4 + 1");
        EarningPlan steps = EarningPlan.of(
                Shop.base().rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.UNIT)),
                times("coffee", "3").onCategory("coffee"));
        assertEquals(4, award(steps, line("coffee", 150), line("tea", 150)).total(), "3 + 1");
    }

    @Test
    void visitPointsAreMultipliedOnlyByWhatDoesNotChooseLines() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(3).perVisit().named("stamp"),
                times("day", "1.5"),
                times("coffee", "3").onCategory("coffee"));
        Award award = award(plan, line("coffee", 10));
        assertEquals(4, award.total(), "4.5 rounded down");
        assertEquals(Reason.NOTHING_TO_MULTIPLY, reason(award, "coffee"));
    }

    @Test
    void bonusesAreNotMultiplied() {
        EarningPlan plan = EarningPlan.of(EarningRule.bonus("bonus", 50), times("day", "2"));
        Award award = award(plan, line(10));
        assertEquals(50, award.total());
        assertEquals(Reason.NOTHING_TO_MULTIPLY, reason(award, "day"));
    }

    @Test
    void oneMultiplierMultipliesSeveralBases() {
        EarningPlan plan =
                EarningPlan.of(Shop.base(), EarningRule.earn(1).perVisit().named("stamp"), times("day", "2"));
        Award award = award(plan, line(1_000));
        assertEquals(22, award.total());
        assertEquals(11, points(award, "day"));
        assertEquals(3, award.parts().size(), "equal terms make one part of each rule");
    }

    @Test
    void addedPointsAreLikeTheRestUnlessTheMultiplierSaysOtherwise() {
        Term year = Term.of(Period.ofYears(1));
        EarningRule like = times("like", "2");
        EarningRule own = times("own", "2")
                .giving(PointType.PROMOTIONAL)
                .valid(Term.of(Period.ofMonths(1)))
                .usable(Activation.after(Period.ofDays(14)));
        EarningPlan plan = EarningPlan.of(Shop.base().valid(year), like, own);
        List<AwardPart> parts = award(plan, line(1_000)).parts();
        assertEquals(new AwardPart("base", 10, PointType.REGULAR, Activation.immediate(), year), parts.get(0));
        assertEquals(new AwardPart("like", 10, PointType.REGULAR, Activation.immediate(), year), parts.get(1));
        assertEquals(
                new AwardPart(
                        "own",
                        20,
                        PointType.PROMOTIONAL,
                        Activation.after(Period.ofDays(14)),
                        Term.of(Period.ofMonths(1))),
                parts.get(2));
    }

    @Test
    void aMultiplierOfBasesWithDifferentTermsMakesAPartForEach() {
        EarningPlan plan = EarningPlan.of(
                Shop.base().giving(PointType.parse("miles/REGULAR")),
                EarningRule.earn(1).perVisit().named("stamp"),
                times("day", "2"));
        Award award = award(plan, line(1_000));
        assertEquals(4, award.parts().size());
        assertEquals(20, award.points("miles"));
        assertEquals(2, award.points("points"));
        assertEquals(22, award.total());
    }

    @Test
    void whatRoundsToNothingIsSaidSo() {
        EarningPlan plan = EarningPlan.of(EarningRule.earn(1).perVisit().named("stamp"), times("little", "1.1"));
        Award award = award(plan);
        assertEquals(1, award.total());
        assertEquals(Reason.BELOW_FIRST_POINT, reason(award, "little"));
        Award one = award(EarningPlan.of(Shop.base(), times("one", "1")), line(1_000));
        assertEquals(Reason.APPLIED, reason(one, "one"));
        assertEquals(10, one.total());
    }

    @Test
    void thereAreAtMost64Multipliers() {
        List<EarningRule> rules = new ArrayList<>(List.of(Shop.base()));
        for (int i = 0; i < 64; i++) {
            rules.add(times("m" + i, i == 40 ? "2" : "1").onCategory("c" + i));
        }
        assertEquals(20, award(EarningPlan.of(rules), line("c40", 1_000)).total());
        rules.add(times("m64", "2"));
        assertEquals(
                "rules must have at most 64 multipliers: 65",
                assertThrows(IllegalArgumentException.class, () -> EarningPlan.of(rules))
                        .getMessage());
    }

    @Test
    void manyMultipliersOfDifferentLinesDoNotMeet() {
        List<EarningRule> rules =
                new ArrayList<>(List.of(EarningRule.earn(1).per(yen(1)).named("base")));
        List<io.loyalty.visit.Line> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rules.add(times("m" + i, "1.0" + (i % 9 + 1)).onCategory("c" + i));
            lines.add(line("c" + i, 10_000));
        }
        long surplus = 0;
        for (int i = 0; i < 40; i++) {
            surplus += 100L * (i % 9 + 1);
        }
        Award award = award(EarningPlan.of(rules), lines.toArray(io.loyalty.visit.Line[]::new));
        assertEquals(400_000 + surplus, award.total());
    }

    @Test
    void factorsThatCancelEachOtherDoNotOverflow() {
        List<EarningRule> rules = new ArrayList<>(List.of(Shop.base()));
        for (int i = 0; i < 25; i++) {
            rules.add(times("less" + i, "2/3"));
            rules.add(times("more" + i, "3/2"));
            rules.add(times("tea" + i, i % 2 == 0 ? "5/4" : "4/5").onCategory("tea"));
        }
        // Multiplied out, their common divisor has 30 digits.
        Award award = award(EarningPlan.of(rules.subList(0, 64)), line(100_000), line("tea", 100_000));
        assertEquals(1_000 + 1_000 * 5 / 4, award.total());
    }

    @Test
    void aProductOfFactorsThatDoesNotFitIsReported() {
        EarningPlan plan = EarningPlan.of(Shop.base(), times("a", "10000000000"), times("b", "10000000000"));
        assertEquals(
                "multiplier overflow: 10000000000 * 10000000000",
                assertThrows(ArithmeticException.class, () -> plan.award(spending(1_000), Shop.CONTEXT))
                        .getMessage());
    }
}
