package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BetaTest {

    @Test
    void polynomialDensity() {
        assertEquals(12 * 0.3 * 0.49, Beta.pdf(2, 3, 0.3), 1e-15);
        assertEquals(0.3483, Beta.cdf(2, 3, 0.3), 1e-16);
        assertEquals(0.6517, Beta.sf(2, 3, 0.3), 1e-16);
        assertEquals(0.3, Beta.quantile(2, 3, 0.3483), 1e-15);
        assertEquals(0.3, Beta.isf(2, 3, 0.6517), 1e-15);
    }

    @Test
    void densityAgreesWithTheReference() {
        ReferenceTable.of("beta_pdf").check("pdf", 5e-16, a -> Beta.pdf(a[0], a[1], a[2]));
    }

    @Test
    void logDensityAgreesWithTheReference() {
        ReferenceTable.of("beta_pdf").checkAbsolutely("logPdf", 3e-15, a -> Beta.logPdf(a[0], a[1], a[2]));
    }

    @Test
    void edgesOfTheSupport() {
        assertEquals(Double.POSITIVE_INFINITY, Beta.pdf(0.5, 2, 0));
        assertEquals(2, Beta.pdf(1, 2, 0));
        assertEquals(0, Beta.pdf(3, 2, 0));
        assertEquals(3, Beta.pdf(3, 1, 1));
        assertEquals(0, Beta.pdf(3, 2, 1.5));
        assertEquals(Double.NEGATIVE_INFINITY, Beta.logPdf(3, 2, 1));
        assertEquals(0, Beta.cdf(3, 2, -1));
        assertEquals(0, Beta.sf(3, 2, 7));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("a must be positive and finite: 0.0", () -> Beta.pdf(0, 1, 0.5));
        assertRefused("b must be positive and finite: -1.0", () -> Beta.logPdf(1, -1, 0.5));
        assertRefused("x must be a number: NaN", () -> Beta.cdf(1, 1, Double.NaN));
    }

    @Test
    void everyQuestionChecksItsArguments() {
        assertRefused("x must be a number: NaN", () -> Beta.sf(1, 1, Double.NaN));
        assertRefused("x must be a number: NaN", () -> Beta.pdf(1, 1, Double.NaN));
        assertRefused("a + b must be positive and finite: Infinity", () -> Beta.pdf(1e308, 1e308, 0.5));
    }
}
