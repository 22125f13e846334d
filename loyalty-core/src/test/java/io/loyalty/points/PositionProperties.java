package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.PointsArbitraries;
import io.loyalty.testing.TimeArbitraries;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of any account at any instant. */
class PositionProperties {

    @Provide
    Arbitrary<PointsLedger> ledgers() {
        return TimeArbitraries.zones().flatMap(PointsArbitraries::policies).flatMap(PointsArbitraries::ledgers);
    }

    private static Instant first(PointsLedger ledger) {
        List<Entry> entries = ledger.entries();
        return entries.isEmpty() ? Instant.EPOCH : entries.get(0).stamp().effectiveAt();
    }

    @Property(tries = 300, seed = "2718281828")
    void lotsAndNumbersAgreeAtEveryInstant(
            @ForAll("ledgers") PointsLedger ledger, @ForAll @IntRange(min = -5, max = 400) int days) {
        Position then = ledger.asOf(first(ledger).plus(Duration.ofDays(days)));
        long available = 0;
        long held = 0;
        for (Lot lot : then.lots()) {
            assertEquals(lot.amount(), lot.remaining() + lot.held() + lot.expired() + lot.used());
            available += lot.isLive(then.at()) ? lot.remaining() : 0;
            held += lot.held();
        }
        assertEquals(then.available(), available);
        assertEquals(then.held(), held);
        assertEquals(then.balance(), then.available() + then.held());
        assertEquals(then.net(), then.balance() - then.debt());
        assertEquals(then.balance(), ledger.balance(then.at()));
        assertTrue(then.totals().balances(then.debt(), then.balance() + then.pending()));
    }

    @Property(tries = 200, seed = "1618033988")
    void everyHistoryReadsBackEqualAndSweepingChangesNoNumber(@ForAll("ledgers") PointsLedger ledger) {
        assertEquals(ledger, PointsLedger.replay(ledger.policy(), ledger.entries()));
        Instant end = first(ledger).plus(Duration.ofDays(700));
        PointsLedger swept = ledger.sweep(end).orElseThrow().ledger();
        assertEquals(ledger.asOf(end).totals(), swept.asOf(end).totals());
        assertEquals(ledger.balance(end), swept.balance(end));
        assertTrue(swept.sweep(end).orElseThrow().entries().isEmpty());
    }

    @Property(tries = 200, seed = "1414213562")
    void twoFuturesOfOneAccountKeepApart(
            @ForAll("ledgers") PointsLedger ledger, @ForAll @IntRange(min = 1, max = 40) int steps) {
        Instant at = first(ledger).plus(Duration.ofDays(700));
        Grant grant = Grant.of(1, Term.never());
        PointsLedger left = ledger;
        PointsLedger right = ledger;
        for (int i = 0; i < steps; i++) {
            left = left.accrue(Command.of("left" + i, at), grant).orElseThrow().ledger();
            right = right.accrue(Command.of("right" + i, at), grant.from("other"))
                    .orElseThrow()
                    .ledger();
        }
        assertEquals(ledger.version() + steps, left.version());
        assertEquals(ledger.balance(at) + steps, right.balance(at));
        for (int i = 0; i < steps; i++) {
            assertTrue(left.entry("left" + i).isPresent());
            assertFalse(left.entry("right" + i).isPresent());
            assertTrue(right.entry("right" + i).isPresent());
            assertFalse(right.entry("left" + i).isPresent());
            assertFalse(ledger.entry("left" + i).isPresent());
        }
        assertEquals(left, PointsLedger.replay(left.policy(), left.entries()));
        assertEquals(right, PointsLedger.replay(right.policy(), right.entries()));
        assertEquals(ledger, PointsLedger.replay(ledger.policy(), ledger.entries()));
    }

    @Property(tries = 150, seed = "5772156649")
    void noNumberChangesBeforeTheNextChange(
            @ForAll("ledgers") PointsLedger ledger, @ForAll @IntRange(min = -5, max = 400) int days) {
        Instant asOf = first(ledger).plus(Duration.ofDays(days));
        Instant last = ledger.nextChangeAt(asOf)
                .orElse(asOf.plus(Duration.ofDays(40_000)))
                .minusNanos(1);
        assertFalse(last.isBefore(asOf));
        for (String currency : ledger.currencies()) {
            Position now = ledger.asOf(asOf, currency);
            Position then = ledger.asOf(last, currency);
            assertEquals(now.available(), then.available());
            assertEquals(now.held(), then.held());
            assertEquals(now.pending(), then.pending());
            assertEquals(now.debt(), then.debt());
            assertEquals(now.totals(), then.totals());
        }
    }
}
