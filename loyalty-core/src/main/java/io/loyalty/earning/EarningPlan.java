package io.loyalty.earning;

import io.loyalty.points.PointType;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Visit;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All rules of a program, compiled for use.
 *
 * <p>The order in which rules are given never matters; where one rule must come before another, priority decides, then id. A rule
 * whose milestone or cap is changed into something else should get a new id, since histories know what they counted by it.
 *
 * <p>A plan is made once and shared by all; {@link #award} takes about as long as looking at each line and each rule once. Immutable.
 */
public final class EarningPlan implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient List<EarningRule> rules;
    private final transient Stacking stacking;
    private final transient Map<String, List<Cap>> caps;
    private final transient PartialReturn partialReturn;
    private final transient Compiled compiled;

    private EarningPlan(
            List<EarningRule> rules, Stacking stacking, Map<String, List<Cap>> caps, PartialReturn partialReturn) {
        this.rules = rules;
        this.stacking = stacking;
        this.caps = caps;
        this.partialReturn = partialReturn;
        this.compiled = new Compiled(rules, stacking, caps);
    }

    /**
     * A plan of some rules, whose multipliers multiply each other.
     *
     * @param rules the rules, in any order
     * @return the plan
     * @throws IllegalArgumentException if two rules have the same id, or there are more than 64 multipliers
     */
    public static EarningPlan of(EarningRule... rules) {
        return of(List.of(rules));
    }

    /**
     * A plan of some rules, whose multipliers multiply each other.
     *
     * @param rules the rules, in any order
     * @return the plan
     * @throws IllegalArgumentException if two rules have the same id, or there are more than 64 multipliers
     */
    public static EarningPlan of(Collection<EarningRule> rules) {
        List<EarningRule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingInt(EarningRule::priority).thenComparing(EarningRule::id));
        Set<String> ids = new HashSet<>();
        for (EarningRule rule : sorted) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("rules must have ids of their own: '" + rule.id() + "'");
            }
        }
        return new EarningPlan(List.copyOf(sorted), Stacking.MULTIPLY, Map.of(), PartialReturn.RECOMPUTE);
    }

    /**
     * This plan with another answer to several multipliers for the same purchase.
     *
     * @param other what they amount to
     * @return the changed copy
     */
    public EarningPlan with(Stacking other) {
        return new EarningPlan(rules, Objects.requireNonNull(other, "stacking"), caps, partialReturn);
    }

    /**
     * This plan with another answer to partial returns.
     *
     * @param other what a visit is still worth when a part of it has come back
     * @return the changed copy
     */
    public EarningPlan with(PartialReturn other) {
        return new EarningPlan(rules, stacking, caps, Objects.requireNonNull(other, "partialReturn"));
    }

    /**
     * This plan with another limit over all rules, for points of the usual currency.
     *
     * @param cap the limit, in points
     * @return the changed copy
     * @throws IllegalArgumentException if the limit is one of times
     */
    public EarningPlan atMost(Cap cap) {
        return atMost(PointType.POINTS, cap);
    }

    /**
     * This plan with another limit over all rules.
     *
     * @param currency the name of the points that are limited, see {@link PointType}
     * @param cap the limit, in points
     * @return the changed copy
     * @throws IllegalArgumentException if the limit is one of times
     */
    public EarningPlan atMost(String currency, Cap cap) {
        Objects.requireNonNull(currency, "currency");
        if (cap.unit() != Cap.Unit.POINTS) {
            throw new IllegalArgumentException("cap must be in points where it is over all rules: " + cap);
        }
        Map<String, List<Cap>> more = new TreeMap<>(caps);
        List<Cap> list = new ArrayList<>(more.getOrDefault(currency, List.of()));
        list.add(cap);
        more.put(currency, List.copyOf(list));
        return new EarningPlan(rules, stacking, Collections.unmodifiableMap(more), partialReturn);
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
     * The rule with a name.
     *
     * @param id the name
     * @return the rule, if there is one
     */
    public Optional<EarningRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * What several multipliers for the same purchase amount to.
     *
     * @return the policy
     */
    public Stacking stacking() {
        return stacking;
    }

    /**
     * What a visit is still worth when a part of it has come back.
     *
     * @return the policy
     */
    public PartialReturn partialReturn() {
        return partialReturn;
    }

    /**
     * The limits over all rules.
     *
     * @return the limits by currency of the points, sorted
     */
    public Map<String, List<Cap>> caps() {
        return caps;
    }

    /**
     * What a fact earns. A return earns nothing; what it takes back says {@link Award#remainingAfter}.
     *
     * @param activity the fact
     * @param context what to know besides
     * @return the award, empty if nothing is earned
     * @throws IllegalArgumentException if the fact is another customer's
     * @throws ArithmeticException if an amount or the points exceed the range of {@code long}, or a rule that must not round has to
     */
    public Award award(Activity activity, EarningContext context) {
        requireCustomer(activity, context);
        return Scoring.award(this, activity, context);
    }

    /**
     * What a visit earns that lifts the customer from one tier to another, where each part of it is paid at the rate of its tier.
     *
     * <p>Each line is divided in proportion to the portions. Rules that earn on spend or per unit, and multipliers of these, see
     * each part in the tier of its portion; all other rules see the tier of the context. Where points are rounded by line or unit,
     * so is each part.
     *
     * @param visit the visit
     * @param context what to know besides
     * @param portions which part is in which tier, in any order; the visit is not divided if all are 0
     * @return the award
     * @throws IllegalArgumentException if the visit is another customer's
     * @throws ArithmeticException if an amount or the points exceed the range of {@code long}, or a rule that must not round has to
     */
    public Award award(Visit visit, EarningContext context, List<TierPortion> portions) {
        requireCustomer(visit, context);
        return Scoring.award(this, visit, context, portions);
    }

    private static void requireCustomer(Activity activity, EarningContext context) {
        if (!activity.customer().equals(context.customer().id())) {
            throw new IllegalArgumentException(
                    "activity must be of customer " + context.customer().id() + ": " + activity.customer());
        }
    }

    /**
     * What the referrer earns when a purchase of the referee makes the referral good.
     *
     * <p>The referrer's caps and history decide what it comes to; what the referee earned is not touched.
     *
     * @param referee what the purchase earned the referee, under this plan
     * @param context the referrer's, as of the referee's purchase
     * @return the award to the referrer, empty unless {@link Award#isReferralQualified()}
     * @throws IllegalArgumentException if the award is of another plan, or itself a referrer's
     */
    public Award awardReferrer(Award referee, EarningContext context) {
        Objects.requireNonNull(context, "context");
        if (referee.isForReferrer() || !equals(referee.plan())) {
            throw new IllegalArgumentException("award must be the referee's, of this plan: "
                    + referee.activity().id());
        }
        return Scoring.forReferrer(referee, context);
    }

    /**
     * What a customer earns on joining for visits made before, as a guest.
     *
     * @param visits the visits, in any order
     * @param joinedAt when the customer joined
     * @param window how far back visits count: from the business day that lies so long before the day of joining
     * @param context what to know besides, as of joining
     * @return the awards of the visits within the window and not after joining, in the order of time, each under the history that
     *     the ones before it left
     * @throws IllegalArgumentException if a visit is another customer's
     */
    public EarlierAwards awardEarlier(
            Collection<Visit> visits, Instant joinedAt, Period window, EarningContext context) {
        LocalDate first = context.businessDay().dateOf(joinedAt).minus(window);
        List<Visit> sorted = new ArrayList<>(visits);
        sorted.sort(Comparator.comparing(Visit::at).thenComparing(Visit::id));
        List<Award> awards = new ArrayList<>();
        EarningHistory history = context.history();
        for (Visit visit : sorted) {
            boolean counts = !visit.at().isAfter(joinedAt)
                    && !context.businessDay().dateOf(visit.at()).isBefore(first);
            if (counts) {
                Award award = award(visit, context.with(history));
                awards.add(award);
                history = history.after(award);
            }
        }
        return new EarlierAwards(awards, history);
    }

    Compiled compiled() {
        return compiled;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof EarningPlan that
                        && rules.equals(that.rules)
                        && stacking == that.stacking
                        && partialReturn == that.partialReturn
                        && caps.equals(that.caps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rules, stacking, caps, partialReturn);
    }

    /**
     * The ids of the rules.
     *
     * @return for example {@code EarningPlan[base, double tuesday]}
     */
    @Override
    public String toString() {
        return "EarningPlan" + rules.stream().map(EarningRule::id).toList();
    }

    private Object writeReplace() {
        return new Form(rules, stacking, new TreeMap<>(caps), partialReturn);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("plans are read from their rules");
    }

    /** What is written: the plan is compiled anew when it is read. */
    private record Form(
            List<EarningRule> rules, Stacking stacking, TreeMap<String, List<Cap>> caps, PartialReturn partialReturn)
            implements Serializable {

        private Object readResolve() {
            return new EarningPlan(rules, stacking, Collections.unmodifiableMap(caps), partialReturn);
        }
    }
}
