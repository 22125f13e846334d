package io.loyalty.tier;

import io.loyalty.persistent.Chain;
import java.time.Instant;
import java.util.List;

/**
 * What counts: one fact for each instant at which something counted, less what has come back of it, oldest first.
 *
 * <p>Nothing in it is below 0.
 */
final class NetFacts {

    private Chain<TierFact> facts;
    private final DayTable.Cursor clock;

    /** A cursor of its own, since it looks at facts long past while the fold looks at the newest. */
    NetFacts(Chain<TierFact> facts, DayTable.Cursor near) {
        this.facts = facts;
        this.clock = near.copy();
    }

    /** The same facts, to be written to without effect on these. */
    NetFacts copy() {
        return new NetFacts(facts, clock);
    }

    Chain<TierFact> facts() {
        return facts;
    }

    void set(Chain<TierFact> others) {
        facts = others;
    }

    void append(TierFact fact) {
        facts = facts.append(fact);
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

    /** Takes back from a fact what a return says, or all that is left. */
    void reduce(int index, TierFact back) {
        facts = facts.with(index, minus(facts.get(index), back));
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
