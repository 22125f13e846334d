package io.loyalty.metrics.numeric;

/**
 * The binomial distribution: successes in n independent trials of probability p.
 *
 * <p><b>Method.</b> Probabilities in Loader's saddle-point form with the exponent in two words; distribution functions as incomplete beta
 * functions. 1 − p is held in two words, so that n of them multiply without loss.
 *
 * <p><b>Range and error.</b> n from 0 to 2<sup>53</sup>, p in [0, 1], any whole k. Relative error at most 3e-15 for probabilities, 1e-14 for both tails.
 *
 * <p><b>References.</b> C. Loader, 2000, Fast and accurate computation of binomial probabilities. DLMF 8.17.5, https://dlmf.nist.gov/8.17.
 */
public final class Binomial {

    /** Larger counts are not exact doubles. */
    static final long LARGEST = 1L << 53;

    private Binomial() {}

    /**
     * P(X = k).
     *
     * @param n the number of trials, at least 0
     * @param p the probability of success
     * @param k the number of successes; impossible ones have probability 0
     * @return a probability
     * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
     */
    public static double pmf(long n, double p, long k) {
        check(n, p);
        if (isImpossible(n, p, k)) {
            return 0;
        }
        if (k == 0 || k == n) {
            return end(n, p, k);
        }
        double a = k;
        double b = n - k;
        return BetaKernel.value(a, b, new DoubleDouble(p, 0), DoubleDouble.difference(1, p)) / (a * (b / n));
    }

    /**
     * Logarithm of P(X = k).
     *
     * @param n the number of trials, at least 0
     * @param p the probability of success
     * @param k the number of successes; impossible ones give negative infinity
     * @return a number that is not positive
     * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
     */
    public static double logPmf(long n, double p, long k) {
        check(n, p);
        if (isImpossible(n, p, k)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (k == 0 || k == n) {
            return logEnd(n, p, k);
        }
        double a = k;
        double b = n - k;
        return BetaKernel.log(a, b, new DoubleDouble(p, 0), DoubleDouble.difference(1, p)) - Math.log(a * (b / n));
    }

    /**
     * P(X &lt;= k).
     *
     * @param n the number of trials, at least 0
     * @param p the probability of success
     * @param k any whole number
     * @return a probability
     * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
     */
    public static double cdf(long n, double p, long k) {
        return tail(n, p, k, false);
    }

    /**
     * P(X &gt; k), computed as a tail.
     *
     * @param n the number of trials, at least 0
     * @param p the probability of success
     * @param k any whole number
     * @return a probability
     * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
     */
    public static double sf(long n, double p, long k) {
        return tail(n, p, k, true);
    }

    private static double tail(long n, double p, long k, boolean upper) {
        check(n, p);
        if (k < 0 || k >= n) {
            return k < 0 == upper ? 1 : 0;
        }
        // P(X > k) = I_p(k + 1, n - k).
        return RegularizedBeta.tail(
                k + 1.0, n - (double) k, new DoubleDouble(p, 0), DoubleDouble.difference(1, p), !upper);
    }

    /** The probability of no success or of nothing but successes. */
    private static double end(long n, double p, long k) {
        if (n == 0 || k == n) {
            return Math.pow(p, n);
        }
        // Not 0: a p of 1 makes no success impossible.
        DoubleDouble failure = DoubleDouble.difference(1, p);
        return Math.pow(failure.hi(), n) * Math.exp(n * (failure.lo() / failure.hi()));
    }

    /** Logarithm of the probability of no success or of nothing but successes. */
    private static double logEnd(long n, double p, long k) {
        if (n == 0) {
            return 0;
        }
        return k == 0 ? n * Math.log1p(-p) : n * Math.log(p);
    }

    private static boolean isImpossible(long n, double p, long k) {
        return k < 0 || k > n || p == 0 && k > 0 || p == 1 && k < n;
    }

    private static void check(long n, double p) {
        if (n < 0 || n > LARGEST) {
            throw new IllegalArgumentException("n must be in [0, 2^53]: " + n);
        }
        Check.probability(p, "p");
    }
}
