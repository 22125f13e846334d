package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.midnight;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What time did is written down once, in the order in which it happened. */
class SweepTest {

    /** On day 4 lots 1 and 2 die, hold "h" lapses and lot 4 becomes usable, all at midnight; lot 3 dies a day later. */
    private static PointsLedger ledger() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(1, 3)));
        ledger = done(ledger.accrue(on(0, "b"), days(2, 3)));
        ledger = done(ledger.accrue(on(0, "c"), days(4, 4)));
        ledger = done(ledger.accrue(on(0, "d"), days(8, 90).with(Activation.after(Period.ofDays(4)))));
        ledger = done(ledger.accrue(on(0, "e"), days(16, 90)));
        return done(ledger.hold(on(1, "h"), 3, "points", midnight(4)));
    }

    private static Entry.Stamp stamp(int sequence, Instant at, int recorded) {
        return new Entry.Stamp(sequence, "~" + sequence, at, day(recorded));
    }

    @Test
    void atOneInstantPointsDieBeforeHoldsLapseAndOthersBecomeUsable() {
        PointsLedger ledger = done(ledger().redeem(on(2, "r"), 2));
        Posting posting = ledger.sweep(day(6)).orElseThrow();
        assertEquals(
                List.of(
                        new Entry.Lapse(
                                stamp(8, midnight(4), 6),
                                "h",
                                List.of(),
                                List.of(new Allocation(1, 1), new Allocation(2, 2))),
                        new Entry.Activation(
                                stamp(9, midnight(4), 6),
                                List.of(new Entry.Dates(4, midnight(4), midnight(91), Term.of(Period.ofDays(90))))),
                        new Entry.Expiry(stamp(10, midnight(5), 6), "points", List.of(new Allocation(3, 2)))),
                posting.entries());
        assertEquals(10, posting.ledger().version());
        Posting without = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(1, 3)))
                .sweep(midnight(4))
                .orElseThrow();
        assertEquals(
                List.of(new Entry.Expiry(
                        new Entry.Stamp(2, "~2", midnight(4), midnight(4)), "points", List.of(new Allocation(1, 1)))),
                without.entries());
    }

    @Test
    void itGoesNoFurtherThanItsInstant() {
        assertEquals(
                List.of(),
                ledger().sweep(midnight(4).minusNanos(1)).orElseThrow().entries());
        PointsLedger first = done(ledger().sweep(midnight(4)));
        assertEquals(8, first.version());
        PointsLedger all = done(first.sweep(midnight(5)));
        assertEquals(9, all.version());
        assertEquals(24, all.balance(midnight(5)));
        assertEquals(7, all.asOf(midnight(5)).totals().expired());
    }

    @Test
    void doneAgainItWritesNothing() {
        PointsLedger swept = done(ledger().sweep(day(6)));
        assertEquals(List.of(), swept.sweep(day(6)).orElseThrow().entries());
        assertEquals(swept, done(swept.sweep(day(7))));
        assertEquals(swept, PointsLedger.replay(POLICY, swept.entries()));
    }

    @Test
    void groupsDieTogetherAndOnlyWhenTheyAreDead() {
        Term sliding = Term.sliding(Period.ofDays(3), List.of(Renewal.VISIT));
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), Grant.of(1, sliding)));
        ledger = done(ledger.accrue(on(0, "b"), Grant.of(2, sliding)));
        ledger = done(ledger.renew(on(2, "v"), Renewal.VISIT));
        assertEquals(List.of(), ledger.sweep(day(5)).orElseThrow().entries());
        Entry expiry = ledger.sweep(day(6)).orElseThrow().entries().get(0);
        assertEquals(midnight(6), expiry.stamp().effectiveAt());
        assertEquals(List.of(new Allocation(1, 1), new Allocation(2, 2)), ((Entry.Expiry) expiry).allocations());
    }
}
