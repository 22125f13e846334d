package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A member's standing through time, folded from the facts.
 *
 * <p>A persistent value: adding a fact gives the next history and leaves this one as it was.
 */
public final class TierHistory implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TierPlan plan;
    private final Instant joinedAt;
    private final List<TierFact> facts;

    private TierHistory(TierPlan plan, Instant joinedAt, List<TierFact> facts) {
        this.plan = plan;
        this.joinedAt = joinedAt;
        this.facts = facts;
    }

    static TierHistory of(TierPlan plan, Instant joinedAt, Collection<TierFact> facts) {
        Objects.requireNonNull(joinedAt, "joinedAt");
        List<TierFact> sorted = new ArrayList<>(facts);
        sorted.sort(TierFact.ORDER);
        if (!sorted.isEmpty() && sorted.get(0).at().isBefore(joinedAt)) {
            throw new IllegalArgumentException(
                    "at must not be before joinedAt: " + sorted.get(0).at() + " and " + joinedAt);
        }
        return new TierHistory(plan, joinedAt, List.copyOf(sorted));
    }

    /**
     * The history with one fact more.
     *
     * @param fact what happened, in any order
     * @return the next history
     * @throws IllegalArgumentException if the fact is before the membership began
     */
    public TierHistory plus(TierFact fact) {
        List<TierFact> more = new ArrayList<>(facts);
        more.add(Objects.requireNonNull(fact, "fact"));
        return of(plan, joinedAt, more);
    }

    /**
     * The standing at an instant, from the facts up to it.
     *
     * @param asOf the instant
     * @return the status
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public TierStatus statusAt(Instant asOf) {
        return statusAt(asOf, Instant.MAX);
    }

    /**
     * The standing at an instant, as it was known at another.
     *
     * @param asOf the instant
     * @param knownAt facts that became known later are left out
     * @return the status
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public TierStatus statusAt(Instant asOf, Instant knownAt) {
        if (asOf.isBefore(joinedAt)) {
            throw new IllegalArgumentException("asOf must not be before joinedAt: " + asOf + " and " + joinedAt);
        }
        TierRules rules = plan.rulesOn(plan.day().dateOf(asOf));
        LocalDate joined = plan.day().dateOf(joinedAt);
        DateWindow last = rules.period().windowAt(plan.day().dateOf(asOf), joined);
        int landed = 0;
        Tier tier = rules.lowest();
        Instant since = joinedAt;
        TierReason reason = TierReason.JOINED;
        int earned = 0;
        for (DateWindow window = rules.period().windowAt(joined, joined);
                ;
                window = rules.period().windowAt(window.to(), joined)) {
            Instant start = plan.day().startOf(window.from());
            landed = Math.max(earned, landed - 1);
            if (landed < tier.order()) {
                tier = rules.tiers().get(landed);
                since = start;
                reason = TierReason.RAN_OUT;
            }
            TierMeasure measure = TierMeasure.ZERO;
            earned = 0;
            for (TierFact fact : facts) {
                if (window.contains(plan.day().dateOf(fact.countsAt()))
                        && !fact.at().isAfter(asOf)
                        && !fact.recordedAt().isAfter(knownAt)) {
                    measure = measure.plus(fact.measure());
                    earned = rules.qualifiedFor(measure).order();
                    if (earned > tier.order()) {
                        tier = rules.tiers().get(earned);
                        since = fact.at();
                        reason = TierReason.QUALIFIED;
                    }
                }
            }
            if (window.equals(last)) {
                LocalDate until = earned == tier.order()
                        ? rules.period().windowAt(window.to(), joined).to()
                        : window.to();
                return new TierStatus(
                        tier,
                        since,
                        tier.order() == 0 ? Instant.MAX : plan.day().startOf(until),
                        reason);
            }
        }
    }

    /**
     * How far the member is, from the facts up to an instant.
     *
     * @param asOf the instant
     * @return the progress to keeping the present tier and to each higher one
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public Progress progressAt(Instant asOf) {
        TierStatus status = statusAt(asOf);
        LocalDate date = plan.day().dateOf(asOf);
        TierRules rules = plan.rulesOn(date);
        DateWindow window = rules.period().windowAt(date, plan.day().dateOf(joinedAt));
        TierMeasure measure = facts.stream()
                .filter(fact ->
                        !fact.at().isAfter(asOf) && window.contains(plan.day().dateOf(fact.countsAt())))
                .map(TierFact::measure)
                .reduce(TierMeasure.ZERO, TierMeasure::plus);
        List<TierTarget> higher = new ArrayList<>();
        for (Tier tier :
                rules.tiers().subList(status.tier().order() + 1, rules.tiers().size())) {
            higher.add(new TierTarget(tier, window, tier.criterion().progress(measure)));
        }
        return new Progress(
                status,
                new TierTarget(status.tier(), window, status.tier().criterion().progress(measure)),
                higher);
    }

    /**
     * The facts, ordered by instant.
     *
     * @return an unmodifiable list
     */
    public List<TierFact> facts() {
        return facts;
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
                && facts.equals(history.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, joinedAt, facts);
    }

    @Override
    public String toString() {
        return "TierHistory[since " + joinedAt + ", " + facts.size() + " facts]";
    }
}
