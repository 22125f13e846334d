package io.loyalty.testing;

import io.loyalty.customer.Occasion;
import io.loyalty.earning.Cap;
import io.loyalty.earning.Condition;
import io.loyalty.earning.Earning;
import io.loyalty.earning.EarningBase;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.PointsPaid;
import io.loyalty.earning.Qualification;
import io.loyalty.earning.Stacking;
import io.loyalty.earning.Trigger;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.PointType;
import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Channel;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.TenderKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Valid conditions, rules and plans of earning: steps that visits of {@link VisitArbitraries} just reach or just miss, multipliers
 * that choose lines or lower points, caps that a few visits use up.
 */
public final class EarningArbitraries {

    private EarningArbitraries() {}

    /**
     * Conditions, alone and combined, about lines, visits, customers and time; none about the customer's past.
     *
     * @param currency the currency of minimum amounts
     * @return conditions of which about as many hold as not
     */
    public static Arbitrary<Condition> conditions(Currency currency) {
        Arbitrary<Condition> simple = Arbitraries.frequencyOf(
                Tuple.of(5, lineConditions()),
                Tuple.of(3, visitConditions(currency)),
                Tuple.of(2, customerConditions()),
                Tuple.of(2, timeConditions()));
        Arbitrary<Condition> negatable = Combinators.combine(
                        simple, Arbitraries.integers().between(0, 3))
                .as((condition, not) -> not == 0 ? Condition.not(condition) : condition);
        return Combinators.combine(
                        negatable, negatable, negatable, Arbitraries.integers().between(0, 7))
                .as(EarningArbitraries::combined)
                .withoutEdgeCases();
    }

    private static Condition combined(Condition a, Condition b, Condition c, int shape) {
        return switch (shape) {
            case 0, 1 -> Condition.always();
            case 2, 3 -> a;
            case 4 -> a.and(b);
            case 5 -> a.or(b);
            case 6 -> a.and(b.or(c));
            default -> Condition.not(a.and(b)).or(c);
        };
    }

    /**
     * Conditions that choose lines.
     *
     * @return conditions on category, brand, product and kind, as {@link VisitArbitraries} makes them
     */
    public static Arbitrary<Condition> lineConditions() {
        Arbitrary<String> words = Arbitraries.of("coffee", "tea", "cake", "books", "wine", "treatment");
        return Arbitraries.oneOf(
                words.map(Condition::category),
                Combinators.combine(words, words).as((a, b) -> Condition.category(a, b)),
                words.map(Condition::brand),
                words.map(Condition::sku),
                Arbitraries.of(LineKind.class).map(Condition::lineKind));
    }

    private static Arbitrary<Condition> visitConditions(Currency currency) {
        Arbitrary<Money> minimum =
                Arbitraries.of(100L, 500L, 1_000L, 3_000L, 10_000L).map(amount -> Money.ofMinor(currency, amount));
        return Arbitraries.oneOf(
                minimum.map(Condition::minimumSpend),
                Combinators.combine(minimum, lineConditions()).as(Condition::minimumSpend),
                lineConditions().map(Condition::contains),
                Arbitraries.of(Channel.class).map(Condition::channel),
                Arbitraries.of(TenderKind.class).map(Condition::paidBy));
    }

    private static Arbitrary<Condition> customerConditions() {
        return Arbitraries.of(
                Condition.tier("Gold"),
                Condition.tier("Gold", "Silver"),
                Condition.segment("students"),
                Condition.attribute("home", "ginza"),
                Condition.inTheMonthOf(Occasion.BIRTHDAY));
    }

    private static Arbitrary<Condition> timeConditions() {
        return Arbitraries.oneOf(
                Arbitraries.of(DayOfWeek.class).map(day -> Condition.on(day, day.plus(1), day.plus(3))),
                Arbitraries.just(Condition.during(DateWindow.since(LocalDate.of(2026, 1, 1)))),
                Arbitraries.just(Condition.hours(WeeklyHours.parse("MON-SUN 08:00-20:00"))));
    }

    /**
     * Earning bases of every kind.
     *
     * @return bases with and without tax, with points paid removed or not
     */
    public static Arbitrary<EarningBase> bases() {
        return Combinators.combine(
                        Arbitraries.of(TaxBasis.class),
                        Arbitraries.of(LineKind.class).set().ofMaxSize(3),
                        Arbitraries.of(PointsPaid.class))
                .as(EarningBase::new);
    }

    /**
     * Rules that earn on spend, unconditional.
     *
     * @param currency the currency of the amounts
     * @return rules of both forms, with any base and any rounding that may round
     */
    public static Arbitrary<EarningRule> spendRules(Currency currency) {
        Arbitrary<Money> per =
                Arbitraries.of(1L, 7L, 50L, 100L, 200L, 1_000L).map(amount -> Money.ofMinor(currency, amount));
        return Combinators.combine(
                        Arbitraries.longs().between(1, 20),
                        per,
                        Arbitraries.of(true, false),
                        bases(),
                        MoneyArbitraries.roundings())
                .as((points, amount, full, base, rounding) -> {
                    Earning earning = EarningRule.earn(points);
                    EarningRule rule = full ? earning.perFull(amount) : earning.per(amount);
                    return rule.basedOn(base).rounded(rounding);
                });
    }

