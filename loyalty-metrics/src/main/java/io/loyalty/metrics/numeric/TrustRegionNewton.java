package io.loyalty.metrics.numeric;

import java.util.Arrays;
import java.util.Objects;

/**
 * A minimiser of smooth functions of a few variables, within bounds on each if wanted.
 *
 * <p><b>Method.</b> Newton's method within a trust region: each step minimises the quadratic model in a ball exactly, indefinite Hessians included;
 * the ball grows and shrinks with the agreement of model and function. Variables at a bound that the function pushes against are
 * held. Where no Hessian is given, it comes from central differences of the gradient. Values of NaN or infinity reject a step. Meant for
 * likelihoods of up to a dozen parameters, scaled so that a change of 1 is large; deterministic.
 *
 * <p><b>Convergence.</b> When max |gᵢ| max(|xᵢ|, 1) / max(|f|, 1) over the free variables is at most the gradient tolerance (default 1e-9). The status
 * of the {@link Optimum} tells convergence, bounds, a stall at the limits of rounding, and too many iterations apart.
 *
 * <p><b>References.</b> J. Nocedal, S. J. Wright, 2006, Numerical Optimization, 2nd edition, chapter 4. J. J. Moré, D. C. Sorensen, 1983, Computing
 * a trust region step, SIAM J. Sci. Stat. Comput. 4, doi:10.1137/0904038. J. E. Dennis, R. B. Schnabel, 1983, Numerical Methods for
 * Unconstrained Optimization and Nonlinear Equations, section 7.2 (stopping).
 */
public final class TrustRegionNewton {

    private static final double LARGEST_RADIUS = 100;
    private static final double EPSILON = 0x1p-52;

    private final double gradientTolerance;
    private final int mostIterations;
    private final double[] low;
    private final double[] high;

    private TrustRegionNewton(double gradientTolerance, int mostIterations, double[] low, double[] high) {
        this.gradientTolerance = gradientTolerance;
        this.mostIterations = mostIterations;
        this.low = low;
        this.high = high;
    }

    /**
     * The usual configuration: gradient tolerance 1e-9, at most 500 iterations, no bounds.
     *
     * @return the minimiser
     */
    public static TrustRegionNewton withDefaults() {
        return new TrustRegionNewton(1e-9, 500, new double[0], new double[0]);
    }

