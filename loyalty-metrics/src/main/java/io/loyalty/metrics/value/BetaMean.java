package io.loyalty.metrics.value;

import java.util.function.DoubleUnaryOperator;

/**
 * The mean of a positive function of a probability p ~ Beta(a, b), in logarithms, for any a and b &gt; 0.
 *
 * <p>The integral is taken over the distance v of logit(p) from logit(a / (a + b)). There the density is smooth at both ends for
 * every a and b, and ln density = a v − (a + b) ln(1 + p0 (e^v − 1)) + constant has no cancelling parts. Tails that are too
 * flat to follow (small a or b) are added in closed form where the function no longer changes.
 */
final class BetaMean {

    private static final double UNSEEN = 1e-18;

    private BetaMean() {}

    /**
     * ln E[f(p)].
     *
     * @param a first shape
     * @param b second shape
     * @param low how fast f changes near p = 0: |f(p) / f(0) − 1| is at most about low · p
     * @param high how fast f changes near p = 1: |f(p) / f(1) − 1| is at most about high · (1 − p)
     * @param f p → ln f(p)
     * @return the logarithm of the mean
     */
    static double log(double a, double b, double low, double high, DoubleUnaryOperator f) {
        double p0 = a / (a + b);
        double q0 = b / (a + b);
        double scale = 0.5 * (Math.log(a) + Math.log(q0) - Math.log(2 * Math.PI))
                - (GammaTerms.stirling(a) + GammaTerms.stirling(b) - GammaTerms.stirling(a + b));
        double from = Math.log(UNSEEN / ((1 + low + b) * p0));
        double to = -Math.log(UNSEEN / ((1 + high + a) * q0));
        LogIntegral.LogFunction g = v -> {
            // Seen from the nearer side, so that the sum is not a difference.
            double grow = v <= 0 ? p0 * Math.expm1(v) : q0 * Math.expm1(-v);
            double logSum = Math.log1p(grow);
            double p = (v <= 0 ? p0 * Math.exp(v) : p0) / (1 + grow);
            double density = (v <= 0 ? a : -b) * v - (a + b) * logSum;
            return density + f.applyAsDouble(p);
        };
        double lo = Math.min(from, -1);
        double hi = Math.max(to, 1);
        double left = g.at(lo) - Math.log(a);
        double right = g.at(hi) - Math.log(b);
        double middle = LogIntegral.of(g, lo, hi);
        double top = Math.max(middle, Math.max(left, right));
        return scale + top + Math.log(Math.exp(left - top) + Math.exp(middle - top) + Math.exp(right - top));
    }
}
