package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reference values: Mann-Whitney by scipy.stats.mannwhitneyu(use_continuity=True, method="asymptotic") of SciPy 1.17.1, its standard
 * error from the full table of comparisons in NumPy 2.4.6, agreement by the definition over explicit triples in Python.
 */
class LikertItemTest {

    @Test
    void describesTheAnswers() {
        LikertItem item = LikertItem.of(1, 2, 2, 3, 4, 4, 4, 5);
        assertEquals(Measure.of(0.5), item.top().value());
        assertEquals(Measure.of(0.375), item.bottom().value());
        assertEquals(Measure.of(0.125), item.net().value());
        assertEquals(Measure.of(3.125), item.mean().value());
        assertEquals(Measure.of(3.5), item.median());
        assertEquals(List.of(4), item.modes());
        assertEquals(Math.sqrt(12.875 / 7), item.standardDeviation().orElseThrow(), 1e-15);
        assertEquals(2 * Math.sqrt(12.875 / 8) / 4, item.polarisation().orElseThrow(), 1e-15);
        assertEquals(53.125, item.index().value().orElseThrow(), 1e-12);
    }

    @Test
    void levelsNobodyChoseAreThere() {
        LikertItem item = LikertItem.of(2, 2, 4);
        assertEquals(5, item.counts().levels().size());
        assertEquals(Measure.of(0), item.counts().share(5, 5));
    }

    @Test
    void neutralAnswersCountInTheBaseUnlessExcluded() {
        assertEquals(
                Measure.of(0.25), LikertItem.of(3, 3, 4, 4, 2, 3, 5, 3).net().value());
        LikertQuestion without = LikertQuestion.withDefaults().with(NeutralAnswers.EXCLUDED);
        assertEquals(
                Measure.of(0.5), without.score(3, 3, 4, 4, 2, 3, 5, 3).net().value());
        assertEquals(4, without.score(3, 3, 4, 4, 2, 3, 5, 3).net().n());
        assertEquals(Measure.undefined("no answers"), without.score(3, 3).net().value());
    }

    @Test
    void evenScalesHaveNoNeutralAnswers() {
        LikertQuestion question = LikertQuestion.withDefaults().withTop(AnswerScale.of(1, 4), 1);
        for (NeutralAnswers neutral : NeutralAnswers.values()) {
            LikertItem item = question.with(neutral).score(1, 2, 3, 4, 4);
            assertEquals(0.2, item.net().value().orElseThrow(), 1e-15);
            assertEquals(5, item.net().n());
        }
    }

    @Test
    void reversedKeyTurnsTheAnswers() {
        LikertItem item = LikertQuestion.withDefaults().with(ItemKey.REVERSED).score(1, 1, 2, 5);
        assertEquals(LikertItem.of(5, 5, 4, 1), item);
    }

    @Test
    void medianOfTwoLevelsThatShareTheMiddleIsBetweenThem() {
        assertEquals(Measure.of(3), LikertItem.of(1, 1, 5, 5).median());
        assertEquals(Measure.of(5), LikertItem.of(1, 5, 5).median());
        assertEquals(List.of(1, 5), LikertItem.of(1, 1, 5, 5).modes());
    }

    @Test
    void polarisationRunsFromUnanimityToTwoCamps() {
        assertEquals(Measure.of(0), LikertItem.of(4, 4, 4).polarisation());
        assertEquals(Measure.of(1), LikertItem.of(1, 5, 1, 5).polarisation());
    }

