package io.loyalty.metrics.numeric;

/**
 * The standard normal distribution.
 *
 * <p><b>Method.</b> Distribution and survival functions through the scaled complementary error function, each tail computed as a
 * tail and the square in the exponent carried in two words; quantiles by rational approximation ({@link Erf} and the quantile
 * after Wichura, 1988, doi:10.2307/2347330, with own coefficients).
 *
 * <p><b>Range and error.</b> Every argument but NaN, which is refused. Relative error at most 1e-15, in both tails as far as the
 * result is a normal number (37.5 standard deviations); logarithms go on without end.
 */
public final class Normal {

    private static final double SQRT_HALF = 0.70710678118654752440;

    /** 1/sqrt(2 pi). */
    private static final double INV_SQRT_2PI = 0.39894228040143267794;

    private static final double HALF_LOG_2PI = 0.91893853320467274178;

    /** Density and survival function are 0 in doubles from here on. */
    private static final double VANISHES = 38.6;

    /** Below it, the survival function is found from the error function, beyond it as a tail. */
    private static final double CENTRE = SQRT_HALF;

    private Normal() {}

    /**
     * The density \( e^{-x^2/2} / \sqrt{2\pi} \).
     *
     * @param x any number
     * @return a number that is not negative
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double pdf(double x) {
        double size = Math.abs(Check.number(x, "x"));
        return size < VANISHES ? INV_SQRT_2PI * kernel(size) : 0;
    }

    /**
     * Logarithm of the density.
     *
     * @param x any number
     * @return a number, or negative infinity
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double logPdf(double x) {
        return -0.5 * Check.number(x, "x") * x - HALF_LOG_2PI;
    }

    /**
     * P(Z &lt;= x).
     *
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double cdf(double x) {
        return sf(-x);
    }

    /**
     * P(Z &gt; x), computed as a tail.
     *
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double sf(double x) {
        double size = Math.abs(x);
        if (size < CENTRE) {
            return 0.5 - 0.5 * Erf.erf(SQRT_HALF * x);
        }
        Check.number(x, "x");
        double tail = size < VANISHES ? 0.5 * kernel(size) * Erf.scaled(SQRT_HALF * size) : 0;
        return x > 0 ? tail : 1 - tail;
    }

    /**
     * Logarithm of P(Z &lt;= x).
     *
     * @param x any number
     * @return a number that is not positive
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double logCdf(double x) {
        return logSf(-x);
    }

    /**
     * Logarithm of P(Z &gt; x), finite where the probability itself is too small for a double.
     *
     * @param x any number
     * @return a number that is not positive; negative infinity where even the logarithm exceeds the doubles
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double logSf(double x) {
        if (x < CENTRE) {
            // Adding 0 makes log1p(-0) a plain 0.
            return x > -CENTRE ? Math.log(sf(x)) : Math.log1p(-sf(-x)) + 0.0;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return -0.5 * Check.number(x, "x") * x + Math.log(0.5 * Erf.scaled(SQRT_HALF * x));
    }

    /**
     * The z with P(Z &lt;= z) = p. For a probability near 1 give its complement to {@link #isf}.
     *
     * @param p a probability
     * @return a number; an infinity for 0 and 1
     * @throws IllegalArgumentException if {@code p} is not in [0, 1]
     */
    public static double quantile(double p) {
        return 0 - isf(p);
    }

    /**
     * The z with P(Z &gt; z) = q: the inverse of the survival function.
     *
     * @param q a probability
     * @return a number; an infinity for 0 and 1
     * @throws IllegalArgumentException if {@code q} is not in [0, 1]
     */
    public static double isf(double q) {
        return NormalQuantile.ofUpperTail(Check.probability(q, "probability"));
    }

    /** exp(-x²/2) with the rounding error of the square carried along. */
    private static double kernel(double x) {
        double square = x * x;
        return Math.exp(-0.5 * square) * (1 - 0.5 * Math.fma(x, x, -square));
    }
}
