package io.loyalty.metrics.numeric;

/** Inverse of the regularized incomplete beta function. */
final class BetaInverse extends TailSolver {

    /** Beyond it, the complement of the share is solved for. */
    private static final double FAR = 0.9;

    /** Probabilities below it start from the leading term of the tail. */
    private static final double FAR_TAIL = 1e-6;

    /** Logarithms of shares that are 0 in doubles. */
    private static final double VANISHES = -745.2;

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
        if (logOdds < VANISHES) {
            return new Split(0, 1);
        }
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

    /** A first log odds: leading terms of the ends where they hold, else Carter's normal approximation (Abramowitz and Stegun 26.5.22). */
    static double start(double a, double b, double p, boolean upper) {
        if (a < 1 || b < 1 || p < FAR_TAIL) {
            double end = upper ? -logShare(b, a, p) : logShare(a, b, p);
            if (!Double.isNaN(end)) {
                return end;
            }
        }
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
        // Both ends as powers, each with the weight of its half.
        double n = a + b;
        double left = Math.exp(a * Math.log(a / n)) / a;
        double right = Math.exp(b * Math.log(b / n)) / b;
        double lower = upper ? 1 - p : p;
        if (lower < left / (left + right)) {
            return Math.min(0, (Math.log(a * (left + right)) + Math.log(lower)) / a);
        }
        return Math.max(0, -(Math.log(b * (left + right)) + (upper ? Math.log(p) : Math.log1p(-p))) / b);
    }

    /** Logarithm of the share by the leading terms of the series, or NaN if they are not good enough. */
    private static double logShare(double a, double b, double p) {
        double log = (Math.log(p) + Math.log(a) + LogBeta.value(a, b)) / a;
        double correction = (b - 1) / (a + 1) * Math.exp(log);
        return Math.abs(a * correction) < 0.5 && Math.abs(correction) < 0.5 ? log + correction : Double.NaN;
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
