package io.loyalty.metrics.numeric;

/**
 * The chi-square distribution: the gamma distribution of shape ν/2 and scale 2.
 *
 * <p><b>Method.</b> See {@link RegularizedGamma}; halving the argument is exact.
 *
 * <p><b>Range and error.</b> Positive finite degrees of freedom, whole or not; any x. Relative error at most 5e-15 in both tails, also at
 * survival probabilities of 1e-300; of quantiles at most 1e-14.
 *
 * <p><b>References.</b> K. Pearson, 1900, On the criterion that a given system of deviations…, Philosophical Magazine 50,
 * doi:10.1080/14786440009463897.
 */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * The density.
     *
     * @param df the degrees of freedom, positive
     * @param x any number
     * @return a number that is not negative; infinite at 0 for fewer than 2 degrees of freedom
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double pdf(double df, double x) {
        return 0.5 * Gamma.pdf(0.5 * Check.positive(df, "df"), 1, 0.5 * x);
    }

    /**
     * P(X &lt;= x).
     *
     * @param df the degrees of freedom, positive
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double cdf(double df, double x) {
        Check.positive(df, "df");
        return RegularizedGamma.p(0.5 * df, 0.5 * Math.max(0, Check.number(x, "x")));
    }

    /**
     * P(X &gt; x), computed as a tail.
     *
     * @param df the degrees of freedom, positive
     * @param x any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sf(double df, double x) {
        Check.positive(df, "df");
        return RegularizedGamma.q(0.5 * df, 0.5 * Math.max(0, Check.number(x, "x")));
    }

    /**
     * Logarithm of P(X &gt; x), finite where the probability itself is too small for a double.
     *
     * @param df the degrees of freedom, positive
     * @param x any number
     * @return a number that is not positive
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double logSf(double df, double x) {
        Check.positive(df, "df");
        return RegularizedGamma.logQ(0.5 * df, 0.5 * Math.max(0, Check.number(x, "x")));
    }

    /**
     * The x with P(X &lt;= x) = p.
     *
     * @param df the degrees of freedom, positive
     * @param p a probability
     * @return a number that is not negative; infinite for 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double quantile(double df, double p) {
        return 2 * RegularizedGamma.inverseP(0.5 * Check.positive(df, "df"), Check.probability(p, "probability"));
    }

    /**
     * The x with P(X &gt; x) = q: the inverse of the survival function.
     *
     * @param df the degrees of freedom, positive
     * @param q a probability
     * @return a number that is not negative; infinite for 0
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double isf(double df, double q) {
        return 2 * RegularizedGamma.inverseQ(0.5 * Check.positive(df, "df"), Check.probability(q, "probability"));
    }
}
