package io.loyalty.earning;

/**
 * Applies the caps on points to the entries of an award: first those of multipliers, then those of all other rules, then the overall
 * ones.
 *
 * <p>What exceeds the room left is cut from the last rule, by priority and id, backward; the points of a base come before all that
 * multipliers add to it.
 */
final class Limits {

    private final Scoring scoring;
    private final Compiled plan;
    /** The history; null where the fact has its award already, and that answers. */
    private final Past past;

    Limits(Scoring scoring, Past past) {
        this.scoring = scoring;
        this.plan = scoring.plan;
        this.past = past;
    }

    void apply() {
        for (int i = 0; i < plan.limits.size(); i++) {
            Compiled.Limit limit = plan.limits.get(i);
            long total = 0;
            for (int entry = 0; entry < scoring.entries.size(); entry++) {
                total = isUnder(limit, entry) ? Exact.plus(total, scoring.entries.points(entry), "points") : total;
            }
            if (total > 0) {
                long room = room(limit);
                if (total > room) {
                    boolean trims = limit.cap().overflow() == Cap.Overflow.TRIM;
                    long cut = trims ? total - room : total;
                    cut(limit, cut);
                    scoring.entries.noteCut(i, cut);
                }
            }
        }
    }

    /** Cuts what remains of a fact down to what it earned before, for each currency. */
    void holdToOriginal() {
        for (int entry = 0; entry < scoring.entries.size(); entry++) {
            String currency = plan.termsOf(scoring.entries.slot(entry)).type().currency();
            long excess = scoring.entries.points(plan, currency) - scoring.original.points(currency);
            if (excess > 0) {
                cut(new Compiled.Limit(null, -1, currency, -1), excess);
            }
        }
    }

    private boolean isUnder(Compiled.Limit limit, int entry) {
        int slot = scoring.entries.slot(entry);
        return limit.rule() < 0
                ? plan.termsOf(slot).type().currency().equals(limit.currency())
                : plan.governs(limit.rule(), slot);
    }

    private long room(Compiled.Limit limit) {
        Cap cap = limit.cap();
        if (past != null) {
            return cap.per() == Cap.Per.VISIT ? cap.limit() : past.room(cap, limit.tally());
        }
        return limit.rule() < 0
                ? scoring.original.points(limit.currency())
                : scoring.original.entries().pointsUnder(plan, limit.rule());
    }

    private void cut(Compiled.Limit limit, long points) {
        long rest = points;
        while (rest > 0) {
            int last = -1;
            for (int entry = 0; entry < scoring.entries.size(); entry++) {
                if (isUnder(limit, entry)
                        && scoring.entries.points(entry) > 0
                        && (last < 0 || rank(limit, entry) >= rank(limit, last))) {
                    last = entry;
                }
            }
            long cut = Math.min(rest, scoring.entries.points(last));
            scoring.entries.cutTo(last, scoring.entries.points(last) - cut);
            rest -= cut;
        }
    }

    private int rank(Compiled.Limit limit, int entry) {
        int rule = plan.ruleOf(scoring.entries.slot(entry));
        return rule == limit.rule() ? -1 : rule;
    }
}
