package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.points.Activation;
import io.loyalty.points.PointType;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.Term;
import java.io.Serializable;
import java.time.DayOfWeek;
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
 * EarningRule.multiply("gold", Ratio.parse("1.5")).when(Condition.tier("Gold"));
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
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(caps, "caps");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(terms, "terms");
        caps = List.copyOf(caps);
        if (id.isBlank() || id.length() > 100 || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("id must be 1 to 100 printable characters: '" + id + "'");
        }
    }

    /** A rule without further words, named after what it says. */
    static EarningRule of(Effect effect) {
        return of(effect.toString(), effect);
    }

    private static EarningRule of(String id, Effect effect) {
        return new EarningRule(id, effect, Condition.always(), 0, PointTerms.DEFAULT, List.of());
    }

    /**
     * The beginning of a rule that gives points; what for comes next.
     *
     * @param points how many, at least 1
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
        return of(id, new Effect.Multiply(factor, Effect.Multiply.Extra.LIKE_THE_REST));
    }

    /**
     * A rule that gives points on top of what visits earn otherwise.
     *
     * @param id the name of the rule
     * @param points how many, at least 1
     * @return the rule
     * @throws IllegalArgumentException if the points are below 1
     */
    public static EarningRule bonus(String id, long points) {
        return of(id, new Effect.Fixed(points, new Trigger.OnVisit(), Milestone.Each.INSTANCE));
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
     * This rule, only where a condition holds as well.
     *
     * @param more the condition
     * @return the changed copy
     */
    public EarningRule when(Condition more) {
        return new EarningRule(id, effect, condition.and(more), priority, terms, caps);
    }

    /**
     * This rule, only where a condition does not hold.
     *
     * @param excluded the condition
     * @return the changed copy
     */
    public EarningRule unless(Condition excluded) {
        return when(Condition.not(excluded));
    }

    /**
     * This rule, only on some days of the week.
     *
     * @param days the days, at least one
     * @return the changed copy
     */
    public EarningRule on(DayOfWeek... days) {
        return when(Condition.on(days));
    }

    /**
     * This rule, only on business days in a range of dates.
     *
     * @param window the dates
     * @return the changed copy
     */
    public EarningRule during(DateWindow window) {
        return when(Condition.during(window));
    }

    /**
     * This rule, only for some categories.
     *
     * @param categories the categories, at least one
     * @return the changed copy
     */
    public EarningRule onCategory(String... categories) {
        return when(Condition.category(categories));
    }

    /**
     * This rule, only for members of some tiers.
     *
     * @param tiers the tiers' names, at least one
     * @return the changed copy
     */
    public EarningRule forTier(String... tiers) {
        return when(Condition.tier(tiers));
    }

    /**
     * This rule, only for visits that spend a minimum on goods and services, without tax.
     *
     * @param minimum the minimum, above 0, itself enough
     * @return the changed copy
     */
    public EarningRule from(Money minimum) {
        return when(Condition.minimumSpend(minimum));
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
     * This rule with another kind and life of points. A multiplier of which this is never said adds points like those that it
     * multiplies.
     *
     * @param other kind and life of the points
     * @return the changed copy
     */
    public EarningRule with(PointTerms other) {
        Effect own = effect instanceof Effect.Multiply multiply
                ? new Effect.Multiply(multiply.factor(), Effect.Multiply.Extra.ON_OWN_TERMS)
                : effect;
        return new EarningRule(id, own, condition, priority, other, caps);
    }

    /**
     * This rule on another part of what was spent.
     *
     * @param base which part counts
     * @return the changed copy
     * @throws IllegalArgumentException if the rule does not earn on spend
     */
    public EarningRule basedOn(EarningBase base) {
        if (effect instanceof Effect.Spend spend) {
            return with(new Effect.Spend(spend.points(), spend.per(), spend.form(), base, spend.rounding()));
        }
        throw unfit("base", "earns on spend");
    }

    /**
     * This rule with another rounding.
     *
     * @param rounding how, and how often, fractions become whole
     * @return the changed copy
     * @throws IllegalArgumentException if the rule does not earn on spend or per unit
     */
    public EarningRule rounded(Rounding rounding) {
        if (effect instanceof Effect.Spend spend) {
            return with(new Effect.Spend(spend.points(), spend.per(), spend.form(), spend.base(), rounding));
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return with(new Effect.PerUnit(perUnit.points(), rounding));
        }
        throw unfit("rounding", "earns on spend or per unit");
    }

    /**
     * This rule, for customers born on 29 February.
     *
     * @param leapDay where 29 February falls in a common year
     * @return the changed copy
     * @throws IllegalArgumentException if the rule is not about an occasion
     */
    public EarningRule with(LeapDay leapDay) {
        Trigger.OnOccasion occasion = occasion("leapDay");
        return with(new Trigger.OnOccasion(occasion.kind(), occasion.by(), leapDay, occasion.minGapDays()));
    }

    /**
     * This rule with another guard against edited dates.
     *
     * @param days how many days two dates that pay must be apart; 0 for once in each calendar year and nothing more
     * @return the changed copy
     * @throws IllegalArgumentException if the rule is not about an occasion, or the days are not in [0, 365]
     */
    public EarningRule withMinGapDays(int days) {
        Trigger.OnOccasion occasion = occasion("minGapDays");
        return with(new Trigger.OnOccasion(occasion.kind(), occasion.by(), occasion.leapDay(), days));
    }

    /**
     * This rule, paid only when it takes several facts.
     *
     * @param milestone how many facts it takes
     * @return the changed copy
     * @throws IllegalArgumentException if the rule has no fixed points, or its facts take no milestone
     */
    public EarningRule with(Milestone milestone) {
        if (effect instanceof Effect.Fixed fixed) {
            return with(new Effect.Fixed(fixed.points(), fixed.trigger(), milestone));
        }
        throw unfit("milestone", "has fixed points");
    }

    private Trigger.OnOccasion occasion(String what) {
        if (effect instanceof Effect.Fixed fixed && fixed.trigger() instanceof Trigger.OnOccasion occasion) {
            return occasion;
        }
        throw unfit(what, "is about an occasion");
    }

    private EarningRule with(Trigger other) {
        Effect.Fixed fixed = (Effect.Fixed) effect;
        return with(new Effect.Fixed(fixed.points(), other, fixed.milestone()));
    }

    private EarningRule with(Effect other) {
        return new EarningRule(id, other, condition, priority, terms, caps);
    }

    private IllegalArgumentException unfit(String what, String claim) {
        return new IllegalArgumentException(what + " must be set on a rule that " + claim + ": '" + id + "'");
    }
}
