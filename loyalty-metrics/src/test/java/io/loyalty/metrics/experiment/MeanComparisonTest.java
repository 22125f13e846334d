package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeanComparisonTest {

    private static final MeanComparison WELCH = MeanComparison.withDefaults();

    private static final MeanComparison STUDENT = WELCH.with(VarianceAssumption.EQUAL);

    @Test
    void figuresFollowTheirDefinitions() {
        // Variances 1 and 4 of three values each.
        MeanDifference found = WELCH.compare(new double[] {4, 5, 6}, new double[] {1, 3, 5});
        assertEquals(Measure.of(2), found.difference().value());
        assertEquals(Math.sqrt(5.0 / 3), found.difference().standardError().orElseThrow(), 1e-15);
        assertEquals(2 / Math.sqrt(5.0 / 3), found.test().statistic().orElseThrow(), 1e-15);
        assertEquals(
                25.0 / 9 / (1.0 / 18 + 16.0 / 18),
                found.test().degreesOfFreedom().get(0),
                1e-14);
        assertEquals(2 / Math.sqrt(2.5), found.cohensD().orElseThrow(), 1e-15);
        // J(4) = Γ(2)/(√2 Γ(1.5)) = 0.797884...
        assertEquals(
                2 / Math.sqrt(2.5) * Math.sqrt(2 / Math.PI),
                found.hedgesG().value().orElseThrow(),
                1e-14);
        double g = found.hedgesG().value().orElseThrow();
        assertEquals(
                Math.sqrt(2.0 / 3 + g * g / 12), found.hedgesG().standardError().orElseThrow(), 1e-15);
        assertEquals(
                g + 1.959963984540054 * Math.sqrt(2.0 / 3 + g * g / 12),
                found.hedgesG().interval().orElseThrow().upper(),
                1e-14);
        assertEquals(2.0 / 3, found.relativeLift().value().orElseThrow(), 1e-15);
        double logError = Math.sqrt(1.0 / 3 / 25 + 4.0 / 3 / 9);
        assertEquals(5.0 / 3 * logError, found.relativeLift().standardError().orElseThrow(), 1e-15);
        assertEquals(
                5.0 / 3 * Math.exp(-1.959963984540054 * logError) - 1,
                found.relativeLift().interval().orElseThrow().lower(),
                1e-14);
        assertEquals(
                List.of(4.0),
                STUDENT.compare(new double[] {4, 5, 6}, new double[] {1, 3, 5})
                        .test()
                        .degreesOfFreedom());
    }

    @Test
    void testsAgreeWithSciPy() {
        for (Reference row : Reference.rows("means.csv")) {
            double[] first = row.numbers("first");
            double[] second = row.numbers("second");
            // NumPy's own variances lose digits next to 1e9.
            double limit = first[0] > 1e8 ? 1e-6 : 1e-11;
            MeanDifference welch = WELCH.compare(first, second);
            row.check("welch_t", limit, welch.test().statistic());
            row.check("welch_df", limit, welch.test().degreesOfFreedom().get(0));
            row.check("welch_p", 10 * limit, welch.test().pValue());
            row.check(
                    "welch_greater",
                    10 * limit,
                    WELCH.with(Alternative.GREATER)
                            .compare(first, second)
                            .test()
                            .pValue());
            Interval interval = welch.difference().interval().orElseThrow();
            row.check("lower", limit, interval.lower());
            row.check("upper", limit, interval.upper());
            MeanDifference student = STUDENT.compare(first, second);
            row.check("student_t", limit, student.test().statistic());
            row.check("student_p", 10 * limit, student.test().pValue());
        }
    }

    @Test
    void valuesNextToABillionKeepTheirVariance() {
        SampleSummary sample = SampleSummary.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
        assertEquals(Measure.of(1), sample.variance());
        MeanDifference found = WELCH.compare(sample, SampleSummary.of(1e9 + 2, 1e9 + 3, 1e9 + 4));
        assertEquals(-1 / Math.sqrt(2.0 / 3), found.test().statistic().orElseThrow(), 1e-15);
        assertEquals(4, found.test().degreesOfFreedom().get(0), 1e-14);
    }

    @Test
    void noVarianceIsUndefinedWhetherOrNotTheMeansDiffer() {
        for (double other : new double[] {5, 6}) {
            MeanDifference found = WELCH.compare(new double[] {5, 5, 5}, new double[] {other, other});
            assertEquals(Measure.of(5 - other), found.difference().value());
            assertEquals("no variance within the groups", found.test().pValue().reason());
            assertEquals("no variance within the groups", found.cohensD().reason());
            assertEquals(Optional.empty(), found.difference().interval());
        }
        // One tenth has no exact double; a constant sample stays constant all the same.
        SampleSummary tenths = SampleSummary.of(0.1, 0.1, 0.1).plus(SampleSummary.of(0.1));
        assertFalse(WELCH.compare(tenths, tenths).test().pValue().isDefined());
    }

    @Test
    void oneConstantGroupIsEnoughToCompare() {
        MeanDifference found = WELCH.compare(new double[] {1, 2}, new double[] {5, 5});
        assertEquals(1.0, found.test().degreesOfFreedom().get(0), 1e-15);
        assertTrue(found.test().pValue().isDefined());
    }

    @Test
    void singleValuesAreTooFewForWelch() {
        MeanDifference found = WELCH.compare(new double[] {7}, new double[] {1, 2, 3});
        assertEquals(Measure.of(5), found.difference().value());
        assertEquals("too few values for a variance", found.test().pValue().reason());
        assertTrue(STUDENT.compare(new double[] {7}, new double[] {1, 2, 3})
                .test()
                .pValue()
                .isDefined());
        assertEquals(
                "too few values",
                STUDENT.compare(new double[] {7}, new double[] {1, 2})
                        .hedgesG()
                        .value()
                        .reason());
        assertFalse(STUDENT.compare(new double[] {7}, new double[] {1})
                .test()
                .pValue()
                .isDefined());
        MeanDifference none = WELCH.compare(new double[0], new double[] {1, 2, 3});
        assertEquals("nobody in a group", none.difference().value().reason());
        assertEquals(3, none.difference().n());
    }

    @Test
    void meansAtOrBelowZeroHaveNoLift() {
        MeanDifference found = WELCH.compare(new double[] {1, 2}, new double[] {-1, 1});
        assertEquals("a mean that is not above 0", found.relativeLift().value().reason());
        assertTrue(found.test().pValue().isDefined());
        MeanDifference wide = WELCH.compare(new double[] {1, 2}, new double[] {-1e3, 1e3 + 1e-9});
        assertEquals(
                "means too far apart or too uncertain for a ratio",
                wide.relativeLift().value().reason());
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals(
                "first[1] must be finite: NaN",
                Reference.refusal(() -> WELCH.compare(new double[] {1, Double.NaN}, new double[] {1, 2})));
        assertEquals("values[2] must be finite: Infinity", Reference.refusal(() -> SampleSummary.of(1, 2, 1.0 / 0)));
        assertEquals("x must be in [-1e150, 1e150]: 1.0E200", Reference.refusal(() -> SampleSummary.of(1, 1e200)));
        assertEquals("n must be at least 0: -1", Reference.refusal(() -> new SampleSummary(-1, 0, 0)));
        assertEquals("n must be at least 1: 0", Reference.refusal(() -> SampleSummary.ofVariance(0, 0, 0)));
        assertEquals(
                "variance must be at least 0 and finite: -1.0",
                Reference.refusal(() -> SampleSummary.ofVariance(3, 0, -1)));
        assertEquals(
                "squaredDeviations of fewer than two values must be 0: 1.0",
                Reference.refusal(() -> new SampleSummary(1, 0, 1)));
        assertEquals("mean of no values must be 0: 2.0", Reference.refusal(() -> new SampleSummary(0, 2, 0)));
        assertEquals("mean must be finite: Infinity", Reference.refusal(() -> new SampleSummary(2, 1.0 / 0, 0)));
        assertEquals("confidence must be in (0, 1): 0.0", Reference.refusal(() -> WELCH.withConfidence(0)));
    }

    @Test
    void aMeanOfZeroHasNoLift() {
        for (double[] other : new double[][] {{1, 3}, {-2, 2}}) {
            assertEquals(
                    "a mean that is not above 0",
                    WELCH.compare(new double[] {-1, 1}, other)
                            .relativeLift()
                            .value()
                            .reason());
            assertEquals(
                    "a mean that is not above 0",
                    WELCH.compare(other, new double[] {-1, 1})
                            .relativeLift()
                            .value()
                            .reason());
        }
    }

    @Test
    void lineShowsDifferenceAndTest() {
        MeanDifference found = WELCH.compare(new double[] {4, 5, 6}, new double[] {1, 3, 5});
        assertEquals(found.difference() + ", " + found.test(), found.toString());
        assertTrue(found.toString().startsWith("2.0 ["), found::toString);
    }
}
