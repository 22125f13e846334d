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

import io.loyalty.time.CalendarUnit;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long points live, and what renews or changes that, by hand. */
class TermsTest {

    // ---- kinds of expiry ----------------------------------------------------------------------------------------

    private static Instant expiry(Term term) {
        return give(PointsLedger.open(POLICY), "a", 1, 31, Grant.of(10, term))
                .asOf(noon(1, 31))
                .lots()
                .get(0)
                .expiresAt();
    }

    @Test
    void everyKindOfTermEndsAtTheStartOfADay() {
        assertEquals(midnight(3, 1), expiry(Term.of(Period.ofMonths(1))));
        assertEquals(midnight(3, 1), expiry(Term.endOf(CalendarUnit.MONTH, Period.ofMonths(1))));
        assertEquals(midnight(4, 1), expiry(Term.endOf(CalendarUnit.QUARTER, Period.ZERO)));
        assertEquals(midnight(7, 1), expiry(Term.endOf(CalendarUnit.HALF_YEAR, Period.ZERO)));
        assertEquals(midnight(12, 31).plusSeconds(86_400), expiry(Term.endOf(CalendarUnit.YEAR, Period.ZERO)));
        assertEquals(midnight(4, 1), expiry(Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.THIS)));
        assertEquals(
                LocalDate.of(2027, 4, 1).atStartOfDay(TOKYO).toInstant(),
                expiry(Term.endOfFiscalYear(Month.APRIL, Term.FiscalYear.NEXT)));
        assertEquals(midnight(5, 6), expiry(through(5, 5)));
        assertEquals(midnight(2, 11), expiry(Term.sliding(Period.ofDays(10))));
        assertEquals(Instant.MAX, expiry(Term.never()));
    }

    @Test
    void zoneWithoutMidnightEndsThePointsAtTheFirstMomentOfTheDay() {
        ZoneId zone = ZoneId.of("America/Sao_Paulo");
        Instant at = LocalDate.of(2018, 10, 25).atTime(12, 0).atZone(zone).toInstant();
        PointsLedger ledger = done(PointsLedger.open(LedgerPolicy.in(zone))
                .accrue(Command.of("a", at), Grant.of(10, Term.until(LocalDate.of(2018, 11, 3)))));
        // On 4 November 2018 the clock went from 00:00 to 01:00, which is 03:00 UTC.
        Instant end = Instant.parse("2018-11-04T03:00:00Z");
        assertEquals(10, ledger.balance(end.minusNanos(1)));
        assertEquals(0, ledger.balance(end));
        assertEquals(
                Map.of(LocalDate.of(2018, 11, 3), 10L), ledger.asOf(at).expiringThrough(LocalDate.of(2018, 11, 3)));
    }

    @Test
    void slidingTermIsRenewedByWhatItNames() {
        for (Renewal named : Renewal.values()) {
            PointsLedger start = give(
                    PointsLedger.open(POLICY),
                    "a",
                    1,
                    1,
                    Grant.of(10, Term.sliding(Period.ofDays(10), List.of(named))));
            Map<Renewal, PointsLedger> after = Map.of(
                    Renewal.ACCRUAL, give(start, "b", 1, 5, Grant.of(1, Term.never())),
                    Renewal.REDEMPTION, done(start.redeem(on(1, 5, "r"), 1)),
                    Renewal.VISIT, done(start.renew(on(1, 5, "v"), Renewal.VISIT)));
            after.forEach((activity, ledger) -> assertEquals(
                    activity == named ? midnight(1, 16) : midnight(1, 12),
                    ledger.asOf(noon(1, 5)).lots().get(0).expiresAt(),
                    named + " and " + activity));
        }
    }

    @Test
    void captureRenewsAsARedemption() {
        PointsLedger ledger = give(
                PointsLedger.open(POLICY),
                "a",
                1,
                1,
                Grant.of(10, Term.sliding(Period.ofDays(10), List.of(Renewal.REDEMPTION))));
        ledger = done(ledger.hold(on(1, 4, "h"), 5, PointType.POINTS, Instant.MAX));
        assertEquals(midnight(1, 12), ledger.asOf(noon(1, 4)).lots().get(0).expiresAt());
        ledger = done(ledger.capture(on(1, 5, "c"), "h", 5));
        assertEquals(midnight(1, 16), ledger.asOf(noon(1, 5)).lots().get(0).expiresAt());
    }

    @Test
    void adjustmentsTransfersAndRestorationsDoNotSlide() {
        Term term = Term.sliding(Period.ofDays(10), List.of(Renewal.values()));
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(10, term));
        ledger = done(ledger.redeem(on(1, 2, "r"), 5));
        ledger = done(ledger.adjustUp(on(1, 5, "up"), Grant.of(3, term), "sorry", "desk"));
        ledger = done(ledger.adjustDown(on(1, 5, "down"), 1, PointType.POINTS, "error", "desk"));
        ledger = done(ledger.restore(on(1, 5, "u"), "r", 5));
        ledger = done(ledger.clawBack(on(1, 5, "c"), parts(1, 2)));
        PointsLedger other = give(PointsLedger.open(POLICY), "o", 1, 4, Grant.of(10, term));
        ledger = Transfers.transfer(
                        on(1, 6, "t"),
                        new Transfers.Account("ann", other),
                        new Transfers.Account("ben", ledger),
                        10,
                        PointType.POINTS)
                .orElseThrow()
                .into()
                .ledger();
        List<Lot> lots = ledger.asOf(noon(1, 6)).lots();
        assertEquals(
                List.of(midnight(1, 13), midnight(1, 16), midnight(1, 15)),
                lots.stream().map(Lot::expiresAt).toList());
    }

    // ---- program change -----------------------------------------------------------------------------------------

    private static List<Instant> afterChange(OldLots oldLots) {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "a", 1, 1, Grant.of(10, through(12, 31)));
        ledger = give(ledger, "b", 3, 1, Grant.of(10, Term.never()));
        ledger = done(ledger.changeTerm(on(4, 1, "t"), Term.of(Period.ofMonths(2)), oldLots, "new terms"));
        return ledger.asOf(midnight(4, 1)).lots().isEmpty()
                ? List.of()
                : ledger.asOf(noon(4, 1)).lots().stream().map(Lot::expiresAt).toList();
    }

    @Test
    void newLotsOnlyLeavesOldOnesAlone() {
        assertEquals(List.of(midnight(12, 31).plusSeconds(86_400), Instant.MAX), afterChange(OldLots.NEW_LOTS_ONLY));
    }

    @Test
    void onePeriodAfterChangeCountsFromTheChange() {
        assertEquals(List.of(midnight(6, 2), midnight(6, 2)), afterChange(OldLots.ONE_PERIOD_AFTER_CHANGE));
    }

    @Test
    void immediateOnChangeCountsFromEarningAndEndsWhatIsOver() {
        assertEquals(List.of(midnight(5, 2)), afterChange(OldLots.IMMEDIATE_ON_CHANGE));
    }
}
