package io.loyalty.tier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The standing at one instant, from facts alone: nothing is kept to go on from. */
final class Verdict {

    private Verdict() {}

    static TierStatus of(TierPlan plan, Instant joinedAt, Collection<TierFact> facts, Instant asOf) {
        TierHistory.requireJoined(asOf, joinedAt);
        TierFact[] given = facts.toArray(new TierFact[0]);
        RuleVersion rules = plan.version(plan.versionOn(plan.dayOf(joinedAt)));
        if (rules.to == RuleVersion.NEVER && rules.followsFromSight()) {
            LookBack back = new LookBack(rules, plan.days(), given);
            if (back.isReadable()) {
                Batch.requireMember(given, joinedAt);
                return back.statusAt(asOf, joinedAt);
            }
        }
        Batch batch = new Batch(given, joinedAt);
        Fold fold = new Fold(plan, joinedAt);
        int known = batch.countUntil(asOf);
        if (batch.alone) {
            fold.countAlone(batch.facts, known);
        } else {
            fold.add(batch.facts, 0, known);
        }
        fold.runTo(asOf);
        return new Standings(plan, List.of()).now(fold, asOf);
    }
}
