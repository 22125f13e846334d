package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.midnight;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What time alone does: lots become usable, join groups, and die. */
class PassageTest {

    private static final Term TEN_DAYS = Term.sliding(Period.ofDays(10), List.of(Renewal.ACCRUAL));

    private static Grant after(int days, Grant grant) {
        return grant.with(Activation.after(Period.ofDays(days)));
    }

    @Test
    void earningAgainLengthensTheGroupThatItJoins() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), Grant.of(1, TEN_DAYS)));
        ledger = done(ledger.accrue(on(5, "b"), Grant.of(2, TEN_DAYS)));
        List<Lot> lots = ledger.asOf(day(5)).lots();
        assertEquals(List.of(1, 1), lots.stream().map(Lot::group).toList());
        assertEquals(
                List.of(midnight(16), midnight(16)),
                lots.stream().map(Lot::expiresAt).toList());
        ledger = done(ledger.accrue(on(16, "c"), Grant.of(4, TEN_DAYS)));
        assertEquals(
                List.of(2), ledger.asOf(day(16)).lots().stream().map(Lot::group).toList());
    }

    /** Its clock starts when it becomes usable: that is later than the renewal by which it was earned. */
    @Test
    void aLotThatBecomesUsableLengthensTheGroupThatItJoins() {
        PointsLedger ledger = PointsLedger.open(POLICY.with(ExpiryClock.FROM_ACTIVATION));
        ledger = done(ledger.accrue(on(0, "a"), Grant.of(1, TEN_DAYS)));
        ledger = done(ledger.accrue(on(5, "b"), after(4, Grant.of(2, TEN_DAYS))));
        assertEquals(midnight(16), ledger.asOf(day(8)).lots().get(0).expiresAt());
        assertEquals(
                List.of(midnight(20), midnight(20)),
                ledger.asOf(day(9)).lots().stream().map(Lot::expiresAt).toList());
        assertEquals(3, ledger.balance(midnight(20).minusNanos(1)));
        assertEquals(0, ledger.balance(midnight(20)));
    }

    @Test
    void aLotThatBecomesUsableNeverShortensItsGroup() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "early"), after(7, Grant.of(1, TEN_DAYS))));
        ledger = done(ledger.accrue(on(6, "b"), Grant.of(2, TEN_DAYS)));
        // Of its own it would die on day 11; the group that it finds on day 7 lives until day 17.
        assertEquals(3, ledger.balance(midnight(17).minusNanos(1)));
        assertEquals(0, ledger.balance(midnight(17)));
    }

    @Test
    void pointsThatEarningDoesNotRenewJoinOnlyWhatDiesWhenTheyDo() {
        Term visits = Term.sliding(Period.ofDays(10), List.of(Renewal.VISIT));
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), Grant.of(1, visits)));
        ledger = done(ledger.accrue(on(0, "b"), Grant.of(1, visits)));
        ledger = done(ledger.accrue(on(1, "c"), Grant.of(1, visits)));
        assertEquals(
                List.of(1, 1, 2),
                ledger.asOf(day(1)).lots().stream().map(Lot::group).toList());
        ledger = done(ledger.renew(on(4, "v"), Renewal.VISIT));
        assertEquals(
                List.of(midnight(15), midnight(15), midnight(15)),
                ledger.asOf(day(4)).lots().stream().map(Lot::expiresAt).toList());
    }

    @Test
    void aLateLotThatDiedWhileItWasPendingIsBuried() {
        Grant brief = Grant.of(5, Term.of(Period.ofDays(3)));
        PointsLedger open = PointsLedger.open(POLICY);
        for (int wait : new int[] {9, 90}) {
            PointsLedger ledger = done(open.accrue(on(20, "a"), Grant.of(1, Term.of(Period.ofDays(90)))));
            ledger = done(ledger.accrue(new Command("late", day(0), day(20)), after(wait, brief)));
            Position now = ledger.asOf(day(20));
            assertEquals(0, now.pending());
            assertEquals(1, now.available());
            assertEquals(5, now.totals().expired());
            assertEquals(5, ledger.asOf(midnight(4).minusNanos(1)).pending());
            assertEquals(0, ledger.asOf(midnight(4)).pending());
            List<Entry> swept = ledger.sweep(day(20)).orElseThrow().entries();
            assertEquals(1, swept.size());
            assertEquals(midnight(4), swept.get(0).stamp().effectiveAt());
        }
    }

    @Test
    void debtIsPaidByWhatBecomesUsable() {
        PointsLedger ledger =
                done(PointsLedger.open(POLICY).accrue(on(0, "a"), Grant.of(10, Term.of(Period.ofDays(90)))));
        ledger = done(ledger.redeem(on(1, "r"), 10));
        ledger = done(ledger.accrue(on(2, "b"), after(3, Grant.of(6, Term.of(Period.ofDays(90))))));
        ledger = done(ledger.clawBack(on(3, "c"), List.of(new Allocation(1, 4))));
        assertEquals(4, ledger.asOf(midnight(5).minusNanos(1)).debt());
        assertEquals(0, ledger.asOf(midnight(5)).debt());
        assertEquals(2, ledger.balance(midnight(5)));
    }
}
