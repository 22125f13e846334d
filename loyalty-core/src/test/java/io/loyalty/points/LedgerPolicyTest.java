package io.loyalty.points;

import static io.loyalty.points.TokyoAccounts.POLICY;
import static io.loyalty.points.TokyoAccounts.TOKYO;
import static io.loyalty.points.TokyoAccounts.done;
import static io.loyalty.points.TokyoAccounts.give;
import static io.loyalty.points.TokyoAccounts.midnight;
import static io.loyalty.points.TokyoAccounts.noon;
import static io.loyalty.points.TokyoAccounts.on;
import static io.loyalty.points.TokyoAccounts.parts;
import static io.loyalty.points.TokyoAccounts.through;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.time.Term;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every value of every policy that concerns the ledger, by hand. */
class LedgerPolicyTest {

    // ---- consumption order --------------------------------------------------------------------------------------

    /** Lots 1 to 5, given in January: never, promotional to June, to March, promotional to December, to March. */
    private static List<Allocation> taken(ConsumptionOrder order) {
        PointsLedger ledger = PointsLedger.open(POLICY.with(order));
        ledger = give(ledger, "a", 1, 1, Grant.of(10, Term.never()));
        ledger = give(ledger, "b", 1, 2, Grant.of(10, through(6, 30)).with(PointType.PROMOTIONAL));
        ledger = give(ledger, "c", 1, 3, Grant.of(10, through(3, 31)));
        ledger = give(ledger, "d", 1, 4, Grant.of(10, through(12, 31)).with(PointType.PROMOTIONAL));
        ledger = give(ledger, "e", 1, 4, Grant.of(10, through(3, 31)));
        Posting posting = ledger.redeem(on(2, 1, "r"), 50).orElseThrow();
        return ((Entry.Redemption) posting.entries().get(0)).allocations();
    }

    @Test
    void soonestExpiryTakesNeverExpiringLastAndOlderFirst() {
        assertEquals(parts(3, 10, 5, 10, 2, 10, 4, 10, 1, 10), taken(ConsumptionOrder.SOONEST_EXPIRY));
    }

    @Test
    void oldestTakesByAgeThenNumber() {
        assertEquals(parts(1, 10, 2, 10, 3, 10, 4, 10, 5, 10), taken(ConsumptionOrder.OLDEST));
    }

    @Test
    void newestTakesByAgeThenNumberFromTheEnd() {
        assertEquals(parts(5, 10, 4, 10, 3, 10, 2, 10, 1, 10), taken(ConsumptionOrder.NEWEST));
    }

    @Test
    void promotionalFirstTakesThoseBySoonestExpiryAndThenTheRest() {
        assertEquals(parts(2, 10, 4, 10, 3, 10, 5, 10, 1, 10), taken(ConsumptionOrder.PROMOTIONAL_FIRST));
    }

    // ---- activation and the expiry clock ------------------------------------------------------------------------

    private static Lot pending(ExpiryClock clock, Activation activation) {
        PointsLedger ledger = PointsLedger.open(POLICY.with(clock));
        ledger = give(
                ledger, "a", 1, 10, Grant.of(10, Term.of(Period.ofDays(30))).with(activation));
        return ledger.asOf(noon(1, 10)).lots().get(0);
    }

    @Test
    void immediateActivationIsUsableAtOnce() {
        assertEquals(
                noon(1, 10),
                pending(ExpiryClock.FROM_EARNING, Activation.immediate()).activatesAt());
    }

    @Test
    void activationAfterAPeriodCountsFromTheDayOfEarning() {
        Lot lot = pending(ExpiryClock.FROM_EARNING, Activation.after(Period.ofDays(14)));
        assertEquals(midnight(1, 24), lot.activatesAt());
        assertEquals(midnight(2, 10), lot.expiresAt());
        assertEquals(
                midnight(2, 24),
                pending(ExpiryClock.FROM_ACTIVATION, Activation.after(Period.ofDays(14)))
                        .expiresAt());
    }

