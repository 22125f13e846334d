package io.loyalty.benchmarks;

import io.loyalty.metrics.value.BgBb;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.Fitted;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.OpportunityColumns;
import io.loyalty.metrics.value.ParetoNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PurchaseColumns;
import io.loyalty.metrics.value.SpendColumns;
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
 * How long does it take to fit a model to the customers of one shop, beside the way in which it is usually fitted: the likelihood of
 * every customer summed up, and a simplex search? Ours start from plain columns too, compression included. Both must find the same
 * summit. The floors read the columns once, with one multiplication and addition a row. Fits of up to a million customers are
 * in {@link LifetimeValueBenchmark}; there the usual way would take a minute or more.
 *
 * <p>There are as many customers as in the CDNOW data. With times in whole days many histories are equal, as in real logs; with
 * continuous times none are, which is the worst case.
 *
 * <p>Run: {@code java -jar loyalty-benchmarks/target/benchmarks.jar FitBenchmark -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xms1g",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FitBenchmark {

    private static final int CUSTOMERS = 2357;

    /** How times are measured. */
    @Param({"DAYS", "CONTINUOUS"})
    public LifetimeValueBenchmark.Times times;

    private LifetimeValueData data;
    private NaiveBgNbd naiveBgNbd;
    private NaiveParetoNbd naiveParetoNbd;
    private NaiveSpend naiveSpend;
    private NaiveDonations naiveDonations;

    /** Draws the customers, and compares the summits. */
    @Setup
    public void setUp() {
        data = new LifetimeValueData(CUSTOMERS, times == LifetimeValueBenchmark.Times.DAYS);
        naiveBgNbd = new NaiveBgNbd(data.x, data.last, data.age);
        naiveParetoNbd = new NaiveParetoNbd(data.x, data.last, data.age);
        naiveSpend = new NaiveSpend(data.x, data.means);
        naiveDonations = new NaiveDonations(data.donations, data.lastDonations, data.opportunities);
        requireSame(bgNbd(), naiveBgNbd.logLikelihood(naiveBgNbd()));
        requireSame(paretoNbd(), naiveParetoNbd.logLikelihood(naiveParetoNbd()));
        requireSame(gammaGamma(), naiveSpend.logLikelihood(naiveGammaGamma()));
        requireSame(bgBb(), naiveDonations.logLikelihood(naiveBgBb()));
    }

    private static void requireSame(Fitted<?> fit, double naive) {
        if (!(Math.abs(fit.logLikelihood() - naive) < 1e-3)) {
            throw new IllegalStateException("naive and library must find one summit: " + naive + " and " + fit);
        }
    }

    private PurchaseColumns histories() {
        return PurchaseColumns.of(data.x, data.last, data.age, PeriodUnit.WEEK, LifetimeValueData.END);
    }

    /** BG/NBD. */
    @Benchmark
    public Fitted<BgNbd> bgNbd() {
        return BgNbd.fit(histories());
    }

    /** BG/NBD as it is usually fitted. */
    @Benchmark
    public double[] naiveBgNbd() {
        return naiveBgNbd.fit();
    }

    /** Pareto/NBD. */
    @Benchmark
    public Fitted<ParetoNbd> paretoNbd() {
        return ParetoNbd.fit(histories());
    }

    /** Pareto/NBD as it is usually fitted. */
    @Benchmark
    public double[] naiveParetoNbd() {
        return naiveParetoNbd.fit();
    }

    /** The histories, merely read. */
    @Benchmark
    public double floor() {
        return data.readHistories();
    }

    /** Gamma-Gamma. */
    @Benchmark
    public Fitted<GammaGamma> gammaGamma() {
        return GammaGamma.fit(SpendColumns.of(data.x, data.means, LifetimeValueData.END));
    }

    /** Gamma-Gamma as it is usually fitted. */
    @Benchmark
    public double[] naiveGammaGamma() {
        return naiveSpend.fit();
    }

    /** The spend, merely read. */
    @Benchmark
    public double floorGammaGamma() {
        return data.readSpend();
    }

    /** BG/BB on six opportunities. */
    @Benchmark
    public Fitted<BgBb> bgBb() {
        return BgBb.fit(OpportunityColumns.of(
                data.donations, data.lastDonations, data.opportunities, PeriodUnit.YEAR, LifetimeValueData.END));
    }

    /** BG/BB as it is usually fitted. */
    @Benchmark
    public double[] naiveBgBb() {
        return naiveDonations.fit();
    }

    /** The donations, merely read. */
    @Benchmark
    public long floorBgBb() {
        return data.readDonations();
    }
}
