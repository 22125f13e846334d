package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Line;
import io.loyalty.visit.TaxBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How conditions become questions; and that plans may ask more of them than fit into one or two words of 64 bits. */
class ConditionCompilerTest {

    /** More than two words of questions. */
    private static final int MANY = 130;

    private static final int[] PLACES = {0, 1, 62, 63, 64, 65, 127, 128, 129};

    @Test
    void equalConditionsAreAskedOnce() {
        ConditionCompiler compiler = new ConditionCompiler();
        Node gold = compiler.node(Condition.tier("Gold"));
        assertEquals(new Node.Fact(0), gold);
        assertEquals(new Node.Fact(1), compiler.node(Condition.tier("Silver")));
        assertSame(gold, compiler.node(Condition.tier("Gold")));
        assertEquals(new Node.OfLine(0), compiler.node(Condition.category("tea")));
        assertEquals(new Node.OfLine(0), compiler.node(Condition.category("tea")));
        assertEquals(new Node.True(), compiler.node(Condition.always()));
        assertEquals(new Node.Inverse(gold), compiler.node(Condition.not(Condition.tier("Gold"))));
        assertEquals(new Node.Sum(0), compiler.node(Condition.contains(Condition.category("tea"))));
        assertEquals(new Node.Sum(1), compiler.node(Condition.minimumSpend(yen(5))));
        assertEquals(1, compiler.factAtoms().words());
        assertEquals(2, compiler.sums().length);
        assertEquals(1, compiler.bases().length);
    }

    @Test
    void equalBasesHaveOneNumber() {
        ConditionCompiler compiler = new ConditionCompiler();
        EarningBase withTax = EarningBase.DEFAULT.with(TaxBasis.INCLUDED);
        assertEquals(0, compiler.base(EarningBase.DEFAULT));
        assertEquals(1, compiler.base(withTax));
        assertEquals(0, compiler.base(EarningBase.DEFAULT));
        assertEquals(1, compiler.base(EarningBase.DEFAULT.with(TaxBasis.INCLUDED)));
        assertEquals(List.of(EarningBase.DEFAULT, withTax), List.of(compiler.bases()));
    }

    @Test
    void wordsAreAsManyAsTheQuestionsNeed() {
        int[][] wordsOfSizes = {{0, 1}, {1, 1}, {64, 1}, {65, 2}, {128, 2}, {129, 3}};
        for (int[] words : wordsOfSizes) {
            ConditionCompiler compiler = new ConditionCompiler();
            for (int i = 0; i < words[0]; i++) {
                assertEquals(new Node.Fact(i), compiler.node(Condition.tier("t" + i)));
            }
            assertEquals(words[1], compiler.factAtoms().words(), words[0] + " questions");
        }
    }

    @Test
    void aGateReadsLinesOnlyIfAPartDoes() {
        ConditionCompiler compiler = new ConditionCompiler();
        Condition gold = Condition.tier("Gold");
        Condition tea = Condition.category("tea");
        Condition silver = Condition.tier("Silver");
        assertFalse(compiler.gate(gold.and(Condition.not(silver))).readsLines);
        assertFalse(compiler.gate(gold.or(silver)).readsLines);
        assertFalse(compiler.gate(Condition.always()).readsLines);
        assertFalse(compiler.gate(Condition.contains(tea)).readsLines);
        for (Condition reads : List.of(
                tea,
                Condition.not(tea),
                gold.and(tea),
                tea.and(gold),
                gold.or(tea),
                tea.or(gold),
                Condition.not(Condition.not(gold).and(tea)),
                Condition.not(gold.or(tea)))) {
            assertTrue(compiler.gate(reads).readsLines, reads::toString);
        }
    }

    // ---- many questions -----------------------------------------------------------------------------------------