    @Test
    void agreementIsVanDerEijks() {
        assertAgreement(0, 1, 1, 1, 1, 1);
        assertAgreement(-1, 5, 0, 0, 0, 5);
        assertAgreement(1, 0, 0, 9, 0, 0);
        // The example of van der Eijk (2001).
        assertAgreement(0.6113333333333333, 30, 40, 210, 130, 530, 50, 10);
        assertAgreement(0.47500000000000003, 3, 5, 9, 2, 1);
        assertAgreement(0.16666666666666666, 0, 5, 0, 5, 0);
        assertAgreement(-0.6153846153846154, 5, 1, 1, 1, 5);
        assertAgreement(0.5, 2, 2, 0);
        // Two triples 110 and four 101 among five levels: (3 · 2 − 4 · 4) / (3 · 6) · 1/2; likewise backwards.
        assertAgreement(-5 / 18.0, 1, 1, 0, 0, 1);
        assertAgreement(-5 / 18.0, 1, 0, 0, 1, 1);
        // One triple of each kind among four levels: (2 − 3) / (2 · 2) · 2/3.
        assertAgreement(-1 / 6.0, 1, 0, 1, 0);
        assertEquals(
                Measure.undefined("fewer than three levels"), new Distribution(AnswerCounts.of(0, 3, 4)).agreement());
    }

    @Test
    void ranksAreComparedByMannWhitney() {
        LikertItem first = LikertItem.of(5, 4, 3, 5, 2, 4, 1, 5);
        LikertItem second = LikertItem.of(3, 4, 2, 2, 5, 1);
        Comparison comparison = first.rankMinus(second, 0.95);
        assertEquals(0.3125, comparison.difference().value().orElseThrow(), 1e-15);
        assertEquals(0.3111279403044594, comparison.difference().standardError().orElseThrow(), 1e-14);
        assertEquals(0.3553627870531415, comparison.pValue().orElseThrow(), 1e-14);
        assertEquals(-0.3125, second.rankMinus(first, 0.95).difference().value().orElseThrow(), 1e-15);
        assertEquals("Mann-Whitney", comparison.test());
    }

    @Test
    void ranksThatAreAllTiedHaveNoPValue() {
        LikertItem same = LikertItem.of(3, 3, 3);
        Comparison comparison = same.rankMinus(same, 0.95);
        assertEquals(Measure.of(0), comparison.difference().value());
        assertEquals(Measure.undefined("all answers agree"), comparison.pValue());
        assertTrue(comparison.difference().interval().isEmpty());
        // So many that the two terms of the variance differ by a rounding.
        assertEquals(
                Measure.undefined("all answers agree"),
                LikertItem.of(AnswerCounts.of(1, 0, 0, 623_732, 0, 0))
                        .rankMinus(LikertItem.of(AnswerCounts.of(1, 0, 0, 229_536, 0, 0)), 0.95)
                        .pValue());
    }

    @Test
    void ranksOfOneAgainstOne() {
        Comparison comparison = LikertItem.of(5).rankMinus(LikertItem.of(1), 0.95);
        assertEquals(Measure.of(1), comparison.difference().value());
        assertEquals(
                Measure.undefined("a group of a single answer"),
                comparison.difference().standardError());
        assertEquals(Measure.of(1), comparison.pValue());
    }

    @Test
    void ranksNeedAnswersOfEqualWeight() {
        LikertItem weighted = LikertQuestion.withDefaults().score(new int[] {1, 5}, new double[] {1, 2});
        assertEquals(
                Measure.undefined("weighted answers have no rank test"),
                weighted.rankMinus(LikertItem.of(1, 2), 0.95).pValue());
        assertEquals(
                Measure.undefined("a group without answers"),
                LikertItem.of().rankMinus(LikertItem.of(1, 2), 0.95).pValue());
    }

    @Test
    void boxesAreComparedAsShares() {
        LikertItem first = LikertItem.of(AnswerCounts.of(1, 18, 0, 0, 0, 42));
        LikertItem second = LikertItem.of(AnswerCounts.of(1, 25, 0, 0, 0, 30));
        Comparison comparison = first.topMinus(second, 0.95, ProportionTest.FISHER);
        assertEquals(0.154545, comparison.difference().value().orElseThrow(), 5e-7);
        assertEquals(0.12241058723614626, comparison.pValue().orElseThrow(), 1e-14);
        LikertItem other = LikertQuestion.withDefaults()
                .withTop(AnswerScale.ZERO_TO_TEN, 2)
                .score(3);
        assertEquals(
                "other must be on the scale 1 to 5: 0 to 10",
                refusal(() -> first.topMinus(other, 0.95, ProportionTest.POOLED_Z)));
    }

