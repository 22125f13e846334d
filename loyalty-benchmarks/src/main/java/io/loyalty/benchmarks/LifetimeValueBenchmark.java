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
import java.time.LocalDate;
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
 * How long do fits and scores of whole customer bases take? All from plain columns, compression included, on one thread unless
 * named parallel; beside {@link NaiveBgNbd}, which must find the same. A score's time over the number of customers is the time of one.
 *
 * <p>The populations are seeded: customers come within 12 weeks and are followed for 27 to 39 more, as in the CDNOW data. With times in
 * whole days many histories are equal, as in real logs; with continuous times none are, which is the worst case.
 *
 * <p>Run: {@code java -jar loyalty-benchmarks/target/benchmarks.jar LifetimeValue -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LifetimeValueBenchmark {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final Horizon HORIZON = Horizon.ofWeeks(39);
    private static final AnnualRate DISCOUNT = AnnualRate.of(0.15);
    private static final BgNbd BG = new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK);
    private static final ParetoNbd PARETO = new ParetoNbd(.553, 10.578, .606, 11.669, PeriodUnit.WEEK);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final BgBb BGBB = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.YEAR);

    /** How times are measured. */
    public enum Times {
        /** In whole days. */
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

    private double[] x;
    private double[] last;
    private double[] age;
    private double[] means;
    private PurchaseColumns columns;
    private int[] donations;
    private int[] donationsLast;
    private int[] opportunities;
    private long[] logCustomers;
    private int[] logDays;
    private double[] logAmounts;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(20261121);
        age = new double[customers];
        for (int i = 0; i < customers; i++) {
            age[i] = times == Times.DAYS ? (189 + random.nextInt(84)) / 7.0 : 27 + 12 * random.nextDouble();
        }
        PurchaseColumns drawn = PARETO.simulate(age, END, 1);
        x = new double[customers];
        last = new double[customers];
        int transactions = customers;
        for (int i = 0; i < customers; i++) {
            RecencyFrequency history = drawn.history(i);
            x[i] = history.repeats();
            last[i] = times == Times.DAYS ? Math.min(age[i], Math.ceil(7 * history.last()) / 7) : history.last();
            transactions += history.repeats();
        }
        columns = PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END);
        means = new double[customers];
        for (int i = 0; i < customers; i++) {
            means[i] = x[i] > 0 ? Math.max(1, Math.rint(100 * (10 + 60 * random.nextDouble()))) / 100 : 0;
        }
        setUpDonations();
        setUpLog(transactions, random);
    }

    private void setUpDonations() {
        opportunities = new int[customers];
        Arrays.fill(opportunities, 6);
        OpportunityColumns drawn = BGBB.simulate(opportunities, END, 3);
        donations = new int[customers];
        donationsLast = new int[customers];
        for (int i = 0; i < customers; i++) {
            donations[i] = drawn.history(i).purchases();
            donationsLast[i] = drawn.history(i).last();
        }
    }

    private void setUpLog(int transactions, SplittableRandom random) {
        logCustomers = new long[transactions];
        logDays = new int[transactions];
        logAmounts = new double[transactions];
        int next = 0;
        for (int i = 0; i < customers; i++) {
            int first = (int) Math.round(END.toEpochDay() - 7 * age[i]);
            for (int k = 0; k <= x[i]; k++) {
                logCustomers[next] = i;
                logDays[next] = first + (x[i] == 0 ? 0 : (int) (7 * last[i] * k / x[i]));
                logAmounts[next++] = 5 + random.nextInt(9_000) / 100.0;
            }
        }
        // Logs come in the order of time, not of customers.
        for (int i = transactions - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long customer = logCustomers[i];
            int day = logDays[i];
            logCustomers[i] = logCustomers[j];
            logDays[i] = logDays[j];
            logCustomers[j] = customer;
            logDays[j] = day;
        }
    }

    private PurchaseColumns fresh() {
        return PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END);
    }

    /** Plain arrays to compressed columns. */
    @Benchmark
    public PurchaseColumns compress() {
        return fresh();
    }

    /** BG/NBD. */
    @Benchmark
    public Fitted<BgNbd> fitBgNbd() {
        return BgNbd.fit(fresh());
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
        return ParetoNbd.fit(fresh(), FitOptions.withDefaults().with(Execution.PARALLEL));
    }

    /** Gamma-Gamma. */
    @Benchmark
    public Fitted<GammaGamma> fitGammaGamma() {
        return GammaGamma.fit(SpendColumns.of(x, means, END));
    }

    /** BG/BB on six opportunities. */
    @Benchmark
    public Fitted<BgBb> fitBgBb() {
        return BgBb.fit(OpportunityColumns.of(donations, donationsLast, opportunities, PeriodUnit.YEAR, END));
    }

    /** BG/NBD P(alive) of everybody. */
    @Benchmark
    public double[] aliveBgNbd() {
        return BG.probabilityAlive(columns);
    }

    /** BG/NBD E[Y(39)] of everybody. */
    @Benchmark
    public double[] expectedBgNbd() {
        return BG.expectedPurchases(columns, HORIZON);
    }

    /** BG/NBD DERT of everybody. */
    @Benchmark
    public double[] discountedBgNbd() {
        return BG.discountedPurchases(columns, DISCOUNT);
    }

    /** Pareto/NBD E[Y(39)] of everybody, P(alive) in it. */
    @Benchmark
    public double[] expectedParetoNbd() {
        return PARETO.expectedPurchases(columns, HORIZON);
    }

    /** Pareto/NBD DERT of everybody. */
    @Benchmark
    public double[] discountedParetoNbd() {
        return PARETO.discountedPurchases(columns, DISCOUNT);
    }

    /** The value over a year of everybody. */
    @Benchmark
    public CustomerValues lifetimeValues() {
        return PredictedLifetimeValue.of(BG, SPEND, DISCOUNT)
                .over(Horizon.ofYears(1))
                .score(columns, x, means);
    }

    /** A log of about twice as many transactions as customers, to columns. */
    @Benchmark
    public CustomerBase summarize() {
        return TransactionLog.of(logCustomers, logDays, logAmounts).upTo(END, PeriodUnit.WEEK);
    }

    /** The naive way, on the smallest population only. */
    @State(Scope.Thread)
    public static class Naive {

        private static final int CUSTOMERS = 2357;

        private NaiveBgNbd naive;
        private double[] parameters;

        @Setup
        public void setUp() {
            double[] age = new double[CUSTOMERS];
            for (int i = 0; i < CUSTOMERS; i++) {
                age[i] = (189 + i % 84) / 7.0;
            }
            PurchaseColumns cohort = BG.simulate(age, END, 1);
            double[] x = new double[CUSTOMERS];
            double[] last = new double[CUSTOMERS];
            for (int i = 0; i < CUSTOMERS; i++) {
                x[i] = cohort.history(i).repeats();
                last[i] = cohort.history(i).last();
            }
            naive = new NaiveBgNbd(x, last, age);
            Fitted<BgNbd> fit = BgNbd.fit(cohort);
            parameters = naive.fit();
            double found = naive.logLikelihood(parameters);
            if (!(Math.abs(found - fit.logLikelihood()) < 1e-3)) {
                throw new IllegalStateException(
                        "naive and library must find one maximum: " + found + " and " + fit.logLikelihood());
            }
            double[] ours = BG.expectedPurchases(cohort, HORIZON);
            double[] theirs = naive.expected(new double[] {BG.r(), BG.alpha(), BG.a(), BG.b()}, 39);
            for (int i = 0; i < CUSTOMERS; i++) {
                if (!(Math.abs(ours[i] - theirs[i]) < 1e-8 * ours[i])) {
                    throw new IllegalStateException(
                            "naive and library must expect the same: " + theirs[i] + " and " + ours[i]);
                }
            }
        }
    }

    /** BG/NBD of 2,357 customers, naively. */
    @Benchmark
    public double[] naiveFit(Naive state) {
        return state.naive.fit();
    }

    /** BG/NBD E[Y(39)] of 2,357 customers, naively. */
    @Benchmark
    public double[] naiveExpected(Naive state) {
        return state.naive.expected(state.parameters, 39);
    }
}
