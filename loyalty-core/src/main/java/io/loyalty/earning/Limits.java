package io.loyalty.earning;

/**
 * Applies the caps on points to the entries of an award: first those of multipliers, then those of all other rules, then the overall
 * ones.
 *
 * <p>What exceeds the room left is cut from the last rule, by priority and id, backward; the points of a base come before all that
 * multipliers add to it.
 */
final class Limits {

    private Limits() {}

    /**
     * Applies all caps.
     *
     * @param past the history; null where the fact has its award already, and that answers
     */
    static void apply(Scoring scoring, Past past) {
        Compiled plan = scoring.plan;
        Entries entries = scoring.entries;
        for (int i = 0; i < plan.limits.size(); i++) {
            Compiled.Limit limit = plan.limits.get(i);
            long total = total(plan, entries, i);
            long room = total == 0 ? 0 : room(scoring, past, limit);
            if (total > room) {
                // What remains of a fact that once had room is never rejected, only held to that room.
                boolean rejects = limit.cap().overflow() == Cap.Overflow.REJECT_WHOLE && past != null;
                long cut = rejects ? total : total - room;
                cut(entries, plan.turns(i), cut);
                entries.noteCut(i, cut);
            }
        }
    }

    /** The points that a limit is about. */
    private static long total(Compiled plan, Entries entries, int limit) {
        if (plan.isOverall(limit)) {
            return entries.total();
        }
        long total = 0;
        for (int entry = 0; entry < entries.size(); entry++) {
            total = plan.turns(limit)[entries.slot(entry)] > 0
                    ? Exact.plus(total, entries.points(entry), "points")
                    : total;
        }
        return total;
    }

    /** Cuts what remains of a fact down to what it earned before, for each currency. */
    static void holdToOriginal(Scoring scoring) {
        Entries entries = scoring.entries;
        for (int entry = 0; entry < entries.size(); entry++) {
            String currency = scoring.plan.termsOf(entries.slot(entry)).type().currency();
            long excess = entries.points(scoring.plan, currency) - scoring.original.points(currency);
            if (excess > 0) {
                cut(entries, scoring.plan.turns(currency), excess);
            }
        }
    }

    private static long room(Scoring scoring, Past past, Compiled.Limit limit) {
        if (past != null) {
            boolean perVisit = limit.cap().per() == Cap.Per.VISIT;
            return perVisit ? limit.cap().limit() : past.room(limit.cap(), limit.tally());
        }
        return limit.rule() < 0
                ? scoring.original.points(limit.currency())
                : scoring.original.entries().pointsUnder(scoring.plan, limit.rule());
    }

    /** Cuts points from the entries in their turns, see {@link Compiled#turns(int)}. */
    private static void cut(Entries entries, int[] turns, long points) {
        long rest = points;
        while (rest > 0) {
            int next = -1;
            int highest = 0;
            for (int entry = 0; entry < entries.size(); entry++) {
                int turn = entries.points(entry) > 0 ? turns[entries.slot(entry)] : 0;
                next = turn > highest ? entry : next;
                highest = Math.max(turn, highest);
            }
            long cut = Math.min(rest, entries.points(next));
            entries.cutTo(next, entries.points(next) - cut);
            rest -= cut;
        }
    }
}