    @Test
    void withoutAnswersAllIsUndefined() {
        LikertItem none = LikertItem.of();
        for (Measure measure : List.of(
                none.top().value(),
                none.net().value(),
                none.mean().value(),
                none.standardDeviation(),
                none.median(),
                none.polarisation(),
                none.agreement())) {
            assertEquals(Measure.undefined("no answers"), measure);
        }
        assertEquals(List.of(), none.modes());
        assertEquals(Measure.undefined("a single answer"), LikertItem.of(2).standardDeviation());
    }

    @Test
    void configurationPrints() {
        assertEquals(
                "1 to 5, STRAIGHT, top 2, neutral IN_BASE, 90 %",
                LikertQuestion.withDefaults().withConfidence(0.9).toString());
        assertEquals(
                "levels must be in [1, 2] on the scale 1 to 5: 3",
                refusal(() -> LikertQuestion.withDefaults().withTop(AnswerScale.ONE_TO_FIVE, 3)));
    }

    private static void assertAgreement(double expected, long... counts) {
        assertEquals(
                expected,
                new Distribution(AnswerCounts.of(1, counts)).agreement().orElseThrow(),
                1e-15);
    }

    @Test
    void ranksHaveAnIntervalOnTheScaleOfTheirDifference() {
        Comparison comparison = LikertItem.of(5, 4, 3, 5, 2, 4, 1, 5).rankMinus(LikertItem.of(3, 4, 2, 2, 5, 1), 0.9);
        Interval interval = comparison.difference().interval().orElseThrow();
        double half =
                1.6448536269514722 * comparison.difference().standardError().orElseThrow();
        assertEquals(0.3125 - half, interval.lower(), 1e-14);
        assertEquals(0.3125 + half, interval.upper(), 1e-14);
        assertEquals(14, comparison.difference().n());
        assertEquals(14.0, comparison.difference().effectiveN());
        Interval clipped = LikertItem.of(5, 5, 5, 2)
                .rankMinus(LikertItem.of(1, 1, 2), 0.99)
                .difference()
                .interval()
                .orElseThrow();
        assertEquals(1.0, clipped.upper());
        assertEquals(
                -1.0,
                LikertItem.of(1, 1, 2)
                        .rankMinus(LikertItem.of(5, 5, 5, 2), 0.99)
                        .difference()
                        .interval()
                        .orElseThrow()
                        .lower());
    }

    @Test
    void ranksOfOneAgainstManyHaveNoError() {
        LikertItem one = LikertItem.of(4);
        LikertItem many = LikertItem.of(1, 2, 5);
        Measure none = Measure.undefined("a group of a single answer");
        assertEquals(none, one.rankMinus(many, 0.95).difference().standardError());
        assertEquals(none, many.rankMinus(one, 0.95).difference().standardError());
        assertEquals(3, LikertItem.of().rankMinus(many, 0.95).difference().n());
    }

    @Test
    void ranksAndBoxesNeedOneScaleAndAConfidence() {
        LikertItem first = LikertItem.of(1, 2);
        LikertItem other = LikertQuestion.withDefaults()
                .withTop(AnswerScale.ZERO_TO_TEN, 2)
                .score(3);
        assertEquals("other must be on the scale 1 to 5: 0 to 10", refusal(() -> first.rankMinus(other, 0.95)));
        assertEquals("confidence must be in (0, 1): 0.0", refusal(() -> first.rankMinus(first, 0)));
        assertEquals(
                "confidence must be in (0, 1): 1.0", refusal(() -> first.topMinus(first, 1, ProportionTest.POOLED_Z)));
    }

