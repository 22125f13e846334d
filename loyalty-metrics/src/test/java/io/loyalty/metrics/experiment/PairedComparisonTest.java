package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

    private static final PairedComparison PAIRED = PairedComparison.withDefaults();

    @Test
    void pairedTIsTheTestOfDifferences() {
        MeanDifference found = PAIRED.compare(new double[] {11, 13, 15}, new double[] {10, 11, 12});
        assertEquals(Measure.of(2), found.difference().value());
        assertEquals(2 * Math.sqrt(3), found.test().statistic().orElseThrow(), 1e-14);
        assertEquals(2.0, found.test().degreesOfFreedom().get(0));
        assertEquals(Measure.of(2), found.cohensD());
        assertEquals(2 / Math.sqrt(Math.PI), found.hedgesG().value().orElseThrow(), 1e-14);
        assertEquals(13.0 / 11 - 1, found.relativeLift().value().orElseThrow(), 1e-15);
        assertEquals(3, found.difference().n());
    }

    @Test
    void pairedTAgreesWithSciPy() {
        for (Reference row : Reference.rows("pairs.csv")) {
            MeanDifference found = PAIRED.compare(row.numbers("first"), row.numbers("second"));
            row.check("t", 1e-11, found.test().statistic());
            row.check("p", 1e-11, found.test().pValue());
            Interval interval = found.difference().interval().orElseThrow();
            row.check("lower", 1e-11, interval.lower());
            row.check("upper", 1e-11, interval.upper());
        }
    }

    @Test
    void pairsWithoutSpreadHaveNoTest() {
        MeanDifference same = PAIRED.compare(new double[] {2, 3, 4}, new double[] {1, 2, 3});
        assertEquals(Measure.of(1), same.difference().value());
        assertEquals("all differences are the same", same.test().pValue().reason());
        assertEquals(
                "a single pair",
                PAIRED.compare(new double[] {2}, new double[] {1})
                        .test()
                        .pValue()
                        .reason());
        assertEquals(
                "no pairs",
                PAIRED.compare(new double[0], new double[0])
                        .difference()
                        .value()
                        .reason());
        assertEquals(
                "too few values",
                PAIRED.compare(new double[] {2, 5}, new double[] {1, 1})
                        .hedgesG()
                        .value()
                        .reason());
        assertEquals(
                "a mean that is not above 0",
                PAIRED.compare(new double[] {2, -5}, new double[] {1, 1})
                        .relativeLift()
                        .value()
                        .reason());
        assertEquals(
                "no usable spread of the ratio",
                PAIRED.compare(new double[] {2, 4}, new double[] {1, 2})
                        .relativeLift()
                        .value()
                        .reason());
    }

    @Test
    void directionOfPairedT() {
        double[] up = {11, 13, 15};
        double[] down = {10, 11, 12};
        double greater = PAIRED.with(Alternative.GREATER)
                .compare(up, down)
                .test()
                .pValue()
                .orElseThrow();
        double less =
                PAIRED.with(Alternative.LESS).compare(up, down).test().pValue().orElseThrow();
        assertEquals(1, greater + less, 1e-14);
        assertEquals(2 * greater, PAIRED.compare(up, down).test().pValue().orElseThrow(), 1e-14);
        assertTrue(PAIRED.withConfidence(0.5)
                        .compare(up, down)
                        .difference()
                        .interval()
                        .orElseThrow()
                        .width()
                < 2);
    }

    @Test
    void pairsMustMatchAndBeFinite() {
        assertEquals(
                "first and second must have one length: 1 and 2",
                Reference.refusal(() -> PAIRED.compare(new double[] {1}, new double[] {1, 2})));
        assertEquals(
                "first[0] must be finite: NaN",
                Reference.refusal(() -> PAIRED.compare(new double[] {Double.NaN, 1}, new double[] {1, 1})));
        assertEquals("confidence must be in (0, 1): 0.0", Reference.refusal(() -> PAIRED.withConfidence(0)));
    }

    @Test
    void figuresFollowTheirDefinitions() {
        // Differences 1 3 5 7: mean 4, squared deviations 20.
        MeanDifference found = PAIRED.compare(new double[] {11, 13, 15, 21}, new double[] {10, 10, 10, 14});
        double deviation = Math.sqrt(20.0 / 3);
        assertEquals(4 / deviation, found.cohensD().orElseThrow(), 1e-15);
        double g = found.hedgesG().value().orElseThrow();
        // J(3) = Γ(1.5) / (√1.5 Γ(1)).
        assertEquals(4 / deviation * Math.sqrt(Math.PI) / 2 / Math.sqrt(1.5), g, 1e-14);
        assertEquals(
                Math.sqrt(0.25 + g * g / 8), found.hedgesG().standardError().orElseThrow(), 1e-15);
        assertEquals(4, found.hedgesG().n());
        double ratio = 15.0 / 11;
        double[] scaled = {11 / 15.0 - 10 / 11.0, 13 / 15.0 - 10 / 11.0, 1 - 10 / 11.0, 21 / 15.0 - 14 / 11.0};
        double logError = Math.sqrt(SampleSummary.of(scaled).variance().orElseThrow() / 4);
        assertEquals(ratio - 1, found.relativeLift().value().orElseThrow(), 1e-15);
        assertEquals(ratio * logError, found.relativeLift().standardError().orElseThrow(), 1e-15);
        Interval lift = found.relativeLift().interval().orElseThrow();
        assertEquals(ratio * Math.exp(1.959963984540054 * logError) - 1, lift.upper(), 1e-14);
        assertEquals(ratio * Math.exp(-1.959963984540054 * logError) - 1, lift.lower(), 1e-14);
    }

    @Test
    void twoPairsOfOneDifferenceHaveNoSpread() {
        assertEquals(
                "all differences are the same",
                PAIRED.compare(new double[] {2, 3}, new double[] {1, 2})
                        .test()
                        .pValue()
                        .reason());
    }

    @Test
    void aMeanOfZeroHasNoLift() {
        assertEquals(
                "a mean that is not above 0",
                PAIRED.compare(new double[] {-1, 1}, new double[] {1, 2})
                        .relativeLift()
                        .value()
                        .reason());
        assertEquals(
                "a mean that is not above 0",
                PAIRED.compare(new double[] {1, 2}, new double[] {-1, 1})
                        .relativeLift()
                        .value()
                        .reason());
    }
}
