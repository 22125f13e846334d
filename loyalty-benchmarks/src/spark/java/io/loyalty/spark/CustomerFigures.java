package io.loyalty.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.PurchaseSummary;
import io.loyalty.metrics.survey.AnswerCounts;
import io.loyalty.metrics.survey.NetPromoterQuestion;
import io.loyalty.metrics.survey.NetPromoterScore;
import io.loyalty.metrics.value.AnnualRate;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.CustomerValue;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PredictedLifetimeValue;
import io.loyalty.metrics.value.PurchaseColumns;
import io.loyalty.metrics.value.RecencyFrequency;
import io.loyalty.metrics.value.SpendColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Figures of customers from Datasets: what each bought, what each is worth, and how groups recommend.
 *
 * <p>Summaries and counts are sums of whole numbers: they are the same for any number of partitions, and the same as on one machine.
 */
final class CustomerFigures {

    /** What {@link #summaries} gives, days as numbers since 1970; ages are in days. */
    private static final StructType SUMMARY =
            StructType.fromDDL("customer BIGINT, first INT, last INT, orders INT, revenue BIGINT,"
                    + " repeats INT, repeat_spend BIGINT, age_at_last DOUBLE, age DOUBLE");

    /** What {@link #values} gives; {@code value} is in minor units, and null where it is undefined. */
    static final StructType VALUE =
            StructType.fromDDL("customer BIGINT, alive DOUBLE, purchases DOUBLE, spend DOUBLE, value DOUBLE");

    /** What {@link #netPromoterScores} gives; the score is null where it is undefined. */
    static final StructType SCORE =
            StructType.fromDDL("segment STRING, base BIGINT, score DOUBLE, lower DOUBLE, upper DOUBLE");

    private CustomerFigures() {}

    /**
     * What each customer bought.
     *
     * @param sales rows with {@code customer} (a number), {@code at} (a timestamp, or seconds since 1970) and {@code amount} (minor
     *     units)
     * @param rules what counts
     * @param shards in how many parts the customers are dealt out; some ten thousand customers a part are a good size
     * @return rows of {@code customer}, dates of {@code first} and {@code last} order, {@code orders}, {@code revenue}, {@code repeats}
     *     and {@code repeat_spend}; {@code age_at_last} and {@code age} in days
     */
    static Dataset<Row> summaries(Dataset<Row> sales, PurchaseRules rules, int shards) {
        return sales.select(
                        col("customer").cast("long"),
                        col("at").cast("long"),
                        col("amount").cast("long"))
                .groupByKey((MapFunction<Row, Integer>) sale -> shard(sale.getLong(0), shards), Encoders.INT())
                .agg(new PurchaseAggregator(rules).toColumn())
                .flatMap(
                        (FlatMapFunction<Tuple2<Integer, PurchaseHistory>, Row>) shard -> rows(shard._2()),
                        Encoders.row(SUMMARY))
                // Not java.sql.Date, which Spark can read only with flags for the JVM.
                .withColumn("first", date_from_unix_date(col("first")))
                .withColumn("last", date_from_unix_date(col("last")));
    }

    /** Numbers near each other go to different shards. */
    private static int shard(long customer, int shards) {
        return (int) Math.floorMod((customer * 0x9E3779B97F4A7C15L) >>> 32, (long) shards);
    }

    private static Iterator<Row> rows(PurchaseHistory history) {
        int[] repeats = history.repeatPurchases();
        long[] spends = history.repeatSpends();
        List<Row> rows = new ArrayList<>(repeats.length);
        for (int i = 0; i < repeats.length; i++) {
            PurchaseSummary summary = history.summary(i);
            rows.add(RowFactory.create(
                    Long.parseLong(summary.customer()),
                    (int) summary.first().toEpochDay(),
                    (int) summary.last().toEpochDay(),
                    summary.orders(),
                    summary.revenue(),
                    repeats[i],
                    spends[i],
                    summary.ageAtLast(),
                    summary.age()));
        }
        return rows.iterator();
    }

