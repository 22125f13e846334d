package io.loyalty.benchmarks;

import io.loyalty.tier.TierFact;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** The tier as in-house code finds it: a sum over the last 24 months, every visit read as a {@link ZonedDateTime}. */
final class NaiveTiers {

    private final ZoneId zone;

    NaiveTiers(ZoneId zone) {
        this.zone = zone;
    }

    /** The tier's place, by the thresholds of {@link TierBenchmark}. */
    int at(List<TierFact> facts, Instant asOf) {
        ZonedDateTime now = ZonedDateTime.ofInstant(asOf, zone);
        ZonedDateTime first = now.toLocalDate().minusMonths(24).plusDays(1).atStartOfDay(zone);
        long net = 0;
        long count = 0;
        for (TierFact fact : facts) {
            ZonedDateTime at = ZonedDateTime.ofInstant(fact.at(), zone);
            if (!at.isBefore(first) && !at.isAfter(now)) {
                net = Math.addExact(net, fact.netMinor());
                count += fact.visits();
            }
        }
        if (net >= 250_000 && count >= 55) {
            return 3;
        }
        return net >= 180_000 || count >= 70 ? 2 : net >= 100_000 ? 1 : 0;
    }
}