    @Test
    void activationOnADateIsAtOnceIfTheDateHasPassed() {
        assertEquals(
                midnight(2, 1),
                pending(ExpiryClock.FROM_EARNING, Activation.on(LocalDate.of(2026, 2, 1)))
                        .activatesAt());
        assertEquals(
                noon(1, 10),
                pending(ExpiryClock.FROM_EARNING, Activation.on(LocalDate.of(2026, 1, 10)))
                        .activatesAt());
    }

    @Test
    void activationOnAnEventStartsTheClockOnlyIfThePolicySaysSo() {
        for (ExpiryClock clock : ExpiryClock.values()) {
            PointsLedger ledger = PointsLedger.open(POLICY.with(clock));
            ledger = give(
                    ledger, "a", 1, 10, Grant.of(10, Term.of(Period.ofDays(30))).with(Activation.onEvent()));
            assertEquals(10, ledger.asOf(noon(1, 20)).pending());
            assertEquals(0, ledger.balance(noon(1, 20)));
            ledger = done(ledger.activate(on(1, 20, "x"), List.of(1)));
            assertEquals(10, ledger.balance(noon(1, 20)));
            assertEquals(
                    clock == ExpiryClock.FROM_EARNING ? midnight(2, 10) : midnight(2, 20),
                    ledger.asOf(noon(1, 20)).lots().get(0).expiresAt());
        }
    }

    // ---- clawback and shortfall ---------------------------------------------------------------------------------

    /** Lot 1 with 40 of 100 left, lot 2 with 30, lot 3 pending with 20; 80 of lot 1 and 20 of lot 3 are taken back. */
    private static Entry.Clawback clawback(LedgerPolicy policy) {
        PointsLedger ledger = PointsLedger.open(policy);
        ledger = give(ledger, "a", 1, 1, Grant.of(100, through(3, 31)));
        ledger = give(ledger, "b", 1, 1, Grant.of(30, through(6, 30)));
        ledger = give(ledger, "c", 1, 1, Grant.of(20, through(6, 30)).with(Activation.onEvent()));
        ledger = done(ledger.redeem(on(1, 2, "r"), 60));
        Posting posting = ledger.clawBack(on(1, 3, "back"), parts(1, 80, 3, 20)).orElseThrow();
        return (Entry.Clawback) posting.entries().get(0);
    }

    @Test
    void ownLotComesFirstThenOthersThenDebt() {
        Entry.Clawback clawback = clawback(POLICY);
        assertEquals(parts(1, 40, 3, 20, 2, 30), clawback.taken());
        assertEquals(10, clawback.debt());
    }

    @Test
    void pendingOnlyLeavesActivePointsAlone() {
        Entry.Clawback clawback = clawback(POLICY.with(ClawbackSource.PENDING_ONLY));
        assertEquals(parts(3, 20), clawback.taken());
        assertEquals(80, clawback.debt());
    }

    @Test
    void debtHasALimit() {
        Entry.Clawback clawback = clawback(POLICY.with(new Shortfall.Debt(7)));
        assertEquals(List.of(7L, 3L, 0L), List.of(clawback.debt(), clawback.uncollected(), clawback.moneyDue()));
    }

    @Test
    void clampLetsGoAndRecords() {
        Entry.Clawback clawback = clawback(POLICY.with(new Shortfall.Clamp()));
        assertEquals(List.of(0L, 10L, 0L), List.of(clawback.debt(), clawback.uncollected(), clawback.moneyDue()));
    }

    @Test
    void moneyDueAsksForMoney() {
        Entry.Clawback clawback = clawback(POLICY.with(new Shortfall.MoneyDue()));
        assertEquals(List.of(0L, 0L, 10L), List.of(clawback.debt(), clawback.uncollected(), clawback.moneyDue()));
    }

