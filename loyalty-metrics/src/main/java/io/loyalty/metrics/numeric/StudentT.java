package io.loyalty.metrics.numeric;

/**
 * Student's t distribution.
 *
 * <p><b>Method.</b> The probability of ±t is an incomplete beta function of t²/(ν + t²), with both this quotient and its complement in two
 * words; from 20 degrees of freedom on, next to the centre, an expansion in powers of log(1 + t²/ν)² with complementary error
 * functions; 1 and 2 degrees of freedom in closed form. Quantiles by Halley's method on the logarithm of the tail, next to the median
 * by inverting the probability of ±t.
 *
 * <p><b>Range and error.</b> Positive finite degrees of freedom, whole or not; any t. Relative error at most 1e-14, in both tails; of quantiles
 * at most 1e-14, also next to the median.
 *
 * <p><b>References.</b> Student, 1908, The probable error of a mean, Biometrika 6, doi:10.1093/biomet/6.1.1; otherwise see
 * {@link RegularizedBeta}.
 */
public final class StudentT {

    private static final double TWO_OVER_PI = 0.63661977236758134308;

    /** Beyond it, df/(df + t²) is df/t² in doubles, for any df in use. */
    static final double FAR = 1e150;

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
    static double farKernel(double df, double size) {
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
        if (df == 1) {
            return TWO_OVER_PI * (size > 1 ? Math.atan(1 / size) : 0.5 * Math.PI - Math.atan(size));
        }
        if (df == 2) {
            double root = Math.sqrt(2 + size * size);
            return 2 / (root * (root + size));
        }
        DoubleDouble square = DoubleDouble.product(size, size);
        DoubleDouble total = square.plus(df);
        if (df >= StudentTExpansion.LEAST_DF && size * size <= StudentTExpansion.FARTHEST * df) {
            return StudentTExpansion.twoSided(df, LogRatio.of(total.hi(), total.lo(), df, 0));
        }
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
        if (df == 1) {
            // tan loses nothing: q is at most 1/2.
            return q < 0.25 ? 1 / Math.tan(Math.PI * q) : Math.tan(Math.PI * (0.5 - q));
        }
        if (df == 2) {
            return (1 - 2 * q) / Math.sqrt(2 * q * (1 - q));
        }
        return StudentTInverse.of(df, q);
    }
}