    /**
     * Multipliers, unconditional.
     *
     * @return factors from 0 to 10, most of them above 1
     */
    public static Arbitrary<EarningRule> multipliers() {
        return Arbitraries.of("0", "1/2", "2/3", "1", "1.1", "1.15", "1.5", "2", "3", "10")
                .map(factor -> EarningRule.multiply("times " + factor, Ratio.parse(factor)));
    }

    /**
     * Limits of points.
     *
     * @return limits that a few visits of {@link VisitArbitraries} use up
     */
    public static Arbitrary<Cap> caps() {
        return Combinators.combine(
                        Arbitraries.of(0L, 1L, 10L, 50L, 100L, 1_000L),
                        Arbitraries.of(Cap.Per.class),
                        Arbitraries.of(Cap.Overflow.class),
                        Arbitraries.of(Cap.Room.class))
                .as((limit, per, overflow, room) ->
                        Cap.points(limit, per).with(overflow).with(room));
    }

    /**
     * Rules about visits that need no past: on spend, per unit and per visit, multipliers and bonuses, without caps.
     *
     * @param currency the currency of all amounts
     * @return rules under conditions, named after their place in the list
     */
    public static Arbitrary<List<EarningRule>> visitRules(Currency currency) {
        Arbitrary<EarningRule> effects = Arbitraries.frequencyOf(
                Tuple.of(5, spendRules(currency)),
                Tuple.of(4, multipliers()),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .between(1, 9)
                                .map(n -> EarningRule.earn(n).perVisit())),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .between(1, 9)
                                .map(n -> EarningRule.earn(n).perUnit())),
                Tuple.of(2, Arbitraries.longs().between(1, 99).map(n -> EarningRule.bonus("bonus", n))));
        return Combinators.combine(
                        effects, conditions(currency), Arbitraries.integers().between(-1, 1))
                .as((rule, condition, priority) -> rule.when(condition).withPriority(priority))
                .list()
                .ofMaxSize(12)
                .map(EarningArbitraries::numbered)
                .withoutEdgeCases();
    }

    private static List<EarningRule> numbered(List<EarningRule> rules) {
        List<EarningRule> numbered = new ArrayList<>();
        for (EarningRule rule : rules) {
            numbered.add(rule.named("r" + (numbered.size() + 10)));
        }
        return numbered;
    }

    /**
     * Rules of every kind, with and without caps, among them those that look at the customer's past.
     *
     * @param currency the currency of all amounts
     * @return rules, named after their place in the list
     */
    public static Arbitrary<List<EarningRule>> rules(Currency currency) {
        Arbitrary<EarningRule> past = Arbitraries.of(
                EarningRule.earn(100).onEveryVisit(3),
                EarningRule.earn(50).forWeeksInARow(2),
                EarningRule.earn(50).forMonthsInARow(2),
                EarningRule.earn(30).forVisitsWithin(3, Period.ofDays(20)),
                EarningRule.earn(20).onOccasion(Occasion.BIRTHDAY, Trigger.OnOccasion.By.VISIT_IN_THE_MONTH),
                EarningRule.earn(20).onOccasion(Occasion.BIRTHDAY),
                EarningRule.earn(40).onSignUp(),
                EarningRule.earn(5).onReview(),
                EarningRule.bonus("first", 70).when(Condition.firstPurchase()),
                EarningRule.earn(1).perVisit().atMost(Cap.times(1, Cap.Per.BUSINESS_DAY)),
                EarningRule.earn(8).toReferee(Qualification.firstQualifying(60)),
                EarningRule.earn(9).toReferrer(Qualification.every(2, 60)));
        Arbitrary<List<EarningRule>> more = Combinators.combine(
                        past, caps(), Arbitraries.integers().between(0, 2))
                .as((rule, cap, capped) -> capped == 0 ? rule.atMost(cap) : rule)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(visitRules(currency), caps().list().ofMaxSize(6), more)
                .as((visitRules, caps, pastRules) -> {
                    List<EarningRule> all = new ArrayList<>();
                    for (int i = 0; i < visitRules.size(); i++) {
                        EarningRule rule = visitRules.get(i);
                        all.add(i < caps.size() ? rule.atMost(caps.get(i)) : rule);
                    }
                    all.addAll(pastRules);
                    return numbered(all);
                })
                .withoutEdgeCases();
    }

    /**
     * Plans of rules of every kind, with every stacking, with and without overall caps.
     *
     * @param currency the currency of all amounts
     * @return plans
     */
    public static Arbitrary<EarningPlan> plans(Currency currency) {
        return Combinators.combine(
                        rules(currency),
                        Arbitraries.of(Stacking.class),
                        caps().list().ofMaxSize(2))
                .as((rules, stacking, caps) -> {
                    EarningPlan plan = EarningPlan.of(rules).with(stacking);
                    for (Cap cap : caps) {
                        plan = plan.atMost(PointType.POINTS, cap);
                    }
                    return plan;
                })
                .withoutEdgeCases();
    }
}
