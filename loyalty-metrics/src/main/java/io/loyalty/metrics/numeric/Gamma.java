package io.loyalty.metrics.numeric;

/**
 * The gamma distribution with shape and scale; its mean is shape times scale.
 *
 * <p><b>Method.</b> See {@link RegularizedGamma}; x over the scale is held in two words, so that a far tail does not suffer from its rounding.
 *
 * <p><b>Range and error.</b> Positive finite shape and scale; any x. Relative error at most 5e-15 in both tails; of quantiles at most 1e-14
 * times the larger of 1 and 1/shape. Where x over the scale is too small for a normal number: 2e-13.
 *
 * <p><b>References.</b> N. L. Johnson, S. Kotz, N. Balakrishnan, 1994, Continuous Univariate Distributions, volume 1, chapter 17.
 */
public final class Gamma {

    private Gamma() {}

    /**
     * The density.
     *
     * @param shape the shape, positive
     * @param scale the scale, positive
     * @param x any number
     * @return a number that is not negative; infinite at 0 for a shape below 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double pdf(double shape, double scale, double x) {
        check(shape, scale, x);
        if (x > 0 && x < Double.POSITIVE_INFINITY) {
            DoubleDouble u = DoubleDouble.quotient(x, scale);
            if (!isOrdinary(u.hi())) {
                return Math.exp(extremeLogPdf(shape, scale, x));
            }
            // The kernel of shape - 1 is the density itself.
            return shape < 1
                    ? shape * GammaKernel.value(shape, u.hi(), u.lo()) / x
                    : GammaKernel.value(shape - 1, u.hi(), u.lo()) / scale;
        }
        if (x == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape > 1 ? 0 : 1 / scale;
        }
        return 0;
    }

    /**
     * Logarithm of the density.
     *
     * @param shape the shape, positive
     * @param scale the scale, positive
     * @param x any number
     * @return a number or an infinity
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double logPdf(double shape, double scale, double x) {
        check(shape, scale, x);
        if (x > 0 && x < Double.POSITIVE_INFINITY) {
            DoubleDouble u = DoubleDouble.quotient(x, scale);
            if (!isOrdinary(u.hi())) {
                return extremeLogPdf(shape, scale, x);
            }
            return shape < 1
                    ? Math.log(shape) + GammaKernel.log(shape, u.hi(), u.lo()) - Math.log(x)
                    : GammaKernel.log(shape - 1, u.hi(), u.lo()) - Math.log(scale);
        }
        return Math.log(pdf(shape, scale, x));
    }

    /**
     * P(X &lt;= x).
     *
     * @param shape the shape, positive
     * @param scale the scale, positive
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double cdf(double shape, double scale, double x) {
        check(shape, scale, x);
        return tail(shape, scale, x, false);
    }

    /**
     * P(X &gt; x), computed as a tail.
     *
     * @param shape the shape, positive
     * @param scale the scale, positive
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sf(double shape, double scale, double x) {
        check(shape, scale, x);
        return tail(shape, scale, x, true);
    }

    /**
     * The x with P(X &lt;= x) = p.
     *
     * @param shape the shape, positive
     * @param scale the scale, positive
     * @param p a probability
     * @return a number that is not negative; infinite for 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double quantile(double shape, double scale, double p) {
        check(shape, scale, 0);
        return scale * RegularizedGamma.inverseP(shape, Check.probability(p, "probability"));
    }

    /**
     * The x with P(X &gt; x) = q: the inverse of the survival function.
     *
     * @param shape the shape, positive
     * @param scale the scale, positive
     * @param q a probability
     * @return a number that is not negative; infinite for 0
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double isf(double shape, double scale, double q) {
        check(shape, scale, 0);
        return scale * RegularizedGamma.inverseQ(shape, Check.probability(q, "probability"));
    }

    private static double tail(double shape, double scale, double x, boolean upper) {
        double u = x / scale;
        if (!(x > 0 && u < Double.POSITIVE_INFINITY)) {
            return x > 0 == upper ? 0 : 1;
        }
        if (!isOrdinary(u)) {
            // So near to 0 it is the leading term of the series alone.
            double log = shape * (Math.log(x) - Math.log(scale))
                    - (shape < 1 ? LogGamma.onePlus(shape) : LogGamma.value(shape + 1));
            return upper ? -Math.expm1(log) : Math.exp(log);
        }
        return RegularizedGamma.tail(shape, u, Math.fma(-u, scale, x) / scale, upper);
    }

    /** Whether x over the scale is a normal number. */
    private static boolean isOrdinary(double u) {
        return u >= Double.MIN_NORMAL && u < Double.POSITIVE_INFINITY;
    }

    /** Logarithm of the density where x over the scale leaves the normal numbers: its logarithm does not. */
    private static double extremeLogPdf(double shape, double scale, double x) {
        return (shape - 1) * (Math.log(x) - Math.log(scale)) - Math.log(scale) - LogGamma.value(shape) - x / scale;
    }

    private static void check(double shape, double scale, double x) {
        Check.positive(shape, "shape");
        Check.positive(scale, "scale");
        Check.number(x, "x");
    }
}
