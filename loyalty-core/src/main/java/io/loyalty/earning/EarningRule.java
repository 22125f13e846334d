package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.points.Activation;
import io.loyalty.points.PointType;
import io.loyalty.time.Term;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One sentence of the program: what is earned, and when.
 *
 * <pre>{@code
 * EarningRule.earn(1).perFull(Money.parse("JPY 100")).valid(Term.endOfMonth(Period.ofMonths(12)));
 * EarningRule.earn(1).perVisit().atMost(Cap.times(1, Cap.Per.BUSINESS_DAY));
 * EarningRule.multiply("gold", Ratio.parse("1.5")).when(Condition.inTier("Gold"));
 * }</pre>
 *
 * <p>Immutable; each verb gives a changed copy.
 *
 * @param id the name by which explanations and histories know the rule, unique in its plan
 * @param effect what the rule does
 * @param condition when it does so
 * @param priority where order matters, rules with lower numbers come first, then those with lower ids
 * @param terms kind and life of the points
 * @param caps upper limits of this rule alone
 */
public record EarningRule(String id, Effect effect, Condition condition, int priority, PointTerms terms, List<Cap> caps)
        implements Serializable {

    /**
     * Copies the list and refuses ids that could not stand in a line of text.
     *
     * @param id the name of the rule, 1 to 100 characters without control characters
     * @param effect what the rule does
     * @param condition when it does so
     * @param priority where order matters, lower numbers come first
     * @param terms kind and life of the points
     * @param caps upper limits of this rule alone
     * @throws IllegalArgumentException if the id is blank, too long or has control characters
     */
    public EarningRule {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(terms, "terms");
        caps = List.copyOf(caps);
        if (id.isBlank() || id.length() > 100 || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("id must be 1 to 100 printable characters: '" + id + "'");
        }
    }

    private static EarningRule of(String id, Effect effect) {
        return new EarningRule(id, effect, Condition.always(), 0, PointTerms.DEFAULT, List.of());
    }

    /**
     * The beginning of a rule that gives points; what for comes next.
     *
     * @param points how many, above 0
     * @return the beginning of the sentence
     */
    public static Earning earn(long points) {
        return new Earning(points);
    }

    /**
     * A rule that multiplies what the visit earns on spend, per visit and per unit.
     *
     * @param id the name of the rule
     * @param factor by how much, at least 0
     * @return the rule
     * @throws IllegalArgumentException if the factor is below 0
     */
    public static EarningRule multiply(String id, Ratio factor) {
        return of(id, new Effect.Multiply(factor));
    }

    /** The beginning of a rule that gives points: how many, not yet what for. */
    public static final class Earning {
        private final long points;

        private Earning(long points) {
            this.points = points;
        }

        /**
         * For each full step of an amount spent, rounded down per transaction.
         *
         * @param step the amount, above 0
         * @return the rule, named after what it says
         * @throws IllegalArgumentException if points or step are not above 0
         */
        public EarningRule perFull(Money step) {
            return spend(step, RateForm.STEP);
        }

        /**
         * In proportion to an amount spent, rounded down per transaction.
         *
         * @param amount the amount, above 0
         * @return the rule, named after what it says
         * @throws IllegalArgumentException if points or amount are not above 0
         */
        public EarningRule per(Money amount) {
            return spend(amount, RateForm.PROPORTIONAL);
        }

        /**
         * For each visit.
         *
         * @return the rule, named after what it says
         * @throws IllegalArgumentException if the points are not above 0
         */
        public EarningRule perVisit() {
            Effect effect = new Effect.PerVisit(points, RoundingMode.FLOOR);
            return of(effect.toString(), effect);
        }

        private EarningRule spend(Money per, RateForm form) {
            Effect effect = new Effect.Spend(points, per, form, EarningBase.DEFAULT, Rounding.DEFAULT);
            return of(effect.toString(), effect);
        }
    }

    /**
     * This rule under another name.
     *
     * @param other the name
     * @return the changed copy
     */
    public EarningRule named(String other) {
        return new EarningRule(other, effect, condition, priority, terms, caps);
    }

    /**
     * This rule, only when a condition holds as well.
     *
     * @param more the condition
     * @return the changed copy
     */
    public EarningRule when(Condition more) {
        return new EarningRule(id, effect, condition.and(more), priority, terms, caps);
    }

    /**
     * This rule with another place in the order.
     *
     * @param other the number; lower ones come first
     * @return the changed copy
     */
    public EarningRule withPriority(int other) {
        return new EarningRule(id, effect, condition, other, terms, caps);
    }

    /**
     * This rule with another limit.
     *
     * @param cap the limit
     * @return the changed copy
     */
    public EarningRule atMost(Cap cap) {
        List<Cap> more = new ArrayList<>(caps);
        more.add(cap);
        return new EarningRule(id, effect, condition, priority, terms, more);
    }

    /**
     * This rule, giving points of another kind.
     *
     * @param type currency and nature
     * @return the changed copy
     */
    public EarningRule giving(PointType type) {
        return with(new PointTerms(type, terms.activation(), terms.term(), terms.termByTier()));
    }

    /**
     * This rule, giving points that become usable later.
     *
     * @param activation when they become usable
     * @return the changed copy
     */
    public EarningRule usable(Activation activation) {
        return with(new PointTerms(terms.type(), activation, terms.term(), terms.termByTier()));
    }

    /**
     * This rule, giving points that live for a term.
     *
     * @param term how long they live
     * @return the changed copy
     */
    public EarningRule valid(Term term) {
        return with(new PointTerms(terms.type(), terms.activation(), term, terms.termByTier()));
    }

    /**
     * This rule, giving members of a tier points that live for a term of their own.
     *
     * @param tier the tier's name
     * @param term how long they live
     * @return the changed copy
     */
    public EarningRule validInTier(String tier, Term term) {
        Map<String, Term> more = new TreeMap<>(terms.termByTier());
        more.put(tier, term);
        return with(new PointTerms(terms.type(), terms.activation(), terms.term(), more));
    }

    /**
     * This rule with another kind and life of points.
     *
     * @param other kind and life of the points
     * @return the changed copy
     */
    public EarningRule with(PointTerms other) {
        return new EarningRule(id, effect, condition, priority, other, caps);
    }

    /**
     * This rule on another part of what was spent.
     *
     * @param base which part counts
     * @return the changed copy
     * @throws IllegalArgumentException if the rule does not earn on spend
     */
    public EarningRule basedOn(EarningBase base) {
        Effect.Spend spend = spend("base");
        return with(new Effect.Spend(spend.points(), spend.per(), spend.form(), base, spend.rounding()));
    }

    /**
     * This rule with another rounding.
     *
     * @param rounding how, and how often, fractions become whole
     * @return the changed copy
     * @throws IllegalArgumentException if the rule does not earn on spend
     */
    public EarningRule rounded(Rounding rounding) {
        Effect.Spend spend = spend("rounding");
        return with(new Effect.Spend(spend.points(), spend.per(), spend.form(), spend.base(), rounding));
    }

    private EarningRule with(Effect other) {
        return new EarningRule(id, other, condition, priority, terms, caps);
    }

    private Effect.Spend spend(String what) {
        if (effect instanceof Effect.Spend spend) {
            return spend;
        }
        throw new IllegalArgumentException(what + " must be set on a rule that earns on spend: '" + id + "'");
    }
}
