package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every reason for which the ledger refuses a command, with its numbers, and every argument that it throws on. */
class ReasonTest {

    private static final PointsLedger EMPTY = PointsLedger.open(POLICY);
    /** 100 points in lot 1, given on day 0, last valid on day 10. */
    private static final PointsLedger HUNDRED = done(EMPTY.accrue(on(0, "a"), days(100, 10)));

    private static PointsLedger held(int points, Instant lapsesAt) {
        return done(HUNDRED.hold(on(1, "h"), points, PointType.POINTS, lapsesAt));
    }

    private static void refused(Outcome<?> outcome, Reason reason, Object... numbers) {
        Map<String, Long> named = new HashMap<>();
        for (int i = 0; i < numbers.length; i += 2) {
            named.put((String) numbers[i], ((Number) numbers[i + 1]).longValue());
        }
        assertEquals(new Outcome.Rejected<>(new Rejection(reason, named)), outcome);
    }

    private static Transfers.Account ann(PointsLedger ledger) {
        return new Transfers.Account("ann", ledger);
    }

    private static Transfers.Account ben(PointsLedger ledger) {
        return new Transfers.Account("ben", ledger);
    }

    @Test
    void keyReused() {
        refused(HUNDRED.redeem(on(1, "a"), 5), Reason.KEY_REUSED, "sequence", 1);
    }

    @Test
    void recordedOutOfOrder() {
        refused(
                HUNDRED.redeem(on(1, "r").recordedAt(day(-1)), 5),
                Reason.RECORDED_OUT_OF_ORDER,
                "recordedAt",
                day(-1).toEpochMilli(),
                "lastRecordedAt",
                day(0).toEpochMilli());
        refused(
                HUNDRED.sweep(day(-1)),
                Reason.RECORDED_OUT_OF_ORDER,
                "recordedAt",
                day(-1).toEpochMilli(),
                "lastRecordedAt",
                day(0).toEpochMilli());
    }

    @Test
    void tooLate() {
        refused(
                HUNDRED.redeem(on(-1, "r").recordedAt(day(1)), 5),
                Reason.TOO_LATE,
                "at",
                day(-1).toEpochMilli(),
                "earliest",
                day(0).toEpochMilli());
    }

    @Test
    void instantsBeyondTheRangeOfMillisecondsAreCutOff() {
        refused(
                HUNDRED.redeem(new Command("r", Instant.MIN, day(1)), 5),
                Reason.TOO_LATE,
                "at",
                Long.MIN_VALUE,
                "earliest",
                day(0).toEpochMilli());
        refused(
                HUNDRED.hold(on(1, "h"), 5, PointType.POINTS, Instant.MIN),
                Reason.HOLD_ENDS_BEFORE_IT_BEGINS,
                "at",
                day(1).toEpochMilli(),
                "lapsesAt",
                Long.MIN_VALUE);
        assertEquals(0, held(5, Instant.MAX.minusNanos(1)).asOf(Instant.MAX).held());
    }

    @Test
    void versionConflict() {
        refused(HUNDRED.append(0, List.of()), Reason.VERSION_CONFLICT, "expected", 0, "actual", 1);
    }

    @Test
    void insufficientPoints() {
        Object[] numbers = {"requested", 130, "available", 100, "missing", 30};
        refused(HUNDRED.redeem(on(1, "x"), 130), Reason.INSUFFICIENT_POINTS, numbers);
        refused(HUNDRED.hold(on(1, "x"), 130, PointType.POINTS, Instant.MAX), Reason.INSUFFICIENT_POINTS, numbers);
        refused(
                HUNDRED.adjustDown(on(1, "x"), 130, PointType.POINTS, "error", "desk"),
                Reason.INSUFFICIENT_POINTS,
                numbers);
        refused(
                Transfers.transfer(on(1, "x"), ann(HUNDRED), ben(EMPTY), 130, PointType.POINTS),
                Reason.INSUFFICIENT_POINTS,
                numbers);
        refused(
                HUNDRED.redeem(on(1, "x"), 1, "miles", ""),
                Reason.INSUFFICIENT_POINTS,
                "requested",
                1,
                "available",
                0,
                "missing",
                1);
        refused(
                HUNDRED.redeem(on(11, "x"), Long.MAX_VALUE),
                Reason.INSUFFICIENT_POINTS,
                "requested",
                Long.MAX_VALUE,
                "available",
                0,
                "missing",
                Long.MAX_VALUE);
    }

