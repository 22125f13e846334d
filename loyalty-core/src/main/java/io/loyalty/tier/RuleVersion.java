package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.time.DateTimeException;
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

    /** Facts are in the window for at least so many days, where periods roll. */
    final long leastSpan;

    private final long[][] criteria;
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
        length = rules.validity() instanceof Validity.Fixed fixed
                ? fixed.period()
                : rules.period() instanceof QualificationPeriod.Rolling rolling ? rolling.period() : Period.ZERO;
        leastSpan = rules.period() instanceof QualificationPeriod.Rolling rolling
                // Twelve months have at least 365 days, and any number of months at least 28 each.
                ? rolling.period().getDays()
                        + rolling.period().toTotalMonths() / 12 * 365
                        + rolling.period().toTotalMonths() % 12 * 28
                : 0;
        criteria = new long[top + 1][];
        for (int level = 0; level <= top; level++) {
            // Who has met a higher tier's criterion has met the lower ones'.
            criteria[level] = Ladder.numbers(new Criterion.AnyOf(rules.tiers().subList(level, top + 1).stream()
                    .map(Tier::criterion)
                    .toList()));
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

    boolean isMet(int level, long net, long gross, long points, long visits) {
        long[] least = criteria[level];
        for (int i = 0; i < least.length; i += 4) {
            if (net >= least[i] && gross >= least[i + 1] && points >= least[i + 2] && visits >= least[i + 3]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a tier is held only as long as the look back from each day earns it. */
    boolean heldWhileEarned() {
        return endOfPeriod && !recurring && !lifetime;
    }

    /** Whether a tier never runs out. */
    boolean isForever() {
        return rules.validity() instanceof Validity.Forever || lifetime && (endOfPeriod || endOfNextPeriod);
    }

    DateWindow window(long day, LocalDate joined) {
        return rules.period().windowAt(LocalDate.ofEpochDay(day), joined);
    }

    /** The first day after a last one that is so much later than another. */
    static long after(long day, Period period) {
        try {
            return Math.addExact(LocalDate.ofEpochDay(day).plus(period).toEpochDay(), 1);
        } catch (DateTimeException e) {
            ArithmeticException overflow = new ArithmeticException("date overflow: " + period + " from day " + day);
            overflow.initCause(e);
            throw overflow;
        }
    }
}
