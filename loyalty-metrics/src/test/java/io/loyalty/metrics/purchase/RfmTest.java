package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmTest {

    private static final Rfm RFM = Rfm.withDefaults();
    private static final double[] AMOUNTS = {10, 20, 20, 30, 100};

    @Test
    void midrankQuintilesShareTheScoreOfEqualValues() {
        assertEquals("1 2 2 4 5", monetary(RFM, AMOUNTS));
        assertEquals("4 2 5 2 1", monetary(RFM, 30, 20, 100, 20, 10));
    }

    @Test
    void fewDaysScoreHigh() {
        RfmScores scores = RFM.score(new int[] {0, 10, 20, 30, 400}, new double[5], new double[5]);
        assertEquals("533 433 333 233 133", text(scores));
    }

    @Test
    void quantileBreaksOfTypeSeven() {
        // numpy.quantile([10, 20, 20, 30, 100], [.2, .4, .6, .8]) = 18, 20, 24, 44
        assertEquals("1 2 2 4 5", monetary(quantiles(ClosedSide.RIGHT), AMOUNTS));
        assertEquals("1 3 3 4 5", monetary(quantiles(ClosedSide.LEFT), AMOUNTS));
    }

    @Test
    void ntileIsEqualInSizeAndDependsOnTheOrderOfEqualValues() {
        Rfm ntile = RFM.with(new RfmScoring.Ntile(3));
        assertEquals("1 1 2 2 3", monetary(ntile, AMOUNTS));
        assertEquals("1 1 1 2 2 2 3 3", monetary(ntile, 7, 7, 7, 7, 7, 7, 7, 7));
        assertEquals("1 2 3 4", monetary(RFM.with(new RfmScoring.Ntile(10)), 5, 6, 7, 8));
    }

    @Test
    void givenBreaksGiveTheBetterScoreToTheirOwnValue() {
        Rfm rfm = RFM.with(new RfmScoring.Breaks(List.of(30.0, 90.0), List.of(2.0, 5.0), List.of(100.0, 1_000.0)));
        RfmScores scores =
                rfm.score(new int[] {30, 31, 90, 91}, new double[] {5, 4, 2, 1}, new double[] {1_000, 999.99, 100, -5});
        assertEquals("333 222 222 111", text(scores));
    }

    @Test
    void nestedScoresAreRanksWithinRanks() {
        Rfm rfm = RFM.with(new RfmScoring.Nested(2));
        RfmScores scores =
                rfm.score(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {1, 2, 3, 4, 10, 20, 30, 40}, new double[] {
                    1, 2, 3, 4, 8, 7, 6, 5
                });
        assertEquals("211 212 221 222 112 111 122 121", text(scores));
    }

    @Test
    void sevenIdenticalCustomersShowWhatARuleDoes() {
        assertEquals("333", identical(RFM));
        assertEquals("111", identical(quantiles(ClosedSide.RIGHT)));
        assertEquals("555", identical(quantiles(ClosedSide.LEFT)));
        assertEquals("333", identical(RFM.with(new RfmScoring.Nested(5))));
        assertEquals("111 222 333 444 555", identical(RFM.with(new RfmScoring.Ntile(5))));
    }

    @Test
    void oneCustomerIsInTheMiddle() {
        assertEquals("333", text(RFM.score(new int[] {0}, new double[] {9}, new double[] {1})));
    }

    @Test
    void fewerCustomersThanScoresLeaveScoresEmpty() {
        assertEquals("1 3 5", monetary(RFM, 1, 2, 3));
        assertEquals("2 4", monetary(RFM, 1, 2));
    }

    @Test
    void nobodyHasNoScores() {
        for (RfmScoring rule : List.of(
                new RfmScoring.Midrank(5),
                new RfmScoring.QuantileBreaks(5, ClosedSide.RIGHT),
                new RfmScoring.Ntile(5),
                new RfmScoring.Nested(5))) {
            RfmScores scores = RFM.with(rule).score(new int[0], new double[0], new double[0]);
            assertEquals(0, scores.customers());
            assertEquals(5, scores.bands(RfmDimension.RECENCY).size());
        }
    }

    @Test
    void bandsShowThresholdsAndEmptyScores() {
        // Four of ten customers came once, as is common: nobody gets a 1.
        RfmScores scores = RFM.score(new int[10], new double[] {1, 1, 1, 1, 2, 2, 3, 4, 5, 9}, new double[10]);
        List<ScoreBand> bands = scores.bands(RfmDimension.FREQUENCY);
        Measure nobody = Measure.undefined("nobody has this score");
        assertEquals(new ScoreBand(1, 4, Measure.of(1), Measure.of(1)), bands.get(0));
        assertEquals(new ScoreBand(2, 0, nobody, nobody), bands.get(1));
        assertEquals(new ScoreBand(3, 2, Measure.of(2), Measure.of(2)), bands.get(2));
        assertEquals(new ScoreBand(4, 2, Measure.of(3), Measure.of(4)), bands.get(3));
        assertEquals("score 5: 2 customers, 5.0 to 9.0", bands.get(4).toString());
        assertEquals("score 2: 0 customers", bands.get(1).toString());
    }

    @Test
    void aHistoryIsScoredByItsRecencyOrdersAndRevenue() {
        PurchaseHistory history = PurchaseRules.asOf(LocalDate.of(2026, 3, 31), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(new long[] {1, 1, 1, 2, 3}, new long[] {day(9), day(9), day(1), day(5), day(7)}, new long[] {
                    100, 100, -50, 400, 10
                });
        // Days 9, 5, 7 (the refund is no purchase), orders 2, 1, 1, revenue 150, 400, 10.
        assertEquals("153 525 321", text(RFM.score(history)));
    }

    @Test
    void textsSumsAndWeights() {
        RfmScore score = new RfmScore(5, 4, 3);
        assertEquals("543", score.toString());
        assertEquals("10-4-3", new RfmScore(10, 4, 3).toString());
        assertEquals(12, score.sum());
        assertEquals(5 * 2 + 4 + 1.5, score.weighted(2, 1, 0.5));
        assertEquals(
                "1 customer scored by Midrank[groups=5]",
                RFM.score(new int[1], new double[1], new double[1]).toString());
    }

    @Test
    void badInputIsRefused() {
        refused("groups must be in [2, 100]: 1", () -> new RfmScoring.Midrank(1));
        refused("groups must be in [2, 100]: 101", () -> new RfmScoring.Ntile(101));
        refused(
                "counts[1] must be finite and above the break before: 2.0",
                () -> new RfmScoring.Breaks(List.of(1.0, 2.0), List.of(2.0, 2.0), List.of(1.0, 2.0)));
        refused(
                "breaks must be equally many: 2 days, 1 counts, 2 money",
                () -> new RfmScoring.Breaks(List.of(1.0, 2.0), List.of(2.0), List.of(1.0, 2.0)));
        refused(
                "days[0] must be finite and above the break before: NaN",
                () -> new RfmScoring.Breaks(List.of(Double.NaN), List.of(2.0), List.of(1.0)));
        refused("columns must be equally long: 1, 2 and 1", () -> RFM.score(new int[1], new double[2], new double[1]));
        refused(
                "daysSinceLast[0] must be at least 0: -1",
                () -> RFM.score(new int[] {-1}, new double[1], new double[1]));
        refused(
                "money[1] must be finite: NaN",
                () -> RFM.score(new int[2], new double[2], new double[] {1, Double.NaN}));
        refused("scores must be at least 1: 0, 1, 1", () -> new RfmScore(0, 1, 1));
    }

    private static Rfm quantiles(ClosedSide closed) {
        return RFM.with(new RfmScoring.QuantileBreaks(5, closed));
    }

    private static String identical(Rfm rfm) {
        RfmScores scores = rfm.score(new int[] {4, 4, 4, 4, 4, 4, 4}, filled(2), filled(30));
        return Arrays.stream(text(scores).split(" ")).distinct().collect(Collectors.joining(" "));
    }

    private static double[] filled(double value) {
        double[] column = new double[7];
        Arrays.fill(column, value);
        return column;
    }

    private static String monetary(Rfm rfm, double... money) {
        RfmScores scores = rfm.score(new int[money.length], new double[money.length], money);
        return IntStream.range(0, money.length)
                .mapToObj(i -> "" + scores.score(i).monetary())
                .collect(Collectors.joining(" "));
    }

    private static String text(RfmScores scores) {
        return IntStream.range(0, scores.customers())
                .mapToObj(i -> scores.score(i).toString())
                .collect(Collectors.joining(" "));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static long day(int ago) {
        return LocalDate.of(2026, 3, 31).minusDays(ago).toEpochDay();
    }

    @Test
    void frequencyAndMoneyCanBeCountedOtherwise() {
        PurchaseHistory history = PurchaseRules.asOf(LocalDate.of(2026, 3, 31), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(
                        new long[] {1, 1, 1, 2, 2, 3},
                        new long[] {day(9), day(9), day(9), day(5), day(4), day(7)},
                        new long[] {100, 100, 100, 130, 130, 200});
        // Orders 3, 2, 1 on 1, 2, 1 days; revenue 300, 260, 200, a mean of 100, 130, 200.
        assertEquals("155 533 311", text(RFM.score(history)));
        for (RfmFrequency frequency : RfmFrequency.values()) {
            for (RfmMonetary monetary : RfmMonetary.values()) {
                String expected = "1" + (frequency == RfmFrequency.ORDERS ? "5" : "2")
                        + (monetary == RfmMonetary.TOTAL ? "5" : "1");
                assertEquals(
                        expected,
                        text(RFM.with(frequency).with(monetary).score(history)).split(" ")[0]);
            }
        }
    }

    @Test
    void scoresKnowTheirRule() {
        RfmScoring breaks = new RfmScoring.Breaks(List.of(1.0, 2.0), List.of(1.0, 2.0), List.of(1.0, 2.0));
        assertEquals(3, breaks.groups());
        assertEquals(
                breaks,
                RFM.with(breaks).score(new int[1], new double[1], new double[1]).scoring());
        for (int groups : new int[] {2, 100}) {
            assertEquals(groups, new RfmScoring.Midrank(groups).groups());
            assertEquals(groups, new RfmScoring.Nested(groups).groups());
        }
        refused("groups must be in [2, 100]: 1", () -> new RfmScoring.Nested(1));
        refused("groups must be in [2, 100]: 101", () -> new RfmScoring.Midrank(101));
        refused("groups must be in [2, 100]: 1", () -> new RfmScoring.Breaks(List.of(), List.of(), List.of()));
        refused("groups must be in [2, 100]: 1", () -> new RfmScoring.QuantileBreaks(1, ClosedSide.LEFT));
        refused("counts[0] must be finite: NaN", () -> RFM.score(new int[1], new double[] {Double.NaN}, new double[1]));
    }

    @Test
    void nineIsTheLargestScoreWrittenWithoutDashes() {
        assertEquals("999", new RfmScore(9, 9, 9).toString());
        assertEquals("9-10-9", new RfmScore(9, 10, 9).toString());
        assertEquals("9-9-10", new RfmScore(9, 9, 10).toString());
    }

    @Test
    void aBandReachesFromItsLowestToItsHighestValue() {
        RfmScores scores = RFM.score(new int[5], new double[] {5, 4, 3, 2, 1}, new double[] {7, 7, 7, 7, 7});
        assertEquals(
                new ScoreBand(3, 5, Measure.of(7), Measure.of(7)),
                scores.bands(RfmDimension.MONETARY).get(2));
        RfmScores two = RFM.with(new RfmScoring.Ntile(2)).score(new int[4], new double[] {4, 3, 2, 1}, new double[4]);
        assertEquals(
                new ScoreBand(2, 2, Measure.of(3), Measure.of(4)),
                two.bands(RfmDimension.FREQUENCY).get(1));
    }
}
