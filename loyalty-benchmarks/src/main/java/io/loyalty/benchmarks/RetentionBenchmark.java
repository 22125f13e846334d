package io.loyalty.benchmarks;

import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.retention.CohortMatrix;
import io.loyalty.metrics.retention.CohortPeriod;
import io.loyalty.metrics.retention.Cohorts;
import io.loyalty.metrics.retention.KaplanMeier;
import io.loyalty.metrics.retention.RocAuc;
import io.loyalty.metrics.retention.ScoredOutcomes;
import io.loyalty.metrics.retention.SurvivalCurve;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
 * How fast retention figures of many customers are: survival curves of whole-day and of distinct times, a monthly cohort matrix of
 * ten transactions per customer, in the order of time and shuffled, and the AUC of a score, each beside {@link NaiveRetention} and beside
 * the floor, the same columns merely read. Set-up computes every figure of the first hundred thousand rows on both sides and fails if
 * they differ, or if the order of all transactions matters.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar Retention
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {
            "-Xms6g",
            "-Xmx6g",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RetentionBenchmark {

    private static final double TOLERANCE = 1e-9;
    private static final int COMPARED = 100_000;

    /** How many customers there are. */
    @Param({"10000", "1000000"})
    private int customers;

    /** For JMH. */
    public RetentionBenchmark() {}

    /** Customers with different risks, observed for up to three years. */
    @State(Scope.Benchmark)
    public static class Lives {

        private double[] days = {};
        private double[] times = {};
        private boolean[] ended = {};

        /** For JMH. */
        public Lives() {}

        /**
         * Draws the customers and compares both sides.
         *
         * @param size how many
         */
        @Setup
        public void setUp(RetentionBenchmark size) {
            SplittableRandom random = new SplittableRandom(7);
            days = new double[size.customers];
            times = new double[size.customers];
            ended = new boolean[size.customers];
            for (int i = 0; i < days.length; i++) {
                double mean = 30 + 1_000 * random.nextDouble();
                double life = -mean * Math.log1p(-random.nextDouble());
                double observed = 1_096 * random.nextDouble();
                ended[i] = life < observed;
                times[i] = Math.min(life, observed);
                days[i] = Math.floor(times[i]);
            }
            compare(days);
            compare(times);
        }

        private void compare(double[] all) {
            double[] column = Arrays.copyOf(all, Math.min(COMPARED, all.length));
            boolean[] events = Arrays.copyOf(ended, column.length);
            SurvivalCurve ours = KaplanMeier.withDefaults().estimate(column, events);
            Map<Double, Double> naives = NaiveRetention.survival(column, events);
            require(ours.points().size(), naives.size(), "number of steps");
            naives.forEach((time, share) -> require(ours.at(time).value().orElseThrow(), share, "survival at " + time));
        }
    }

    /** Two years of purchases by customers of different habits. */
    @State(Scope.Benchmark)
    public static class Transactions {

        private static final ZoneId ZONE = ZoneId.of("Europe/London");
        private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
        private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

        private final Cohorts cohorts = Cohorts.by(CohortPeriod.MONTH, PurchaseRules.asOf(LAST, ZONE));
        private long[] keys = {};
        private long[] seconds = {};
        private long[] amounts = {};
        private long[] shuffledKeys = {};
        private long[] shuffledSeconds = {};

        /** For JMH. */
        public Transactions() {}

        /**
         * Draws the purchases and compares both sides.
         *
         * @param size how many customers
         */
        @Setup
        public void setUp(RetentionBenchmark size) {
            SplittableRandom random = new SplittableRandom(11);
            keys = new long[10 * size.customers];
            seconds = new long[keys.length];
            amounts = new long[keys.length];
            long start = FIRST.atStartOfDay(ZONE).toEpochSecond();
            double span = ChronoUnit.SECONDS.between(
                    FIRST.atStartOfDay(ZONE), LAST.plusDays(1).atStartOfDay(ZONE));
            for (int i = 0; i < keys.length; i++) {
                double habit = random.nextDouble();
                keys[i] = (long) (habit * habit * size.customers) * 7_919 + 13;
                seconds[i] = start + (long) (span * i / keys.length);
                amounts[i] = 100 + random.nextInt(10_000);
            }
            shuffledKeys = keys.clone();
            shuffledSeconds = seconds.clone();
            for (int i = keys.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                swap(shuffledKeys, i, other);
                swap(shuffledSeconds, i, other);
            }
            compare(Math.min(COMPARED, keys.length));
            CohortMatrix inOrder = cohorts.matrix(keys, seconds, amounts);
            CohortMatrix shuffled = cohorts.matrix(shuffledKeys, shuffledSeconds, amounts);
            for (int cohort = 0; cohort < inOrder.cohorts(); cohort++) {
                for (int age = 0; age < inOrder.cohorts() - cohort; age++) {
                    require(customers(inOrder, cohort, age), customers(shuffled, cohort, age), "shuffled cell");
                }
            }
        }

        private void compare(int rows) {
            long[] firstKeys = Arrays.copyOf(keys, rows);
            long[] firstSeconds = Arrays.copyOf(seconds, rows);
            CohortMatrix ours = cohorts.matrix(firstKeys, firstSeconds, Arrays.copyOf(amounts, rows));
            Map<YearMonth, Map<Long, Long>> naives = NaiveRetention.cohorts(firstKeys, firstSeconds, ZONE);
            for (int cohort = 0; cohort < ours.cohorts(); cohort++) {
                Map<Long, Long> row = naives.get(YearMonth.from(ours.start(cohort)));
                for (int age = 0; age < ours.cohorts() - cohort; age++) {
                    long theirs = row == null ? 0 : row.getOrDefault((long) age, 0L);
                    require(customers(ours, cohort, age), theirs, "cell " + cohort + ", " + age);
                }
            }
        }

        private static double customers(CohortMatrix matrix, int cohort, int age) {
            return matrix.cell(cohort, age).customers().orElseThrow();
        }

        private static void swap(long[] column, int i, int j) {
            long kept = column[i];
            column[i] = column[j];
            column[j] = kept;
        }
    }

    /** Scores that know something. */
    @State(Scope.Benchmark)
    public static class Scores {

        private double[] scores = {};
        private boolean[] left = {};

        /** For JMH. */
        public Scores() {}

        /**
         * Draws the scores and compares both sides.
         *
         * @param size how many
         */
        @Setup
        public void setUp(RetentionBenchmark size) {
            SplittableRandom random = new SplittableRandom(13);
            scores = new double[size.customers];
            left = new boolean[size.customers];
            for (int i = 0; i < scores.length; i++) {
                left[i] = random.nextDouble() < 0.2;
                scores[i] = random.nextDouble() + (left[i] ? 0.3 : 0);
            }
            require(
                    RocAuc.of(ScoredOutcomes.of(scores, left)).auc().value().orElseThrow(),
                    NaiveRetention.auc(scores, left),
                    "AUC");
        }
    }

    private static void require(double ours, double naives, String what) {
        if (!(Math.abs(ours - naives) <= TOLERANCE)) {
            throw new IllegalStateException("both sides must agree on the " + what + ": " + ours + " and " + naives);
        }
    }

    /**
     * The survival curve of times in whole days.
     *
     * @param lives the customers
     * @return the curve
     */
    @Benchmark
    public SurvivalCurve survivalOfDays(Lives lives) {
        return KaplanMeier.withDefaults().estimate(lives.days, lives.ended);
    }

    /**
     * The survival curve of times in whole days, naively.
     *
     * @param lives the customers
     * @return the shares by time
     */
    @Benchmark
    public Map<Double, Double> survivalOfDaysNaively(Lives lives) {
        return NaiveRetention.survival(lives.days, lives.ended);
    }

    /**
     * The survival curve of times that all differ.
     *
     * @param lives the customers
     * @return the curve
     */
    @Benchmark
    public SurvivalCurve survivalOfDistinctTimes(Lives lives) {
        return KaplanMeier.withDefaults().estimate(lives.times, lives.ended);
    }

    /**
     * The survival curve of times that all differ, naively.
     *
     * @param lives the customers
     * @return the shares by time
     */
    @Benchmark
    public Map<Double, Double> survivalOfDistinctTimesNaively(Lives lives) {
        return NaiveRetention.survival(lives.times, lives.ended);
    }

    /**
     * The cohort matrix of transactions in the order of time: customers, orders and revenue.
     *
     * @param transactions the transactions
     * @return the matrix
     */
    @Benchmark
    public CohortMatrix cohorts(Transactions transactions) {
        return transactions.cohorts.matrix(transactions.keys, transactions.seconds, transactions.amounts);
    }

    /**
     * The cohort matrix of shuffled transactions.
     *
     * @param transactions the transactions
     * @return the matrix
     */
    @Benchmark
    public CohortMatrix cohortsOfShuffled(Transactions transactions) {
        return transactions.cohorts.matrix(
                transactions.shuffledKeys, transactions.shuffledSeconds, transactions.amounts);
    }

    /**
     * The customers of the cohort matrix, without orders and revenue, naively.
     *
     * @param transactions the transactions
     * @return customers by cohort and age
     */
    @Benchmark
    public Map<YearMonth, Map<Long, Long>> cohortsNaively(Transactions transactions) {
        return NaiveRetention.cohorts(transactions.keys, transactions.seconds, Transactions.ZONE);
    }

    /**
     * The AUC of a score with DeLong's error.
     *
     * @param scores the scores
     * @return the AUC
     */
    @Benchmark
    public RocAuc auc(Scores scores) {
        return RocAuc.of(ScoredOutcomes.of(scores.scores, scores.left));
    }

    /**
     * The AUC of a score by the sum of ranks, without an error, naively.
     *
     * @param scores the scores
     * @return the AUC
     */
    @Benchmark
    public double aucNaively(Scores scores) {
        return NaiveRetention.auc(scores.scores, scores.left);
    }

    /**
     * What it takes to read the scores.
     *
     * @param scores the scores
     * @return a sum of products
     */
    @Benchmark
    public double floorAuc(Scores scores) {
        return read(scores.scores, scores.left);
    }

    /**
     * What it takes to read the customers' times.
     *
     * @param lives the customers
     * @return a sum of products
     */
    @Benchmark
    public double floorSurvival(Lives lives) {
        return read(lives.times, lives.ended);
    }

    private static double read(double[] numbers, boolean[] marks) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += 3 * numbers[i] + (marks[i] ? 1 : 0);
        }
        return sum;
    }

    /**
     * What it takes to read the transactions.
     *
     * @param transactions the transactions
     * @return a sum of products
     */
    @Benchmark
    public long floorCohorts(Transactions transactions) {
        long sum = 0;
        for (int i = 0; i < transactions.keys.length; i++) {
            sum += transactions.keys[i] * transactions.amounts[i] + transactions.seconds[i];
        }
        return sum;
    }
}