    /**
     * The same with another tolerance for the scaled gradient.
     *
     * @param tolerance a positive number
     * @return a new minimiser
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public TrustRegionNewton withGradientTolerance(double tolerance) {
        return new TrustRegionNewton(Check.positive(tolerance, "tolerance"), mostIterations, low, high);
    }

    /**
     * The same with another limit of iterations.
     *
     * @param iterations at least 1
     * @return a new minimiser
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public TrustRegionNewton withMostIterations(int iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1: " + iterations);
        }
        return new TrustRegionNewton(gradientTolerance, iterations, low, high);
    }

    /**
     * The same with bounds on the variables.
     *
     * @param lower the lower bounds, one per variable, possibly negative infinity
     * @param upper the upper bounds, each larger than the lower one, possibly infinite
     * @return a new minimiser
     * @throws IllegalArgumentException if the lengths differ or bounds are not in order
     */
    public TrustRegionNewton withBounds(double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "lower and upper must be of equal length: " + lower.length + " and " + upper.length);
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i])) {
                throw new IllegalArgumentException(
                        "lower[" + i + "] must be less than upper[" + i + "]: " + lower[i] + " and " + upper[i]);
            }
        }
        return new TrustRegionNewton(gradientTolerance, mostIterations, lower.clone(), upper.clone());
    }

    /**
     * Minimises a function whose Hessian is taken from differences of its gradient.
     *
     * @param function the function with its gradient
     * @param start where to start; moved within the bounds
     * @return the best point and how it was found
     * @throws IllegalArgumentException if the function or its gradient is not finite at the start, or the start has the wrong length
     */
    public Optimum minimize(GradientFunction function, double[] start) {
        Objects.requireNonNull(function, "function");
        return run(function, new HessianByDifferences(function, lower(start.length), upper(start.length)), start);
    }

    /**
     * Minimises a function with a given Hessian.
     *
     * @param function the function with its gradient
     * @param hessian its second derivatives
     * @param start where to start; moved within the bounds
     * @return the best point and how it was found
     * @throws IllegalArgumentException if the function or its gradient is not finite at the start, or the start has the wrong length
     */
    public Optimum minimize(GradientFunction function, HessianFunction hessian, double[] start) {
        Objects.requireNonNull(function, "function");
        return run(function, Objects.requireNonNull(hessian, "hessian"), start);
    }

    private Optimum run(GradientFunction function, HessianFunction second, double[] start) {
        int n = start.length;
        double[] lower = lower(n);
        double[] upper = upper(n);
        double[] x = start.clone();
        clip(x, lower, upper);
        double[] g = new double[n];
        double f = function.evaluate(x, g);
        int evaluations = 1;
        if (!isFinite(f, g)) {
            throw new IllegalArgumentException(
                    "function and gradient must be finite at the start: " + f + ", " + Arrays.toString(g));
        }
        double[][] h = new double[n][n];
        boolean fresh = false;
        double radius = 1;
        double[] trial = new double[n];
        double[] trialGradient = new double[n];
        int iterations = 0;
        Optimum.Status status;
        while (true) {
            boolean[] free = free(x, g, lower, upper);
            if (scaledGradient(x, g, f, free) <= gradientTolerance) {
                status = count(free) == n ? Optimum.Status.CONVERGED : Optimum.Status.AT_BOUND;
                break;
            }
            if (iterations == mostIterations) {
                status = Optimum.Status.ITERATION_LIMIT;
                break;
            }
            iterations++;
            if (!fresh) {
                second.evaluate(x, h);
                fresh = true;
            }
            double[] step = freeStep(h, g, free, radius);
            double largest = 0;
            for (int i = 0; i < n; i++) {
                trial[i] = x[i] + step[i];
            }
            clip(trial, lower, upper);
            for (int i = 0; i < n; i++) {
                step[i] = trial[i] - x[i];
                largest = Math.max(largest, Math.abs(step[i]) / Math.max(1, Math.abs(x[i])));
            }
            if (largest <= EPSILON) {
                status = Optimum.Status.STALLED;
                break;
            }
            double predicted = -model(h, g, step);
            double value = function.evaluate(trial, trialGradient);
            evaluations++;
            double length = TrustRegionStep.norm(step);
            // Differences below the rounding of f cannot be seen: then the gradients decide.
            double actual = f - value;
            double noise = 4 * EPSILON * Math.max(1, Math.abs(f));
            boolean usable = isFinite(value, trialGradient);
            double ratio;
            if (!usable || !(predicted > 0)) {
                ratio = -1;
            } else if (predicted <= noise && Math.abs(actual) <= noise) {
                ratio = scaledGradient(trial, trialGradient, value, free) < scaledGradient(x, g, f, free) ? 1 : -1;
            } else {
                ratio = actual / predicted;
            }
            if (ratio < 0.25) {
                radius = 0.25 * length;
            } else if (ratio > 0.75 && length > 0.8 * radius) {
                radius = Math.min(2 * radius, LARGEST_RADIUS);
            }
            if (ratio > 1e-4) {
                double[] swap = x;
                x = trial;
                trial = swap;
                swap = g;
                g = trialGradient;
                trialGradient = swap;
                f = value;
                fresh = false;
            }
        }
        if (!fresh) {
            second.evaluate(x, h);
        }
        if (second instanceof HessianByDifferences) {
            evaluations += ((HessianByDifferences) second).evaluations();
        }
        return new Optimum(x, f, g, h, status, iterations, evaluations);
    }

    /** The step in the free variables, 0 in the others. */
    private static double[] freeStep(double[][] h, double[] g, boolean[] free, double radius) {
        int[] index = new int[count(free)];
        int m = 0;
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                index[m++] = i;
            }
        }
        double[] gradient = new double[m];
        double[][] hessian = new double[m][m];
        for (int i = 0; i < m; i++) {
            gradient[i] = g[index[i]];
            for (int j = 0; j < m; j++) {
                hessian[i][j] = h[index[i]][index[j]];
            }
        }
        double[] part = TrustRegionStep.of(hessian, gradient, radius);
        double[] step = new double[free.length];
        for (int i = 0; i < m; i++) {
            step[index[i]] = part[i];
        }
        return step;
    }

    private static double model(double[][] h, double[] g, double[] step) {
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            double row = 0;
            for (int j = 0; j < g.length; j++) {
                row += h[i][j] * step[j];
            }
            sum += step[i] * (g[i] + 0.5 * row);
        }
        return sum;
    }

    /** All variables but those at a bound that the function would like to cross. */
    private static boolean[] free(double[] x, double[] g, double[] lower, double[] upper) {
        boolean[] free = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            free[i] = !(x[i] <= lower[i] && g[i] > 0 || x[i] >= upper[i] && g[i] < 0);
        }
        return free;
    }

    private static double scaledGradient(double[] x, double[] g, double f, boolean[] free) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            if (free[i]) {
                largest = Math.max(largest, Math.abs(g[i]) * Math.max(1, Math.abs(x[i])));
            }
        }
        return largest / Math.max(1, Math.abs(f));
    }

    private static boolean isFinite(double f, double[] g) {
        boolean finite = Double.isFinite(f);
        for (double value : g) {
            finite &= Double.isFinite(value);
        }
        return finite;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static void clip(double[] x, double[] lower, double[] upper) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(lower[i], Math.min(upper[i], x[i]));
        }
    }

    private double[] lower(int n) {
        return bounds(low, n, Double.NEGATIVE_INFINITY);
    }

    private double[] upper(int n) {
        return bounds(high, n, Double.POSITIVE_INFINITY);
    }

    private static double[] bounds(double[] given, int n, double none) {
        if (given.length == 0) {
            double[] bounds = new double[n];
            Arrays.fill(bounds, none);
            return bounds;
        }
        if (given.length != n) {
            throw new IllegalArgumentException("start must have length " + given.length + " as the bounds: " + n);
        }
        return given;
    }
}
