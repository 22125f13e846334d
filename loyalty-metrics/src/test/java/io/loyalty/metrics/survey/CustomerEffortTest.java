package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.assertEstimate;
import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference values by SciPy 1.17.1, stats.t.interval. */
class CustomerEffortTest {

    @Test
    void agreementThatItWasEasy() {
        CustomerEffort ces = CustomerEffort.of(7, 6, 5, 5, 3, 1, 6, 7, 4, 5);
        assertEquals(Measure.of(0.7), ces.easy().value());
        assertEquals(Measure.of(0.2), ces.net().value());
        assertEstimate(4.9, 3.5744968653280873, 6.225503134671913, 1e-12, ces.mean());
        assertEquals(EffortDirection.HIGHER_IS_EASIER, ces.direction());
        assertEquals(10, ces.base());
    }

    @Test
    void amountOfEffortIsBetterWhenLow() {
        CustomerEffort ces = EffortQuestion.ces1().score(1, 2, 2, 3, 5);
        assertEquals(Measure.of(0.6), ces.easy().value());
        assertEquals(0.4, ces.net().value().orElseThrow(), 1e-15);
        assertEquals(Measure.of(2.6), ces.mean().value());
        assertEquals(
                List.of(1L, 2L, 1L, 0L, 1L),
                ces.counts().levels().stream().map(WeightedCount::n).toList());
    }

    @Test
    void sharesCompareAcrossVersionsButMeansDoNot() {
        CustomerEffort first = CustomerEffort.of(7, 6, 5, 1);
        CustomerEffort second = EffortQuestion.ces1().score(1, 2, 5, 5);
        assertEquals(Measure.of(0.25), first.minus(second).difference().value());
        assertEquals("other must be HIGHER_IS_EASIER: LOWER_IS_EASIER", refusal(() -> first.meanMinus(second, 0.95)));
        assertEquals(Measure.of(0), first.meanMinus(first, 0.9).difference().value());
        assertEquals(
                Measure.of(1), first.minus(first, 0.95, ProportionTest.FISHER).pValue());
    }

    @Test
    void ownLevels() {
        EffortQuestion question =
                EffortQuestion.ces2().withLevels(AnswerScale.ONE_TO_FIVE, EffortDirection.HIGHER_IS_EASIER, 2, 1, 2);
        CustomerEffort ces = question.score(5, 4, 4, 1);
        assertEquals(Measure.of(0.75), ces.easy().value());
        assertEquals(Measure.of(0), ces.net().value());
        assertEquals("1 to 5, HIGHER_IS_EASIER, easy 2, net 1 against 2, 95 %", question.toString());
        assertEquals(
                "easy, very easy and hard levels must fit on the scale 1 to 5: 3, 2 and 3",
                refusal(() -> question.withLevels(AnswerScale.ONE_TO_FIVE, EffortDirection.LOWER_IS_EASIER, 3, 2, 3)));
    }

    @Test
    void withoutAnswersAllIsUndefined() {
        CustomerEffort none = CustomerEffort.of();
        assertEquals(Measure.undefined("no answers"), none.easy().value());
        assertEquals(Measure.undefined("no answers"), none.net().value());
        assertEquals(Measure.undefined("no answers"), none.mean().value());
    }

    @Test
    void countsAndStreamsScoreAlike() {
        CustomerEffort raw = CustomerEffort.of(7, 7, 2, 5);
        assertEquals(raw, CustomerEffort.of(AnswerCounts.of(1, 0, 1, 0, 0, 1, 0, 2)));
        assertEquals(raw, List.of(5, 2, 7, 7).stream().collect(CustomerEffort.collector(a -> a)));
        assertEquals(
                "CES easy 0.75 [0.300642, 0.954413] (95 % Wilson), n = 4; net 0.25; mean 5.25 (HIGHER_IS_EASIER)",
                raw.toString());
        assertEquals("answers[0] must be in [1, 7]: 8", refusal(() -> CustomerEffort.of(8)));
    }

    @Test
    void levelsMayFillTheScale() {
        EffortQuestion question =
                EffortQuestion.ces2().withLevels(AnswerScale.ONE_TO_FIVE, EffortDirection.HIGHER_IS_EASIER, 4, 4, 1);
        CustomerEffort ces = question.score(5, 2, 1, 1);
        assertEquals(Measure.of(0.5), ces.easy().value());
        assertEquals(Measure.of(0), ces.net().value());
        CustomerEffort ends = question.withLevels(AnswerScale.ONE_TO_FIVE, EffortDirection.HIGHER_IS_EASIER, 1, 1, 1)
                .score(5, 4, 2, 1);
        assertEquals(Measure.of(0.25), ends.easy().value());
        for (int[] bad : new int[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}, {5, 1, 1}, {1, 5, 1}}) {
            assertEquals(
                    "easy, very easy and hard levels must fit on the scale 1 to 5: " + bad[0] + ", " + bad[1] + " and "
                            + bad[2],
                    refusal(() -> question.withLevels(
                            AnswerScale.ONE_TO_FIVE, EffortDirection.HIGHER_IS_EASIER, bad[0], bad[1], bad[2])));
        }
    }

    @Test
    void questionsTakeEveryOption() {
        EffortQuestion question = EffortQuestion.ces2();
        assertEquals(
                1,
                question.with(InvalidAnswers.DROP)
                        .score(8, 5)
                        .counts()
                        .excluded()
                        .invalid());
        assertEquals(
                "Wald",
                question.with(NetInterval.WALD)
                        .score(7, 1, 4, 5)
                        .net()
                        .interval()
                        .orElseThrow()
                        .method());
        assertEquals(
                0.8,
                question.withConfidence(0.8)
                        .score(7, 1, 4, 5)
                        .easy()
                        .interval()
                        .orElseThrow()
                        .confidence());
        assertEquals(
                "answers must be on the scale 1 to 7: 1 to 3",
                refusal(() -> question.score(AnswerCounts.of(1, 1, 2, 3))));
        CustomerEffort some = CustomerEffort.of(7, 6, 2);
        assertEquals("confidence must be in (0, 1): 1.0", refusal(() -> some.meanMinus(some, 1)));
        assertEquals("confidence must be in (0, 1): 0.0", refusal(() -> some.minus(some, 0, ProportionTest.POOLED_Z)));
    }
}
