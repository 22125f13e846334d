package io.loyalty.metrics.numeric;

/**
 * Inversion of a tail probability in log x: Halley's method on the logarithm of the tail, kept within a bracket.
 *
 * <p>With k the density of log x, T the tail, h = log T and ψ = d log k/d log x: h′ = ∓k/T and h″ = h′ (ψ − h′), so that the second
 * derivative is free. The logarithm of the tail is nearly linear or concave, so two or three steps from a fair start are enough; a
 * step that leaves the bracket is replaced by its geometric middle.
 */
abstract class TailSolver {

    private static final int LARGEST_STEP = 6;
    private static final int MOST_STEPS = 400;

    /** A step this small leaves a cubic error far below an ulp. */
    private static final double SMALL_STEP = 1e-6;

    /** The tail at x. */
    abstract double tail(double x);

    /** The density of log x. */
    abstract double density(double x);

    /** d log density / d log x. */
    abstract double pull(double x);

    /** The x in (0, limit) whose tail is p; 0 or the limit if x is not to be told from it. */
    final double solve(double p, boolean upper, double start, double limit) {
        double low = 0;
        double high = limit;
        double x = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (!(x > low && x < high)) {
                x = between(low, high);
                if (!(x > low && x < high)) {
                    return x;
                }
            }
            double tail = tail(x);
            if (tail == p) {
                return x;
            }
            if (tail > p == upper) {
                low = x;
            } else {
                high = x;
            }
            double slope = (upper ? -1 : 1) * density(x) / tail;
            double excess = Math.log(tail / p);
            double newton = -excess / slope;
            double curvature = 0.5 * newton * (pull(x) - slope);
            double step = newton / Math.max(0.5, Math.min(2, 1 + curvature));
            if (Math.abs(step) < SMALL_STEP) {
                double next = x + x * (step * (1 + 0.5 * step));
                return next > low && next < high ? next : x;
            }
            // A tail of 0 or a slope of 0 says nothing: halve the bracket.
            x = Math.abs(step) <= LARGEST_STEP
                    ? x * Math.exp(step)
                    : Math.abs(step) < 1e300 ? x * Math.exp(Math.copySign(LARGEST_STEP, step)) : -1;
        }
        return between(low, high);
    }

    /** A point of the bracket of which nothing else is known: roots and squares get from any size to any other in a few steps. */
    private static double between(double low, double high) {
        if (low == 0) {
            return high == Double.POSITIVE_INFINITY
                    ? 1
                    : Math.min(0.5 * high, high < 1 ? high * high : Math.sqrt(high));
        }
        return high == Double.POSITIVE_INFINITY
                ? Math.min(Double.MAX_VALUE, Math.max(2 * low, low < 1 ? Math.sqrt(low) : low * low))
                : Math.sqrt(low) * Math.sqrt(high);
    }
}