    @Test
    void itemsOfAStreamReadAsOneLine() {
        LikertItem item = List.of(4, 5, 1).stream().collect(LikertItem.collector(answer -> answer));
        assertEquals(LikertItem.of(4, 5, 1), item);
        assertEquals(3, item.base());
        assertEquals(
                "mean " + item.mean() + "; median 4.0; top 2 " + item.top().value() + ", bottom "
                        + item.bottom().value() + ", net " + item.net().value() + "; " + item.counts(),
                item.toString());
    }

    @Test
    void questionsTakeEveryOption() {
        LikertQuestion dropping = LikertQuestion.withDefaults().with(InvalidAnswers.DROP);
        assertEquals(1, dropping.score(6, 5).counts().excluded().invalid());
        assertEquals(
                "Wald",
                LikertQuestion.withDefaults()
                        .with(NetInterval.WALD)
                        .score(1, 2, 5, 5, 3)
                        .net()
                        .interval()
                        .orElseThrow()
                        .method());
        assertEquals(
                "answers must be on the scale 1 to 5: 0 to 2",
                refusal(() -> LikertQuestion.withDefaults().score(AnswerCounts.of(0, 1, 2, 3))));
    }

    @Test
    void boxesOfTwoLevelsMayMeet() {
        LikertItem item =
                LikertQuestion.withDefaults().withTop(AnswerScale.of(1, 4), 2).score(1, 2, 3, 4, 4);
        assertEquals(Measure.of(0.6), item.top().value());
        assertEquals(
                0.1,
                item.topMinus(
                                LikertQuestion.withDefaults()
                                        .withTop(AnswerScale.of(1, 4), 2)
                                        .score(1, 4),
                                0.95,
                                ProportionTest.POOLED_Z)
                        .difference()
                        .value()
                        .orElseThrow(),
                1e-15);
    }

    @Test
    void theConfidenceIsCheckedWithoutAnswersToo() {
        LikertItem none = LikertItem.of();
        assertEquals("confidence must be in (0, 1): 2.0", refusal(() -> none.rankMinus(none, 2)));
        assertEquals(
                "confidence must be in (0, 1): 2.0", refusal(() -> none.topMinus(none, 2, ProportionTest.POOLED_Z)));
        CustomerSatisfaction nobody = CustomerSatisfaction.of();
        assertEquals("confidence must be in (0, 1): 2.0", refusal(() -> nobody.meanMinus(nobody, 2)));
        CustomerEffort noEffort = CustomerEffort.of();
        assertEquals("confidence must be in (0, 1): 2.0", refusal(() -> noEffort.meanMinus(noEffort, 2)));
        assertEquals(
                "confidence must be in (0, 1): 2.0",
                refusal(() -> SatisfactionLoyaltyRule.attitude().withConfidence(2)));
    }

    @Test
    void twoAnswersHaveADeviation() {
        LikertItem item = LikertItem.of(1, 3);
        assertEquals(Measure.of(Math.sqrt(2)), item.standardDeviation());
        // Student's t with one degree of freedom has its quartile at 1; the error is √2 / √2.
        Interval interval = LikertQuestion.withDefaults()
                .withConfidence(0.5)
                .score(2, 4)
                .mean()
                .interval()
                .orElseThrow();
        assertEquals(2, interval.lower(), 1e-12);
        assertEquals(4, interval.upper(), 1e-12);
    }

    @Test
    void weightsDoNotMakeEqualAnswersDiffer() {
        // 3 · (0.1 + 0.3) / (0.1 + 0.3) is not 3 in doubles.
        LikertItem item = LikertQuestion.withDefaults().score(new int[] {3, 3}, new double[] {0.1, 0.3});
        assertEquals(Measure.of(0), item.mean().standardError());
        assertTrue(item.mean().interval().isEmpty());
    }
}
