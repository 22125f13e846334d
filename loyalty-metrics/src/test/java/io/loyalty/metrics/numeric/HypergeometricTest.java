package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HypergeometricTest {

    private final ReferenceTable table = ReferenceTable.of("hypergeometric");

    @Test
    void ladyTastingTea() {
        assertEquals(1.0 / 70, Hypergeometric.pmf(8, 4, 4, 4), 1e-17);
        assertEquals(17.0 / 70, Hypergeometric.sf(8, 4, 4, 2), 1e-16);
        assertEquals(53.0 / 70, Hypergeometric.cdf(8, 4, 4, 2), 2e-16);
    }

    @Test
    void probabilityAgreesWithTheReference() {
        table.check("pmf", 1e-15, a -> Hypergeometric.pmf((long) a[0], (long) a[1], (long) a[2], (long) a[3]));
    }

    @Test
    void tailsAgreeWithTheReference() {
        table.check("cdf", 1e-15, a -> Hypergeometric.cdf((long) a[0], (long) a[1], (long) a[2], (long) a[3]));
        table.check("sf", 2e-15, a -> Hypergeometric.sf((long) a[0], (long) a[1], (long) a[2], (long) a[3]));
    }

    @Test
    void logarithmGoesOnBelowTheDoubles() {
        assertEquals(Math.log(Hypergeometric.pmf(60, 30, 30, 3)), Hypergeometric.logPmf(60, 30, 30, 3), 1e-14);
        // One table of C(100000, 50000).
        assertEquals(
                -(LogGamma.value(100_001) - 2 * LogGamma.value(50_001)),
                Hypergeometric.logPmf(100_000, 50_000, 50_000, 0),
                1e-8);
    }

    @Test
    void impossibleCounts() {
        assertEquals(0, Hypergeometric.pmf(10, 8, 5, 2));
        assertEquals(0, Hypergeometric.pmf(10, 3, 5, 4));
        assertEquals(0, Hypergeometric.pmf(10, 3, 5, -1));
        assertEquals(Double.NEGATIVE_INFINITY, Hypergeometric.logPmf(10, 3, 5, 4));
        assertEquals(0, Hypergeometric.cdf(10, 8, 5, 2));
        assertEquals(1, Hypergeometric.sf(10, 8, 5, 2));
        assertEquals(1, Hypergeometric.cdf(10, 3, 5, 3));
        assertEquals(0, Hypergeometric.sf(10, 3, 5, 99));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("population must be in [0, 2^53]: -1", () -> Hypergeometric.pmf(-1, 0, 0, 0));
        assertRefused("marked must be in [0, population]: 3 of 2", () -> Hypergeometric.cdf(2, 3, 1, 0));
        assertRefused("draws must be in [0, population]: -1 of 2", () -> Hypergeometric.sf(2, 1, -1, 0));
    }

    @Test
    void populationsUpToTheExactCounts() {
        // One draw of 2^53, half of them marked.
        assertEquals(0.5, Hypergeometric.pmf(1L << 53, 1L << 52, 1, 1), 1e-16);
        assertRefused(
                "population must be in [0, 2^53]: 9007199254740993", () -> Hypergeometric.pmf((1L << 53) + 1, 1, 1, 0));
        assertRefused("draws must be in [0, population]: 3 of 2", () -> Hypergeometric.logPmf(2, 1, 3, 0));
    }
}
