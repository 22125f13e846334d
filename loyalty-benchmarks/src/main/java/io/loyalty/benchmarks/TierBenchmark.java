package io.loyalty.benchmarks;

import io.loyalty.tier.Criterion;
import io.loyalty.tier.Downgrade;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.tier.TierStatus;
import io.loyalty.tier.Validity;
import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * What it costs to judge every member of a program for one date: 100 visits each over four years, four tiers, a period that rolls
 * over 24 months. Each tier is held while it is earned, so that a plain sum over the last 24 months gives the same tiers: that is
 * the naive contender ({@link NaiveTiers}). Set-up fails if any member stands elsewhere. The floor merely reads the visits.
 *
 * <p>The naive sum tells the tier alone. The library tells since when and until when it is held as well, and therefore reads all
 * visits, and goes back to the last change; {@link #judgeTerms()} folds all of them under the default terms, by which a tier once
 * reached lasts 24 months more.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar TierBenchmark
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
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TierBenchmark {

    private static final int VISITS = 100;
    private static final Instant JOINED = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-01-15T03:00:00Z");
    private static final long FOUR_YEARS_SECONDS = 1461L * 24 * 60 * 60;

    /** How many members are judged. */
    @Param({"500", "79000"})
    private int members;

    private final ZoneId zone = ZoneId.of("Asia/Tokyo");
    private final TierRules earnedRules = rules();
    private final TierPlan whileEarned = TierPlan.of(earnedRules, zone);
    private final TierPlan terms =
            TierPlan.of(earnedRules.with(Validity.endOfNextPeriod()).with(Downgrade.oneLevel()), zone);
    private final NaiveTiers naive = new NaiveTiers(zone);
    private List<List<TierFact>> visits = List.of();

    /** For JMH. */
    public TierBenchmark() {}

    static TierRules rules() {
        return TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_000))
                .with("Gold", Criterion.anyOf(Criterion.spendNet(180_000), Criterion.visits(70)))
                .with("Platinum", Criterion.allOf(Criterion.spendNet(250_000), Criterion.visits(55)))
                .with(QualificationPeriod.rolling(Period.ofMonths(24)))
                .with(Validity.endOfPeriod())
                .with(Downgrade.full());
    }

    /** Draws the visits and compares the tiers of all members. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(79);
        visits = new ArrayList<>(members);
        for (int i = 0; i < members; i++) {
            visits.add(visits(random));
        }
        int[] found = new int[4];
        for (int i = 0; i < members; i++) {
            TierStatus status = whileEarned.statusAt(JOINED, visits.get(i), AS_OF);
            int expected = naive.at(visits.get(i), AS_OF);
            if (status.tier().order() != expected) {
                throw new IllegalStateException("both sides must find the same tier for member " + i + ": "
                        + status.tier().order() + " and " + expected);
            }
            found[expected]++;
        }
        if (members > 100 && Arrays.stream(found).anyMatch(count -> count < members / 100)) {
            throw new IllegalStateException("members must be spread over all tiers: " + Arrays.toString(found));
        }
    }

    /** Visits in the order of time, those of some members early, of others late; each member spends in a manner of his own. */
    private static List<TierFact> visits(SplittableRandom random) {
        double lean = 0.5 + random.nextDouble() * 1.5;
        long usual = 800 + random.nextInt(7_000);
        long[] seconds = new long[VISITS];
        for (int i = 0; i < VISITS; i++) {
            seconds[i] = (long) (StrictMath.pow(random.nextDouble(), lean) * FOUR_YEARS_SECONDS);
        }
        Arrays.sort(seconds);
        List<TierFact> facts = new ArrayList<>(VISITS);
        for (int i = 0; i < VISITS; i++) {
            long net = usual / 2 + random.nextLong(usual);
            // A nanosecond each keeps visits of one second apart.
            facts.add(TierFact.visit(JOINED.plusSeconds(seconds[i]).plusNanos(i), net, net + net / 10, net / 100));
        }
        return facts;
    }

    /**
     * Judges all members, with tiers held while they are earned.
     *
     * @return the sum of the tiers' places
     */
    @Benchmark
    public long judge() {
        return judge(whileEarned);
    }

    /**
     * Judges all members, with tiers held for a term.
     *
     * @return the sum of the tiers' places
     */
    @Benchmark
    public long judgeTerms() {
        return judge(terms);
    }

    private long judge(TierPlan plan) {
        long sum = 0;
        for (List<TierFact> facts : visits) {
            sum += plan.statusAt(JOINED, facts, AS_OF).tier().order();
        }
        return sum;
    }

    /**
     * Judges all members on all cores, with tiers held while they are earned.
     *
     * @return the sum of the tiers' places
     */
    @Benchmark
    public long judgeInParallel() {
        return visits.parallelStream()
                .mapToLong(facts ->
                        whileEarned.statusAt(JOINED, facts, AS_OF).tier().order())
                .sum();
    }

    /**
     * Judges all members the naive way.
     *
     * @return the sum of the tiers' places
     */
    @Benchmark
    public long judgeNaively() {
        return IntStream.range(0, visits.size())
                .mapToLong(i -> naive.at(visits.get(i), AS_OF))
                .sum();
    }

    /**
     * Reads all visits with one multiply-add each.
     *
     * @return an amount that means nothing
     */
    @Benchmark
    public long floor() {
        long sum = 0;
        for (List<TierFact> facts : visits) {
            for (TierFact fact : facts) {
                sum += fact.netMinor() * fact.visits();
            }
        }
        return sum;
    }
}
