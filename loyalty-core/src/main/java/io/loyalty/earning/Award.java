package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Rounding;
import io.loyalty.points.Grant;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What a fact earns under a plan.
 *
 * <p>The award remembers all that it was reckoned with, in a few words: so {@link #explanation()} can tell, when asked, what every
 * rule said, and {@link #remainingAfter(Collection)} can tell what a visit is still worth after a return, without the context of
 * that day. Immutable.
 */
public final class Award implements Serializable {

    private static final long serialVersionUID = 1;

    private final EarningPlan plan;
    private final Activity activity;
    private final String tier;
    /** The business day, counted from 1970-01-01. */
    private final long day;

    private final boolean forReferrer;
    /** The answers to what conditions asked about the fact, the customer and the moment. */
    private final long[] facts;

    private final Shares shares;
    private final Entries entries;
    /** Null if nothing came back. */
    private final Remainder remainder;

    Award(
            EarningPlan plan,
            Activity activity,
            String tier,
            long day,
            boolean forReferrer,
            long[] facts,
            Shares shares,
            Entries entries,
            Remainder remainder) {
        this.plan = plan;
        this.activity = activity;
        this.tier = tier;
        this.day = day;
        this.forReferrer = forReferrer;
        this.facts = facts;
        this.shares = shares;
        this.entries = entries;
        this.remainder = remainder;
        entries.requireTotal();
    }

    /**
     * The plan under which it was earned.
     *
     * @return the plan
     */
    public EarningPlan plan() {
        return plan;
    }

    /**
     * The fact.
     *
     * @return the activity
     */
    public Activity activity() {
        return activity;
    }

    /**
     * The sum of all points, whatever their currency.
     *
     * @return a number of at least 0
     */
    public long total() {
        return entries.total();
    }

    /**
     * The sum of the points of one currency.
     *
     * @param currency the name of the points, see {@link io.loyalty.points.PointType}
     * @return a number of at least 0
     */
    public long points(String currency) {
        return entries.points(compiled(), Objects.requireNonNull(currency, "currency"));
    }

    /**
     * Whether nothing was earned.
     *
     * @return true if the total is 0
     */
    public boolean isEmpty() {
        return total() == 0;
    }

    /**
     * Whether the fact is a visit of which all has come back.
     *
     * @return true if it counts no more
     */
    public boolean isVoid() {
        if (left() == null) {
            return false;
        }
        for (long amount : left()) {
            if (amount > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the fact makes the referral of its customer good, so that an award is due to the one who brought that customer.
     *
     * @return true if {@link EarningPlan#awardReferrer} has something to say
     */
    public boolean isReferralQualified() {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.reason(i) == Reason.QUALIFIED) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the award is for the one who brought the customer whose fact it is.
     *
     * @return true for awards of {@link EarningPlan#awardReferrer}
     */
    public boolean isForReferrer() {
        return forReferrer;
    }

    /**
     * The points by rule, in the order of priority and id.
     *
     * <p>Of a visit of which something came back these are the parts that it had, each with what is left of it: so every part
     * belongs to points that were once given. Where a rule gives more for what remains than it gave for the whole, because another
     * one lost its right, the explanation says so, and the parts of the others are the less reduced, the last of them first.
     *
     * @return the parts, each above 0; their sum is the total
     */
    public List<AwardPart> parts() {
        return kept() != null ? kept() : partsByRule();
    }

    private List<AwardPart> partsByRule() {
        List<AwardPart> parts = new ArrayList<>(entries.size());
        // By part: the number of its rule. Entries mostly come in that order, so a part finds its place at the end.
        int[] rules = new int[entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            long points = entries.points(i);
            if (points > 0) {
                int slot = entries.slot(i);
                addPart(parts, rules, compiled().ruleOf(slot), compiled().termsOf(slot), points);
            }
        }
        return List.copyOf(parts);
    }

    private void addPart(List<AwardPart> parts, int[] rules, int rule, PointTerms terms, long points) {
        AwardPart part = new AwardPart(
                compiled().rules.get(rule).id(), points, terms.type(), terms.activation(), terms.termIn(tier));
        int place = parts.size();
        while (place > 0 && rules[place - 1] > rule) {
            place--;
        }
        for (int i = place - 1; i >= 0 && rules[i] == rule; i--) {
            AwardPart other = parts.get(i);
            if (other.hasTermsOf(part)) {
                parts.set(i, other.with(other.points() + points));
                return;
            }
        }
        System.arraycopy(rules, place, rules, place + 1, parts.size() - place);
        rules[place] = rule;
        parts.add(place, part);
    }

    /**
     * The points as the ledger takes them: what rules gave on the same terms is one grant, and will be one lot. {@link #parts()} says
     * which rule gave how much of it.
     *
     * @return a grant for each set of terms, in the order of the parts; each has a source of its own, see {@link #sourceOf}, so that
     *     {@link io.loyalty.points.PointsLedger#accrue(List, java.time.Instant, java.time.Instant)} takes them as they are
     */
    public List<Grant> grants() {
        PointTerms only = compiled().onlyTerms;
        if (only == null || kept() != null) {
            return AwardGrants.of(this);
        }
        return isEmpty() ? List.of() : List.of(AwardGrants.of(this, only));
    }

    /**
     * The source of the grant that holds the points of a part: the fact's id, a slash and a number from 1; for a referrer with
     * {@code referral/} before it. A slash within the id is written as {@code %2F}, and a percent sign as {@code %25}.
     *
     * @param part a part of this award, or what is left of one
     * @return the source
     * @throws IllegalArgumentException if no part of this award has the terms of that one
     */
    public String sourceOf(AwardPart part) {
        return AwardGrants.sourceOf(this, part);
    }

    /**
     * What every rule said.
     *
     * @return the explanation, made anew on each call
     */
    public Explanation explanation() {
        return new Explainer(this).explanation();
    }

    /**
     * What the visit is still worth after some of it came back: what the plan gives for what remains, on the terms of that day.
     *
     * <p>By {@link PartialReturn#PRO_RATA} it is, instead, the same part of each rule's points as remains of the visit's amount.
     *
     * <p>It is never more than what was earned before, in any currency. What rules saw of the past stays as it was: a tenth visit
     * is still the tenth, a cap leaves the room that the visit had. A part paid with points is taken to have come back in
     * proportion. A visit of which all came back is void and worth nothing.
     *
     * <p>Where something came back before, ask the award of what remained then: so what remains never grows.
     *
     * @param returns all returns of the visit so far
     * @return the award of what remains
     * @throws IllegalArgumentException if the award is not one of a visit to its own customer, or the returns do not fit the visit
     */
    public Award remainingAfter(Collection<Return> returns) {
        Visit visit = ownVisit();
        long[] remaining = amounts(visit, returns);
        long amount = visit.amountMinor();
        long points = visit.paidWithPoints().minorUnits();
        long kept = amount == 0
                ? points
                : Rounding.multiplyDivide(points, Arrays.stream(remaining).sum(), amount, RoundingMode.FLOOR);
        return remaining(remaining, kept, returns.isEmpty());
    }

    /**
     * What the visit is still worth after some of it came back, where it is known how much of what remains is paid with points.
     *
     * @param returns all returns of the visit so far
     * @param stillPaidWithPoints the money for which points stand in the payment of what remains, at least 0
     * @return the award of what remains
     * @throws IllegalArgumentException if the award is not one of a visit to its own customer, the returns do not fit the visit, or
     *     the money is in another currency or below 0
     */
    public Award remainingAfter(Collection<Return> returns, Money stillPaidWithPoints) {
        Visit visit = ownVisit();
        if (!stillPaidWithPoints.currency().equals(visit.currency()) || stillPaidWithPoints.isNegative()) {
            throw new IllegalArgumentException(
                    "stillPaidWithPoints must be at least 0 in " + visit.currency() + ": " + stillPaidWithPoints);
        }
        return remaining(amounts(visit, returns), stillPaidWithPoints.minorUnits(), returns.isEmpty());
    }

    private Award remaining(long[] remaining, long paid, boolean nothingCameBack) {
        if (nothingCameBack) {
            return this;
        }
        long sum = Arrays.stream(remaining).sum();
        if (sum == 0) {
            return with(remaining, paid, new Entries(), List.of());
        }
        return plan.partialReturn() == PartialReturn.PRO_RATA
                ? with(remaining, paid, whole().inProportion(sum, ((Visit) activity).amountMinor()), null)
                        .inPartsOf(this)
                : Scoring.remaining(this, remaining, paid);
    }

    /**
     * The referrer's award after the referee's visit lost some of its worth: what the referral still gives.
     *
     * @param referee what the referee's visit is still worth
     * @return this award, less what the visit no longer qualifies for
     * @throws IllegalArgumentException if this is not a referrer's award, or the other is of another fact
     */
    public Award remainingWith(Award referee) {
        if (!forReferrer || !referee.activity.id().equals(activity.id())) {
            throw new IllegalArgumentException("awards must be of one fact, to referrer and referee: " + activity.id());
        }
        Entries still = entries.whereQualified(referee.entries);
        return with(referee.left(), 0, still, null);
    }

    /**
     * What must be given back when this award shrinks to another.
     *
     * @param remaining what the fact is still worth
     * @return by rule what is lost, each above 0; for each currency the sum is the difference of the points
     * @throws IllegalArgumentException if the awards are of two facts
     */
    public List<AwardPart> clawback(Award remaining) {
        if (!activity.id().equals(remaining.activity.id()) || forReferrer != remaining.forReferrer) {
            throw new IllegalArgumentException(
                    "awards must be of one fact: " + activity.id() + " and " + remaining.activity.id());
        }
        return Clawback.losses(parts(), remaining.parts());
    }

    private Award with(long[] left, long paidWithPoints, Entries still, List<AwardPart> kept) {
        boolean isAsBefore = left == null && still.equals(whole());
        Remainder rest = isAsBefore ? null : new Remainder(left, paidWithPoints, whole(), kept);
        return new Award(plan, activity, tier, day, forReferrer, facts, shares, still, rest);
    }

    /** This award, by the parts of an earlier one of which it is what remains. */
    Award inPartsOf(Award earlier) {
        List<AwardPart> losses = Clawback.losses(earlier.parts(), partsByRule());
        List<AwardPart> kept = Clawback.kept(earlier.parts(), losses);
        Remainder rest = new Remainder(left(), paidWithPoints(), earlier.whole(), kept);
        return new Award(plan, activity, tier, day, forReferrer, facts, shares, entries, rest);
    }

    private Visit ownVisit() {
        if (activity instanceof Visit visit && !forReferrer) {
            return visit;
        }
        throw new IllegalArgumentException("award must be one of a visit to its own customer: " + activity.id());
    }

    private static long[] amounts(Visit visit, Collection<Return> returns) {
        return Return.remaining(visit, returns).stream()
                .mapToLong(Money::minorUnits)
                .toArray();
    }

    Compiled compiled() {
        return plan.compiled();
    }

    String tier() {
        return tier;
    }

    long day() {
        return day;
    }

    /** The answers about the fact alone, those about sums of its lines still open. */
    long[] factAnswers() {
        long[] answers = facts.clone();
        int words = compiled().answerWords;
        for (int i = 0; i < answers.length; i++) {
            int known = compiled().factAtoms.size() - (i % words << 6);
            answers[i] &= known >= 64 ? -1L : known <= 0 ? 0 : (1L << known) - 1;
        }
        return answers;
    }

    Shares shares() {
        return shares;
    }

    /** What is left of each line of the visit; null if nothing came back. */
    long[] left() {
        return remainder == null ? null : remainder.left;
    }

    long paidWithPoints() {
        if (remainder == null) {
            return activity instanceof Visit visit && !forReferrer ? Basket.paidWithPoints(visit) : 0;
        }
        return remainder.paidWithPoints;
    }

    private Entries whole() {
        return remainder == null ? entries : remainder.whole;
    }

    private List<AwardPart> kept() {
        return remainder == null ? null : remainder.kept;
    }

    Entries entries() {
        return entries;
    }

    int visits() {
        return activity instanceof Visit && !forReferrer && !isVoid() ? 1 : 0;
    }

    int purchases() {
        return visits() == 1 && ((Visit) activity).amountMinor() > 0 ? 1 : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Award that
                && day == that.day
                && forReferrer == that.forReferrer
                && tier.equals(that.tier)
                && entries.equals(that.entries)
                && Arrays.equals(facts, that.facts)
                && shares.equals(that.shares)
                && Objects.equals(remainder, that.remainder)
                && activity.equals(that.activity)
                && plan.equals(that.plan);
    }

    @Override
    public int hashCode() {
        return Objects.hash(activity.id(), total(), day, forReferrer);
    }

    /**
     * The explanation as a short statement.
     *
     * @return one line for the whole, and one for each rule
     */
    @Override
    public String toString() {
        return explanation().toString();
    }
}