    @Test
    void overflow() {
        Object[] numbers = {"requested", Long.MAX_VALUE - 99, "room", Long.MAX_VALUE - 100};
        Grant much = days(Long.MAX_VALUE - 99, 10);
        refused(HUNDRED.accrue(on(1, "x"), much), Reason.OVERFLOW, numbers);
        refused(HUNDRED.adjustUp(on(1, "x"), much, "sorry", "desk"), Reason.OVERFLOW, numbers);
        PointsLedger rich = done(EMPTY.accrue(on(0, "b"), much));
        refused(
                Transfers.transfer(on(1, "x"), ann(rich), ben(HUNDRED), Long.MAX_VALUE - 99, PointType.POINTS),
                Reason.OVERFLOW,
                numbers);
        refused(Transfers.merge(on(1, "x"), ann(rich), ben(HUNDRED), PointType.POINTS), Reason.OVERFLOW, numbers);
    }

    @Test
    void unknownLot() {
        refused(HUNDRED.activate(on(1, "x"), List.of(2)), Reason.UNKNOWN_LOT, "lot", 2);
        refused(HUNDRED.clawBack(on(1, "x"), List.of(new Allocation(2, 1))), Reason.UNKNOWN_LOT, "lot", 2);
        refused(HUNDRED.extend(on(1, "x"), List.of(2), day(90), "kindness"), Reason.UNKNOWN_LOT, "lot", 2);
        refused(
                HUNDRED.reinstate(on(1, "x"), List.of(new Allocation(2, 1)), day(90), "kindness"),
                Reason.UNKNOWN_LOT,
                "lot",
                2);
    }

    @Test
    void otherCurrency() {
        PointsLedger both =
                done(HUNDRED.accrue(on(0, "m"), days(7, 10).with(new PointType("miles", PointType.Nature.REGULAR))));
        List<Allocation> lots = List.of(new Allocation(1, 5), new Allocation(2, 5));
        refused(both.clawBack(on(1, "x"), lots), Reason.OTHER_CURRENCY, "lot", 2);
        refused(both.reinstate(on(20, "x"), lots, day(90), "kindness"), Reason.OTHER_CURRENCY, "lot", 2);
    }

    @Test
    void clawbackExceedsLot() {
        PointsLedger clawed = done(HUNDRED.clawBack(on(1, "c"), List.of(new Allocation(1, 60))));
        refused(
                clawed.clawBack(on(1, "x"), List.of(new Allocation(1, 41))),
                Reason.CLAWBACK_EXCEEDS_LOT,
                "lot",
                1,
                "requested",
                41,
                "left",
                40);
    }

    @Test
    void unknownRedemption() {
        refused(HUNDRED.restore(on(1, "x"), "nothing", 1), Reason.UNKNOWN_REDEMPTION);
        refused(HUNDRED.restore(on(1, "x"), "a", 1), Reason.UNKNOWN_REDEMPTION);
    }

    @Test
    void restorationExceedsRedemption() {
        PointsLedger redeemed = done(HUNDRED.redeem(on(1, "r"), 60));
        PointsLedger restored = done(redeemed.restore(on(2, "u"), "r", 45));
        refused(
                restored.restore(on(2, "x"), "r", 16),
                Reason.RESTORATION_EXCEEDS_REDEMPTION,
                "requested",
                16,
                "left",
                15);
    }

    @Test
    void unknownHold() {
        refused(HUNDRED.capture(on(1, "x"), "nothing", 1), Reason.UNKNOWN_HOLD);
        refused(HUNDRED.release(on(1, "x"), "a"), Reason.UNKNOWN_HOLD);
    }

    @Test
    void holdCaptured() {
        PointsLedger captured = done(held(60, Instant.MAX).capture(on(2, "c"), "h", 40));
        refused(captured.capture(on(2, "x"), "h", 20), Reason.HOLD_CAPTURED, "captured", 40);
        refused(captured.release(on(2, "x"), "h"), Reason.HOLD_CAPTURED, "captured", 40);
    }

    @Test
    void holdReleased() {
        PointsLedger released = done(held(60, Instant.MAX).release(on(2, "c"), "h"));
        refused(released.capture(on(2, "x"), "h", 20), Reason.HOLD_RELEASED);
        refused(released.release(on(2, "x"), "h"), Reason.HOLD_RELEASED);
    }

    @Test
    void holdLapsed() {
        PointsLedger lapsed = held(60, day(3));
        done(lapsed.capture(Command.of("x", day(3).minusNanos(1)), "h", 20));
        refused(lapsed.capture(on(3, "x"), "h", 20), Reason.HOLD_LAPSED, "lapsedAt", day(3).toEpochMilli());
        refused(lapsed.release(on(4, "x"), "h"), Reason.HOLD_LAPSED, "lapsedAt", day(3).toEpochMilli());
    }

    @Test
    void captureExceedsHold() {
        refused(
                held(60, Instant.MAX).capture(on(2, "x"), "h", 61),
                Reason.CAPTURE_EXCEEDS_HOLD,
                "requested",
                61,
                "held",
                60);
    }

