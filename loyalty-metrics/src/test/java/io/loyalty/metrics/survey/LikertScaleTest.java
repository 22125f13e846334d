package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.assertEstimate;
import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MeanDifference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reference values by NumPy 2.4.6 (covariances) and SciPy 1.17.1 (stats.f for Feldt's interval); the factor of three items has a closed
 * form, loadings sqrt(r12 r13 / r23) and so on.
 */
class LikertScaleTest {

    private static final int MISSING = AnswerScale.MISSING;
    private static final LikertScale SCALE = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b", "c");
    private static final int[][] EXAMPLE = {{4, 5, 4}, {2, 3, 3}, {5, 5, 4}, {3, 3, 2}, {1, 2, 2}, {4, 4, 5}};

    @Test
    void workedExample() {
        ScaleReliability reliability = SCALE.reliability(SCALE.count(EXAMPLE));
        assertEquals(0.9276808, reliability.alpha().value().orElseThrow(), 5e-8);
        assertEstimate(0.9276807980049875, 0.6936496648940889, 0.9890742535414726, 1e-12, reliability.alpha());
        assertEquals(0.050965686956165185, reliability.alpha().standardError().orElseThrow(), 1e-14);
        assertEquals(0.9315977486751573, reliability.lambda2().orElseThrow(), 1e-14);
        assertEquals(6, reliability.alpha().n());
        assertEquals("Feldt", reliability.alpha().interval().orElseThrow().method());
        assertItem(
                0.960069854866251,
                0.8937653875863268,
                0.871794871794872,
                reliability.items().get(0));
        assertItem(
                0.9636325139047845,
                0.9211323729436767,
                0.8465608465608465,
                reliability.items().get(1));
        assertItem(
                0.8883487237559732,
                0.7716711048373441,
                0.9569377990430623,
                reliability.items().get(2));
        assertEquals(List.of(), reliability.warnings());
        assertEquals(List.of(), reliability.suspects());
    }

    @Test
    void factorOfThreeItemsHasAClosedForm() {
        OneFactorFit factor = SCALE.reliability(SCALE.count(EXAMPLE)).factor();
        assertTrue(factor.converged());
        assertFalse(factor.isHeywood());
        assertEquals(0.95130299, factor.loadings().get(0), 1e-8);
        assertEquals(0.98280674, factor.loadings().get(1), 1e-8);
        assertEquals(0.78624539, factor.loadings().get(2), 1e-8);
        assertEquals(0.9389614199794631, factor.omega().orElseThrow(), 1e-9);
    }

    @Test
    void tauEquivalentItemsHaveAnOmegaOfAlpha() {
        // Equal covariances and variances: the factor explains all that alpha counts.
        long[][] products = {{400, 250, 250, 250}, {250, 400, 250, 250}, {250, 250, 400, 250}, {250, 250, 250, 400}};
        LikertScale four = LikertScale.of(AnswerScale.of(-2, 2), "a", "b", "c", "d");
        ScaleReliability reliability = four.reliability(ItemMoments.of(200, new long[4], products));
        assertEquals(
                reliability.alpha().value().orElseThrow(), reliability.omega().orElseThrow(), 1e-9);
        assertEquals(
                reliability.alpha().value().orElseThrow(), reliability.lambda2().orElseThrow(), 1e-14);
        assertEquals(
                reliability.alpha().value().orElseThrow(),
                reliability.standardizedAlpha().orElseThrow(),
                1e-14);
    }

    @Test
    void heywoodCaseIsFlagged() {
        // r12 r13 / r23 = 1.26 would need a loading above 1.
        long[][] products = {{100, 90, 70}, {90, 100, 50}, {70, 50, 100}};
        ScaleReliability reliability = LikertScale.of(AnswerScale.of(-5, 5), "a", "b", "c")
                .reliability(ItemMoments.of(101, new long[3], products));
        OneFactorFit factor = reliability.factor();
        assertTrue(factor.converged());
        assertEquals(List.of("a"), factor.heywoodItems());
        assertEquals(0.005, factor.uniquenesses().get(0), 1e-12);
        assertTrue(factor.toString().endsWith("Heywood cases [a]"));
    }

    @Test
    void negativeAlphaIsGivenWithAWarning() {
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        ScaleReliability reliability = two.reliability(two.count(new int[][] {{1, 5}, {2, 3}, {3, 4}, {4, 1}, {5, 2}}));
        assertEquals(-8.0, reliability.alpha().value().orElseThrow(), 1e-12);
        assertEstimate(-8, -85.44076896250573, 0.06294216291465127, 1e-9, reliability.alpha());
        assertEquals(8.049844718999243, reliability.alpha().standardError().orElseThrow(), 1e-12);
        assertEquals(0.0, reliability.lambda2().orElseThrow(), 1e-14);
        assertEquals(
                List.of(
                        "alpha is negative: check the keys of the items",
                        "a correlates negatively with the rest",
                        "b correlates negatively with the rest"),
                reliability.warnings());
        assertEquals(List.of("a", "b"), reliability.suspects());
    }

    @Test
    void twoItemsAreSpearmanBrownAndHaveNothingToDelete() {
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        ScaleReliability reliability = two.reliability(two.count(new int[][] {{1, 2}, {2, 1}, {3, 4}, {4, 3}, {5, 5}}));
        // Equal variances.
        double r = reliability.meanCorrelation().orElseThrow();
        assertEquals(2 * r / (1 + r), reliability.alpha().value().orElseThrow(), 1e-14);
        assertEquals(
                Measure.undefined("a single item is left"),
                reliability.items().get(0).alphaIfDeleted());
        assertEquals(Measure.undefined("fewer than three items"), reliability.omega());
    }

    @Test
    void itemWithoutVarianceStaysAnItem() {
        LikertScale four = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b", "c", "d");
        int[][] rows = new int[EXAMPLE.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[] {EXAMPLE[i][0], EXAMPLE[i][1], EXAMPLE[i][2], 3};
        }
        ScaleReliability reliability = four.reliability(four.count(rows));
        // k = 4 in the factor, the same covariances: 4/3 instead of 3/2.
        assertEquals(0.9276807980049875 * 8 / 9, reliability.alpha().value().orElseThrow(), 1e-14);
        assertEquals(
                Measure.undefined("an item without variance"),
                reliability.items().get(3).itemRest());
        assertEquals(
                0.9276807980049875, reliability.items().get(3).alphaIfDeleted().orElseThrow(), 1e-14);
        assertEquals(Measure.undefined("an item without variance"), reliability.standardizedAlpha());
        assertEquals(Measure.undefined("an item without variance"), reliability.omega());
        assertEquals(List.of("d has no variance"), reliability.warnings());
    }

    @Test
    void constantSumHasNoAlpha() {
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        ScaleReliability opposite = two.reliability(two.count(new int[][] {{1, 5}, {2, 4}, {5, 1}}));
        assertEquals(
                Measure.undefined("no variance in the sum of the items"),
                opposite.alpha().value());
        assertEquals(Measure.undefined("no variance in the sum of the items"), opposite.lambda2());
        ScaleReliability constant = SCALE.reliability(SCALE.count(new int[][] {{3, 3, 3}, {3, 3, 3}}));
        assertEquals(
                Measure.undefined("no variance in the sum of the items"),
                constant.alpha().value());
    }

    @Test
    void sumsThatAreConstantButForRoundingHaveNoAlpha() {
        // The first three add up to 150 with everybody; the fourth goes its own way.
        int[][] rows = {{16, 66, 68, 74}, {50, 62, 38, 65}, {41, 18, 91, 43}, {33, 33, 84, 77}, {53, 2, 95, 89}};
        LikertScale four = LikertScale.of(AnswerScale.of(0, 100), "a", "b", "c", "d");
        ItemReliability fourth = four.reliability(four.count(rows)).items().get(3);
        assertEquals(Measure.undefined("no variance in the rest"), fourth.itemRest());
        assertEquals(Measure.undefined("no variance in the rest"), fourth.alphaIfDeleted());
        LikertScale three = LikertScale.of(AnswerScale.of(0, 100), "a", "b", "c");
        int[][] shares = Arrays.stream(rows).map(row -> Arrays.copyOf(row, 3)).toArray(int[][]::new);
        assertEquals(
                Measure.undefined("no variance in the sum of the items"),
                three.reliability(three.count(shares)).alpha().value());
    }

    @Test
    void anItemUnrelatedToTheRestIsNoSuspect() {
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        ScaleReliability reliability = two.reliability(two.count(new int[][] {{1, 1}, {1, 2}, {2, 1}, {2, 2}}));
        assertEquals(Measure.of(0), reliability.items().get(0).itemRest());
        assertEquals(List.of(), reliability.suspects());
    }

    @Test
    void fewerThanTwoCompleteRespondentsHaveNoAlpha() {
        ScaleReliability reliability =
                SCALE.reliability(SCALE.count(new int[][] {{1, 2, 3}, {1, 2, MISSING}, {MISSING, 2, 2}}));
        assertEquals(
                Measure.undefined("fewer than two complete respondents"),
                reliability.alpha().value());
        assertEquals(1, reliability.alpha().n());
        assertEquals(Measure.of(2), reliability.items().get(1).mean());
        assertFalse(SCALE.reliability(SCALE.count(new int[0][])).omega().isDefined());
    }

    @Test
    void rowsAreCompleteOrLeftOutOfAlpha() {
        int[][] rows = Arrays.copyOf(EXAMPLE, EXAMPLE.length + 2);
        rows[6] = new int[] {1, MISSING, 5};
        rows[7] = new int[] {MISSING, MISSING, MISSING};
        LikertScaleCounts counts = SCALE.count(rows);
        assertEquals(8, counts.respondents());
        assertEquals("3 items, 8 respondents, 6 complete", counts.toString());
        assertEquals(
                SCALE.reliability(SCALE.count(EXAMPLE)).alpha(),
                SCALE.reliability(counts).alpha());
        assertEquals(7, counts.items().get(2).base());
        assertEquals(1, counts.items().get(2).excluded().missing());
    }

    @Test
    void scoreIsTheMeanOfAnsweredItems() {
        assertEquals(Measure.of(4), SCALE.score(5, MISSING, 3));
        assertEquals(Measure.undefined("fewer than 2 items answered"), SCALE.score(5, MISSING, MISSING));
        assertEquals(Measure.of(5), SCALE.withMinimumAnswered(1).score(5, MISSING, MISSING));
        assertEquals(Measure.of(3), SCALE.withReversed("b").score(3, 1, 1));
        assertEquals("row must have 3 answers: 2", refusal(() -> SCALE.score(1, 2)));
        assertEquals("row[1] must be in [1, 5]: 9", refusal(() -> SCALE.score(1, 9, 2)));
        assertEquals("minimum answered must be in [1, 3]: 4", refusal(() -> SCALE.withMinimumAnswered(4)));
    }

    @Test
    void meanScoreIsThatOfTheScores() {
        int[][] rows = {{5, MISSING, 3}, {1, 2, 3}, {MISSING, 2, MISSING}, {4, 4, 5}};
        Estimate mean = SCALE.mean(SCALE.count(rows));
        double m = (4 + 2 + 13.0 / 3) / 3;
        double variance = ((4 - m) * (4 - m) + (2 - m) * (2 - m) + (13.0 / 3 - m) * (13.0 / 3 - m)) / 2;
        assertEquals(m, mean.value().orElseThrow(), 1e-15);
        assertEquals(Math.sqrt(variance / 3), mean.standardError().orElseThrow(), 1e-14);
        assertEquals(3, mean.n());
        assertEquals(
                Measure.undefined("no respondent answered enough items"),
                SCALE.mean(SCALE.count(new int[][] {{1, MISSING, MISSING}})).value());
        assertEquals(
                Measure.undefined("a single respondent"),
                SCALE.mean(SCALE.count(new int[][] {{1, 2, 3}})).standardError());
        assertTrue(SCALE.mean(SCALE.count(new int[][] {{1, 2, 3}, {2, 2, 2}}))
                .interval()
                .isEmpty());
    }

    @Test
    void reversedItemsAreTurnedByKeyOnlyAndSuspectsNamed() {
        int[][] rows = new int[EXAMPLE.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[] {EXAMPLE[i][0], 6 - EXAMPLE[i][1], EXAMPLE[i][2]};
        }
        LikertScale keyed = SCALE.withReversed("b");
        assertEquals(
                SCALE.reliability(SCALE.count(EXAMPLE)).alpha(),
                keyed.reliability(keyed.count(rows)).alpha());
        assertEquals(
                ItemKey.REVERSED,
                keyed.reliability(keyed.count(rows)).items().get(1).key());
        ScaleReliability unkeyed = SCALE.reliability(SCALE.count(rows));
        assertTrue(unkeyed.suspects().contains("b"));
        assertTrue(unkeyed.alpha().value().orElseThrow() < 0);
        assertEquals("reversed must be among the items [a, b, c]: d", refusal(() -> SCALE.withReversed("d")));
        assertEquals("item must be among [a, b, c]: d", refusal(() -> SCALE.key("d")));
    }

    @Test
    void momentsFromADatabaseGiveTheSameReliability() {
        long[] sums = new long[3];
        long[][] products = new long[3][3];
        for (int[] row : EXAMPLE) {
            for (int i = 0; i < 3; i++) {
                sums[i] += row[i];
                for (int j = 0; j < 3; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        ItemMoments moments = ItemMoments.of(6, sums, products);
        assertEquals(SCALE.count(EXAMPLE).complete(), moments);
        assertEquals(SCALE.reliability(SCALE.count(EXAMPLE)), SCALE.reliability(moments));
    }

    @Test
    void impossibleMomentsAreRefused() {
        assertEquals(
                "n must be at least 0, sums not empty and products as many: 1, 2 and 1",
                refusal(() -> ItemMoments.of(1, new long[2], new long[1][1])));
        assertEquals(
                "products[0] must have length 1: 2", refusal(() -> ItemMoments.of(1, new long[1], new long[1][2])));
        assertEquals(
                "products must be symmetric: [0][1] is 1 and [1][0] is 2",
                refusal(() -> ItemMoments.of(2, new long[2], new long[][] {{5, 1}, {2, 5}})));
        assertEquals(
                "sums[0] and products[0][0] must be sums over n answers: 4 and 7",
                refusal(() -> ItemMoments.of(2, new long[] {4}, new long[][] {{7}})));
        assertEquals(
                "other must have 1 items: 2",
                refusal(() -> ItemMoments.of(0, new long[1], new long[1][1])
                        .plus(ItemMoments.of(0, new long[2], new long[2][2]))));
    }

    @Test
    void largeMomentsStayExact() {
        // n sum(xy) of 10^12 respondents exceeds a long by far; all answered 5, so that the variance is 0.
        long n = 1_000_000_000_000L;
        ItemMoments moments = ItemMoments.of(n, new long[] {5 * n}, new long[][] {{25 * n}});
        assertEquals(0.0, moments.covariance(0, 0));
    }

    @Test
    void scalesThatDoNotMatchAreRefused() {
        assertEquals(
                "items must be at least two, all different: [a, a]",
                refusal(() -> LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "a")));
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        assertEquals("counts must be of 2 items: 3", refusal(() -> two.reliability(SCALE.count(EXAMPLE))));
        assertEquals(
                "other must count the items of [a, b], reversed [], 1 to 5, at least 1 answered: "
                        + "[a, b], reversed [b], 1 to 5, at least 1 answered",
                refusal(() -> two.accumulator().combine(two.withReversed("b").accumulator())));
        assertEquals("rows[1][0] must be in [1, 5]: 0", refusal(() -> two.count(new int[][] {{1, 1}, {0, 1}})));
    }

    @Test
    void droppedAnswersCountAsInvalid() {
        LikertScale dropping = LikertScale.of(AnswerScale.ONE_TO_FIVE.with(InvalidAnswers.DROP), "a", "b");
        LikertScaleCounts counts = dropping.count(new int[][] {{1, 9}, {2, 2}});
        assertEquals(new Excluded(0, 1, 0), counts.items().get(1).excluded());
        assertEquals(1, counts.complete().n());
    }

    private static void assertItem(double total, double rest, double deleted, ItemReliability item) {
        assertEquals(total, item.itemTotal().orElseThrow(), 1e-14);
        assertEquals(rest, item.itemRest().orElseThrow(), 1e-14);
        assertEquals(deleted, item.alphaIfDeleted().orElseThrow(), 1e-14);
    }

    @Test
    void momentsAreEqualByNumberSumsAndProducts() {
        long[][] products = {{10, 4}, {4, 12}};
        ItemMoments moments = ItemMoments.of(5, new long[] {2, 3}, products);
        assertEquals(ItemMoments.of(5, new long[] {2, 3}, products), moments);
        assertEquals(ItemMoments.of(5, new long[] {2, 3}, products).hashCode(), moments.hashCode());
        assertNotEquals(ItemMoments.of(6, new long[] {2, 3}, products), moments);
        assertNotEquals(ItemMoments.of(6, new long[] {2, 3}, products).hashCode(), moments.hashCode());
        assertNotEquals(ItemMoments.of(5, new long[] {2, 4}, products).hashCode(), moments.hashCode());
        assertNotEquals(ItemMoments.of(5, new long[] {2, 3}, new long[][] {{10, 3}, {3, 12}}), moments);
        assertNotEquals(ItemMoments.of(5, new long[] {2, 3}, new long[][] {{10, 4}, {4, 13}}), moments);
        assertEquals(3, moments.sum(1));
        assertEquals("n = 5, sums [2, 3]", moments.toString());
        // (5 · 4 − 2 · 3) / (5 · 4)
        assertEquals(0.7, moments.covariance(0, 1), 1e-15);
    }

    @Test
    void meansOfTwoScoresHaveStudentsInterval() {
        // Scores 2 and 4, one of two answered items and one of three.
        LikertScale two = SCALE.withMinimumAnswered(2);
        Estimate mean = two.mean(two.count(new int[][] {{1, 3, MISSING}, {4, 3, 5}}));
        assertEquals(Measure.of(3), mean.value());
        assertEquals(1, mean.standardError().orElseThrow(), 1e-15);
        assertEquals(2, mean.n());
        LikertScale half = two.withConfidence(0.5);
        // The quartile of t with one degree of freedom is 1.
        assertEstimate(3, 2, 4, 1e-12, half.mean(half.count(new int[][] {{1, 3, MISSING}, {4, 3, 5}})));
        assertEquals(
                Measure.undefined("a single respondent"),
                two.mean(two.count(new int[][] {{1, 3, MISSING}})).standardError());
        assertEquals("confidence must be in (0, 1): 0.0", refusal(() -> SCALE.withConfidence(0)));
    }

    @Test
    void groupsAreComparedByWelch() {
        LikertScaleCounts first = SCALE.count(EXAMPLE);
        LikertScaleCounts second = SCALE.count(new int[][] {{1, 1, 2}, {2, 2, 2}, {5, 1, 1}});
        Comparison found = SCALE.difference(first, second);
        double[] scores1 = {13 / 3.0, 8 / 3.0, 14 / 3.0, 8 / 3.0, 5 / 3.0, 13 / 3.0};
        double[] scores2 = {4 / 3.0, 2, 7 / 3.0};
        MeanDifference expected = MeanComparison.withDefaults().compare(scores1, scores2);
        assertEquals(
                expected.difference().value().orElseThrow(),
                found.difference().value().orElseThrow(),
                1e-14);
        assertEquals(expected.test().pValue().orElseThrow(), found.pValue().orElseThrow(), 1e-13);
        assertEquals("Welch t", found.test());
    }

    @Test
    void everyItemMayBeRequiredOrReversed() {
        assertEquals(
                "[a, b, c], reversed [], 1 to 5, at least 3 answered",
                SCALE.withMinimumAnswered(3).toString());
        assertEquals("minimum answered must be in [1, 3]: 0", refusal(() -> SCALE.withMinimumAnswered(0)));
        assertEquals("minimum answered must be in [1, 3]: 4", refusal(() -> SCALE.withMinimumAnswered(4)));
        assertEquals(
                "[a, b, c], reversed [a], 1 to 5, at least 1 answered",
                SCALE.withReversed("a").withMinimumAnswered(1).toString());
    }

    @Test
    void countsOfOtherItemsAreRefusedEverywhere() {
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        LikertScaleCounts counts = two.count(new int[][] {{1, 2}, {2, 2}});
        assertEquals("counts must be of 3 items: 2", refusal(() -> SCALE.reliability(counts)));
        assertEquals("counts must be of 3 items: 2", refusal(() -> SCALE.reliability(counts.complete())));
        assertEquals("counts must be of 3 items: 2", refusal(() -> SCALE.mean(counts)));
    }

    @Test
    void reliabilityReadsAsOneLine() {
        ScaleReliability reliability = SCALE.reliability(SCALE.count(EXAMPLE));
        assertEquals(
                "alpha " + reliability.alpha() + "; lambda-2 " + reliability.lambda2() + "; omega "
                        + reliability.omega(),
                reliability.toString());
        ItemReliability item = reliability.items().get(0);
        assertEquals(
                "a: item-rest " + item.itemRest() + ", alpha if deleted " + item.alphaIfDeleted(), item.toString());
        LikertScale two = LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b");
        ScaleReliability constant = two.reliability(two.count(new int[][] {{3, 1}, {3, 2}, {3, 5}}));
        assertTrue(constant.toString().endsWith("; [a has no variance]"), constant::toString);
        LikertScaleAccumulator accumulator = SCALE.accumulator();
        accumulator.accept(new int[] {1, 2, MISSING});
        assertEquals("3 items, 1 respondents, 0 complete", accumulator.toString());
    }
}
