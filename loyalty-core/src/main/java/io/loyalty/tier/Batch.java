package io.loyalty.tier;

import java.time.Instant;
import java.util.Arrays;

/** Facts that are given together, put in order. */
final class Batch {

    /** The facts, ordered by instant. */
    final TierFact[] facts;
    /** Whether they came in order, each of an instant of its own, and none is a return. */
    final boolean alone;

    /** Takes over an array; refuses facts from before a membership began. */
    Batch(TierFact[] given, Instant joinedAt) {
        facts = given;
        alone = areAlone(given);
        if (!alone) {
            Arrays.sort(facts, TierFact.ORDER);
        }
        requireMember(facts, joinedAt);
    }

    static void requireMember(TierFact[] sorted, Instant joinedAt) {
        if (sorted.length > 0 && sorted[0].at().isBefore(joinedAt)) {
            throw new IllegalArgumentException(
                    "at must not be before joinedAt: " + sorted[0].at() + " and " + joinedAt);
        }
    }

    private static boolean areAlone(TierFact[] facts) {
        for (int i = 0; i < facts.length; i++) {
            if (facts[i].isReturn() || i > 0 && !facts[i - 1].at().isBefore(facts[i].at())) {
                return false;
            }
        }
        return true;
    }

    /** How many of the facts are not after an instant. */
    int countUntil(Instant instant) {
        int known = facts.length;
        while (known > 0 && facts[known - 1].at().isAfter(instant)) {
            known--;
        }
        return known;
    }

    /** When the last of them became known, or a given instant if that is later. */
    Instant lastRecorded(Instant before) {
        Instant recorded = before;
        boolean told = false;
        for (int i = facts.length - 1; i >= 0; i--) {
            Instant known = facts[i].recordedAt();
            // Most facts are known when they happen, and then the last of those tells for all before it.
            if (known != facts[i].at() || !told) {
                told |= known == facts[i].at();
                recorded = known.isAfter(recorded) ? known : recorded;
            }
        }
        return recorded;
    }
}
