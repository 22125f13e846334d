package io.loyalty.benchmarks;

import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.FDistribution;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.StudentT;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one p-value or one critical value cost? Upper tails and their inverses of the distributions behind the tests, beside
 * {@link NaiveTail}: the textbook series and continued fractions, and bisection. Arguments are spread so that the logarithms of the
 * tails are: from 1e-10 to 1/2. The naive tails must agree to 1e-9; how many digits each of them has is not asked here. The floor reads the
 * arguments with one multiplication and addition each.
 *
 * <p>The room of the numerics is not exported: this module is on the class path, where every public class can be called.
 *
 * <p>Run: {@code java -jar loyalty-benchmarks/target/benchmarks.jar NumericBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NumericBenchmark {

    private static final int CALLS = 1024;
    private static final double T_DF = 23;
    private static final double CHI_DF = 7;
    private static final double F_DF1 = 3;
    private static final double F_DF2 = 40.5;

    /** Which distribution, with the degrees of freedom of a test of ordinary size. */
    @Param({"normal", "studentT", "chiSquare", "fisher"})
    public String distribution;

    private DoubleUnaryOperator tail;
    private DoubleUnaryOperator naiveTail;
    private DoubleUnaryOperator inverse;
    private double low;
    private double high;
    private double[] points;
    private double[] probabilities;

    @Setup
    public void setUp() {
        choose();
        SplittableRandom random = new SplittableRandom(20260115);
        points = new double[CALLS];
        probabilities = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            probabilities[i] = 0.5 * Math.exp(-random.nextDouble() * 22);
            points[i] = inverse.applyAsDouble(probabilities[i]);
            requireClose(probabilities[i], tail.applyAsDouble(points[i]));
            requireClose(probabilities[i], naiveTail.applyAsDouble(points[i]));
            requireClose(points[i], NaiveTail.inverse(naiveTail, probabilities[i], low, high));
        }
    }

    private void choose() {
        low = 0;
        high = 1000;
        if (distribution.equals("normal")) {
            tail = Normal::sf;
            naiveTail = NaiveTail::normal;
            inverse = Normal::isf;
        } else if (distribution.equals("studentT")) {
            tail = t -> StudentT.sf(T_DF, t);
            naiveTail = t -> NaiveTail.studentT(T_DF, t);
            inverse = q -> StudentT.isf(T_DF, q);
        } else if (distribution.equals("chiSquare")) {
            tail = x -> ChiSquare.sf(CHI_DF, x);
            naiveTail = x -> NaiveTail.chiSquare(CHI_DF, x);
            inverse = q -> ChiSquare.isf(CHI_DF, q);
        } else {
            tail = f -> FDistribution.sf(F_DF1, F_DF2, f);
            naiveTail = f -> NaiveTail.fisher(F_DF1, F_DF2, f);
            inverse = q -> FDistribution.isf(F_DF1, F_DF2, q);
        }
    }

    private void requireClose(double expected, double actual) {
        if (!(Math.abs(expected - actual) <= 1e-9 * Math.abs(expected))) {
            throw new IllegalStateException(distribution + ": " + expected + " and " + actual);
        }
    }

    /** The points and probabilities, merely read. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double floor() {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += points[i] * probabilities[i];
        }
        return sum;
    }

    /** The upper tail. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double tail() {
        double sum = 0;
        for (double point : points) {
            sum += tail.applyAsDouble(point);
        }
        return sum;
    }

    /** The same from a textbook. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double naiveTail() {
        double sum = 0;
        for (double point : points) {
            sum += naiveTail.applyAsDouble(point);
        }
        return sum;
    }

    /** The inverse of the upper tail. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double quantile() {
        double sum = 0;
        for (double probability : probabilities) {
            sum += inverse.applyAsDouble(probability);
        }
        return sum;
    }

    /** The same by bisection. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double naiveQuantile() {
        double sum = 0;
        for (double probability : probabilities) {
            sum += NaiveTail.inverse(naiveTail, probability, low, high);
        }
        return sum;
    }
}
