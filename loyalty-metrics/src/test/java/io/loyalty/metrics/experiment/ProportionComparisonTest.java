package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Interval;
import org.junit.jupiter.api.Test;

class ProportionComparisonTest {

    @Test
    void workedExample() {
        ProportionDifference found =
                ProportionComparison.withDefaults().compare(SuccessCounts.of(42, 60), SuccessCounts.of(30, 55));
        assertEquals(0.154545, found.difference().value().orElseThrow(), 5e-7);
        Interval interval = found.difference().interval().orElseThrow();
        assertEquals(-0.021794, interval.lower(), 5e-7);
        assertEquals(0.319360, interval.upper(), 5e-7);
    }
}
