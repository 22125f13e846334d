package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.points.LedgerPolicy.Shortfall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clawbacks one after the other: what was found once is not found again. */
class ClawbacksTest {

    private static Entry.Clawback back(Outcome<Posting> outcome) {
        return (Entry.Clawback) outcome.orElseThrow().entries().get(0);
    }

    private static List<Allocation> owed(long points) {
        return List.of(new Allocation(1, points));
    }

    @Test
    void expiredPointsAreFoundOnce() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(100, 3)));
        ledger = done(ledger.redeem(on(1, "r"), 70));
        Entry.Clawback first = back(ledger.clawBack(on(9, "c"), owed(20)));
        assertEquals(List.of(new Allocation(1, 20)), first.expired());
        assertEquals(0, first.debt());
        ledger = done(ledger.clawBack(on(9, "c"), owed(20)));
        Entry.Clawback second = back(ledger.clawBack(on(9, "c2"), owed(25)));
        assertEquals(List.of(new Allocation(1, 10)), second.expired());
        assertEquals(15, second.debt());
        PointsLedger swept = done(ledger.sweep(day(9)));
        assertEquals(
                second.expired(), back(swept.clawBack(on(9, "c2"), owed(25))).expired());
        ledger = done(ledger.clawBack(on(9, "c2"), owed(25)));
        Entry.Clawback third = back(ledger.clawBack(on(9, "c3"), owed(55)));
        assertEquals(List.of(), third.expired());
        assertEquals(55, third.debt());
    }

    @Test
    void othersPayWhatTheOwnLotCannot() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(10, 30)));
        ledger = done(ledger.accrue(on(0, "b"), days(20, 20)));
        ledger = done(ledger.accrue(on(0, "c"), days(40, 40)));
        ledger = done(ledger.redeem(on(1, "r"), 24));
        assertEquals(
                List.of(new Allocation(1, 6)),
                back(ledger.clawBack(on(2, "x"), owed(6))).taken());
        assertEquals(
                List.of(new Allocation(1, 6), new Allocation(3, 4)),
                back(ledger.clawBack(on(2, "x"), owed(10))).taken());
        assertEquals(
                List.of(new Allocation(3, 5), new Allocation(1, 6)),
                back(ledger.clawBack(on(2, "x"), List.of(new Allocation(3, 5), new Allocation(1, 6))))
                        .taken());
        assertEquals(
                List.of(new Allocation(3, 40), new Allocation(1, 6)),
                back(ledger.clawBack(on(2, "x"), List.of(new Allocation(3, 40), new Allocation(1, 10))))
                        .taken());
        assertEquals(
                4,
                back(ledger.clawBack(on(2, "x"), List.of(new Allocation(3, 40), new Allocation(1, 10))))
                        .debt());
    }

    @Test
    void theLimitIsOfAllDebt() {
        PointsLedger ledger =
                done(PointsLedger.open(POLICY.with(new Shortfall.Debt(10))).accrue(on(0, "a"), days(100, 30)));
        ledger = done(ledger.redeem(on(1, "r"), 100));
        ledger = done(ledger.clawBack(on(2, "c"), owed(7)));
        assertEquals(7, ledger.asOf(day(2)).debt());
        Entry.Clawback exact = back(ledger.clawBack(on(2, "d"), owed(3)));
        assertEquals(3, exact.debt());
        assertEquals(0, exact.uncollected());
        Entry.Clawback beyond = back(ledger.clawBack(on(2, "d"), owed(5)));
        assertEquals(3, beyond.debt());
        assertEquals(2, beyond.uncollected());
        PointsLedger stricter = done(ledger.clawBack(on(2, "d"), owed(3))).with(POLICY.with(new Shortfall.Debt(0)));
        Entry.Clawback none = back(stricter.clawBack(on(2, "e"), owed(4)));
        assertEquals(0, none.debt());
        assertEquals(4, none.uncollected());
    }
}