    @Test
    void holdEndsBeforeItBegins() {
        refused(
                HUNDRED.hold(on(2, "x"), 5, PointType.POINTS, day(2)),
                Reason.HOLD_ENDS_BEFORE_IT_BEGINS,
                "at",
                day(2).toEpochMilli(),
                "lapsesAt",
                day(2).toEpochMilli());
    }

    @Test
    void notPending() {
        refused(HUNDRED.activate(on(1, "x"), List.of(1)), Reason.NOT_PENDING, "lot", 1);
    }

    @Test
    void lotDead() {
        refused(HUNDRED.extend(on(11, "x"), List.of(1), day(90), "kindness"), Reason.LOT_DEAD, "lot", 1);
        PointsLedger spent = done(HUNDRED.redeem(on(1, "r"), 100));
        refused(spent.extend(on(2, "x"), List.of(1), day(90), "kindness"), Reason.LOT_DEAD, "lot", 1);
    }

    @Test
    void notLonger() {
        Instant end = HUNDRED.asOf(day(1)).lots().get(0).expiresAt();
        refused(HUNDRED.extend(on(1, "x"), List.of(1), end, "kindness"), Reason.NOT_LONGER, "lot", 1);
        refused(
                HUNDRED.reinstate(on(20, "x"), List.of(new Allocation(1, 5)), day(20), "kindness"),
                Reason.NOT_LONGER,
                "lot",
                1);
    }

    @Test
    void notExpired() {
        refused(
                HUNDRED.reinstate(on(10, "x"), List.of(new Allocation(1, 5)), day(90), "kindness"),
                Reason.NOT_EXPIRED,
                "lot",
                1,
                "requested",
                5,
                "expired",
                0);
        PointsLedger less = done(HUNDRED.redeem(on(1, "r"), 40));
        refused(
                less.reinstate(on(11, "x"), List.of(new Allocation(1, 61)), day(90), "kindness"),
                Reason.NOT_EXPIRED,
                "lot",
                1,
                "requested",
                61,
                "expired",
                60);
    }

    @Test
    void sameAccount() {
        refused(Transfers.transfer(on(1, "x"), ann(HUNDRED), ann(HUNDRED), 5, PointType.POINTS), Reason.SAME_ACCOUNT);
        refused(Transfers.merge(on(1, "x"), ann(HUNDRED), ann(EMPTY), PointType.POINTS), Reason.SAME_ACCOUNT);
    }

    @Test
    void openHolds() {
        PointsLedger holding = held(60, Instant.MAX);
        refused(Transfers.merge(on(2, "x"), ann(holding), ben(EMPTY), PointType.POINTS), Reason.OPEN_HOLDS, "held", 60);
        refused(holding.snapshot(on(2, "x")), Reason.OPEN_HOLDS, "held", 60);
    }

    @Test
    void unknownMerge() {
        refused(Transfers.unmerge(on(2, "x"), ben(EMPTY), ann(HUNDRED), "m"), Reason.UNKNOWN_MERGE);
        Transfer merged = Transfers.merge(on(1, "m"), ann(HUNDRED), ben(EMPTY), PointType.POINTS)
                .orElseThrow();
        PointsLedger into = merged.into().ledger();
        refused(
                Transfers.unmerge(on(2, "x"), ben(into), new Transfers.Account("cho", EMPTY), "m"),
                Reason.UNKNOWN_MERGE);
        Transfer undone = Transfers.unmerge(
                        on(2, "u"), ben(into), ann(merged.from().ledger()), "m")
                .orElseThrow();
        assertEquals(100, undone.into().ledger().balance(day(2)));
        refused(
                Transfers.unmerge(
                        on(3, "x"),
                        ben(undone.from().ledger()),
                        ann(undone.into().ledger()),
                        "m"),
                Reason.UNKNOWN_MERGE);
        assertInstanceOf(
                Outcome.Duplicate.class,
                Transfers.unmerge(
                        on(3, "u"),
                        ben(undone.from().ledger()),
                        ann(undone.into().ledger()),
                        "m"));
    }

    // ---- what is wrong in the program that calls ----------------------------------------------------------------

    private interface Call {
        Object run();
    }

