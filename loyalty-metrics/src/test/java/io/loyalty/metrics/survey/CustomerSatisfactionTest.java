package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.assertEstimate;
import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Reference values by SciPy 1.17.1: binomtest.proportion_ci(method="wilson"), stats.t, ttest_ind(equal_var=False), fisher_exact; the
 * weighted ones by their formulas in NumPy 2.4.6.
 */
class CustomerSatisfactionTest {

    private static final int[] ANSWERS = {5, 4, 3, 5, 2, 4, 1, 5};

    @Test
    void eachFormulaHasItsName() {
        CustomerSatisfaction csat = CustomerSatisfaction.of(ANSWERS);
        assertEquals(Measure.of(0.625), csat.satisfied().value());
        assertEquals(Measure.of(0.375), csat.net().value());
        assertEstimate(3.625, 2.3660021371987874, 4.883997862801213, 1e-12, csat.mean());
        assertEquals(0.5324304112812704, csat.mean().standardError().orElseThrow(), 1e-15);
        assertEstimate(65.625, 100 * 1.3660021371987874 / 4, 100 * 3.883997862801213 / 4, 1e-10, csat.index());
        assertEquals(8, csat.base());
    }

    @Test
    void workedExample() {
        CustomerSatisfaction first = CustomerSatisfaction.of(AnswerCounts.of(1, 5, 5, 8, 20, 22));
        assertEstimate(0.7, 0.574913, 0.801018, 5e-7, first.satisfied());
        CustomerSatisfaction second = CustomerSatisfaction.of(AnswerCounts.of(1, 10, 10, 5, 15, 15));
        Comparison difference = first.minus(second);
        assertEstimate(0.154545, -0.021794, 0.319360, 6e-7, difference.difference());
        assertEquals(0.08707264691294045, difference.pValue().orElseThrow(), 1e-15);
        assertEquals("pooled z", difference.test());
        Comparison exact = first.minus(second, 0.95, ProportionTest.FISHER);
        assertEquals(0.12241058723614626, exact.pValue().orElseThrow(), 1e-14);
        assertEquals(-0.154545, second.minus(first).difference().value().orElseThrow(), 5e-7);
    }

    @Test
    void meansAreComparedByWelch() {
        Comparison difference =
                CustomerSatisfaction.of(ANSWERS).meanMinus(CustomerSatisfaction.of(3, 4, 2, 2, 5, 1), 0.95);
        assertEstimate(0.7916666666666665, -0.9742181853267962, 2.557551518660129, 1e-12, difference.difference());
        assertEquals(0.34518436143163983, difference.pValue().orElseThrow(), 1e-13);
    }

    @Test
    void weightsEnterSharesByEffectiveNumberAndMeansByLinearisation() {
        CustomerSatisfaction csat =
                SatisfactionQuestion.withDefaults().score(ANSWERS, new double[] {1, 2, 1, .5, 1, 3, 1, 1});
        assertEstimate(3.6666666666666665, 2.710372005282443, 4.62296132805089, 1e-12, csat.mean());
        assertEquals(0.40441717568449803, csat.mean().standardError().orElseThrow(), 1e-15);
        assertEstimate(0.7142857142857143, 0.33727821084686527, 0.9247027416067639, 1e-12, csat.satisfied());
        assertEquals(0.16962040217120644, csat.satisfied().standardError().orElseThrow(), 1e-15);
        assertEquals(6.041095890410959, csat.satisfied().effectiveN(), 1e-14);
        assertEquals(
                Measure.undefined("weighted answers have no exact test"),
                csat.minus(csat, 0.95, ProportionTest.FISHER).pValue());
        assertTrue(csat.minus(csat).pValue().isDefined());
    }

    @Test
    void equalWeightsLeaveTheExactTest() {
        CustomerSatisfaction csat = SatisfactionQuestion.withDefaults().score(new int[] {5, 1}, new double[] {2, 2});
        assertEquals(
                Measure.of(1), csat.minus(csat, 0.95, ProportionTest.FISHER).pValue());
    }

