package io.loyalty.benchmarks;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.program.MemberHistory;
import io.loyalty.program.PointsFigures;
import io.loyalty.program.Program;
import io.loyalty.program.Simulation;
import io.loyalty.program.SimulationResult;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.Line;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * How long does a what-if take: two years of visits under today's program and with double points on Tuesdays? The whole simulation on
 * one core and over a parallel stream, beside {@link NaiveWhatIf}, a loop as in-house code has it, which knows these two programs and
 * nothing else. Set-up fails if the totals differ by a point.
 *
 * <p>Ten visits for each member on average, about five lines for each visit.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar SimulationBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xms4g",
            "-Xmx4g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class SimulationBenchmark {

    private static final long SILVER_YEN = 50_000;
    static final long GOLD_YEN = 150_000;
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final int VISITS_PER_MEMBER = 10;

    /** How many visits the history has. */
    @Param({"2000", "1000000"})
    private int visits;

    private final ZoneId zone = ZoneId.of("Asia/Tokyo");
    private final Simulation simulation = Simulation.of(program(), program(onTuesdays()), LAST_DAY);
    private List<MemberHistory> histories = List.of();

    /** For JMH. */
    public SimulationBenchmark() {}

    private Program program(EarningRule... more) {
        Term term = Term.endOfMonth(Period.ofMonths(12));
        List<EarningRule> rules = new ArrayList<>(List.of(
                EarningRule.earn(1)
                        .perFull(Money.parse("JPY 100"))
                        .named("base")
                        .valid(term),
                EarningRule.earn(5).perVisit().named("stamp").valid(term),
                EarningRule.earn(1)
                        .perFull(Money.parse("JPY 200"))
                        .forTier("Gold")
                        .named("gold extra")
                        .valid(term)));
        rules.addAll(List.of(more));
        return Program.in(zone, VisitData.YEN)
                .tiers(TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(SILVER_YEN))
                        .with("Gold", Criterion.spendNet(GOLD_YEN)))
                .earning(rules.toArray(new EarningRule[0]));
    }

    private static EarningRule onTuesdays() {
        return EarningRule.multiply("tuesday", Ratio.of(2)).when(Condition.on(DayOfWeek.TUESDAY));
    }

    /** Makes the histories, and compares all totals of both contenders. */
    @Setup
    public void setUp() {
        VisitData data = VisitData.of(42, visits / VISITS_PER_MEMBER, visits);
        Map<CustomerId, List<Visit>> byCustomer = new LinkedHashMap<>();
        Map<CustomerId, Customer> customers = new LinkedHashMap<>();
        data.customers().forEach(customer -> customers.put(customer.id(), customer));
        data.visits()
                .forEach(visit -> byCustomer
                        .computeIfAbsent(visit.customer(), id -> new ArrayList<>())
                        .add(visit));
        List<MemberHistory> all = new ArrayList<>();
        byCustomer.forEach((id, theirs) -> all.add(MemberHistory.of(customers.get(id), theirs)));
        // In the order of their first visits those who come most often would be first, and nearly all the work of one
        // core.
        Collections.shuffle(all, new Random(42));
        histories = all;
        SimulationResult result = simulate();
        long[] naive = naive();
        PointsFigures before = result.baseline().points();
        PointsFigures after = result.variant().points();
        long[] ours = {
            before.issued(),
            before.expired(),
            before.outstanding(),
            after.issued(),
            after.expired(),
            after.outstanding()
        };
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] != naive[i]) {
                throw new IllegalStateException(
                        "both sides must come to the same totals[" + i + "]: " + ours[i] + " and " + naive[i]);
            }
        }
    }

    /**
     * The simulation on one core.
     *
     * @return its result
     */
    @Benchmark
    public SimulationResult simulate() {
        return simulation.run(histories);
    }

    /**
     * The simulation over a parallel stream.
     *
     * @return its result
     */
    @Benchmark
    public SimulationResult simulateInParallel() {
        return histories.parallelStream().collect(simulation.collector());
    }

    /**
     * The naive loop.
     *
     * @return issued, expired and outstanding under the one program, and under the other
     */
    @Benchmark
    public long[] naive() {
        long[] totals = new long[6];
        NaiveWhatIf today = new NaiveWhatIf(zone, false);
        NaiveWhatIf changed = new NaiveWhatIf(zone, true);
        for (MemberHistory history : histories) {
            today.play(history, totals, 0);
            changed.play(history, totals, 3);
        }
        return totals;
    }

    /**
     * The lines of all visits merely read, once for each program.
     *
     * @return a sum
     */
    @Benchmark
    public long floor() {
        long sum = 0;
        for (int program = 1; program <= 2; program++) {
            for (MemberHistory history : histories) {
                for (MemberHistory.Deed deed : history.deeds()) {
                    if (deed instanceof MemberHistory.Fact fact && fact.activity() instanceof Visit visit) {
                        for (Line line : visit.lines()) {
                            sum += program * line.amountMinor();
                        }
                    }
                }
            }
        }
        return sum;
    }
}
