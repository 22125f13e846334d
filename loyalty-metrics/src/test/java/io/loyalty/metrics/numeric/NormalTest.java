package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void familiarValues() {
        assertEquals(0.5, Normal.cdf(0));
        assertEquals(0.39894228040143268, Normal.pdf(0));
        assertEquals(1.959963984540054, Normal.quantile(0.975), 1e-15);
        assertEquals(1.959963984540054, Normal.isf(0.025), 1e-15);
        assertEquals(0.025, Normal.sf(1.959963984540054), 1e-16);
    }

    @Test
    void densityAgreesWithTheReference() {
        ReferenceTable.of("normal").check("pdf", 4e-16, a -> Normal.pdf(a[0]));
    }

    @Test
    void survivalAgreesWithTheReferenceAsFarAsDoublesGo() {
        ReferenceTable.of("normal").check("sf", 7e-16, a -> Normal.sf(a[0]));
        ReferenceTable.of("normal").check("sf", 7e-16, a -> Normal.cdf(-a[0]));
    }

    @Test
    void logarithmsAgreeWithTheReference() {
        ReferenceTable.of("normal").check("logSf", 7e-16, a -> Normal.logSf(a[0]));
        ReferenceTable.of("normal").check("logSf", 7e-16, a -> Normal.logCdf(-a[0]));
    }

    @Test
    void quantilesAgreeWithTheReference() {
        ReferenceTable.of("normal_quantile").check("z", 5e-16, a -> Normal.isf(a[0]));
        ReferenceTable.of("normal_quantile").check("z", 5e-16, a -> -Normal.quantile(a[0]));
    }

    @Test
    void thirtyEightSigmaIsNotZero() {
        assertEquals(2.885428360068e-316, Normal.sf(38), 1e-323);
    }

    @Test
    void infinitiesAreTheEnds() {
        assertEquals(0, Normal.sf(Double.POSITIVE_INFINITY));
        assertEquals(1, Normal.sf(Double.NEGATIVE_INFINITY));
        assertEquals(0, Normal.pdf(Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Normal.logSf(Double.POSITIVE_INFINITY));
        assertEquals(0, Normal.logSf(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Normal.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
        assertEquals(0, Normal.quantile(0.5));
    }

    @Test
    void notANumberIsRefused() {
        assertEquals(
                "x must be a number: NaN",
                assertThrows(IllegalArgumentException.class, () -> Normal.sf(Double.NaN))
                        .getMessage());
        assertEquals(
                "probability must be in [0, 1]: NaN",
                assertThrows(IllegalArgumentException.class, () -> Normal.quantile(Double.NaN))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Normal.cdf(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Normal.pdf(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Normal.logPdf(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Normal.logSf(Double.NaN));
    }
}
