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

    private static final Condition GOLD = Condition.tier("Gold");
    private static final Condition SILVER = Condition.tier("Silver");
    private static final Condition TEA = Condition.category("tea");

    private static ConditionCompiler compiler(Condition... conditions) {
        List<EarningRule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(EarningRule.bonus("r" + rules.size(), 1).when(condition));
        }
        return new ConditionCompiler(rules);
    }

    @Test
    void equalConditionsAreAskedOnce() {
        ConditionCompiler compiler = compiler(
                GOLD,
                Condition.contains(TEA),
                SILVER.or(GOLD),
                TEA,
                Condition.minimumSpend(yen(5)),
                Condition.contains(Condition.category("tea")));
        Node gold = compiler.node(GOLD);
        assertEquals(new Node.Answer(0), gold);
        assertEquals(new Node.Answer(1), compiler.node(SILVER));
        assertSame(gold, compiler.node(Condition.tier("Gold")));
        assertEquals(new Node.OfLine(0), compiler.node(TEA));
        assertSame(Node.ALWAYS, compiler.node(Condition.always()));
        assertEquals(new Node.Inverse(gold), compiler.node(Condition.not(GOLD)));
        assertEquals(2, compiler.factAtoms().size());
        assertEquals(2, compiler.sums().length);
        assertEquals(1, compiler.bases().length);
        assertEquals(new Node.Answer(2), compiler.node(Condition.contains(TEA)), "sums are numbered on after facts");
        assertEquals(new Node.Answer(3), compiler.node(Condition.minimumSpend(yen(5))));
        assertEquals(1, compiler.firstKindQuestion(), "after the one about tea");
    }

    @Test
    void equalBasesHaveOneNumber() {
        EarningBase withTax = EarningBase.DEFAULT.with(TaxBasis.INCLUDED);
        ConditionCompiler compiler = new ConditionCompiler(List.of(
                Shop.base(),
                Shop.base().basedOn(withTax).named("with tax"),
                Shop.base().basedOn(EarningBase.DEFAULT.with(TaxBasis.EXCLUDED)).named("as the first")));
        assertEquals(0, compiler.base(EarningBase.DEFAULT));
        assertEquals(1, compiler.base(EarningBase.DEFAULT.with(TaxBasis.INCLUDED)));
        assertEquals(List.of(EarningBase.DEFAULT, withTax), List.of(compiler.bases()));
    }

    @Test
    void wordsAreAsManyAsTheQuestionsNeed() {
        int[][] wordsOfSizes = {{0, 1}, {1, 1}, {63, 1}, {64, 2}, {127, 2}, {128, 3}};
        for (int[] words : wordsOfSizes) {
            List<EarningRule> rules =
                    new ArrayList<>(List.of(EarningRule.bonus("sum", 1).from(yen(5))));
            for (int i = 0; i < words[0]; i++) {
                rules.add(EarningRule.bonus("r" + i, 1).forTier("t" + i));
            }
            assertEquals(
                    words[1],
                    EarningPlan.of(rules).compiled().answerWords,
                    words[0] + " questions, and one about a sum");
        }
    }

    @Test
    void aGateReadsLinesOnlyIfAPartDoes() {
        for (Condition one : List.of(
                GOLD.and(Condition.not(SILVER)), GOLD.or(SILVER), Condition.always(), Condition.contains(TEA))) {
            assertFalse(compiler(one).gate(one).readsLines, one::toString);
        }
        for (Condition reads : List.of(
                TEA,
                Condition.not(TEA),
                GOLD.and(TEA),
                TEA.and(GOLD),
                GOLD.or(TEA),
                TEA.or(GOLD),
                Condition.not(Condition.not(GOLD).and(TEA)),
                Condition.not(GOLD.or(TEA)))) {
            assertTrue(compiler(reads).gate(reads).readsLines, reads::toString);
        }
    }

    @Test
    void whatReadsFactsAndLinesIsATreeAllElseIsMasks() {
        for (Condition simple : List.of(
                Condition.always(),
                GOLD.and(Condition.not(SILVER)),
                TEA,
                Condition.not(TEA),
                GOLD.and(TEA.or(Condition.category("milk"))),
                Condition.contains(TEA).and(Condition.not(TEA)))) {
            assertTrue(compiler(simple).gate(simple).isSimple(), simple::toString);
        }
        for (Condition tree : List.of(GOLD.or(SILVER), GOLD.or(TEA), Condition.not(GOLD.and(TEA)))) {
            assertFalse(compiler(tree).gate(tree).isSimple(), tree::toString);
        }
        Gate gate = compiler(GOLD, Condition.not(SILVER), TEA)
                .gate(GOLD.and(Condition.not(SILVER)).and(TEA));
        assertEquals(1, gate.need);
        assertEquals(2, gate.forbid);
        assertEquals(2, gate.classes, "of two classes of lines the second is tea");
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
