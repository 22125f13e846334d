package io.loyalty.metrics.numeric;

/**
 * Student's t distribution.
 *
 * <p><b>Method.</b> The probability of ±t is an incomplete beta function of t²/(ν + t²), with both this quotient and its complement in two
 * words; quantiles through the inverse of that function, from the tail or from the centre, whichever is smaller.
 *
 * <p><b>Range and error.</b> Positive finite degrees of freedom, whole or not; any t. Relative error at most 1e-14, in both tails; of quantiles
 * at most 1e-14, also next to the median.
 *
 * <p><b>References.</b> Student, 1908, The probable error of a mean, Biometrika 6, doi:10.1093/biomet/6.1.1; otherwise see
 * {@link RegularizedBeta}.
 */
public final class StudentT {

    /** Beyond it, df/(df + t²) is df/t² in doubles, for any df in use. */
    private static final double FAR = 1e150;

    /** Below it, t² no longer counts. */
    private static final double NEAR = 1e-150;

    private StudentT() {}

    /**
     * The density.
     *
     * @param df the degrees of freedom, positive
     * @param t any number
     * @return a number that is not negative
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double pdf(double df, double t) {
        Check.positive(df, "df");
        double size = Math.abs(Check.number(t, "t"));
        if (size > FAR) {
            return size == Double.POSITIVE_INFINITY ? 0 : farKernel(df, size) / size;
        }
        if (size < NEAR) {
            return Math.exp(LogGamma.increment(0.5 * df, 0.5)) / Math.sqrt(Math.PI * df);
        }
        // With x = t²/(df + t²) and 1 - x = df/(df + t²), the density of the log odds over |t|.
        DoubleDouble square = DoubleDouble.product(size, size);
        DoubleDouble total = square.plus(df);
        DoubleDouble x = square.over(total);
        DoubleDouble y = new DoubleDouble(df, 0).over(total);
        return BetaKernel.value(0.5, 0.5 * df, x, y) / size;
    }

    /** t times the density where t² swamps the degrees of freedom: a power law. */
    private static double farKernel(double df, double size) {
        return Math.exp(LogGamma.increment(0.5 * df, 0.5)) / Math.sqrt(Math.PI) * Math.pow(Math.sqrt(df) / size, df);
    }

    /**
     * P(T &lt;= t).
     *
     * @param df the degrees of freedom, positive
     * @param t any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double cdf(double df, double t) {
        return sf(df, -t);
    }

    /**
     * P(T &gt; t), computed as a tail.
     *
     * @param df the degrees of freedom, positive
     * @param t any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sf(double df, double t) {
        Check.positive(df, "df");
        double tail = 0.5 * twoSided(df, Math.abs(Check.number(t, "t")));
        return t > 0 ? tail : 1 - tail;
    }

    /**
     * P(|T| &gt; |t|), the p-value of a two-sided test.
     *
     * @param df the degrees of freedom, positive
     * @param t any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sfTwoSided(double df, double t) {
        Check.positive(df, "df");
        return twoSided(df, Math.abs(Check.number(t, "t")));
    }

    private static double twoSided(double df, double size) {
        if (size > FAR) {
            // t² could overflow.
            return size == Double.POSITIVE_INFINITY ? 0 : farKernel(df, size) * 2 / df;
        }
        DoubleDouble square = DoubleDouble.product(size, size);
        DoubleDouble total = square.plus(df);
        DoubleDouble x = square.over(total);
        DoubleDouble y = new DoubleDouble(df, 0).over(total);
        return RegularizedBeta.tail(0.5, 0.5 * df, x, y, true);
    }

    /**
     * The t with P(T &lt;= t) = p. For a probability near 1 give its complement to {@link #isf}.
     *
     * @param df the degrees of freedom, positive
     * @param p a probability
     * @return a number; an infinity for 0 and 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double quantile(double df, double p) {
        return 0 - isf(df, p);
    }

    /**
     * The t with P(T &gt; t) = q: the inverse of the survival function.
     *
     * @param df the degrees of freedom, positive
     * @param q a probability
     * @return a number; an infinity for 0 and 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double isf(double df, double q) {
        Check.positive(df, "df");
        Check.probability(q, "probability");
        if (q > 0.5) {
            return -isf(df, 1 - q);
        }
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double far = farQuantile(df, q);
        if (far > FAR) {
            return far;
        }
        // 1 - 2q is exact from 1/4 on, and so is 2q always.
        BetaInverse.Split split =
                q < 0.25 ? BetaInverse.of(0.5, 0.5 * df, 2 * q, true) : BetaInverse.of(0.5, 0.5 * df, 1 - 2 * q, false);
        return Math.sqrt(df) * Math.sqrt(split.share() / split.rest());
    }

    /** The inverse of the power law, with one Newton step in logarithms against the rounding of 1/df. */
    private static double farQuantile(double df, double q) {
        if (Math.log(q) > -300 * df) {
            // Not far.
            return 0;
        }
        double t = Math.pow(q * (df / farKernel(df, 1)), -1 / df);
        return t > FAR && t < Double.POSITIVE_INFINITY ? t * Math.pow(farKernel(df, t) / df / q, 1 / df) : t;
    }
}
