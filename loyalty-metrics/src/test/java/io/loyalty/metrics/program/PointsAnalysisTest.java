package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Transfer;
import io.loyalty.points.Transfers;
import io.loyalty.time.CalendarUnit;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PointsAnalysisTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final PointsAnalysis MARCH =
            PointsAnalysis.asOf(LocalDate.of(2026, 3, 31), TOKYO).from(LocalDate.of(2026, 3, 1));

    private static PointsLedger empty() {
        return PointsLedger.open(LedgerPolicy.in(TOKYO));
    }

    private static Instant at(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    private static PointsLedger accrue(PointsLedger ledger, String date, long points, Term term) {
        return ledger.accrue(Command.of("a" + ledger.version(), at(date)), Grant.of(points, term))
                .orElseThrow()
                .ledger();
    }

    private static PointsLedger redeem(PointsLedger ledger, String date, long points) {
        return ledger.redeem(Command.of("r" + ledger.version(), at(date)), points)
                .orElseThrow()
                .ledger();
    }

    /** 100 of January to 28 February, 50 of February; 30 redeemed in February and 40 in March. */
    private static PointsLedger usual() {
        PointsLedger ledger = accrue(empty(), "2026-01-10", 100, Term.until(LocalDate.of(2026, 2, 28)));
        ledger = accrue(ledger, "2026-02-10", 50, Term.never());
        return redeem(redeem(ledger, "2026-02-20", 30), "2026-03-05", 40);
    }

    @Test
    void anAnalysisSaysInWhichZone() {
        assertEquals(TOKYO, MARCH.zone());
    }

    @Test
    void oneAccountByHand() {
        PointsReport report = MARCH.of(List.of(usual()));
        assertEquals(PointsFlow.of(0, 40, 70), report.window());
        assertEquals(PointsFlow.of(150, 70, 70), report.toDate());
        assertEquals(10, report.outstanding());
        assertEquals(
                List.of(
                        new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 30, 70, 0),
                        new VintagePoints(LocalDate.of(2026, 2, 1), 50, 0, 0, 40, 0, 0),
                        new VintagePoints(LocalDate.of(2026, 3, 1), 0, 0, 0, 0, 0, 0)),
                report.vintages());
        assertEquals(
                RedemptionTriangle.of(
                        RedemptionTriangle.Row.of(100, 0, 30, 0),
                        RedemptionTriangle.Row.of(50, 0, 40),
                        RedemptionTriangle.Row.of(0, 0)),
                report.triangle());
        assertEquals(
                "1 accounts, active 1.0 [0.206549, 1] (95 % Wilson), n = 1; issued 0, redeemed 40, expired 70, net -110; "
                        + "outstanding 10",
                report.toString());
    }

    @Test
    void accountsAreActiveIfTheyEarnOrRedeemInTheWindow() {
        PointsLedger earns = accrue(empty(), "2026-03-31", 5, Term.never());
        PointsLedger slept = accrue(empty(), "2026-02-28", 5, Term.never());
        PointsLedger later = accrue(empty(), "2026-04-01", 5, Term.never());
        PointsReport report = MARCH.of(List.of(usual(), earns, slept, later, empty()));
        assertEquals(4, report.accounts());
        assertEquals(1, report.laterAccounts());
        assertEquals(1, report.laterEntries());
        assertEquals(2, report.activeAccounts());
        assertEquals(1, report.earners());
        assertEquals(1, report.redeemers());
        assertEquals(Measure.of(0.5), report.activeRate().value());
        assertEquals(Measure.of(0.25), report.redeemerRate().value());
        assertEquals(
                Measure.undefined("no accounts"),
                MARCH.of(List.of()).activeRate().value());
    }

    @Test
    void vintagesOfAnUnfinishedMonthStayOutOfTheTriangle() {
        PointsReport report =
                PointsAnalysis.asOf(LocalDate.of(2026, 3, 30), TOKYO).of(List.of(usual()));
        assertEquals(3, report.vintages().size());
        assertEquals(
                RedemptionTriangle.of(RedemptionTriangle.Row.of(100, 0, 30), RedemptionTriangle.Row.of(50, 0)),
                report.triangle());
    }

    @Test
    void theLastDayEndsInTheZone() {
        // Noon in Tokyo is still the day before in Honolulu.
        PointsLedger ledger = accrue(empty(), "2026-04-01", 5, Term.never());
        PointsAnalysis analysis = PointsAnalysis.asOf(LocalDate.of(2026, 3, 31), ZoneId.of("Pacific/Honolulu"));
        assertEquals(5, analysis.of(List.of(ledger)).outstanding());
        assertEquals(0, MARCH.of(List.of(ledger)).outstanding());
    }

    @Test
    void unsweptLedgersAreSweptAndEntriesAreNot() {
        PointsLedger ledger = accrue(empty(), "2026-01-10", 100, Term.until(LocalDate.of(2026, 2, 28)));
        assertEquals(100, MARCH.of(List.of(ledger)).window().expired());
        PointsAccumulator fromEntries = MARCH.accumulator();
        fromEntries.accept(ledger.entries());
        assertEquals(0, fromEntries.report().window().expired());
    }

    @Test
    void restoredPointsKeepTheirVintage() {
        PointsLedger ledger = usual();
        String february = ledger.entries().get(2).stamp().key();
        // The lot of January is dead by then: what comes back to it dies with it.
        ledger = ledger.restore(Command.of("back", at("2026-03-20")), february, 30)
                .orElseThrow()
                .ledger();
        PointsReport report = MARCH.of(List.of(ledger));
        assertEquals(
                new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 0, 100, 0),
                report.vintages().get(0));
        assertEquals(List.of(0L, 30L, -30L), report.triangle().rows().get(0).redeemed());
        assertEquals(10, report.window().redeemed());
    }

    @Test
    void transferredPointsKeepTheirVintage() {
        PointsLedger sender = accrue(empty(), "2026-01-10", 100, Term.never());
        Transfer sent = Transfers.transfer(
                        Command.of("gift", at("2026-02-10")),
                        new Transfers.Account("sender", sender),
                        new Transfers.Account("receiver", empty()),
                        60,
                        PointType.POINTS)
                .orElseThrow();
        PointsLedger receiver = redeem(sent.into().ledger(), "2026-03-10", 60);
        PointsReport report = MARCH.of(List.of(sent.from().ledger(), receiver));
        assertEquals(
                new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 60, 0, 0),
                report.vintages().get(0));
        assertEquals(60, report.toDate().transferredIn());
        assertEquals(60, report.toDate().transferredOut());
        assertEquals(40, report.outstanding());
    }

    @Test
    void takenBackPointsLeaveTheirVintage() {
        PointsLedger ledger = accrue(empty(), "2026-01-10", 100, Term.never());
        ledger = redeem(ledger, "2026-01-20", 80);
        ledger = ledger.clawBack(Command.of("return", at("2026-02-01")), List.of(new Allocation(1, 50)))
                .orElseThrow()
                .ledger();
        PointsReport report = MARCH.of(List.of(ledger));
        // 20 are taken from the lot; 30 are owed.
        assertEquals(
                new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 20, 80, 0, 0),
                report.vintages().get(0));
        assertEquals(50, report.toDate().clawedBack());
        assertEquals(-30, report.outstanding());
    }

    @Test
    void lotsOfASnapshotAreInTheFlowButInNoVintage() {
        PointsLedger ledger = usual().snapshot(Command.of("new year", at("2026-03-10")))
                .orElseThrow()
                .ledger();
        ledger = redeem(accrue(ledger, "2026-03-11", 7, Term.never()), "2026-03-12", 12);
        PointsReport report = MARCH.of(List.of(ledger));
        assertEquals(PointsFlow.of(157, 82, 70), report.toDate());
        assertEquals(PointsFlow.of(7, 12, 0), report.window());
        assertEquals(List.of(new VintagePoints(LocalDate.of(2026, 3, 1), 7, 0, 0, 2, 0, 0)), report.vintages());
    }

    @Test
    void otherCurrenciesAreLeftOut() {
        PointsLedger ledger = usual();
        ledger = ledger.accrue(
                        Command.of("flight", at("2026-03-06")),
                        Grant.of(900, Term.never()).with(new PointType("miles", PointType.Nature.REGULAR)))
                .orElseThrow()
                .ledger();
        ledger = ledger.redeem(Command.of("seat", at("2026-03-07")), 400, "miles", "")
                .orElseThrow()
                .ledger();
        assertEquals(PointsFlow.of(150, 70, 70), MARCH.of(List.of(ledger)).toDate());
        assertEquals(
                PointsFlow.of(900, 400, 0),
                MARCH.inCurrency("miles").of(List.of(ledger)).toDate());
    }

    @Test
    void fromLedgersToTheLiability() {
        // Customers of January redeemed 20 at once and 40 in the end; those of February redeemed 30 at once.
        PointsLedger january = accrue(empty(), "2026-01-05", 100, Term.never());
        january = redeem(redeem(january, "2026-01-20", 20), "2026-02-10", 20);
        PointsLedger february = redeem(accrue(empty(), "2026-02-05", 100, Term.never()), "2026-02-20", 30);
        PointsReport report =
                PointsAnalysis.asOf(LocalDate.of(2026, 2, 28), TOKYO).of(List.of(january, february));
        VintageForecast forecast =
                RedemptionForecast.of(report.triangle()).vintages().get(1);
        assertEquals(Measure.of(60), forecast.ultimate());
        assertEquals(Measure.of(0.4), forecast.breakage());
        // Half of what will ever be redeemed is redeemed, so half of the allocation is earned.
        PointsLiability liability = PointsLiability.open(900, 80)
                .after(forecast.redeemed(), Math.round(forecast.ultimate().orElseThrow()));
        assertEquals(450, liability.remaining());
    }

    @Test
    void partsOfAccountsAreRefused() {
        List<Entry> entries = usual().entries();
        PointsAccumulator accumulator = MARCH.accumulator();
        assertEquals(
                "entries must be whole accounts: lot 2 follows lot 0",
                refused(() -> accumulator.accept(entries.subList(1, 4))));
        assertEquals(
                "entries must be whole accounts: lot 1 is unknown",
                refused(() -> accumulator.accept(entries.subList(2, 4))));
    }

    @Test
    void otherAnalysesDoNotCombine() {
        PointsAccumulator quarters = MARCH.with(CalendarUnit.QUARTER).accumulator();
        assertEquals(
                "analyses must be equal: 'points from 2026-03-01 to 2026-03-31 (Asia/Tokyo), vintages by MONTH' and "
                        + "'points from 2026-03-01 to 2026-03-31 (Asia/Tokyo), vintages by QUARTER'",
                refused(() -> MARCH.accumulator().combine(quarters)));
        assertEquals(
                "from must not be after asOf: 2026-04-01 and 2026-03-31",
                refused(() -> MARCH.from(LocalDate.of(2026, 4, 1))));
    }

    @Test
    void theWindowIsAYearUnlessToldOtherwise() {
        assertEquals(
                LocalDate.of(2025, 3, 1),
                PointsAnalysis.asOf(LocalDate.of(2026, 2, 28), TOKYO).from());
    }

    @Test
    void monthsBeginInTheZoneEvenLongAgoAndFarAhead() {
        VintageClock clock = new VintageClock(TOKYO, CalendarUnit.MONTH);
        for (int year : new int[] {1890, 1969, 1970, 1999, 2026, 2119, 2120, 2300}) {
            for (int month = 1; month <= 12; month++) {
                LocalDate first = LocalDate.of(year, month, 1);
                Instant start = first.atStartOfDay(TOKYO).toInstant();
                int vintage = (year - 1970) * 12 + month - 1;
                assertEquals(vintage, clock.vintage(first));
                assertEquals(vintage, clock.vintage(start));
                assertEquals(vintage - 1, clock.vintage(start.minusNanos(1)));
                assertEquals(first, clock.firstDay(vintage));
            }
        }
        assertEquals(-1, new VintageClock(TOKYO, CalendarUnit.YEAR).vintage(LocalDate.of(1969, 1, 1)));
    }

    private static String refused(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }

    @Test
    void olderAccountsMayComeAfterYoungerOnes() {
        PointsLedger young = redeem(accrue(empty(), "2026-03-02", 9, Term.never()), "2026-03-05", 4);
        PointsLedger old = redeem(accrue(empty(), "2025-12-10", 70, Term.never()), "2026-02-10", 20);
        PointsReport report = MARCH.of(List.of(young, usual(), old));
        assertEquals(MARCH.of(List.of(old, usual(), young)), report);
        assertEquals(
                List.of(
                        new VintagePoints(LocalDate.of(2025, 12, 1), 70, 0, 0, 20, 0, 0),
                        new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 30, 70, 0),
                        new VintagePoints(LocalDate.of(2026, 2, 1), 50, 0, 0, 40, 0, 0),
                        new VintagePoints(LocalDate.of(2026, 3, 1), 9, 0, 0, 4, 0, 0)),
                report.vintages());
        assertEquals(List.of(0L, 0L, 20L, 0L), report.triangle().rows().get(0).redeemed());
    }

    @Test
    void takingARedemptionBackIsNoActivity() {
        PointsLedger ledger = redeem(accrue(empty(), "2026-01-10", 100, Term.never()), "2026-02-20", 30);
        String february = ledger.entries().get(1).stamp().key();
        ledger = ledger.restore(Command.of("back", at("2026-03-20")), february, 30)
                .orElseThrow()
                .ledger();
        PointsReport report = MARCH.of(List.of(ledger));
        assertEquals(-30, report.window().redeemed());
        assertEquals(0, report.redeemers());
        assertEquals(0, report.activeAccounts());
        assertEquals(1, report.accounts());
    }

    @Test
    void accountsWithoutEntriesCountAndThoseOfLaterDoNot() {
        PointsLedger later = accrue(empty(), "2026-04-01", 5, Term.never());
        PointsReport report = MARCH.of(List.of(empty(), empty(), later));
        assertEquals(2, report.accounts());
        assertEquals(1, report.laterAccounts());
    }

    @Test
    void partsOfTheAccountsAddUp() {
        PointsLedger other = redeem(accrue(empty(), "2025-11-10", 70, Term.never()), "2026-03-10", 20);
        PointsLedger later = accrue(empty(), "2026-04-01", 5, Term.never());
        PointsAccumulator first = MARCH.accumulator();
        first.accept(usual());
        first.accept(later);
        PointsAccumulator second = MARCH.accumulator();
        second.accept(other);
        second.accept(later);
        PointsReport expected = MARCH.of(List.of(usual(), later, other, later));
        assertEquals(expected, first.combine(second).report());
        assertEquals(2, expected.redeemers());
        assertEquals(2, expected.laterEntries());
    }

    @Test
    void analysesAreEqualByAllTheirOptions() {
        LocalDate last = LocalDate.of(2026, 3, 31);
        PointsAnalysis usual = PointsAnalysis.asOf(last, TOKYO);
        assertEquals(PointsAnalysis.asOf(last, TOKYO), usual);
        assertEquals(PointsAnalysis.asOf(last, TOKYO).hashCode(), usual.hashCode());
        assertEquals(usual, usual.from(LocalDate.of(2025, 4, 1)));
        for (PointsAnalysis other : List.of(
                usual.from(LocalDate.of(2026, 3, 1)),
                PointsAnalysis.asOf(last.plusDays(1), TOKYO).from(LocalDate.of(2025, 4, 1)),
                PointsAnalysis.asOf(last, ZoneId.of("Asia/Seoul")),
                usual.with(CalendarUnit.QUARTER))) {
            assertNotEquals(usual, other);
            assertNotEquals(usual.hashCode(), other.hashCode());
        }
    }

    @Test
    void heldPointsOfADeadLotDieWithTheCapture() {
        PointsLedger ledger = accrue(empty(), "2026-01-10", 100, Term.until(LocalDate.of(2026, 2, 28)));
        ledger = ledger.hold(Command.of("h", at("2026-02-20")), 60, PointType.POINTS, at("2026-04-20"))
                .orElseThrow()
                .ledger();
        ledger = ledger.capture(Command.of("c", at("2026-03-10")), "h", 40)
                .orElseThrow()
                .ledger();
        PointsReport report = MARCH.of(List.of(ledger));
        assertEquals(
                new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 40, 60, 0),
                report.vintages().get(0));
        assertEquals(PointsFlow.of(100, 40, 60), report.toDate());
        assertEquals(0, report.outstanding());
    }

    @Test
    void reissuedPointsKeepTheirVintage() {
        PointsLedger ledger =
                PointsLedger.open(LedgerPolicy.in(TOKYO).with(new LedgerPolicy.DeadLots.Reissue(Term.never())));
        ledger = accrue(ledger, "2026-01-10", 100, Term.until(LocalDate.of(2026, 2, 28)));
        ledger = redeem(ledger, "2026-02-20", 30);
        String february = ledger.entries().get(1).stamp().key();
        ledger = ledger.restore(Command.of("back", at("2026-03-20")), february, 30)
                .orElseThrow()
                .ledger();
        assertEquals(
                new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 0, 70, 0),
                MARCH.of(List.of(ledger)).vintages().get(0));
        PointsReport again = MARCH.of(List.of(redeem(ledger, "2026-03-25", 20)));
        assertEquals(
                new VintagePoints(LocalDate.of(2026, 1, 1), 100, 0, 0, 20, 70, 0),
                again.vintages().get(0));
        assertEquals(List.of(0L, 30L, -10L), again.triangle().rows().get(0).redeemed());
        assertEquals(10, again.outstanding());
    }
}
