package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GammaTest {

    private final ReferenceTable table = ReferenceTable.of("gamma");

    @Test
    void shapeOneIsExponential() {
        assertEquals(Math.exp(-1.5), Gamma.sf(1, 2, 3), 1e-16);
        assertEquals(0.5 * Math.exp(-1.5), Gamma.pdf(1, 2, 3), 1e-17);
        assertEquals(2 * Math.log(2), Gamma.quantile(1, 2, 0.5), 2e-15);
        assertEquals(0.5, Gamma.pdf(1, 2, 0));
    }

    @Test
    void densityAgreesWithTheReference() {
        table.check("pdf", 5e-16, a -> Gamma.pdf(a[0], a[1], a[2]));
    }

    @Test
    void tailsAgreeWithTheReference() {
        table.check("cdf", 1e-15, a -> Gamma.cdf(a[0], a[1], a[2]));
        table.check("sf", 2e-15, a -> Gamma.sf(a[0], a[1], a[2]));
    }

    @Test
    void logDensityGoesOnBelowTheDoubles() {
        table.check("pdf", 2e-13, a -> Math.exp(Gamma.logPdf(a[0], a[1], a[2])));
        assertEquals(-1e5 + 2 * Math.log(1e5) - Math.log(2), Gamma.logPdf(3, 1, 1e5), 1e-10);
    }

    @Test
    void edgesOfTheSupport() {
        assertEquals(0, Gamma.pdf(2, 1, 0));
        assertEquals(Double.POSITIVE_INFINITY, Gamma.pdf(0.5, 1, 0));
        assertEquals(0, Gamma.pdf(2, 1, -1));
        assertEquals(0, Gamma.pdf(2, 1, Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Gamma.logPdf(2, 1, -1));
        assertEquals(Double.POSITIVE_INFINITY, Gamma.logPdf(0.5, 1, 0));
        assertEquals(1, Gamma.sf(2, 1, -1));
        assertEquals(0, Gamma.cdf(2, 1, 0));
        assertEquals(1, Gamma.cdf(2, 1, Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Gamma.isf(2, 1, 0));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("shape must be positive and finite: 0.0", () -> Gamma.pdf(0, 1, 1));
        assertRefused("scale must be positive and finite: NaN", () -> Gamma.sf(1, Double.NaN, 1));
        assertRefused("x must be a number: NaN", () -> Gamma.logPdf(1, 1, Double.NaN));
        assertRefused("probability must be in [0, 1]: NaN", () -> Gamma.quantile(1, 1, Double.NaN));
    }

    /** By mpmath 1.2.1 with 60 digits. */
    @Test
    void scalesThatLeaveNoOrdinaryNumberOfTheArgument() {
        assertEquals(5.64189583547756299e-145, Gamma.pdf(0.5, 1e308, 1e-20), 2e-157);
        assertEquals(-332.144618334067279, Gamma.logPdf(0.5, 1e308, 1e-20), 1e-12);
        assertEquals(1e-308, Gamma.pdf(1, 1e308, 1e-20), 1e-320);
        assertEquals(4.73424058930729858e-306, Gamma.pdf(1.001, 1e305, 1e-20), 2e-318);
        assertEquals(-1064.82482327211088, Gamma.logPdf(1.5, 1e305, 1e-10), 1e-12);
        assertEquals(0.470165030632646961, Gamma.cdf(0.001, 1e308, 1e-20), 1e-15);
        assertEquals(0.529834969367353039, Gamma.sf(0.001, 1e308, 1e-20), 1e-15);
        assertEquals(0, Gamma.cdf(1.001, 1e305, 1e-20), Double.MIN_VALUE);
        assertEquals(0, Gamma.pdf(2, 1e-300, 1e300));
        assertEquals(Double.NEGATIVE_INFINITY, Gamma.logPdf(2, 1e-300, 1e300));
        assertEquals(0, Gamma.sf(2, 1e-300, 1e300));
        assertEquals(1, Gamma.cdf(2, 1e-300, 1e300));
    }

    @Test
    void everyQuestionChecksItsArguments() {
        assertRefused("shape must be positive and finite: 0.0", () -> Gamma.logPdf(0, 1, 1));
        assertRefused("shape must be positive and finite: NaN", () -> Gamma.cdf(Double.NaN, 1, 1));
        assertRefused("x must be a number: NaN", () -> Gamma.cdf(1, 1, Double.NaN));
        assertRefused("scale must be positive and finite: Infinity", () -> Gamma.quantile(1, 1.0 / 0, 0.5));
        assertRefused("scale must be positive and finite: -1.0", () -> Gamma.isf(1, -1, 0.5));
    }

    @Test
    void complementsOfTinyShapesKeepTheirDigits() {
        // 1 − u^a / Γ(1 + a) is a (−log u − γ), next to 0 for a.
        double want = 1e-20 * (-(Math.log(1e-20) - Math.log(1e308)) - 0.57721566490153286061);
        assertEquals(want, Gamma.sf(1e-20, 1e308, 1e-20), 1e-15 * want);
    }
}
