package io.loyalty.metrics.numeric;

/**
 * The regularized incomplete gamma functions P(a, x) = γ(a, x)/Γ(a) and Q(a, x) = Γ(a, x)/Γ(a) = 1 − P(a, x).
 *
 * <p><b>Method.</b> The smaller of the two is computed, each as the kernel \(x^a e^{-x}/\Gamma(a+1)\) times a factor of modest size: next to
 * x = a and for a from 16 on the uniform expansion; left of it the series with positive terms; right of it Legendre's continued
 * fraction. For a &lt; 1 and x &lt; 1.5, where Q would be lost in a difference, the alternating series with its leading term by
 * {@code expm1}. The exponent of the kernel is held in two words, so that tails keep their relative accuracy down to the smallest
 * normal numbers.
 *
 * <p><b>Range and error.</b> a positive, x not negative. Relative error at most 5e-15 in both functions wherever the result is a normal
 * number.
 *
 * <p><b>Performance.</b> At most some 50 terms for any argument; none of the loops grows with a.
 *
 * <p><b>References.</b> A. Gil, J. Segura, N. M. Temme, 2012, Efficient and accurate algorithms for the computation and inversion of the
 * incomplete gamma function ratios, SIAM J. Sci. Comput. 34, doi:10.1137/120872553. A. R. DiDonato, A. H. Morris, 1986, Computation
 * of the incomplete gamma function ratios and their inverse, ACM TOMS 12, doi:10.1145/22721.23109.
 */
public final class RegularizedGamma {

    /** Below it, a shape a below 1 needs the form without cancellation. */
    private static final double SMALL_X = 1.5;

    /** Never reached: some sixty terms are the most that the regions leave. */
    private static final int MOST_TERMS = 100_000;

    private static final double EPSILON = 0x1p-53;

    private RegularizedGamma() {}

