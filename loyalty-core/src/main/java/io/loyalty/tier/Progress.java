package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a member is on the way to keeping the present tier and to each higher one.
 *
 * @param status the present standing
 * @param keep what counts for keeping the present tier when it is judged next
 * @param higher one target for each tier above the present one, lowest first
 */
public record Progress(TierStatus status, TierTarget keep, List<TierTarget> higher) implements Serializable {

    /**
     * Copies the list.
     *
     * @param status the present standing
     * @param keep what counts for keeping the present tier when it is judged next
     * @param higher one target for each tier above the present one, lowest first
     */
    public Progress {
        Objects.requireNonNull(higher, "higher");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(keep, "keep");
        higher = List.copyOf(higher);
    }

    /**
     * The tier above the present one.
     *
     * @return the target; empty on the highest tier
     */
    public Optional<TierTarget> next() {
        return higher.isEmpty() ? Optional.empty() : Optional.of(higher.get(0));
    }

    /** The progress at an instant up to which a fold has been run; the fold is run on. */
    static Progress of(Fold fold, Standings standings, Instant asOf) {
        RuleVersion rules = fold.rules();
        Track track = fold.track();
        long day = fold.dayOf(asOf);
        CountingWindow counted = track.windowOn(day, fold.net());
        DateWindow window = rules.window(day, track.joined());
        TierMeasure measure = counted.measure();
        DateWindow ahead = window;
        TierMeasure aheadMeasure = measure;
        int earned = track.level();
        long judged = track.judgedOn();
        if (judged != RuleVersion.NEVER && !rules.recurring && !rules.lifetime && rules.canFall) {
            ahead = rules.window(rules.endOfPeriod ? judged : judged - 1, track.joined());
            aheadMeasure = counted.measureSince(ahead.from().toEpochDay(), fold.net());
        }
        TierStatus status = standings.now(fold, asOf);
        Tier tier = status.tier();
        List<TierTarget> higher = new ArrayList<>();
        for (Tier above : rules.rules.tiers().subList(tier.order() + 1, rules.top + 1)) {
            higher.add(TierTarget.of(rules.rules, above, window, measure));
        }
        boolean lookAhead = tier.order() == earned;
        TierTarget keep =
                TierTarget.of(rules.rules, tier, lookAhead ? ahead : window, lookAhead ? aheadMeasure : measure);
        return new Progress(status, keep, higher);
    }
}
