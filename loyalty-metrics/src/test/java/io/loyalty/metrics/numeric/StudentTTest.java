package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StudentTTest {

    @Test
    void oneDegreeOfFreedomIsCauchy() {
        assertEquals(0.25, StudentT.sf(1, 1), 1e-16);
        assertEquals(1 / Math.PI, StudentT.pdf(1, 0), 2e-16);
        assertEquals(1 / (Math.PI * 10), StudentT.pdf(1, 3), 2e-17);
        assertEquals(1, StudentT.isf(1, 0.25), 4e-16);
    }

    @Test
    void tableOfCriticalValues() {
        assertEquals(2.2281388519862744, StudentT.isf(10, 0.025), 1e-15);
        assertEquals(1.6448536269514722, StudentT.quantile(1e15, 0.95), 1e-14);
    }

    @Test
    void densityAgreesWithTheReference() {
        ReferenceTable.of("student_t").check("pdf", 1e-15, a -> StudentT.pdf(a[0], a[1]));
    }

    @Test
    void survivalAgreesWithTheReference() {
        ReferenceTable.of("student_t").check("sf", 6e-15, a -> StudentT.sf(a[0], a[1]));
        ReferenceTable.of("student_t").check("sf", 6e-15, a -> StudentT.cdf(a[0], -a[1]));
        ReferenceTable.of("student_t").check("sf", 6e-15, a -> 0.5 * StudentT.sfTwoSided(a[0], -a[1]));
    }

    @Test
    void quantilesAgreeWithTheReference() {
        ReferenceTable.of("student_t_quantile")
                .checkConditioned("t", "condition", 2e-15, a -> StudentT.isf(a[0], a[1]));
        ReferenceTable.of("student_t_quantile")
                .checkConditioned("t", "condition", 2e-15, a -> -StudentT.quantile(a[0], a[1]));
    }

    @Test
    void endsAreExact() {
        assertEquals(0.5, StudentT.cdf(3, 0));
        assertEquals(0, StudentT.sf(3, Double.POSITIVE_INFINITY));
        assertEquals(1, StudentT.sf(3, Double.NEGATIVE_INFINITY));
        assertEquals(0, StudentT.pdf(3, Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, StudentT.isf(3, 0));
        assertEquals(Double.NEGATIVE_INFINITY, StudentT.isf(3, 1));
        assertEquals(0, StudentT.quantile(3, 0.5));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("df must be positive and finite: 0.0", () -> StudentT.sf(0, 1));
        assertRefused("df must be positive and finite: NaN", () -> StudentT.pdf(Double.NaN, 1));
        assertRefused("t must be a number: NaN", () -> StudentT.cdf(1, Double.NaN));
        assertRefused("t must be a number: NaN", () -> StudentT.pdf(1, Double.NaN));
        assertRefused("probability must be in [0, 1]: 2.0", () -> StudentT.quantile(1, 2));
    }
}
