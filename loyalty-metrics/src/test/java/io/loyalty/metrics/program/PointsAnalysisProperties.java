package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.Entry;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Position;
import io.loyalty.time.CalendarUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PointsAnalysisProperties {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final PointsAnalysis ANALYSIS =
            PointsAnalysis.asOf(LAST, RandomAccounts.ZONE).from(LocalDate.of(2024, 9, 17));

    @Property(tries = 100, seed = "2026110101")
    void flowsAreTheTotalsOfTheLedgers(@ForAll long seed) {
        for (List<PointsLedger> accounts :
                List.of(RandomAccounts.of(seed, 3, 120), RandomAccounts.withSnapshots(seed, 3, 120))) {
            PointsReport report = ANALYSIS.of(accounts);
            Instant end = ANALYSIS.end().minusNanos(1);
            PointsFlow expected = PointsFlow.ZERO;
            long outstanding = 0;
            for (PointsLedger account : accounts) {
                Position position = account.asOf(end);
                expected = expected.plus(PointsFlow.from(position.totals()));
                outstanding += position.net() + position.pending();
            }
            assertEquals(expected, report.toDate());
            assertEquals(outstanding, report.outstanding());
        }
    }

    @Property(tries = 60, seed = "2026110102")
    void windowsAddUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int day) {
        List<PointsLedger> accounts = RandomAccounts.of(seed, 3, 100);
        LocalDate cut = LocalDate.of(2024, 1, 1).plusDays(day);
        PointsFlow until =
                PointsAnalysis.asOf(cut, RandomAccounts.ZONE).of(accounts).toDate();
        PointsFlow since = ANALYSIS.from(cut.plusDays(1)).of(accounts).window();
        assertEquals(ANALYSIS.of(accounts).toDate(), until.plus(since));
    }

    @Property(tries = 60, seed = "2026110103")
    void vintagesAddUpToTheFlow(@ForAll long seed) {
        List<PointsLedger> accounts = RandomAccounts.of(seed, 3, 120);
        PointsReport report = ANALYSIS.of(accounts);
        PointsFlow all = report.toDate();
        assertEquals(
                all.issued(),
                report.vintages().stream().mapToLong(VintagePoints::issued).sum());
        assertEquals(
                all.redeemed(),
                report.vintages().stream().mapToLong(VintagePoints::redeemed).sum());
        assertEquals(
                all.expired(),
                report.vintages().stream().mapToLong(VintagePoints::expired).sum());
        assertEquals(
                all.forfeited(),
                report.vintages().stream().mapToLong(VintagePoints::forfeited).sum());
        for (VintagePoints vintage : report.vintages()) {
            assertEquals(0, vintage.movedIn());
            assertTrue(vintage.redeemed() >= 0 && vintage.outstanding() >= 0, vintage.toString());
        }
        for (int i = 0; i < report.vintages().size(); i++) {
            RedemptionTriangle.Row row = report.triangle().rows().get(i);
            assertEquals(report.vintages().get(i).redeemed(), row.total());
            assertEquals(report.vintages().get(i).netIssued(), row.issued());
        }
    }

    @Property(tries = 40, seed = "2026110104")
    void partsMergeToTheWhole(@ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int cut)
            throws IOException, ClassNotFoundException {
        List<PointsLedger> accounts = RandomAccounts.withSnapshots(seed, 6, 120);
        PointsAccumulator first = ANALYSIS.accumulator();
        PointsAccumulator second = ANALYSIS.accumulator();
        accounts.subList(0, cut).forEach(first::accept);
        accounts.subList(cut, accounts.size()).forEach(second::accept);
        PointsReport whole = ANALYSIS.of(accounts);
        assertEquals(whole, copy(first).combine(second).report());
        assertEquals(whole, second.combine(first).report());
        assertEquals(whole, swept(accounts).stream().collect(ANALYSIS.collector()));
        assertEquals(whole, swept(accounts).parallelStream().collect(ANALYSIS.collector()));
    }

    @Property(tries = 30, seed = "2026110105")
    void quartersAreTheSumsOfTheirMonths(@ForAll long seed) {
        List<PointsLedger> accounts = RandomAccounts.of(seed, 3, 100);
        PointsReport months = ANALYSIS.of(accounts);
        PointsReport quarters = ANALYSIS.with(CalendarUnit.QUARTER).of(accounts);
        for (VintagePoints quarter : quarters.vintages()) {
            LocalDate end = quarter.firstDay().plusMonths(3);
            long redeemed = months.vintages().stream()
                    .filter(month -> !month.firstDay().isBefore(quarter.firstDay())
                            && month.firstDay().isBefore(end))
                    .mapToLong(VintagePoints::redeemed)
                    .sum();
            assertEquals(redeemed, quarter.redeemed());
        }
        assertEquals(months.toDate(), quarters.toDate());
    }

    @Property(tries = 60, seed = "2026110106")
    void redemptionsByVintageAreThoseOfPlainEntries(@ForAll long seed) {
        PointsLedger account = RandomAccounts.plain(seed, 1, 60).get(0);
        PointsReport report = ANALYSIS.of(List.of(account));
        for (int i = 0; i < report.vintages().size(); i++) {
            LocalDate first = report.vintages().get(i).firstDay();
            for (int age = 0; age < report.triangle().rows().get(i).redeemed().size(); age++) {
                assertEquals(
                        naive(account, first, first.plusMonths(age)),
                        report.triangle().rows().get(i).redeemed().get(age));
            }
        }
    }

    private static long naive(PointsLedger account, LocalDate issued, LocalDate redeemed) {
        long sum = 0;
        for (Entry entry : account.entries()) {
            if (entry instanceof Entry.Redemption redemption && month(entry).equals(redeemed)) {
                for (var part : redemption.allocations()) {
                    for (Entry other : account.entries()) {
                        if (other instanceof Entry.Accrual accrual
                                && accrual.lot() == part.lot()
                                && accrual.type().currency().equals(PointType.POINTS)
                                && month(accrual).equals(issued)) {
                            sum += part.points();
                        }
                    }
                }
            }
        }
        return sum;
    }

    private static LocalDate month(Entry entry) {
        return LocalDate.ofInstant(entry.stamp().effectiveAt(), RandomAccounts.ZONE)
                .withDayOfMonth(1);
    }

    private static List<List<Entry>> swept(List<PointsLedger> accounts) {
        return accounts.stream()
                .map(account ->
                        account.sweep(ANALYSIS.end()).orElseThrow().ledger().entries())
                .toList();
    }

    private static PointsAccumulator copy(PointsAccumulator accumulator) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PointsAccumulator) in.readObject();
        }
    }
}
