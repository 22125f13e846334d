package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import io.loyalty.metrics.numeric.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final LogisticRegression DEFAULTS = LogisticRegression.withDefaults();

    private static double[][] column(double... values) {
        double[][] rows = new double[values.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {values[i]};
        }
        return rows;
    }

    private static boolean[] flags(int... values) {
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values[i] == 1;
        }
        return flags;
    }

    @Test
    void twoByTwoTableHasItsLogOddsRatio() {
        // 10 of 40 against 30 of 60.
        LogisticModel model =
                DEFAULTS.fitCounts(List.of("contacted"), column(0, 1), new long[] {10, 30}, new long[] {30, 30});
        assertEquals(FitStatus.CONVERGED, model.status());
        assertTrue(model.converged());
        assertEstimate(Math.log(1 / 3.0), Math.sqrt(1 / 10.0 + 1 / 30.0), 1e-12, model.intercept());
        Coefficient coefficient = model.coefficients().get(0);
        assertEquals("contacted", coefficient.name());
        assertEstimate(
                Math.log(3), Math.sqrt(1 / 10.0 + 1 / 30.0 + 1 / 30.0 + 1 / 30.0), 1e-12, coefficient.estimate());
        assertMeasure(3, 1e-11, coefficient.oddsRatio());
        assertMeasure(.5, 1e-13, model.probability(1));
        assertMeasure(.25, 1e-13, model.probability(0));
        assertMeasure(Math.log(1 / 3.0), 1e-12, model.logOdds(0));
        double likelihood = 10 * Math.log(.25) + 30 * Math.log(.75) + 60 * Math.log(.5);
        double none = 40 * Math.log(.4) + 60 * Math.log(.6);
        assertMeasure(likelihood, 1e-12, model.logLikelihood());
        assertMeasure(1 - likelihood / none, 1e-13, model.pseudoR2());
        assertEquals(100, model.customers());
        assertEquals(40, model.events());
    }

    @Test
    void modelAgreesWithAnotherTool() {
        List<Map<String, String>> rows = ReferenceRows.of(LogisticRegressionTest.class, "logistic_data.csv");
        double[][] features = new double[rows.size()][];
        boolean[] events = new boolean[rows.size()];
        for (int i = 0; i < features.length; i++) {
            Map<String, String> row = rows.get(i);
            features[i] = new double[] {
                Double.parseDouble(row.get("recency")),
                Double.parseDouble(row.get("orders")),
                Double.parseDouble(row.get("scale"))
            };
            events[i] = row.get("left").equals("1");
        }
        List<String> names = List.of("recency", "orders", "scale");
        for (Map<String, String> expected : ReferenceRows.of(LogisticRegressionTest.class, "logistic_expected.csv")) {
            double ridge = Double.parseDouble(expected.get("ridge"));
            LogisticModel model = DEFAULTS.withRidge(ridge).fit(names, features, events);
            int index = names.indexOf(expected.get("term"));
            var estimate = index < 0
                    ? model.intercept()
                    : model.coefficients().get(index).estimate();
            double value = Double.parseDouble(expected.get("coefficient"));
            assertEquals(value, estimate.value().orElseThrow(), 1e-11 * Math.abs(value), expected.toString());
            if (!expected.get("error").isEmpty()) {
                double error = Double.parseDouble(expected.get("error"));
                assertEquals(error, estimate.standardError().orElseThrow(), 1e-11 * error, expected.toString());
            }
        }
    }

    @Test
    void groupsAndSingleCustomersGiveTheSame() {
        List<double[]> rows = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        long[] with = {3, 5, 9};
        long[] without = {8, 6, 2};
        for (int group = 0; group < 3; group++) {
            for (int i = 0; i < with[group] + without[group]; i++) {
                rows.add(new double[] {group * 1.5, group * group});
                events.add(i < with[group] ? 1 : 0);
            }
        }
        List<String> names = List.of("a", "b");
        LogisticModel single = DEFAULTS.fit(
                names,
                rows.toArray(new double[0][]),
                flags(events.stream().mapToInt(i -> i).toArray()));
        LogisticModel grouped = DEFAULTS.fitCounts(names, new double[][] {{0, 0}, {1.5, 1}, {3, 4}}, with, without);
        assertMeasure(
                grouped.intercept().value().orElseThrow(),
                1e-10,
                single.intercept().value());
        for (int j = 0; j < 2; j++) {
            assertEstimate(
                    grouped.coefficients().get(j).estimate().value().orElseThrow(),
                    grouped.coefficients().get(j).estimate().standardError().orElseThrow(),
                    1e-9,
                    single.coefficients().get(j).estimate());
        }
        // A saturated model reproduces the shares.
        assertMeasure(3 / 11.0, 1e-12, grouped.probability(0, 0));
        assertMeasure(9 / 11.0, 1e-12, grouped.probability(3, 4));
    }

    @Test
    void unitsDoNotMatter() {
        double[][] near = column(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 5, 1e9 + 6);
        LogisticModel shifted = DEFAULTS.fit(List.of("x"), near, flags(0, 1, 0, 1, 0, 1));
        LogisticModel plain = DEFAULTS.fit(List.of("x"), column(1, 2, 3, 4, 5, 6), flags(0, 1, 0, 1, 0, 1));
        assertMeasure(
                plain.coefficients().get(0).estimate().value().orElseThrow(),
                1e-9,
                shifted.coefficients().get(0).estimate().value());
        LogisticModel kilos = DEFAULTS.withRidge(2)
                .fit(List.of("x"), column(.001, .002, .003, .004, .005, .006), flags(0, 1, 0, 1, 0, 1));
        LogisticModel grams =
                DEFAULTS.withRidge(2).fit(List.of("x"), column(1, 2, 3, 4, 5, 6), flags(0, 1, 0, 1, 0, 1));
        assertMeasure(grams.probability(4).orElseThrow(), 1e-12, kilos.probability(.004));
    }

    @Test
    void completeSeparationIsReported() {
        LogisticModel model = DEFAULTS.fit(List.of("x"), column(1, 2, 3, 4), flags(0, 0, 1, 1));
        assertEquals(FitStatus.SEPARATED, model.status());
        assertEquals(Separation.COMPLETE, model.separation());
        assertUndefined(
                "the features tell the outcomes apart", model.intercept().value());
        assertUndefined("the features tell the outcomes apart", model.probability(2));
        assertUndefined("the features tell the outcomes apart", model.logLikelihood());
        assertUndefined("the features tell the outcomes apart", model.pseudoR2());
        assertUndefined(
                "the features tell the outcomes apart",
                model.coefficients().get(0).oddsRatio());
        assertUndefined(
                "the features tell the outcomes apart",
                model.coefficients().get(0).pValue());
        assertEquals(
                "model must have a solution: the features tell the outcomes apart",
                assertThrows(IllegalStateException.class, () -> model.probabilities(column(1)))
                        .getMessage());
    }

    @Test
    void quasiCompleteSeparationIsReported() {
        // At 3 both happen; below never, above always.
        LogisticModel model = DEFAULTS.fit(List.of("x"), column(1, 2, 3, 3, 4), flags(0, 0, 0, 1, 1));
        assertEquals(FitStatus.SEPARATED, model.status());
        assertEquals(Separation.QUASI_COMPLETE, model.separation());
        // A feature that only events have, beside one that overlaps.
        LogisticModel dummy = DEFAULTS.fit(
                List.of("x", "flag"),
                new double[][] {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}, {2, 1}},
                flags(0, 1, 0, 1, 1, 1));
        assertEquals(FitStatus.SEPARATED, dummy.status());
        assertEquals(Separation.QUASI_COMPLETE, dummy.separation());
    }

    @Test
    void ridgeGivesFiniteCoefficientsWithoutErrors() {
        LogisticModel model = DEFAULTS.withRidge(0.1).fit(List.of("x"), column(1, 2, 3, 4), flags(0, 0, 1, 1));
        assertTrue(model.converged());
        assertEquals(Separation.COMPLETE, model.separation());
        assertTrue(model.coefficients().get(0).estimate().value().orElseThrow() > 0);
        assertUndefined(
                "a ridge draws the coefficients towards 0", model.intercept().standardError());
        assertUndefined(
                "a ridge draws the coefficients towards 0",
                model.coefficients().get(0).pValue());
        LogisticModel overlap = DEFAULTS.withRidge(0.1).fit(List.of("x"), column(1, 2, 3, 4), flags(0, 1, 0, 1));
        assertEquals(Separation.NONE, overlap.separation());
    }

    @Test
    void ridgeSolutionHasNoGradient() {
        double[] x = {1, 2, 3, 4, 7};
        boolean[] events = flags(0, 1, 0, 1, 1);
        double ridge = 0.7;
        LogisticModel model = DEFAULTS.withRidge(ridge).fit(List.of("x"), column(x), events);
        double beta = model.coefficients().get(0).estimate().value().orElseThrow();
        double mean = 3.4;
        double variance = 0;
        for (double v : x) {
            variance += (v - mean) * (v - mean) / 5;
        }
        double ofIntercept = 0;
        double ofSlope = -ridge * beta * variance;
        for (int i = 0; i < 5; i++) {
            double residual = (events[i] ? 1 : 0) - model.probability(x[i]).orElseThrow();
            ofIntercept += residual;
            ofSlope += residual * x[i];
        }
        assertEquals(0, ofIntercept, 1e-12);
        assertEquals(0, ofSlope, 1e-11);
    }

    @Test
    void dependentAndConstantFeaturesAreReported() {
        boolean[] events = flags(0, 1, 0, 1, 1);
        LogisticModel constant = DEFAULTS.fit(List.of("x"), column(.1, .1, .1, .1, .1), events);
        assertEquals(FitStatus.DEPENDENT_FEATURES, constant.status());
        double[][] twice = {{1, 2}, {2, 4}, {3, 6}, {4, 8}, {0, 0}};
        assertEquals(
                FitStatus.DEPENDENT_FEATURES,
                DEFAULTS.fit(List.of("x", "2x"), twice, events).status());
        LogisticModel ridge = DEFAULTS.withRidge(1).fit(List.of("x"), column(.1, .1, .1, .1, .1), events);
        assertMeasure(0, 0, ridge.coefficients().get(0).estimate().value());
        assertMeasure(.6, 1e-15, ridge.probability(5));
    }

    @Test
    void oneOutcomeOrNobodyCannotBeFitted() {
        LogisticModel alike = DEFAULTS.fit(List.of("x"), column(1, 2), flags(1, 1));
        assertEquals(FitStatus.ONE_OUTCOME, alike.status());
        assertUndefined("all outcomes are alike", alike.probability(1));
        LogisticModel nobody = DEFAULTS.fit(List.of("x"), new double[0][], new boolean[0]);
        assertEquals(FitStatus.ONE_OUTCOME, nobody.status());
        assertFalse(nobody.converged());
    }

    @Test
    void withoutFeaturesTheModelIsTheShare() {
        LogisticModel model = DEFAULTS.fit(List.of(), new double[][] {{}, {}, {}, {}}, flags(1, 0, 0, 0));
        assertMeasure(.25, 1e-15, model.probability());
        assertMeasure(0, 1e-15, model.pseudoR2());
    }

    @Test
    void iterationLimitIsReported() {
        LogisticModel model =
                DEFAULTS.withMostIterations(1).fit(List.of("x"), column(1, 2, 3, 4, 9), flags(0, 1, 0, 1, 1));
        assertEquals(FitStatus.ITERATION_LIMIT, model.status());
        assertUndefined("no convergence", model.intercept().value());
        assertEquals(1, model.iterations());
    }

    @Test
    void manyProbabilitiesAreThoseOfEach() {
        LogisticModel model = DEFAULTS.fit(List.of("x"), column(1, 2, 3, 4, 9), flags(0, 1, 0, 1, 0));
        double[] column = Copies.serialized(model).probabilities(column(-1e6, 2, 1e6));
        assertEquals(model.probability(2).orElseThrow(), column[1]);
        assertTrue(column[0] >= 0 && column[0] <= 1 && column[2] >= 0 && column[2] <= 1);
    }

    @Test
    void badInputIsRefused() {
        assertEquals(
                "features must be different: [x, x]",
                refusal(() -> DEFAULTS.fit(List.of("x", "x"), new double[0][], new boolean[0])));
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            many.add("f" + i);
        }
        assertEquals(
                "features must be at most 50: 51", refusal(() -> DEFAULTS.fit(many, new double[0][], new boolean[0])));
        assertEquals(
                "rows[1] must have 1 numbers: 2",
                refusal(() -> DEFAULTS.fit(List.of("x"), new double[][] {{1}, {1, 2}}, new boolean[2])));
        assertEquals(
                "rows[0][0] must be finite: NaN",
                refusal(() -> DEFAULTS.fit(List.of("x"), column(Double.NaN), new boolean[1])));
        assertEquals(
                "rows and events must be equally long: 1 and 2",
                refusal(() -> DEFAULTS.fit(List.of("x"), column(1), new boolean[2])));
        assertEquals(
                "events and others must be at least 0: -1 and 0 in row 0",
                refusal(() -> DEFAULTS.fitCounts(List.of("x"), column(1), new long[] {-1}, new long[1])));
        assertEquals("penalty must be finite and at least 0: -1.0", refusal(() -> DEFAULTS.withRidge(-1)));
        assertEquals("iterations must be at least 1: 0", refusal(() -> DEFAULTS.withMostIterations(0)));
        LogisticModel model = DEFAULTS.fit(List.of("x"), column(1, 2, 3, 4, 9), flags(0, 1, 0, 1, 0));
        assertEquals("features must have 1 numbers: 2", refusal(() -> model.probability(1, 2)));
    }

    @Test
    void printsOneLine() {
        assertEquals("logistic regression, ridge 2.0", DEFAULTS.withRidge(2).toString());
        assertEquals("logistic regression", DEFAULTS.toString());
        assertEquals(
                "logistic model of 1 feature on 2 customers, 2 events: ONE_OUTCOME after 0 iterations",
                DEFAULTS.fit(List.of("x"), column(1, 2), flags(1, 1)).toString());
    }

    @Test
    void aCoefficientHasWaldsIntervalAndPValue() {
        LogisticModel model =
                DEFAULTS.fitCounts(List.of("contacted"), column(0, 1), new long[] {10, 30}, new long[] {30, 30});
        Coefficient contacted = model.coefficients().get(0);
        double error = Math.sqrt(1 / 10.0 + 3 / 30.0);
        assertMeasure(2 * Normal.sf(Math.log(3) / error), 1e-12, contacted.pValue());
        double reach = 1.959963984540054 * error;
        assertInterval(Math.log(3) - reach, Math.log(3) + reach, 1e-11, contacted.estimate());
        assertEquals("contacted: " + contacted.estimate(), contacted.toString());
    }

    @Test
    void asManyIterationsAsNeededAreEnough() {
        double[][] rows = column(1, 2, 3, 4, 9);
        boolean[] events = flags(0, 1, 0, 1, 0);
        int needed = DEFAULTS.fit(List.of("x"), rows, events).iterations();
        assertTrue(DEFAULTS.withMostIterations(needed)
                .fit(List.of("x"), rows, events)
                .converged());
        assertEquals(
                FitStatus.ITERATION_LIMIT,
                DEFAULTS.withMostIterations(needed - 1)
                        .fit(List.of("x"), rows, events)
                        .status());
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        assertEquals(
                "rows and events must be equally long: 1 and 2",
                refusal(() -> DEFAULTS.fitCounts(List.of("x"), column(1), new long[2], new long[1])));
        assertEquals(
                "rows and others must be equally long: 1 and 2",
                refusal(() -> DEFAULTS.fitCounts(List.of("x"), column(1), new long[1], new long[2])));
        LogisticModel model = DEFAULTS.fit(List.of("x"), column(1, 2, 3, 4, 9), flags(0, 1, 0, 1, 0));
        assertEquals(
                "rows[1] must have 1 numbers: 2", refusal(() -> model.probabilities(new double[][] {{1}, {1, 2}})));
        assertEquals("penalty must be finite and at least 0: Infinity", refusal(() -> DEFAULTS.withRidge(1.0 / 0)));
    }

    @Test
    void fiftyFeaturesAreAllowed() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "f" + i).toList();
        assertEquals(
                50,
                DEFAULTS.fit(names, new double[0][], new boolean[0])
                        .coefficients()
                        .size());
    }

    @Test
    void stepsThatOvershootAreHalved() {
        // 1 of 2 against 100 of 1,100: from the common share of 101 in 1,102 the first full step goes too far.
        LogisticModel model =
                DEFAULTS.fitCounts(List.of("x"), column(0, 1), new long[] {1, 100}, new long[] {1, 1_000});
        assertEquals(FitStatus.CONVERGED, model.status());
        assertMeasure(0, 1e-12, model.intercept().value());
        assertEstimate(
                Math.log(.1),
                Math.sqrt(1 + 1 + 1 / 100.0 + 1 / 1_000.0),
                1e-11,
                model.coefficients().get(0).estimate());
        assertTrue(model.iterations() < 15);
    }

    @Test
    void observedAndExpectedEventsAgreeAlsoWhereStepsAreHalved() {
        double[] x = {0, 5, 10};
        long[] events = {2, 1, 1};
        long[] others = {1, 1_000, 1};
        for (double ridge : new double[] {0, 1}) {
            LogisticModel model = DEFAULTS.withRidge(ridge).fitCounts(List.of("x"), column(x), events, others);
            assertEquals(FitStatus.CONVERGED, model.status());
            double mean = (5 * 1_001 + 10 * 2) / 1_006.0;
            double square = 0;
            double residuals = 0;
            double slope = 0;
            for (int i = 0; i < 3; i++) {
                long n = events[i] + others[i];
                double residual = events[i] - n * model.probability(x[i]).orElseThrow();
                square += n * (x[i] - mean) * (x[i] - mean) / 1_006;
                residuals += residual;
                slope += x[i] * residual;
            }
            double coefficient = model.coefficients().get(0).estimate().value().orElseThrow();
            assertEquals(0, residuals, 1e-10);
            // The derivative of the penalty of a coefficient times the deviation of its feature.
            assertEquals(ridge * square * coefficient, slope, 1e-10);
        }
    }

    @Test
    void aGroupWithoutEventsBesideAMixedOneSeparatesThem() {
        LogisticModel model = DEFAULTS.fitCounts(List.of("x"), column(0, 1), new long[] {3, 0}, new long[] {2, 4});
        assertEquals(FitStatus.SEPARATED, model.status());
        assertEquals(Separation.QUASI_COMPLETE, model.separation());
    }

    @Test
    void aRidgeTooSmallToBeSeenDoesNotHoldWhatIsSeparated() {
        LogisticModel model =
                DEFAULTS.withRidge(1e-30).fitCounts(List.of("x"), column(0, 1), new long[] {3, 0}, new long[] {2, 4});
        assertEquals(FitStatus.SEPARATED, model.status());
        assertUndefined(
                "the features tell the outcomes apart", model.intercept().value());
    }

    @Test
    void oddsBeyondAllNumbersHaveNoRatio() {
        Measure error = Measure.of(1);
        Coefficient large = new Coefficient("x", new Estimate(Measure.of(709), error, Optional.empty(), 9, 9));
        assertTrue(large.oddsRatio().isDefined());
        Coefficient larger = new Coefficient("x", new Estimate(Measure.of(710), error, Optional.empty(), 9, 9));
        assertUndefined("beyond the largest number", larger.oddsRatio());
    }
}
