package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerScaleTest {

    private static final AnswerScale DROPPING =
            AnswerScale.ONE_TO_FIVE.with(InvalidAnswers.DROP).withMissingCodes(98, 99);

    @Test
    void everyRawAnswerIsALevelMissingOrInvalid() {
        AnswerCounts counts = DROPPING.count(1, 5, 5, 99, AnswerScale.MISSING, 98, 6, 0, -1);
        assertEquals(
                List.of(1L, 0L, 0L, 0L, 2L),
                counts.levels().stream().map(WeightedCount::n).toList());
        assertEquals(new Excluded(3, 3, 0), counts.excluded());
        assertEquals(3, counts.base());
        assertEquals(6, counts.given());
    }

    @Test
    void fractionsAndInfinitiesAreInvalidAndNanIsMissing() {
        AnswerCounts counts = DROPPING.count(
                new double[] {4, 4.5, Double.NaN, Double.POSITIVE_INFINITY, 99, 1e18, Integer.MIN_VALUE, -0.0});
        assertEquals(1, counts.base());
        assertEquals(new Excluded(2, 5, 0), counts.excluded());
    }

    @Test
    void strictScaleNamesThePlaceOfAnInvalidAnswer() {
        AnswerScale scale = AnswerScale.ZERO_TO_TEN;
        assertEquals("answers[3] must be in [0, 10]: 11", refusal(() -> scale.count(1, 2, 3, 11)));
        assertEquals("answers[0] must be in [0, 10]: -1", refusal(() -> scale.count(-1)));
        assertEquals(
                "answers[1] must be a whole number in [0, 10]: 6.5", refusal(() -> scale.count(new double[] {6, 6.5})));
        assertEquals(
                "answer must be in [0, 10]: 11",
                refusal(() -> scale.accumulator().accept(11)));
    }

    @Test
    void weightsCountAndWeightZeroLeavesTheBase() {
        AnswerCounts counts = DROPPING.count(new int[] {1, 2, 2, 99, 7}, new double[] {2, 0, 0.5, 1, 1});
        assertEquals(2, counts.base());
        assertEquals(new Excluded(1, 1, 1), counts.excluded());
        assertEquals(Measure.of((2 * 1 + 0.5 * 2) / 2.5), counts.mean());
        assertEquals(4, counts.given());
    }

    @Test
    void badWeightsAreRefused() {
        assertEquals(
                "weights[1] must be 0 or in [1e-100, 1e100]: -1.0",
                refusal(() -> DROPPING.count(new int[] {1, 2}, new double[] {1, -1})));
        assertEquals(
                "weights[0] must be 0 or in [1e-100, 1e100]: NaN",
                refusal(() -> DROPPING.count(new int[] {1}, new double[] {Double.NaN})));
        assertEquals(
                "answers and weights must have one length: 2 and 1",
                refusal(() -> DROPPING.count(new int[] {1, 2}, new double[] {1})));
        assertEquals(
                "weight must be 0 or in [1e-100, 1e100]: Infinity",
                refusal(() -> DROPPING.accumulator().accept(1, Double.POSITIVE_INFINITY)));
    }

    @Test
    void aTableOfAnswersCountsAsTheAnswersThemselves() {
        assertEquals(DROPPING.count(1, 1, 4, 99, 6), DROPPING.count(Map.of(1, 2L, 4, 1L, 99, 1L, 6, 1L)));
        assertEquals("number of answer 1 must be at least 0: -1", refusal(() -> DROPPING.count(Map.of(1, -1L))));
    }

    @Test
    void collectorsCountByGroup() {
        Map<Boolean, AnswerCounts> byParity = List.of(1, 2, 3, 4, 5, 5).stream()
                .collect(Collectors.partitioningBy(a -> a % 2 == 0, AnswerScale.ONE_TO_FIVE.collector(a -> a)));
        assertEquals(AnswerCounts.of(1, 0, 1, 0, 1, 0), byParity.get(true));
        assertEquals(AnswerCounts.of(1, 1, 0, 1, 0, 2), byParity.get(false));
    }

    @Test
    void impossibleScalesAreRefused() {
        assertEquals("scale must rise within [-1000, 1000]: 5 to 5", refusal(() -> AnswerScale.of(5, 5)));
        assertEquals("scale must rise within [-1000, 1000]: 0 to 1001", refusal(() -> AnswerScale.of(0, 1001)));
        assertEquals(
                "missing code must be off the scale 1 to 5: 3",
                refusal(() -> AnswerScale.ONE_TO_FIVE.withMissingCodes(9, 3, 4)));
    }

    @Test
    void countsOfDifferentScalesDoNotMix() {
        AnswerCounts five = AnswerCounts.of(1, 1, 1, 1, 1, 1);
        assertEquals(
                "other must be on the scale 1 to 5: 0 to 10",
                refusal(() -> five.plus(AnswerScale.ZERO_TO_TEN.count(3))));
        assertEquals(
                "other must be on the scale 1 to 5: 0 to 10",
                refusal(() -> DROPPING.accumulator().combine(AnswerScale.ZERO_TO_TEN.accumulator())));
        assertEquals("levels must be a range within 1 to 5: 0 to 2", refusal(() -> five.between(0, 2)));
        assertEquals("levels must be at least 2: 1", refusal(() -> AnswerCounts.of(1, 7)));
    }

    @Test
    void countsReadInReverse() {
        assertEquals(
                AnswerCounts.of(1, 4, 0, 0, 2, 1),
                AnswerCounts.of(1, 1, 2, 0, 0, 4).reversed());
    }

    @Test
    void sharesAndMeansWithoutAnswersAreUndefined() {
        AnswerCounts none = AnswerScale.ONE_TO_FIVE.count(AnswerScale.MISSING);
        assertEquals(Measure.undefined("no answers"), none.mean());
        assertFalse(none.share(1, 2).isDefined());
        assertEquals(Measure.of(0.4), AnswerCounts.of(1, 1, 1, 1, 1, 1).share(4, 5));
    }

    @Test
    void countsPrintInOneLine() {
        assertEquals(
                "1 to 5: 1, 0, 0, 0, 2; 3 missing, 3 invalid",
                DROPPING.count(1, 5, 5, 99, AnswerScale.MISSING, 98, 6, 0, -1).toString());
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void scalesMayUseAllThereIs() {
        AnswerScale widest = AnswerScale.of(-1000, 1000);
        assertEquals(2001, widest.levels());
        assertEquals(2, AnswerScale.of(3, 4).levels());
        assertEquals("scale must rise within [-1000, 1000]: -1001 to 5", refusal(() -> AnswerScale.of(-1001, 5)));
        assertEquals("scale must rise within [-1000, 1000]: 5 to 1001", refusal(() -> AnswerScale.of(5, 1001)));
        assertEquals("scale must rise within [-1000, 1000]: 4 to 4", refusal(() -> AnswerScale.of(4, 4)));
    }

    @Test
    void missingCodesStandNextToTheScale() {
        AnswerScale scale = AnswerScale.ONE_TO_FIVE.withMissingCodes(0, 6);
        assertEquals(2, scale.count(0, 6, 5).excluded().missing());
        assertEquals(
                "missing code must be off the scale 1 to 5: 1",
                refusal(() -> AnswerScale.ONE_TO_FIVE.withMissingCodes(1)));
        assertEquals(
                "missing code must be off the scale 1 to 5: 5",
                refusal(() -> AnswerScale.ONE_TO_FIVE.withMissingCodes(5)));
    }

    @Test
    void tablesMaySayThatNobodyChoseAnAnswer() {
        assertEquals(AnswerScale.ONE_TO_FIVE.count(5), AnswerScale.ONE_TO_FIVE.count(Map.of(5, 1L, 4, 0L)));
    }
}
