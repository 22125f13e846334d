package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.time.BusinessDay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TierPlanTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final TierRules FIRST = TierRules.ladder("Bronze").with("Silver", Criterion.visits(2));

    private static final TierRules SECOND = FIRST.with("Gold", Criterion.visits(5));

    private static final LocalDate CHANGE = LocalDate.parse("2026-07-01");

    private static final TierPlan PLAN = TierPlan.of(FIRST, TOKYO).withRules(CHANGE, SECOND);

    @Test
    void rulesAreInForceFromTheirDate() {
        assertEquals(FIRST, PLAN.rulesOn(LocalDate.MIN));
        assertEquals(FIRST, PLAN.rulesOn(CHANGE.minusDays(1)));
        assertEquals(SECOND, PLAN.rulesOn(CHANGE));
        assertEquals(SECOND, PLAN.rulesOn(LocalDate.MAX));
        Instant change = PLAN.day().startOf(CHANGE);
        assertEquals(FIRST, PLAN.rulesAt(change.minusNanos(1)));
        assertEquals(SECOND, PLAN.rulesAt(change));
        assertEquals(FIRST, TierPlan.of(FIRST, TOKYO).rulesAt(change));
        assertEquals(BusinessDay.midnight(TOKYO), PLAN.day());
    }

    @Test
    void rulesFollowEachOther() {
        assertEquals(
                "from must be after 2026-07-01: 2026-07-01",
                assertThrows(IllegalArgumentException.class, () -> PLAN.withRules(CHANGE, FIRST))
                        .getMessage());
    }

    @Test
    void daysMayTurnLate() {
        TierPlan plan = TierPlan.of(
                TierRules.ladder("Bronze").with("Silver", Criterion.visits(1)),
                BusinessDay.of(TOKYO, LocalTime.of(5, 0)));
        TierHistory history = plan.open(Instant.parse("2026-01-01T00:00:00Z"))
                .plus(TierFact.visit(Instant.parse("2026-12-31T19:59:59Z"), 1, 1, 0));

        assertEquals(
                Instant.parse("2027-12-31T20:00:00Z"),
                history.statusAt(Instant.parse("2027-01-01T00:00:00Z")).until());
    }

    @Test
    void plansSurviveSerialization() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(PLAN);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TierPlan read = (TierPlan) in.readObject();
            assertEquals(PLAN, read);
            assertEquals(PLAN.hashCode(), read.hashCode());
            assertEquals(
                    "Silver",
                    read.replay(Instant.EPOCH, List.of(TierFact.of(Instant.EPOCH, new TierMeasure(0, 0, 0, 3))))
                            .statusAt(Instant.EPOCH)
                            .tier()
                            .name());
        }
        assertNotEquals(PLAN, TierPlan.of(FIRST, TOKYO));
        assertEquals("TierPlan[00:00 Asia/Tokyo, 2 versions]", PLAN.toString());
    }

    @Test
    void membersAreJudgedAlikeInParallel() {
        List<String> one = IntStream.range(0, 400).mapToObj(TierPlanTest::tier).toList();
        List<String> many =
                IntStream.range(0, 400).parallel().mapToObj(TierPlanTest::tier).toList();

        assertEquals(one, many);
    }

    private static String tier(int member) {
        Instant joined = Instant.parse("2026-01-01T00:00:00Z");
        List<TierFact> facts = IntStream.range(0, member % 9)
                .mapToObj(i -> TierFact.visit(joined.plusSeconds(86_400L * i * (1 + member % 50)), 1, 1, 0))
                .toList();
        return PLAN.replay(joined, facts)
                .statusAt(joined.plusSeconds(86_400L * 500))
                .toString();
    }
}
