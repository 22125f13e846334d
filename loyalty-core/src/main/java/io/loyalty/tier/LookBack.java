package io.loyalty.tier;

import io.loyalty.calendar.DayTable;
import java.time.Instant;

/**
 * The standing by rules under which a tier is held just while the look back from each day earns it.
 *
 * <p>Such a standing follows from the facts in sight and from nothing before. So it is not folded from the first fact on, but sought
 * from the newest one backwards, as far as the last change: a fact goes at its own instant, and one that had left comes into sight
 * again on the first moment of the day on which it left. What happens at one instant is one change. {@link Fold} finds the same.
 */
final class LookBack {

    private final RuleVersion rules;
    private final DayTable.Cursor clock;
    private final TierFact[] facts;
    /** The days of the facts. */
    private final long[] days;

    private final boolean readable;

    LookBack(RuleVersion rules, DayTable table, TierFact[] facts) {
        this.rules = rules;
        this.clock = table.new Cursor();
        this.facts = facts;
        this.days = new long[facts.length];
        this.readable = read();
    }

    /** Whether the facts are in order, none is a return, and any sum of them fits. */
    boolean isReadable() {
        return readable;
    }

    private boolean read() {
        long bits = 0;
        Instant before = Instant.MIN;
        for (int i = 0; i < facts.length; i++) {
            TierFact fact = facts[i];
            Instant at = fact.at();
            bits |= fact.netMinor() | fact.grossMinor() | fact.points() | fact.visits();
            if (bits < 0 || at.isBefore(before)) {
                return false;
            }
            before = at;
            days[i] = clock.dayOf(at);
        }
        // No amount has a bit that is not among these.
        return bits <= Long.MAX_VALUE / Math.max(1, facts.length);
    }

    /** The status at an instant; facts after it are left out. */
    TierStatus statusAt(Instant asOf, Instant joinedAt) {
        int end = facts.length;
        while (end > 0 && facts[end - 1].at().isAfter(asOf)) {
            end--;
        }
        int first = end;
        long seen = rules.span.firstSeenFrom(clock.dayOf(asOf));
        Sums sums = new Sums();
        while (first > 0 && days[first - 1] >= seen) {
            sums.add(facts[--first]);
        }
        int level = sums.earned(rules);
        Instant until = level == 0 ? Instant.MAX : clock.startOf(dayBelow(level, first, sums));
        return lastChange(level, first, end, sums, until, joinedAt);
    }

    /** The day on which, without anything new, what is in sight is no longer enough for a level. */
    private long dayBelow(int level, int first, Sums inSight) {
        Enough enough = rules.enoughFor(level);
        Sums sums = inSight.copy();
        int next = first;
        while (true) {
            sums.subtract(facts[next]);
            if (!sums.meet(enough)) {
                return dayLeft(next);
            }
            next++;
        }
    }

    /** Goes back to where the level was another. */
    private TierStatus lastChange(
            int level, int firstInSight, int endOfSight, Sums inSight, Instant until, Instant joinedAt) {
        Tier tier = rules.tier(level);
        Enough enough = rules.enoughFor(level);
        Enough more = rules.enoughFor(level + 1);
        Sums sums = inSight.copy();
        int first = firstInSight;
        int end = endOfSight;
        while (end > 0) {
            long day = days[end - 1];
            while (first > 0 && rules.span.sees(day, days[first - 1])) {
                sums.add(facts[--first]);
                if (sums.meet(more)) {
                    return new TierStatus(tier, clock.startOf(dayLeft(first)), until, TierReason.RAN_OUT);
                }
            }
            do {
                sums.subtract(facts[--end]);
            } while (end > 0 && days[end - 1] == day && facts[end - 1].at().equals(facts[end].at()));
            if (!sums.meet(enough)) {
                Instant at = facts[end].at();
                while (first > 0
                        && dayLeft(first - 1) == day
                        && clock.startOf(day).equals(at)) {
                    sums.add(facts[--first]);
                }
                if (sums.meet(more)) {
                    return new TierStatus(tier, at, until, TierReason.RAN_OUT);
                }
                if (!sums.meet(enough)) {
                    return new TierStatus(tier, at, until, TierReason.QUALIFIED);
                }
            }
        }
        return new TierStatus(tier, joinedAt, until, TierReason.JOINED);
    }

    /** The first day on which a fact is no longer in sight. */
    private long dayLeft(int fact) {
        return rules.span.firstBlindTo(days[fact]);
    }
}
