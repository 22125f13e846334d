package io.loyalty.tier;

import static io.loyalty.tier.Members.JOINED;
import static io.loyalty.tier.Members.RULES;
import static io.loyalty.tier.Members.TOKYO;
import static io.loyalty.tier.Members.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members of more than a thousand visits: whatever comes late is taken in as if it had been there from the beginning. */
class TierLongHistoryTest {

    private static final int VISITS = 1_200;

    private TierPlan plan;
    private List<TierFact> visits;
    private TierHistory history;

    @BeforeEach
    void visitEveryEighthHour() {
        plan = TierPlan.of(RULES.with(ReturnEffect.immediate()), TOKYO);
        visits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            visits.add(TierFact.visit(JOINED.plus(Duration.ofHours(8L * i)), 200, 220, 2));
        }
        history = plan.replay(JOINED, visits);
    }

    private void assertAsIfKnownAlways(TierFact late) {
        List<TierFact> all = new ArrayList<>(visits);
        all.add(late);
        all.sort(TierFact.ORDER);
        TierHistory after = history.plus(late);
        assertEquals(all, after.facts());
        assertEquals(plan.replay(JOINED, all).statusesUntil(day("2029-01-01")), after.statusesUntil(day("2029-01-01")));
        assertEquals(
                plan.replay(JOINED, all).progressAt(day("2027-02-20")).next(),
                after.progressAt(day("2027-02-20")).next());
    }

    @Test
    void aLateVisitCountsFromItsInstantOn() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-06-25 QUALIFIED, Gold 2026-12-09 QUALIFIED, Silver 2028-01-01 RAN_OUT",
                Members.steps(history, "2028-12-31"));
        for (int place = 0; place < VISITS; place += 97) {
            TierFact beside = visits.get(place);
            assertAsIfKnownAlways(TierFact.visit(beside.at().plusSeconds(60), 30_000, 33_000, 300));
            assertAsIfKnownAlways(TierFact.visit(beside.at(), 30_000, 33_000, 300));
        }
    }

    @Test
    void aVisitThatComesBackIsMissing() {
        for (int place = 0; place < VISITS; place += 97) {
            assertAsIfKnownAlways(visits.get(place).takenBack(day("2027-02-14")));
            assertAsIfKnownAlways(
                    visits.get(place).takenBack(visits.get(place).at().plusSeconds(60)));
        }
    }

    @Test
    void pastStandingsAreThoseOfWhoKnewNoMore() {
        for (int place = 1; place < VISITS; place += 97) {
            TierFact last = visits.get(place - 1);
            TierHistory then = plan.replay(JOINED, visits.subList(0, place));
            assertEquals(then.statusAt(last.at()).tier(), history.tierAt(last.at()));
            assertEquals(then.progressAt(last.at()), history.progressAt(last.at()));
        }
    }
}