    private static void thrown(String message, Call call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void pointsBelowOneAreThrownOn() {
        String message = "points must be at least 1: 0";
        thrown(message, () -> HUNDRED.redeem(on(1, "x"), 0));
        thrown(message, () -> HUNDRED.restore(on(1, "x"), "r", 0));
        thrown(message, () -> HUNDRED.hold(on(1, "x"), 0, PointType.POINTS, Instant.MAX));
        thrown(message, () -> HUNDRED.capture(on(1, "x"), "h", 0));
        thrown(message, () -> HUNDRED.adjustDown(on(1, "x"), 0, PointType.POINTS, "error", "desk"));
        thrown(message, () -> Transfers.transfer(on(1, "x"), ann(HUNDRED), ben(EMPTY), 0, PointType.POINTS));
        thrown(message, () -> days(0, 1));
        thrown("lot and points must be at least 1: 1 and 0", () -> new Allocation(1, 0));
        thrown("lot and points must be at least 1: 0 and 1", () -> new Allocation(0, 1));
        thrown("limit must be at least 0: -1", () -> new LedgerPolicy.Shortfall.Debt(-1));
        thrown("period must not be negative: P-1D", () -> new LedgerPolicy.DeadLots.Grace(Period.ofDays(-1)));
    }

    @Test
    void lotsNamedTwiceOrNotAtAllAreThrownOn() {
        thrown("lots must not be empty", () -> HUNDRED.activate(on(1, "x"), List.of()));
        thrown("lots must be distinct: [1, 1]", () -> HUNDRED.extend(on(1, "x"), List.of(1, 1), day(9), "kindness"));
        thrown("lots must not be empty", () -> HUNDRED.clawBack(on(1, "x"), List.of()));
        thrown(
                "lots must be distinct: [1, 1]",
                () -> HUNDRED.reinstate(
                        on(1, "x"), List.of(new Allocation(1, 1), new Allocation(1, 2)), day(9), "kindness"));
    }

    @Test
    void missingReasonsAndActorsAreThrownOn() {
        thrown("reason must be one line of text, not blank", () -> HUNDRED.forfeit(on(1, "x"), PointType.POINTS, " "));
        thrown(
                "actor must be one line of text, not blank",
                () -> HUNDRED.adjustUp(on(1, "x"), days(1, 1), "sorry", ""));
        thrown(
                "reason must be one line of text, not blank",
                () -> HUNDRED.adjustDown(on(1, "x"), 1, PointType.POINTS, "two\nlines", "desk"));
        thrown(
                "reason must be one line of text, not blank",
                () -> HUNDRED.adjustUp(on(1, "x"), days(1, 1), " ", "desk"));
        thrown(
                "actor must be one line of text, not blank",
                () -> HUNDRED.adjustDown(on(1, "x"), 1, PointType.POINTS, "error", "\t"));
        thrown("reason must be one line of text, not blank", () -> HUNDRED.extend(on(1, "x"), List.of(1), day(9), ""));
        thrown(
                "reason must be one line of text, not blank",
                () -> HUNDRED.reinstate(on(1, "x"), List.of(new Allocation(1, 1)), day(9), ""));
        thrown(
                "reason must be one line of text, not blank",
                () -> HUNDRED.changeTerm(on(1, "x"), Term.never(), OldLots.NEW_LOTS_ONLY, ""));
        thrown("name must be one line of text, not blank", () -> new Transfers.Account("", EMPTY));
    }

    @Test
    void unusableKeysAndNamesAreThrownOn() {
        thrown("key must have 1 to 500 characters: 0", () -> on(0, ""));
        thrown("key must have 1 to 500 characters: 501", () -> on(0, "k".repeat(501)));
        assertEquals(500, on(0, "k".repeat(500)).key().length());
        thrown("key must have no control character: at index 1", () -> on(0, "k\t"));
        thrown("key must not begin with '~': '~1'", () -> on(0, "~1"));
        thrown("at must be before the end of time: " + Instant.MAX, () -> Command.of("k", Instant.MAX));
        thrown("source must have no control character", () -> days(1, 1).from("a\nb"));
        thrown(
                "currency must be letters, digits, '-', '_' or '.': 'a b'",
                () -> new PointType("a b", PointType.Nature.REGULAR));
        thrown("point type must read like 'points/REGULAR': 'points'", () -> PointType.parse("points"));
        thrown("activation must read like 'AFTER P14D': 'LATER'", () -> Activation.parse("LATER"));
        thrown("period must not be negative: P-1D", () -> Activation.after(Period.ofDays(-1)));
    }

    @Test
    void refusalTellsItsNumbers() {
        Outcome<Posting> outcome = HUNDRED.redeem(on(1, "x"), 130);
        Rejection rejection = ((Outcome.Rejected<Posting>) outcome).rejection();
        assertEquals("INSUFFICIENT_POINTS {available=100, missing=30, requested=130}", rejection.toString());
        thrown(
                "INSUFFICIENT_POINTS has no number 'lot', only [available, missing, requested]",
                () -> rejection.number("lot"));
        assertEquals("SAME_ACCOUNT", Rejection.of(Reason.SAME_ACCOUNT).toString());
        assertEquals(
                "rejected: INSUFFICIENT_POINTS {available=100, missing=30, requested=130}",
                assertThrows(IllegalStateException.class, outcome::orElseThrow).getMessage());
    }
}
