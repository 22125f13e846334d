package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Integrals that are known, of all widths and sizes. */
class LogIntegralTest {

    private static final double HALF_LOG_TWO_PI = .5 * Math.log(2 * Math.PI);

    @Test
    void bellsOfAllWidthsHaveTheirArea() {
        for (double centre : new double[] {-30, 0, 17.3}) {
            for (double width : new double[] {1e-6, .01, 1, 40}) {
                for (double height : new double[] {-5000, 0, 900}) {
                    int[] calls = {0};
                    double log = LogIntegral.of(
                            u -> {
                                calls[0]++;
                                double z = (u - centre) / width;
                                return height - .5 * z * z;
                            },
                            centre - 300 * Math.min(width, 2),
                            centre + 500 * Math.min(width, 2));
                    // Of a width of 40, all but 1e-50 lies within.
                    assertEquals(height + HALF_LOG_TWO_PI + Math.log(width), log, 1e-9);
                    assertTrue(calls[0] < 1500, "calls " + calls[0]);
                }
            }
        }
    }

    @Test
    void slopesFromAnEndHaveTheirArea() {
        // ∫ e^(−s u) from 0 to 20 is (1 − e^(−20 s)) / s; falling to the right, and to the left.
        for (double s : new double[] {1e-3, 1, 50, 1e5}) {
            double want = Math.log(-Math.expm1(-20 * s) / s);
            assertEquals(want, LogIntegral.of(u -> -s * u, 0, 20), 1e-10);
            assertEquals(want, LogIntegral.of(u -> s * u, -20, 0), 1e-10);
        }
        assertEquals(Math.log(7), LogIntegral.of(u -> 0, -3, 4), 1e-14);
    }

    @Test
    void aKinkIsHalvedUntilTheRulesAgree() {
        // ∫ e^−|u| from −40 to 40, the kink where no panel ends
        assertEquals(Math.log(2), LogIntegral.of(u -> -Math.abs(u - .3), -40, 40), 1e-9);
    }

    @Test
    void nothingHasNoArea() {
        assertEquals(Double.NEGATIVE_INFINITY, LogIntegral.of(u -> 0, 2, 2));
        assertEquals(Double.NEGATIVE_INFINITY, LogIntegral.of(u -> 0, 3, 2));
        assertEquals(Double.NEGATIVE_INFINITY, LogIntegral.of(u -> Double.NEGATIVE_INFINITY, 0, 1));
    }

    @Test
    void aFunctionMayBeZeroOverAPartOfTheRange() {
        assertEquals(Math.log(1.5), LogIntegral.of(u -> u < .5 ? Double.NEGATIVE_INFINITY : 0, 0, 2), 1e-7);
    }
}
