package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierHistoryTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final TierRules RULES = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(100_000))
            .with("Gold", Criterion.spendNet(200_000));

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    /** Example 16. */
    @Test
    void goldThatIsNotEarnedAgainLandsOnSilver() {
        TierHistory history = TierPlan.of(RULES, TOKYO)
                .open(at("2026-01-10T09:00"))
                .plus(TierFact.visit(at("2026-05-01T12:00"), 200_000, 220_000, 2_000))
                .plus(TierFact.visit(at("2027-05-01T12:00"), 20_000, 22_000, 200));

        assertEquals("Gold", history.statusAt(at("2027-12-31T23:59:59")).tier().name());
        assertEquals(
                at("2028-01-01T00:00"), history.statusAt(at("2026-06-01T00:00")).until());
        TierStatus landed = history.statusAt(at("2028-01-01T00:00"));
        assertEquals("Silver", landed.tier().name());
        assertEquals(at("2028-01-01T00:00"), landed.since());
        assertEquals(at("2029-01-01T00:00"), landed.until());
        assertEquals("Bronze", history.statusAt(at("2029-01-01T00:00")).tier().name());
    }

    /** Example 17. */
    @Test
    void anyOfAndAllOfShowTheirProgress() {
        TierRules rules = TierRules.ladder("Bronze")
                .with("Gold", Criterion.anyOf(Criterion.spendNet(200_000), Criterion.visits(24)))
                .with("Platinum", Criterion.allOf(Criterion.spendNet(400_000), Criterion.visits(24)));
        TierHistory history = TierPlan.of(rules, TOKYO)
                .open(at("2026-01-10T09:00"))
                .plus(TierFact.of(at("2026-05-01T12:00"), new TierMeasure(150_000, 165_000, 1_500, 24)));

        Progress progress = history.progressAt(at("2026-06-01T00:00"));

        assertEquals("Gold", progress.status().tier().name());
        assertEquals(
                List.of(250_000L, 0L),
                progress.next().orElseThrow().criteria().stream()
                        .map(CriterionProgress::remaining)
                        .toList());
        assertEquals(true, progress.keep().isMet());
    }
}
