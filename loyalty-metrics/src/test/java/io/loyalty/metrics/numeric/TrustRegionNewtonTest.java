package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrustRegionNewtonTest {

    private static final GradientFunction ROSENBROCK = (x, g) -> {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        g[0] = -2 * a - 400 * x[0] * b;
        g[1] = 200 * b;
        return a * a + 100 * b * b;
    };

    private static final HessianFunction ROSENBROCK_HESSIAN = (x, h) -> {
        h[0][0] = 2 - 400 * x[1] + 1200 * x[0] * x[0];
        h[0][1] = -400 * x[0];
        h[1][0] = h[0][1];
        h[1][1] = 200;
    };

    @Test
    void aParabolaTakesOneStepWithinTheRadius() {
        GradientFunction bowl = (x, g) -> {
            g[0] = 2 * (x[0] - 0.5);
            g[1] = 8 * (x[1] + 0.25);
            return (x[0] - 0.5) * (x[0] - 0.5) + 4 * (x[1] + 0.25) * (x[1] + 0.25);
        };
        HessianFunction curvature = (x, h) -> {
            h[0][0] = 2;
            h[0][1] = 0;
            h[1][0] = 0;
            h[1][1] = 8;
        };
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(bowl, curvature, new double[] {0, 0});
        assertEquals(1, optimum.iterations());
        assertEquals(Optimum.Status.CONVERGED, optimum.status());
        assertArrayEquals(new double[] {0.5, -0.25}, optimum.point(), 1e-15);
        assertArrayEquals(new double[] {2, 0}, optimum.hessian()[0]);
        assertEquals(2, optimum.evaluations());
    }

    @Test
    void rosenbrockWithAndWithoutHessian() {
        double[] start = {-1.2, 1};
        Optimum exact = TrustRegionNewton.withDefaults().minimize(ROSENBROCK, ROSENBROCK_HESSIAN, start);
        Optimum differences = TrustRegionNewton.withDefaults().minimize(ROSENBROCK, start);
        assertEquals(Optimum.Status.CONVERGED, exact.status());
        assertEquals(Optimum.Status.CONVERGED, differences.status());
        assertArrayEquals(new double[] {1, 1}, exact.point(), 1e-8);
        assertArrayEquals(new double[] {1, 1}, differences.point(), 1e-8);
        assertArrayEquals(new double[] {-1.2, 1}, start);
        assertTrue(exact.iterations() < 40);
        assertEquals(802, differences.hessian()[0][0], 1e-4);
        assertTrue(exact.gradientNorm() <= 1e-9);
    }

    @Test
    void aSaddleIsLeft() {
        GradientFunction saddle = (x, g) -> {
            g[0] = 4 * x[0] * x[0] * x[0] - 2 * x[0];
            g[1] = 2 * x[1];
            return Math.pow(x[0], 4) - x[0] * x[0] + x[1] * x[1];
        };
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(saddle, new double[] {1e-3, 1});
        assertEquals(Optimum.Status.CONVERGED, optimum.status());
        assertEquals(Math.sqrt(0.5), Math.abs(optimum.point()[0]), 1e-8);
        assertEquals(-0.25, optimum.value(), 1e-15);
    }

    @Test
    void boundsHoldAndAreReported() {
        Optimum optimum = TrustRegionNewton.withDefaults()
                .withBounds(new double[] {-5, -5}, new double[] {0.5, 5})
                .minimize(ROSENBROCK, new double[] {-1.2, 1});
        assertEquals(Optimum.Status.AT_BOUND, optimum.status());
        assertTrue(optimum.converged());
        assertArrayEquals(new double[] {0.5, 0.25}, optimum.point(), 1e-9);
        assertTrue(optimum.gradient()[0] < 0);
    }

    @Test
    void aStartOutsideIsMovedIn() {
        Optimum optimum = TrustRegionNewton.withDefaults()
                .withBounds(new double[] {0, 0}, new double[] {5, 5})
                .minimize(ROSENBROCK, new double[] {-100, 100});
        assertArrayEquals(new double[] {1, 1}, optimum.point(), 1e-7);
    }

    @Test
    void infiniteValuesAreSteppedBackFrom() {
        // -log x + x has its minimum at 1; left of 0 there is nothing.
        GradientFunction barrier = (x, g) -> {
            g[0] = 1 - 1 / x[0];
            return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
        };
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(barrier, new double[] {50});
        assertEquals(1, optimum.point()[0], 1e-8);
    }

    @Test
    void theLimitOfIterationsIsReported() {
        Optimum optimum =
                TrustRegionNewton.withDefaults().withMostIterations(3).minimize(ROSENBROCK, new double[] {-1.2, 1});
        assertEquals(Optimum.Status.ITERATION_LIMIT, optimum.status());
        assertEquals(3, optimum.iterations());
        assertFalse(optimum.converged());
    }

    @Test
    void aWrongGradientStalls() {
        GradientFunction wrong = (x, g) -> {
            g[0] = 1;
            return x[0] * x[0];
        };
        HessianFunction one = (x, h) -> h[0][0] = 1;
        assertEquals(
                Optimum.Status.STALLED,
                TrustRegionNewton.withDefaults()
                        .minimize(wrong, one, new double[] {0})
                        .status());
    }

    @Test
    void gammaLikelihoodHasItsKnownMaximum() {
        // n = 10, mean 3, mean of logarithms 0.9: shape solves log k - psi(k) = log 3 - 0.9.
        GradientFunction likelihood = (x, g) -> {
            double k = Math.exp(x[0]);
            double theta = Math.exp(x[1]);
            g[0] = 10 * k * (Digamma.value(k) + x[1] - 0.9);
            g[1] = 10 * (k - 3 / theta);
            return 10 * (LogGamma.value(k) + k * x[1] - (k - 1) * 0.9 + 3 / theta);
        };
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(likelihood, new double[] {0, 0});
        double k = Math.exp(optimum.point()[0]);
        assertEquals(Math.log(3) - 0.9, Math.log(k) - Digamma.value(k), 1e-9);
        assertEquals(3, k * Math.exp(optimum.point()[1]), 1e-8);
        double[][] covariance = Cholesky.of(optimum.hessian()).inverse();
        // Fisher information of (log k, log theta): 10 k² trigamma(k) + 0, 10 k, 10 k.
        double determinant = 10 * k * k * Trigamma.value(k) * 10 * k - 100 * k * k;
        assertEquals(10 * k / determinant, covariance[0][0], 1e-6);
    }

    @Test
    void resultsAreCopies() {
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(ROSENBROCK, new double[] {-1.2, 1});
        optimum.point()[0] = 99;
        optimum.gradient()[0] = 99;
        optimum.hessian()[0][0] = 99;
        assertEquals(1, optimum.point()[0], 1e-8);
        assertTrue(optimum.gradient()[0] < 1);
        assertTrue(optimum.hessian()[0][0] > 100);
        assertTrue(optimum.toString().startsWith("CONVERGED after "));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        TrustRegionNewton newton = TrustRegionNewton.withDefaults();
        assertRefused("tolerance must be positive and finite: 0.0", () -> newton.withGradientTolerance(0));
        assertRefused("iterations must be at least 1: 0", () -> newton.withMostIterations(0));
        assertRefused(
                "lower and upper must be of equal length: 1 and 2",
                () -> newton.withBounds(new double[1], new double[2]));
        assertRefused(
                "lower[0] must be less than upper[0]: 0.0 and 0.0",
                () -> newton.withBounds(new double[1], new double[1]));
        TrustRegionNewton bounded = newton.withBounds(new double[] {0}, new double[] {1});
        assertRefused(
                "start must have length 1 as the bounds: 2", () -> bounded.minimize(ROSENBROCK, new double[] {0, 0}));
        assertRefused(
                "function and gradient must be finite at the start: NaN, [0.0]",
                () -> newton.minimize((x, g) -> Double.NaN, new double[] {0}));
    }

    @Test
    void evaluationsAreCountedThoseForDifferencesIncluded() {
        int[] calls = {0};
        Optimum optimum = TrustRegionNewton.withDefaults()
                .minimize(
                        (x, g) -> {
                            calls[0]++;
                            return ROSENBROCK.evaluate(x, g);
                        },
                        new double[] {-1.2, 1});
        assertEquals(calls[0], optimum.evaluations());
        assertEquals(optimum.hessian()[0][1], optimum.hessian()[1][0]);
    }

    @Test
    void theFunctionIsNeverAskedOutsideTheBounds() {
        GradientFunction guarded = (x, g) -> {
            assertTrue(x[0] >= -5 && x[0] <= 0.5 && x[1] >= -5 && x[1] <= 5, () -> Arrays.toString(x));
            return ROSENBROCK.evaluate(x, g);
        };
        Optimum optimum = TrustRegionNewton.withDefaults()
                .withBounds(new double[] {-5, -5}, new double[] {0.5, 5})
                .minimize(guarded, new double[] {-100, 100});
        assertArrayEquals(new double[] {0.5, 0.25}, optimum.point(), 1e-9);
    }

    @Test
    void aMinimumOnTheBoundThatNothingPullsAcrossIsFree() {
        GradientFunction bowl = (x, g) -> {
            g[0] = 2 * (x[0] - 1);
            return (x[0] - 1) * (x[0] - 1);
        };
        HessianFunction two = (x, h) -> h[0][0] = 2;
        TrustRegionNewton newton = TrustRegionNewton.withDefaults();
        double[] start = {1};
        assertEquals(
                Optimum.Status.CONVERGED,
                newton.withBounds(new double[] {0}, start)
                        .minimize(bowl, two, start)
                        .status());
        assertEquals(
                Optimum.Status.CONVERGED,
                newton.withBounds(start, new double[] {9})
                        .minimize(bowl, two, start)
                        .status());
    }

    @Test
    void farMinimaAreReachedByGrowingSteps() {
        GradientFunction far = (x, g) -> {
            double a = x[0] - 1000;
            double b = x[1] + 2000;
            g[0] = 2 * a + 1.8 * b;
            g[1] = 1.8 * a + 2 * b;
            return a * a + 1.8 * a * b + b * b;
        };
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(far, new double[] {0, 0});
        assertArrayEquals(new double[] {1000, -2000}, optimum.point(), 1e-6);
        assertEquals(2, optimum.hessian()[0][0], 1e-6);
        assertEquals(1.8, optimum.hessian()[0][1], 1e-6);
        assertEquals(2, optimum.hessian()[1][1], 1e-6);
        assertTrue(optimum.iterations() <= 40, "iterations: " + optimum.iterations());
    }

    @Test
    void theGradientIsScaledByThePoint() {
        // ((x / 1e6) - 1)²: flat to the eye far from its minimum
        GradientFunction flat = (x, g) -> {
            double away = x[0] / 1e6 - 1;
            g[0] = 2 * away / 1e6;
            return away * away;
        };
        HessianFunction curvature = (x, h) -> h[0][0] = 2e-12;
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(flat, curvature, new double[] {999_000});
        assertEquals(Optimum.Status.CONVERGED, optimum.status());
        assertEquals(1e6, optimum.point()[0], 1e-2);
    }

    @Test
    void belowTheRoundingOfTheFunctionTheGradientDecides() {
        // Where the function is 1e6 to all its digits, the gradient is still some 1e-5.
        GradientFunction high = (x, g) -> {
            double away = x[0] - 0.3;
            g[0] = Math.sinh(away);
            return 1e6 + Math.cosh(away);
        };
        HessianFunction curvature = (x, h) -> h[0][0] = Math.cosh(x[0] - 0.3);
        Optimum optimum = TrustRegionNewton.withDefaults()
                .withGradientTolerance(1e-18)
                .minimize(high, curvature, new double[] {1.3});
        assertEquals(Optimum.Status.CONVERGED, optimum.status());
        assertEquals(0.3, optimum.point()[0], 1e-11);
    }

    @Test
    void aLooserToleranceAndALimitOfOneAreTaken() {
        Optimum one =
                TrustRegionNewton.withDefaults().withMostIterations(1).minimize(ROSENBROCK, new double[] {-1.2, 1});
        assertEquals(1, one.iterations());
        // The gradient of the point, whichever it is.
        double[] gradient = new double[2];
        ROSENBROCK.evaluate(one.point(), gradient);
        assertArrayEquals(gradient, one.gradient());
        assertEquals(Math.max(Math.abs(gradient[0]), Math.abs(gradient[1])), one.gradientNorm());
        Optimum loose =
                TrustRegionNewton.withDefaults().withGradientTolerance(10).minimize(ROSENBROCK, new double[] {-1.2, 1});
        assertEquals(Optimum.Status.CONVERGED, loose.status());
        assertTrue(loose.iterations() < 5, loose::toString);
    }

    @Test
    void differencesAreTakenAsWideAsThePointIsFar() {
        GradientFunction bowl = (x, g) -> {
            g[0] = 2 * (x[0] - 1e9);
            return (x[0] - 1e9) * (x[0] - 1e9);
        };
        Optimum optimum = TrustRegionNewton.withDefaults().minimize(bowl, new double[] {1e9 + 30});
        assertEquals(Optimum.Status.CONVERGED, optimum.status());
        assertEquals(1e9, optimum.point()[0]);
        assertEquals(2, optimum.hessian()[0][0], 1e-6);
    }
}
