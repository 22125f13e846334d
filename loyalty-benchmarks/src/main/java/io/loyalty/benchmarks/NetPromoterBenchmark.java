package io.loyalty.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.loyalty.metrics.survey.NetPromoterScore;
import java.util.Arrays;
import java.util.Map;
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
 * How long it takes to get a Net Promoter Score with its interval from a column of answers, beside the bare score of streams: once with a filter
 * for each group, once with {@code groupingBy}; and beside the floor, the answers merely read.
 *
 * <p>Answers lean to the upper end. The contenders check no answer and give no interval. Set-up fails if the scores differ.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar NetPromoter
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {
            "-Xms1g",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetPromoterBenchmark {

    private static final int LOWEST_PROMOTER = 9;
    private static final int HIGHEST_DETRACTOR = 6;

    /** How many answers. */
    @Param({"10000", "10000000"})
    private int count;

    private int[] answers = {};

    /** For JMH. */
    public NetPromoterBenchmark() {}

    /** Makes the answers and compares all sides. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        answers = new int[count];
        for (int i = 0; i < count; i++) {
            answers[i] = 10 - (int) (11 * random.nextDouble() * random.nextDouble());
        }
        double ours = score().score().value().orElseThrow();
        for (double theirs : new double[] {naive(), naiveByGroups()}) {
            if (Math.abs(ours - theirs) > 1e-9) {
                throw new IllegalStateException("all sides must agree: " + ours + " and " + theirs);
            }
        }
    }

    /**
     * Score, shares and interval, every answer checked.
     *
     * @return the score
     */
    @Benchmark
    public NetPromoterScore score() {
        return NetPromoterScore.of(answers);
    }

    /**
     * The bare score, with a stream for each group.
     *
     * @return the score
     */
    @Benchmark
    public double naive() {
        long promoters = Arrays.stream(answers)
                .filter(answer -> answer >= LOWEST_PROMOTER)
                .count();
        long detractors = Arrays.stream(answers)
                .filter(answer -> answer <= HIGHEST_DETRACTOR)
                .count();
        return 100.0 * (promoters - detractors) / answers.length;
    }

    /**
     * The bare score, with one stream and a map.
     *
     * @return the score
     */
    @Benchmark
    public double naiveByGroups() {
        Map<Integer, Long> counts = Arrays.stream(answers)
                .boxed()
                .collect(groupingBy(
                        answer -> answer >= LOWEST_PROMOTER ? 1 : answer <= HIGHEST_DETRACTOR ? -1 : 0, counting()));
        return 100.0 * (counts.getOrDefault(1, 0L) - counts.getOrDefault(-1, 0L)) / answers.length;
    }

    /**
     * What it takes to read the answers.
     *
     * @return a sum of products
     */
    @Benchmark
    public int floor() {
        int sum = 0;
        for (int answer : answers) {
            sum += 3 * answer + 1;
        }
        return sum;
    }
}
