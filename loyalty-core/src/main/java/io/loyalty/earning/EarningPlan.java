package io.loyalty.earning;

import io.loyalty.money.Ratio;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Line;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All rules of a program, compiled for use.
 *
 * <p>The order in which rules are given never matters. Immutable; a plan is made once and shared by all.
 */
public final class EarningPlan implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<EarningRule> rules;

    private EarningPlan(List<EarningRule> rules) {
        this.rules = rules;
    }

    /**
     * A plan of some rules.
     *
     * @param rules the rules, in any order
     * @return the plan
     * @throws IllegalArgumentException if two rules have the same id
     */
    public static EarningPlan of(EarningRule... rules) {
        return of(List.of(rules));
    }

    /**
     * A plan of some rules.
     *
     * @param rules the rules, in any order
     * @return the plan
     * @throws IllegalArgumentException if two rules have the same id
     */
    public static EarningPlan of(List<EarningRule> rules) {
        List<EarningRule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingInt(EarningRule::priority).thenComparing(EarningRule::id));
        if (sorted.stream().map(EarningRule::id).distinct().count() < sorted.size()) {
            throw new IllegalArgumentException("rules must have ids of their own");
        }
        return new EarningPlan(List.copyOf(sorted));
    }

    /**
     * The rules.
     *
     * @return all rules, by priority, then id
     */
    public List<EarningRule> rules() {
        return rules;
    }

    /**
     * What a fact earns.
     *
     * @param activity the fact
     * @param context what to know besides
     * @return the award, empty if nothing is earned
     * @throws IllegalArgumentException if the fact is another customer's
     * @throws ArithmeticException if the points exceed the range of {@code long}
     */
    public Award award(Activity activity, EarningContext context) {
        if (!activity.customer().equals(context.customer().id())) {
            throw new IllegalArgumentException(
                    "activity must be of customer " + context.customer().id() + ": " + activity.customer());
        }
        List<AwardPart> parts = new ArrayList<>();
        List<Explanation.Verdict> verdicts = new ArrayList<>();
        for (EarningRule rule : rules) {
            long points = 0;
            Reason reason;
            if (!(activity instanceof Visit visit)) {
                reason = Reason.OTHER_ACTIVITY;
            } else if (!holds(rule.condition(), context)) {
                reason = Reason.CONDITION_NOT_MET;
            } else if (rule.effect() instanceof Effect.Spend spend) {
                points = points(spend, visit);
                reason = points > 0 ? Reason.APPLIED : Reason.BELOW_FIRST_POINT;
            } else if (rule.effect() instanceof Effect.PerVisit perVisit) {
                points = perVisit.points();
                reason = Reason.APPLIED;
            } else {
                reason = Reason.OTHER_ACTIVITY;
            }
            if (points > 0) {
                PointTerms terms = rule.terms();
                parts.add(new AwardPart(
                        rule.id(), points, terms.type(), terms.activation(), terms.termIn(context.tier())));
            }
            verdicts.add(new Explanation.Verdict(
                    rule.id(), reason, points, rule.effect().toString()));
        }
        return new Award(this, activity, context, parts, verdicts);
    }

    private static boolean holds(Condition condition, EarningContext context) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holds(part, context));
        }
        return condition instanceof Condition.Always
                || condition instanceof Condition.InTier inTier && inTier.tier().equals(context.tier());
    }

    private static long points(Effect.Spend spend, Visit visit) {
        if (!spend.per().currency().equals(visit.currency())) {
            return 0;
        }
        RoundingMode mode = spend.rounding().mode();
        Ratio sum = Ratio.ZERO;
        long points = 0;
        for (Line line : visit.lines()) {
            if (spend.base().excludedKinds().contains(line.kind())) {
                continue;
            }
            Ratio amount = spend.base().tax() == TaxBasis.EXCLUDED ? line.net() : line.gross();
            switch (spend.rounding().scope()) {
                case UNIT -> {
                    long each = points(spend, amount.dividedBy(Ratio.of(line.quantity())))
                            .round(mode);
                    points = Math.addExact(points, Math.multiplyExact(each, line.quantity()));
                }
                case LINE ->
                    points = Math.addExact(points, points(spend, amount).round(mode));
                case TRANSACTION -> sum = sum.plus(amount);
            }
        }
        return Math.addExact(points, points(spend, sum).round(mode));
    }

    private static Ratio points(Effect.Spend spend, Ratio amount) {
        Ratio steps = amount.dividedBy(Ratio.of(spend.per().minorUnits()));
        return (spend.form() == RateForm.STEP ? Ratio.of(steps.round(RoundingMode.FLOOR)) : steps)
                .times(spend.points());
    }
}
