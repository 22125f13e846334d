package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.assertEstimate;
import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionTest;
import io.loyalty.metrics.survey.SecureCustomerCounts.KeptOut;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecureCustomerIndexTest {

    private static final int MISSING = AnswerScale.MISSING;
    private static final SecureCustomerRule TEN = SecureCustomerRule.TOP_BOX_0_10;
    private static final SecureCustomerRule FIVE = SecureCustomerRule.BURKE_5;

    @Test
    void workedExamples() {
        assertEquals(SecureClass.SECURE, TEN.classify(9, 10, 9));
        assertEquals(SecureClass.FAVORABLE, TEN.classify(9, 9, 8));
        assertEquals(SecureClass.FAVORABLE, TEN.classify(7, 8, 7));
        assertEquals(SecureClass.AT_RISK, TEN.classify(6, 10, 10));
        assertEquals(SecureClass.INCOMPLETE, TEN.classify(10, 10, MISSING));
    }

    @Test
    void burkesVerbalScales() {
        assertEquals(SecureClass.SECURE, FIVE.classify(5, 5, 5));
        assertEquals(SecureClass.FAVORABLE, FIVE.classify(4, 5, 5));
        assertEquals(SecureClass.VULNERABLE, FIVE.classify(5, 3, 5));
        assertEquals(SecureClass.AT_RISK, FIVE.classify(5, 5, 2));
    }

    @Test
    void indexIsTheShareOfSecureCustomers() {
        SecureCustomerCounts counts =
                TEN.count(new int[] {9, 9, 7, 6, 10, MISSING}, new int[] {10, 9, 8, 10, 10, MISSING}, new int[] {
                    9, 8, 7, 10, MISSING, MISSING
                });
        SecureCustomerIndex index = SecureCustomerIndex.of(counts);
        assertEquals(Measure.of(0.25), index.index().value());
        assertEquals(Measure.of(0.5), index.favorable().value());
        assertEquals(Measure.of(0), index.vulnerable().value());
        assertEquals(Measure.of(0.25), index.atRisk().value());
        assertEquals(4, index.base());
        assertEquals(1, counts.incomplete().n());
        assertEquals(1, counts.excluded().missing());
    }

    @Test
    void favorableCustomersAreKeptOutByAQuestion() {
        SecureCustomerCounts counts =
                TEN.count(new int[] {8, 9, 9, 8, 7}, new int[] {9, 8, 10, 8, 7}, new int[] {10, 9, 7, 9, 8});
        KeptOut expected =
                new KeptOut(WeightedCount.of(1), WeightedCount.of(1), WeightedCount.of(1), WeightedCount.of(2));
        assertEquals(expected, counts.favorable());
        assertEquals(
                "0 secure, 5 favorable (kept out: 1 by satisfaction, 1 by recommendation, 1 by repeat, 2 by several), "
                        + "0 vulnerable, 0 at risk; 0 incomplete",
                counts.toString());
    }

    @Test
    void badAnswerMayDecideAnIncompleteCustomer() {
        SecureCustomerRule deciding = FIVE.with(IncompleteAnswers.DECIDE_AT_RISK);
        assertEquals(SecureClass.AT_RISK, deciding.classify(2, MISSING, MISSING));
        assertEquals(SecureClass.INCOMPLETE, deciding.classify(3, MISSING, 5));
        assertEquals(SecureClass.INCOMPLETE, deciding.classify(MISSING, MISSING, MISSING));
        assertEquals(SecureClass.INCOMPLETE, FIVE.classify(2, MISSING, MISSING));
    }

    @Test
    void periodsAreComparedByNewcombe() {
        SecureCustomerIndex now = SecureCustomerIndex.of(counts(42, 18));
        SecureCustomerIndex before = SecureCustomerIndex.of(counts(30, 25));
        assertEstimate(0.7, 0.574913, 0.801018, 5e-7, now.index());
        assertEstimate(0.154545, -0.021794, 0.319360, 6e-7, now.minus(before).difference());
        assertEquals(
                0.12241058723614626,
                now.minus(before, 0.95, ProportionTest.FISHER).pValue().orElseThrow(),
                1e-14);
    }

    @Test
    void withoutCustomersAllIsUndefined() {
        SecureCustomerIndex none = FIVE.index(FIVE.accumulator().snapshot());
        assertEquals(Measure.undefined("no answers"), none.index().value());
        assertEquals(Measure.undefined("no answers"), none.atRisk().value());
    }

    @Test
    void invalidAnswersAreRefusedOrDropped() {
        assertEquals("recommend must be in [1, 5]: 6", refusal(() -> FIVE.classify(5, 6, 5)));
        assertEquals(
                "repeat[1] must be in [1, 5]: 0",
                refusal(() -> FIVE.count(new int[] {1, 1}, new int[] {1, 1}, new int[] {1, 0})));
        assertEquals(
                "satisfaction, recommend and repeat must have one length: 1, 2 and 1",
                refusal(() -> FIVE.count(new int[1], new int[2], new int[1])));
        SecureCustomerCounts counts =
                FIVE.with(InvalidAnswers.DROP).count(new int[] {5, 5}, new int[] {6, 5}, new int[] {MISSING, 5});
        assertEquals(new Excluded(0, 1, 0), counts.excluded());
        assertEquals(1, counts.total().n());
    }

    @Test
    void impossibleThresholdsAreRefused() {
        assertEquals(
                "thresholds must descend on the scale 1 to 5: secure from 4, favorable from 4, vulnerable from 3",
                refusal(() -> SecureCustomerRule.of(AnswerScale.ONE_TO_FIVE, 4, 4, 3)));
        assertEquals(
                "thresholds must descend on the scale 1 to 5: secure from 5, favorable from 4, vulnerable from 1",
                refusal(() -> SecureCustomerRule.of(AnswerScale.ONE_TO_FIVE, 5, 4, 1)));
        assertEquals("1 to 5, secure from 5, favorable from 4, vulnerable from 3", FIVE.toString());
        assertEquals("0 to 10, secure from 9, favorable from 7", TEN.toString());
    }

    @Test
    void weightsCountAndStreamsAgree() {
        SecureCustomerAccumulator accumulator = FIVE.accumulator();
        accumulator.accept(5, 5, 5, 3);
        accumulator.accept(1, 5, 5, 1);
        accumulator.accept(5, 5, 5, 0);
        SecureCustomerIndex index = FIVE.index(accumulator.snapshot());
        assertEquals(Measure.of(0.75), index.index().value());
        assertEquals(1.6, index.index().effectiveN(), 1e-15);
        assertEquals(1, index.counts().excluded().weightless());
        List<int[]> rows = List.of(new int[] {5, 5, 5}, new int[] {5, 4, 5}, new int[] {1, 1, 1});
        SecureCustomerIndex streamed =
                rows.stream().collect(FIVE.collector(row -> row[0], row -> row[1], row -> row[2]));
        assertEquals(FIVE.index(FIVE.count(new int[] {5, 5, 1}, new int[] {5, 4, 1}, new int[] {5, 5, 1})), streamed);
    }

    private static SecureCustomerCounts counts(long secure, long atRisk) {
        WeightedCount zero = WeightedCount.ZERO;
        return new SecureCustomerCounts(
                WeightedCount.of(secure),
                new KeptOut(zero, zero, zero, zero),
                zero,
                WeightedCount.of(atRisk),
                zero,
                Excluded.NONE);
    }

    @Test
    void thresholdsMayTouchTheEndsOfTheScale() {
        SecureCustomerRule rule = SecureCustomerRule.of(AnswerScale.ONE_TO_FIVE, 5, 2, 2);
        assertEquals(SecureClass.SECURE, rule.classify(5, 5, 5));
        assertEquals(SecureClass.FAVORABLE, rule.classify(2, 5, 5));
        assertEquals(SecureClass.AT_RISK, rule.classify(1, 5, 5));
        assertEquals("1 to 5, secure from 5, favorable from 2", rule.toString());
        for (int[] bad : new int[][] {{6, 4, 3}, {5, 5, 3}, {5, 3, 4}, {5, 4, 1}}) {
            assertEquals(
                    "thresholds must descend on the scale 1 to 5: secure from " + bad[0] + ", favorable from " + bad[1]
                            + ", vulnerable from " + bad[2],
                    refusal(() -> SecureCustomerRule.of(AnswerScale.ONE_TO_FIVE, bad[0], bad[1], bad[2])));
        }
    }

    @Test
    void everyQuestionMayKeepACustomerOut() {
        // One below the secure box in one question, twice the second; then in two, then in all.
        SecureCustomerCounts counts =
                TEN.count(new int[] {8, 9, 9, 9, 8, 8, 9, 8}, new int[] {9, 8, 8, 9, 8, 9, 8, 8}, new int[] {
                    9, 9, 9, 8, 9, 8, 8, 8
                });
        assertEquals(
                new KeptOut(WeightedCount.of(1), WeightedCount.of(2), WeightedCount.of(1), WeightedCount.of(4)),
                counts.favorable());
    }

    @Test
    void incompleteCustomersDecideOnlyByAnAnswerBelowTheLimit() {
        SecureCustomerRule deciding = FIVE.with(IncompleteAnswers.DECIDE_AT_RISK);
        assertEquals(SecureClass.INCOMPLETE, deciding.classify(MISSING, 3, 3));
        assertEquals(SecureClass.AT_RISK, deciding.classify(MISSING, 5, 1));
        SecureCustomerCounts counts = deciding.count(
                new int[] {MISSING, MISSING, 5}, new int[] {MISSING, 3, MISSING}, new int[] {MISSING, MISSING, 2});
        assertEquals(1, counts.excluded().missing());
        assertEquals(1, counts.incomplete().n());
        assertEquals(1, counts.atRisk().n());
    }

    @Test
    void confidenceIsThatOfTheIntervals() {
        SecureCustomerIndex index = TEN.withConfidence(0.8).index(counts(42, 18));
        assertEquals(0.8, index.index().interval().orElseThrow().confidence());
        assertEquals("confidence must be in (0, 1): 0.0", refusal(() -> TEN.withConfidence(0)));
        assertEquals("SCI " + index.index() + ": " + index.counts(), index.toString());
    }

    @Test
    void accumulatorsShowWhatTheyCounted() {
        SecureCustomerAccumulator accumulator = FIVE.accumulator();
        accumulator.accept(5, 5, 5);
        assertEquals(accumulator.snapshot().toString(), accumulator.toString());
        SecureCustomerAccumulator other = FIVE.accumulator();
        other.accept(4, 5, 5);
        other.accept(1, 5, 5);
        SecureCustomerCounts both = accumulator.snapshot().plus(other.snapshot());
        assertEquals(both, accumulator.combine(other).snapshot());
        assertEquals(3, both.total().n());
        assertEquals(1, both.favorable().satisfaction().n());
    }
}
