package io.loyalty.benchmarks;

import static java.util.stream.Collectors.groupingBy;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.PurchaseSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
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
 * How long it takes to summarise transactions by customer, from columns of keys, instants and amounts: keys as numbers and as texts, each beside
 * the same written with streams and {@code groupingBy}, and beside the floor, the same columns merely read.
 *
 * <p>There is a customer for every ten transactions, and few customers make most of them; the transactions of two years come in the order of
 * their time. Time should grow in proportion to their number. Set-up fails if any summary of the first hundred thousand transactions
 * differs, or any transaction is missing from the summaries of all.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar PurchaseBenchmark
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
public class PurchaseBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final int DAYS = 730;
    private static final int TRANSACTIONS_PER_CUSTOMER = 10;
    private static final int COMPARED = 100_000;

    /** How many transactions. */
    @Param({"10000", "100000", "1000000", "10000000"})
    private int transactions;

    private long[] numbers = {};
    private String[] texts = {};
    private long[] seconds = {};
    private long[] amounts = {};

    private final PurchaseRules rules = PurchaseRules.asOf(LAST, ZONE);

    /** For JMH. */
    public PurchaseBenchmark() {}

    /**
     * A customer's summary, as the naive way has it.
     *
     * @param orders number of orders
     * @param days number of different days with an order
     * @param daysSinceLast days since the last order
     * @param daysSinceFirst days since the first order
     * @param revenue sum of all amounts, refunds taken off
     */
    record Naive(long orders, long days, long daysSinceLast, long daysSinceFirst, long revenue) {}

    /** Makes the columns and compares both sides. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        int customers = transactions / TRANSACTIONS_PER_CUSTOMER;
        String[] names = new String[customers];
        for (int i = 0; i < customers; i++) {
            names[i] = "customer-" + i;
        }
        numbers = new long[transactions];
        texts = new String[transactions];
        seconds = new long[transactions];
        amounts = new long[transactions];
        long start = LAST.minusDays(DAYS).atStartOfDay(ZONE).toEpochSecond();
        for (int i = 0; i < transactions; i++) {
            double uniform = random.nextDouble();
            int customer = (int) (customers * uniform * uniform);
            numbers[i] = 7L * customer + 1;
            texts[i] = names[customer];
            seconds[i] = start + (long) ((double) i / transactions * DAYS * 86_400);
            amounts[i] = random.nextInt(20) == 0 ? -random.nextInt(1, 5_000) : random.nextInt(1, 10_000);
        }
        int compared = Math.min(COMPARED, transactions);
        long[] firstSeconds = Arrays.copyOf(seconds, compared);
        long[] firstAmounts = Arrays.copyOf(amounts, compared);
        compare(
                rules.summarize(Arrays.copyOf(numbers, compared), firstSeconds, firstAmounts),
                grouped(compared, i -> numbers[i]));
        compare(
                rules.summarize(Arrays.copyOf(texts, compared), firstSeconds, firstAmounts),
                grouped(compared, i -> texts[i]));
        requireAll(longKeys());
        requireAll(stringKeys());
    }

    private void requireAll(PurchaseHistory history) {
        long orders = Arrays.stream(amounts).filter(amount -> amount > 0).count();
        long ours = Arrays.stream(history.orders()).asLongStream().sum();
        if (ours != orders || history.counts().transactions() != transactions) {
            throw new IllegalStateException("all " + orders + " orders must be summed up: " + ours);
        }
    }

    private static void compare(PurchaseHistory history, Map<?, Naive> naive) {
        Map<String, Naive> byText = new HashMap<>();
        naive.forEach((key, summary) -> byText.put(key.toString(), summary));
        // Who only has refunds has no summary on our side.
        byText.values().removeIf(summary -> summary.orders() == 0);
        for (PurchaseSummary ours : history.summaries()) {
            Naive theirs = byText.remove(ours.customer());
            Naive same = new Naive(
                    ours.orders(),
                    ours.purchases(),
                    ours.daysSinceLast(),
                    ChronoUnit.DAYS.between(ours.first(), LAST),
                    ours.revenue());
            if (!same.equals(theirs)) {
                throw new IllegalStateException("both sides must agree: " + ours + " and " + theirs);
            }
        }
        if (!byText.isEmpty()) {
            throw new IllegalStateException("both sides must have the same customers: " + byText.size() + " more");
        }
    }

    /**
     * Summaries by keys that are numbers.
     *
     * @return the summaries
     */
    @Benchmark
    public PurchaseHistory longKeys() {
        return rules.summarize(numbers, seconds, amounts);
    }

    /**
     * Summaries by keys that are texts.
     *
     * @return the summaries
     */
    @Benchmark
    public PurchaseHistory stringKeys() {
        return rules.summarize(texts, seconds, amounts);
    }

    /**
     * Summaries by keys that are numbers, with streams.
     *
     * @return the summaries
     */
    @Benchmark
    public Map<?, Naive> naiveLongKeys() {
        return grouped(transactions, i -> numbers[i]);
    }

    /**
     * Summaries by keys that are texts, with streams.
     *
     * @return the summaries
     */
    @Benchmark
    public Map<?, Naive> naiveStringKeys() {
        return grouped(transactions, i -> texts[i]);
    }

    /**
     * What it takes to read the columns of the keys that are numbers.
     *
     * @return a sum of products
     */
    @Benchmark
    public long floorLongKeys() {
        long sum = 0;
        for (int i = 0; i < transactions; i++) {
            sum += numbers[i] * amounts[i] + seconds[i];
        }
        return sum;
    }

    /**
     * What it takes to read the columns of the keys that are texts, and the hash of each text.
     *
     * @return a sum of products
     */
    @Benchmark
    public long floorStringKeys() {
        long sum = 0;
        for (int i = 0; i < transactions; i++) {
            sum += texts[i].hashCode() * amounts[i] + seconds[i];
        }
        return sum;
    }

    private <K> Map<K, Naive> grouped(int count, IntFunction<K> key) {
        Map<K, List<Integer>> rows =
                IntStream.range(0, count).boxed().collect(groupingBy(i -> Objects.requireNonNull(key.apply(i))));
        Map<K, Naive> summaries = new HashMap<>();
        rows.forEach((customer, list) -> summaries.put(customer, summary(list)));
        return summaries;
    }

    private Naive summary(List<Integer> rows) {
        List<LocalDate> days = rows.stream()
                .filter(i -> amounts[i] > 0)
                .map(i -> LocalDate.ofInstant(Instant.ofEpochSecond(seconds[i]), ZONE))
                .toList();
        return new Naive(
                days.size(),
                days.stream().distinct().count(),
                days.stream()
                        .max(LocalDate::compareTo)
                        .map(day -> ChronoUnit.DAYS.between(day, LAST))
                        .orElse(0L),
                days.stream()
                        .min(LocalDate::compareTo)
                        .map(day -> ChronoUnit.DAYS.between(day, LAST))
                        .orElse(0L),
                rows.stream().mapToLong(i -> amounts[i]).sum());
    }
}
