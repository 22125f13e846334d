package io.loyalty.benchmarks;

import io.loyalty.tier.Tier;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * What one visit more costs the standing, on histories of 10 to 100,000 visits in up to ten years: the tier is asked for, then the
 * visit is added, as {@code Program.record} does. A history grows by 4,096 visits, or to twice its length, and starts anew. What is
 * spent in 24 months rises and falls, so that members are lifted and brought down. Beside it a list that is summed up for each visit
 * ({@link NaiveTiers}), which must find the same tiers; and the floor, which merely reads the visit.
 *
 * <p>Run: {@code java -jar loyalty-benchmarks/target/benchmarks.jar TierAppendBenchmark -prof gc}. The visits themselves are made
 * beforehand.
 */
@State(Scope.Thread)
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
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TierAppendBenchmark {

    private static final Instant JOINED = Instant.parse("2016-01-01T00:00:00Z");
    private static final long TEN_YEARS_SECONDS = 3652L * 24 * 60 * 60;
    private static final long MONTH_SECONDS = 30L * 24 * 60 * 60;
    private static final long MONTHLY_YEN = 8_500;
    private static final int ROLL = 4096;

    /** How many visits the history has. */
    @Param({"10", "1000", "100000"})
    private int count;

    private final ZoneId zone = ZoneId.of("Asia/Tokyo");
    private final TierPlan plan = TierPlan.of(TierBenchmark.rules(), zone);
    private final NaiveTiers naive = new NaiveTiers(zone);

    private TierFact[] added = {};
    private TierHistory history = plan.open(JOINED);
    private TierHistory rolling = history;
    private int rolled;
    private List<TierFact> list = List.of();
    private int listed;
    private int read;

    /** For JMH. */
    public TierAppendBenchmark() {}

    /** Draws the visits, and compares the tiers before some of those that are added. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(24);
        long gap = Math.min(MONTH_SECONDS, TEN_YEARS_SECONDS / count);
        List<TierFact> facts = new ArrayList<>();
        for (int i = 0; i < count + Math.min(count, ROLL); i++) {
            Instant at = JOINED.plusSeconds(gap * i + random.nextLong(gap));
            double season = 1 + 0.6 * StrictMath.sin(0.5 * i * gap / MONTH_SECONDS);
            long net = (long) ((0.5 + random.nextDouble()) * season * MONTHLY_YEN * gap / MONTH_SECONDS) + 1;
            facts.add(TierFact.visit(at, net, net + net / 10, net / 100));
        }
        history = plan.replay(JOINED, facts.subList(0, count));
        rolling = history;
        list = new ArrayList<>(facts.subList(0, count));
        added = facts.subList(count, facts.size()).toArray(new TierFact[0]);
        TierHistory next = history;
        for (int i = 0; i < added.length; i++) {
            Instant at = added[i].at();
            if (i % Math.max(1, added.length / 20) == 0) {
                int ours = next.tierAt(at).order();
                int naives = naive.at(facts.subList(0, count + i), at);
                if (ours != naives) {
                    throw new IllegalStateException(
                            "both sides must find the same tier before visit " + i + ": " + ours + " and " + naives);
                }
            }
            next = next.plus(added[i]);
        }
    }

    /**
     * The tier before one visit more, and the history with it.
     *
     * @return the tier's place
     */
    @Benchmark
    public int append() {
        if (rolled == added.length) {
            rolled = 0;
            rolling = history;
        }
        TierFact fact = added[rolled++];
        Tier tier = rolling.tierAt(fact.at());
        rolling = rolling.plus(fact);
        return tier.order();
    }

    /**
     * The tier before one visit more, and a list with it.
     *
     * @return the tier's place
     */
    @Benchmark
    public int appendNaively() {
        if (listed == added.length) {
            listed = 0;
            list.subList(count, list.size()).clear();
        }
        TierFact fact = added[listed++];
        int tier = naive.at(list, fact.at());
        list.add(fact);
        return tier;
    }

    /**
     * One visit read with one multiply-add.
     *
     * @return an amount that means nothing
     */
    @Benchmark
    public long floor() {
        if (read == added.length) {
            read = 0;
        }
        TierFact fact = added[read++];
        return fact.at().getEpochSecond() + fact.netMinor() * fact.visits();
    }
}
