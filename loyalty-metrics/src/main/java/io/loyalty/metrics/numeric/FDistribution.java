package io.loyalty.metrics.numeric;

/**
 * Fisher's F distribution.
 *
 * <p><b>Method.</b> An incomplete beta function of d₁f/(d₁f + d₂), with both this quotient and its complement in two words; a power where
 * d₁ is 2; quantiles through its inverse, which gives both parts of the quotient.
 *
 * <p><b>Range and error.</b> Positive finite degrees of freedom, whole or not; any f, beyond 1e300 taken as infinite. Relative error at
 * most 1e-14 in both tails; of quantiles at most 2e-14 times the larger of 1 and 2/d₁.
 *
 * <p><b>References.</b> N. L. Johnson, S. Kotz, N. Balakrishnan, 1995, Continuous Univariate Distributions, volume 2, chapter 27.
 */
public final class FDistribution {

    private static final double INFINITE = 1e300;

    private FDistribution() {}

    /**
     * P(F &lt;= f).
     *
     * @param df1 the degrees of freedom of the numerator, positive
     * @param df2 the degrees of freedom of the denominator, positive
     * @param f any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double cdf(double df1, double df2, double f) {
        return tail(df1, df2, f, false);
    }

    /**
     * P(F &gt; f), computed as a tail.
     *
     * @param df1 the degrees of freedom of the numerator, positive
     * @param df2 the degrees of freedom of the denominator, positive
     * @param f any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sf(double df1, double df2, double f) {
        return tail(df1, df2, f, true);
    }

    /**
     * The f with P(F &lt;= f) = p.
     *
     * @param df1 the degrees of freedom of the numerator, positive
     * @param df2 the degrees of freedom of the denominator, positive
     * @param p a probability
     * @return a number that is not negative; infinite for 1
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double quantile(double df1, double df2, double p) {
        return inverse(df1, df2, p, false);
    }

    /**
     * The f with P(F &gt; f) = q: the inverse of the survival function.
     *
     * @param df1 the degrees of freedom of the numerator, positive
     * @param df2 the degrees of freedom of the denominator, positive
     * @param q a probability
     * @return a number that is not negative; infinite for 0
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double isf(double df1, double df2, double q) {
        return inverse(df1, df2, q, true);
    }

    private static double tail(double df1, double df2, double f, boolean upper) {
        check(df1, df2);
        Check.number(f, "f");
        DoubleDouble odds = DoubleDouble.quotient(df1, df2).times(f);
        if (!(odds.hi() > 0 && odds.hi() < INFINITE)) {
            return f > 0 == upper ? 0 : 1;
        }
        if (df1 == 2 && upper) {
            return ofTwo(0.5 * df2, f);
        }
        DoubleDouble total = odds.plus(1);
        return RegularizedBeta.tail(0.5 * df1, 0.5 * df2, odds.over(total), new DoubleDouble(1, 0).over(total), upper);
    }

    /** P(F &gt; f) for two degrees of freedom of the numerator, a power: (1 + f/h)^−h with h half of those of the denominator. */
    private static double ofTwo(double half, double f) {
        DoubleDouble base = DoubleDouble.quotient(f, half).plus(1);
        double correction = -half * (base.lo() / base.hi());
        double power = Math.pow(base.hi(), -half);
        return power * (Math.abs(correction) < 1e-8 ? 1 + correction : Math.exp(correction));
    }

    private static double inverse(double df1, double df2, double probability, boolean upper) {
        check(df1, df2);
        Check.probability(probability, "probability");
        BetaInverse.Split split = BetaInverse.of(0.5 * df1, 0.5 * df2, probability, upper);
        return df2 / df1 * (split.share() / split.rest());
    }

    private static void check(double df1, double df2) {
        Check.positive(df1, "df1");
        Check.positive(df2, "df2");
    }
}
