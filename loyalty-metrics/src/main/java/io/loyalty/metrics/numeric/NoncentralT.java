package io.loyalty.metrics.numeric;

/**
 * The noncentral t distribution, for the power of t tests: (Z + δ)/√(V/ν) with a standard normal Z and an independent chi-square V.
 *
 * <p><b>Method.</b> P(T &gt; t) is the mean of a normal tail over V: \(\int k(u)\,\bar\Phi(t\sqrt{2e^u/\nu} - \delta)\,du\) with k the density of log(V/2).
 * The integrand is positive, smooth and has one peak, and the trapezoidal rule from that peak outward, its step halved until nothing
 * changes, converges exponentially. No term cancels, so that both tails keep their relative accuracy.
 *
 * <p><b>Range and error.</b> Positive finite degrees of freedom; noncentrality up to 1e3 in size; any t. Relative error at most 4e-14 in both tails
 * down to 1e-300 for a noncentrality up to 30; it grows with the square of the noncentrality.
 *
 * <p><b>Performance.</b> Some hundred normal tails, ten microseconds.
 *
 * <p><b>References.</b> N. L. Johnson, S. Kotz, N. Balakrishnan, 1995, Continuous Univariate Distributions, volume 2, chapter 31. L. N. Trefethen,
 * J. A. C. Weideman, 2014, The exponentially convergent trapezoidal rule, SIAM Review 56, doi:10.1137/130932132.
 */
public final class NoncentralT {

    private static final double LARGEST_NONCENTRALITY = 1e3;

    private NoncentralT() {}

    /**
     * P(T &lt;= t).
     *
     * @param df the degrees of freedom, positive
     * @param noncentrality the noncentrality δ, up to 1000 in size
     * @param t any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double cdf(double df, double noncentrality, double t) {
        check(df, noncentrality, t);
        return tail(df, noncentrality, t, false);
    }

    /**
     * P(T &gt; t), computed as a tail.
     *
     * @param df the degrees of freedom, positive
     * @param noncentrality the noncentrality δ, up to 1000 in size
     * @param t any number
     * @return a probability
     * @throws IllegalArgumentException if an argument is out of range or NaN
     */
    public static double sf(double df, double noncentrality, double t) {
        check(df, noncentrality, t);
        return tail(df, noncentrality, t, true);
    }

    private static double tail(double df, double delta, double t, boolean upper) {
        if (t < 0) {
            return tail(df, -delta, -t, !upper);
        }
        if (t == 0) {
            return upper ? Normal.cdf(delta) : Normal.sf(delta);
        }
        if (t == Double.POSITIVE_INFINITY) {
            return upper ? 0 : 1;
        }
        return new NoncentralTIntegral(0.5 * df, delta, t, upper).value();
    }

    private static void check(double df, double noncentrality, double t) {
        Check.positive(df, "df");
        if (!(Math.abs(noncentrality) <= LARGEST_NONCENTRALITY)) {
            throw new IllegalArgumentException("noncentrality must be in [-1000, 1000]: " + noncentrality);
        }
        Check.number(t, "t");
    }
}
