package io.loyalty.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import io.loyalty.metrics.program.PointsAccumulator;
import io.loyalty.metrics.program.PointsAnalysis;
import io.loyalty.metrics.program.PointsReport;
import io.loyalty.metrics.program.VintagePoints;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to get a program's points figures from the entries of all its accounts: flow, activity, and redemption by vintage of issue
 * and month, beside the same written with streams, a pass for each figure, and beside a floor that reads every entry once.
 *
 * <p>Accounts have some 20 entries on average, with many small ones and few large ones: accruals, redemptions, written-down expiries. Set-up
 * fails if both sides differ in any number.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar ProgramFigures
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {
            "-Xms3g",
            "-Xmx3g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages"
        })
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProgramFiguresBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    /** How many accounts. */
    @Param({"1000", "50000"})
    private int accounts;

    private List<List<Entry>> entries = List.of();

    private final PointsAnalysis analysis = PointsAnalysis.asOf(LAST, ZONE);

    /** For JMH. */
    public ProgramFiguresBenchmark() {}

    /** What the naive way finds. */
    record Figures(
            long issued,
            long redeemed,
            long expired,
            long active,
            Map<YearMonth, Long> issuedByMonth,
            Map<YearMonth, Map<YearMonth, Long>> redeemedByMonths) {}

    /** Makes the accounts and compares both sides. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        entries = new ArrayList<>(accounts);
        for (int i = 0; i < accounts; i++) {
            entries.add(account(random));
        }
        PointsReport ours = onePass();
        Figures theirs = figures();
        require(ours.toDate().issued(), theirs.issued, "issued");
        require(ours.toDate().redeemed(), theirs.redeemed, "redeemed");
        require(ours.toDate().expired(), theirs.expired, "expired");
        require(ours.activeAccounts(), theirs.active, "active");
        for (int i = 0; i < ours.vintages().size(); i++) {
            VintagePoints vintage = ours.vintages().get(i);
            YearMonth month = YearMonth.from(vintage.firstDay());
            require(vintage.issued(), theirs.issuedByMonth.getOrDefault(month, 0L), "issued in " + month);
            List<Long> row = ours.triangle().rows().get(i).redeemed();
            for (int age = 0; age < row.size(); age++) {
                long expected =
                        theirs.redeemedByMonths.getOrDefault(month, Map.of()).getOrDefault(month.plusMonths(age), 0L);
                require(row.get(age), expected, "redeemed of " + month + " at age " + age);
            }
        }
    }

    private static void require(long ours, long theirs, String what) {
        if (ours != theirs) {
            throw new IllegalStateException("both sides must agree on " + what + ": " + ours + " and " + theirs);
        }
    }

    /** An account of three years: the size is skewed, one in three steps redeems. */
    private static List<Entry> account(SplittableRandom random) {
        PointsLedger ledger = PointsLedger.open(LedgerPolicy.in(ZONE));
        Instant now = Instant.parse("2023-04-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(10_000)));
        double uniform = random.nextDouble();
        int steps = 2 + (int) (55 * uniform * uniform);
        for (int i = 0; i < steps; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(16_000 * 60 / steps)));
            long available = ledger.asOf(now).available();
            Command command = Command.of("c" + i, now);
            Outcome<Posting> outcome = random.nextInt(3) == 0 && available > 0
                    ? ledger.redeem(command, 1 + random.nextLong(available))
                    : ledger.accrue(command, Grant.of(1 + random.nextInt(500), Term.endOfMonth(Period.ofMonths(12))));
            ledger = outcome.orElseThrow().ledger();
        }
        Instant end = LAST.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1);
        return List.copyOf(ledger.sweep(end).orElseThrow().ledger().entries());
    }

    /**
     * All figures in one pass.
     *
     * @return the report
     */
    @Benchmark
    public PointsReport onePass() {
        PointsAccumulator accumulator = analysis.accumulator();
        for (List<Entry> account : entries) {
            accumulator.accept(account);
        }
        return accumulator.report();
    }

    /**
     * Some of the figures, a stream for each.
     *
     * @return the figures
     */
    @Benchmark
    public Object naive() {
        return figures();
    }

    /**
     * What no way can undercut: every entry read once, with one multiplication and one addition.
     *
     * @return a sum over all entries
     */
    @Benchmark
    public long floor() {
        long sum = 0;
        for (List<Entry> account : entries) {
            for (Entry entry : account) {
                sum += entry.stamp().sequence() * entry.stamp().effectiveAt().getEpochSecond();
            }
        }
        return sum;
    }

    private Figures figures() {
        LocalDate from = LAST.minusYears(1).plusDays(1);
        long issued = entries.stream()
                .flatMap(List::stream)
                .filter(Entry.Accrual.class::isInstance)
                .mapToLong(entry -> ((Entry.Accrual) entry).points())
                .sum();
        long redeemed = entries.stream()
                .flatMap(List::stream)
                .filter(Entry.Redemption.class::isInstance)
                .mapToLong(entry -> ((Entry.Redemption) entry).points())
                .sum();
        long expired = entries.stream()
                .flatMap(List::stream)
                .filter(Entry.Expiry.class::isInstance)
                .flatMap(entry -> ((Entry.Expiry) entry).allocations().stream())
                .mapToLong(Allocation::points)
                .sum();
        long active = entries.stream()
                .filter(account -> account.stream()
                        .filter(entry -> entry instanceof Entry.Accrual || entry instanceof Entry.Redemption)
                        .anyMatch(entry ->
                                !day(entry).isBefore(from) && !day(entry).isAfter(LAST)))
                .count();
        Map<YearMonth, Long> issuedByMonth = entries.stream()
                .flatMap(List::stream)
                .filter(Entry.Accrual.class::isInstance)
                .collect(groupingBy(
                        entry -> YearMonth.from(day(entry)), summingLong(entry -> ((Entry.Accrual) entry).points())));
        Map<YearMonth, Map<YearMonth, Long>> redeemedByMonths = entries.stream()
                .flatMap(ProgramFiguresBenchmark::redemptions)
                .collect(groupingBy(Used::issued, groupingBy(Used::redeemed, summingLong(Used::points))));
        return new Figures(issued, redeemed, expired, active, issuedByMonth, redeemedByMonths);
    }

    private record Used(YearMonth issued, YearMonth redeemed, long points) {}

    private static Stream<Used> redemptions(List<Entry> account) {
        Map<Integer, YearMonth> lots = account.stream()
                .filter(Entry.Accrual.class::isInstance)
                .collect(toMap(entry -> ((Entry.Accrual) entry).lot(), entry -> YearMonth.from(day(entry))));
        return account.stream()
                .filter(Entry.Redemption.class::isInstance)
                .flatMap(entry -> ((Entry.Redemption) entry)
                        .allocations().stream()
                                .map(part -> new Used(
                                        Objects.requireNonNull(lots.get(part.lot())),
                                        YearMonth.from(day(entry)),
                                        part.points())));
    }

    private static LocalDate day(Entry entry) {
        return LocalDate.ofInstant(entry.stamp().effectiveAt(), ZONE);
    }
}
