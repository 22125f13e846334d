package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures of real data against a second computation: Python 3.11 with NumPy 1.24.2 and SciPy 1.10.1, sets of dates per
 * customer, {@code scipy.stats.rankdata} for average ranks and {@code numpy.quantile} for breaks, no code in common.
 * CDNOW is checked against the summaries that its publishers made.
 */
@Tag("real-data")
class PurchaseRealDataTest {

    private static final PurchaseRules RULES = RealData.onlineRetailRules();

    @Test
    void retailTransactionsAreCounted() {
        PurchaseHistory history = RealData.onlineRetail(RULES);
        assertEquals(4_338, history.customers());
        assertEquals(34, history.customersWithoutPurchase());
        assertEquals(new IntakeCounts(18_532, 18_532 - 16_763, 3_654, 4, 0, 0), history.counts());
        assertEquals(831_047_705, history.revenue());
        assertEquals(
                8,
                Arrays.stream(history.revenues()).filter(revenue -> revenue < 0).count());
        assertEquals(
                891_140_790,
                RealData.onlineRetail(RULES.with(RefundPolicy.GROSS)).revenue());
    }

    @Test
    void retailInvoicesMergeByMinuteDayAndWeek() {
        assertEquals(18_532 - 18_410, merged(PurchasePeriod.INSTANT));
        assertEquals(18_532 - 16_763, merged(PurchasePeriod.DAY));
        assertEquals(18_532 - 15_924, merged(PurchasePeriod.WEEK));
    }

    @Test
    void retailMidrankScores() {
        RfmScores scores = Rfm.withDefaults().score(RealData.onlineRetail(RULES));
        assertEquals(List.of(869, 858, 863, 880, 868), sizes(scores, RfmDimension.RECENCY));
        assertEquals(List.of(1_493, 0, 1_343, 630, 872), sizes(scores, RfmDimension.FREQUENCY));
        assertEquals(List.of(868, 867, 868, 867, 868), sizes(scores, RfmDimension.MONETARY));
        assertEquals(
                "score 4: 880 customers, 14.0 to 32.0",
                scores.bands(RfmDimension.RECENCY).get(3).toString());
        assertEquals(
                "score 5: 872 customers, 6.0 to 209.0",
                scores.bands(RfmDimension.FREQUENCY).get(4).toString());
        assertEquals(
                "score 1: 868 customers, -116530.0 to 24322.0",
                scores.bands(RfmDimension.MONETARY).get(0).toString());
        assertEquals(
                38_450,
                IntStream.range(0, scores.customers())
                        .map(i -> scores.score(i).sum())
                        .sum());
        assertEquals(347, count(scores, "555"));
        assertEquals(334, count(scores, "111"));
        assertEquals(205, count(scores, "112"));
    }

    @Test
    void retailScoresByOtherRules() {
        PurchaseHistory history = RealData.onlineRetail(RULES);
        Rfm rfm = Rfm.withDefaults();
        RfmScores right =
                rfm.with(new RfmScoring.QuantileBreaks(5, ClosedSide.RIGHT)).score(history);
        assertEquals(List.of(869, 889, 866, 846, 868), sizes(right, RfmDimension.RECENCY));
        assertEquals(List.of(1_493, 835, 508, 802, 700), sizes(right, RfmDimension.FREQUENCY));
        RfmScores left =
                rfm.with(new RfmScoring.QuantileBreaks(5, ClosedSide.LEFT)).score(history);
        assertEquals(List.of(861, 866, 863, 880, 868), sizes(left, RfmDimension.RECENCY));
        assertEquals(List.of(0, 1_493, 835, 1_138, 872), sizes(left, RfmDimension.FREQUENCY));
        RfmScores nested = rfm.with(new RfmScoring.Nested(5)).score(history);
        assertEquals(List.of(988, 958, 809, 616, 967), sizes(nested, RfmDimension.FREQUENCY));
        assertEquals(List.of(867, 870, 864, 870, 867), sizes(nested, RfmDimension.MONETARY));
    }

    @Test
    void retailSegments() {
        RfmSegments segments =
                Rfm.withDefaults().score(RealData.onlineRetail(RULES)).segments(SegmentMap.common());
        assertEquals(
                "Champions 604, Loyal 688, Potential loyalist 484, New 67, Promising 169, Need attention 304, "
                        + "About to sleep 295, At risk 701, Cannot lose 64, Hibernating 337, Lost 625",
                segments.toString());
        assertEquals(
                new SegmentSize("Champions", 604, 418_827_856), segments.sizes().get(0));
    }

    @Test
    void retailRepeatRates() {
        PurchaseHistory history = RealData.onlineRetail(RULES);
        RepeatBuying options = RepeatBuying.withDefaults();
        assertEquals(2_790, options.rate(history).repeaters());
        assertEquals(2_845, options.with(RepeatBasis.ORDERS).rate(history).repeaters());
        RepeatRate mature = options.acquiredAtLeastDaysAgo(30).rate(history);
        assertEquals(2_756, mature.repeaters());
        assertEquals(4_086, mature.customers());
        PurchaseHistory year = RealData.onlineRetail(RULES.from(LocalDate.of(2011, 1, 1)));
        assertEquals(4_219, year.customers());
        assertEquals(2_657, options.rate(year).repeaters());
        assertEquals(766, options.with(RepeatBasis.RETURNING).rate(year).repeaters());
    }

    @Test
    void cdnowSummariesAreThePublishedOnes() {
        PurchaseHistory history = RealData.cdnow(LocalDate.of(1997, 9, 30));
        List<String[]> published = RealData.rows("cdnow_summary_holdout.csv");
        assertEquals(2_357, history.customers());
        assertEquals(published.size(), history.customers());
        Map<String, PurchaseSummary> byCustomer = new HashMap<>();
        history.summaries().forEach(summary -> byCustomer.put(summary.customer(), summary));
        for (String[] row : published) {
            PurchaseSummary summary = byCustomer.get(row[0]);
            assertEquals(Integer.parseInt(row[1]), summary.repeatPurchases());
            assertEquals(Double.parseDouble(row[2]), summary.ageAtLast() / 7, 1e-12);
            assertEquals(Double.parseDouble(row[3]), summary.age() / 7, 1e-12);
            double spend = summary.repeatPurchases() == 0
                    ? 0
                    : summary.meanRepeatSpend().orElseThrow();
            assertEquals(Double.parseDouble(row[5]) * 100, spend, 1e-9 * (1 + spend));
        }
    }

    private static long merged(PurchasePeriod period) {
        return RealData.onlineRetail(RULES.with(period)).counts().merged();
    }

    private static List<Integer> sizes(RfmScores scores, RfmDimension dimension) {
        return scores.bands(dimension).stream().map(ScoreBand::customers).toList();
    }

    private static long count(RfmScores scores, String text) {
        return IntStream.range(0, scores.customers())
                .filter(i -> scores.score(i).toString().equals(text))
                .count();
    }
}
