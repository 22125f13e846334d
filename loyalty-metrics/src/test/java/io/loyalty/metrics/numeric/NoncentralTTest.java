package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NoncentralTTest {

    @Test
    void withoutNoncentralityItIsStudents() {
        assertEquals(StudentT.sf(4, 50), NoncentralT.sf(4, 0, 50), 1e-20);
        assertEquals(StudentT.cdf(12.5, -2), NoncentralT.cdf(12.5, 0, -2), 1e-15);
    }

    @Test
    void powerOfATTestAgainstPublishedTables() {
        // Two groups of 64, effect 1/2, level 0.05 two-sided: Cohen's table gives power .80.
        double critical = StudentT.isf(126, 0.025);
        double delta = 0.5 * Math.sqrt(32);
        double power = NoncentralT.sf(126, delta, critical) + NoncentralT.cdf(126, delta, -critical);
        assertEquals(0.8014596, power, 5e-8);
    }

    @Test
    void distributionAgreesWithTheReference() {
        ReferenceTable.of("noncentral_t").check("cdf", 4e-14, a -> NoncentralT.cdf(a[0], a[1], a[2]));
    }

    @Test
    void survivalAgreesWithTheReference() {
        ReferenceTable.of("noncentral_t").check("sf", 2e-14, a -> NoncentralT.sf(a[0], a[1], a[2]));
    }

    @Test
    void signsMirror() {
        assertEquals(NoncentralT.sf(7, 1.5, 2), NoncentralT.cdf(7, -1.5, -2));
    }

    @Test
    void ends() {
        assertEquals(0, NoncentralT.sf(7, 1.5, Double.POSITIVE_INFINITY));
        assertEquals(1, NoncentralT.sf(7, 1.5, Double.NEGATIVE_INFINITY));
        assertEquals(Normal.sf(1.5), NoncentralT.cdf(7, 1.5, 0));
        assertEquals(0, NoncentralT.cdf(1000, 900, 1));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("df must be positive and finite: 0.0", () -> NoncentralT.sf(0, 1, 1));
        assertRefused("noncentrality must be in [-1000, 1000]: 2000.0", () -> NoncentralT.sf(1, 2000, 1));
        assertRefused("noncentrality must be in [-1000, 1000]: NaN", () -> NoncentralT.cdf(1, Double.NaN, 1));
        assertRefused("t must be a number: NaN", () -> NoncentralT.cdf(1, 1, Double.NaN));
    }

    @Test
    void theLargestNoncentralityIsTaken() {
        // T is next to normal for very many degrees of freedom.
        assertEquals(Normal.sf(1), NoncentralT.sf(1e12, 1000, 1001), 1e-6);
        assertEquals(Normal.sf(1), NoncentralT.cdf(1e12, -1000, -1001), 1e-6);
    }
}
