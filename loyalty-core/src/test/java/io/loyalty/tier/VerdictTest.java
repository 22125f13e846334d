package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standings without a history to go on from, under the default terms. */
class VerdictTest {

    private static final TierPlan PLAN = TierPlan.of(Members.RULES, Members.TOKYO);

    private static TierStatus status(String asOf, TierFact... facts) {
        return PLAN.statusAt(Members.JOINED, List.of(facts), Members.at(asOf));
    }

    @Test
    void laterFactsAreLeftOut() {
        TierFact[] facts = {Members.SILVER_IN_MARCH, Members.GOLD_IN_MAY};
        assertEquals("Bronze", status("2026-03-01T11:59", facts).tier().name());
        assertEquals("Silver", status("2026-03-01T12:00", facts).tier().name());
        assertEquals("Silver", status("2026-05-01T11:59", facts).tier().name());
        assertEquals("Gold", status("2026-05-01T12:00", facts).tier().name());
    }

    @Test
    void factsMayComeInAnyOrderAndBeTakenBack() {
        TierFact back = Members.GOLD_IN_MAY.takenBack(Members.at("2026-05-02T12:00"));
        TierFact[] facts = {back, Members.GOLD_IN_MAY, Members.SILVER_IN_MARCH};
        TierStatus held = status("2026-05-03T12:00", facts);
        assertEquals(Members.RULES.tiers().get(2), held.tier());
        assertEquals(Members.at("2026-06-02T00:00"), held.until());
        TierStatus lost = status("2026-07-01T00:00", facts);
        assertEquals("Silver", lost.tier().name());
        assertEquals(TierReason.RETURNED, lost.reason());
    }

    @Test
    void tiersRunOutUntilTheInstantAsked() {
        TierStatus status = status("2028-01-01T00:00", Members.SILVER_IN_MARCH);
        assertEquals(
                new TierStatus(Members.RULES.lowest(), Members.day("2028-01-01"), Instant.MAX, TierReason.RAN_OUT),
                status);
    }

    @Test
    void nobodyStandsAnywhereBeforeTheyJoined() {
        assertEquals("Bronze", status("2026-01-10T09:00").tier().name());
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> status("2026-01-10T08:59"));
        assertEquals(
                "asOf must not be before joinedAt: 2026-01-09T23:59:00Z and 2026-01-10T00:00:00Z", thrown.getMessage());
        IllegalArgumentException early = assertThrows(
                IllegalArgumentException.class, () -> status("2026-02-01T00:00", Members.spend("2026-01-10T08:59", 1)));
        assertEquals(
                "at must not be before joinedAt: 2026-01-09T23:59:00Z and 2026-01-10T00:00:00Z", early.getMessage());
    }
}
