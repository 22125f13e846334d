package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RegularizedGammaTest {

    private final ReferenceTable table = ReferenceTable.of("regularized_gamma");
    private final ReferenceTable inverses = ReferenceTable.of("regularized_gamma_inverse");

    @Test
    void exponentialTail() {
        assertEquals(Math.exp(-3), RegularizedGamma.q(1, 3), 1e-17);
        assertEquals(-Math.expm1(-3), RegularizedGamma.p(1, 3), 2e-16);
        assertEquals(4 * Math.exp(-3), RegularizedGamma.q(2, 3), 1e-16);
    }

    @Test
    void lowerAgreesWithTheReference() {
        table.check("p", 1e-15, a -> RegularizedGamma.p(a[0], a[1]));
    }

    @Test
    void upperAgreesWithTheReference() {
        table.check("q", 7e-15, a -> RegularizedGamma.q(a[0], a[1]));
    }

    @Test
    void logarithmsAgreeWithTheReferenceBeyondTheDoubles() {
        table.check("logP", 8e-15, a -> RegularizedGamma.logP(a[0], a[1]));
        table.check("logQ", 4e-15, a -> RegularizedGamma.logQ(a[0], a[1]));
    }

    @Test
    void inversesAgreeWithTheReference() {
        inverses.checkConditioned("xLower", "conditionLower", 2e-15, a -> RegularizedGamma.inverseP(a[0], a[1]));
        inverses.checkConditioned("xUpper", "conditionUpper", 2e-15, a -> RegularizedGamma.inverseQ(a[0], a[1]));
    }

    @Test
    void endsAreExact() {
        assertEquals(0, RegularizedGamma.p(3, 0));
        assertEquals(1, RegularizedGamma.q(3, 0));
        assertEquals(1, RegularizedGamma.p(3, Double.POSITIVE_INFINITY));
        assertEquals(0, RegularizedGamma.q(3, Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, RegularizedGamma.logP(3, 0));
        assertEquals(0, RegularizedGamma.logQ(3, 0));
        assertEquals(Double.NEGATIVE_INFINITY, RegularizedGamma.logQ(3, Double.POSITIVE_INFINITY));
        assertEquals(0, RegularizedGamma.inverseP(3, 0));
        assertEquals(Double.POSITIVE_INFINITY, RegularizedGamma.inverseP(3, 1));
        assertEquals(Double.POSITIVE_INFINITY, RegularizedGamma.inverseQ(3, 0));
        assertEquals(0, RegularizedGamma.inverseQ(3, 1));
    }

    @Test
    void hugeShapesAreQuickAndSane() {
        assertEquals(0.5, RegularizedGamma.p(1e15, 1e15), 1e-8);
        assertEquals(1, RegularizedGamma.p(1e15, 1.1e15));
        assertEquals(0, RegularizedGamma.q(1e300, Double.MAX_VALUE));
        assertTrue(RegularizedGamma.logQ(2, 1e200) < -9e199);
    }

    @Test
    void subnormalArguments() {
        assertEquals(Double.MIN_VALUE, RegularizedGamma.p(1, Double.MIN_VALUE));
        assertEquals(1, RegularizedGamma.q(1, Double.MIN_VALUE));
        assertEquals(0, RegularizedGamma.inverseP(1e-3, 1e-10));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("a must be positive and finite: 0.0", () -> RegularizedGamma.p(0, 1));
        assertRefused("a must be positive and finite: NaN", () -> RegularizedGamma.q(Double.NaN, 1));
        assertRefused("x must be at least 0: -1.0", () -> RegularizedGamma.logP(1, -1));
        assertRefused("x must be at least 0: NaN", () -> RegularizedGamma.logQ(1, Double.NaN));
        assertRefused("p must be in [0, 1]: 1.5", () -> RegularizedGamma.inverseP(1, 1.5));
        assertRefused("q must be in [0, 1]: NaN", () -> RegularizedGamma.inverseQ(1, Double.NaN));
    }
}
