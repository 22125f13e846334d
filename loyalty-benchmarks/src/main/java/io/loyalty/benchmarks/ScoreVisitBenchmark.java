package io.loyalty.benchmarks;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.Explanation;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.visit.Line;
import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.time.MonthDay;
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
 * What it costs to score one visit against {@link TwentyRules 20 rules}: by the earning plan, the award knowing what every rule
 * said; the naive way, {@link NaiveProgram}, which folds its list to find the points of the day, or is told them; by code written
 * out for these rules, {@link HandWrittenProgram}; and as the floor, merely reading the visit and what is known of the customer.
 * Set-up plays all visits on all sides and fails if any rule gives other points to any visit.
 *
 * <p>It cycles over 20,000 visits of 1,000 customers; over 1,000 visits one measures the cache. Each visit meets the customer's
 * history as it was at that moment.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar ScoreVisit -p visits=20000 -prof gc
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
public class ScoreVisitBenchmark {

    private static final int VISITS_PER_CUSTOMER = 20;

    /** How many visits are cycled over. */
    @Param({"1000", "20000"})
    private int visits;

    /** How many lines a visit has, at least and at most. */
    @Param({"1-15", "10-10"})
    private String lines = "";

    private Visit[] played = {};
    private EarningContext[] contexts = {};
    private NaiveProgram.Receipt[] receipts = {};
    private NaiveProgram.Member[] members = {};
    private NaiveProgram.Account[] accountsBefore = {};
    private long[] pointsToday = {};

    private final ZoneId zone = ZoneId.of("Asia/Tokyo");
    private final Program program = TwentyRules.in(zone);
    private final EarningPlan plan = program.earning();
    private final NaiveProgram naive = new NaiveProgram(zone);
    private final HandWrittenProgram handWritten = new HandWrittenProgram(zone);
    private int next;

    /** For JMH. */
    public ScoreVisitBenchmark() {}

