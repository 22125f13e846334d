package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogGammaTest {

    @Test
    void factorials() {
        assertEquals(0, LogGamma.value(1));
        assertEquals(0, LogGamma.value(2));
        assertEquals(Math.log(2), LogGamma.value(3), 1e-16);
        assertEquals(Math.log(120), LogGamma.value(6), 1e-15);
        assertEquals(0.5 * Math.log(Math.PI), LogGamma.value(0.5), 1e-16);
    }

    @Test
    void agreesWithTheReference() {
        ReferenceTable.of("log_gamma").check("logGamma", 4e-16, a -> LogGamma.value(a[0]));
    }

    @Test
    void incrementAgreesWithTheReference() {
        ReferenceTable.of("log_beta").checkAbsolutely("logRise", 6e-15, a -> LogGamma.increment(a[1], a[0]));
    }

    @Test
    void smallIncrementsKeepTheirRelativeAccuracy() {
        assertEquals(1e-200 * Digamma.value(5), LogGamma.increment(5, 1e-200), 1e-214);
        assertEquals(1e-20 * Digamma.value(1e6), LogGamma.increment(1e6, 1e-20), 1e-33);
        assertEquals(0, LogGamma.increment(5, 0));
    }

    @Test
    void extremesAreFinite() {
        assertEquals(744.4400719213812, LogGamma.value(Double.MIN_VALUE), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, LogGamma.value(1e306));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("x must be positive and finite: 0.0", () -> LogGamma.value(0));
        assertRefused("x must be positive and finite: -1.5", () -> LogGamma.value(-1.5));
        assertRefused("x must be positive and finite: NaN", () -> LogGamma.value(Double.NaN));
        assertRefused("x must be positive and finite: Infinity", () -> LogGamma.value(Double.POSITIVE_INFINITY));
        assertRefused("d must be at least 0 and finite: -1.0", () -> LogGamma.increment(1, -1));
    }
}
