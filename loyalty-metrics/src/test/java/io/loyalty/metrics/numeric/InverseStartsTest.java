package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** First guesses of inverses are as near as their approximations promise, or the search would be long. */
class InverseStartsTest {

    private static void assertBeta(double tolerance, double a, double b, double p) {
        for (boolean upper : new boolean[] {false, true}) {
            BetaInverse.Split split = BetaInverse.of(a, b, p, upper);
            double logOdds = Math.log(split.share()) - Math.log(split.rest());
            assertEquals(logOdds, BetaInverse.start(a, b, p, upper), tolerance, a + " " + b + " " + p + " " + upper);
        }
    }

    private static void assertGamma(double tolerance, double a, double p, boolean upper) {
        double want = Math.log(GammaInverse.of(a, p, upper));
        assertEquals(want, Math.log(GammaInverse.start(a, p, upper)), tolerance, a + " " + p + " " + upper);
    }

    @Test
    void cartersApproximationOfBetaIsGoodInTheCentre() {
        double[] shapes = {2.5, 10, 40, 300, 1e4};
        for (double a : shapes) {
            for (double b : shapes) {
                for (double p : new double[] {.002, .05, .2, .5}) {
                    assertBeta(Math.min(a, b) < 10 ? .1 : .004, a, b, p);
                }
            }
        }
    }

    @Test
    void theEndsOfBetaAreTheirLeadingTerms() {
        for (double a : new double[] {.03, .4}) {
            for (double b : new double[] {.03, .7, 6}) {
                // What is left out is a share of the share.
                double x = BetaInverse.of(a, b, 1e-4, false).share();
                assertEquals(Math.log(x), BetaInverse.start(a, b, 1e-4, false), 9 * x + 1e-12 * Math.abs(Math.log(x)));
                assertEquals(-Math.log(x), BetaInverse.start(b, a, 1e-4, true), 9 * x + 1e-12 * Math.abs(Math.log(x)));
            }
        }
        assertBetaEnd(3, 8, 1e-40);
        assertBetaEnd(20, 2.5, 1e-300);
    }

    private static void assertBetaEnd(double a, double b, double p) {
        double x = BetaInverse.of(a, b, p, false).share();
        assertEquals(Math.log(x), BetaInverse.start(a, b, p, false), 20 * x);
        assertEquals(-Math.log(x), BetaInverse.start(b, a, p, true), 20 * x);
    }

    @Test
    void smallShapesOfBetaAreTwoPowers() {
        for (double a : new double[] {.1, .5, .9}) {
            for (double b : new double[] {.1, .5, .9}) {
                assertBeta(1.4, a, b, .3);
                assertBeta(1.4, a, b, .48);
            }
        }
    }

    @Test
    void theCubeOfWilsonAndHilfertyIsGoodInTheCentre() {
        for (double p : new double[] {.002, .05, .5}) {
            for (boolean upper : new boolean[] {false, true}) {
                for (double a : new double[] {12, 50, 400, 1e6}) {
                    assertGamma(.02, a, p, upper);
                }
                assertGamma(.2, 2.5, p, upper);
            }
        }
    }

    @Test
    void theTailsOfGammaAreTheirLeadingTerms() {
        for (double a : new double[] {.01, .5, 1, 3, 9}) {
            // The next term of the lower tail is x a / (a + 1).
            double x = GammaInverse.of(a, 1e-12, false);
            assertGamma(1.5 * x + 1e-12 * Math.abs(Math.log(x)), a, 1e-12, false);
            assertGamma(a < 1 ? .1 : .7, a, 1e-60, true);
        }
        assertGamma(.4, .3, .05, true);
        assertGamma(.4, .3, .4, true);
        assertGamma(.05, .3, .2, false);
    }
}
