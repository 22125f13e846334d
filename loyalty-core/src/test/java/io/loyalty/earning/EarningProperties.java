package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.testing.EarningArbitraries;
import io.loyalty.testing.VisitArbitraries;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Return;
import io.loyalty.visit.Tender;
import io.loyalty.visit.Visit;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EarningProperties {

    private static final Customer STUDENT = Shop.CUSTOMER
            .withSegment("students")
            .withAttribute("home", "ginza")
            .withOccasion(Occasion.birthday(MonthDay.of(2, 29)));

    @Provide
    Arbitrary<Visit> visits() {
        return VisitArbitraries.visits(Shop.ID, Shop.JPY);
    }

    @Provide
    Arbitrary<EarningPlan> visitPlans() {
        return Combinators.combine(EarningArbitraries.visitRules(Shop.JPY), Arbitraries.of(Stacking.class))
                .as((rules, stacking) -> EarningPlan.of(rules).with(stacking));
    }

    @Provide
    Arbitrary<EarningPlan> plans() {
        return EarningArbitraries.plans(Shop.JPY);
    }

    @Provide
    Arbitrary<EarningContext> contexts() {
        return Combinators.combine(
                        Arbitraries.of("", "Silver", "Gold"),
                        Arbitraries.of(Shop.CUSTOMER, STUDENT),
                        Arbitraries.of(Shop.MIDNIGHT, Shop.FIVE))
                .as((tier, customer, day) -> EarningContext.of(customer, day).withTier(tier));
    }

    @Property(tries = 800, seed = "1")
    void awardsAgreeWithWideArithmeticLineByLine(
            @ForAll("visitPlans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context) {
        NaiveEarning naive = new NaiveEarning(plan, visit, context);
        Award award = plan.award(visit, context);
        assertEquals(naive.total(), award.total());
        Compiled compiled = plan.compiled();
        for (int r = 0; r < plan.rules().size(); r++) {
            EarningRule rule = plan.rules().get(r);
            if (!(rule.effect() instanceof Effect.Multiply)) {
                assertEquals(
                        naive.points(rule).longValueExact(), award.entries().pointsUnder(compiled, r), rule.id());
            }
        }
    }

    @Property(tries = 300, seed = "2")
    void everyRuleIsExplainedAndThePartsSumToTheAward(
            @ForAll("plans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context) {
        Award award = plan.award(visit, context);
        Explanation explanation = award.explanation();
        assertTrue(award.total() >= 0);
        assertEquals(
                plan.rules().stream().map(EarningRule::id).toList(),
                explanation.verdicts().stream().map(Explanation.Verdict::ruleId).toList());
        assertEquals(
                award.total(),
                explanation.verdicts().stream()
                        .mapToLong(Explanation.Verdict::points)
                        .sum());
        assertEquals(award.total(), explanation.total());
        assertEquals(
                award.total(),
                award.parts().stream().mapToLong(AwardPart::points).sum());
        for (Explanation.Verdict verdict : explanation.verdicts()) {
            boolean pays = verdict.reason() == Reason.APPLIED || verdict.reason() == Reason.TRIMMED;
            assertTrue(verdict.points() == 0 || verdict.points() > 0 && pays, verdict.toString());
        }
    }

    @Property(tries = 200, seed = "3")
    void theOrderOfRulesNeverMatters(
            @ForAll("plans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context,
            @ForAll Random random) {
        List<EarningRule> shuffled = new ArrayList<>(plan.rules());
        Collections.shuffle(shuffled, random);
        EarningPlan other = EarningPlan.of(shuffled).with(plan.stacking());
        for (List<Cap> caps : plan.caps().values()) {
            List<Cap> capsShuffled = new ArrayList<>(caps);
            Collections.shuffle(capsShuffled, random);
            for (Cap cap : capsShuffled) {
                other = other.atMost(cap);
            }
        }
        assertEquals(
                plan.award(visit, context).parts(), other.award(visit, context).parts());
    }

    @Property(tries = 200, seed = "4")
    void theNamesOfRulesDoNotMatter(
            @ForAll("visitPlans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context) {
        List<EarningRule> renamed = new ArrayList<>();
        for (EarningRule rule : plan.rules()) {
            // Only where the first match counts do names break ties; there the order of names is kept.
            String id = plan.stacking() == Stacking.FIRST_MATCH
                    ? "x" + rule.id()
                    : new StringBuilder(rule.id()).reverse().toString();
            renamed.add(rule.named(id));
        }
        EarningPlan other = EarningPlan.of(renamed).with(plan.stacking());
        assertEquals(
                plan.award(visit, context).total(), other.award(visit, context).total());
    }

    @Property(tries = 200, seed = "5")
    void amountsAndStepsMayBeScaledTogether(
            @ForAll("visitPlans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context,
            @ForAll("factors") long factor) {
        // Shares paid with points and units of a discounted line come in whole minor units, which do not scale.
        Visit unpaid = new Visit(
                visit.id(),
                visit.customer(),
                visit.at(),
                visit.place(),
                visit.currency(),
                visit.lines().stream()
                        .map(line -> line.withDiscount(Money.zero(Shop.JPY)))
                        .toList(),
                visit.tenders().stream().filter(tender -> tender.points() == 0).toList());
        EarningPlan scaledPlan = EarningPlan.of(
                        plan.rules().stream().map(rule -> scaled(rule, factor)).toList())
                .with(plan.stacking());
        assertEquals(
                plan.award(unpaid, context).total(),
                scaledPlan.award(scaled(unpaid, factor), context).total());
    }

    @Provide
    Arbitrary<Long> factors() {
        return Arbitraries.of(2L, 3L, 7L, 100L, 1_009L);
    }

    private static EarningRule scaled(EarningRule rule, long factor) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.Spend spend) {
            effect = new Effect.Spend(
                    spend.points(), spend.per().times(factor), spend.form(), spend.base(), spend.rounding());
        }
        return new EarningRule(
                rule.id(), effect, scaled(rule.condition(), factor), rule.priority(), rule.terms(), rule.caps());
    }

    private static Condition scaled(Condition condition, long factor) {
        if (condition instanceof Condition.All all) {
            return new Condition.All(
                    all.of().stream().map(part -> scaled(part, factor)).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(
                    any.of().stream().map(part -> scaled(part, factor)).toList());
        }
        if (condition instanceof Condition.Not not) {
            return Condition.not(scaled(not.negated(), factor));
        }
        return condition instanceof VisitCondition.SpendAtLeast spend
                ? new VisitCondition.SpendAtLeast(spend.amount().times(factor), spend.base(), spend.lines())
                : condition;
    }

    private static Visit scaled(Visit visit, long factor) {
        List<Line> lines = visit.lines().stream()
                .map(line -> new Line(
                        line.sku(),
                        line.category(),
                        line.brand(),
                        line.kind(),
                        line.quantity(),
                        line.unitPrice().times(factor),
                        line.discount().times(factor),
                        line.taxRate(),
                        line.taxBasis()))
                .toList();
        List<Tender> tenders = visit.tenders().stream()
                .map(tender -> Tender.of(tender.kind(), tender.amount().times(factor)))
                .toList();
        return new Visit(visit.id(), visit.customer(), visit.at(), visit.place(), visit.currency(), lines, tenders);
    }

    @Property(tries = 300, seed = "6")
    void splittingAVisitNeverEarnsMore(
            @ForAll("steps") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context,
            @ForAll Random random) {
        List<Line> one = new ArrayList<>();
        List<Line> other = new ArrayList<>();
        for (Line line : visit.lines()) {
            long cut = random.nextInt(4) == 0 ? 0 : (long) (random.nextDouble() * line.amountMinor());
            Money written = line.amount();
            Money first = Money.ofMinor(Shop.JPY, cut);
            add(one, line, first);
            add(other, line, written.minus(first));
        }
        assertTrue(plan.award(with(visit, one), context).total()
                        + plan.award(with(visit, other), context).total()
                <= plan.award(with(visit, visit.lines()), context).total());
    }

    private static void add(List<Line> lines, Line line, Money amount) {
        if (!amount.isZero()) {
            lines.add(new Line(
                    line.sku(),
                    line.category(),
                    line.brand(),
                    line.kind(),
                    1,
                    amount,
                    Money.zero(Shop.JPY),
                    line.taxRate(),
                    line.taxBasis()));
        }
    }

    private static Visit with(Visit visit, List<Line> lines) {
        return Visit.of(
                visit.id(), visit.customer(), visit.at(), visit.place(), visit.currency(), lines.toArray(Line[]::new));
    }

    /** Steps rounded down per transaction, and multipliers, all under conditions that are no easier for less. */
    @Provide
    Arbitrary<EarningPlan> steps() {
        Arbitrary<Condition> conditions = Combinators.combine(
                        EarningArbitraries.lineConditions(),
                        Arbitraries.integers().between(0, 4))
                .as((condition, shape) -> switch (shape) {
                    case 0 -> Condition.always();
                    case 1 -> Condition.not(condition);
                    case 2 -> Condition.contains(condition);
                    case 3 -> condition.and(Condition.minimumSpend(Shop.yen(500)));
                    default -> condition;
                });
        Arbitrary<EarningRule> steps = Combinators.combine(
                        Arbitraries.of(1L, 3L, 10L),
                        Arbitraries.of(1L, 70L, 100L, 500L),
                        EarningArbitraries.bases(),
                        conditions)
                .as((points, step, base, condition) -> EarningRule.earn(points)
                        .perFull(Shop.yen(step))
                        .basedOn(base)
                        .when(condition));
        // A multiplier below 1 must not depend on how much is bought: bought apart, it would be escaped.
        Arbitrary<EarningRule> more = Combinators.combine(Arbitraries.of("1.15", "1.5", "2", "10"), conditions)
                .as((factor, condition) ->
                        EarningRule.multiply("m", Ratio.parse(factor)).when(condition));
        Arbitrary<EarningRule> less = Combinators.combine(
                        Arbitraries.of("0", "1/2", "2/3"), EarningArbitraries.lineConditions())
                .as((factor, condition) ->
                        EarningRule.multiply("m", Ratio.parse(factor)).when(condition));
        return Combinators.combine(
                        steps.list().ofMinSize(1).ofMaxSize(3),
                        more.list().ofMaxSize(3),
                        less.list().ofMaxSize(2),
                        Arbitraries.of(Stacking.MULTIPLY, Stacking.ADD, Stacking.BEST_OF))
                .as((a, b, c, stacking) -> {
                    List<EarningRule> rules = new ArrayList<>();
                    for (List<EarningRule> list :
                            List.of(a, b, stacking == Stacking.BEST_OF ? List.<EarningRule>of() : c)) {
                        for (EarningRule rule : list) {
                            rules.add(rule.named("r" + rules.size()));
                        }
                    }
                    return EarningPlan.of(rules).with(stacking);
                });
    }

    @Property(tries = 300, seed = "7")
    void whatRemainsIsWhatTheRestWouldEarn(
            @ForAll("visitPlans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context,
            @ForAll Random random) {
        Visit unpaid = new Visit(
                visit.id(),
                visit.customer(),
                visit.at(),
                visit.place(),
                visit.currency(),
                visit.lines(),
                visit.tenders().stream().filter(tender -> tender.points() == 0).toList());
        List<Return> returns = someReturns(unpaid, random);
        Award award = plan.award(unpaid, context);
        Award left = award.remainingAfter(returns);
        List<Money> amounts = Return.remaining(unpaid, returns);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Line line = unpaid.lines().get(i);
            if (!amounts.get(i).isZero() || line.amount().isZero()) {
                lines.add(line.withDiscount(line.discount().plus(line.amount()).minus(amounts.get(i))));
            }
        }
        boolean units = plan.rules().stream().anyMatch(EarningProperties::countsUnits);
        Visit rest = new Visit(
                unpaid.id(),
                unpaid.customer(),
                unpaid.at(),
                unpaid.place(),
                unpaid.currency(),
                lines,
                unpaid.tenders());
        long afresh = left.isVoid() ? 0 : plan.award(rest, context).total();
        if (!units) {
            assertEquals(Math.min(award.total(), afresh), left.total());
        }
        assertTrue(left.total() <= award.total());
    }

    private static boolean countsUnits(EarningRule rule) {
        return rule.effect() instanceof Effect.PerUnit
                || rule.effect() instanceof Effect.Spend spend
                        && spend.rounding().scope() == Rounding.Scope.UNIT;
    }

    private static List<Return> someReturns(Visit visit, Random random) {
        List<Return> returns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Money> left = Return.remaining(visit, returns);
            List<io.loyalty.visit.ReturnedLine> lines = new ArrayList<>();
            for (int line = 0; line < left.size(); line++) {
                long most = left.get(line).minorUnits();
                long amount = random.nextInt(3) == 0 ? most : (long) (random.nextDouble() * most);
                if (amount > 0 && random.nextBoolean()) {
                    lines.add(new io.loyalty.visit.ReturnedLine(line, Money.ofMinor(Shop.JPY, amount)));
                }
            }
            if (!lines.isEmpty()) {
                returns.add(new Return(ActivityId.of("b-" + i), visit.customer(), visit.at(), visit.id(), lines));
            }
        }
        return returns;
    }

    @Property(tries = 300, seed = "8")
    void anySplitOfAReturnTakesBackAllOfIt(
            @ForAll("plans") EarningPlan plan,
            @ForAll("visits") Visit visit,
            @ForAll("contexts") EarningContext context,
            @ForAll PartialReturn policy,
            @ForAll Random random) {
        Award award = plan.with(policy).award(visit, context);
        List<Return> returns = new ArrayList<>();
        List<Return> all = someReturns(visit, random);
        Award left = award;
        long takenBack = 0;
        for (Return back : all) {
            returns.add(back);
            Award next = left.remainingAfter(returns);
            long lost = 0;
            for (AwardPart part : left.clawback(next)) {
                assertTrue(award.parts().stream()
                        .anyMatch(given ->
                                given.hasTermsOf(part) && given.ruleId().equals(part.ruleId())));
                lost += part.points();
            }
            assertEquals(left.total() - next.total(), lost);
            assertTrue(lost >= 0);
            takenBack += lost;
            left = next;
        }
        if (visit.amountMinor()
                        > Return.remaining(visit, returns).stream()
                                .mapToLong(Money::minorUnits)
                                .sum()
                && Return.remaining(visit, returns).stream().allMatch(Money::isZero)) {
            assertTrue(left.isVoid());
            assertEquals(award.total(), takenBack);
        }
        assertEquals(award.total(), takenBack + left.total());
        if (policy == PartialReturn.PRO_RATA && !all.isEmpty()) {
            assertEquals(award.remainingAfter(all).total(), left.total(), "one by one or all at once");
        }
        assertEquals(
                left.total(),
                left.explanation().verdicts().stream()
                        .mapToLong(Explanation.Verdict::points)
                        .sum());
    }
}
