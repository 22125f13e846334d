package io.loyalty.tier;

import io.loyalty.time.QualificationPeriod;
import java.io.Serializable;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A ladder of tiers and the policies by which members climb and descend it.
 *
 * <pre>{@code
 * TierRules rules = TierRules.ladder("Bronze")
 *         .with("Silver", Criterion.spendNet(100_000))
 *         .with("Gold", Criterion.anyOf(Criterion.spendNet(200_000), Criterion.visits(24)));
 * }</pre>
 *
 * <p>Every member holds a tier: the lowest, which asks for nothing, or a higher one. Without further say a tier is earned in
 * calendar years, reached at once, held through the end of the next year, lost one level at a time without grace, and kept
 * for 30 days if what earned it comes back. Immutable.
 *
 * @param tiers the ladder, lowest tier first
 * @param period over which dates facts count
 * @param upgrade when members move up
 * @param validity how long a tier is held
 * @param downgrade what happens when it has run out
 * @param returnEffect what happens when something that earned it comes back
 * @param crossingRate at which tier's rate the visit is paid that lifts a member
 */
public record TierRules(
        List<Tier> tiers,
        QualificationPeriod period,
        Upgrade upgrade,
        Validity validity,
        Downgrade downgrade,
        ReturnEffect returnEffect,
        CrossingRate crossingRate)
        implements Serializable {

    /**
     * Refuses contradictions, by name.
     *
     * @param tiers the ladder, lowest tier first
     * @param period over which dates facts count
     * @param upgrade when members move up
     * @param validity how long a tier is held
     * @param downgrade what happens when it has run out
     * @param returnEffect what happens when something that earned it comes back
     * @param crossingRate at which tier's rate the visit is paid that lifts a member
     * @throws IllegalArgumentException if the ladder is empty or its lowest tier asks for something, two tiers have one
     *     name, a tier's order is not its place, a tier asks for less than the one under it, an upgrade waits for a next
     *     period that never comes, or a tier would run out before it begins
     */
    public TierRules {
        Objects.requireNonNull(tiers, "tiers");
        tiers = List.copyOf(tiers);
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(upgrade, "upgrade");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(downgrade, "downgrade");
        Objects.requireNonNull(returnEffect, "returnEffect");
        Objects.requireNonNull(crossingRate, "crossingRate");
        Ladder.check(tiers);
        if (upgrade == Upgrade.NEXT_PERIOD && !period.recurs()) {
            throw new IllegalArgumentException("upgrade NEXT_PERIOD must have a period that recurs: " + period);
        }
        if (upgrade == Upgrade.NEXT_PERIOD && validity instanceof Validity.EndOfPeriod) {
            throw new IllegalArgumentException(
                    "validity must reach beyond the period for upgrade NEXT_PERIOD: " + validity);
        }
    }

    /**
     * A ladder of one tier, which everybody holds.
     *
     * @param lowest its name
     * @return the rules, with default policies
     * @throws IllegalArgumentException if the name is blank
     */
    public static TierRules ladder(String lowest) {
        return new TierRules(
                List.of(new Tier(lowest, 0, Criterion.none(), List.of())),
                QualificationPeriod.calendarYear(),
                Upgrade.IMMEDIATE,
                Validity.endOfNextPeriod(),
                Downgrade.oneLevel(),
                ReturnEffect.grace(Period.ofDays(30)),
                CrossingRate.BEFORE);
    }

    /**
     * With one tier more, on top.
     *
     * @param name what it is called
     * @param criterion what a member must reach for it
     * @return the changed copy
     * @throws IllegalArgumentException if the name is blank or taken, or the tier would ask for less than the one under it
     */
    public TierRules with(String name, Criterion criterion) {
        List<Tier> more = new ArrayList<>(tiers);
        more.add(new Tier(name, tiers.size(), criterion, List.of()));
        return with(more);
    }

    /**
     * With a benefit that comes with a tier.
     *
     * @param name which tier
     * @param benefit the benefit
     * @return the changed copy
     * @throws IllegalArgumentException if there is no such tier, or it has a benefit with this id
     */
    public TierRules with(String name, Benefit benefit) {
        Tier changed =
                tier(name).orElseThrow(() -> new IllegalArgumentException("tier must be in the ladder: " + name));
        List<Tier> others = new ArrayList<>(tiers);
        others.set(changed.order(), changed.with(benefit));
        return with(others);
    }

    /**
     * With another qualification period.
     *
     * @param other over which dates facts count
     * @return the changed copy
     * @throws IllegalArgumentException if the period contradicts the upgrade
     */
    public TierRules with(QualificationPeriod other) {
        return new TierRules(tiers, other, upgrade, validity, downgrade, returnEffect, crossingRate);
    }

    /**
     * With another upgrade.
     *
     * @param other when members move up
     * @return the changed copy
     * @throws IllegalArgumentException if the upgrade contradicts the period or the validity
     */
    public TierRules with(Upgrade other) {
        return new TierRules(tiers, period, other, validity, downgrade, returnEffect, crossingRate);
    }

    /**
     * With another validity.
     *
     * @param other how long a tier is held
     * @return the changed copy
     * @throws IllegalArgumentException if the validity contradicts the upgrade
     */
    public TierRules with(Validity other) {
        return new TierRules(tiers, period, upgrade, other, downgrade, returnEffect, crossingRate);
    }

    /**
     * With another downgrade.
     *
     * @param other what happens when a tier has run out
     * @return the changed copy
     */
    public TierRules with(Downgrade other) {
        return new TierRules(tiers, period, upgrade, validity, other, returnEffect, crossingRate);
    }

    /**
     * With another effect of returns.
     *
     * @param other what happens when something that earned a tier comes back
     * @return the changed copy
     */
    public TierRules with(ReturnEffect other) {
        return new TierRules(tiers, period, upgrade, validity, downgrade, other, crossingRate);
    }

    /**
     * With another rate of the crossing visit.
     *
     * @param other at which tier's rate the visit is paid that lifts a member
     * @return the changed copy
     */
    public TierRules with(CrossingRate other) {
        return new TierRules(tiers, period, upgrade, validity, downgrade, returnEffect, other);
    }

    /**
     * The tier of a name.
     *
     * @param name what it is called
     * @return the tier; empty if the ladder has none of this name
     */
    public Optional<Tier> tier(String name) {
        Objects.requireNonNull(name, "name");
        return tiers.stream().filter(tier -> tier.name().equals(name)).findFirst();
    }

    /**
     * The tier that everybody holds.
     *
     * @return the lowest
     */
    public Tier lowest() {
        return tiers.get(0);
    }

    /**
     * The highest tier whose criterion is met. Who has met it counts as having met those of all lower tiers.
     *
     * @param measure what has been counted
     * @return the tier, at least the lowest
     */
    public Tier qualifiedFor(TierMeasure measure) {
        int order = tiers.size() - 1;
        while (order > 0 && !tiers.get(order).criterion().isMet(measure)) {
            order--;
        }
        return tiers.get(order);
    }

    private TierRules with(List<Tier> others) {
        return new TierRules(others, period, upgrade, validity, downgrade, returnEffect, crossingRate);
    }
}
