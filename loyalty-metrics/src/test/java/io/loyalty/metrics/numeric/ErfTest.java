package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErfTest {

    private final ReferenceTable table = ReferenceTable.of("erf");

    @Test
    void simpleValues() {
        assertEquals(0, Erf.erf(0));
        assertEquals(1, Erf.erfc(0));
        assertEquals(1, Erf.erfcx(0));
        assertEquals(0.8427007929497149, Erf.erf(1), 1e-16);
        assertEquals(0.4769362762044699, Erf.inverseErf(0.5), 1e-16);
    }

    @Test
    void erfAgreesWithTheReference() {
        table.check("erf", 3e-16, a -> Erf.erf(a[0]));
    }

    @Test
    void complementAgreesWithTheReference() {
        table.check("erfc", 6e-16, a -> Erf.erfc(a[0]));
    }

    @Test
    void scaledComplementAgreesWithTheReference() {
        table.check("erfcx", 6e-16, a -> Erf.erfcx(a[0]));
    }

    @Test
    void inverseComplementAgreesWithTheNormalQuantile() {
        double[] ends = {1e-320, 1e-300, 1e-10, 0.3, 1, 1.7, 2 - 0x1p-52};
        for (double y : ends) {
            assertEquals(Normal.isf(y / 2) / Math.sqrt(2), Erf.inverseErfc(y), 1e-14);
        }
    }

    @Test
    void infinitiesAreTheEnds() {
        assertEquals(1, Erf.erf(Double.POSITIVE_INFINITY));
        assertEquals(-1, Erf.erf(Double.NEGATIVE_INFINITY));
        assertEquals(0, Erf.erfc(Double.POSITIVE_INFINITY));
        assertEquals(2, Erf.erfc(Double.NEGATIVE_INFINITY));
        assertEquals(0, Erf.erfcx(Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Erf.erfcx(-30));
        assertEquals(Double.POSITIVE_INFINITY, Erf.erfcx(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Erf.inverseErf(1));
        assertEquals(Double.NEGATIVE_INFINITY, Erf.inverseErf(-1));
        assertEquals(Double.POSITIVE_INFINITY, Erf.inverseErfc(0));
        assertEquals(Double.NEGATIVE_INFINITY, Erf.inverseErfc(2));
    }

    @Test
    void tinyArgumentsAreNotLost() {
        assertEquals(Double.MIN_VALUE, Erf.erf(Double.MIN_VALUE));
        assertEquals(-1.1283791670955126e-300, Erf.erf(-1e-300), 1e-315);
        assertEquals(8.862269254527581e-301, Erf.inverseErf(1e-300), 1e-315);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("x must be a number: NaN", () -> Erf.erf(Double.NaN));
        assertRefused("x must be a number: NaN", () -> Erf.erfc(Double.NaN));
        assertRefused("x must be a number: NaN", () -> Erf.erfcx(Double.NaN));
        assertRefused("y must be in [-1, 1]: 1.5", () -> Erf.inverseErf(1.5));
        assertRefused("y must be in [0, 2]: -0.5", () -> Erf.inverseErfc(-0.5));
        assertRefused("y must be in [0, 2]: NaN", () -> Erf.inverseErfc(Double.NaN));
    }
}
