package io.loyalty.tier;

import io.loyalty.calendar.DayTable;
import java.time.Instant;
import java.util.List;

/**
 * What counts: one fact for each instant at which something counted, less what has come back of it, oldest first.
 *
 * <p>Nothing in it is below 0.
 */
final class NetFacts {

    private List<TierFact> facts;
    private final DayTable.Cursor clock;

    /** A cursor of its own, since it looks at facts long past while the fold looks at the newest. */
    NetFacts(List<TierFact> facts, DayTable.Cursor near) {
        this.facts = facts;
        this.clock = near.copy();
    }

    NetFacts copy() {
        return new NetFacts(facts, clock);
    }

    /** Reads on in another list. */
    void read(List<TierFact> others) {
        facts = others;
    }

    int size() {
        return facts.size();
    }

    TierFact get(int index) {
        return facts.get(index);
    }

    long dayOf(int index) {
        return clock.dayOf(facts.get(index).at());
    }

    Instant startOf(long day) {
        return clock.startOf(day);
    }

    /** The number of the first fact on or after a day. */
    int firstSince(long day) {
        return countBefore(facts, startOf(day));
    }

    /** The number of the fact that counts at an instant, or -1. */
    int indexAt(Instant instant) {
        int index = countBefore(facts, instant);
        return index < facts.size() && facts.get(index).at().equals(instant) ? index : -1;
    }

    /** How many facts, of some in order, are before an instant. */
    static int countBefore(List<TierFact> facts, Instant instant) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).at().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static TierFact plus(TierFact left, TierFact right) {
        return new TierFact(
                left.at(),
                left.recordedAt(),
                left.at(),
                Math.addExact(left.netMinor(), right.netMinor()),
                Math.addExact(left.grossMinor(), right.grossMinor()),
                Math.addExact(left.points(), right.points()),
                Math.addExact(left.visits(), right.visits()));
    }

    static TierFact minus(TierFact fact, TierFact back) {
        return new TierFact(
                fact.at(),
                fact.recordedAt(),
                fact.at(),
                Math.max(0, fact.netMinor() + back.netMinor()),
                Math.max(0, fact.grossMinor() + back.grossMinor()),
                Math.max(0, fact.points() + back.points()),
                Math.max(0, fact.visits() + back.visits()));
    }
}
