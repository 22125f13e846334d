package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Rules made ready for folding: thresholds as plain numbers, dates as days since 1970. */
final class RuleVersion {

    /** A day that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    final TierRules rules;
    /** The first day on which these rules are in force. */
    final long from;
    /** The last day of the version is the day before this. */
    final long to;

    final int top;
    final boolean recurring;
    final boolean lifetime;
    final boolean immediate;
    final boolean endOfPeriod;
    final boolean endOfNextPeriod;
    final boolean canFall;
    /** The validity when it is a length of its own: of a fixed validity, or of the next period when periods roll. */
    final Period length;

    /** How far periods look back, where they roll; nothing otherwise. */
    final RollingSpan span;

    private final Enough[] criteria;
    private final int[] fromPrevious;

    RuleVersion(TierRules rules, List<Tier> previous, long from, long to) {
        this.rules = rules;
        this.from = from;
        this.to = to;
        top = rules.tiers().size() - 1;
        recurring = rules.period().recurs();
        lifetime = rules.period() instanceof QualificationPeriod.Lifetime;
        immediate = rules.upgrade() == Upgrade.IMMEDIATE;
        endOfPeriod = rules.validity() instanceof Validity.EndOfPeriod;
        endOfNextPeriod = rules.validity() instanceof Validity.EndOfNextPeriod;
        canFall = rules.downgrade().landing() != Downgrade.Landing.NEVER;
        Period back = rules.period() instanceof QualificationPeriod.Rolling rolling ? rolling.period() : Period.ZERO;
        span = new RollingSpan(back);
        length = rules.validity() instanceof Validity.Fixed fixed ? fixed.period() : back;
        criteria = new Enough[top + 2];
        criteria[top + 1] = Enough.NEVER;
        for (int level = 0; level <= top; level++) {
            // Who has met a higher tier's criterion has met the lower ones'.
            criteria[level] =
                    Enough.any(Ladder.leastMeasures(new Criterion.AnyOf(rules.tiers().subList(level, top + 1).stream()
                            .map(Tier::criterion)
                            .toList())));
        }
        fromPrevious = Ladder.mapping(previous, rules.tiers());
    }

    Tier tier(int level) {
        return rules.tiers().get(level);
    }

    /** Where the member of a tier of the rules before comes to. */
    int mapped(int level) {
        return fromPrevious[level];
    }

    /** What is enough for a tier, made ready; nothing is for a tier above the highest. */
    Enough enoughFor(int level) {
        return criteria[level];
    }

    /** The highest tier for which so much is enough. */
    int earned(long net, long gross, long points, long visits) {
        int level = 0;
        while (level < top && Enough.isMet(criteria[level + 1], net, gross, points, visits)) {
            level++;
        }
        return level;
    }

    /** Whether a tier is held only as long as the look back from each day earns it. */
    boolean heldWhileEarned() {
        return endOfPeriod && !recurring && !lifetime;
    }

    /** Whether the tier is at all times the one that the look back earns, whatever was before. */
    boolean followsFromSight() {
        return immediate && heldWhileEarned() && rules.downgrade().equals(Downgrade.full());
    }

    /** Whether a tier never runs out. */
    boolean isForever() {
        return rules.validity() instanceof Validity.Forever || lifetime && (endOfPeriod || endOfNextPeriod);
    }

    DateWindow window(long day, LocalDate joined) {
        return rules.period().windowAt(LocalDate.ofEpochDay(day), joined);
    }

    static long plus(long day, Period period) {
        return RollingSpan.plusMonths(day, period.toTotalMonths()) + period.getDays();
    }
}
