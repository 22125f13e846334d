package io.loyalty.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.purchase.LongKeyPurchases;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.PurchaseSummary;
import io.loyalty.metrics.survey.AnswerAccumulator;
import io.loyalty.metrics.survey.AnswerScale;
import io.loyalty.metrics.survey.NetPromoterQuestion;
import io.loyalty.metrics.survey.NetPromoterScore;
import io.loyalty.metrics.value.AnnualRate;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.CustomerBase;
import io.loyalty.metrics.value.CustomerValues;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PredictedLifetimeValue;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spark gives what one machine gives, to the last bit: with two threads, and with two worker processes. */
class CustomerFiguresTest {

    private static final long SEED = 20261122;
    private static final PurchaseRules RULES = PurchaseRules.asOf(MadeUpSales.LAST_DAY, MadeUpSales.ZONE);
    private static final AnnualRate DISCOUNT = AnnualRate.of(0.1);

    @ParameterizedTest
    @CsvSource({"'local[2]',120000,3", "'local-cluster[2,1,1024]',40000,7"})
    void everyMasterGivesWhatOneMachineGives(String master, long rows, int shards) throws IOException {
        MadeUpSales shop = new MadeUpSales(SEED, rows);
        PurchaseHistory alone = summarizeAlone(shop, rows);
        try (SparkSession spark = session(master)) {
            Dataset<Row> summaries =
                    CustomerFigures.summaries(shop.sales(spark), RULES, shards).cache();
            assertSummaries(alone, summaries);
            assertScores(shop, rows, CustomerFigures.netPromoterScores(shop.answers(spark)));
            assertValues(alone, summaries);
            if (master.startsWith("local-cluster")) {
                assertSeveralProcesses(spark);
            }
        }
    }

    private static void assertSummaries(PurchaseHistory alone, Dataset<Row> summaries) {
        Map<Long, Row> rows = byCustomer(summaries
                .withColumn("first", col("first").cast("string"))
                .withColumn("last", col("last").cast("string")));
        assertEquals(alone.customers(), rows.size());
        int[] repeats = alone.repeatPurchases();
        long[] spends = alone.repeatSpends();
        for (int i = 0; i < repeats.length; i++) {
            PurchaseSummary summary = alone.summary(i);
            Row row = rows.get(Long.parseLong(summary.customer()));
            assertEquals(summary.first().toString(), row.getString(1));
            assertEquals(summary.last().toString(), row.getString(2));
            assertEquals(summary.orders(), row.getInt(3));
            assertEquals(summary.revenue(), row.getLong(4));
            assertEquals(repeats[i], row.getInt(5));
            assertEquals(spends[i], row.getLong(6));
            assertEquals(summary.ageAtLast(), row.getDouble(7));
            assertEquals(summary.age(), row.getDouble(8));
        }
    }

    private static void assertScores(MadeUpSales shop, long rows, Dataset<Row> scores) {
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults();
        Map<String, AnswerAccumulator> alone = new TreeMap<>();
        for (long row = 0; row < rows; row++) {
            int answer = shop.answer(row);
            alone.computeIfAbsent(shop.segment(row), any -> question.scale().accumulator())
                    .accept(answer < 0 ? AnswerScale.MISSING : answer);
        }
        List<Row> found = scores.orderBy("segment").collectAsList();
        assertEquals(
                List.copyOf(alone.keySet()),
                found.stream().map(row -> row.getString(0)).toList());
        for (Row row : found) {
            NetPromoterScore score = question.score(alone.get(row.getString(0)).snapshot());
            Estimate estimate = score.score();
            assertEquals(score.counts().base(), row.getLong(1));
            assertEquals(estimate.value().orElseThrow(), row.getDouble(2));
            assertEquals(estimate.interval().orElseThrow().lower(), row.getDouble(3));
            assertEquals(estimate.interval().orElseThrow().upper(), row.getDouble(4));
        }
    }

    private static void assertValues(PurchaseHistory alone, Dataset<Row> summaries) {
        CustomerBase base = CustomerBase.from(alone, PeriodUnit.DAY);
        BgNbd purchases = CustomerFigures.fitPurchases(summaries, RULES);
        GammaGamma spend = CustomerFigures.fitSpend(summaries, RULES);
        // The fits add up doubles, in another order: they agree as far as a fit is determined at all.
        BgNbd purchasesAlone = BgNbd.fit(base.columns()).model();
        GammaGamma spendAlone = GammaGamma.fit(base.spend()).model();
        assertArrayEquals(ones(4), ratios(purchases.parameters(), purchasesAlone.parameters()), 1e-6);
        assertArrayEquals(ones(3), ratios(spend.parameters(), spendAlone.parameters()), 1e-6);

        CustomerValues expected = PredictedLifetimeValue.of(purchases, spend, DISCOUNT)
                .score(base.columns(), base.spendPurchases(), base.meanSpends());
        Map<Long, Row> rows = byCustomer(CustomerFigures.values(summaries, purchases, spend, DISCOUNT));
        assertEquals(base.size(), rows.size());
        for (int i = 0; i < base.size(); i++) {
            Row row = rows.get(Long.parseLong(base.key(i)));
            assertEquals(expected.alive()[i], row.getDouble(1));
            assertEquals(expected.purchases()[i], row.getDouble(2));
            assertEquals(expected.spends()[i], row.getDouble(3));
            assertEquals(expected.values()[i], row.getDouble(4));
        }
    }

    /** Tasks must have run in two processes, none of them this one. */
    private static void assertSeveralProcesses(SparkSession spark) {
        Set<String> processes = new HashSet<>();
        for (int trial = 0; trial < 20 && processes.size() < 2; trial++) {
            processes.addAll(spark.range(0, 8, 1, 8)
                    .map(Processes.NAME, Encoders.STRING())
                    .collectAsList());
        }
        assertEquals(2, processes.size());
        assertFalse(processes.contains(Processes.name()));
    }

    private static PurchaseHistory summarizeAlone(MadeUpSales shop, long rows) {
        LongKeyPurchases purchases = RULES.longKeys();
        for (long row = 0; row < rows; row++) {
            long[] sale = shop.sale(row);
            purchases.accept(sale[0], sale[1], sale[2]);
        }
        return purchases.snapshot();
    }

    private static Map<Long, Row> byCustomer(Dataset<Row> rows) {
        Map<Long, Row> found = new HashMap<>();
        rows.orderBy(col("customer")).collectAsList().forEach(row -> found.put(row.getLong(0), row));
        return found;
    }

    private static double[] ratios(List<Double> first, List<Double> second) {
        double[] ratios = new double[first.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = first.get(i) / second.get(i);
        }
        return ratios;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static SparkSession session(String master) {
        // Workers have Spark's jars; what is ours they get from where this test has it.
        String ours = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("loyalty-"))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
        return SparkSession.builder()
                .master(master)
                .appName("test")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "5")
                .config("spark.executor.memory", "512m")
                .config("spark.executor.extraClassPath", ours)
                .config("spark.log.level", "ERROR")
                .getOrCreate();
    }
}
