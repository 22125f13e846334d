package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final TierFact FIRST = Members.spend("2026-03-01T12:00", 1);
    private static final TierFact SECOND = Members.spend("2026-03-02T12:00", 1);
    private static final TierFact THIRD = Members.spend("2026-03-03T12:00", 1);

    private static Batch batch(TierFact... facts) {
        return new Batch(facts, Members.JOINED);
    }

    @Test
    void factsArePutInOrder() {
        assertArrayEquals(new TierFact[] {FIRST, SECOND, THIRD}, batch(THIRD, FIRST, SECOND).facts);
        assertArrayEquals(new TierFact[] {FIRST, SECOND}, batch(FIRST, SECOND).facts);
        assertEquals(0, batch().facts.length);
    }

    @Test
    void onlyFactsThatCameInOrderOfInstantsOfTheirOwnAreAlone() {
        assertTrue(batch().alone);
        assertTrue(batch(FIRST).alone);
        assertTrue(batch(FIRST, SECOND, THIRD).alone);
        assertFalse(batch(FIRST, THIRD, SECOND).alone);
        assertFalse(batch(FIRST, FIRST).alone);
        assertFalse(batch(FIRST, FIRST.takenBack(SECOND.at())).alone);
    }

    @Test
    void factsUntilAnInstantAreCounted() {
        Batch batch = batch(FIRST, SECOND, THIRD);
        assertEquals(0, batch.countUntil(FIRST.at().minusNanos(1)));
        assertEquals(1, batch.countUntil(FIRST.at()));
        assertEquals(2, batch.countUntil(THIRD.at().minusNanos(1)));
        assertEquals(3, batch.countUntil(THIRD.at()));
        assertEquals(0, batch().countUntil(THIRD.at()));
    }

    @Test
    void theLastToBecomeKnownIsFoundWhereverItIs() {
        Instant late = Members.at("2026-05-01T12:00");
        Instant early = Members.at("2026-02-01T12:00");
        assertEquals(early, batch().lastRecorded(early));
        assertEquals(late, batch(FIRST).lastRecorded(late));
        assertEquals(THIRD.at(), batch(FIRST, SECOND, THIRD).lastRecorded(early));
        assertEquals(late, batch(FIRST.withRecordedAt(late), SECOND, THIRD).lastRecorded(early));
        assertEquals(late, batch(FIRST, SECOND, THIRD.withRecordedAt(late)).lastRecorded(early));
        assertEquals(
                SECOND.at(), batch(FIRST, SECOND, THIRD.withRecordedAt(early)).lastRecorded(early));
    }

    @Test
    void factsFromBeforeTheMembershipAreRefused() {
        assertEquals(1, new Batch(new TierFact[] {FIRST}, FIRST.at()).facts.length);
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> new Batch(new TierFact[] {THIRD, FIRST}, SECOND.at()));
        assertEquals(
                "at must not be before joinedAt: 2026-03-01T03:00:00Z and 2026-03-02T03:00:00Z", thrown.getMessage());
    }
}
