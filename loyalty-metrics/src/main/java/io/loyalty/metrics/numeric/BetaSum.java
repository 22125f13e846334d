package io.loyalty.metrics.numeric;

/**
 * I<sub>x</sub>(a, b) for small whole b, which is what binomial tails and even degrees of freedom ask for: a finite sum of positive
 * terms, x<sup>a</sup> Σ<sub>j&lt;b</sub> a(a + 1)…(a + j − 1) (1 − x)<sup>j</sup>/j! (DLMF 8.17.5 in another order).
 *
 * <p>The power is right to an ulp whatever its size, so the relative error is at most 2e-15.
 */
final class BetaSum {

    /** Sums below it may have lost digits to an underflow of the power. */
    static final double LEAST = 1e-290;

    /** Longer sums are slower than the general methods. */
    private static final double LARGEST_SHAPE = 30;

    private BetaSum() {}

    /** Whether there is a sum for I, or for its complement. */
    static boolean applies(double a, double b, boolean upper) {
        double shape = upper ? a : b;
        return shape <= LARGEST_SHAPE && shape == Math.rint(shape);
    }

    /** I for whole b; 0 if the power is too small. */
    static double lower(double a, double b, DoubleDouble x, DoubleDouble y) {
        double power = Math.pow(x.hi(), a);
        double correction = a * (x.lo() / x.hi());
        power *= Math.abs(correction) < 1e-8 ? 1 + correction : Math.exp(correction);
        if (power < LEAST) {
            return 0;
        }
        double term = 1;
        double sum = 1;
        for (int j = 1; j < b; j++) {
            term *= (a + (j - 1)) / j * y.hi();
            sum += term;
        }
        return power * sum;
    }
}
