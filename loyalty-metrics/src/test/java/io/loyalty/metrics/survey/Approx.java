package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import org.junit.jupiter.api.function.Executable;

/** Assertions that the tests of this package share. */
final class Approx {

    private Approx() {}

    static void assertEstimate(double value, double lower, double upper, double tolerance, Estimate estimate) {
        assertEquals(value, estimate.value().orElseThrow(), tolerance);
        Interval interval = estimate.interval().orElseThrow();
        assertEquals(lower, interval.lower(), tolerance);
        assertEquals(upper, interval.upper(), tolerance);
    }

    static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