    @Test
    void groupsWithoutVarianceHaveAnIntervalButNoZ() {
        CustomerSatisfaction none10 = CustomerSatisfaction.of(AnswerCounts.of(1, 10, 0, 0, 0, 0));
        CustomerSatisfaction none20 = CustomerSatisfaction.of(AnswerCounts.of(1, 20, 0, 0, 0, 0));
        Comparison nobody = none10.minus(none20);
        assertEquals(Measure.undefined("all answers of both groups agree"), nobody.pValue());
        assertEstimate(0, -0.16112515805281935, 0.27753279986288926, 1e-14, nobody.difference());
        assertEquals(
                Measure.of(1), none10.minus(none20, 0.95, ProportionTest.FISHER).pValue());
        CustomerSatisfaction all10 = CustomerSatisfaction.of(AnswerCounts.of(1, 0, 0, 0, 0, 10));
        assertEstimate(
                0,
                -0.27753279986288915,
                0.27753279986288915,
                1e-14,
                all10.minus(all10).difference());
        Comparison one = CustomerSatisfaction.of(5).minus(CustomerSatisfaction.of(1));
        assertEstimate(1, -0.12210872068194178, 1, 1e-14, one.difference());
        assertEquals(0.15729920705028516, one.pValue().orElseThrow(), 1e-15);
    }

    @Test
    void undefinedFiguresSayWhy() {
        CustomerSatisfaction none = CustomerSatisfaction.of();
        assertEquals(Measure.undefined("no answers"), none.satisfied().value());
        assertEquals(Measure.undefined("no answers"), none.mean().value());
        assertEquals(Measure.undefined("no answers"), none.index().value());
        assertEquals(
                Measure.undefined("a group without answers"),
                none.minus(CustomerSatisfaction.of(5)).pValue());
        CustomerSatisfaction one = CustomerSatisfaction.of(4);
        assertEquals(Measure.undefined("a single answer"), one.mean().standardError());
        assertTrue(one.satisfied().interval().isPresent());
        assertEquals(
                Measure.undefined("a group of a single answer"),
                one.meanMinus(CustomerSatisfaction.of(ANSWERS), 0.95).pValue());
        CustomerSatisfaction agreed = CustomerSatisfaction.of(4, 4, 4);
        assertEquals(Measure.of(0), agreed.mean().standardError());
        assertFalse(agreed.mean().interval().isPresent());
        assertEquals(
                Measure.undefined("no variance within the groups"),
                agreed.meanMinus(CustomerSatisfaction.of(5, 5), 0.95).pValue());
    }

    @Test
    void ownScaleAndTopBox() {
        SatisfactionQuestion question = SatisfactionQuestion.withDefaults().withTop(AnswerScale.ONE_TO_SEVEN, 1);
        CustomerSatisfaction csat = question.score(7, 6, 1, 4);
        assertEquals(Measure.of(0.25), csat.satisfied().value());
        assertEquals(Measure.of(0), csat.net().value());
        assertEquals("1 to 7, top 1, 95 %", question.toString());
        assertEquals(
                "levels must be in [1, 1] on the scale 1 to 3: 2",
                refusal(() -> question.withTop(AnswerScale.of(1, 3), 2)));
    }

    @Test
    void invalidAndMissingAnswersStandApart() {
        assertEquals("answers[1] must be in [1, 5]: 6", refusal(() -> CustomerSatisfaction.of(5, 6)));
        CustomerSatisfaction csat = SatisfactionQuestion.withDefaults()
                .with(InvalidAnswers.DROP)
                .score(new double[] {5, 4.5, Double.NaN, 1});
        assertEquals(new Excluded(1, 1, 0), csat.counts().excluded());
        assertEquals(Measure.of(0.5), csat.satisfied().value());
        assertEquals(3, csat.counts().given());
    }

