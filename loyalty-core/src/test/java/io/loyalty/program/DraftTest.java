package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Reason;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a draft takes for new, and what not. */
class DraftTest {

    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    private static final PointsLedger EMPTY = PointsLedger.open(LedgerPolicy.in(ZoneId.of("Asia/Tokyo")));

    private static Grant grant(String source) {
        return Grant.of(10, Term.never()).from(source);
    }

    private static List<String> keys(List<Entry> entries) {
        return entries.stream().map(entry -> entry.stamp().key()).toList();
    }

    @Test
    void entriesOfSeveralCommandsFollowEachOther() {
        Draft draft = new Draft(EMPTY);
        assertTrue(draft.post(draft.ledger().accrue(List.of(grant("a"), grant("b")), NOON, NOON)));
        assertTrue(draft.post(draft.ledger().accrue(List.of(grant("c")), NOON, NOON)));
        assertEquals(List.of("a", "b", "c"), keys(draft.added()));
        assertEquals(1, draft.first());
        assertEquals(3, draft.count());
        assertEquals(30, draft.ledger().balance(NOON));
    }

    @Test
    void whatTheLedgerHasAlreadyIsCountedButNotNew() {
        PointsLedger known = EMPTY.accrue(List.of(grant("x"), grant("b")), NOON, NOON)
                .orElseThrow()
                .ledger();
        Draft draft = new Draft(known);
        // The one that is known comes last, and has a lower number than the new one before it.
        assertTrue(draft.post(known.accrue(List.of(grant("a"), grant("b")), NOON, NOON)));
        assertEquals(List.of("a"), keys(draft.added()));
        assertEquals(3, draft.first());
        assertEquals(2, draft.count());
        Draft again = new Draft(draft.ledger());
        assertTrue(again.post(again.ledger().accrue(List.of(grant("a"), grant("b")), NOON, NOON)));
        assertEquals(List.of(), again.added());
        assertSame(draft.ledger(), again.ledger());
        assertEquals(2, again.count());
    }

    @Test
    void aRefusalLeavesAllAsItWas() {
        Draft draft = new Draft(EMPTY);
        assertTrue(draft.post(draft.ledger().accrue(List.of(grant("a")), NOON, NOON)));
        PointsLedger before = draft.ledger();
        assertFalse(draft.post(draft.ledger().redeem(Command.of("r", NOON), 11, PointType.POINTS, "")));
        assertSame(before, draft.ledger());
        assertEquals(List.of("a"), keys(draft.added()));
        assertEquals(
                Reason.INSUFFICIENT_POINTS,
                assertInstanceOf(Rejected.class, draft.refusal()).rejection().reason());
    }
}
