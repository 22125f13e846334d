package io.loyalty.metrics.numeric;

/**
 * Q(a, x) for small whole and half-whole a, which is what chi-square and Poisson tails ask for: a finite sum of positive terms.
 *
 * <p>Q(m, x) = e<sup>−x</sup> Σ<sub>k&lt;m</sub> x<sup>k</sup>/k! (DLMF 8.4.10); Q(m + 1/2, x) = e<sup>−x</sup> (erfcx(√x) + Σ<sub>k≤m</sub>
 * x<sup>k−1/2</sup>/Γ(k + 1/2)) (DLMF 8.4.6 and 8.8.8). Relative error at most 2e-15.
 */
final class GammaSum {

    /** Longer sums are slower than the general methods. */
    private static final double LARGEST_SHAPE = 30;

    /** Beyond it e^-x leaves the normal numbers. */
    private static final double LARGEST_ARGUMENT = 700;

    /** 2/sqrt(pi) = 1/Γ(3/2). */
    private static final double TWO_OVER_SQRT_PI = 1.12837916709551257390;

    private GammaSum() {}

    /** Whether the sum exists and pays. */
    static boolean applies(double a, double x) {
        return a <= LARGEST_SHAPE && x <= LARGEST_ARGUMENT && 2 * a == Math.rint(2 * a);
    }

    /** Q(a, x) for an argument in two words. */
    static double q(double a, double x, double xLow) {
        double scale = Math.exp(-x) * (1 - xLow);
        double term = 1;
        double sum = 1;
        double k = 1;
        if (a != Math.rint(a)) {
            double root = Math.sqrt(x);
            sum = Erf.erfcx(root);
            if (a < 1) {
                return scale * sum;
            }
            term = TWO_OVER_SQRT_PI * root;
            sum += term;
            k = 1.5;
        }
        for (; k < a; k++) {
            term *= x / k;
            sum += term;
        }
        return scale * sum;
    }
}
