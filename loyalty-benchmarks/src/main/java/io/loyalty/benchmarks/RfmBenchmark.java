package io.loyalty.benchmarks;

import io.loyalty.metrics.purchase.Rfm;
import io.loyalty.metrics.purchase.RfmScore;
import io.loyalty.metrics.purchase.RfmScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
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
 * How long it takes to score customers by recency, frequency and money in fifths of their midranks, beside the same written with sorted streams
 * of customers, and beside the floor, the same columns merely read.
 *
 * <p>Recency is spread over a year, a third of the customers ordered once, money is skewed. Set-up fails if any score of any customer differs.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar RfmBenchmark
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
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class RfmBenchmark {

    private static final int SCORES = 5;

    /** How many customers. */
    @Param({"10000", "1000000"})
    private int customers;

    private int[] daysSinceLast = {};
    private double[] orders = {};
    private double[] revenue = {};

    private final Rfm rfm = Rfm.withDefaults();

    /** For JMH. */
    public RfmBenchmark() {}

    /** Makes the customers and compares both sides. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        daysSinceLast = new int[customers];
        orders = new double[customers];
        revenue = new double[customers];
        for (int i = 0; i < customers; i++) {
            daysSinceLast[i] = random.nextInt(365);
            orders[i] = 1 + Math.floor(-3 * Math.log1p(-random.nextDouble()));
            revenue[i] = Math.rint(orders[i] * Math.exp(8 + 2 * random.nextDouble()));
        }
        RfmScores ours = scores();
        List<RfmScore> theirs = naive();
        for (int i = 0; i < customers; i++) {
            if (!ours.score(i).equals(theirs.get(i))) {
                throw new IllegalStateException(
                        "both sides must agree on customer " + i + ": " + ours.score(i) + " and " + theirs.get(i));
            }
        }
    }

    /**
     * All three scores of all customers.
     *
     * @return the scores
     */
    @Benchmark
    public RfmScores scores() {
        return rfm.score(daysSinceLast, orders, revenue);
    }

    /**
     * The same with sorted streams.
     *
     * @return the scores
     */
    @Benchmark
    public List<RfmScore> naive() {
        int[] recency = ranked(i -> -daysSinceLast[i]);
        int[] frequency = ranked(i -> orders[i]);
        int[] monetary = ranked(i -> revenue[i]);
        List<RfmScore> scores = new ArrayList<>(customers);
        for (int i = 0; i < customers; i++) {
            scores.add(new RfmScore(recency[i], frequency[i], monetary[i]));
        }
        return scores;
    }

    /**
     * What it takes to read the columns.
     *
     * @return a sum of products
     */
    @Benchmark
    public double floor() {
        double sum = 0;
        for (int i = 0; i < customers; i++) {
            sum += orders[i] * revenue[i] + daysSinceLast[i];
        }
        return sum;
    }

    private int[] ranked(IntToDoubleFunction value) {
        List<Integer> order = IntStream.range(0, customers)
                .boxed()
                .sorted(Comparator.comparingDouble(value::applyAsDouble))
                .toList();
        int[] scores = new int[customers];
        int first = 0;
        while (first < customers) {
            int next = first + 1;
            while (next < customers && value.applyAsDouble(order.get(next)) == value.applyAsDouble(order.get(first))) {
                next++;
            }
            // Ranks first + 1 to next share their mean r; the score is k (r - 1/2) / n, rounded up.
            double rank = 0.5 * (first + 1 + next);
            int score = (int) Math.ceil(SCORES * (rank - 0.5) / customers);
            for (int i = first; i < next; i++) {
                scores[order.get(i)] = score;
            }
            first = next;
        }
        return scores;
    }
}
