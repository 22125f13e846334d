package io.loyalty.metrics.numeric;

/** Evaluation of polynomials and of their quotients, coefficients in ascending order. */
final class Polynomial {

    private Polynomial() {}

    /** c[0] + c[1] x + c[2] x² + …, by Horner's rule. */
    static double value(double[] c, double x) {
        double sum = c[c.length - 1];
        for (int k = c.length - 2; k >= 0; k--) {
            sum = sum * x + c[k];
        }
        return sum;
    }

    /** Quotient of two polynomials, for rational approximations. */
    static double ratio(double[] p, double[] q, double x) {
        return value(p, x) / value(q, x);
    }
}