    @Test
    void collectorDescribesGroups() {
        Map<Boolean, CustomerSatisfaction> groups = List.of(5, 4, 1, 2).stream()
                .collect(Collectors.partitioningBy(a -> a > 3, CustomerSatisfaction.collector(a -> a)));
        assertEquals(Measure.of(1), groups.get(true).satisfied().value());
        assertEquals(Measure.of(0), groups.get(false).satisfied().value());
    }

    @Test
    void printsInOneLine() {
        assertEquals(
                "CSAT (top 2) 0.7 [0.574913, 0.801018] (95 % Wilson), n = 60; net 0.5333333333333333; mean 3.816666666666667",
                CustomerSatisfaction.of(AnswerCounts.of(1, 5, 5, 8, 20, 22)).toString());
    }

    @Test
    void theIndexCarriesErrorAndIntervalOfTheMean() {
        CustomerSatisfaction csat = CustomerSatisfaction.of(5, 4, 2, 4);
        double error = csat.mean().standardError().orElseThrow();
        assertEquals(25 * error, csat.index().standardError().orElseThrow(), 1e-13);
        assertEquals(
                25 * (csat.mean().interval().orElseThrow().lower() - 1),
                csat.index().interval().orElseThrow().lower(),
                1e-12);
        assertEquals(
                Measure.undefined("a single answer"),
                CustomerSatisfaction.of(4).index().standardError());
        assertEquals(Measure.of(75), CustomerSatisfaction.of(4).index().value());
    }

    @Test
    void sharesHaveTheErrorOfTheirSize() {
        assertEquals(
                Math.sqrt(0.75 * 0.25 / 4),
                CustomerSatisfaction.of(5, 4, 2, 4).satisfied().standardError().orElseThrow(),
                1e-16);
    }

    @Test
    void weightedAnswersThatAgreeHaveAnErrorOfZero() {
        // A tenth has no exact double, nor have its sums.
        CustomerSatisfaction alike =
                SatisfactionQuestion.withDefaults().score(new int[] {4, 4, 4}, new double[] {0.1, 0.1, 0.3});
        assertEquals(Measure.of(0), alike.mean().standardError());
        assertTrue(alike.mean().interval().isEmpty());
    }

    @Test
    void singleAnswersHaveADifferenceWithoutATest() {
        Comparison comparison = CustomerSatisfaction.of(4).meanMinus(CustomerSatisfaction.of(1, 2, 5), 0.95);
        assertEquals(Measure.undefined("a group of a single answer"), comparison.pValue());
        assertEquals(4 - 8 / 3.0, comparison.difference().value().orElseThrow(), 1e-15);
        assertEquals(4, comparison.difference().n());
    }

    @Test
    void questionsTakeEveryOption() {
        SatisfactionQuestion question = SatisfactionQuestion.withDefaults();
        assertEquals(
                "Wald",
                question.with(NetInterval.WALD)
                        .score(5, 1, 4, 3)
                        .net()
                        .interval()
                        .orElseThrow()
                        .method());
        assertEquals(
                0.8,
                question.withConfidence(0.8)
                        .score(5, 1, 4, 3)
                        .mean()
                        .interval()
                        .orElseThrow()
                        .confidence());
        assertEquals(
                "answers must be on the scale 1 to 5: 1 to 3",
                refusal(() -> question.score(AnswerCounts.of(1, 1, 2, 3))));
        CustomerSatisfaction some = question.score(5, 1);
        assertEquals("confidence must be in (0, 1): 1.0", refusal(() -> some.meanMinus(some, 1)));
        assertEquals("confidence must be in (0, 1): NaN", refusal(() -> question.withConfidence(Double.NaN)));
    }

    @Test
    void netSharesOfTheTrinomialHaveNMinusOne() {
        CustomerSatisfaction csat = SatisfactionQuestion.withDefaults()
                .with(NetInterval.TRINOMIAL_T)
                .score(5, 4, 2, 3);
        // Two up, one down, one between: mean 1/4, mean square 3/4.
        assertEquals(Math.sqrt((0.75 - 0.0625) / 3), csat.net().standardError().orElseThrow(), 1e-15);
    }
}
