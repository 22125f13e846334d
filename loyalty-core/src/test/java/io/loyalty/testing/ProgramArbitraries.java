package io.loyalty.testing;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Condition;
import io.loyalty.earning.CustomerCondition;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.ReturnPolicy;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.CrossingRate;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid programs, and memberships with a past of visits, returns and redemptions. */
public final class ProgramArbitraries {

    private static final CustomerId MEMBER = CustomerId.of("member");

    private ProgramArbitraries() {}

    /**
     * Programs with rules of every kind, random ledger policies, a ladder of two or three tiers that a few visits climb, points that
     * pay bills, and every split of returns.
     *
     * @param zone where days begin and end
     * @param currency what customers pay in
     * @return a program
     */
    public static Arbitrary<Program> programs(ZoneId zone, Currency currency) {
        Arbitrary<TierRules> ladders = Combinators.combine(
                        Arbitraries.longs().between(1, 20_000),
                        Arbitraries.of(CrossingRate.class),
                        Arbitraries.of(1, 2))
                .as((threshold, rate, steps) -> {
                    TierRules rules = TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(threshold));
                    return (steps == 1 ? rules : rules.with("Gold", Criterion.visits(4))).with(rate);
                });
        return Combinators.combine(
                        ladders,
                        EarningArbitraries.rules(currency),
                        PointsArbitraries.policies(zone),
                        Arbitraries.of(ReturnPolicy.class),
                        Arbitraries.longs().between(1, 3))
                .as((ladder, rules, policy, returns, worth) -> {
                    List<EarningRule> fitting = new ArrayList<>(rules.stream()
                            .filter(rule -> rule.terms().termByTier().isEmpty() && !namesTier(rule.condition()))
                            .filter(rule -> fits(zone, currency, policy, rule))
                            .toList());
                    fitting.add(EarningRule.multiply("silver members", Ratio.of(3, 2))
                            .forTier("Silver"));
                    return Program.in(zone, currency)
                            .tiers(ladder)
                            .ledger(policy)
                            .earning(fitting.toArray(new EarningRule[0]))
                            .payment(RedemptionPolicy.of(worth, Money.ofMinor(currency, 2)))
                            .returns(returns);
                });
    }

    /** Random terms may contradict a random activation; a program would refuse the rule. */
    private static boolean fits(ZoneId zone, Currency currency, LedgerPolicy policy, EarningRule rule) {
        try {
            return Program.in(zone, currency)
                    .ledger(policy)
                    .earning(rule)
                    .currency()
                    .equals(currency);
        } catch (IllegalArgumentException contradiction) {
            return false;
        }
    }

    private static boolean namesTier(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().anyMatch(ProgramArbitraries::namesTier);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(ProgramArbitraries::namesTier);
        }
        return condition instanceof Condition.Not not
                ? namesTier(not.negated())
                : condition instanceof CustomerCondition.InTier;
    }

    /**
     * Facts of one customer in the order of time: up to a dozen visits, and returns of some of them.
     *
     * @param currency what is paid in
     * @return the facts of customer {@code member}
     */
    public static Arbitrary<List<Activity>> histories(Currency currency) {
        Arbitrary<List<Activity>> visit = VisitArbitraries.visits(MEMBER, currency)
                .flatMap(one -> VisitArbitraries.returnsOf(one).map(returns -> withReturns(one, returns)));
        return visit.list().ofMaxSize(8).map(parts -> {
            List<Activity> facts = new ArrayList<>();
            parts.forEach(facts::addAll);
            facts.sort(Comparator.comparing(Activity::at));
            return facts;
        });
    }

    private static List<Activity> withReturns(Visit visit, List<Return> returns) {
        List<Activity> facts = new ArrayList<>(List.of(visit));
        facts.addAll(returns);
        return facts;
    }

    /**
     * Memberships of customer {@code member} with such a history, in which some points were redeemed. What the program refuses
     * leaves no trace.
     *
     * @param program the program
     * @return a membership
     */
    public static Arbitrary<Membership> memberships(Program program) {
        return Combinators.combine(
                        histories(program.currency()), Arbitraries.longs().between(1, 200))
                .as((facts, points) -> {
                    Instant joined =
                            facts.isEmpty() ? Instant.EPOCH : facts.get(0).at();
                    Membership member = program.join(Customer.of(MEMBER), joined);
                    for (Activity fact : facts) {
                        member = kept(member, program.record(member, fact));
                        member = kept(
                                member,
                                program.redeem(
                                        member,
                                        Command.of("redeem " + member.ledger().version(), fact.at()),
                                        points));
                    }
                    return member;
                });
    }

    private static Membership kept(Membership before, Outcome<Step> outcome) {
        return outcome.isRejected() ? before : outcome.orElseThrow().membership();
    }
}
