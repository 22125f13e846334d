package io.loyalty.benchmarks;

import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningContext;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * What it costs to record one visit whole (rules, ledger, tier, outcome), with a short and a long history of the customer behind it:
 * beside the scoring alone, the naive way of {@link NaiveProgram}, which folds its lists, and the floor, merely reading the visit
 * and what is known of the customer.
 *
 * <p>It cycles over 20,000 visits that may come next, 64 recorded one after the other before the
 * history is again as long as it was. Set-up fails if any rule gives other
 * points to any visit of the history, or if the balances differ after one of every hundred visits that may come next.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar RecordVisit -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {
            "-Xms2g",
            "-Xmx2g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecordVisitBenchmark {

    private static final int COUNT = 20_000;
    /** After so many recorded visits the history is again as long as it was. */
    private static final int ROLL = 64;

    private static final Instant AFTERWARDS = Instant.parse("2025-12-31T23:00:00Z");

    /** How many visits the customer made before. */
    @Param({"10", "1000", "100000"})
    private int history;

    private final Visit[] visits = new Visit[COUNT];
    private final EarningContext[] contexts = new EarningContext[COUNT];
    private final NaiveProgram.Receipt[] receipts = new NaiveProgram.Receipt[COUNT];

    private final ZoneId zone = ZoneId.of("Asia/Tokyo");
    private final Program program = TwentyRules.in(zone);
    private final NaiveProgram naive = new NaiveProgram(zone);
    private Membership membership =
            program.join(VisitData.of(42, 1, 0).customers().get(0), Instant.EPOCH);
    private NaiveProgram.Account account = new NaiveProgram.Account(MonthDay.of(1, 1), List.of(), List.of());
    /** What is recorded goes on from what was recorded before, as it does in a shop. */
    private Membership rolling = membership;

    private int next;

    /** For JMH. */
    public RecordVisitBenchmark() {}

    /** Plays the history on both sides, prepares what may come next, and compares. */
    @Setup
    public void setUp() {
        VisitData data = VisitData.of(42, 1, history);
        playHistory(data.customers().get(0), data.visits());
        rolling = membership;
        List<Visit> later = VisitData.of(43, 1, COUNT).visits();
        for (int i = 0; i < COUNT; i++) {
            Visit visit = later.get(i);
            // In the opening hours, one a day.
            Instant at = AFTERWARDS.plus(Duration.ofDays(i % ROLL)).plusSeconds(2L * i);
            visits[i] = new Visit(
                    ActivityId.of("later-" + i),
                    visit.customer(),
                    at,
                    visit.place(),
                    visit.currency(),
                    visit.lines(),
                    visit.tenders());
            contexts[i] = context(at);
            receipts[i] = NaiveProgram.Receipt.of(visits[i]);
            if (i % 100 == 0) {
                Membership after =
                        program.record(membership, visits[i]).orElseThrow().membership();
                NaiveProgram.Recorded recorded = naive.record(account, receipts[i]);
                ScoreVisitBenchmark.requireSame(after.ledger().balance(at), recorded.balance(), visits[i]);
            }
        }
        System.gc();
    }

    private void playHistory(Customer customer, List<Visit> earlier) {
        membership = program.join(customer, earlier.get(0).at());
        MonthDay birthday = customer.occasion(Occasion.BIRTHDAY).orElseThrow().day();
        List<NaiveProgram.Past> pasts = new ArrayList<>();
        List<NaiveProgram.Entry> entries = new ArrayList<>();
        LocalDate today = LocalDate.EPOCH;
        BigDecimal pointsToday = BigDecimal.ZERO;
        for (Visit visit : earlier) {
            ZonedDateTime at = naive.local(visit.at());
            if (!at.toLocalDate().equals(today)) {
                today = at.toLocalDate();
                pointsToday = BigDecimal.ZERO;
            }
            String tier = context(visit.at()).tier();
            NaiveProgram.Receipt receipt = NaiveProgram.Receipt.of(visit);
            Step step = program.record(membership, visit).orElseThrow();
            List<NaiveProgram.Part> parts =
                    naive.award(receipt, new NaiveProgram.Member(tier, birthday, pasts.size(), pointsToday));
            Award award = step.awards().get(0);
            ScoreVisitBenchmark.requireSame(award, parts);
            pointsToday = pointsToday.add(BigDecimal.valueOf(award.total()));
            pasts.add(new NaiveProgram.Past(at, receipt.amount()));
            parts.forEach(part -> entries.add(NaiveProgram.Entry.of(part, at)));
            membership = step.membership();
        }
        account = new NaiveProgram.Account(birthday, pasts, entries);
    }

    private EarningContext context(Instant at) {
        return EarningContext.of(membership.customer(), program.day())
                .withTier(membership.tiers().statusAt(at).tier().name())
                .with(membership.history());
    }

    private int next() {
        next = next + 1 == COUNT ? 0 : next + 1;
        return next;
    }

    /**
     * Records one visit.
     *
     * @return the next membership, its new entries, and the award
     */
    @Benchmark
    public Step record() {
        int i = next();
        if (i % ROLL == 0) {
            rolling = membership;
        }
        Step step = program.record(rolling, visits[i]).orElseThrow();
        rolling = step.membership();
        return step;
    }

    /**
     * Scores one visit, and no more.
     *
     * @return the award
     */
    @Benchmark
    public Award award() {
        int i = next();
        return program.earning().award(visits[i], contexts[i]);
    }

    /**
     * Records one visit the naive way.
     *
     * @return the account and its balance
     */
    @Benchmark
    public NaiveProgram.Recorded recordNaively() {
        return naive.record(account, receipts[next()]);
    }

    /**
     * Scores one visit the naive way: how the account stands is known.
     *
     * @return the points by rule
     */
    @Benchmark
    public List<NaiveProgram.Part> awardNaively() {
        int i = next();
        return naive.award(
                receipts[i],
                new NaiveProgram.Member(
                        contexts[i].tier(), account.birthday(), account.visits().size(), BigDecimal.ZERO));
    }

    /**
     * Reads what there is to score.
     *
     * @return a sum of it
     */
    @Benchmark
    public long floor() {
        int i = next();
        return ScoreVisitBenchmark.read(visits[i], contexts[i]);
    }
}
