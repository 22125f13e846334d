package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BinomialTest {

    private final ReferenceTable table = ReferenceTable.of("binomial");

    @Test
    void coins() {
        assertEquals(10.0 / 32, Binomial.pmf(5, 0.5, 2), 1e-16);
        assertEquals(16.0 / 32, Binomial.cdf(5, 0.5, 2), 1e-16);
        assertEquals(6.0 / 32, Binomial.sf(5, 0.5, 3), 1e-16);
    }

    @Test
    void probabilityAgreesWithTheReference() {
        table.check("pmf", 5e-16, a -> Binomial.pmf((long) a[0], a[1], (long) a[2]));
    }

    @Test
    void tailsAgreeWithTheReference() {
        table.check("cdf", 2e-15, a -> Binomial.cdf((long) a[0], a[1], (long) a[2]));
        table.check("sf", 2e-15, a -> Binomial.sf((long) a[0], a[1], (long) a[2]));
    }

    @Test
    void logarithmGoesOnBelowTheDoubles() {
        table.check("pmf", 2e-13, a -> Math.exp(Binomial.logPmf((long) a[0], a[1], (long) a[2])));
        assertEquals(1_000_000 * Math.log(0.25), Binomial.logPmf(1_000_000, 0.25, 1_000_000), 1e-8);
    }

    @Test
    void certainAndImpossibleCases() {
        assertEquals(1, Binomial.pmf(0, 0.3, 0));
        assertEquals(1, Binomial.pmf(4, 0, 0));
        assertEquals(0, Binomial.pmf(4, 0, 1));
        assertEquals(1, Binomial.pmf(4, 1, 4));
        assertEquals(0, Binomial.pmf(4, 1, 0));
        assertEquals(0, Binomial.pmf(4, 0.5, 5));
        assertEquals(0, Binomial.pmf(4, 0.5, -1));
        assertEquals(Double.NEGATIVE_INFINITY, Binomial.logPmf(4, 0.5, -1));
        assertEquals(0, Binomial.logPmf(0, 0.5, 0));
        assertEquals(0, Binomial.cdf(4, 0.5, -1));
        assertEquals(1, Binomial.cdf(4, 0.5, 4));
        assertEquals(1, Binomial.sf(4, 0.5, -1));
        assertEquals(0, Binomial.sf(4, 0.5, 4));
        assertEquals(0, Binomial.sf(4, 0, 0));
        assertEquals(1, Binomial.sf(4, 1, 3));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("n must be in [0, 2^53]: -1", () -> Binomial.pmf(-1, 0.5, 0));
        assertRefused("p must be in [0, 1]: 1.5", () -> Binomial.cdf(1, 1.5, 0));
        assertRefused("p must be in [0, 1]: NaN", () -> Binomial.logPmf(1, Double.NaN, 0));
    }

    @Test
    void nothingTriedIsNoSuccess() {
        assertEquals(1, Binomial.cdf(0, 0.3, 0));
        assertEquals(0, Binomial.sf(0, 0.3, 0));
        assertEquals(0, Binomial.cdf(0, 0.3, -1));
    }

    @Test
    void asManyTrialsAsThereAreExactCounts() {
        // No success in 2^53 trials of probability 2^-53.
        assertEquals(Math.exp(-1), Binomial.pmf(1L << 53, 0x1p-53, 0), 1e-16);
        assertRefused("n must be in [0, 2^53]: 9007199254740993", () -> Binomial.pmf((1L << 53) + 1, 0.5, 0));
    }
}
