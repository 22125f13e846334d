package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a history knows of its past: by instant, by version, and as it was known. */
class JournalTest {

    /** One point on each of so many days, from day 1 on. */
    private static PointsLedger daily(int days) {
        PointsLedger ledger = PointsLedger.open(POLICY);
        for (int day = 1; day <= days; day++) {
            ledger = done(ledger.accrue(on(day, "k" + day), days(1, 1_000)));
        }
        return ledger;
    }

    // ---- by instant ---------------------------------------------------------------------------------------------

    /** A state in 16 entries is kept: lengths around one and two of these. */
    @Test
    void everyDayOfTheHistoryIsSeenAsItWas() {
        for (int length : new int[] {1, 15, 16, 17, 31, 32, 33}) {
            PointsLedger ledger = daily(length);
            for (int day = 0; day <= length + 1; day++) {
                assertEquals(Math.min(day, length), ledger.balance(day(day)), length + " days, on " + day);
            }
            assertEquals(0, ledger.balance(Instant.MIN));
        }
    }

    @Test
    void anInstantBetweenEntriesIsSeenWithWhatTimeHadDone() {
        PointsLedger ledger = PointsLedger.open(POLICY);
        ledger = done(ledger.accrue(on(0, "a"), days(1, 5)));
        ledger = done(ledger.accrue(on(0, "b"), days(2, 50).with(Activation.after(Period.ofDays(3)))));
        ledger = done(ledger.accrue(on(20, "c"), days(4, 50)));
        assertEquals(1, ledger.balance(day(2)));
        assertEquals(3, ledger.balance(day(4)));
        assertEquals(2, ledger.balance(day(6)));
        assertEquals(1, ledger.asOf(day(6)).totals().expired());
        assertEquals(day(6), ledger.asOf(day(6)).at());
        assertEquals(6, ledger.balance(day(20)));
    }

    @Test
    void whatCameLateIsSeenFromWhenItTookEffect() {
        PointsLedger ledger = PointsLedger.open(POLICY);
        ledger = done(ledger.accrue(on(0, "a"), days(1, 1_000)));
        ledger = done(ledger.accrue(on(10, "b"), days(2, 1_000)));
        ledger = done(ledger.accrue(on(11, "c"), days(4, 1_000)));
        ledger = done(ledger.accrue(on(5, 11, "late"), days(8, 1_000)));
        assertEquals(1, ledger.balance(day(4)));
        assertEquals(9, ledger.balance(day(5)));
        assertEquals(9, ledger.balance(day(9)));
        assertEquals(11, ledger.balance(day(10)));
        assertEquals(15, ledger.balance(day(11)));
        assertEquals(
                List.of(1, 4), ledger.asOf(day(9)).lots().stream().map(Lot::id).toList());
        for (int more = 1; more <= 20; more++) {
            ledger = done(ledger.accrue(on(12, "m" + more), days(16, 1_000)));
        }
        assertEquals(9, ledger.balance(day(9)));
        assertEquals(15 + 320, ledger.balance(day(12)));
    }

