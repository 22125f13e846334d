package io.loyalty.program;

import io.loyalty.earning.Award;
import io.loyalty.tier.TierFact;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A fact that was recorded, with what came of it.
 *
 * @param key the fact's id, or for a referee's fact in the referrer's membership a key of that
 * @param activity the fact
 * @param recordedAt when it became known
 * @param awards what it earned at first, and what it still earns after the returns so far; none for a return
 * @param counted what it counted towards the tier at first
 * @param returns what came back of it so far, in order
 * @param firstEntry sequence number of the first ledger entry that it wrote; 0 if it wrote none
 * @param entries how many it wrote
 */
record Recorded(
        String key,
        Activity activity,
        Instant recordedAt,
        List<Award> awards,
        TierFact counted,
        List<Return> returns,
        int firstEntry,
        int entries)
        implements Serializable {

    /** What the fact earned at first. */
    Award whole() {
        return awards.get(0);
    }

    /** What it still earns. */
    Award left() {
        return awards.get(1);
    }

    Recorded reduced(Award left, List<Return> all) {
        return new Recorded(
                key, activity, recordedAt, List.of(whole(), left), counted, List.copyOf(all), firstEntry, entries);
    }
}
