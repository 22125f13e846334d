package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Because of which part a condition does not hold. */
class RequirementTest {

    private static final Condition GOLD = Condition.tier("Gold");
    private static final Condition STUDENT = Condition.segment("students");
    private static final Condition TEA = Condition.category("tea");

    private static Requirement failing(Condition condition, String tier, String category) {
        EarningPlan plan = EarningPlan.of(EarningRule.bonus("bonus", 1).when(condition));
        Award award = plan.award(visit(line(category, 1)), Shop.CONTEXT.withTier(tier));
        return plan.compiled().requirements[0].failing(Scoring.again(award));
    }

    @Test
    void whatHoldsHasNoPartThatFails() {
        assertNull(failing(GOLD, "Gold", "tea"));
        assertNull(failing(GOLD.and(TEA), "Gold", "tea"));
        assertNull(failing(Condition.always(), "", ""));
    }

    @Test
    void theFirstPartThatFailsIsNamed() {
        assertEquals(GOLD, failing(GOLD.and(TEA), "Silver", "cake").condition());
        assertEquals(TEA, failing(GOLD.and(TEA), "Gold", "cake").condition());
        assertEquals(STUDENT, failing(GOLD.and(TEA).and(STUDENT), "Gold", "tea").condition());
        assertEquals(STUDENT.toString(), failing(STUDENT, "", "").words());
    }

    @Test
    void alternativesFailAsAWhole() {
        Condition either = GOLD.or(STUDENT);
        assertEquals(either, failing(either, "Silver", "tea").condition());
        assertEquals(either, failing(TEA.and(either), "Silver", "tea").condition());
    }

    @Test
    void partsThatHoldOneByOneButNotTogetherFailAsAWhole() {
        Condition coldTea = TEA.and(Condition.brand("cold"));
        EarningPlan plan = EarningPlan.of(EarningRule.bonus("bonus", 1).when(coldTea));
        Award award = plan.award(
                visit(line("tea", 1).withBrand("hot"), line("cake", 1).withBrand("cold")), Shop.CONTEXT);
        assertEquals(
                coldTea,
                plan.compiled().requirements[0].failing(Scoring.again(award)).condition());
    }
}