    private static List<Long> given(IntFunction<EarningRule> rules, Line[] lines, EarningContext context) {
        EarningPlan plan =
                EarningPlan.of(IntStream.range(0, MANY).mapToObj(rules).toList());
        Explanation explanation = plan.award(visit(lines), context).explanation();
        List<Long> given = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Explanation.Verdict verdict = explanation.verdict("r" + i);
            assertEquals(verdict.points() > 0, verdict.reason() == Reason.APPLIED, "r" + i + ": " + verdict);
            given.add(verdict.points());
        }
        return given;
    }

    /** Points at one place, or everywhere but there. */
    private static List<Long> expected(int place, long there, long elsewhere) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> i == place ? there : elsewhere)
                .toList();
    }

    private static EarningContext member(int place) {
        return EarningContext.of(Customer.of(Shop.ID).withSegment("s" + place), Shop.MIDNIGHT);
    }

    @Test
    void aPlanMayAskMoreQuestionsThanBitsInAWord() {
        List<EarningRule> rules = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rules.add(EarningRule.bonus("in " + i, 1).when(Condition.segment("s" + i)));
            rules.add(EarningRule.bonus("not in " + i, 1_000).unless(Condition.segment("s" + i)));
            rules.add(EarningRule.bonus("from " + i, 1_000_000).from(yen(400 + i)));
        }
        EarningContext context = EarningContext.of(
                Shop.CUSTOMER.withSegment("s3").withSegment("s100").withSegment("s199"), Shop.MIDNIGHT);
        assertEquals(
                101_197_003L,
                EarningPlan.of(rules).award(spending(500), context).total());
    }

    @Test
    void eachOfManyFactsIsAskedByItself() {
        Line[] one = {line(100)};
        for (int place : PLACES) {
            assertEquals(
                    expected(place, 1, 0),
                    given(i -> EarningRule.bonus("r" + i, 1).when(Condition.segment("s" + i)), one, member(place)));
            assertEquals(
                    expected(place, 0, 1),
                    given(i -> EarningRule.bonus("r" + i, 1).unless(Condition.segment("s" + i)), one, member(place)));
        }
    }

    @Test
    void eachOfManyLineQuestionsIsAskedByItself() {
        for (int place : PLACES) {
            Line[] lines = {line("c" + place, 300), line("other", 500)};
            assertEquals(
                    expected(place, 3, 0),
                    given(i -> Shop.base().named("r" + i).onCategory("c" + i), lines, Shop.CONTEXT));
            assertEquals(
                    expected(place, 5, 8),
                    given(i -> Shop.base().named("r" + i).unless(Condition.category("c" + i)), lines, Shop.CONTEXT));
        }
    }

    @Test
    void eachOfManySumsIsAskedByItself() {
        for (int place : PLACES) {
            Line[] lines = {line("c" + place, 300), line("other", 500)};
            assertEquals(
                    expected(place, 8, 0),
                    given(
                            i -> Shop.base().named("r" + i).when(Condition.contains(Condition.category("c" + i))),
                            lines,
                            Shop.CONTEXT));
            assertEquals(
                    expected(place, 8, 0),
                    given(
                            i -> Shop.base()
                                    .named("r" + i)
                                    .when(Condition.minimumSpend(yen(300), Condition.category("c" + i))),
                            lines,
                            Shop.CONTEXT));
        }
    }

    @Test
    void eachOfManyLinesIsLookedAt() {
        EarningPlan plan = EarningPlan.of(
                Shop.base().onCategory("tea").named("tea"),
                Shop.base().unless(Condition.category("tea")).named("rest"),
                EarningRule.bonus("has tea", 7).when(Condition.contains(Condition.category("tea"))),
                EarningRule.bonus("any tea", 5).onCategory("tea"));
        for (int place : PLACES) {
            Line[] lines = IntStream.range(0, MANY)
                    .mapToObj(i -> i == place ? line("tea", 300) : line("cake", 100))
                    .toArray(Line[]::new);
            Explanation explanation = plan.award(visit(lines), Shop.CONTEXT).explanation();
            assertEquals(3, explanation.verdict("tea").points());
            assertEquals(MANY - 1, explanation.verdict("rest").points());
            assertEquals(7, explanation.verdict("has tea").points());
            assertEquals(5, explanation.verdict("any tea").points());
        }
    }

    /** A plan of 64 multipliers, the most there may be, each for a category of its own. */
    @Test
    void eachOfManyMultipliersIsAskedByItself() {
        List<EarningRule> rules = new ArrayList<>(List.of(Shop.base()));
        for (int i = 0; i < 64; i++) {
            rules.add(EarningRule.multiply("m" + i, Ratio.of(i + 2)).onCategory("c" + i));
        }
        EarningPlan plan = EarningPlan.of(rules);
        for (int place : new int[] {0, 31, 32, 63}) {
            Award award = plan.award(visit(line("c" + place, 1_000), line("plain", 1_000)), Shop.CONTEXT);
            assertEquals(20, award.explanation().verdict("base").points());
            assertEquals(
                    10L * (place + 1), award.explanation().verdict("m" + place).points());
            assertEquals(20 + 10L * (place + 1), award.total());
        }
        rules.add(EarningRule.multiply("one more", Ratio.of(2)));
        assertEquals(
                "rules must have at most 64 multipliers: 65",
                assertThrows(IllegalArgumentException.class, () -> EarningPlan.of(rules))
                        .getMessage());
    }
}