    /**
     * P(a, x), the lower function.
     *
     * @param a the shape, positive
     * @param x the argument, at least 0, possibly infinite
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double p(double a, double x) {
        check(a, x);
        return tail(a, x, 0, false);
    }

    /**
     * Q(a, x), the upper function.
     *
     * @param a the shape, positive
     * @param x the argument, at least 0, possibly infinite
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double q(double a, double x) {
        check(a, x);
        return tail(a, x, 0, true);
    }

    /**
     * Logarithm of P(a, x), finite where P itself is too small for a double.
     *
     * @param a the shape, positive
     * @param x the argument, at least 0, possibly infinite
     * @return a number that is not positive
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double logP(double a, double x) {
        check(a, x);
        return logTail(a, x, false);
    }

    /**
     * Logarithm of Q(a, x), finite where Q itself is too small for a double.
     *
     * @param a the shape, positive
     * @param x the argument, at least 0, possibly infinite
     * @return a number that is not positive
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double logQ(double a, double x) {
        check(a, x);
        return logTail(a, x, true);
    }

    /**
     * The x with P(a, x) = p.
     *
     * @param a the shape, positive
     * @param p a probability
     * @return a number that is not negative; infinite for {@code p = 1}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double inverseP(double a, double p) {
        Check.positive(a, "a");
        return GammaInverse.of(a, Check.probability(p, "p"), false);
    }

    /**
     * The x with Q(a, x) = q.
     *
     * @param a the shape, positive
     * @param q a probability
     * @return a number that is not negative; infinite for {@code q = 0}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double inverseQ(double a, double q) {
        Check.positive(a, "a");
        return GammaInverse.of(a, Check.probability(q, "q"), true);
    }

    private static void check(double a, double x) {
        Check.positive(a, "a");
        if (!(x >= 0)) {
            throw new IllegalArgumentException("x must be at least 0: " + x);
        }
    }

    /** P or Q for an argument in two words. */
    static double tail(double a, double x, double xLow, boolean upper) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return (x == 0) == upper ? 1 : 0;
        }
        boolean right = isRight(a, x);
        if ((upper || right) && GammaSum.applies(a, x)) {
            double q = GammaSum.q(a, x, xLow);
            return upper ? q : 1 - q;
        }
        if (a < 1 && x < SMALL_X) {
            return smallShape(a, x, xLow, upper);
        }
        double smaller = smallerTail(a, x, xLow, right);
        return right == upper ? smaller : 1 - smaller;
    }

    /** Logarithm of the tail: from the tail while that is a normal number, else from the logarithm of its kernel. */
    private static double logTail(double a, double x, boolean upper) {
        double tail = tail(a, x, 0, upper);
        if (tail > 0.5) {
            // Adding 0 makes log1p(-0) a plain 0.
            return Math.log1p(-tail(a, x, 0, !upper)) + 0.0;
        }
        if (tail > Double.MIN_NORMAL) {
            return Math.log(tail);
        }
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return GammaKernel.log(a, x, 0) + Math.log(upper ? a * fraction(a, x) : series(a, x));
    }

    /** Whether the upper tail is computed. */
    private static boolean isRight(double a, double x) {
        return x >= a + (a < 3 ? 1 : 0.5);
    }

    private static double smallerTail(double a, double x, double xLow, boolean right) {
        if (a >= UniformTail.LEAST_SHAPE) {
            DoubleDouble deviance = GammaKernel.deviance(a, x, xLow);
            double d = Math.max(deviance.value(), 0);
            if (d <= UniformTail.FARTHEST * a) {
                double excess = x - a + xLow;
                boolean above = excess > 0;
                // A tiny deviance has lost its digits; it is a square then.
                double root = d > UniformTail.TINY ? Math.sqrt(d) : Math.abs(excess) / Math.sqrt(2 * a);
                double tail = GammaKernel.decay(a, deviance) * UniformTail.ofGamma(a, root, above);
                // Between a and a + 1/2 the expansion gives the upper tail while the lower one is wanted.
                return above == right ? tail : 1 - tail;
            }
        }
        double kernel = GammaKernel.value(a, x, xLow);
        return kernel == 0 ? 0 : kernel * (right ? a * fraction(a, x) : series(a, x));
    }

    /** P over the kernel: 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …, for x below a or so. */
    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        double n = a;
        while (term > EPSILON * sum) {
            n++;
            term *= x / n;
            sum += term;
        }
        return sum;
    }

    /**
     * Q over a kernels: Legendre's continued fraction 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)), by the forward recurrence of numerators and
     * denominators, which needs no division per step.
     */
    private static double fraction(double a, double x) {
        // In this order, because x - a is exact where it is small.
        double b = x - a + 1;
        if (x > 1e100) {
            return 1 / b;
        }
        double oldNumerator = 0;
        double numerator = 1;
        double oldDenominator = 1;
        double denominator = b;
        for (int n = 1; n < MOST_TERMS; n++) {
            double c = -n * (n - a);
            b += 2;
            double nextNumerator = b * numerator + c * oldNumerator;
            double nextDenominator = b * denominator + c * oldDenominator;
            double left = nextNumerator * denominator;
            double right = numerator * nextDenominator;
            oldNumerator = numerator;
            oldDenominator = denominator;
            numerator = nextNumerator;
            denominator = nextDenominator;
            if (Math.abs(left - right) <= EPSILON * Math.abs(right)) {
                break;
            }
            if (Math.abs(denominator) > 0x1p300) {
                oldNumerator *= 0x1p-300;
                oldDenominator *= 0x1p-300;
                numerator *= 0x1p-300;
                denominator *= 0x1p-300;
            }
        }
        return numerator / denominator;
    }

    /** P or Q for a below 1 and x below 1.5. */
    private static double smallShape(double a, double x, double xLow, boolean upper) {
        double p = GammaKernel.value(a, x, xLow) * series(a, x);
        if (p < 0.9) {
            return upper ? 1 - p : p;
        }
        double q = complementOfSmallShape(a, x);
        return upper ? q : 1 - q;
    }

    /**
     * Q for a below 1 and small x: P = L (1 + a S) with L = x^a/Γ(1 + a) and S = Σ (−x)^k / (k! (a + k)), hence Q = (1 − L) − a L S.
     */
    private static double complementOfSmallShape(double a, double x) {
        double term = 1;
        double sum = 0;
        for (int k = 1; ; k++) {
            term *= -x / k;
            double part = term / (a + k);
            sum += part;
            if (Math.abs(part) <= EPSILON * Math.abs(sum)) {
                break;
            }
        }
        double logLead = a * Math.log(x) - LogGamma.onePlus(a);
        return -Math.expm1(logLead) - a * Math.exp(logLead) * sum;
    }
}
