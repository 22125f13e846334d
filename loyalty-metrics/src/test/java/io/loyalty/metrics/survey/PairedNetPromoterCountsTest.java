package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values by SciPy 1.17.1: scipy.stats.ttest_1samp and stats.t.interval of the differences in points. */
class PairedNetPromoterCountsTest {

    private static final NetPromoterQuestion QUESTION = NetPromoterQuestion.withDefaults();
    private static final int[] BEFORE = {10, 9, 7, 8, 3, 6, 9, 10, 0, 7};
    private static final int[] AFTER = {9, 9, 9, 6, 5, 9, 9, 3, 2, 10};

    @Test
    void changeIsThatOfAPairedTTest() {
        Comparison change = QUESTION.pairs(BEFORE, AFTER).change();
        assertEquals(Measure.of(10), change.difference().value());
        assertEquals(34.8010216963685, change.difference().standardError().orElseThrow(), 1e-12);
        Interval interval = change.difference().interval().orElseThrow();
        assertEquals(-68.72538050313574, interval.lower(), 1e-11);
        assertEquals(88.72538050313574, interval.upper(), 1e-11);
        assertEquals(0.780352335624235, change.pValue().orElseThrow(), 1e-13);
        assertEquals(10, change.difference().n());
    }

    @Test
    void changeIsTheDifferenceOfTheTwoScores() {
        PairedNetPromoterCounts pairs = QUESTION.pairs(BEFORE, AFTER);
        assertEquals(QUESTION.counts(BEFORE), pairs.before());
        assertEquals(QUESTION.counts(AFTER), pairs.after());
    }

    @Test
    void weightsEnterByLinearisation() {
        double[] weights = {1, 2, .5, 1, 3, 1, 1, 2, 1, 1.5};
        Comparison change = QUESTION.pairs(BEFORE, AFTER, weights).change();
        assertEquals(-7.142857142857143, change.difference().value().orElseThrow(), 1e-14);
        assertEquals(36.09491052208978, change.difference().standardError().orElseThrow(), 1e-12);
        assertEquals(0.8475278676855649, change.pValue().orElseThrow(), 1e-13);
    }

    @Test
    void aPairCountsOnlyWithBothAnswers() {
        PairedNetPromoterCounts pairs = QUESTION.with(InvalidAnswers.DROP)
                .pairs(new int[] {9, AnswerScale.MISSING, 9, 11, 5}, new int[] {9, 9, AnswerScale.MISSING, 9, 10});
        assertEquals(new Excluded(2, 1, 0), pairs.excluded());
        assertEquals(Measure.of(100), pairs.change().difference().value());
        assertEquals(2, pairs.change().difference().n());
        assertEquals(
                "after[1] must be in [0, 10]: 12",
                assertThrows(IllegalArgumentException.class, () -> QUESTION.pairs(new int[] {1, 1}, new int[] {1, 12}))
                        .getMessage());
        assertEquals(
                "before, after and weights must have one length: 1, 2 and 2",
                assertThrows(IllegalArgumentException.class, () -> QUESTION.pairs(new int[] {1}, new int[] {1, 2}))
                        .getMessage());
    }

    @Test
    void fewOrUniformPairsHaveNoInterval() {
        assertEquals(
                Measure.undefined("no pairs"),
                QUESTION.pairs(new int[0], new int[0]).change().difference().value());
        Comparison single = QUESTION.pairs(new int[] {5}, new int[] {10}).change();
        assertEquals(Measure.of(200), single.difference().value());
        assertEquals(Measure.undefined("a single pair"), single.pValue());
        Comparison uniform =
                QUESTION.pairs(new int[] {5, 6, 7}, new int[] {7, 8, 9}).change();
        assertEquals(Measure.of(100), uniform.difference().value());
        assertEquals(Measure.of(0), uniform.difference().standardError());
        assertEquals(Measure.undefined("all pairs changed alike"), uniform.pValue());
        assertTrue(uniform.difference().interval().isEmpty());
    }

    @Test
    void partsAddUpAndCollectorsAgree() {
        PairedNetPromoterCounts whole = QUESTION.pairs(BEFORE, AFTER);
        List<Integer> places = IntStream.range(0, BEFORE.length).boxed().toList();
        assertEquals(whole, places.stream().collect(QUESTION.pairedCollector(i -> BEFORE[i], i -> AFTER[i])));
        PairedNetPromoterCounts early =
                places.subList(0, 4).stream().collect(QUESTION.pairedCollector(i -> BEFORE[i], i -> AFTER[i]));
        PairedNetPromoterCounts late =
                places.subList(4, 10).stream().collect(QUESTION.pairedCollector(i -> BEFORE[i], i -> AFTER[i]));
        assertEquals(whole, early.plus(late));
        assertEquals(
                "before x after (detractors, passives, promoters): [2, 0, 1], [1, 0, 2], [1, 0, 3]", whole.toString());
    }

    @Test
    void cellsMustBeNine() {
        assertEquals(
                "cells must be 9: 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PairedNetPromoterCounts(List.of(WeightedCount.ZERO), Excluded.NONE))
                        .getMessage());
    }
}
