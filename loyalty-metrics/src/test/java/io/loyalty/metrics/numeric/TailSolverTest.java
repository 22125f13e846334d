package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tails that can be inverted by hand, asked from good and bad starts. */
class TailSolverTest {

    /** P(X > x) = e^−x, or its complement; counts how often it is asked. */
    private static final class Exponential extends TailSolver {

        private final boolean upper;
        private int asked;

        Exponential(boolean upper) {
            this.upper = upper;
        }

        @Override
        double tail(double x) {
            asked++;
            return upper ? Math.exp(-x) : -Math.expm1(-x);
        }

        @Override
        double density(double x) {
            return x * Math.exp(-x);
        }

        @Override
        double pull(double x) {
            return 1 - x;
        }
    }

    @Test
    void bothTailsAreInvertedFromAnyStart() {
        for (double p : new double[] {1e-300, 1e-20, 0.01, 0.3, 0.5}) {
            for (double start : new double[] {1e-300, 1e-5, 0.7, 30, 700, 1e5, 1e300}) {
                String what = p + " from " + start;
                double far = -Math.log(p);
                assertEquals(
                        far, new Exponential(true).solve(p, true, start, Double.POSITIVE_INFINITY), 1e-14 * far, what);
                double near = -Math.log1p(-p);
                assertEquals(
                        near,
                        new Exponential(false).solve(p, false, start, Double.POSITIVE_INFINITY),
                        1e-14 * near,
                        what);
            }
        }
    }

    /** P(X > x) = 1/x² from 1 on, or P(X < x) = x^40 up to 1: tails that vanish or stay 1 over most of the numbers. */
    private static TailSolver power(double exponent) {
        return new TailSolver() {
            @Override
            double tail(double x) {
                return Math.min(1, Math.pow(x, exponent));
            }

            @Override
            double density(double x) {
                return tail(x) < 1 ? Math.abs(exponent) * tail(x) : 0;
            }

            @Override
            double pull(double x) {
                return exponent;
            }
        };
    }

    @Test
    void whereTheTailSaysNothingTheBracketIsHalved() {
        for (double start : new double[] {1e-300, 1e-10, 3, 1e10, 1e300}) {
            assertEquals(
                    1e30, power(-2).solve(1e-60, true, start, Double.POSITIVE_INFINITY), 1e17, "upper from " + start);
            assertEquals(
                    1e-5,
                    power(40).solve(1e-200, false, start, Double.POSITIVE_INFINITY),
                    1e-18,
                    "lower from " + start);
        }
    }

    @Test
    void aFairStartTakesFewSteps() {
        Exponential upper = new Exponential(true);
        upper.solve(1e-9, true, 15, Double.POSITIVE_INFINITY);
        assertTrue(upper.asked <= 5, "asked " + upper.asked);
        Exponential lower = new Exponential(false);
        lower.solve(1e-9, false, 3e-9, Double.POSITIVE_INFINITY);
        assertTrue(lower.asked <= 5, "asked " + lower.asked);
        Exponential far = new Exponential(true);
        far.solve(0.3, true, 1e-250, Double.POSITIVE_INFINITY);
        assertTrue(far.asked <= 120, "asked " + far.asked);
    }

    @Test
    void anExactStartIsKept() {
        Exponential exact = new Exponential(true);
        assertEquals(2, exact.solve(Math.exp(-2), true, 2, Double.POSITIVE_INFINITY));
        assertEquals(1, exact.asked);
    }

    @Test
    void whatCannotBeToldFromAnEndIsTheEnd() {
        // All but 1e-20 of it lies beyond the limit.
        assertEquals(1e-20, new Exponential(true).solve(0.5, true, 1e-30, 1e-20), 1e-35);
        assertEquals(0, new Exponential(false).solve(1e-320, false, 1, Double.POSITIVE_INFINITY), 1e-319);
    }
}
