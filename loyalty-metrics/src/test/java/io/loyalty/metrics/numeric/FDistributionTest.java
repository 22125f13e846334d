package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FDistributionTest {

    @Test
    void tableOfCriticalValues() {
        assertEquals(3.7082648190468435, FDistribution.quantile(3, 10, 0.95), 1e-14);
        assertEquals(3.7082648190468435, FDistribution.isf(3, 10, 0.05), 1e-14);
    }

    @Test
    void distributionAgreesWithTheReference() {
        ReferenceTable.of("f").check("cdf", 5e-15, a -> FDistribution.cdf(a[0], a[1], a[2]));
    }

    @Test
    void survivalAgreesWithTheReference() {
        ReferenceTable.of("f").check("sf", 5e-15, a -> FDistribution.sf(a[0], a[1], a[2]));
    }

    @Test
    void squareOfStudentT() {
        assertEquals(StudentT.sfTwoSided(7, 3), FDistribution.sf(1, 7, 9), 1e-17);
    }

    @Test
    void endsAreExact() {
        assertEquals(0, FDistribution.cdf(2, 3, 0));
        assertEquals(1, FDistribution.sf(2, 3, -5));
        assertEquals(0, FDistribution.sf(2, 3, Double.POSITIVE_INFINITY));
        assertEquals(1, FDistribution.cdf(2, 3, Double.POSITIVE_INFINITY));
        assertEquals(0, FDistribution.quantile(2, 3, 0));
        assertEquals(Double.POSITIVE_INFINITY, FDistribution.quantile(2, 3, 1));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("df1 must be positive and finite: 0.0", () -> FDistribution.sf(0, 1, 1));
        assertRefused("df2 must be positive and finite: NaN", () -> FDistribution.cdf(1, Double.NaN, 1));
        assertRefused("f must be a number: NaN", () -> FDistribution.cdf(1, 1, Double.NaN));
        assertRefused("probability must be in [0, 1]: 7.0", () -> FDistribution.isf(1, 1, 7));
    }

    @Test
    void twoDegreesAgainstVeryManyAreAPowerStill() {
        // (1 + 2 f/d)^(-d/2) by mpmath 1.2.1 with 60 digits
        assertEquals(0.0497870683683120266, FDistribution.sf(2, 1e12, 3), 2e-16);
        assertEquals(5.67568523263800227e-14, FDistribution.sf(2, 1e15, 30.5), 1e-27);
        assertEquals(8.39375707078768035e-88, FDistribution.sf(2, 1e12, 200.5), 2e-101);
    }

    @Test
    void quantilesCheckTheirArguments() {
        assertRefused("df1 must be positive and finite: 0.0", () -> FDistribution.quantile(0, 1, 0.5));
        assertRefused("df2 must be positive and finite: NaN", () -> FDistribution.isf(1, Double.NaN, 0.5));
    }
}