    @Test
    void aRenewalThatCameLateIsSeenToo() {
        Term term = Term.sliding(Period.ofDays(10), List.of(Renewal.VISIT));
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), Grant.of(7, term)));
        ledger = done(ledger.accrue(on(20, "b"), days(1, 1_000)));
        assertEquals(0, ledger.balance(day(12)));
        ledger = done(ledger.renew(on(8, 20, "visit"), Renewal.VISIT));
        assertEquals(7, ledger.balance(day(12)));
        assertEquals(0, ledger.balance(day(19)));
        assertEquals(1, ledger.balance(day(20)));
    }

    /** What a sweep writes down late had been seen all the time. */
    @Test
    void aSweepChangesNothingInThePast() {
        PointsLedger ledger = PointsLedger.open(POLICY);
        ledger = done(ledger.accrue(on(0, "a"), days(1, 5)));
        ledger = done(ledger.accrue(on(0, "b"), days(2, 50).with(Activation.after(Period.ofDays(3)))));
        ledger = done(ledger.hold(on(1, "h"), 1, PointType.POINTS, day(2)));
        ledger = done(ledger.accrue(on(20, "c"), days(4, 1)));
        PointsLedger swept = done(ledger.sweep(day(30)));
        assertEquals(4, ledger.version());
        assertEquals(8, swept.version());
        for (int day = 0; day < 60; day++) {
            assertEquals(ledger.asOf(day(day)).lots(), swept.asOf(day(day)).lots());
            assertEquals(ledger.asOf(day(day)).totals(), swept.asOf(day(day)).totals());
        }
    }

    // ---- by version ---------------------------------------------------------------------------------------------

    @Test
    void everyVersionIsTheLedgerOfItsFirstEntries() {
        PointsLedger ledger = daily(35);
        for (int version = 0; version <= 35; version++) {
            PointsLedger then = ledger.atVersion(version);
            assertEquals(daily(version), then);
            assertEquals(version, then.balance(day(40)));
            assertEquals(
                    version + 2,
                    done(then.accrue(on(40, "more"), days(2, 1_000))).balance(day(40)));
            assertEquals(Optional.empty(), then.entry("k" + (version + 1)));
        }
        assertSame(ledger.journal(), ledger.journal().take(35));
    }

    /** Replay looks 32 keys up at a time. */
    @Test
    void historiesOfAnyLengthAreReplayed() {
        for (int length : new int[] {0, 1, 31, 32, 33, 64, 65}) {
            PointsLedger ledger = daily(length);
            PointsLedger back = PointsLedger.replay(POLICY, ledger.entries());
            assertEquals(ledger, back);
            assertEquals(length, back.balance(day(100)));
            assertEquals(length, back.version());
        }
    }

    @Test
    void aVersionKnowsOnlyItsOwnLateEntries() {
        PointsLedger ledger = daily(3);
        for (int late = 1; late <= 20; late++) {
            ledger = done(ledger.accrue(on(1, 3, "late" + late), days(10, 1_000)));
        }
        for (int version = 3; version <= 23; version++) {
            assertEquals(10L * (version - 3) + 1, ledger.atVersion(version).balance(day(1)), "version " + version);
            assertEquals(10L * (version - 3) + 2, ledger.atVersion(version).balance(day(2)));
            assertEquals(
                    version - 3,
                    ledger.atVersion(version).journal().index.late().size());
        }
    }

    @Test
    void aSnapshotsVersionsGoOnFromThere() {
        PointsLedger later = done(daily(20).snapshot(on(20, "s")));
        later = done(later.accrue(on(21, "x"), days(5, 1_000)));
        assertEquals(22, later.version());
        assertEquals(20, later.atVersion(21).balance(day(21)));
        assertEquals(0, later.atVersion(20).version() - 20);
        assertEquals(later, PointsLedger.replay(POLICY, later.entries()));
    }

    // ---- as it was known ----------------------------------------------------------------------------------------

    @Test
    void whatWasRecordedLaterWasNotKnown() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(1, 3, "a"), days(1, 1_000)));
        ledger = done(ledger.accrue(on(2, 3, "b"), days(2, 1_000)));
        ledger = done(ledger.accrue(on(4, "c"), days(4, 1_000)));
        ledger = done(ledger.accrue(on(4, 6, "d"), days(8, 1_000)));
        int[] versions = {0, 0, 0, 2, 3, 3, 4, 4};
        for (int day = 0; day < versions.length; day++) {
            assertEquals(ledger.atVersion(versions[day]), ledger.asKnownAt(day(day)), "day " + day);
        }
        assertEquals(2, ledger.asKnownAt(day(4).minusNanos(1)).version());
        assertEquals(3, ledger.asKnownAt(day(4)).balance(day(3)));
        assertEquals(7, ledger.asKnownAt(day(5)).balance(day(5)));
        assertEquals(15, ledger.asKnownAt(Instant.MAX).balance(day(5)));
        assertEquals(0, ledger.asKnownAt(Instant.MIN).version());
    }

    // ---- as a value ---------------------------------------------------------------------------------------------

    @Test
    void ledgersAreEqualIfAllTheirEntriesAre() {
        PointsLedger ledger = daily(3);
        assertEquals(daily(3), ledger);
        assertEquals(daily(3).hashCode(), ledger.hashCode());
        assertNotEquals(daily(2), ledger);
        assertNotEquals(daily(2).hashCode(), ledger.hashCode());
        PointsLedger other = done(daily(2).accrue(on(3, "k3"), days(9, 1_000)));
        assertNotEquals(other, ledger);
        assertNotEquals(other.hashCode(), ledger.hashCode());
        assertNotEquals(ledger.with(POLICY.with(ConsumptionOrder.OLDEST)), ledger);
        assertNotEquals(ledger.journal(), new Object());
        // Both are empty, but the next entries have different numbers.
        PointsLedger snapshot = done(ledger.snapshot(on(3, "s")));
        assertNotEquals(PointsLedger.open(POLICY), snapshot.atVersion(3));
        assertNotEquals(
                PointsLedger.open(POLICY).hashCode(), snapshot.atVersion(3).hashCode());
    }
}