    /** Plays all visits on all sides, keeping what each visit meets, and compares. */
    @Setup
    public void setUp() {
        String[] bounds = lines.split("-");
        VisitData data = VisitData.of(
                42, visits / VISITS_PER_CUSTOMER, visits, Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
        played = data.visits().toArray(new Visit[0]);
        // One side after the other, so that none has its data scattered among those of another.
        long[] balances = playWithProgram(data.customers());
        playNaively(data.customers(), balances);
        if (plan.rules().size() != 20 || naive.size() != 20) {
            throw new IllegalStateException("both sides must have 20 rules: " + plan + " and " + naive.size());
        }
        // What a shop knows of two years has been there for long: else each collection would copy all of it once more.
        System.gc();
    }

    /** Gives the balance after each visit. */
    private long[] playWithProgram(List<Customer> customers) {
        Map<CustomerId, Membership> memberships = new HashMap<>();
        for (Customer customer : customers) {
            memberships.put(customer.id(), program.join(customer, played[0].at()));
        }
        contexts = new EarningContext[visits];
        long[] balances = new long[visits];
        for (int i = 0; i < visits; i++) {
            Visit visit = played[i];
            Membership membership = memberships.get(visit.customer());
            String tier = membership.tiers().statusAt(visit.at()).tier().name();
            contexts[i] = EarningContext.of(membership.customer(), program.day())
                    .withTier(tier)
                    .with(membership.history());
            Step step = program.record(membership, visit).orElseThrow();
            balances[i] = step.membership().ledger().balance(visit.at());
            memberships.put(visit.customer(), step.membership());
        }
        return balances;
    }

    private void playNaively(List<Customer> customers, long[] balances) {
        Map<CustomerId, NaiveProgram.Account> accounts = new HashMap<>();
        for (Customer customer : customers) {
            MonthDay birthday =
                    customer.occasion(Occasion.BIRTHDAY).orElseThrow().day();
            accounts.put(customer.id(), new NaiveProgram.Account(birthday, List.of(), List.of()));
        }
        receipts = new NaiveProgram.Receipt[visits];
        members = new NaiveProgram.Member[visits];
        accountsBefore = new NaiveProgram.Account[visits];
        pointsToday = new long[visits];
        for (int i = 0; i < visits; i++) {
            Visit visit = played[i];
            NaiveProgram.Account account = accounts.get(visit.customer());
            accountsBefore[i] = account;
            receipts[i] = NaiveProgram.Receipt.of(visit);
            members[i] = account.member(naive.local(visit.at()));
            pointsToday[i] = members[i].pointsToday().longValueExact();
            NaiveProgram.Recorded recorded = naive.record(account, receipts[i]);
            Award award = plan.award(visit, contexts[i]);
            requireSame(award, naive.award(receipts[i], members[i]));
            requireSame(award, naive.award(receipts[i], folded(i)));
            requireSame(
                    award,
                    parts(handWritten.award(
                            visit, contexts[i], contexts[i].history().visits(), pointsToday[i])));
            requireSame(balances[i], recorded.balance(), visit);
            accounts.put(visit.customer(), recorded.account());
        }
    }

    private static List<NaiveProgram.Part> parts(List<HandWrittenProgram.Part> parts) {
        return parts.stream()
                .map(part -> new NaiveProgram.Part(part.rule(), BigDecimal.valueOf(part.points())))
                .toList();
    }

    static void requireSame(Award award, List<NaiveProgram.Part> parts) {
        List<NaiveProgram.Part> ours = award.parts().stream()
                .map(part -> new NaiveProgram.Part(part.ruleId(), BigDecimal.valueOf(part.points())))
                .toList();
        if (!ours.equals(parts)) {
            throw new IllegalStateException("both sides must give the same points by rule for "
                    + award.activity().id() + ": " + ours + " and " + parts);
        }
    }

    static void requireSame(long balance, BigDecimal naives, Visit visit) {
        if (balance != naives.longValueExact()) {
            throw new IllegalStateException(
                    "both sides must have the same balance after " + visit.id() + ": " + balance + " and " + naives);
        }
    }

    private int next() {
        next = next + 1 == played.length ? 0 : next + 1;
        return next;
    }

    /**
     * Scores one visit with the earning plan.
     *
     * @return the award, which explains itself when asked
     */
    @Benchmark
    public Award award() {
        int i = next();
        return plan.award(played[i], contexts[i]);
    }

    /**
     * Scores one visit and puts into words what every rule said.
     *
     * @return the explanation
     */
    @Benchmark
    public Explanation explain() {
        int i = next();
        return plan.award(played[i], contexts[i]).explanation();
    }

    /**
     * Scores one visit the naive way: the points that the customer has of the day are found by folding the list of all points, where
     * the plan finds them in the history.
     *
     * @return the points by rule
     */
    @Benchmark
    public List<NaiveProgram.Part> naive() {
        int i = next();
        return naive.award(receipts[i], folded(i));
    }

    /**
     * Scores one visit the naive way for somebody who knows the points of the day already.
     *
     * @return the points by rule
     */
    @Benchmark
    public List<NaiveProgram.Part> naiveTold() {
        int i = next();
        return naive.award(receipts[i], members[i]);
    }

    private NaiveProgram.Member folded(int i) {
        return accountsBefore[i].member(naive.local(receipts[i].at()), members[i].tier());
    }

    /**
     * Scores one visit by code that can do these rules alone.
     *
     * @return the points by rule
     */
    @Benchmark
    public List<HandWrittenProgram.Part> handWritten() {
        int i = next();
        EarningContext context = contexts[i];
        return handWritten.award(played[i], context, context.history().visits(), pointsToday[i]);
    }

    /**
     * Reads what the rules ask for: what there is to know of the customer and the moment, and of each line amount and category.
     *
     * @return a sum of it
     */
    @Benchmark
    public long floor() {
        int i = next();
        return read(played[i], contexts[i]);
    }

    /**
     * Reads the same but for the categories, for which nine of the rules ask.
     *
     * @return a sum of it
     */
    @Benchmark
    public long floorOfAmounts() {
        int i = next();
        return readAmounts(played[i], contexts[i]);
    }

    /** What {@link #readAmounts} reads, and of each line the category. */
    static long read(Visit visit, EarningContext context) {
        long sum = readAmounts(visit, context);
        List<Line> all = visit.lines();
        for (int i = 0; i < all.size(); i++) {
            sum += all.get(i).category().hashCode();
        }
        return sum;
    }

    /** Of the customer what rules ask for, and for each line of the visit one multiplication and two additions. */
    private static long readAmounts(Visit visit, EarningContext context) {
        long sum = visit.at().getEpochSecond()
                + visit.place().code().length()
                + context.tier().length()
                + context.customer().occasions().get(0).day().getMonthValue()
                + context.history().visits();
        List<Line> all = visit.lines();
        for (int i = 0; i < all.size(); i++) {
            Line line = all.get(i);
            sum += line.quantity() * line.unitPrice().minorUnits()
                    - line.discount().minorUnits();
        }
        return sum;
    }
}
