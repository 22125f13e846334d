package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogBetaTest {

    @Test
    void simpleValues() {
        assertEquals(-Math.log(12), LogBeta.value(2, 3), 1e-15);
        assertEquals(Math.log(Math.PI), LogBeta.value(0.5, 0.5), 1e-15);
        assertEquals(LogBeta.value(3, 700), LogBeta.value(700, 3));
    }

    @Test
    void agreesWithTheReference() {
        ReferenceTable.of("log_beta").checkAbsolutely("logBeta", 2e-15, a -> LogBeta.value(a[0], a[1]));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("a must be positive and finite: 0.0", () -> LogBeta.value(0, 1));
        assertRefused("b must be positive and finite: NaN", () -> LogBeta.value(1, Double.NaN));
        assertRefused("a + b must be positive and finite: Infinity", () -> LogBeta.value(1e308, 1e308));
    }
}
