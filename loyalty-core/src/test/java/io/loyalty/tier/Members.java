package io.loyalty.tier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Short ways to write down members of a ladder in Tokyo, and what became of them. */
final class Members {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static final TierRules RULES = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(100_000))
            .with("Gold", Criterion.spendNet(200_000));

    static final Instant JOINED = at("2026-01-10T09:00");

    static final TierFact SILVER_IN_MARCH = spend("2026-03-01T12:00", 100_000);

    static final TierFact GOLD_IN_MAY = spend("2026-05-01T12:00", 200_000);

    private Members() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(TOKYO).toInstant();
    }

    static TierFact spend(String local, long net) {
        return TierFact.visit(at(local), net, net + net / 10, net / 100);
    }

    static TierHistory joined(TierRules rules) {
        return TierPlan.of(rules, TOKYO).open(JOINED);
    }

    /** Tier, first day and reason of each step. */
    static String steps(TierHistory history, String until) {
        StringBuilder text = new StringBuilder();
        for (TierStatus status : history.statusesUntil(day(until))) {
            LocalDate since = status.since().atZone(TOKYO).toLocalDate();
            text.append(text.isEmpty() ? "" : ", ").append(status.tier() + " " + since + " " + status.reason());
        }
        return text.toString();
    }
}
