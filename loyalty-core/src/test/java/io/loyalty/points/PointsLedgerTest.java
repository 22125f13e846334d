package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.midnight;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the oracle and hard thought found wrong once, and the corners of time, sliding, debt and number ranges. */
class PointsLedgerTest {

    private static Term sliding(int days, Renewal... renewals) {
        return Term.sliding(Period.ofDays(days), List.of(renewals));
    }

    private static PointsLedger open() {
        return PointsLedger.open(POLICY);
    }

    private static void refused(Reason reason, Map<String, Long> numbers, Outcome<?> outcome) {
        assertEquals(new Outcome.Rejected<>(new Rejection(reason, numbers)), outcome);
    }

    // ---- the end of time ----------------------------------------------------------------------------------------

    @Test
    void pointsThatNeverExpireAreThereAtTheEndOfTime() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), Grant.of(10, Term.never())));
        PointsLedger waiting =
                done(ledger.accrue(on(0, "b"), Grant.of(5, Term.never()).with(Activation.onEvent())));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(10, waiting.balance(Instant.MAX));
            assertEquals(5, waiting.asOf(Instant.MAX).pending());
            assertEquals(10, waiting.asOf(Instant.MAX).lots().get(0).remaining());
            assertEquals(0, waiting.asOf(day(1)).expiringBy(Instant.MAX));
            assertEquals(new TreeMap<>(), waiting.asOf(day(1)).expiringThrough(LocalDate.MAX));
        });
    }

    @Test
    void nothingIsSweptAtTheEndOfTime() {
        assertEquals(
                "at must be before the end of time: " + Instant.MAX,
                assertThrows(IllegalArgumentException.class, () -> open().sweep(Instant.MAX))
                        .getMessage());
    }

    // ---- sliding ------------------------------------------------------------------------------------------------

    /** A sliding lot, redeemed or held or left, and a fixed one whose expiry is swept after both have died. */
    private static PointsLedger dyingGroup() {
        PointsLedger ledger = done(open().accrue(on(0, "s"), Grant.of(100, sliding(10, Renewal.ACCRUAL))));
        return done(ledger.accrue(on(1, "f"), days(7, 3)));
    }

    @Test
    void redemptionOfASweptGroupIsRestored() {
        PointsLedger ledger = done(dyingGroup().redeem(on(2, "r"), 107));
        ledger = done(ledger.accrue(on(3, "g"), days(5, 2)));
        ledger = done(ledger.sweep(day(30)));
        Position position = done(ledger.restore(on(31, "u"), "r", 107)).asOf(day(31));
        assertEquals(0, position.available());
        assertEquals(112, position.totals().expired());
    }

    @Test
    void holdOnASweptGroupIsReleasedAndItsExpiryIsStillTheGroups() {
        PointsLedger ledger = done(dyingGroup().hold(on(2, "h"), 107, PointType.POINTS, Instant.MAX));
        ledger = done(ledger.accrue(on(3, "g"), days(5, 2)));
        PointsLedger swept = done(ledger.sweep(day(30)));
        assertEquals(ledger.asOf(day(30)).lots(), swept.asOf(day(30)).lots());
        assertEquals(midnight(14), swept.asOf(day(30)).lots().get(0).expiresAt());
        assertEquals(
                112,
                done(swept.release(on(31, "u"), "h")).asOf(day(31)).totals().expired());
    }

    @Test
    void pointsOfASweptGroupAreReinstated() {
        PointsLedger ledger = done(dyingGroup().sweep(day(30)));
        ledger = done(ledger.reinstate(on(31, "u"), List.of(new Allocation(1, 40)), midnight(40), "kindness"));
        assertEquals(40, ledger.balance(day(31)));
        assertEquals(67, ledger.asOf(day(31)).totals().expired());
    }

    // ---- two accounts -------------------------------------------------------------------------------------------

    private static Outcome<Transfer> send(Command command, PointsLedger from, PointsLedger into, long points) {
        return Transfers.transfer(
                command,
                new Transfers.Account("ann", from),
                new Transfers.Account("ben", into),
                points,
                PointType.POINTS);
    }

    @Test
    void transferIsNotRepeatedByHalfAfterASnapshot() {
        PointsLedger ann = done(open().accrue(on(0, "a"), days(100, 30)));
        Transfer first = send(on(1, "t"), ann, open(), 40).orElseThrow();
        PointsLedger annLater = done(first.from().ledger().snapshot(on(2, "s")));
        PointsLedger benLater = done(first.into().ledger().snapshot(on(2, "s")));
        refused(
                Reason.KEY_REUSED,
                Map.of("sequence", 1L),
                send(on(3, "t"), annLater, first.into().ledger(), 40));
        refused(
                Reason.KEY_REUSED,
                Map.of("sequence", 2L),
                send(on(3, "t"), first.from().ledger(), benLater, 40));
        assertInstanceOf(
                Outcome.Duplicate.class,
                send(on(3, "t"), first.from().ledger(), first.into().ledger(), 40));
    }

    // ---- numbers without wrap-around ----------------------------------------------------------------------------

    private static final long MOST = Long.MAX_VALUE;

    private static PointsLedger reissuedMost(LedgerPolicy.Shortfall shortfall) {
        PointsLedger ledger =
                PointsLedger.open(POLICY.with(shortfall).with(new LedgerPolicy.DeadLots.Reissue(Term.never())));
        ledger = done(ledger.accrue(on(0, "a"), days(MOST, 3)));
        ledger = done(ledger.redeem(on(1, "r"), MOST));
        ledger = done(ledger.restore(on(9, "u"), "r", MOST));
        return done(ledger.redeem(on(10, "r2"), MOST));
    }

    @Test
    void clawbackBeyondTheRangeIsRefused() {
        for (LedgerPolicy.Shortfall shortfall : List.of(
                LedgerPolicy.Shortfall.Debt.UNLIMITED,
                new LedgerPolicy.Shortfall.Clamp(),
                new LedgerPolicy.Shortfall.MoneyDue())) {
            PointsLedger ledger = reissuedMost(shortfall);
            ledger = done(ledger.clawBack(on(11, "c"), List.of(new Allocation(1, MOST))));
            refused(
                    Reason.OVERFLOW,
                    Map.of("requested", 5L, "room", 0L),
                    ledger.clawBack(on(12, "d"), List.of(new Allocation(2, 5))));
            refused(
                    Reason.OVERFLOW,
                    Map.of("requested", MOST, "room", MOST),
                    reissuedMost(shortfall)
                            .clawBack(on(12, "d"), List.of(new Allocation(1, MOST), new Allocation(2, MOST))));
        }
    }

    @Test
    void debtThatGoesBeyondTheRangeIsRefused() {
        PointsLedger ann = done(open().accrue(on(0, "a"), days(MOST, 30)));
        ann = done(ann.redeem(on(1, "r"), MOST));
        ann = done(ann.clawBack(on(2, "c"), List.of(new Allocation(1, MOST))));
        refused(Reason.OVERFLOW, Map.of("requested", 1L, "room", 0L), ann.accrue(on(3, "b"), days(1, 30)));
        refused(
                Reason.OVERFLOW,
                Map.of("requested", MOST, "room", 0L),
                Transfers.merge(
                        on(3, "m"),
                        new Transfers.Account("ann", ann),
                        new Transfers.Account("ben", open()),
                        PointType.POINTS));
    }

    // ---- what is learnt late ------------------------------------------------------------------------------------

    @Test
    void groupRevivedByALateRenewalPaysDebtFirst() {
        Term term = sliding(10, Renewal.ACCRUAL, Renewal.VISIT);
        PointsLedger ledger = done(open().accrue(on(0, "s"), Grant.of(100, term)));
        ledger = done(ledger.accrue(on(0, "m"), days(30, 5)));
        ledger = done(ledger.redeem(on(1, "r"), 30));
        ledger = done(ledger.clawBack(on(15, "c"), List.of(new Allocation(2, 30))));
        assertEquals(30, ledger.asOf(day(15)).debt());
        Command late = on(9, "v").recordedAt(day(15));
        Position position = done(ledger.renew(late, Renewal.VISIT)).asOf(day(15));
        assertEquals(0, position.debt());
        assertEquals(70, position.available());
    }

    // ---- terms that earning does not renew ----------------------------------------------------------------------

    @Test
    void earningDoesNotLengthenATermThatOnlyRedemptionRenews() {
        Term term = sliding(10, Renewal.REDEMPTION);
        PointsLedger ledger = done(open().accrue(on(0, "a"), Grant.of(100, term)));
        ledger = done(ledger.accrue(on(6, "b"), Grant.of(50, term)));
        assertEquals(150, ledger.balance(day(10)));
        assertEquals(50, ledger.balance(day(11)));
        assertEquals(0, ledger.balance(day(17)));
        PointsLedger renewed = done(ledger.redeem(on(8, "r"), 1));
        assertEquals(149, renewed.balance(day(18)));
        assertEquals(0, renewed.balance(day(19)));
    }

    @Test
    void expiredPointsThatAClawbackSettledAreNotReinstated() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(100, 3)));
        ledger = done(ledger.clawBack(on(10, "c"), List.of(new Allocation(1, 70))));
        assertEquals(0, ledger.asOf(day(10)).debt());
        refused(
                Reason.NOT_EXPIRED,
                Map.of("lot", 1L, "requested", 31L, "expired", 30L),
                ledger.reinstate(on(11, "x"), List.of(new Allocation(1, 31)), midnight(40), "kindness"));
        ledger = done(ledger.reinstate(on(11, "y"), List.of(new Allocation(1, 30)), midnight(40), "kindness"));
        assertEquals(30, ledger.balance(day(11)));
    }

    // ---- pending points -----------------------------------------------------------------------------------------

    @Test
    void pendingPointsDieOnTheirDayIfTheClockRunsFromEarning() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(100, 3).with(Activation.onEvent())));
        assertEquals(100, ledger.asOf(day(3)).pending());
        Position dead = ledger.asOf(midnight(4));
        assertEquals(0, dead.pending());
        assertEquals(List.of(), dead.lots());
        assertEquals(100, dead.totals().expired());
        refused(Reason.NOT_PENDING, Map.of("lot", 1L), ledger.activate(on(5, "e"), List.of(1)));
        Posting swept = ledger.sweep(day(6)).orElseThrow();
        assertEquals(
                List.of(new Entry.Expiry(
                        new Entry.Stamp(2, "~2", midnight(4), day(6)),
                        PointType.POINTS,
                        List.of(new Allocation(1, 100)))),
                swept.entries());
        assertEquals(100, swept.ledger().asOf(day(6)).totals().expired());
    }

    @Test
    void changedTermOfPendingPointsCountsAsTheExpiryClockSays() {
        PointsLedger ledger = PointsLedger.open(POLICY.with(LedgerPolicy.ExpiryClock.FROM_ACTIVATION));
        ledger = done(ledger.accrue(on(0, "a"), days(100, 50).with(Activation.onEvent())));
        ledger = done(
                ledger.changeTerm(on(1, "t"), Term.of(Period.ofDays(3)), OldLots.IMMEDIATE_ON_CHANGE, "new terms"));
        assertEquals(100, ledger.asOf(day(20)).pending());
        ledger = done(ledger.activate(on(20, "e"), List.of(1)));
        assertEquals(midnight(24), ledger.asOf(day(20)).lots().get(0).expiresAt());
    }

    @Test
    void expirySetByHandOutlivesTheActivation() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(100, 10).with(Activation.onEvent())));
        ledger = done(ledger.extend(on(1, "x"), List.of(1), midnight(60), "kindness"));
        ledger = ledger.with(POLICY.with(LedgerPolicy.ExpiryClock.FROM_ACTIVATION));
        ledger = done(ledger.activate(on(20, "e"), List.of(1)));
        assertEquals(midnight(60), ledger.asOf(day(20)).lots().get(0).expiresAt());
    }

    @Test
    void strictHoldLosesPointsThatANewTermEnds() {
        PointsLedger ledger = PointsLedger.open(POLICY.with(HoldOverExpiry.STRICT));
        ledger = done(ledger.accrue(on(0, "a"), days(100, 50)));
        ledger = done(ledger.hold(on(1, "h"), 60, PointType.POINTS, Instant.MAX));
        ledger = done(
                ledger.changeTerm(on(9, "t"), Term.of(Period.ofDays(3)), OldLots.IMMEDIATE_ON_CHANGE, "new terms"));
        assertEquals(0, ledger.asOf(day(9)).held());
        assertEquals(100, ledger.asOf(day(9)).totals().expired());
    }

    // ---- keys ---------------------------------------------------------------------------------------------------

    @Test
    void keyIsReusedIfAnyPartOfTheContentDiffers() {
        Grant grant = days(100, 10).from("v1");
        PointsLedger ledger = done(open().accrue(on(0, "a"), grant));
        ledger = done(ledger.adjustUp(on(1, "b"), grant, "sorry", "desk"));
        ledger = done(ledger.changeTerm(on(2, "c"), Term.never(), OldLots.IMMEDIATE_ON_CHANGE, "new terms"));
        assertInstanceOf(Outcome.Duplicate.class, ledger.accrue(on(5, "a"), grant));
        assertInstanceOf(Outcome.Duplicate.class, ledger.adjustUp(on(5, "b"), grant, "sorry", "desk"));
        for (Grant other : List.of(
                grant.from("v2"),
                grant.with(Activation.onEvent()),
                grant.with(PointType.PROMOTIONAL),
                days(100, 11).from("v1"),
                days(99, 10).from("v1"))) {
            refused(Reason.KEY_REUSED, Map.of("sequence", 1L), ledger.accrue(on(5, "a"), other));
            refused(Reason.KEY_REUSED, Map.of("sequence", 2L), ledger.adjustUp(on(5, "b"), other, "sorry", "desk"));
        }
        refused(
                Reason.KEY_REUSED,
                Map.of("sequence", 3L),
                ledger.changeTerm(on(5, "c"), sliding(9, Renewal.VISIT), OldLots.IMMEDIATE_ON_CHANGE, "new terms"));
    }

    @Test
    void newTermMovesTheFirstLotOfAGroupOutOfIt() {
        Term term = sliding(10, Renewal.ACCRUAL);
        PointsLedger ledger = done(open().accrue(on(0, "a"), Grant.of(100, term)));
        ledger = done(ledger.accrue(on(6, "b"), Grant.of(50, term)));
        ledger = done(ledger.changeTerm(on(12, "t"), term, OldLots.IMMEDIATE_ON_CHANGE, "counted from earning"));
        assertEquals(50, ledger.balance(day(12)));
        assertEquals(100, ledger.asOf(day(12)).totals().expired());
    }

    @Test
    void slidingPointsThatAreOverWhenTheyActivateDieThen() {
        Grant grant = Grant.of(100, sliding(5, Renewal.ACCRUAL)).with(Activation.after(Period.ofDays(9)));
        PointsLedger ledger = done(open().accrue(on(0, "a"), grant));
        assertEquals(100, ledger.asOf(day(8)).pending());
        assertEquals(100, ledger.asOf(midnight(9)).totals().expired());
        List<Entry> swept = ledger.sweep(day(20)).orElseThrow().entries();
        assertEquals(
                List.of(midnight(9), midnight(9)),
                swept.stream().map(entry -> entry.stamp().effectiveAt()).toList());
        assertInstanceOf(Entry.Expiry.class, swept.get(0));
        assertInstanceOf(Entry.Activation.class, swept.get(1));
    }

    @Test
    void pendingSlidingPointsAreNotExtendedIntoThePast() {
        Grant grant = Grant.of(100, sliding(5, Renewal.ACCRUAL)).with(Activation.onEvent());
        PointsLedger ledger = done(open().accrue(on(0, "a"), grant));
        refused(Reason.NOT_LONGER, Map.of("lot", 1L), ledger.extend(on(20, "x"), List.of(1), day(10), "kindness"));
        assertEquals(
                100,
                done(ledger.extend(on(20, "x"), List.of(1), day(30), "kindness"))
                        .asOf(day(20))
                        .pending());
    }
}
