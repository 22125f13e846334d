package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoissonTest {

    private final ReferenceTable table = ReferenceTable.of("poisson");

    @Test
    void smallCounts() {
        assertEquals(2 * Math.exp(-2), Poisson.pmf(2, 1), 1e-16);
        assertEquals(5 * Math.exp(-2), Poisson.cdf(2, 2), 2e-16);
        assertEquals(1 - 5 * Math.exp(-2), Poisson.sf(2, 2), 2e-16);
    }

    @Test
    void probabilityAgreesWithTheReference() {
        table.check("pmf", 5e-16, a -> Poisson.pmf(a[0], (long) a[1]));
    }

    @Test
    void tailsAgreeWithTheReference() {
        table.check("cdf", 1e-15, a -> Poisson.cdf(a[0], (long) a[1]));
        table.check("sf", 1e-15, a -> Poisson.sf(a[0], (long) a[1]));
    }

    @Test
    void logarithmGoesOnBelowTheDoubles() {
        assertEquals(-1e6, Poisson.logPmf(1e6, 0));
        assertEquals(Math.log(Poisson.pmf(3.5, 20)), Poisson.logPmf(3.5, 20), 1e-14);
    }

    @Test
    void edges() {
        assertEquals(1, Poisson.pmf(0, 0));
        assertEquals(0, Poisson.pmf(0, 1));
        assertEquals(0, Poisson.pmf(3, -1));
        assertEquals(0, Poisson.logPmf(0, 0));
        assertEquals(Double.NEGATIVE_INFINITY, Poisson.logPmf(0, 1));
        assertEquals(Double.NEGATIVE_INFINITY, Poisson.logPmf(3, -1));
        assertEquals(1, Poisson.cdf(0, 0));
        assertEquals(0, Poisson.cdf(3, -1));
        assertEquals(1, Poisson.sf(3, -1));
        assertEquals(0, Poisson.sf(0, 0));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("mean must be at least 0 and finite: -1.0", () -> Poisson.pmf(-1, 0));
        assertRefused("mean must be at least 0 and finite: NaN", () -> Poisson.sf(Double.NaN, 0));
    }
}
