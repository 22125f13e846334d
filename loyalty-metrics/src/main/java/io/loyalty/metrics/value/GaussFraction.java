package io.loyalty.metrics.value;

/**
 * The hypergeometric function F(1, b; c; z) for z &lt; 1, by Gauss's continued fraction (DLMF 15.7.5).
 *
 * <p>The fraction converges for every z below 1, at a rate of ((1 − √(1 − z)) / (1 + √(1 − z))) a step.
 */
final class GaussFraction {

    private static final int MOST_STEPS = 2_000_000;

    private GaussFraction() {}

    /** Steps of the fraction until its error is below the last bit, for moderate b and c. */
    static double steps(double z) {
        double root = Math.sqrt(1 - z);
        double rate = Math.abs(z) / ((1 + root) * (1 + root));
        return -37 / Math.log(rate);
    }

    /** F(1, b; c; z), forwards until it stands. */
    static double value(double b, double c, double z) {
        // Modified Lentz for 1 / (1 − d1 z / (1 − d2 z / …)).
        double f = 1;
        double cc = 1;
        double dd = 0;
        for (int j = 1; j <= MOST_STEPS; j++) {
            double e = -coefficient(b, c, j) * z;
            dd = 1 + e * dd;
            if (dd == 0) {
                dd = 1e-300;
            }
            cc = 1 + e / cc;
            if (cc == 0) {
                cc = 1e-300;
            }
            dd = 1 / dd;
            double step = cc * dd;
            f *= step;
            if (Math.abs(step - 1) < 4e-16) {
                break;
            }
        }
        return 1 / f;
    }

    /** The same for 0 ≤ z &lt; 1 and c &gt; b, where all coefficients are positive: from the far end, with a number of steps known beforehand. */
    static double positive(double b, double c, double z) {
        double f = 1;
        for (int j = (int) (1.2 * steps(z)) + 6; j >= 1; j--) {
            f = 1 / (1 - coefficient(b, c, j) * z * f);
        }
        return f;
    }

    private static double coefficient(double b, double c, int j) {
        double n = j >> 1;
        return (j & 1) == 1
                ? (b + n) * (c - 1 + n) / ((c + 2 * n - 1) * (c + 2 * n))
                : n * (c - b + n - 1) / ((c + 2 * n - 2) * (c + 2 * n - 1));
    }
}
