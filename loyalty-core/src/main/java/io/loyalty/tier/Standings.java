package io.loyalty.tier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Turns a fold into the statuses it stands for, by letting days begin until nothing changes any more. */
final class Standings {

    private final TierPlan plan;
    private final List<TierGrant> grants;

    /** Grants in order, all of which have begun. */
    Standings(TierPlan plan, List<TierGrant> grants) {
        this.plan = plan;
        this.grants = grants;
    }

    /** The status at the instant up to which a fold has been run; the fold is run on. */
    TierStatus now(Fold fold, Instant asOf) {
        if (!grants.isEmpty()) {
            return last(all(fold), asOf);
        }
        Tier tier = fold.rules().tier(fold.level());
        Change shown = fold.shown();
        while (fold.shown() == shown && fold.next() != RuleVersion.NEVER) {
            fold.beginNext();
        }
        return new TierStatus(tier, shown.at, fold.shown() == shown ? Instant.MAX : fold.shown().at, shown.reason);
    }

    /** The statuses up to an instant up to which a fold has been run; the fold is run on. */
    List<TierStatus> until(Fold fold, Instant asOf) {
        List<TierStatus> all = all(fold);
        List<TierStatus> past = new ArrayList<>();
        for (TierStatus status : all) {
            if (!status.since().isAfter(asOf)) {
                past.add(status);
            }
        }
        past.set(past.size() - 1, last(all, asOf));
        return Collections.unmodifiableList(past);
    }

    /** The first status after an instant up to which a fold has been run; the fold is run on. */
    Optional<TierStatus> next(Fold fold, Instant asOf) {
        return all(fold).stream().filter(status -> status.since().isAfter(asOf)).findFirst();
    }

    /** Every status, those to come included. */
    private List<TierStatus> all(Fold fold) {
        while (fold.next() != RuleVersion.NEVER) {
            fold.beginNext();
        }
        List<Change> steps = new ArrayList<>();
        for (Change change = fold.shown(); change != null; change = change.before) {
            steps.add(change);
        }
        Collections.reverse(steps);
        if (!grants.isEmpty()) {
            steps = new Grants(plan, grants).over(steps);
        }
        List<TierStatus> statuses = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Change step = steps.get(i);
            Instant until = i + 1 < steps.size() ? steps.get(i + 1).at : Instant.MAX;
            statuses.add(new TierStatus(step.tier, step.at, until, step.reason));
        }
        return statuses;
    }

    private TierStatus last(List<TierStatus> statuses, Instant asOf) {
        int i = statuses.size() - 1;
        while (statuses.get(i).since().isAfter(asOf)) {
            i--;
        }
        TierStatus status = statuses.get(i);
        // The ladder may have been changed since: the tier is that of the rules then in force.
        Tier tier =
                plan.rulesOn(plan.day().dateOf(asOf)).tier(status.tier().name()).orElseThrow();
        return new TierStatus(tier, status.since(), status.until(), status.reason());
    }
}
