package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TierFactTest {

    private static final Instant AT = Instant.parse("2026-05-01T03:00:00Z");

    private static final Instant LATER = Instant.parse("2026-05-02T03:00:00Z");

    private static final TierFact VISIT = TierFact.visit(AT, 1_000, 1_100, 10);

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aVisitCountsOnceAtItsInstant() {
        assertEquals(new TierFact(AT, AT, AT, 1_000, 1_100, 10, 1), VISIT);
        assertEquals(VISIT, TierFact.of(AT, new TierMeasure(1_000, 1_100, 10, 1)));
        assertEquals(new TierMeasure(1_000, 1_100, 10, 1), VISIT.measure());
        assertFalse(VISIT.isReturn());
    }

    @Test
    void aReturnRefersToTheInstantOfTheVisit() {
        assertEquals(new TierFact(LATER, LATER, AT, -1_000, -1_100, -10, -1), VISIT.takenBack(LATER));
        assertEquals(
                new TierFact(LATER, LATER, AT, -1, -2, -3, 0), VISIT.takenBack(LATER, new TierMeasure(1, 2, 3, 0)));
        assertTrue(VISIT.takenBack(LATER, new TierMeasure(0, 0, 1, 0)).isReturn());
    }

    @Test
    void knowledgeMayComeLater() {
        assertEquals(new TierFact(AT, LATER, AT, 1_000, 1_100, 10, 1), VISIT.withRecordedAt(LATER));
    }

    @Test
    void amountsOfBothSignsAreRefused() {
        assertRefused(
                "amounts must be of one sign: netMinor 1, grossMinor 0, points -1, visits 0",
                () -> new TierFact(AT, AT, AT, 1, 0, -1, 0));
        assertRefused(
                "amounts must be of one sign: netMinor 0, grossMinor 0, points -1, visits 1",
                () -> TierFact.visit(AT, 0, 0, -1));
        assertRefused(
                "amounts must be at least 0: netMinor 0, grossMinor -1, points 0, visits 0",
                () -> VISIT.takenBack(LATER, new TierMeasure(0, -1, 0, 0)));
        assertRefused(
                "amounts must be above -9223372036854775808", () -> new TierFact(AT, AT, AT, Long.MIN_VALUE, 0, 0, 0));
    }

    @Test
    void timesThatContradictAreRefused() {
        assertRefused(
                "countsAt must be at or before at: 2026-05-02T03:00:00Z and 2026-05-01T03:00:00Z",
                () -> new TierFact(AT, AT, LATER, -1, 0, 0, 0));
        assertRefused(
                "countsAt must be at for what is not a return: 2026-05-01T03:00:00Z and 2026-05-02T03:00:00Z",
                () -> new TierFact(LATER, LATER, AT, 1, 0, 0, 0));
        assertRefused(
                "only what counted can be taken back: 2026-05-02T03:00:00Z",
                () -> VISIT.takenBack(LATER).takenBack(LATER));
    }

    @Test
    void grantsWantTierLengthReasonAndActor() {
        assertRefused("tier must not be blank", () -> TierGrant.of(" ", AT, LATER, "goodwill", "desk"));
        assertRefused("reason must not be blank", () -> TierGrant.of("Gold", AT, LATER, "", "desk"));
        assertRefused("actor must not be blank", () -> TierGrant.of("Gold", AT, LATER, "goodwill", " "));
        assertRefused(
                "until must be after from: 2026-05-01T03:00:00Z and 2026-05-01T03:00:00Z",
                () -> TierGrant.of("Gold", AT, AT, "goodwill", "desk"));
        assertEquals(
                "TierGrant[Gold, 2026-05-01T03:00:00Z to 2026-05-02T03:00:00Z]",
                TierGrant.of("Gold", AT, LATER, "goodwill", "desk").toString());
    }

    @Test
    void aStatusEndsAfterItBegins() {
        Tier tier = TierRules.ladder("Bronze").lowest();
        assertRefused(
                "until must be after since: 2026-05-01T03:00:00Z and 2026-05-01T03:00:00Z",
                () -> new TierStatus(tier, AT, AT, TierReason.JOINED));
        assertTrue(new TierStatus(tier, AT, Instant.MAX, TierReason.JOINED).isOpenEnded());
        assertFalse(new TierStatus(tier, AT, LATER, TierReason.JOINED).isOpenEnded());
        assertRefused("parts must be at least 0: -1 and 0", () -> new TierShare(tier, -1, 0));
    }
}
