package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Intervals by their formulas, and what tests and options of fits refuse. */
class DeltaMethodTest {

    private static final double Z = 1.959963984540054;

    private static Interval interval(double value, double error, IntervalScale scale) {
        return DeltaMethod.estimate(value, Measure.of(error), scale, .95, 12)
                .interval()
                .orElseThrow();
    }

    private static void assertInterval(double lower, double upper, String method, Interval interval) {
        assertEquals(lower, interval.lower(), 1e-14);
        assertEquals(upper, interval.upper(), 1e-14);
        assertEquals(method, interval.method());
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void positiveQuantitiesHaveIntervalsByTheLogarithm() {
        double factor = Math.exp(Z * .5 / 2);
        assertInterval(2 / factor, 2 * factor, "delta method, logarithmic", interval(2, .5, IntervalScale.POSITIVE));
        assertInterval(-Z, Z, "delta method", interval(0, 1, IntervalScale.POSITIVE));
    }

    @Test
    void probabilitiesHaveIntervalsByTheLogit() {
        double logit = Math.log(.25 / .75);
        double shift = Z * .05 / (.25 * .75);
        assertInterval(
                1 / (1 + Math.exp(shift - logit)),
                1 / (1 + Math.exp(-shift - logit)),
                "delta method, logit",
                interval(.25, .05, IntervalScale.PROBABILITY));
        assertInterval(1 - Z, 1 + Z, "delta method", interval(1, 1, IntervalScale.PROBABILITY));
        assertInterval(-Z, Z, "delta method", interval(0, 1, IntervalScale.PROBABILITY));
    }

    @Test
    void withoutErrorTheIntervalIsAPoint() {
        assertInterval(2, 2, "delta method", interval(2, 0, IntervalScale.POSITIVE));
        Estimate estimate = DeltaMethod.estimate(2, Measure.undefined("not fitted"), IntervalScale.POSITIVE, .95, 12.4);
        assertEquals(Measure.of(2), estimate.value());
        assertEquals(true, estimate.interval().isEmpty());
        assertEquals(12, estimate.n());
        assertEquals(12.4, estimate.effectiveN());
    }

    @Test
    void anInfiniteQuantityIsUndefined() {
        Estimate estimate = DeltaMethod.estimate(1.0 / 0, Measure.of(1), IntervalScale.POSITIVE, .95, 12);
        assertEquals(Measure.undefined("the quantity is infinite"), estimate.value());
        assertEquals(12, estimate.n());
        for (double confidence : new double[] {0, 1}) {
            assertEquals(
                    "confidence must be in (0, 1): " + confidence,
                    refusal(() -> DeltaMethod.estimate(1, Measure.of(1), IntervalScale.POSITIVE, confidence, 12)));
        }
    }

    @Test
    void likelihoodRatiosAreWithinTheirRanges() {
        assertEquals(0, new LikelihoodRatio(0, 1, 0).pValue());
        assertEquals(1, new LikelihoodRatio(0, 1, 1).pValue());
        assertEquals("statistic must be at least 0: NaN", refusal(() -> new LikelihoodRatio(Double.NaN, 1, 1)));
        assertEquals("degreesOfFreedom must be at least 1: 0", refusal(() -> new LikelihoodRatio(0, 0, 1)));
        assertEquals("pValue must be in [0, 1]: 1.5", refusal(() -> new LikelihoodRatio(0, 1, 1.5)));
        assertEquals("pValue must be in [0, 1]: -0.5", refusal(() -> new LikelihoodRatio(0, 1, -.5)));
    }

    @Test
    void aRidgeIsFinite() {
        FitOptions defaults = FitOptions.withDefaults();
        assertEquals(0, defaults.withRidge(0).ridge());
        assertEquals(3, defaults.withRidge(3).with(Execution.SEQUENTIAL).ridge());
        assertEquals("ridge must be finite and at least 0: Infinity", refusal(() -> defaults.withRidge(1.0 / 0)));
        assertEquals("ridge must be finite and at least 0: -1.0", refusal(() -> defaults.withRidge(-1)));
    }
}
