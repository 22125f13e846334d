package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Entries rebuild the ledger that wrote them; others are refused by name. */
class ReplayTest {

    /** A history with an entry of every kind that one account can have, a snapshot apart. */
    static PointsLedger full() {
        PointsLedger ledger = PointsLedger.open(POLICY);
        ledger = done(ledger.accrue(on(0, "a"), days(100, 30))); // 1
        ledger = done(ledger.accrue(on(0, "b"), days(50, 5).with(Activation.onEvent()))); // 2
        ledger = done(ledger.accrue(on(0, "c"), days(20, 60).with(Activation.after(Period.ofDays(2))))); // 3
        ledger = done(ledger.activate(on(1, "d"), List.of(2))); // 4
        ledger = done(ledger.redeem(on(2, "e"), 60)); // 5: 50 of lot 2, 10 of lot 1
        ledger = done(ledger.restore(on(3, "f"), "e", 15)); // 6: 10 to lot 1, 5 to lot 2
        ledger = done(ledger.hold(on(4, "g"), 30, PointType.POINTS, Instant.MAX)); // 7: 5 of lot 2, 25 of lot 1
        ledger = done(ledger.capture(on(5, "h"), "g", 10)); // 8: 5 of lot 2, 5 of lot 1
        ledger = done(ledger.hold(on(5, "i"), 8, PointType.POINTS, Instant.MAX)); // 9
        ledger = done(ledger.release(on(5, "j"), "i")); // 10
        ledger = done(ledger.hold(on(5, "k"), 8, PointType.POINTS, day(6))); // 11
        ledger = done(ledger.clawBack(on(8, "l"), List.of(new Allocation(1, 15)))); // 12
        ledger = done(ledger.sweep(day(9))); // 13 activation of lot 3, 14 lapse
        ledger = done(ledger.extend(on(9, "m"), List.of(1), day(40), "kindness")); // 15
        ledger = done(ledger.adjustUp(on(9, "n"), days(7, 5), "sorry", "desk")); // 16
        ledger = done(ledger.adjustDown(on(9, "o"), 3, PointType.POINTS, "error", "desk")); // 17
        ledger = done(ledger.sweep(day(20))); // 18 expiry of the adjustment
        ledger = done(ledger.reinstate(on(20, "p"), List.of(new Allocation(4, 4)), day(30), "kindness")); // 19
        return done(ledger.forfeit(on(21, "q"), PointType.POINTS, "left")); // 20
    }

    @Test
    void entriesRebuildTheLedgerPrefixByPrefix() {
        PointsLedger full = full();
        for (int version = 0; version <= full.version(); version++) {
            PointsLedger prefix = PointsLedger.replay(POLICY, full.entries().subList(0, version));
            assertEquals(full.atVersion(version), prefix);
            for (int day = 0; day < 45; day++) {
                assertEquals(
                        full.atVersion(version).asOf(day(day)).lots(),
                        prefix.asOf(day(day)).lots());
                assertEquals(
                        full.atVersion(version).asOf(day(day)).totals(),
                        prefix.asOf(day(day)).totals());
            }
        }
        assertEquals(
                "version must be in [0, 20]: 21",
                assertThrows(IllegalArgumentException.class, () -> full.atVersion(21))
                        .getMessage());
    }

    @Test
    void restorationIntoALotThatDiedEmptyIsReplayed() {
        LedgerPolicy policy = POLICY.with(new LedgerPolicy.DeadLots.Grace(Period.ofDays(3)));
        PointsLedger ledger = done(PointsLedger.open(policy).accrue(on(0, "a"), days(10, 5)));
        ledger = done(ledger.redeem(on(1, "r"), 10));
        ledger = done(ledger.restore(on(9, "u"), "r", 10));
        assertEquals(ledger, PointsLedger.replay(policy, ledger.entries()));
    }

    // ---- what no ledger could have written ----------------------------------------------------------------------

    /** The full history with one entry changed. */
    private static List<Entry> changed(int sequence, UnaryOperator<Entry> change) {
        List<Entry> entries = new ArrayList<>(full().entries());
        entries.set(sequence - 1, change.apply(entries.get(sequence - 1)));
        return entries;
    }

