package io.loyalty.metrics.numeric;

/** Inverses of the regularized incomplete gamma functions. */
final class GammaInverse extends TailSolver {

    private final double a;
    private final boolean upper;

    private GammaInverse(double a, boolean upper) {
        this.a = a;
        this.upper = upper;
    }

    /** The x with the given tail. */
    static double of(double a, double p, boolean upper) {
        if (p == 0 || p == 1) {
            return (p == 0) == upper ? Double.POSITIVE_INFINITY : 0;
        }
        if (p > 0.5) {
            // Exact, and the smaller tail is the steeper one.
            return of(a, 1 - p, !upper);
        }
        double start = start(a, p, upper);
        return start == 0 ? 0 : new GammaInverse(a, upper).solve(p, upper, start, Double.POSITIVE_INFINITY);
    }

    /** Wilson and Hilferty's cube next to the centre, leading terms of the tails elsewhere. */
    static double start(double a, double p, boolean upper) {
        double z = Normal.isf(p);
        double cube = 1 - 1 / (9 * a) + (upper ? z : -z) / (3 * Math.sqrt(a));
        if (a >= 1 && cube > 0.4) {
            return a * cube * cube * cube;
        }
        if (upper && p < 0.5 * a || a >= 1 && upper) {
            double x = Math.max(0.5, LogGamma.value(Math.max(a, 1e-300)) * -1 - Math.log(p));
            return Math.max(0.1, x + (a - 1) * Math.log(x));
        }
        double logP = upper ? Math.log1p(-p) : Math.log(p);
        double x = Math.exp((logP + LogGamma.value(a + 1)) / a);
        return a >= 1 ? x * Math.exp(x / (a + 1)) : x;
    }

    @Override
    double tail(double x) {
        return RegularizedGamma.tail(a, x, 0, upper);
    }

    @Override
    double density(double x) {
        return a * GammaKernel.value(a, x, 0);
    }

    @Override
    double pull(double x) {
        return a - x;
    }
}
