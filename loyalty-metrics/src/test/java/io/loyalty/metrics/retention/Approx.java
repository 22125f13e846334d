package io.loyalty.metrics.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import org.junit.jupiter.api.function.Executable;

/** Assertions that the tests of this package share. */
final class Approx {

    private Approx() {}

    static void assertMeasure(double value, double tolerance, Measure measure) {
        assertEquals(value, measure.orElseThrow(), tolerance);
    }

    static void assertEstimate(double value, double error, double tolerance, Estimate estimate) {
        assertEquals(value, estimate.value().orElseThrow(), tolerance);
        assertEquals(error, estimate.standardError().orElseThrow(), tolerance);
    }

    static void assertInterval(double lower, double upper, double tolerance, Estimate estimate) {
        Interval interval = estimate.interval().orElseThrow();
        assertEquals(lower, interval.lower(), tolerance);
        assertEquals(upper, interval.upper(), tolerance);
    }

    static void assertUndefined(String reason, Measure measure) {
        assertEquals(Measure.undefined(reason), measure);
    }

    static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