    /**
     * How often customers buy. The engine counts equal histories; few different ones remain, and the fit needs no more.
     *
     * @param summaries rows of {@link #summaries}
     * @param rules by which they were made
     * @return the model, in days
     */
    static BgNbd fitPurchases(Dataset<Row> summaries, PurchaseRules rules) {
        List<Row> rows = summaries
                .groupBy("repeats", "age_at_last", "age")
                .agg(count(lit(1)).cast("double"))
                .orderBy("repeats", "age_at_last", "age")
                .collectAsList();
        return BgNbd.fit(PurchaseColumns.ofWeighted(
                        column(rows, 0),
                        column(rows, 1),
                        column(rows, 2),
                        column(rows, 3),
                        PeriodUnit.DAY,
                        rules.asOf()))
                .model();
    }

    /**
     * What customers spend.
     *
     * @param summaries rows of {@link #summaries}
     * @param rules by which they were made
     * @return the model, in minor units
     */
    static GammaGamma fitSpend(Dataset<Row> summaries, PurchaseRules rules) {
        List<Row> rows = summaries
                .filter(col("repeat_spend").gt(0))
                .groupBy("repeats", "repeat_spend")
                .agg(count(lit(1)).cast("double"))
                .orderBy("repeats", "repeat_spend")
                .collectAsList();
        double[] repeats = column(rows, 0);
        double[] means = column(rows, 1);
        for (int i = 0; i < means.length; i++) {
            means[i] /= repeats[i];
        }
        return GammaGamma.fit(SpendColumns.ofWeighted(repeats, means, column(rows, 2), rules.asOf()))
                .model();
    }

    private static double[] column(List<Row> rows, int index) {
        return rows.stream()
                .mapToDouble(row -> ((Number) row.get(index)).doubleValue())
                .toArray();
    }

    /**
     * What each customer is expected to bring.
     *
     * @param summaries rows of {@link #summaries}
     * @param purchases how often customers buy, in days
     * @param spend what a purchase is worth, in minor units
     * @param discount the annual rate
     * @return rows of {@link #VALUE}
     */
    static Dataset<Row> values(Dataset<Row> summaries, BgNbd purchases, GammaGamma spend, AnnualRate discount) {
        // Models travel as their texts.
        String purchaseText = purchases.toString();
        String spendText = spend.toString();
        return summaries
                .select("customer", "repeats", "repeat_spend", "age_at_last", "age")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            PredictedLifetimeValue calculator = PredictedLifetimeValue.of(
                                    BgNbd.parse(purchaseText), GammaGamma.parse(spendText), discount);
                            return StreamSupport.stream(
                                            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                                    .map(row -> value(calculator, row))
                                    .iterator();
                        },
                        Encoders.row(VALUE));
    }

    private static Row value(PredictedLifetimeValue calculator, Row row) {
        int repeats = row.getInt(1);
        long repeatSpend = row.getLong(2);
        CustomerValue value = calculator.value(
                RecencyFrequency.ofDays(repeats, row.getDouble(3), row.getDouble(4)),
                repeatSpend > 0 ? repeats : 0,
                repeatSpend > 0 ? (double) repeatSpend / repeats : 0);
        return RowFactory.create(
                row.getLong(0),
                number(value.alive()),
                number(value.purchases()),
                number(value.spend()),
                number(value.value()));
    }

    /**
     * How the customers of each group recommend.
     *
     * @param answers rows with {@code segment} (a text) and {@code answer} (from 0 to 10, or null)
     * @return rows of {@link #SCORE}
     */
    static Dataset<Row> netPromoterScores(Dataset<Row> answers) {
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults();
        return answers.select(col("segment").cast("string"), col("answer").cast("int"))
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .agg(new AnswerAggregator(question.scale()).toColumn())
                .map(
                        (MapFunction<Tuple2<String, AnswerCounts>, Row>)
                                group -> score(group._1(), question.score(group._2())),
                        Encoders.row(SCORE));
    }

    private static Row score(String segment, NetPromoterScore score) {
        return RowFactory.create(
                segment,
                score.counts().base(),
                number(score.score()),
                score.score().interval().map(Interval::lower).orElse(null),
                score.score().interval().map(Interval::upper).orElse(null));
    }

    /** An undefined figure is a null, the way SQL has it. */
    private static Double number(Estimate estimate) {
        return estimate.isDefined() ? estimate.value().orElseThrow() : null;
    }
}
