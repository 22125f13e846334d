package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.testing.TierArbitraries;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TierHistoryProperties {

    private static final Instant JOINED = TierArbitraries.JOINED_AT;

    @Provide
    Arbitrary<TierPlan> plans() {
        return TierArbitraries.plans();
    }

    @Provide
    Arbitrary<List<TierFact>> facts() {
        return TierArbitraries.facts();
    }

    @Provide
    Arbitrary<List<Instant>> questions() {
        return TierArbitraries.questions().list().ofSize(3);
    }

    @Property(tries = 300, seed = "20261101")
    void historyAgreesWithTheDefinition(
            @ForAll("plans") TierPlan plan,
            @ForAll("facts") List<TierFact> facts,
            @ForAll("questions") List<Instant> questions) {
        TierHistory history = plan.replay(JOINED, facts);
        for (Instant asOf : questions) {
            assertEquals(
                    new NaiveTiers(plan, JOINED, facts, asOf).statuses(),
                    history.statusesUntil(asOf),
                    () -> "asOf " + asOf);
            assertEquals(
                    new NaiveTiers(plan, JOINED, facts, asOf).status(), history.statusAt(asOf), () -> "asOf " + asOf);
        }
    }
}
