package io.loyalty.metrics.numeric;

/**
 * The Poisson distribution of the given mean.
 *
 * <p><b>Method.</b> Probabilities in Loader's saddle-point form with the exponent in two words; distribution functions as incomplete gamma
 * functions.
 *
 * <p><b>Range and error.</b> A mean of at least 0; k up to 2<sup>53</sup>. Relative error at most 2e-15 for probabilities, 5e-15 for both tails.
 *
 * <p><b>References.</b> C. Loader, 2000, Fast and accurate computation of binomial probabilities. DLMF 8.4.10, https://dlmf.nist.gov/8.4.
 */
public final class Poisson {

    private Poisson() {}

    /**
     * P(X = k).
     *
     * @param mean the mean, at least 0 and finite
     * @param k the count; negative ones have probability 0
     * @return a probability
     * @throws IllegalArgumentException if {@code mean} is out of range
     */
    public static double pmf(double mean, long k) {
        Check.notNegative(mean, "mean");
        if (k < 0) {
            return 0;
        }
        if (mean == 0) {
            return k == 0 ? 1 : 0;
        }
        return GammaKernel.value(k, mean, 0);
    }

    /**
     * Logarithm of P(X = k).
     *
     * @param mean the mean, at least 0 and finite
     * @param k the count; negative ones give negative infinity
     * @return a number that is not positive
     * @throws IllegalArgumentException if {@code mean} is out of range
     */
    public static double logPmf(double mean, long k) {
        Check.notNegative(mean, "mean");
        if (k < 0 || mean == 0 && k > 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return mean == 0 ? 0 : GammaKernel.log(k, mean, 0);
    }

    /**
     * P(X &lt;= k).
     *
     * @param mean the mean, at least 0 and finite
     * @param k any whole number
     * @return a probability
     * @throws IllegalArgumentException if {@code mean} is out of range
     */
    public static double cdf(double mean, long k) {
        Check.notNegative(mean, "mean");
        return k < 0 ? 0 : RegularizedGamma.tail(k + 1.0, mean, 0, true);
    }

    /**
     * P(X &gt; k), computed as a tail.
     *
     * @param mean the mean, at least 0 and finite
     * @param k any whole number
     * @return a probability
     * @throws IllegalArgumentException if {@code mean} is out of range
     */
    public static double sf(double mean, long k) {
        Check.notNegative(mean, "mean");
        return k < 0 ? 1 : RegularizedGamma.tail(k + 1.0, mean, 0, false);
    }
}
