package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigammaTest {

    private static final double EULER = 0.57721566490153286;

    @Test
    void simpleValues() {
        assertEquals(-EULER, Digamma.value(1), 1e-16);
        assertEquals(1 - EULER, Digamma.value(2), 1e-16);
        assertEquals(Math.PI * Math.PI / 6, Trigamma.value(1), 4e-16);
    }

    @Test
    void digammaAgreesWithTheReference() {
        ReferenceTable.of("log_gamma").check("digamma", 4e-16, a -> Digamma.value(a[0]));
    }

    @Test
    void trigammaAgreesWithTheReference() {
        ReferenceTable.of("log_gamma").check("trigamma", 5e-16, a -> Trigamma.value(a[0]));
    }

    @Test
    void polesAreInfinite() {
        assertEquals(Double.NEGATIVE_INFINITY, Digamma.value(Double.MIN_VALUE));
        assertEquals(Double.POSITIVE_INFINITY, Trigamma.value(1e-160));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("x must be positive and finite: 0.0", () -> Digamma.value(0));
        assertRefused("x must be positive and finite: NaN", () -> Trigamma.value(Double.NaN));
    }
}
