package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CupedTest {

    private static final Cuped DEFAULTS = Cuped.withDefaults();

    /** A column of outcomes and one of covariates, empty where missing, separated by semicolons. */
    private static CovariateSummary summary(double[] outcomes, String covariates) {
        String[] cells = covariates.split(";", -1);
        CovariateAccumulator sums = new CovariateAccumulator();
        for (int i = 0; i < outcomes.length; i++) {
            if (cells[i].isEmpty()) {
                sums.accept(outcomes[i]);
            } else {
                sums.accept(outcomes[i], Double.parseDouble(cells[i]));
            }
        }
        return sums.snapshot();
    }

    @Test
    void adjustmentByHand() {
        // Within both groups y rises by 2 for each x, but for a little; the second group has larger x by chance.
        CovariateSummary first = CovariateSummary.of(new double[] {3, 5, 8}, new double[] {1, 2, 3});
        CovariateSummary second = CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 3, 4});
        CupedDifference found = DEFAULTS.compare(first, second);
        double slope = (5.0 + 3.0) / 4;
        assertEquals(slope, found.slope().orElseThrow(), 1e-15);
        assertEquals(
                16.0 / 3 - 17.0 / 3 - slope * (2 - 3),
                found.adjusted().difference().value().orElseThrow(),
                1e-14);
        assertEquals(16.0 / 3 - 17.0 / 3, found.plain().difference().value().orElseThrow(), 1e-14);
        double before = found.plain().difference().standardError().orElseThrow();
        double after = found.adjusted().difference().standardError().orElseThrow();
        assertEquals(
                1 - after * after / (before * before), found.varianceReduction().orElseThrow(), 1e-15);
        assertEquals("CUPED, Welch t", found.adjusted().test().test());
        assertEquals("Welch t", found.plain().test().test());
    }

    @Test
    void adjustmentsAgreeWithRegression() {
        for (Reference row : Reference.rows("cuped.csv")) {
            CupedDifference found = DEFAULTS.compare(
                    summary(row.numbers("y1"), row.text("x1")), summary(row.numbers("y2"), row.text("x2")));
            row.check("slope", 1e-10, found.slope());
            row.check("difference", 1e-9, found.adjusted().difference().value());
            row.check("error", 1e-10, found.adjusted().difference().standardError());
            row.check("p", 1e-8, found.adjusted().test().pValue());
        }
    }

    @Test
    void missingCovariatesAreImputedOrExcluded() {
        CovariateSummary first = CovariateSummary.of(new double[] {3, 5, 8, 9}, new double[] {1, 2, 3, 5})
                .plus(CovariateSummary.withoutCovariate(7, 8));
        CovariateSummary second = CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 3, 4})
                .plus(CovariateSummary.withoutCovariate(2));
        CupedDifference imputed = DEFAULTS.compare(first, second);
        assertEquals(3, imputed.imputed());
        assertEquals(0, imputed.excluded());
        assertEquals(10, imputed.adjusted().difference().n());
        CupedDifference excluded = DEFAULTS.with(MissingCovariate.EXCLUDE).compare(first, second);
        assertEquals(0, excluded.imputed());
        assertEquals(3, excluded.excluded());
        assertEquals(7, excluded.adjusted().difference().n());
        assertEquals(
                DEFAULTS.compare(
                                CovariateSummary.of(new double[] {3, 5, 8, 9}, new double[] {1, 2, 3, 5}),
                                CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 3, 4}))
                        .adjusted(),
                excluded.adjusted());
    }

    @Test
    void covariateThatDoesNotVaryGivesThePlainDifference() {
        CovariateSummary first = CovariateSummary.of(new double[] {3, 5, 8}, new double[] {1, 1, 1});
        CovariateSummary second = CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 2, 2});
        CupedDifference found = DEFAULTS.compare(first, second);
        assertEquals(found.plain(), found.adjusted());
        assertEquals(
                "a covariate that does not vary within the groups",
                found.slope().reason());
        CupedDifference none =
                DEFAULTS.compare(CovariateSummary.withoutCovariate(1, 2, 3), CovariateSummary.withoutCovariate(2, 3));
        assertEquals(none.plain(), none.adjusted());
        assertEquals("no covariate", none.slope().reason());
        assertEquals(MeanComparison.withDefaults().compare(new double[] {1, 2, 3}, new double[] {2, 3}), none.plain());
    }

    @Test
    void straightFunctionOfTheCovariateLeavesNoVariance() {
        double[] x1 = {1.1, 2.7, 3.3, 9.9};
        double[] x2 = {0.7, 4.1, 5.3};
        CupedDifference found = DEFAULTS.compare(
                CovariateSummary.of(Arrays.stream(x1).map(x -> 3 * x + 1).toArray(), x1),
                CovariateSummary.of(Arrays.stream(x2).map(x -> 3 * x).toArray(), x2));
        assertEquals(1, found.adjusted().difference().value().orElseThrow(), 1e-13);
        assertEquals(
                "no variance within the groups",
                found.adjusted().test().pValue().reason());
        assertEquals(Measure.of(1), found.varianceReduction());
    }

    @Test
    void emptyGroupsAreUndefined() {
        CovariateSummary some = CovariateSummary.of(new double[] {3, 5, 8}, new double[] {1, 2, 4});
        CupedDifference found = DEFAULTS.compare(some, CovariateSummary.NONE);
        assertEquals("nobody in a group", found.adjusted().test().pValue().reason());
        assertEquals("nobody in a group", found.varianceReduction().reason());
    }

    @Test
    void summariesMergeLikeOnePass() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(60, 0, 100).toArray();
        double[] y = new double[60];
        Arrays.setAll(y, i -> 1e6 + x[i] * 0.5 + random.nextDouble());
        CovariateAccumulator whole = new CovariateAccumulator();
        CovariateAccumulator left = new CovariateAccumulator();
        CovariateAccumulator right = new CovariateAccumulator();
        for (int i = 0; i < 60; i++) {
            whole.accept(y[i], x[i]);
            (i % 3 == 0 ? left : right).accept(y[i], x[i]);
        }
        double expected = 0;
        double meanX = SampleSummary.of(x).mean();
        double meanY = SampleSummary.of(y).mean();
        for (int i = 0; i < 60; i++) {
            expected += (x[i] - meanX) * (y[i] - meanY);
        }
        assertEquals(expected, whole.snapshot().coDeviations(), 1e-8 * expected);
        assertEquals(expected, left.snapshot().plus(right.snapshot()).coDeviations(), 1e-8 * expected);
        assertEquals(expected, left.combine(right).snapshot().coDeviations(), 1e-8 * expected);
        assertEquals(
                whole.snapshot().allOutcomes().n(),
                left.snapshot().allOutcomes().n());
        assertEquals(
                0,
                new CovariateAccumulator()
                        .combine(new CovariateAccumulator())
                        .snapshot()
                        .outcome()
                        .n());
        assertTrue(CovariateSummary.NONE.plus(whole.snapshot()).equals(whole.snapshot()));
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals(
                "outcomes and covariates must have one length: 1 and 2",
                Reference.refusal(() -> CovariateSummary.of(new double[] {1}, new double[] {1, 2})));
        assertEquals(
                "outcome and covariate must be of as many customers: 2 and 1",
                Reference.refusal(() ->
                        new CovariateSummary(SampleSummary.of(1, 2), SampleSummary.of(1), 0, SampleSummary.NONE)));
        assertEquals(
                "coDeviations must be at most 4.0 in size: 4.5",
                Reference.refusal(() -> new CovariateSummary(
                        SampleSummary.of(1, 1, 3, 3), SampleSummary.of(1, 3, 1, 3), 4.5, SampleSummary.NONE)));
        assertEquals(
                "x must be finite: NaN", Reference.refusal(() -> new CovariateAccumulator().accept(1, Double.NaN)));
        assertEquals("confidence must be in (0, 1): 7.0", Reference.refusal(() -> DEFAULTS.withConfidence(7)));
    }

    @Test
    void directionReachesTheTest() {
        CovariateSummary first = CovariateSummary.of(new double[] {3, 5, 8.5}, new double[] {1, 2, 3});
        CovariateSummary second = CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 3, 4});
        double greater = DEFAULTS.with(Alternative.GREATER)
                .compare(first, second)
                .adjusted()
                .test()
                .pValue()
                .orElseThrow();
        double less = DEFAULTS.with(Alternative.LESS)
                .compare(first, second)
                .adjusted()
                .test()
                .pValue()
                .orElseThrow();
        assertEquals(1, greater + less, 1e-14);
    }

    @Test
    void adjustedMeansKeepTheMeanOfAll() {
        CovariateSummary first = CovariateSummary.of(new double[] {3, 5, 8, 9}, new double[] {1, 2, 3, 5})
                .plus(CovariateSummary.withoutCovariate(7, 8));
        CovariateSummary second = CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 3, 4})
                .plus(CovariateSummary.withoutCovariate(2));
        MeanDifference adjusted = DEFAULTS.compare(first, second).adjusted();
        double difference = adjusted.difference().value().orElseThrow();
        double mean2 = difference / adjusted.relativeLift().value().orElseThrow();
        // 40 of six and 19 of four.
        assertEquals(59, 6 * (mean2 + difference) + 4 * mean2, 1e-12);
        assertTrue(Math.abs(difference - (40 / 6.0 - 19 / 4.0)) > 0.1, "the adjustment moves the difference");
    }

    @Test
    void liftByHandIsThatOfAdjustedMeans() {
        CovariateSummary first = CovariateSummary.of(new double[] {3, 5, 8}, new double[] {1, 2, 3});
        CovariateSummary second = CovariateSummary.of(new double[] {4, 6, 7}, new double[] {2, 3, 4});
        // Slope 2; covariates 2 and 3 against 2.5 of all.
        double mean1 = 16.0 / 3 + 2 * 0.5;
        double mean2 = 17.0 / 3 - 2 * 0.5;
        assertEquals(
                mean1 / mean2 - 1,
                DEFAULTS.compare(first, second)
                        .adjusted()
                        .relativeLift()
                        .value()
                        .orElseThrow(),
                1e-14);
    }

    @Test
    void customersMayComeAfterAMerge() {
        CovariateAccumulator merged = new CovariateAccumulator();
        merged.accept(3, 1);
        merged.accept(5, 4);
        CovariateAccumulator other = new CovariateAccumulator();
        other.accept(9, 2);
        other.accept(4);
        other.accept(6);
        merged.combine(other);
        merged.accept(1, 7);
        merged.accept(8);
        CovariateSummary whole = summary(new double[] {3, 5, 9, 4, 6, 1, 8}, "1;4;2;;;7;");
        assertEquals(whole.coDeviations(), merged.snapshot().coDeviations(), 1e-13);
        assertEquals(whole.withoutCovariate(), merged.snapshot().withoutCovariate());
        assertEquals(3, whole.withoutCovariate().n());
    }
}
