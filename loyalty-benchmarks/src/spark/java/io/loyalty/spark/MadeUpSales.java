package io.loyalty.spark;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Sales and answers of a made-up shop. A row depends on its number and the seed alone, so that any engine with any number of partitions
 * makes up the same.
 */
final class MadeUpSales {

    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

    private static final StructType SALE = StructType.fromDDL("customer BIGINT, at BIGINT, amount BIGINT");
    private static final StructType ANSWER = StructType.fromDDL("segment STRING, answer INT");
    private static final long END = LAST_DAY.plusDays(1).atStartOfDay(ZONE).toEpochSecond();
    private static final long SECONDS = 2L * 365 * 24 * 3_600;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final String[] SEGMENTS = {"Hakata", "Kyoto", "Nagoya", "Sapporo", "Tokyo"};

    private final long seed;
    private final long rows;

    MadeUpSales(long seed, long rows) {
        this.seed = seed;
        this.rows = rows;
    }

    /** A sale: customer, seconds since 1970, amount. Some customers buy far more than others, and some stay away after a while. */
    long[] sale(long row) {
        SplittableRandom random = new SplittableRandom(seed + row * MIX);
        double rank = random.nextDouble();
        long customer = (long) (rows / 8.0 * rank * rank);
        SplittableRandom person = new SplittableRandom(seed ^ customer * MIX);
        long came = person.nextLong(SECONDS);
        long stayed = 1 + (long) ((SECONDS - came) * person.nextDouble());
        return new long[] {customer, END - SECONDS + came + random.nextLong(stayed), 100 + random.nextInt(20_000)};
    }

    /** Where a respondent shops. */
    String segment(long row) {
        return SEGMENTS[(int) (row % SEGMENTS.length)];
    }

    /** A respondent's answer, or −1 for none. */
    int answer(long row) {
        return new SplittableRandom(seed - row * MIX).nextInt(12) - 1;
    }

    Dataset<Row> sales(SparkSession spark) {
        MapFunction<Long, Row> make = saleMaker(seed, rows);
        return spark.range(rows).map(make, Encoders.row(SALE));
    }

    Dataset<Row> answers(SparkSession spark) {
        MapFunction<Long, Row> make = answerMaker(seed, rows);
        return spark.range(rows).map(make, Encoders.row(ANSWER));
    }

    private static MapFunction<Long, Row> saleMaker(long seed, long rows) {
        return row -> {
            long[] sale = new MadeUpSales(seed, rows).sale(row);
            return RowFactory.create(sale[0], sale[1], sale[2]);
        };
    }

    private static MapFunction<Long, Row> answerMaker(long seed, long rows) {
        return row -> {
            MadeUpSales shop = new MadeUpSales(seed, rows);
            int answer = shop.answer(row);
            return RowFactory.create(shop.segment(row), answer < 0 ? null : (Object) answer);
        };
    }
}
