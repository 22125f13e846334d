package io.loyalty.tier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Lays what was granted over what was earned: at every instant the member holds the higher of the two. */
final class Grants {

    private final TierPlan plan;
    private final List<TierGrant> grants;

    /** Grants in order. */
    Grants(TierPlan plan, List<TierGrant> grants) {
        this.plan = plan;
        this.grants = grants;
    }

    /** All steps of the standing, those to come included; {@code earned} has all steps that the facts lead to. */
    List<Change> over(List<Change> earned) {
        List<Change> steps = new ArrayList<>();
        Change last = null;
        int next = 0;
        for (Instant at : instants(earned)) {
            while (next < earned.size() && !earned.get(next).at.isAfter(at)) {
                next++;
            }
            if (next == 0) {
                continue;
            }
            Change step = step(at, earned.get(next - 1), last);
            if (last == null || !step.tier.name().equals(last.tier.name())) {
                steps.add(step);
                last = step;
            }
        }
        return steps;
    }

    /** The tier held at an instant by a member who has earned one by the rules of that day. */
    Tier over(Tier earned, Instant at) {
        TierGrant grant = inForce(at);
        int version = plan.versionOn(plan.dayOf(at));
        return grant == null ? earned : plan.version(version).tier(Math.max(earned.order(), levelOf(grant, version)));
    }

    private Change step(Instant at, Change earned, Change last) {
        int version = plan.versionOn(plan.dayOf(at));
        int level = earned.tier.order();
        for (int i = earned.version + 1; i <= version; i++) {
            level = plan.version(i).mapped(level);
        }
        TierGrant grant = inForce(at);
        int granted = grant == null ? 0 : levelOf(grant, version);
        TierReason reason;
        if (granted > level) {
            reason = TierReason.GRANTED;
        } else if (earned.at.equals(at) || last == null) {
            reason = earned.reason;
        } else {
            reason = endsAt(at) ? TierReason.GRANT_ENDED : TierReason.RULES_CHANGED;
        }
        return new Change(at, plan.version(version).tier(Math.max(level, granted)), version, reason, last);
    }

    private NavigableSet<Instant> instants(List<Change> earned) {
        NavigableSet<Instant> instants = new TreeSet<>();
        earned.forEach(change -> instants.add(change.at));
        for (TierGrant grant : grants) {
            instants.add(grant.from());
            instants.add(grant.until());
        }
        instants.remove(Instant.MAX);
        instants.addAll(plan.changesAfter(instants.first()));
        return instants;
    }

    private TierGrant inForce(Instant at) {
        TierGrant last = null;
        for (TierGrant grant : grants) {
            last = grant.from().isAfter(at) ? last : grant;
        }
        return last != null && last.until().isAfter(at) ? last : null;
    }

    private boolean endsAt(Instant at) {
        return grants.stream()
                .anyMatch(grant -> grant.until().equals(at) || grant.from().equals(at));
    }

    private int levelOf(TierGrant grant, int version) {
        int first = plan.versionOn(plan.dayOf(grant.from()));
        int level = plan.version(first).rules.tier(grant.tier()).orElseThrow().order();
        for (int i = first + 1; i <= version; i++) {
            level = plan.version(i).mapped(level);
        }
        return level;
    }
}
