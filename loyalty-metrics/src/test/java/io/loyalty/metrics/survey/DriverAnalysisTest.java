package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.assertEstimate;
import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference values by SciPy 1.17.1 (spearmanr, pearsonr, norm) and NumPy 2.4.6 (lstsq for every subset, Shapley's rule over all orders
 * by itertools.permutations).
 */
class DriverAnalysisTest {

    private static final int MISSING = AnswerScale.MISSING;
    private static final DriverAnalysis ANALYSIS =
            DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, "price", "service", "range");
    private static final int[] SCORES = {10, 9, 7, 8, 3, 6, 9, 10, 0, 7, 5, 8};
    private static final int[][] RATINGS = {
        {4, 5, 3}, {3, 5, 4}, {4, 3, 3}, {5, 4, 2}, {2, 2, 3}, {3, 3, 5}, {4, 4, 4}, {5, 5, 2}, {1, 2, 4}, {4, 3, 1},
        {2, 3, 2}, {5, 4, 5}
    };

    @Test
    void importanceIsACorrelationAndPerformanceATopBox() {
        DriverReport report = ANALYSIS.report(count(ANALYSIS));
        Driver service = report.drivers().get(1);
        assertEstimate(0.962107814296498, 0.8285019241966856, 0.9920787040012343, 1e-12, service.importance());
        assertEquals(Measure.of(0.5), service.performance().value());
        assertEquals(
                0.7157488579336381, report.drivers().get(0).importance().value().orElseThrow(), 1e-14);
        assertEquals(
                -0.0666754339180982,
                report.drivers().get(2).importance().value().orElseThrow(),
                1e-14);
        assertEquals(0.5370604127706794, report.importanceCut().orElseThrow(), 1e-14);
        assertEquals(Optional.of(DriverQuadrant.KEEP_UP), service.quadrant());
        assertEquals(
                Optional.of(DriverQuadrant.LOW_PRIORITY),
                report.drivers().get(2).quadrant());
    }

    @Test
    void pearsonIsAnOption() {
        DriverReport report = ANALYSIS.with(Correlation.PEARSON).report(count(ANALYSIS));
        assertEstimate(
                0.9056442826314295,
                0.6907718100146597,
                0.973545122819175,
                1e-12,
                report.drivers().get(1).importance());
    }

    @Test
    void explainedVarianceIsSharedOut() {
        DriverReport report = ANALYSIS.report(count(ANALYSIS));
        assertEquals(0.9166198390993152, report.rSquared().orElseThrow(), 1e-12);
        assertEquals(0.3916770423905116, report.drivers().get(0).explained().orElseThrow(), 1e-12);
        assertEquals(0.5183977819763529, report.drivers().get(1).explained().orElseThrow(), 1e-12);
        assertEquals(0.006545014732450616, report.drivers().get(2).explained().orElseThrow(), 1e-12);
        assertEquals(12, report.complete());
    }

    @Test
    void cutsAndTopBoxCanBeGiven() {
        DriverReport report = ANALYSIS.withCuts(0, 0.9).withTop(1).report(count(ANALYSIS));
        assertEquals(
                Optional.of(DriverQuadrant.CONCENTRATE), report.drivers().get(1).quadrant());
        assertEquals(Measure.of(0.25), report.drivers().get(1).performance().value());
        assertEquals(
                Optional.of(DriverQuadrant.POSSIBLE_OVERKILL),
                ANALYSIS.withCuts(1, 0).report(count(ANALYSIS)).drivers().get(0).quadrant());
        assertEquals(
                "importance must be in [-1, 1] and performance in [0, 1]: NaN and 0.5",
                refusal(() -> ANALYSIS.withCuts(Double.NaN, 0.5)));
        assertEquals("levels must be in [1, 2] on the scale 1 to 5: 3", refusal(() -> ANALYSIS.withTop(3)));
    }

    @Test
    void correlationsUsePairsAndRSquaredCompleteRows() {
        DriverAccumulator accumulator = ANALYSIS.accumulator();
        accumulator.accept(9, new int[] {5, MISSING, 3});
        accumulator.accept(MISSING, new int[] {4, 2, 3});
        accumulator.accept(2, new int[] {1, 2, 4}, 3);
        DriverCounts counts = accumulator.snapshot();
        DriverReport report = ANALYSIS.report(counts);
        assertEquals(4, report.drivers().get(0).importance().n());
        assertEquals(5, report.drivers().get(0).performance().n());
        assertEquals(3, report.complete());
        assertEquals(Measure.undefined("too few complete respondents"), report.rSquared());
        assertEquals(
                Measure.undefined("no variance"),
                report.drivers().get(1).importance().value());
        assertTrue(report.drivers().get(1).quadrant().isEmpty());
        assertEquals("3 attributes, 3 complete", counts.toString());
        assertEquals(1, counts.pairs().get(0).at(9, 4));
    }

    @Test
    void perfectCorrelationHasNoInterval() {
        DriverAnalysis one = DriverAnalysis.of(AnswerScale.ONE_TO_FIVE, AnswerScale.ONE_TO_FIVE, "a");
        DriverAccumulator accumulator = one.accumulator();
        for (int i = 1; i <= 5; i++) {
            accumulator.accept(i, new int[] {i});
        }
        DriverReport report = one.report(accumulator.snapshot());
        assertEquals(Measure.of(1), report.drivers().get(0).importance().value());
        assertTrue(report.drivers().get(0).importance().interval().isEmpty());
        assertEquals(1.0, report.rSquared().orElseThrow(), 1e-14);
        assertEquals(
                Measure.undefined("fewer than two respondents"),
                one.report(one.accumulator().snapshot())
                        .drivers()
                        .get(0)
                        .importance()
                        .value());
    }

    @Test
    void duplicateAttributesShareWithoutAdding() {
        DriverAnalysis twice = DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, "a", "b");
        DriverAccumulator accumulator = twice.accumulator();
        for (int i = 0; i < SCORES.length; i++) {
            accumulator.accept(SCORES[i], new int[] {RATINGS[i][1], RATINGS[i][1]});
        }
        DriverReport report = twice.report(accumulator.snapshot());
        assertEquals(0.9056442826314295 * 0.9056442826314295, report.rSquared().orElseThrow(), 1e-12);
        assertEquals(
                report.drivers().get(0).explained().orElseThrow(),
                report.drivers().get(1).explained().orElseThrow(),
                1e-12);
    }

    @Test
    void tooManyAttributesHaveNoRSquared() {
        String[] names = IntStream.range(0, 13).mapToObj(i -> "a" + i).toArray(String[]::new);
        DriverAnalysis many = DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, names);
        assertEquals(
                Measure.undefined("more than 12 attributes"),
                many.report(many.accumulator().snapshot()).rSquared());
        String[] fewer = Arrays.copyOf(names, 12);
        DriverAnalysis most = DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, fewer);
        assertEquals(
                Measure.undefined("too few complete respondents"),
                most.report(most.accumulator().snapshot()).rSquared());
    }

    @Test
    void partsMergeToTheWhole() {
        DriverCounts whole = count(ANALYSIS);
        List<Integer> places = IntStream.range(0, SCORES.length).boxed().toList();
        assertEquals(whole, places.parallelStream().collect(ANALYSIS.collector(i -> SCORES[i], i -> RATINGS[i])));
        DriverCounts early = places.subList(0, 5).stream().collect(ANALYSIS.collector(i -> SCORES[i], i -> RATINGS[i]));
        DriverCounts late = places.subList(5, 12).stream().collect(ANALYSIS.collector(i -> SCORES[i], i -> RATINGS[i]));
        assertEquals(whole, late.plus(early));
    }

    @Test
    void aTableOfADatabaseIsATableOfAnswers() {
        DriverCounts counted = count(ANALYSIS);
        DriverCounts.CrossTable table = counted.pairs().get(0);
        long[][] cells = new long[table.rows()][table.columns()];
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                cells[row][column] = table.at(row, column);
            }
        }

        assertEquals(11, table.rows());
        assertEquals(5, table.columns());
        assertEquals(table, DriverCounts.CrossTable.of(cells));
        assertEquals("cells must not be empty", refusal(() -> DriverCounts.CrossTable.of(new long[0][])));
        assertEquals("cells must not be empty", refusal(() -> DriverCounts.CrossTable.of(new long[1][0])));
        assertEquals(
                "cells[1] must have length 2: 1",
                refusal(() -> DriverCounts.CrossTable.of(new long[][] {{1, 2}, {3}})));
        assertEquals(
                "cells[1][0] must be at least 0: -3",
                refusal(() -> DriverCounts.CrossTable.of(new long[][] {{1, 2}, {-3, 4}})));
    }

    @Test
    void countsThatDoNotMatchAreRefused() {
        DriverAnalysis other = DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, "price");
        assertEquals("counts must be of 1 attributes: 3", refusal(() -> other.report(count(ANALYSIS))));
        assertTrue(refusal(() -> other.accumulator().combine(ANALYSIS.accumulator()))
                .startsWith("other must count for"));
        assertEquals(
                "attributes must be at least one, all different: []",
                refusal(() -> DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE)));
        assertEquals(
                "number must be at least 0 and answers have length 3: -1 and 3",
                refusal(() -> ANALYSIS.accumulator().accept(1, new int[3], -1)));
        assertEquals(
                "score must be in [0, 10]: 11",
                refusal(() -> ANALYSIS.accumulator().accept(11, new int[] {1, 1, 1})));
    }

    private static DriverCounts count(DriverAnalysis analysis) {
        DriverAccumulator accumulator = analysis.accumulator();
        for (int i = 0; i < SCORES.length; i++) {
            accumulator.accept(SCORES[i], RATINGS[i]);
        }
        return accumulator.snapshot();
    }

    @Test
    void cutsAtTheirLimitsAreTaken() {
        DriverCounts counts = count(ANALYSIS);
        double importance =
                ANALYSIS.report(counts).drivers().get(1).importance().value().orElseThrow();
        // A driver at both cuts is important and well done.
        assertEquals(
                Optional.of(DriverQuadrant.KEEP_UP),
                ANALYSIS.withCuts(importance, 0.5)
                        .report(counts)
                        .drivers()
                        .get(1)
                        .quadrant());
        assertEquals(
                Optional.of(DriverQuadrant.CONCENTRATE),
                ANALYSIS.withCuts(-1, 1).report(counts).drivers().get(1).quadrant());
        assertEquals(
                Optional.of(DriverQuadrant.POSSIBLE_OVERKILL),
                ANALYSIS.withCuts(1, 0).report(counts).drivers().get(1).quadrant());
        for (double[] cuts : new double[][] {{-1.1, 0}, {1.1, 0}, {0, -0.1}, {0, 1.1}}) {
            assertEquals(
                    "importance must be in [-1, 1] and performance in [0, 1]: " + cuts[0] + " and " + cuts[1],
                    refusal(() -> ANALYSIS.withCuts(cuts[0], cuts[1])));
        }
    }

    @Test
    void confidenceIsThatOfTheIntervals() {
        DriverReport report = ANALYSIS.withConfidence(0.8).report(count(ANALYSIS));
        assertEquals(
                0.8,
                report.drivers().get(1).importance().interval().orElseThrow().confidence());
        assertEquals("confidence must be in (0, 1): 1.0", refusal(() -> ANALYSIS.withConfidence(1)));
    }

    @Test
    void shortScalesHaveATopBoxOfOne() {
        assertEquals(
                "[a] rated 1 to 3 against scores 0 to 10, SPEARMAN, top 1",
                DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.of(1, 3), "a")
                        .toString());
        assertEquals(
                "[price, service, range] rated 1 to 5 against scores 0 to 10, SPEARMAN, top 2", ANALYSIS.toString());
    }

    @Test
    void threeRespondentsHaveACorrelationWithoutAnError() {
        DriverAnalysis one = DriverAnalysis.of(AnswerScale.ONE_TO_FIVE, AnswerScale.ONE_TO_FIVE, "a");
        DriverAccumulator accumulator = one.accumulator();
        accumulator.accept(1, new int[] {2});
        accumulator.accept(3, new int[] {1});
        Estimate two = one.report(accumulator.snapshot()).drivers().get(0).importance();
        assertEquals(Measure.of(-1), two.value());
        assertEquals(Measure.undefined("fewer than four respondents"), two.standardError());
        assertEquals(
                Measure.undefined("too few complete respondents"),
                one.report(accumulator.snapshot()).rSquared());
        accumulator.accept(4, new int[] {4});
        DriverReport three = one.report(accumulator.snapshot());
        assertEquals(Measure.of(0.5), three.drivers().get(0).importance().value());
        assertEquals(
                Measure.undefined("fewer than four respondents"),
                three.drivers().get(0).importance().standardError());
        assertTrue(three.rSquared().isDefined());
        accumulator.accept(5, new int[] {5});
        Estimate four = one.report(accumulator.snapshot()).drivers().get(0).importance();
        double r = four.value().orElseThrow();
        assertEquals(0.8, r, 1e-15);
        double error = Math.sqrt(1 + r * r / 2);
        assertEquals(error * (1 - r * r), four.standardError().orElseThrow(), 1e-14);
    }

    @Test
    void scoresOrRatingsWithoutVarianceExplainNothing() {
        DriverAnalysis one = DriverAnalysis.of(AnswerScale.ONE_TO_FIVE, AnswerScale.ONE_TO_FIVE, "a");
        DriverAccumulator accumulator = one.accumulator();
        for (int rating = 1; rating <= 4; rating++) {
            accumulator.accept(3, new int[] {rating});
        }
        DriverReport report = one.report(accumulator.snapshot());
        assertEquals(Measure.undefined("no variance in the score or an attribute"), report.rSquared());
        assertEquals(report.rSquared(), report.drivers().get(0).explained());
    }

    @Test
    void reportsAndTablesReadAsOneLine() {
        DriverReport report = ANALYSIS.report(count(ANALYSIS));
        Driver service = report.drivers().get(1);
        assertEquals("R2 " + report.rSquared() + ", n = 12: " + report.drivers(), report.toString());
        assertEquals(
                "service: importance " + service.importance() + ", performance " + service.performance() + ", KEEP_UP",
                service.toString());
        DriverAnalysis one = DriverAnalysis.of(AnswerScale.of(0, 1), AnswerScale.of(0, 1), "a");
        DriverAccumulator accumulator = one.accumulator();
        accumulator.accept(1, new int[] {0}, 3);
        assertEquals("1 attributes, 3 complete", accumulator.toString());
        DriverCounts.CrossTable table = accumulator.snapshot().pairs().get(0);
        assertEquals("2 x 2 [0, 0, 3, 0]", table.toString());
        accumulator.accept(1, new int[] {0}, 0);
        assertEquals(table, accumulator.snapshot().pairs().get(0));
        accumulator.accept(0, new int[] {0});
        assertNotEquals(table, accumulator.snapshot().pairs().get(0));
        assertNotEquals(table.hashCode(), accumulator.snapshot().pairs().get(0).hashCode());
    }
}
