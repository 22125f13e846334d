package io.loyalty.metrics.numeric;

/** Inverse of the regularized incomplete beta function. */
final class BetaInverse extends TailSolver {

    /** Beyond it, the complement of the share is solved for. */
    private static final double FAR = 0.9;

    private final double a;
    private final double b;
    private final boolean upper;

    private BetaInverse(double a, double b, boolean upper) {
        this.a = a;
        this.b = b;
        this.upper = upper;
    }

    /**
     * A share and what is missing to 1, each with full relative accuracy.
     *
     * @param share a number in [0, 1]
     * @param rest 1 − share
     */
    record Split(double share, double rest) {

        Split swapped() {
            return new Split(rest, share);
        }
    }

    /** The x, and 1 − x, with the given tail. */
    static Split of(double a, double b, double p, boolean upper) {
        if (p == 0 || p == 1) {
            return (p == 0) == upper ? new Split(1, 0) : new Split(0, 1);
        }
        if (p > 0.5) {
            return of(a, b, 1 - p, !upper);
        }
        double logOdds = start(a, b, p, upper);
        if (logOdds > 0) {
            return near(b, a, p, !upper, -logOdds).swapped();
        }
        return near(a, b, p, upper, logOdds);
    }

    /** Solves for the share, and for the rest if that turns out to be the small one. */
    private static Split near(double a, double b, double p, boolean upper, double logOdds) {
        double odds = Math.exp(logOdds);
        double x = solve(a, b, p, upper, odds / (1 + odds));
        if (x <= FAR) {
            return new Split(x, 1 - x);
        }
        double y = solve(b, a, p, !upper, Math.max(1 - x, Double.MIN_NORMAL));
        return new Split(1 - y, y);
    }

    private static double solve(double a, double b, double p, boolean upper, double start) {
        return new BetaInverse(a, b, upper).solve(p, upper, start, 1);
    }

    /** A first log odds: Carter's normal approximation (Abramowitz and Stegun 26.5.22), or the leading terms at both ends. */
    private static double start(double a, double b, double p, boolean upper) {
        if (a >= 1 && b >= 1) {
            double z = upper ? -Normal.isf(p) : Normal.isf(p);
            double lambda = (z * z - 3) / 6;
            double ra = 1 / (2 * a - 1);
            double rb = 1 / (2 * b - 1);
            double h = 2 / (ra + rb);
            if (h + lambda > 0) {
                double w = z * Math.sqrt(h + lambda) / h - (rb - ra) * (lambda + 5.0 / 6 - 2 / (3 * h));
                return Math.log(a / b) - 2 * w;
            }
        }
        double n = a + b;
        double left = Math.exp(a * Math.log(a / n)) / a;
        double right = Math.exp(b * Math.log(b / n)) / b;
        double lower = upper ? 1 - p : p;
        if (lower < left / (left + right)) {
            double logShare = (Math.log(a * (left + right)) + (upper ? Math.log1p(-p) : Math.log(p))) / a;
            return Math.min(0, logShare);
        }
        double logRest = (Math.log(b * (left + right)) + (upper ? Math.log(p) : Math.log1p(-p))) / b;
        return Math.max(0, -logRest);
    }

    @Override
    double tail(double x) {
        return RegularizedBeta.tail(a, b, new DoubleDouble(x, 0), DoubleDouble.difference(1, x), upper);
    }

    @Override
    double density(double x) {
        DoubleDouble y = DoubleDouble.difference(1, x);
        return BetaKernel.value(a, b, new DoubleDouble(x, 0), y) / y.hi();
    }

    @Override
    double pull(double x) {
        return a - (b - 1) * x / (1 - x);
    }
}