    @Test
    void pointsThatDiedInTheirOwnLotAreNotTakenFromOthers() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(100, through(3, 31)));
        ledger = give(ledger, "b", 1, 1, Grant.of(30, through(6, 30)));
        ledger = done(ledger.redeem(on(1, 2, "r"), 60));
        for (PointsLedger either : List.of(ledger, done(ledger.sweep(noon(4, 1))))) {
            Posting posting = either.clawBack(on(4, 2, "back"), parts(1, 100)).orElseThrow();
            Entry.Clawback clawback = (Entry.Clawback) posting.entries().get(0);
            assertEquals(parts(1, 40), clawback.expired());
            assertEquals(parts(2, 30), clawback.taken());
            assertEquals(30, clawback.debt());
        }
    }

    @Test
    void debtIsPaidWhenPendingPointsActivateAndWhenHeldOnesReturn() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(100, Term.never()));
        ledger = give(ledger, "p", 1, 1, Grant.of(25, Term.never()).with(Activation.on(LocalDate.of(2026, 2, 1))));
        ledger = done(ledger.hold(on(1, 2, "h"), 40, PointType.POINTS, noon(3, 1)));
        ledger = done(ledger.redeem(on(1, 2, "r"), 60));
        ledger = done(ledger.clawBack(on(1, 3, "back"), parts(1, 100)));
        assertEquals(100, ledger.asOf(noon(1, 3)).debt());
        assertEquals(75, ledger.asOf(midnight(2, 1)).debt());
        assertEquals(35, ledger.asOf(noon(3, 1)).debt());
        assertEquals(0, ledger.asOf(noon(3, 1)).available());
        assertEquals(
                65,
                done(ledger.restore(on(3, 2, "u"), "r", 60)).asOf(noon(3, 2)).available() + 40);
    }

    // ---- restoration --------------------------------------------------------------------------------------------

    /** Lot 1 with 30 through 31 March, lot 2 with 70; 80 redeemed, 60 of them restored. */
    private static Entry.Restoration restoration(LedgerPolicy policy, int month, int day) {
        PointsLedger ledger = PointsLedger.open(policy);
        ledger = give(ledger, "a", 1, 1, Grant.of(30, through(3, 31)));
        ledger = give(ledger, "b", 1, 2, Grant.of(70, through(12, 31)));
        ledger = done(ledger.redeem(on(3, 15, "r"), 80));
        Posting posting = ledger.restore(on(month, day, "u"), "r", 60).orElseThrow();
        return (Entry.Restoration) posting.entries().get(0);
    }

    @Test
    void lastConsumedFirst() {
        assertEquals(parts(2, 50, 1, 10), restoration(POLICY, 3, 20).restored());
    }

    @Test
    void firstConsumedFirst() {
        LedgerPolicy policy = POLICY.with(RestorationOrder.FIRST_CONSUMED_FIRST);
        assertEquals(parts(1, 30, 2, 30), restoration(policy, 3, 20).restored());
    }

    @Test
    void deadLotsForfeitGetGraceOrAreReissued() {
        assertEquals(parts(1, 10), restoration(POLICY, 4, 5).forfeited());
        assertEquals(
                List.of(new Entry.Reissue(1, 3, 10, midnight(4, 16))),
                restoration(POLICY.with(new DeadLots.Grace(Period.ofDays(10))), 4, 5)
                        .reissued());
        assertEquals(
                List.of(new Entry.Reissue(1, 3, 10, midnight(7, 1))),
                restoration(POLICY.with(new DeadLots.Reissue(Term.endOfMonth(Period.ofMonths(2)))), 4, 5)
                        .reissued());
    }

    @Test
    void restorationReturnsToASlidingGroupAsItIsNow() {
        Term term = Term.sliding(Period.ofDays(10));
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(10, term));
        ledger = done(ledger.redeem(on(1, 2, "r"), 10));
        ledger = give(ledger, "b", 1, 9, Grant.of(5, term));
        ledger = done(ledger.restore(on(1, 15, "u"), "r", 10));
        assertEquals(15, ledger.balance(midnight(1, 19)));
        assertEquals(0, ledger.balance(midnight(1, 20)));
    }

    @Test
    void redeemAndRestoreAThousandTimesIsTheIdentity() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(30, through(3, 31)));
        ledger = give(ledger, "b", 1, 2, Grant.of(70, Term.sliding(Period.ofDays(90))));
        List<Lot> lots = ledger.asOf(noon(2, 1)).lots();
        Totals totals = ledger.asOf(noon(2, 1)).totals();
        for (int i = 0; i < 1_000; i++) {
            ledger = done(ledger.redeem(on(2, 1, "r" + i), 80));
            ledger = done(ledger.restore(on(2, 1, "u" + i), "r" + i, i % 80 + 1));
            if (i % 80 + 1 < 80) {
                ledger = done(ledger.restore(on(2, 1, "v" + i), "r" + i, 79 - i % 80));
            }
        }
        assertEquals(lots, ledger.asOf(noon(2, 1)).lots());
        assertEquals(totals, ledger.asOf(noon(2, 1)).totals());
    }

    // ---- holds over expiry --------------------------------------------------------------------------------------

    private static PointsLedger heldOverExpiry(HoldOverExpiry choice) {
        PointsLedger ledger = give(PointsLedger.open(POLICY.with(choice)), "a", 1, 1, Grant.of(30, through(3, 31)));
        ledger = give(ledger, "b", 1, 2, Grant.of(70, through(12, 31)));
        return done(ledger.hold(on(3, 1, "h"), 80, PointType.POINTS, noon(5, 1)));
    }

    @Test
    void honouredHoldIsCapturedAfterItsLotDied() {
        PointsLedger ledger = heldOverExpiry(HoldOverExpiry.HONOUR_HOLD);
        assertEquals(80, ledger.asOf(noon(4, 1)).held());
        assertEquals(
                50,
                done(ledger.capture(on(4, 1, "c"), "h", 50))
                        .asOf(noon(4, 1))
                        .totals()
                        .redeemed());
        Position released = done(ledger.release(on(4, 1, "c"), "h")).asOf(noon(4, 1));
        assertEquals(70, released.available());
        assertEquals(30, released.totals().expired());
        assertEquals(70, ledger.asOf(noon(5, 1)).available());
        assertEquals(30, ledger.asOf(noon(5, 1)).totals().expired());
    }

    @Test
    void strictHoldLosesWhatDies() {
        PointsLedger ledger = heldOverExpiry(HoldOverExpiry.STRICT);
        assertEquals(80, ledger.asOf(midnight(4, 1).minusNanos(1)).held());
        assertEquals(50, ledger.asOf(midnight(4, 1)).held());
        assertEquals(30, ledger.asOf(midnight(4, 1)).totals().expired());
        assertEquals(
                new Outcome.Rejected<>(
                        new Rejection(Reason.CAPTURE_EXCEEDS_HOLD, Map.of("requested", 51L, "held", 50L))),
                ledger.capture(on(4, 1, "c"), "h", 51));
        Entry.Expiry expiry =
                (Entry.Expiry) ledger.sweep(noon(4, 2)).orElseThrow().entries().get(0);
        assertEquals(parts(1, 30), expiry.allocations());
        assertEquals(midnight(4, 1), expiry.stamp().effectiveAt());
    }

    // ---- the policy itself --------------------------------------------------------------------------------------

    @Test
    void defaultsAreTheFirstValues() {
        assertEquals(
                new LedgerPolicy(
                        TOKYO,
                        ConsumptionOrder.values()[0],
                        ExpiryClock.values()[0],
                        ClawbackSource.values()[0],
                        new Shortfall.Debt(Long.MAX_VALUE),
                        new DeadLots.Forfeit(),
                        RestorationOrder.values()[0],
                        HoldOverExpiry.values()[0],
                        new TransferExpiry.Keep()),
                POLICY);
        assertEquals(
                "shortfall",
                assertThrows(NullPointerException.class, () -> POLICY.with((Shortfall) null))
                        .getMessage());
    }

    @Test
    void changedPolicyDecidesWhatComesAndLeavesWhatWas() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(30, through(3, 31)));
        ledger = give(ledger, "b", 1, 2, Grant.of(70, through(12, 31)));
        ledger = done(ledger.redeem(on(1, 3, "r"), 10));
        PointsLedger changed = ledger.with(POLICY.with(ConsumptionOrder.NEWEST));
        assertEquals(ledger.asOf(noon(1, 3)).lots(), changed.asOf(noon(1, 3)).lots());
        assertEquals(
                parts(2, 10),
                ((Entry.Redemption) changed.redeem(on(1, 4, "s"), 10)
                                .orElseThrow()
                                .entries()
                                .get(0))
                        .allocations());
    }
}
