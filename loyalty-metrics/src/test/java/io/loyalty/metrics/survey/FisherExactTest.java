package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Reference values by exact fractions of binomial coefficients (Python 3.11, fractions and math.comb). */
class FisherExactTest {

    @Test
    void pValuesAreThoseOfExactFractions() {
        check(3, 1, 1, 3, 0.4857142857142857);
        check(8, 2, 1, 5, 0.03496503496503497);
        check(300, 700, 200, 800, 2.975241938212637e-07);
        check(10, 2, 3, 15, 0.0005367241191434358);
        check(5, 0, 1, 4, 0.047619047619047616);
        check(2, 3, 6, 4, 0.6083916083916084);
        check(12, 5, 5, 12, 0.038084343124522524);
        check(2, 31, 136, 15532, 0.033902714760341734);
    }

    @Test
    void farTailsKeepTheirDigits() {
        check(70, 5, 5, 70, 6.450093816437613e-30);
        check(200, 10, 20, 180, 1.7357954624257734e-78);
    }

    @Test
    void tablesWithoutInformationHaveAPValueOfOne() {
        assertEquals(1.0, FisherExact.twoSided(0, 10, 0, 20));
        assertEquals(1.0, FisherExact.twoSided(10, 0, 10, 0));
        assertEquals(1.0, FisherExact.twoSided(1, 0, 0, 1));
        assertEquals(1.0, FisherExact.twoSided(0, 0, 3, 4));
        assertEquals(1.0, FisherExact.twoSided(0, 0, 0, 0));
    }

    @Test
    void millionsOfAnswersAreNoTrouble() {
        double p = FisherExact.twoSided(600_000, 400_000, 599_000, 401_000);
        assertTrue(p > 0.14 && p < 0.16, "p = " + p);
        assertEquals(0.0, FisherExact.twoSided(1_000_000, 0, 0, 1_000_000));
    }

    private static void check(long a, long b, long c, long d, double p) {
        assertEquals(p, FisherExact.twoSided(a, b, c, d), 1e-12 * p);
        assertEquals(p, FisherExact.twoSided(b, a, d, c), 1e-12 * p);
        assertEquals(p, FisherExact.twoSided(c, d, a, b), 1e-12 * p);
        assertEquals(p, FisherExact.twoSided(a, c, b, d), 1e-12 * p);
    }
}
