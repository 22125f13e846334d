package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.money.Ratio;
import io.loyalty.visit.Line;
import org.junit.jupiter.api.Test;

/** Which facts pass a condition, and which multipliers that makes. */
class GateTest {

    private static final Condition GOLD = Condition.tier("Gold");
    private static final Condition STUDENT = Condition.segment("students");
    private static final Condition TEA = Condition.category("tea");

    /** 1 for a bonus that is given, 2 for visits doubled, 3 for both. */
    private static long given(Condition condition, String tier, Line... lines) {
        EarningPlan plan = EarningPlan.of(
                EarningRule.bonus("bonus", 1).when(condition),
                EarningRule.earn(2).perVisit().named("visit"),
                EarningRule.multiply("double", Ratio.of(2)).when(condition));
        EarningContext context = EarningContext.of(Shop.CUSTOMER.withSegment("students"), Shop.MIDNIGHT);
        return plan.award(visit(lines), context.withTier(tier)).total() - 2;
    }

    @Test
    void neededAnswersMustBeYesAndForbiddenOnesNo() {
        assertEquals(3, given(GOLD, "Gold", line(1)));
        assertEquals(0, given(GOLD, "Silver", line(1)));
        assertEquals(0, given(Condition.not(GOLD), "Gold", line(1)));
        assertEquals(3, given(Condition.not(GOLD), "Silver", line(1)));
        assertEquals(3, given(GOLD.and(STUDENT), "Gold", line(1)));
        assertEquals(0, given(Condition.not(GOLD).and(Condition.not(STUDENT)), "Silver", line(1)));
        assertEquals(3, given(Condition.not(GOLD).and(STUDENT), "Silver", line(1)));
    }

    @Test
    void whatContradictsItselfNeverHolds() {
        assertEquals(0, given(GOLD.and(Condition.not(GOLD)), "Gold", line(1)));
        assertEquals(0, given(GOLD.and(Condition.not(GOLD)), "Silver", line(1)));
        assertEquals(0, given(TEA.and(Condition.not(TEA)), "Gold", line("tea", 1), line("cake", 1)));
        assertEquals(0, given(Condition.not(Condition.always()), "Gold", line(1)));
        assertEquals(3, given(Condition.not(GOLD.and(Condition.not(GOLD))), "Gold", line(1)));
    }

    @Test
    void oneLineIsEnoughForABonusAndNoneForAVisitThatIsNotMultiplied() {
        assertEquals(
                1, given(TEA, "Gold", line("tea", 1), line("cake", 1)), "what chooses lines multiplies lines alone");
        assertEquals(0, given(TEA, "Gold", line("cake", 1)));
        assertEquals(1, given(Condition.not(TEA), "Gold", line("cake", 1), line("tea", 1)));
        assertEquals(0, given(Condition.not(TEA), "Gold", line("tea", 1)));
        assertEquals(1, given(GOLD.and(TEA), "Gold", line("tea", 1)));
        assertEquals(0, given(GOLD.and(TEA), "Silver", line("tea", 1)));
    }

    @Test
    void alternativesAreAskedAsATree() {
        assertEquals(3, given(GOLD.or(Condition.tier("Silver")), "Silver", line(1)));
        assertEquals(0, given(GOLD.or(Condition.tier("Silver")), "Bronze", line(1)));
        assertEquals(1, given(GOLD.or(TEA), "Gold", line("cake", 1)));
        assertEquals(1, given(GOLD.or(TEA), "Silver", line("tea", 1)));
        assertEquals(0, given(GOLD.or(TEA), "Silver", line("cake", 1)));
    }

    @Test
    void aVisitWithoutLinesHasNoLineToChoose() {
        assertEquals(0, given(TEA, "Gold"));
        assertEquals(0, given(Condition.not(TEA), "Gold"));
        assertEquals(3, given(GOLD, "Gold"));
        assertEquals(0, given(Condition.contains(Condition.not(TEA)), "Gold"));
        assertEquals(3, given(Condition.always(), "Gold"));
    }
}