    private static void wrong(int sequence, String rule, UnaryOperator<Entry> change) {
        Entry entry = full().entries().get(sequence - 1);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> PointsLedger.replay(POLICY, changed(sequence, change)))
                .getMessage();
        assertTrue(message.startsWith("entry " + sequence + " ('"), message);
        assertTrue(message.endsWith("is wrong: " + rule), entry + ": " + message);
    }

    private static List<Allocation> parts(long... lotsAndPoints) {
        return LongStream.range(0, lotsAndPoints.length / 2)
                .mapToObj(i -> new Allocation((int) lotsAndPoints[(int) i * 2], lotsAndPoints[(int) i * 2 + 1]))
                .toList();
    }

    @Test
    void alteredRedemptionIsRefused() {
        wrong(5, "not so: a redemption takes what it says", e -> {
            Entry.Redemption r = (Entry.Redemption) e;
            return new Entry.Redemption(r.stamp(), r.currency(), 61, r.allocations(), r.reference());
        });
        wrong(5, "not so: no more is taken than remains of lot 3", e -> redemption(e, parts(3, 60), PointType.POINTS));
        wrong(5, "not so: lot 4 exists", e -> redemption(e, parts(4, 60), PointType.POINTS));
        wrong(5, "not so: lot 2 is of the currency", e -> redemption(e, parts(2, 60), "miles"));
        wrong(5, "not so: no more is taken than remains of lot 2", e -> redemption(e, parts(2, 60), PointType.POINTS));
        wrong(
                5,
                "not so: no more is taken than remains of lot 2",
                e -> redemption(e, parts(2, 30, 2, 30), PointType.POINTS));
    }

    private static Entry redemption(Entry entry, List<Allocation> parts, String currency) {
        return new Entry.Redemption(entry.stamp(), currency, 60, parts, "");
    }

    @Test
    void alteredRestorationIsRefused() {
        wrong(6, "not so: a redemption or capture is undone", e -> restoration(e, 4, 15, parts(1, 10, 2, 5)));
        wrong(6, "not so: what is undone was done before", e -> restoration(e, 9, 15, parts(1, 10, 2, 5)));
        wrong(6, "not so: a restoration gives back what it says", e -> restoration(e, 5, 16, parts(1, 10, 2, 5)));
        wrong(
                6,
                "not so: no more is restored than was redeemed of each lot",
                e -> restoration(e, 5, 15, parts(1, 11, 2, 4)));
        wrong(
                6,
                "not so: points die with lots that are dead",
                e -> new Entry.Restoration(e.stamp(), 5, 15, List.of(), parts(1, 10, 2, 5), List.of()));
        wrong(
                6,
                "not so: points of dead lots are given anew",
                e -> new Entry.Restoration(
                        e.stamp(), 5, 15, parts(1, 10), List.of(), List.of(new Entry.Reissue(2, 4, 5, day(50)))));
    }

    private static Entry restoration(Entry entry, int undone, long points, List<Allocation> parts) {
        return new Entry.Restoration(entry.stamp(), undone, points, parts, List.of(), List.of());
    }

    @Test
    void alteredHoldIsRefused() {
        wrong(
                7,
                "not so: a hold reserves what it says",
                e -> new Entry.Hold(
                        e.stamp(), PointType.POINTS, 31, parts(2, 5, 1, 25), Instant.MAX, HoldOverExpiry.STRICT));
        wrong(
                7,
                "not so: a hold lapses after it begins",
                e -> new Entry.Hold(
                        e.stamp(), PointType.POINTS, 30, parts(2, 5, 1, 25), day(4), HoldOverExpiry.STRICT));
        wrong(
                8,
                "not so: hold 'a' is open",
                e -> new Entry.Capture(e.stamp(), "a", 10, parts(2, 5, 1, 5), parts(1, 20), List.of()));
        wrong(
                8,
                "not so: what is held of each lot is captured or goes back",
                e -> new Entry.Capture(e.stamp(), "g", 10, parts(2, 4, 1, 6), parts(1, 20), List.of()));
        wrong(
                8,
                "not so: a capture takes what it says",
                e -> new Entry.Capture(e.stamp(), "g", 11, parts(2, 5, 1, 5), parts(1, 20), List.of()));
        wrong(
                8,
                "not so: points die with lots that are dead",
                e -> new Entry.Capture(e.stamp(), "g", 10, parts(2, 5, 1, 5), List.of(), parts(1, 20)));
        wrong(
                10,
                "not so: what is held of each lot is captured or goes back",
                e -> new Entry.Release(e.stamp(), "i", parts(1, 7), List.of()));
        wrong(
                14,
                "not so: this hold lapsed then, with these points",
                e -> new Entry.Lapse(e.stamp(), "k", parts(1, 7), List.of()));
        wrong(
                14,
                "not so: this hold lapsed then, with these points",
                e -> new Entry.Lapse(e.stamp(), "g", parts(1, 8), List.of()));
    }

    @Test
    void alteredClawbackIsRefused() {
        wrong(12, "not so: what is owed is found or missing", e -> clawback(e, parts(1, 15), parts(1, 14), 0));
        wrong(12, "not so: what is owed is found or missing", e -> clawback(e, parts(1, 15), parts(1, 15), 5));
        wrong(12, "not so: debt and what is let go are not negative", e -> clawback(e, parts(1, 15), parts(1, 16), -1));
        wrong(12, "not so: each lot is named once", e -> clawback(e, parts(1, 10, 1, 5), parts(1, 15), 0));
        wrong(12, "not so: a clawback has points", e -> clawback(e, List.of(), List.of(), 0));
        wrong(12, "not so: no more is clawed back than was given", e -> clawback(e, parts(1, 101), parts(1, 60), 41));
        wrong(
                12,
                "not so: only what is owed is found expired",
                e -> new Entry.Clawback(e.stamp(), PointType.POINTS, parts(1, 15), List.of(), parts(2, 15), 0, 0, 0));
    }

    private static Entry clawback(Entry entry, List<Allocation> owed, List<Allocation> taken, long debt) {
        return new Entry.Clawback(entry.stamp(), PointType.POINTS, owed, taken, List.of(), debt, 0, 0);
    }

    @Test
    void alteredDatesAreRefused() {
        wrong(
                1,
                "not so: points become usable when they are earned or later",
                e -> new Entry.Accrual(e.stamp(), 1, PointType.REGULAR, 100, day(-1), day(30), Term.never(), ""));
        wrong(
                1,
                "not so: a new lot has the next number",
                e -> new Entry.Accrual(e.stamp(), 2, PointType.REGULAR, 100, day(0), day(30), Term.never(), ""));
        wrong(
                1,
                "not so: an accrual has points",
                e -> new Entry.Accrual(e.stamp(), 1, PointType.REGULAR, 0, day(0), day(30), Term.never(), ""));
        wrong(
                4,
                "not so: lot 1 is pending",
                e -> new Entry.Activation(e.stamp(), List.of(new Entry.Dates(1, day(1), day(50), Term.never()))));
        wrong(
                4,
                "not so: an activation makes usable at once",
                e -> new Entry.Activation(e.stamp(), List.of(new Entry.Dates(2, day(0), day(50), Term.never()))));
        wrong(
                13,
                "not so: this lot became usable then",
                e -> new Entry.Activation(e.stamp(), List.of(new Entry.Dates(1, day(2), day(50), Term.never()))));
        wrong(
                15,
                "not so: nothing dies in the past",
                e -> new Entry.Extension(e.stamp(), List.of(new Entry.Dates(1, day(0), day(8), Term.never())), "x"));
        wrong(
                15,
                "not so: new dates leave the activation as it is",
                e -> new Entry.Extension(e.stamp(), List.of(new Entry.Dates(1, day(1), day(50), Term.never())), "x"));
        wrong(
                15,
                "not so: lot 2 lives",
                e -> new Entry.Extension(e.stamp(), List.of(new Entry.Dates(2, day(1), day(50), Term.never())), "x"));
    }

    @Test
    void alteredExpiryAndReinstatementAreRefused() {
        wrong(
                18,
                "not so: all that remains of lot 4 dies",
                e -> new Entry.Expiry(e.stamp(), PointType.POINTS, parts(4, 3)));
        wrong(18, "not so: lot 1 died then", e -> new Entry.Expiry(e.stamp(), PointType.POINTS, parts(1, 4)));
        wrong(18, "not so: an expiry has points", e -> new Entry.Expiry(e.stamp(), PointType.POINTS, List.of()));
        wrong(
                19,
                "not so: no more comes back than is dead",
                e -> new Entry.Reinstatement(
                        e.stamp(), PointType.POINTS, List.of(new Entry.Reissue(4, 5, 5, day(30))), "x"));
        wrong(
                19,
                "not so: a new life ends later",
                e -> new Entry.Reinstatement(
                        e.stamp(), PointType.POINTS, List.of(new Entry.Reissue(4, 5, 4, day(20))), "x"));
        wrong(20, "not so: lot 4 lives", e -> new Entry.Forfeiture(e.stamp(), PointType.POINTS, parts(4, 1), "x"));
        wrong(
                17,
                "not so: lot 2 is usable",
                e -> new Entry.Adjustment(e.stamp(), PointType.POINTS, List.of(), parts(2, 3), "x", "y"));
        wrong(
                17,
                "not so: an adjustment gives or takes",
                e -> new Entry.Adjustment(e.stamp(), PointType.POINTS, List.of(), List.of(), "x", "y"));
    }

    @Test
    void wrongStampIsRefused() {
        List<Entry> jumps = changed(7, e -> hold(e, new Entry.Stamp(9, "g", day(4), day(4))));
        assertEquals(
                "entry 9 ('g') is wrong: sequence must be 7",
                assertThrows(IllegalArgumentException.class, () -> PointsLedger.replay(POLICY, jumps))
                        .getMessage());
        wrong(7, "key must be new", e -> hold(e, new Entry.Stamp(7, "a", day(4), day(4))));
        wrong(
                7,
                "recordedAt must not be before the last entry's",
                e -> hold(e, new Entry.Stamp(7, "g", day(4), day(2))));
        wrong(
                7,
                "not so: it takes effect at or after " + day(3),
                e -> hold(e, new Entry.Stamp(7, "g", day(2), day(4))));
        wrong(
                7,
                "not so: a command has a key of the caller's own",
                e -> hold(e, new Entry.Stamp(7, "~7", day(4), day(4))));
        wrong(
                14,
                "not so: a key of the ledger's own is the sequence number",
                e -> new Entry.Lapse(new Entry.Stamp(14, "~9", day(6), day(9)), "k", parts(1, 8), List.of()));
        wrong(
                14,
                "not so: what a sweep writes has a key of the ledger's own",
                e -> new Entry.Lapse(new Entry.Stamp(14, "z", day(9), day(9)), "k", parts(1, 8), List.of()));
        wrong(7, "key must have 1 to 500 characters: 0", e -> hold(e, new Entry.Stamp(7, "", day(4), day(4))));
    }

    private static Entry hold(Entry entry, Entry.Stamp stamp) {
        Entry.Hold hold = (Entry.Hold) entry;
        return new Entry.Hold(
                stamp, hold.currency(), hold.points(), hold.allocations(), hold.lapsesAt(), hold.overExpiry());
    }

    @Test
    void openingStandsFirstAndItsTotalsBalance() {
        PointsLedger ledger = done(full().atVersion(10).snapshot(on(6, "s")));
        assertEquals(ledger, PointsLedger.replay(POLICY, ledger.entries()));
        assertEquals(11, ledger.version());
        Entry.Opening opening = (Entry.Opening) ledger.entries().get(0);
        List<Entry> late = new ArrayList<>(full().atVersion(10).entries());
        late.add(opening);
        assertEquals(
                "entry 11 ('s') is wrong: not so: an opening snapshot has nothing before it",
                assertThrows(IllegalArgumentException.class, () -> PointsLedger.replay(POLICY, late))
                        .getMessage());
        Entry.OpeningPurse purse = opening.purses().get(0);
        Entry inDebt = new Entry.Opening(
                opening.stamp(), List.of(new Entry.OpeningPurse(purse.currency(), purse.parcels(), 1, purse.totals())));
        assertEquals(
                "entry 11 ('s') is wrong: not so: what came in is there or went out",
                assertThrows(IllegalArgumentException.class, () -> PointsLedger.replay(POLICY, List.of(inDebt)))
                        .getMessage());
    }
}
