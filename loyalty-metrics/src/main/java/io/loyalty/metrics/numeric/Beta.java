package io.loyalty.metrics.numeric;

/**
 * The beta distribution with shapes a and b; its mean is a/(a + b).
 *
 * <p><b>Method.</b> See {@link RegularizedBeta}.
 *
 * <p><b>Range and error.</b> Positive finite shapes; any x. Relative error at most 1e-14 in both tails; of quantiles at most 1e-14 times the
 * larger of 1 and 1/a.
 *
 * <p><b>References.</b> N. L. Johnson, S. Kotz, N. Balakrishnan, 1995, Continuous Univariate Distributions, volume 2, chapter 25.
 */
public final class Beta {

    private Beta() {}

    /**
     * The density.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x any number
     * @return a number that is not negative; infinite at an end whose shape is below 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double pdf(double a, double b, double x) {
        check(a, b, x);
        if (x > 0 && x < 1) {
            DoubleDouble y = DoubleDouble.difference(1, x);
            return BetaKernel.value(a, b, new DoubleDouble(x, 0), y) / (x * y.hi());
        }
        if (x == 0) {
            return atEnd(a, b);
        }
        return x == 1 ? atEnd(b, a) : 0;
    }

    /**
     * Logarithm of the density.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x any number
     * @return a number or an infinity
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double logPdf(double a, double b, double x) {
        check(a, b, x);
        if (x > 0 && x < 1) {
            return BetaKernel.logDensity(a, b, new DoubleDouble(x, 0), DoubleDouble.difference(1, x));
        }
        return Math.log(pdf(a, b, x));
    }

    /**
     * P(X &lt;= x).
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double cdf(double a, double b, double x) {
        check(a, b, x);
        return RegularizedBeta.value(a, b, Math.max(0, Math.min(1, x)));
    }

    /**
     * P(X &gt; x), computed as a tail.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sf(double a, double b, double x) {
        check(a, b, x);
        return RegularizedBeta.complement(a, b, Math.max(0, Math.min(1, x)));
    }

    /**
     * The x with P(X &lt;= x) = p.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param p a probability
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double quantile(double a, double b, double p) {
        return RegularizedBeta.inverse(a, b, p);
    }

    /**
     * The x with P(X &gt; x) = q: the inverse of the survival function.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param q a probability
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double isf(double a, double b, double q) {
        return RegularizedBeta.inverseComplement(a, b, q);
    }

    private static double atEnd(double near, double far) {
        return near < 1 ? Double.POSITIVE_INFINITY : near > 1 ? 0 : far;
    }

    private static void check(double a, double b, double x) {
        Check.positive(a, "a");
        Check.positive(b, "b");
        Check.positive(a + b, "a + b");
        Check.number(x, "x");
    }
}
