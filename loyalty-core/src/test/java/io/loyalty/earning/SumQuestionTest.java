package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether lines are there, and whether they come to enough. */
class SumQuestionTest {

    private static final Condition TEA = Condition.category("tea");

    private static boolean holds(Condition condition, Visit visit) {
        return holds(List.of(EarningRule.bonus("b", 1).when(condition)), visit);
    }

    private static boolean holds(List<EarningRule> rules, Visit visit) {
        Scoring scoring = Scoring.again(EarningPlan.of(rules).award(visit, Shop.CONTEXT));
        assertEquals(1, scoring.plan.sums.length);
        return scoring.plan.sums[0].holds(scoring);
    }

    @Test
    void oneLineIsEnoughToContainIt() {
        Condition contains = Condition.contains(TEA);
        assertEquals(true, holds(contains, visit(line("cake", 5), line("tea", 0))));
        assertEquals(false, holds(contains, visit(line("cake", 5))));
        assertEquals(false, holds(contains, visit()));
    }

    @Test
    void theMinimumItselfIsEnough() {
        Condition spend = Condition.minimumSpend(yen(300), TEA);
        assertEquals(true, holds(spend, visit(line("tea", 100), line("cake", 900), line("tea", 200))));
        assertEquals(false, holds(spend, visit(line("tea", 100), line("cake", 900), line("tea", 199))));
        Line gift = line("tea", 300).withKind(LineKind.GIFT_CARD);
        assertEquals(false, holds(spend, visit(gift)), "a gift card is no spend");
    }

    @Test
    void otherMoneyIsNeverEnough() {
        Condition spend = Condition.minimumSpend(Money.ofMinor("USD", 1), TEA);
        assertEquals(false, holds(spend, visit(line("tea", 1_000))));
    }

    @Test
    void taxIsTakenOffAndWhatIsLeftCutOff() {
        Condition spend = Condition.minimumSpend(yen(100), TEA);
        Line tea = line("tea", 110);
        assertEquals(true, holds(spend, visit(tea.withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED))));
        assertEquals(false, holds(spend, visit(tea.withTax(Ratio.ofPercent(11), TaxBasis.INCLUDED))), "99.1");
    }

    /** Without tax, amounts are elevenths of tenths: two that fit may have a sum that does not. */
    @Test
    void sumsThatDoNotFitAreRefused() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.bonus("b", 1).when(Condition.minimumSpend(yen(1), Condition.category("tea", "cake"))),
                EarningRule.bonus("c", 1).onCategory("cake"));
        Line tea = line("tea", 500_000_000_000_000_000L).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED);
        Line cake = line("cake", 400_000_000_000_000_000L).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED);
        assertEquals(2, plan.award(visit(tea, cake), Shop.CONTEXT).total());
        Line dear = line("cake", 500_000_000_000_000_000L).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED);
        ArithmeticException refusal =
                assertThrows(ArithmeticException.class, () -> plan.award(visit(tea, dear), Shop.CONTEXT));
        assertEquals("amount overflow: more than " + Long.MAX_VALUE, refusal.getMessage());
    }

    @Test
    void whereEachLineIsAClassTheSameHolds() {
        List<EarningRule> rules = new ArrayList<>();
        rules.add(EarningRule.bonus("b", 1).when(Condition.minimumSpend(yen(6_500), TEA)));
        for (int i = 0; i < 70; i++) {
            rules.add(EarningRule.bonus("never " + i, 1).when(Condition.sku("s" + i)));
        }
        Line[] lines = new Line[66];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(i == 0 ? "cake" : "tea", 100);
        }
        assertEquals(true, holds(rules, visit(lines)), "65 of tea, of which two in the second word");
        lines[65] = line("tea", 99);
        assertEquals(false, holds(rules, visit(lines)));
        assertNull(EarningPlan.of(rules).compiled().sums[0].few());
    }

    @Test
    void classesThatNeverCountAreNotLookedAt() {
        SumQuestion[] sums = EarningPlan.of(EarningRule.bonus("b", 1).when(Condition.minimumSpend(yen(1), TEA)))
                .compiled()
                .sums;
        assertEquals(1, sums[0].few().length, "tea of a kind that counts");
        assertArrayEquals(
                new int[0],
                EarningPlan.of(EarningRule.bonus("b", 1)).compiled().lineClasses.few(0));
    }
}
