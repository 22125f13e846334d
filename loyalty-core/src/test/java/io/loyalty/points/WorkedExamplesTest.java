package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.CalendarUnit;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the domain that concern the ledger, by hand. */
class WorkedExamplesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LedgerPolicy POLICY = LedgerPolicy.in(TOKYO);

    private static Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    private static Instant midnight(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(TOKYO).toInstant();
    }

    private static Term through(int year, int month, int day) {
        return Term.until(LocalDate.of(year, month, day));
    }

    private static PointsLedger give(PointsLedger ledger, String key, long points, Instant at, Term term) {
        return ledger.accrue(Command.of(key, at), Grant.of(points, term))
                .orElseThrow()
                .ledger();
    }

    private static Rejection rejection(Outcome<Posting> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection();
    }

    private static PointsLedger twoLots(long first, long second) {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "A", first, day(2026, 1, 1), through(2026, 3, 31));
        return give(ledger, "B", second, day(2026, 1, 2), through(2026, 12, 31));
    }

    @Test
    void example6RedeemsWhatExpiresSoonest() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "A", 100, day(2026, 1, 1), through(2026, 12, 31));
        ledger = give(ledger, "B", 50, day(2026, 2, 1), through(2026, 3, 31));
        Posting posting = ledger.redeem(Command.of("r", day(2026, 3, 1)), 50).orElseThrow();
        assertEquals(
                List.of(new Allocation(2, 50)),
                ((Entry.Redemption) posting.entries().get(0)).allocations());
    }

    @Test
    void example7CountsExpiryBeforeAnybodySweeps() {
        PointsLedger ledger = twoLots(30, 70);
        Rejection rejection = rejection(ledger.redeem(Command.of("r", day(2026, 4, 2)), 80));
        assertEquals(Reason.INSUFFICIENT_POINTS, rejection.reason());
        assertEquals(10, rejection.number("missing"));

        Posting swept = ledger.sweep(day(2026, 4, 3)).orElseThrow();
        assertEquals(1, swept.entries().size());
        Entry.Expiry expiry = (Entry.Expiry) swept.entries().get(0);
        assertEquals(List.of(new Allocation(1, 30)), expiry.allocations());
        assertEquals(midnight(2026, 4, 1), expiry.stamp().effectiveAt());
        assertEquals(day(2026, 4, 3), expiry.stamp().recordedAt());
        assertTrue(swept.ledger().sweep(day(2026, 4, 3)).orElseThrow().entries().isEmpty());
        assertEquals(70, swept.ledger().balance(day(2026, 4, 3)));
    }

    @Test
    void example8ExpiresAtTheEndOfMonthsAndFiscalYears() {
        PointsLedger ledger = give(
                PointsLedger.open(POLICY),
                "a",
                1,
                day(2020, 7, 6),
                Term.endOf(CalendarUnit.MONTH, Period.ofMonths(12)));
        assertEquals(
                midnight(2021, 8, 1), ledger.asOf(day(2020, 7, 6)).lots().get(0).expiresAt());
        Term fiscal = Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.NEXT);
        ledger = give(PointsLedger.open(POLICY), "b", 1, day(2026, 3, 31), fiscal);
        ledger = give(ledger, "c", 1, day(2026, 4, 1), fiscal);
        assertEquals(
                List.of(midnight(2027, 4, 1), midnight(2028, 4, 1)),
                ledger.asOf(day(2026, 4, 1)).lots().stream().map(Lot::expiresAt).toList());
    }

    @Test
    void example9SlidesRegularPointsAndKeepsPromotionalOnesFixed() {
        Term sliding = Term.sliding(Period.ofYears(1));
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 100, day(2025, 9, 1), sliding);
        ledger = ledger.accrue(
                        Command.of("p", day(2025, 9, 2)),
                        Grant.of(50, through(2026, 2, 28)).with(PointType.PROMOTIONAL))
                .orElseThrow()
                .ledger();
        ledger = give(ledger, "b", 20, day(2026, 6, 1), sliding);
        assertEquals(
                List.of(midnight(2027, 6, 2), midnight(2027, 6, 2)),
                ledger.asOf(day(2026, 6, 1)).lots().stream().map(Lot::expiresAt).toList());
        assertEquals(120, ledger.balance(day(2027, 6, 1)));
        assertEquals(0, ledger.balance(midnight(2027, 6, 2)));
        assertEquals(150, ledger.balance(midnight(2026, 2, 28)));
    }

    @Test
    void example10CapturesPartOfAHoldAndGivesTheRestBack() {
        PointsLedger ledger = twoLots(30, 70);
        ledger = ledger.hold(Command.of("h", day(2026, 2, 1)), 80, PointType.POINTS, Instant.MAX)
                .orElseThrow()
                .ledger();
        assertEquals(20, ledger.asOf(day(2026, 2, 1)).available());
        assertEquals(100, ledger.balance(day(2026, 2, 1)));
        ledger = ledger.capture(Command.of("c", day(2026, 2, 2)), "h", 50)
                .orElseThrow()
                .ledger();
        assertEquals(50, ledger.balance(day(2026, 2, 2)));
        assertEquals(50, ledger.asOf(day(2026, 2, 2)).available());
        assertEquals(
                Reason.HOLD_CAPTURED,
                rejection(ledger.capture(Command.of("c2", day(2026, 2, 2)), "h", 10))
                        .reason());
        assertEquals(
                Reason.HOLD_CAPTURED,
                rejection(ledger.release(Command.of("c3", day(2026, 2, 2)), "h"))
                        .reason());
    }

    @Test
    void example11RestoresIntoLotsAliveOrDead() {
        PointsLedger before = twoLots(30, 70);
        PointsLedger redeemed = before.redeem(Command.of("r", day(2026, 3, 15)), 80)
                .orElseThrow()
                .ledger();
        PointsLedger restored = redeemed.restore(Command.of("u", day(2026, 3, 20)), "r", 80)
                .orElseThrow()
                .ledger();
        assertEquals(
                before.asOf(day(2026, 3, 20)).lots(),
                restored.asOf(day(2026, 3, 20)).lots());
        assertEquals(
                before.asOf(day(2026, 3, 20)).totals(),
                restored.asOf(day(2026, 3, 20)).totals());

        Instant late = day(2026, 4, 5);
        Position forfeited = redeemed.restore(Command.of("u", late), "r", 80)
                .orElseThrow()
                .ledger()
                .asOf(late);
        assertEquals(70, forfeited.available());
        assertEquals(30, forfeited.totals().expired());

        Position grace = redeemed.with(POLICY.with(new LedgerPolicy.DeadLots.Grace(Period.ofDays(30))))
                .restore(Command.of("u", late), "r", 80)
                .orElseThrow()
                .ledger()
                .asOf(late);
        assertEquals(100, grace.available());
        assertEquals(midnight(2026, 5, 6), grace.lots().get(1).expiresAt());

        Position reissued = redeemed.with(POLICY.with(new LedgerPolicy.DeadLots.Reissue(Term.of(Period.ofMonths(12)))))
                .restore(Command.of("u", late), "r", 80)
                .orElseThrow()
                .ledger()
                .asOf(late);
        assertEquals(30, reissued.lots().get(1).remaining());
        assertEquals(midnight(2027, 4, 6), reissued.lots().get(1).expiresAt());
    }

    @Test
    void example12OwesWhatWasSpentAndComesBack() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "v", 1091, day(2026, 1, 1), Term.never());
        ledger = ledger.redeem(Command.of("r", day(2026, 1, 2)), 1091)
                .orElseThrow()
                .ledger();
        List<Allocation> owed = List.of(new Allocation(1, 1091));
        PointsLedger indebted = ledger.clawBack(Command.of("back", day(2026, 1, 3)), owed)
                .orElseThrow()
                .ledger();
        Position position = indebted.asOf(day(2026, 1, 3));
        assertEquals(-1091, position.net());
        assertEquals(0, position.available());
        indebted = give(indebted, "x", 500, day(2026, 1, 4), Term.never());
        assertEquals(0, indebted.asOf(day(2026, 1, 4)).available());
        indebted = give(indebted, "y", 700, day(2026, 1, 5), Term.never());
        assertEquals(109, indebted.asOf(day(2026, 1, 5)).net());
        assertEquals(109, indebted.asOf(day(2026, 1, 5)).available());

        Position clamped = ledger.with(POLICY.with(new LedgerPolicy.Shortfall.Clamp()))
                .clawBack(Command.of("back", day(2026, 1, 3)), owed)
                .orElseThrow()
                .ledger()
                .asOf(day(2026, 1, 3));
        assertEquals(1091, clamped.totals().uncollected());
        assertEquals(0, clamped.debt());
    }
}
