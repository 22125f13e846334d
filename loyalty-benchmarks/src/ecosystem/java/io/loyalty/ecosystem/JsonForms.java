package io.loyalty.ecosystem;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.program.OverlapRule;
import io.loyalty.metrics.program.PointsAnalysis;
import io.loyalty.metrics.program.PromotionAttribution;
import io.loyalty.metrics.program.PromotionAudience;
import io.loyalty.metrics.survey.DriverCounts.CrossTable;
import io.loyalty.metrics.survey.ItemMoments;
import io.loyalty.metrics.survey.WeightedCount;
import io.loyalty.points.Entry;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Lot;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Position;
import io.loyalty.points.Totals;
import io.loyalty.time.CalendarUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What values that are no records look like in JSON: plain records of what their public factories take. */
final class JsonForms {

    private static final String UNDEFINED = "undefined: ";

    private JsonForms() {}

    /** A number, or the text {@code undefined: } with the reason. */
    static Object of(Measure measure) {
        return measure.isDefined() ? measure.orElseThrow() : UNDEFINED + measure.reason();
    }

    static Measure measure(Object form) {
        if (form instanceof Number number) {
            return Measure.of(number.doubleValue());
        }
        String text = form.toString();
        if (!text.startsWith(UNDEFINED)) {
            throw new IllegalArgumentException("a measure must be a number, or begin with '" + UNDEFINED + "'");
        }
        return Measure.undefined(text.substring(UNDEFINED.length()));
    }

    /** The cells, row by row. */
    static long[][] of(CrossTable table) {
        long[][] cells = new long[table.rows()][table.columns()];
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                cells[row][column] = table.at(row, column);
            }
        }
        return cells;
    }

    record Count(long n, double weight, double squaredWeight) {

        static Count of(WeightedCount count) {
            return new Count(count.n(), count.weight(), count.squaredWeight());
        }

        WeightedCount value() {
            return WeightedCount.of(n, weight, squaredWeight);
        }
    }

    record Moments(long n, long[] sums, long[][] products) {

        static Moments of(ItemMoments moments) {
            int items = moments.items();
            long[] sums = new long[items];
            long[][] products = new long[items][items];
            for (int i = 0; i < items; i++) {
                sums[i] = moments.sum(i);
                for (int j = 0; j < items; j++) {
                    products[i][j] = moments.product(i, j);
                }
            }
            return new Moments(moments.n(), sums, products);
        }

        ItemMoments value() {
            return ItemMoments.of(n, sums, products);
        }
    }

    record Analysis(LocalDate from, LocalDate asOf, ZoneId zone, CalendarUnit vintages, String currency) {

        static Analysis of(PointsAnalysis analysis) {
            return new Analysis(
                    analysis.from(), analysis.asOf(), analysis.zone(), analysis.vintages(), analysis.currency());
        }

        PointsAnalysis value() {
            return PointsAnalysis.asOf(asOf, zone).from(from).with(vintages).inCurrency(currency);
        }
    }

    record Attribution(int days, LocalDate asOf, OverlapRule overlap, PromotionAudience audience) {

        static Attribution of(PromotionAttribution rules) {
            return new Attribution(rules.days(), rules.asOf(), rules.overlap(), rules.audience());
        }

        PromotionAttribution value() {
            return PromotionAttribution.within(days, asOf).with(overlap).with(audience);
        }
    }

    record Ledger(LedgerPolicy policy, List<Entry> entries) {

        static Ledger of(PointsLedger ledger) {
            return new Ledger(ledger.policy(), ledger.entries());
        }

        PointsLedger value() {
            return PointsLedger.replay(policy, entries);
        }
    }

    record Standing(
            Instant at,
            String currency,
            long balance,
            long available,
            long held,
            long pending,
            long debt,
            Totals totals,
            List<Lot> lots) {

        static Standing of(Position position) {
            return new Standing(
                    position.at(),
                    position.currency(),
                    position.balance(),
                    position.available(),
                    position.held(),
                    position.pending(),
                    position.debt(),
                    position.totals(),
                    position.lots());
        }
    }
}
