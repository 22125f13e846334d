package io.loyalty.tier;

import io.loyalty.persistent.Chain;
import io.loyalty.time.DateWindow;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A member's standing through time, folded from the facts.
 *
 * <p>A persistent value: adding a fact gives the next history and leaves this one as it was, and both share what they have in
 * common. Adding in the order of time costs the same for a long history as for a short one; a return, or a fact that became
 * known late, costs what has happened since the instant to which it goes back. Whatever the order of adding, the same facts
 * make equal histories. Idempotency is the host's: a fact added twice counts twice.
 *
 * <p>Questions about the past take {@code asOf} and see the facts and grants up to that instant, and none after. As days go by
 * tiers run out by themselves; nobody has to sweep. Facts of one instant are judged together, after all of them. An answer costs
 * time logarithmic in the number of facts, unless something counts by looking back over a span of its own.
 */
public final class TierHistory implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TierPlan plan;
    private final Instant joinedAt;
    private final transient Course course;
    private final List<TierGrant> grants;
    private final Instant lastRecorded;

    private TierHistory(TierPlan plan, Instant joinedAt, Course course, List<TierGrant> grants, Instant lastRecorded) {
        this.plan = plan;
        this.joinedAt = joinedAt;
        this.course = course;
        this.grants = grants;
        this.lastRecorded = lastRecorded;
    }

    static TierHistory of(TierPlan plan, Instant joinedAt) {
        Objects.requireNonNull(joinedAt, "joinedAt");
        return new TierHistory(plan, joinedAt, new Course(new Fold(plan, joinedAt)), List.of(), Instant.MIN);
    }

    /**
     * The history with one fact more.
     *
     * @param fact what happened, at or after {@link #joinedAt()}
     * @return the next history
     * @throws IllegalArgumentException if the fact is before the membership began
     * @throws ArithmeticException if the sums that count together do not fit a {@code long}
     */
    public TierHistory plus(TierFact fact) {
        // A quiet fact is after others, hence after the joining.
        if (!course.isQuiet(fact)) {
            return plusAll(List.of(fact));
        }
        Instant recorded = fact.recordedAt().isAfter(lastRecorded) ? fact.recordedAt() : lastRecorded;
        return new TierHistory(plan, joinedAt, course.plus(fact), grants, recorded);
    }

    /**
     * The history with more facts.
     *
     * @param facts what happened, in any order, none of it before {@link #joinedAt()}
     * @return the next history
     * @throws IllegalArgumentException if a fact is before the membership began
     * @throws ArithmeticException if the sums that count together do not fit a {@code long}
     */
    public TierHistory plusAll(Collection<TierFact> facts) {
        TierFact[] added = facts.toArray(new TierFact[0]);
        if (added.length == 0) {
            return this;
        }
        Batch batch = new Batch(added, joinedAt);
        Instant first = added[0].at();
        Chain<TierFact> events = course.events();
        boolean late = !events.isEmpty() && !events.last().at().isBefore(first);
        Fold next = late ? foldBefore(first) : course.fold();
        if (late) {
            int kept = next.events().size();
            TierFact[] all = Arrays.copyOf(added, added.length + events.size() - kept);
            for (int i = kept; i < events.size(); i++) {
                all[added.length + i - kept] = events.get(i);
            }
            Arrays.sort(all, TierFact.ORDER);
            next.add(all, 0, all.length);
        } else if (batch.alone) {
            next.addAlone(added, added.length);
        } else {
            next.add(added, 0, added.length);
        }
        Instant recorded = batch.lastRecorded(lastRecorded);
        return new TierHistory(plan, joinedAt, new Course(next), grants, recorded);
    }

    /**
     * The history with a tier granted by hand.
     *
     * @param grant the grant, beginning at or after {@link #joinedAt()}
     * @return the next history
     * @throws IllegalArgumentException if the grant begins before the membership, or the ladder has no such tier then
     */
    public TierHistory plus(TierGrant grant) {
        if (grant.from().isBefore(joinedAt)) {
            throw new IllegalArgumentException(
                    "from must not be before joinedAt: " + grant.from() + " and " + joinedAt);
        }
        if (plan.rulesOn(plan.day().dateOf(grant.from())).tier(grant.tier()).isEmpty()) {
            throw new IllegalArgumentException("tier must be in the ladder: " + grant.tier());
        }
        List<TierGrant> more = new ArrayList<>(grants);
        more.add(grant);
        more.sort(TierGrant.ORDER);
        Instant recorded = grant.recordedAt().isAfter(lastRecorded) ? grant.recordedAt() : lastRecorded;
        return new TierHistory(plan, joinedAt, course, List.copyOf(more), recorded);
    }

    /**
     * The standing at an instant.
     *
     * @param asOf the instant
     * @return the status
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public TierStatus statusAt(Instant asOf) {
        return standings(asOf).now(foldAt(asOf), asOf);
    }

    /**
     * The tier at an instant: that of {@link #statusAt(Instant)}, without asking until when it is held. At an instant after all
     * facts, before which no tier runs out and no period ends, it is known without looking at any fact.
     *
     * @param asOf the instant
     * @return the tier
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public Tier tierAt(Instant asOf) {
        requireJoined(asOf, joinedAt);
        Tier earned = course.isQuietAt(asOf) ? course.tier() : foldAt(asOf).tier();
        return grants.isEmpty() ? earned : new Grants(plan, grants).over(earned, asOf);
    }

    /**
     * The standing at an instant, as it was known at another.
     *
     * @param asOf the instant
     * @param knownAt what became known later is left out
     * @return the status
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public TierStatus statusAt(Instant asOf, Instant knownAt) {
        return knownAt(knownAt).statusAt(asOf);
    }

    /**
     * The history as it was known at an instant.
     *
     * @param instant facts and grants that became known later are left out
     * @return this history if there are none; otherwise one folded anew from the others
     */
    public TierHistory knownAt(Instant instant) {
        if (!lastRecorded.isAfter(instant)) {
            return this;
        }
        TierHistory known = of(plan, joinedAt)
                .plusAll(facts().stream()
                        .filter(fact -> !fact.recordedAt().isAfter(instant))
                        .toList());
        for (TierGrant grant : grants) {
            known = grant.recordedAt().isAfter(instant) ? known : known.plus(grant);
        }
        return known;
    }

    /**
     * Every standing from the joining to an instant.
     *
     * @param asOf the instant
     * @return the statuses one after the other; each is of another tier than the one before and begins where that one ends,
     *     and the last is that of {@link #statusAt(Instant)}
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public List<TierStatus> statusesUntil(Instant asOf) {
        return standings(asOf).until(foldAt(asOf), asOf);
    }

    /**
     * The standing that follows the present one, if nothing more happens: facts and grants of later instants are left out.
     *
     * @param asOf the instant at which the standing is the present one
     * @return the status that begins at the end of {@link #statusAt(Instant)}; empty if no end is in sight
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public Optional<TierStatus> nextStatusAt(Instant asOf) {
        return standings(asOf).next(foldAt(asOf), asOf);
    }

    /**
     * How far the member is.
     *
     * <p>Higher tiers are measured in the qualification period around the instant. So is the present tier, except when periods
     * roll and it has been reached for a term: then what counts for keeping it is what the look back from the end of the term
     * will see.
     *
     * @param asOf the instant
     * @return the progress to keeping the present tier and to each higher one
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public Progress progressAt(Instant asOf) {
        Fold then = foldAt(asOf);
        Track track = then.track();
        RuleVersion rules = then.rules();
        long day = plan.dayOf(asOf);
        DateWindow window = rules.window(day, track.joined());
        TierMeasure measure = track.windowOn(day, then.net()).measure();
        DateWindow ahead = window;
        TierMeasure aheadMeasure = measure;
        int earned = track.level();
        long judged = track.judgedOn();
        if (judged != RuleVersion.NEVER && !rules.recurring && !rules.lifetime && rules.canFall) {
            ahead = rules.window(rules.endOfPeriod ? judged : judged - 1, track.joined());
            aheadMeasure =
                    track.windowOn(day, then.net()).measureSince(ahead.from().toEpochDay(), then.net());
        }
        TierStatus status = standings(asOf).now(then, asOf);
        Tier tier = status.tier();
        List<TierTarget> higher = new ArrayList<>();
        for (Tier above : rules.rules.tiers().subList(tier.order() + 1, rules.top + 1)) {
            higher.add(TierTarget.of(rules.rules, above, window, measure));
        }
        TierTarget keep = tier.order() == earned
                ? TierTarget.of(rules.rules, tier, ahead, aheadMeasure)
                : TierTarget.of(rules.rules, tier, window, measure);
        return new Progress(status, keep, higher);
    }

    /**
     * The next instant at which the standing can change without anything new.
     *
     * <p>A nightly job need not look at a member before it. Facts and grants that this history has already, effective later, count
     * as changes.
     *
     * @param asOf from when on
     * @return the first such instant after {@code asOf}; empty if there is none
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public Optional<Instant> nextChangeAt(Instant asOf) {
        Instant next = statusAt(asOf).until();
        Chain<TierFact> events = course.events();
        int later = asOf.equals(Instant.MAX) ? events.size() : NetFacts.countBefore(events, asOf.plusNanos(1));
        if (later < events.size() && events.get(later).at().isBefore(next)) {
            next = events.get(later).at();
        }
        for (TierGrant grant : grants) {
            next = grant.from().isAfter(asOf) && grant.from().isBefore(next) ? grant.from() : next;
        }
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    /**
     * Which part of a visit is paid at which tier, by the rules' {@link CrossingRate}.
     *
     * <p>To be asked of the history that does not have the visit yet. A visit that lifts nobody is paid whole at the present
     * tier.
     *
     * @param visit the visit
     * @return one share or more, lowest tier first; together the visit's amounts
     * @throws IllegalArgumentException if the fact is a return or before the membership began
     */
    public List<TierShare> shares(TierFact visit) {
        if (visit.isReturn()) {
            throw new IllegalArgumentException("visit must not be a return: " + visit.at());
        }
        Instant at = visit.at();
        if (course.isQuiet(visit)) {
            return List.of(new TierShare(tierAt(at), visit.netMinor(), visit.grossMinor()));
        }
        Fold then = foldAt(at);
        RuleVersion rules = then.rules();
        TierMeasure measure = then.track().windowOn(plan.dayOf(at), then.net()).measure();
        Tier before = standings(at).now(then, at).tier();
        Tier reached = rules.immediate ? rules.rules.qualifiedFor(measure.plus(visit.measure())) : before;
        return new Crossing(rules.rules, measure, visit).shares(before, reached);
    }

    /**
     * The facts.
     *
     * @return an unmodifiable list, ordered by instant
     */
    public List<TierFact> facts() {
        return course.events();
    }

    /**
     * The grants.
     *
     * @return an unmodifiable list, ordered by beginning
     */
    public List<TierGrant> grants() {
        return grants;
    }

    /**
     * When the membership began.
     *
     * @return the instant
     */
    public Instant joinedAt() {
        return joinedAt;
    }

    /**
     * The plan by which the member is judged.
     *
     * @return the plan
     */
    public TierPlan plan() {
        return plan;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TierHistory history
                && plan.equals(history.plan)
                && joinedAt.equals(history.joinedAt)
                && grants.equals(history.grants)
                && facts().equals(history.facts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, joinedAt, grants, facts());
    }

    /**
     * The beginning and the number of facts.
     *
     * @return for example {@code TierHistory[since 2026-01-01T00:00:00Z, 12 facts, 0 grants]}
     */
    @Override
    public String toString() {
        return "TierHistory[since " + joinedAt + ", " + course.events().size() + " facts, " + grants.size()
                + " grants]";
    }

    private Fold foldBefore(Instant instant) {
        Fold before = course.foldBefore(instant);
        return before == null ? new Fold(plan, joinedAt) : before;
    }

    private Fold foldAt(Instant asOf) {
        requireJoined(asOf, joinedAt);
        Chain<TierFact> events = course.events();
        Fold then;
        if (events.isEmpty() || !events.last().at().isAfter(asOf)) {
            then = course.fold();
        } else {
            then = foldBefore(asOf.plusNanos(1));
            int from = then.events().size();
            int to = NetFacts.countBefore(events, asOf.plusNanos(1));
            TierFact[] rest = events.subList(from, to).toArray(new TierFact[0]);
            then.add(rest, 0, rest.length);
        }
        then.runTo(asOf);
        return then;
    }

    static void requireJoined(Instant asOf, Instant joinedAt) {
        if (asOf.isBefore(joinedAt)) {
            throw new IllegalArgumentException("asOf must not be before joinedAt: " + asOf + " and " + joinedAt);
        }
    }

    private Standings standings(Instant asOf) {
        List<TierGrant> begun = grants.isEmpty()
                ? grants
                : grants.stream().filter(grant -> !grant.from().isAfter(asOf)).toList();
        return new Standings(plan, begun);
    }

    private Object writeReplace() {
        return new Written(plan, joinedAt, List.copyOf(facts()), grants);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("histories are written as their facts");
    }

    /**
     * What a history is made of; the fold is run again on reading.
     *
     * @param plan the plan
     * @param joinedAt when the membership began
     * @param facts the facts
     * @param grants the grants
     */
    private record Written(TierPlan plan, Instant joinedAt, List<TierFact> facts, List<TierGrant> grants)
            implements Serializable {

        private Object readResolve() {
            TierHistory history = plan.replay(joinedAt, facts);
            for (TierGrant grant : grants) {
                history = history.plus(grant);
            }
            return history;
        }
    }
}
