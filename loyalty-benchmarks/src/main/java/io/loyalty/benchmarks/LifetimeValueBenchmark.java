package io.loyalty.benchmarks;

import io.loyalty.metrics.value.AnnualRate;
import io.loyalty.metrics.value.BgBb;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.CustomerBase;
import io.loyalty.metrics.value.CustomerValues;
import io.loyalty.metrics.value.Execution;
import io.loyalty.metrics.value.FitOptions;
import io.loyalty.metrics.value.Fitted;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.Horizon;
import io.loyalty.metrics.value.MbgNbd;
import io.loyalty.metrics.value.OpportunityColumns;
import io.loyalty.metrics.value.ParetoNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PredictedLifetimeValue;
import io.loyalty.metrics.value.PurchaseColumns;
import io.loyalty.metrics.value.RecencyFrequency;
import io.loyalty.metrics.value.SpendColumns;
import io.loyalty.metrics.value.TransactionLog;
import java.util.Arrays;
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
 * How long do fits and scores of whole customer bases take? All from plain columns, compression included, on one thread unless
 * named parallel. A score's time over the number of customers is the time of one.
 *
 * <p>Beside scores stand the naive ways, which must give the same for the first customers; those of fits would take minutes each, and stand in
 * {@link FitBenchmark}. The floors read the same columns once, with one multiplication and addition a row.
 *
 * <p>With times in whole days many histories are equal, as in real logs; with continuous times none are, which is the worst case.
 *
 * <p>Run: {@code java -jar loyalty-benchmarks/target/benchmarks.jar LifetimeValue -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xms4g",
            "-Xmx4g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LifetimeValueBenchmark {

    private static final int FEW = 2357;
    private static final double WEEKS = 39;
    private static final Horizon HORIZON = Horizon.ofWeeks(39);
    private static final double RATE = 0.15;
    private static final AnnualRate DISCOUNT = AnnualRate.of(RATE);
    private static final BgNbd BG = new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK);
    private static final double[] BG_PARAMETERS = numbers(BG.parameters());
    private static final double[] PARETO_PARAMETERS = numbers(LifetimeValueData.PARETO.parameters());
    private static final double[] SPEND_PARAMETERS = numbers(LifetimeValueData.SPEND.parameters());
    private static final PredictedLifetimeValue VALUE =
            PredictedLifetimeValue.of(BG, LifetimeValueData.SPEND, DISCOUNT).over(Horizon.ofYears(1));
    private static final FitOptions PARALLEL = FitOptions.withDefaults().with(Execution.PARALLEL);

    /** How times are measured. */
    public enum Times {
        /** In whole days; spend in cents. */
        DAYS,
        /** To the last bit. */
        CONTINUOUS
    }

    /** The number of customers. */
    @Param({"2357", "100000", "1000000"})
    public int customers;

    /** How times are measured. */
    @Param({"DAYS", "CONTINUOUS"})
    public Times times;

    private LifetimeValueData data;
    private PurchaseColumns columns;
    private NaiveBgNbd naiveBg;
    private NaiveParetoNbd naivePareto;

    @Setup
    public void setUp() {
        data = new LifetimeValueData(customers, times == Times.DAYS);
        columns = fresh();
        naiveBg = new NaiveBgNbd(data.x, data.last, data.age);
        naivePareto = new NaiveParetoNbd(data.x, data.last, data.age);
        requireAgreement();
    }

    private void requireAgreement() {
        int few = Math.min(FEW, customers);
        double[] x = Arrays.copyOf(data.x, few);
        double[] last = Arrays.copyOf(data.last, few);
        double[] age = Arrays.copyOf(data.age, few);
        double[] means = Arrays.copyOf(data.means, few);
        PurchaseColumns first = PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, LifetimeValueData.END);
        NaiveBgNbd bg = new NaiveBgNbd(x, last, age);
        requireClose(BG.probabilityAlive(first), bg.alive(BG_PARAMETERS), 1e-12);
        requireClose(BG.expectedPurchases(first, HORIZON), bg.expected(BG_PARAMETERS, WEEKS), 1e-8);
        requireClose(
                LifetimeValueData.PARETO.expectedPurchases(first, HORIZON),
                new NaiveParetoNbd(x, last, age).expected(PARETO_PARAMETERS, WEEKS),
                1e-8);
        // Counting by month instead of discounting each purchase moves the fourth digit.
        requireClose(
                VALUE.score(first, x, means).values(), bg.values(BG_PARAMETERS, SPEND_PARAMETERS, means, RATE), 1e-3);
        Map<Long, NaiveSummary> summaries = naiveSummarize();
        CustomerBase base = summarize();
        for (int i = 0; i < base.size(); i += 1 + base.size() / FEW) {
            RecencyFrequency history = base.columns().history(i);
            NaiveSummary naive = summaries.get(Long.parseLong(base.key(i)));
            requireClose(
                    new double[] {history.repeats(), history.last(), history.age()},
                    new double[] {naive.repeats(), naive.last(), naive.age()},
                    1e-14);
        }
    }

    private static void requireClose(double[] ours, double[] naive, double tolerance) {
        for (int i = 0; i < ours.length; i++) {
            if (!(Math.abs(ours[i] - naive[i]) <= tolerance * Math.abs(ours[i]))) {
                throw new IllegalStateException("naive and library must agree: " + naive[i] + " and " + ours[i]);
            }
        }
    }

    private static double[] numbers(List<Double> parameters) {
        return parameters.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private PurchaseColumns fresh() {
        return fresh(Execution.SEQUENTIAL);
    }

    private PurchaseColumns fresh(Execution execution) {
        return PurchaseColumns.of(data.x, data.last, data.age, PeriodUnit.WEEK, LifetimeValueData.END, execution);
    }

    /** The histories, merely read. */
    @Benchmark
    public double floor() {
        return data.readHistories();
    }

    /** The spend, merely read. */
    @Benchmark
    public double floorFitGammaGamma() {
        return data.readSpend();
    }

    /** The donations, merely read. */
    @Benchmark
    public long floorFitBgBb() {
        return data.readDonations();
    }

    /** The log, merely read. */
    @Benchmark
    public double floorSummarize() {
        double sum = 0;
        for (int i = 0; i < data.logCustomers.length; i++) {
            sum += data.logDays[i] * data.logAmounts[i] + data.logCustomers[i];
        }
        return sum;
    }

    /** Plain arrays to compressed columns. */
    @Benchmark
    public PurchaseColumns compress() {
        return fresh();
    }

    /** The same on the common pool. */
    @Benchmark
    public PurchaseColumns compressParallel() {
        return fresh(Execution.PARALLEL);
    }

    /** BG/NBD. */
    @Benchmark
    public Fitted<BgNbd> fitBgNbd() {
        return BgNbd.fit(fresh());
    }

    /** BG/NBD on the common pool. */
    @Benchmark
    public Fitted<BgNbd> fitBgNbdParallel() {
        return BgNbd.fit(fresh(Execution.PARALLEL), PARALLEL);
    }

    /** MBG/NBD. */
    @Benchmark
    public Fitted<MbgNbd> fitMbgNbd() {
        return MbgNbd.fit(fresh());
    }

    /** Pareto/NBD. */
    @Benchmark
    public Fitted<ParetoNbd> fitParetoNbd() {
        return ParetoNbd.fit(fresh());
    }

    /** Pareto/NBD on the common pool. */
    @Benchmark
    public Fitted<ParetoNbd> fitParetoNbdParallel() {
        return ParetoNbd.fit(fresh(Execution.PARALLEL), PARALLEL);
    }

    /** Gamma-Gamma. */
    @Benchmark
    public Fitted<GammaGamma> fitGammaGamma() {
        return GammaGamma.fit(SpendColumns.of(data.x, data.means, LifetimeValueData.END));
    }

    /** Gamma-Gamma on the common pool. */
    @Benchmark
    public Fitted<GammaGamma> fitGammaGammaParallel() {
        return GammaGamma.fit(SpendColumns.of(data.x, data.means, LifetimeValueData.END), PARALLEL);
    }

    /** BG/BB on six opportunities. */
    @Benchmark
    public Fitted<BgBb> fitBgBb() {
        return BgBb.fit(OpportunityColumns.of(
                data.donations, data.lastDonations, data.opportunities, PeriodUnit.YEAR, LifetimeValueData.END));
    }

    /** BG/NBD P(alive) of everybody. */
    @Benchmark
    public double[] aliveBgNbd() {
        return BG.probabilityAlive(columns);
    }

    /** The same by the formula. */
    @Benchmark
    public double[] naiveAliveBgNbd() {
        return naiveBg.alive(BG_PARAMETERS);
    }

    /** BG/NBD E[Y(39)] of everybody, P(alive) in it. */
    @Benchmark
    public double[] expectedBgNbd() {
        return BG.expectedPurchases(columns, HORIZON);
    }

    /** The same by the series of the paper. */
    @Benchmark
    public double[] naiveExpectedBgNbd() {
        return naiveBg.expected(BG_PARAMETERS, WEEKS);
    }

    /** BG/NBD DERT of everybody. */
    @Benchmark
    public double[] discountedBgNbd() {
        return BG.discountedPurchases(columns, DISCOUNT);
    }

    /** Pareto/NBD E[Y(39)] of everybody, P(alive) in it. */
    @Benchmark
    public double[] expectedParetoNbd() {
        return LifetimeValueData.PARETO.expectedPurchases(columns, HORIZON);
    }

    /** The same by the series of the notes. */
    @Benchmark
    public double[] naiveExpectedParetoNbd() {
        return naivePareto.expected(PARETO_PARAMETERS, WEEKS);
    }

    /** Pareto/NBD DERT of everybody. */
    @Benchmark
    public double[] discountedParetoNbd() {
        return LifetimeValueData.PARETO.discountedPurchases(columns, DISCOUNT);
    }

    /** The value over a year of everybody. */
    @Benchmark
    public CustomerValues lifetimeValues() {
        return VALUE.score(columns, data.x, data.means);
    }

    /** The same month by month. */
    @Benchmark
    public double[] naiveLifetimeValues() {
        return naiveBg.values(BG_PARAMETERS, SPEND_PARAMETERS, data.means, RATE);
    }

    /** A log of about twice as many transactions as customers, to columns. */
    @Benchmark
    public CustomerBase summarize() {
        return TransactionLog.of(data.logCustomers, data.logDays, data.logAmounts)
                .upTo(LifetimeValueData.END, PeriodUnit.WEEK);
    }

    /** The same with maps. */
    @Benchmark
    public Map<Long, NaiveSummary> naiveSummarize() {
        return NaiveSummary.of(data.logCustomers, data.logDays, data.logAmounts, LifetimeValueData.END.toEpochDay());
    }
}
