package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChiSquareTest {

    @Test
    void tableOfCriticalValues() {
        assertEquals(3.841458820694124, ChiSquare.quantile(1, 0.95), 1e-14);
        assertEquals(7.814727903251178, ChiSquare.quantile(3, 0.95), 1e-14);
        assertEquals(18.307038053275146, ChiSquare.isf(10, 0.05), 1e-13);
        assertEquals(0.05, ChiSquare.sf(10, 18.307038053275146), 1e-16);
    }

    @Test
    void twoDegreesOfFreedomAreExponential() {
        assertEquals(Math.exp(-690), ChiSquare.sf(2, 1380), 1e-314);
        assertEquals(0.5 * Math.exp(-1.5), ChiSquare.pdf(2, 3), 1e-17);
        assertEquals(0.5, ChiSquare.pdf(2, 0));
        assertEquals(-5000, ChiSquare.logSf(2, 10_000), 1e-11);
    }

    @Test
    void oneDegreeOfFreedomIsASquaredNormal() {
        double[] points = {1e-3, 0.5, 2, 9, 100, 1300};
        for (double x : points) {
            double expected = 2 * Normal.sf(Math.sqrt(x));
            assertEquals(expected, ChiSquare.sf(1, x), 2e-13 * expected);
        }
    }

    @Test
    void survivalOf1EMinus300() {
        // From the table of regularized incomplete gamma functions: q = exp(-690) or so, argument doubled.
        ReferenceTable.of("regularized_gamma").check("q", 7e-15, a -> ChiSquare.sf(2 * a[0], 2 * a[1]));
        ReferenceTable.of("regularized_gamma").check("p", 1e-15, a -> ChiSquare.cdf(2 * a[0], 2 * a[1]));
    }

    @Test
    void negativeArgumentsAreBelowTheSupport() {
        assertEquals(0, ChiSquare.cdf(3, -1));
        assertEquals(1, ChiSquare.sf(3, Double.NEGATIVE_INFINITY));
        assertEquals(0, ChiSquare.pdf(3, -1));
        assertEquals(0, ChiSquare.logSf(3, -1));
        assertEquals(Double.POSITIVE_INFINITY, ChiSquare.pdf(1, 0));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("df must be positive and finite: 0.0", () -> ChiSquare.sf(0, 1));
        assertRefused("x must be a number: NaN", () -> ChiSquare.cdf(1, Double.NaN));
        assertRefused("probability must be in [0, 1]: NaN", () -> ChiSquare.isf(1, Double.NaN));
        assertRefused("probability must be in [0, 1]: -1.0", () -> ChiSquare.quantile(1, -1));
    }
}
