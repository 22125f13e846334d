package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetPromoterScoreTest {

    private static final NetPromoterCounts EXAMPLE = NetPromoterCounts.of(25, 35, 40);
    private static final double Z95 = 1.959963984540054;

    @Test
    void scoreIsPercentPromotersMinusPercentDetractors() {
        NetPromoterScore score = NetPromoterScore.of(10, 9, 8, 7, 6, 0, 9, 9);
        assertEquals(NetPromoterCounts.of(2, 2, 4), score.counts());
        assertEquals(Measure.of(25), score.score().value());
        assertEquals(Measure.of(0.5), score.counts().promoterShare());
        assertEquals(Measure.of(0.25), score.counts().passiveShare());
        assertEquals(Measure.of(0.25), score.counts().detractorShare());
    }

    @Test
    void workedExample() {
        Estimate score = NetPromoterScore.of(EXAMPLE).score();
        assertEquals(15.0, score.value().orElseThrow());
        assertEquals(7.9215, score.standardError().orElseThrow(), 5e-5);
        assertEquals(100, score.n());
        assertEquals(100.0, score.effectiveN());
        assertInterval(-0.6974, 29.8236, score);
        assertInterval(-0.5258, 30.5258, with(NetInterval.WALD).score(EXAMPLE).score());
        assertInterval(-0.8093, 29.9912, with(NetInterval.SCORE).score(EXAMPLE).score());
    }

    @Test
    void intervalsAgreeWithFiftyDigits() {
        List<Map<String, String>> rows = ReferenceRows.of(NetPromoterScoreTest.class, "net_promoter_intervals.csv");
        assertEquals(179, rows.size());
        for (Map<String, String> row : rows) {
            Interval interval = with(NetInterval.valueOf(row.get("method")))
                    .withConfidence(Double.parseDouble(row.get("confidence")))
                    .score(NetPromoterCounts.of(
                            Long.parseLong(row.get("detractors")),
                            Long.parseLong(row.get("passives")),
                            Long.parseLong(row.get("promoters"))))
                    .score()
                    .interval()
                    .orElseThrow();
            assertEquals(Double.parseDouble(row.get("lower")), interval.lower(), 1e-11, row::toString);
            assertEquals(Double.parseDouble(row.get("upper")), interval.upper(), 1e-11, row::toString);
        }
    }

    @Test
    void intervalNamesItsMethodAndLevel() {
        assertEquals(
                "[-0.697395, 29.8236] (95 % adjusted Wald)",
                NetPromoterScore.of(EXAMPLE).score().interval().orElseThrow().toString());
        assertEquals(
                "NPS 15.0 [-0.697395, 29.8236] (95 % adjusted Wald), n = 100: 25 detractors, 35 passives, 40 promoters",
                NetPromoterScore.of(EXAMPLE).toString());
        assertEquals(
                "0 to 10, detractors up to 6, promoters from 9, 90 % score",
                with(NetInterval.SCORE).withConfidence(0.9).toString());
    }

    @Test
    void singleAnswerHasAScoreAndAnInterval() {
        Estimate score = NetPromoterScore.of(9).score();
        assertEquals(Measure.of(100), score.value());
        assertEquals(Measure.of(0), score.standardError());
        Interval interval = score.interval().orElseThrow();
        // As documented: three answers added to one reach no higher.
        assertEquals(98.4986, interval.upper(), 5e-5);
        assertEquals(-48.4986, interval.lower(), 5e-5);
        assertEquals(
                100.0,
                with(NetInterval.SCORE)
                        .score(9)
                        .score()
                        .interval()
                        .orElseThrow()
                        .upper());
        Estimate byT = with(NetInterval.TRINOMIAL_T).score(9).score();
        assertTrue(byT.interval().isEmpty());
        assertEquals(Measure.undefined("a single answer"), byT.standardError());
    }

    @Test
    void allPassivesScoreZeroWithAProperInterval() {
        NetPromoterScore score = NetPromoterScore.of(7, 8, 7, 7);
        assertEquals(Measure.of(0), score.score().value());
        assertEquals(Measure.of(1), score.counts().passiveShare());
        assertTrue(score.score().interval().orElseThrow().width() > 50);
        assertEquals(
                0.0,
                with(NetInterval.WALD)
                        .score(7, 8, 7, 7)
                        .score()
                        .interval()
                        .orElseThrow()
                        .width());
        assertTrue(with(NetInterval.SCORE)
                        .score(7, 8, 7, 7)
                        .score()
                        .interval()
                        .orElseThrow()
                        .width()
                > 50);
    }

    @Test
    void halfAndHalfScoresZeroTooButNotWithTheSameShares() {
        NetPromoterScore divided = NetPromoterScore.of(0, 10, 0, 10);
        assertEquals(Measure.of(0), divided.score().value());
        assertEquals(Measure.of(0.5), divided.counts().detractorShare());
        assertEquals(Measure.of(50), divided.score().standardError());
    }

    @Test
    void allPromotersKeepABoundBelowTheTop() {
        Estimate score = NetPromoterScore.of(NetPromoterCounts.of(0, 0, 5)).score();
        assertEquals(Measure.of(100), score.value());
        assertEquals(100.0, score.interval().orElseThrow().upper());
        assertTrue(score.interval().orElseThrow().lower() < 60);
    }

    @Test
    void noAnswersHaveNoScore() {
        for (NetPromoterScore score :
                List.of(NetPromoterScore.of(), NetPromoterScore.of(NetPromoterCounts.of(0, 0, 0)))) {
            assertEquals(Measure.undefined("no answers"), score.score().value());
            assertTrue(score.score().interval().isEmpty());
            assertFalse(score.counts().promoterShare().isDefined());
        }
    }

    @Test
    void answersOffTheScaleAreRefusedOrDropped() {
        assertEquals("answers[1] must be in [0, 10]: 11", refusal(() -> NetPromoterScore.of(10, 11)));
        assertEquals("answers[0] must be in [0, 10]: -1", refusal(() -> NetPromoterScore.of(-1)));
        NetPromoterQuestion dropping = NetPromoterQuestion.withDefaults().with(InvalidAnswers.DROP);
        NetPromoterScore score = dropping.score(10, 11, -1, AnswerScale.MISSING, Integer.MAX_VALUE, 0);
        assertEquals(NetPromoterCounts.of(1, 0, 1).with(new Excluded(1, 3, 0)), score.counts());
        assertEquals(5, score.counts().given());
        assertEquals(2, score.base());
    }

    @Test
    void fractionsNeverStandInTheBaseWithoutABucket() {
        NetPromoterQuestion dropping = NetPromoterQuestion.withDefaults().with(InvalidAnswers.DROP);
        NetPromoterScore score = dropping.score(dropping.scale().count(new double[] {6.5, 8.5, 10}));
        assertEquals(Measure.of(100), score.score().value());
        assertEquals(1, score.base());
        assertEquals(2, score.counts().excluded().invalid());
    }

    @Test
    void placeOfAnInvalidAnswerIsRightFarIntoTheData() {
        int[] answers = new int[10_000];
        answers[9_999] = 12;
        assertEquals("answers[9999] must be in [0, 10]: 12", refusal(() -> NetPromoterScore.of(answers)));
    }

    @Test
    void ownBreaksScoreAnotherScale() {
        NetPromoterQuestion emoji = NetPromoterQuestion.withDefaults().withBreaks(AnswerScale.of(1, 4), 2, 4);
        assertEquals(NetPromoterCounts.of(2, 1, 1), emoji.score(1, 2, 3, 4).counts());
        NetPromoterQuestion noMiddle = NetPromoterQuestion.withDefaults().withBreaks(AnswerScale.of(1, 2), 1, 2);
        assertEquals(
                NetPromoterCounts.of(1, 0, 2),
                noMiddle.score(noMiddle.scale().count(1, 2, 2)).counts());
        assertEquals(
                "breaks must rise on the scale 1 to 5: detractors up to 6, promoters from 9",
                refusal(() -> NetPromoterQuestion.withDefaults().withBreaks(AnswerScale.ONE_TO_FIVE, 6, 9)));
        assertEquals(
                "breaks must rise on the scale 1 to 5: detractors up to 4, promoters from 4",
                refusal(() -> NetPromoterQuestion.withDefaults().withBreaks(AnswerScale.ONE_TO_FIVE, 4, 4)));
        assertEquals("answers[1] must be in [1, 4]: 0", refusal(() -> emoji.score(4, 0)));
    }

    @Test
    void passivesAreAllThatIsLeftHoweverMany() {
        int none = AnswerScale.MISSING;
        int[] answers = IntStream.range(0, 2_200).map(i -> i % 11).toArray();
        assertEquals(
                NetPromoterCounts.of(1_400, 400, 400),
                NetPromoterScore.of(answers).counts());
        assertEquals(
                NetPromoterCounts.of(0, 2, 0).with(new Excluded(4, 0, 0)),
                NetPromoterScore.of(7, none, none, none, none, 8).counts());
    }

    @Test
    void countsOnAnotherScaleAreRefused() {
        assertEquals(
                "answers must be on the scale 0 to 10: 1 to 5",
                refusal(() -> NetPromoterQuestion.withDefaults().score(AnswerScale.ONE_TO_FIVE.count(5, 5))));
    }

    @Test
    void weightsCountThroughTheEffectiveNumber() {
        int[] answers = {10, 9, 3, 7};
        double[] weights = {1, 2, 3, 4};
        Estimate score =
                NetPromoterQuestion.withDefaults().score(answers, weights).score();
        assertEquals(Measure.of(0), score.value());
        assertEquals(100.0 / 30, score.effectiveN(), 1e-15);
        // svymean by hand: n/(n-1) sum w^2 (x - m)^2 / (sum w)^2 with m = 0.
        assertEquals(
                100 * Math.sqrt(4.0 / 3 * (1 + 4 + 9) / 100),
                score.standardError().orElseThrow(),
                1e-12);
        double n = 100.0 / 30;
        double v = 2 * (0.3 * n + 0.75) / (n + 3);
        assertEquals(
                100 * Z95 * Math.sqrt(v / (n + 3)),
                score.interval().orElseThrow().upper(),
                1e-11);
    }

    @Test
    void equalWeightsChangeNothing() {
        int[] answers = {10, 9, 3, 7, 10};
        double[] weights = new double[5];
        for (double weight : new double[] {1, 0.1, 7}) {
            Arrays.fill(weights, weight);
            Estimate weighted =
                    NetPromoterQuestion.withDefaults().score(answers, weights).score();
            Estimate plain = NetPromoterScore.of(answers).score();
            assertEquals(plain.value().orElseThrow(), weighted.value().orElseThrow(), 1e-13);
            assertEquals(
                    plain.standardError().orElseThrow(),
                    weighted.standardError().orElseThrow(),
                    1e-13);
            assertEquals(5.0, weighted.effectiveN());
        }
    }

    @Test
    void zeroWeightsLeaveTheBase() {
        NetPromoterScore some = NetPromoterQuestion.withDefaults().score(new int[] {10, 0}, new double[] {1, 0});
        assertEquals(Measure.of(100), some.score().value());
        assertEquals(1, some.base());
        assertEquals(2, some.counts().given());
        NetPromoterScore none = NetPromoterQuestion.withDefaults().score(new int[] {10, 0}, new double[] {0, 0});
        assertEquals(Measure.undefined("no answers"), none.score().value());
        assertEquals(2, none.counts().excluded().weightless());
    }

    @Test
    void collectorScoresByGroup() {
        Map<Boolean, NetPromoterScore> scores = IntStream.rangeClosed(0, 10)
                .boxed()
                .collect(Collectors.partitioningBy(a -> a > 6, NetPromoterScore.collector(a -> a)));
        assertEquals(NetPromoterCounts.of(7, 0, 0), scores.get(false).counts());
        assertEquals(NetPromoterCounts.of(0, 2, 2), scores.get(true).counts());
        assertEquals(Measure.of(50), scores.get(true).score().value());
    }

    @Test
    void weightedStreamsScoreAsWeightedArrays() {
        record Reply(int answer, double weight) {}
        NetPromoterScore streamed =
                List.of(new Reply(10, 1), new Reply(9, 2), new Reply(3, 3), new Reply(7, 4)).stream()
                        .collect(NetPromoterQuestion.withDefaults().collector(Reply::answer, Reply::weight));
        assertEquals(
                NetPromoterQuestion.withDefaults().score(new int[] {10, 9, 3, 7}, new double[] {1, 2, 3, 4}), streamed);
    }

    @Test
    void negativeCountsAreRefused() {
        assertEquals(
                "detractors, passives and promoters must be at least 0: 1, -2 and 3",
                refusal(() -> NetPromoterCounts.of(1, -2, 3)));
        assertEquals(
                "missing, invalid and weightless must be at least 0: -1, 0 and 0",
                refusal(() -> new Excluded(-1, 0, 0)));
        assertEquals(
                "confidence must be in (0, 1): 95.0",
                refusal(() -> NetPromoterQuestion.withDefaults().withConfidence(95)));
    }

    private static NetPromoterQuestion with(NetInterval method) {
        return NetPromoterQuestion.withDefaults().with(method);
    }

    private static void assertInterval(double lower, double upper, Estimate estimate) {
        Interval interval = estimate.interval().orElseThrow();
        assertEquals(lower, interval.lower(), 5e-5);
        assertEquals(upper, interval.upper(), 5e-5);
        assertEquals(0.95, interval.confidence());
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
