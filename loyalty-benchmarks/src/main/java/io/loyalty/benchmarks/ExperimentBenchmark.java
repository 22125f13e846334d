package io.loyalty.benchmarks;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.experiment.Bootstrap;
import io.loyalty.metrics.experiment.BootstrapInterval;
import io.loyalty.metrics.experiment.MannWhitney;
import io.loyalty.metrics.experiment.RankComparison;
import java.util.Arrays;
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
 * What the costly tests of two groups cost: Mann-Whitney, and the bootstrap of a mean with 2,000 resamples, each beside {@link NaiveExperiment} and
 * beside a floor that merely reads as many values. Set-up fails if
 * both sides of Mann-Whitney count other pairs, or both bootstraps differ by more than chance allows.
 *
 * <p>Values are revenues of customers: skewed, in whole minor units (many ties, many zeros), or without ties.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar ExperimentBenchmark -p values=1000000
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {
            "-Xms2g",
            "-Xmx2g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages"
        })
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExperimentBenchmark {

    /** How many values each group of the Mann-Whitney test has; the bootstrap draws from a hundredth of them. */
    @Param({"1000", "1000000"})
    private int values;

    /** Whether revenues are whole minor units, many of them 0, or spread without ties. */
    @Param({"WHOLE", "SPREAD"})
    private Shape shape;

    private static final int RESAMPLES = 2_000;

    private double[] treated = {};
    private double[] control = {};
    private double[] revenues = {};

    /** The shape of the values. */
    public enum Shape {
        /** Whole minor units, a third of them 0. */
        WHOLE,
        /** No two alike. */
        SPREAD
    }

    /** For JMH. */
    public ExperimentBenchmark() {}

    /** Draws the values and compares both sides. */
    @Setup
    public void setUp() {
        treated = revenues(new SplittableRandom(1), values, 1.02);
        control = revenues(new SplittableRandom(2), values, 1);
        revenues = revenues(new SplittableRandom(3), values / 100, 1);
        double wins = mannWhitney().test().statistic().orElseThrow();
        if (wins != mannWhitneyNaively()) {
            throw new IllegalStateException(
                    "both sides must count the same pairs: " + wins + " and " + mannWhitneyNaively());
        }
        Estimate mean = bootstrap();
        double error = mean.standardError().orElseThrow();
        double lower = mean.interval().orElseThrow().lower();
        double naively = bootstrapNaively()[0];
        if (!(Math.abs(lower - naively) < error)) {
            throw new IllegalStateException("both sides must give about the same bound: " + lower + " and " + naively);
        }
    }

    private double[] revenues(SplittableRandom random, int n, double scale) {
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            double revenue = -5_000 * scale * Math.log1p(-random.nextDouble());
            if (shape == Shape.WHOLE) {
                revenue = random.nextInt(3) == 0 ? 0 : Math.rint(revenue);
            }
            drawn[i] = revenue;
        }
        return drawn;
    }

    /**
     * The Mann-Whitney test with its interval.
     *
     * @return the comparison
     */
    @Benchmark
    public RankComparison mannWhitney() {
        return MannWhitney.withDefaults().compare(treated, control);
    }

    /**
     * The statistic alone, from ranks of boxed values.
     *
     * @return U of the first group
     */
    @Benchmark
    public double mannWhitneyNaively() {
        return NaiveExperiment.mannWhitney(treated, control);
    }

    /**
     * The bootstrap of a mean, percentile interval.
     *
     * @return the mean
     */
    @Benchmark
    public Estimate bootstrap() {
        return Bootstrap.withSeed(7)
                .withResamples(RESAMPLES)
                .with(BootstrapInterval.PERCENTILE)
                .mean(revenues);
    }

    /**
     * The bootstrap of a mean, BCa interval.
     *
     * @return the mean
     */
    @Benchmark
    public Estimate bootstrapBca() {
        return Bootstrap.withSeed(7).withResamples(RESAMPLES).mean(revenues);
    }

    /**
     * The bootstrap of a mean the naive way, percentile interval.
     *
     * @return lower and upper bound
     */
    @Benchmark
    public double[] bootstrapNaively() {
        return NaiveExperiment.bootstrap(Arrays.copyOf(revenues, revenues.length), RESAMPLES);
    }

    /**
     * What no Mann-Whitney test can undercut: every value read once, with one multiplication and one addition.
     *
     * @return a sum over both groups
     */
    @Benchmark
    public double floorMannWhitney() {
        return squares(treated) + squares(control);
    }

    /**
     * What no bootstrap by drawing can undercut: as many values read in order as are drawn, with one multiplication and one addition each.
     *
     * @return a sum over all resamples
     */
    @Benchmark
    public double floorBootstrap() {
        double sum = 0;
        for (int resample = 0; resample < RESAMPLES; resample++) {
            // The weight differs between passes, so that none of them can be left out.
            double weight = resample;
            for (double revenue : revenues) {
                sum += weight * revenue;
            }
        }
        return sum;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
