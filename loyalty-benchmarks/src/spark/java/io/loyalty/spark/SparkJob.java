package io.loyalty.spark;

import static org.apache.spark.sql.functions.col;

import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.value.AnnualRate;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.GammaGamma;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A job to submit: summaries, Net Promoter Scores by segment, and lifetime values.
 *
 * <pre>
 * spark-submit --class io.loyalty.spark.SparkJob loyalty-benchmarks/target/benchmarks.jar 1000000
 * spark-submit --class io.loyalty.spark.SparkJob loyalty-benchmarks/target/benchmarks.jar SALES ANSWERS 2026-03-31 Asia/Tokyo OUT
 * </pre>
 *
 * <p>The first makes up so many sales and answers. The second reads Parquet files: sales with {@code customer}, {@code at} and
 * {@code amount} (minor units), answers with {@code segment} and {@code answer}; then the last day of the data and the zone of its days; and
 * writes the values to OUT.
 */
public final class SparkJob {

    private static final int SHARDS = 64;
    private static final int SHOWN = 10;

    private SparkJob() {}

    /**
     * Runs the job.
     *
     * @param args a number of rows to make up; or sales, answers, last day, zone and where to write
     * @throws IOException if Spark cannot be closed
     */
    public static void main(String... args) throws IOException {
        if (args.length != 1 && args.length != 5) {
            System.err.println("Give a number of rows, or: SALES ANSWERS LAST_DAY ZONE OUT");
            System.exit(1);
        }
        try (SparkSession spark =
                SparkSession.builder().appName("Customer figures").getOrCreate()) {
            spark.sparkContext().setLogLevel("ERROR");
            if (args.length == 1) {
                MadeUpSales shop = new MadeUpSales(7, Long.parseLong(args[0]));
                PurchaseRules rules = PurchaseRules.asOf(MadeUpSales.LAST_DAY, MadeUpSales.ZONE);
                run(shop.sales(spark), shop.answers(spark), rules);
            } else {
                PurchaseRules rules = PurchaseRules.asOf(LocalDate.parse(args[2]), ZoneId.of(args[3]));
                Dataset<Row> sales = spark.read().parquet(args[0]);
                run(sales, spark.read().parquet(args[1]), rules).write().parquet(args[4]);
            }
        }
    }

    private static Dataset<Row> run(Dataset<Row> sales, Dataset<Row> answers, PurchaseRules rules) {
        long begin = System.nanoTime();
        Dataset<Row> summaries = CustomerFigures.summaries(sales, rules, SHARDS).cache();
        long customers = summaries.count();
        begin = took(String.format(Locale.ROOT, "%,d customers summarized", customers), begin);

        CustomerFigures.netPromoterScores(answers).orderBy("segment").show();
        begin = took("Net Promoter Scores", begin);

        BgNbd purchases = CustomerFigures.fitPurchases(summaries, rules);
        GammaGamma spend = CustomerFigures.fitSpend(summaries, rules);
        System.out.println(purchases);
        System.out.println(spend);
        begin = took("Models fitted", begin);

        Dataset<Row> values = CustomerFigures.values(summaries, purchases, spend, AnnualRate.of(0.1))
                .cache();
        values.orderBy(col("value").desc_nulls_last(), col("customer")).show(SHOWN);
        took("Lifetime values", begin);
        return values;
    }

    private static long took(String what, long begin) {
        long now = System.nanoTime();
        System.out.println(String.format(Locale.ROOT, "%s in %.1f s", what, (now - begin) / 1e9));
        return now;
    }
}
