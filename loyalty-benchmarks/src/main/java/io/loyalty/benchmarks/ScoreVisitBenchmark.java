package io.loyalty.benchmarks;

import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.Visit;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * What one visit costs: scored by the earning rules alone, and recorded whole (rules, ledger, tier, outcome), each beside
 * {@link NaiveProgram}. Set-up plays all visits on both sides and fails if any visit earns other points.
 *
 * <p>It cycles over 20,000 visits of 1,000 customers; over 1,000 visits one measures the cache. Each visit meets the account as
 * it was at that moment, with everything that the customer had done before.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar ScoreVisit -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScoreVisitBenchmark {

    static final long SILVER_YEN = 50_000;
    static final long GOLD_YEN = 150_000;

    private static final int VISITS_PER_CUSTOMER = 20;

    /** How many visits are cycled over. */
    @Param({"1000", "20000"})
    private int count;

    private Visit[] visits = {};
    private Membership[] memberships = {};
    private EarningContext[] contexts = {};
    private NaiveProgram.Account[] accounts = {};
    private String[] tiers = {};

    private final ZoneId zone = ZoneId.of("Asia/Tokyo");
    private final Program program = program();
    private final NaiveProgram naive = new NaiveProgram(zone);
    private int next;

    /** For JMH. */
    public ScoreVisitBenchmark() {}

    private Program program() {
        return Program.in(zone, VisitData.YEN)
                .tiers(TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(SILVER_YEN))
                        .with("Gold", Criterion.spendNet(GOLD_YEN)))
                .earning(
                        EarningRule.earn(1)
                                .perFull(Money.parse("JPY 100"))
                                .named("base")
                                .valid(Term.endOfMonth(Period.ofMonths(12))),
                        EarningRule.earn(5).perVisit().named("stamp").valid(Term.of(Period.ofMonths(6))),
                        EarningRule.earn(1)
                                .perFull(Money.parse("JPY 200"))
                                .forTier("Gold")
                                .named("gold extra")
                                .valid(Term.endOfMonth(Period.ofMonths(12))));
    }

    /** Plays all visits on both sides, keeping what each visit meets, and compares. */
    @Setup
    public void setUp() {
        VisitData data = VisitData.of(42, count / VISITS_PER_CUSTOMER, count);
        visits = data.visits().toArray(new Visit[0]);
        memberships = new Membership[visits.length];
        contexts = new EarningContext[visits.length];
        accounts = new NaiveProgram.Account[visits.length];
        tiers = new String[visits.length];
        Map<CustomerId, Membership> members = new HashMap<>();
        Map<CustomerId, NaiveProgram.Account> naiveAccounts = new HashMap<>();
        data.customers().forEach(customer -> {
            members.put(customer.id(), program.join(customer, visits[0].at()));
            naiveAccounts.put(customer.id(), new NaiveProgram.Account(List.of(), List.of()));
        });
        for (int i = 0; i < visits.length; i++) {
            Visit visit = visits[i];
            memberships[i] = members.get(visit.customer());
            accounts[i] = naiveAccounts.get(visit.customer());
            tiers[i] = memberships[i].tiers().statusAt(visit.at()).tier().name();
            contexts[i] = EarningContext.of(memberships[i].customer(), program.day())
                    .withTier(tiers[i])
                    .with(memberships[i].history());
            Step step = program.record(memberships[i], visit).orElseThrow();
            NaiveProgram.Recorded recorded = naive.record(accounts[i], visit);
            require(
                    step.membership().ledger().balance(visit.at()),
                    recorded.balance().longValueExact(),
                    visit);
            require(
                    program.earning().award(visit, contexts[i]).total(),
                    naive.award(visit, tiers[i]).stream()
                            .mapToLong(entry -> entry.points().longValueExact())
                            .sum(),
                    visit);
            members.put(visit.customer(), step.membership());
            naiveAccounts.put(visit.customer(), recorded.account());
        }
    }

    private static void require(long ours, long naives, Visit visit) {
        if (ours != naives) {
            throw new IllegalStateException(
                    "both sides must award the same points for " + visit.id() + ": " + ours + " and " + naives);
        }
    }

    private int next() {
        next = next + 1 == visits.length ? 0 : next + 1;
        return next;
    }

    /**
     * Scores one visit with the earning plan, explanation included.
     *
     * @return the award
     */
    @Benchmark
    public Award award() {
        int i = next();
        return program.earning().award(visits[i], contexts[i]);
    }

    /**
     * Scores one visit the naive way.
     *
     * @return the entries
     */
    @Benchmark
    public List<NaiveProgram.Entry> awardNaively() {
        int i = next();
        return naive.award(visits[i], tiers[i]);
    }

    /**
     * Records one visit: rules, ledger, tier, outcome.
     *
     * @return the outcome's step
     */
    @Benchmark
    public Step record() {
        int i = next();
        return program.record(memberships[i], visits[i]).orElseThrow();
    }

    /**
     * Records one visit the naive way.
     *
     * @return the account and its balance
     */
    @Benchmark
    public NaiveProgram.Recorded recordNaively() {
        int i = next();
        return naive.record(accounts[i], visits[i]);
    }
}
