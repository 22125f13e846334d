package io.loyalty.metrics.numeric;

/**
 * The regularized incomplete beta function I<sub>x</sub>(a, b) and its complement 1 − I<sub>x</sub>(a, b).
 *
 * <p><b>Method.</b> The smaller of the two is computed, as the kernel \(x^a (1-x)^b / B(a,b)\) times a factor of modest size: near the mean and
 * for large shapes the uniform expansion; otherwise, well below the mean, the series with positive terms (DLMF 8.17.8),
 * and else the even part of the continued fraction (DLMF 8.17.22). For a shape below 1 the complement, where it would be lost in a
 * difference, comes from the power series with its leading term by {@code expm1}. The exponent of the kernel is held in two words, so
 * that tails keep their relative accuracy down to the smallest normal numbers.
 *
 * <p><b>Range and error.</b> a and b positive with a finite sum, x in [0, 1]. Relative error at most 1e-14 in both functions wherever the result is a normal
 * number.
 *
 * <p><b>Performance.</b> At most some 50 terms for any argument; none of the loops grows with a or b.
 *
 * <p><b>References.</b> A. R. DiDonato, A. H. Morris, 1992, Algorithm 708: significant digit computation of the incomplete beta function
 * ratios, ACM TOMS 18, doi:10.1145/131766.131776. F. W. J. Olver and others (eds.), 2010, NIST Handbook of Mathematical Functions,
 * section 8.17, https://dlmf.nist.gov/8.17.
 */
public final class RegularizedBeta {

    private static final double EPSILON = 0x1p-53;

    /** Never reached: some sixty terms are the most that the regions leave. */
    private static final int MOST_TERMS = 100_000;

    private static final double TWO_OVER_PI = 0.63661977236758134308;

    /** Where the first ratio of the positive series is below it, the series is faster than the fraction. */
    private static final double SERIES_RATIO = 0.1;

    /** Below it, the fraction would handle reciprocals of subnormal size. */
    private static final double TINY_SHAPE = 1e-3;

    /** From this shape on and up to this deviance (four standard deviations), the uniform expansion is faster than the fraction. */
    private static final double UNIFORM_SHAPE = 150;

    private static final double UNIFORM_DEVIANCE = 8;

    private RegularizedBeta() {}

    /**
     * I<sub>x</sub>(a, b).
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x the argument, in [0, 1]
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double value(double a, double b, double x) {
        check(a, b, x, "x");
        return tail(a, b, new DoubleDouble(x, 0), DoubleDouble.difference(1, x), false);
    }

    /**
     * 1 − I<sub>x</sub>(a, b), computed as a tail.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x the argument, in [0, 1]
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double complement(double a, double b, double x) {
        check(a, b, x, "x");
        return tail(a, b, new DoubleDouble(x, 0), DoubleDouble.difference(1, x), true);
    }

    /**
     * Logarithm of I<sub>x</sub>(a, b), finite where the value itself is too small for a double.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x the argument, in [0, 1]
     * @return a number that is not positive
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double logValue(double a, double b, double x) {
        check(a, b, x, "x");
        return logTail(a, b, new DoubleDouble(x, 0), DoubleDouble.difference(1, x), false);
    }

    /**
     * Logarithm of 1 − I<sub>x</sub>(a, b), finite where the value itself is too small for a double.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param x the argument, in [0, 1]
     * @return a number that is not positive
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double logComplement(double a, double b, double x) {
        check(a, b, x, "x");
        return logTail(a, b, new DoubleDouble(x, 0), DoubleDouble.difference(1, x), true);
    }

    /**
     * The x with I<sub>x</sub>(a, b) = p.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param p a probability
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double inverse(double a, double b, double p) {
        check(a, b, p, "p");
        return BetaInverse.of(a, b, p, false).share();
    }

    /**
     * The x with 1 − I<sub>x</sub>(a, b) = q.
     *
     * @param a the first shape, positive
     * @param b the second shape, positive
     * @param q a probability
     * @return a number in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double inverseComplement(double a, double b, double q) {
        check(a, b, q, "q");
        return BetaInverse.of(a, b, q, true).share();
    }

    private static void check(double a, double b, double x, String name) {
        Check.positive(a, "a");
        Check.positive(b, "b");
        Check.positive(a + b, "a + b");
        Check.probability(x, name);
    }

    /** I or its complement, for an argument x and y = 1 − x, both in two words. */
    static double tail(double a, double b, DoubleDouble x, DoubleDouble y, boolean upper) {
        if (x.hi() <= 0 || y.hi() <= 0) {
            return (x.hi() <= 0) == upper ? 1 : 0;
        }
        if (a == 0.5 && b == 0.5) {
            // The arcsine law.
            double small = Math.asin(Math.sqrt(Math.min(x.hi(), y.hi()))) * TWO_OVER_PI;
            return upper == y.hi() < x.hi() ? small : 1 - small;
        }
        if (BetaSum.applies(a, b, upper)) {
            double sum = upper ? BetaSum.lower(b, a, y, x) : BetaSum.lower(a, b, x, y);
            if (sum > BetaSum.LEAST) {
                return sum;
            }
        } else if (BetaSum.applies(a, b, !upper)) {
            double sum = upper ? BetaSum.lower(a, b, x, y) : BetaSum.lower(b, a, y, x);
            if (sum > BetaSum.LEAST && sum < 0.5) {
                return 1 - sum;
            }
        }
        if (a < 1 || b < 1) {
            // The smaller shape to the left; of two small ones that at the nearer end.
            if (b < 1 && (a >= 1 || x.hi() > 0.5)) {
                return smallShape(b, a, y, x, !upper);
            }
            return smallShape(a, b, x, y, upper);
        }
        return ordinary(a, b, x, y, upper);
    }

    /** Logarithm of the tail: from the tail while that is a normal number, else from the logarithm of its kernel. */
    static double logTail(double a, double b, DoubleDouble x, DoubleDouble y, boolean upper) {
        double tail = tail(a, b, x, y, upper);
        if (tail > 0.5) {
            // Adding 0 makes log1p(-0) a plain 0.
            return Math.log1p(-tail(a, b, x, y, !upper)) + 0.0;
        }
        if (tail > Double.MIN_NORMAL) {
            return Math.log(tail);
        }
        if (upper) {
            return logTail(b, a, y, x, false);
        }
        return x.hi() > 0
                ? BetaKernel.log(a, b, x, y) + Math.log(ratio(a, b, x.hi(), y.hi(), excess(a, b, x, y)))
                : Double.NEGATIVE_INFINITY;
    }

    private static double ordinary(double a, double b, DoubleDouble x, DoubleDouble y, boolean upper) {
        double excess = excess(a, b, x, y);
        // Next to the mean the tail at the end of the smaller shape has the faster fraction. A shape below 1 may have
        // its mean where
        // the other tail is tiny, and would lose it in the difference.
        double small = Math.min(a, b);
        double shift = small < 1 || small >= UNIFORM_SHAPE ? 0 : 0.5;
        double border = a < b ? -shift : shift;
        if (excess < border) {
            double tail = lower(b, a, y, x, -excess);
            return upper ? tail : 1 - tail;
        }
        double tail = lower(a, b, x, y, excess);
        return upper ? 1 - tail : tail;
    }

    /** a y − b x, without cancellation: its sign tells the side, and the fraction starts from it. */
    private static double excess(double a, double b, DoubleDouble x, DoubleDouble y) {
        double left = a * y.hi();
        double difference = left - b * x.hi();
        return Math.abs(difference) > 0.1 * left
                ? difference
                : y.times(a).plus(x.times(-b)).value();
    }

    /** I for an argument below the mean or so. */
    private static double lower(double a, double b, DoubleDouble x, DoubleDouble y, double excess) {
        if (Math.min(a, b) >= UNIFORM_SHAPE) {
            DoubleDouble deviance = BetaKernel.deviance(a, b, x, y);
            double d = Math.max(deviance.value(), 0);
            if (d <= UNIFORM_DEVIANCE) {
                // A tiny deviance has lost its digits; it is a square then.
                double root = d > UniformTail.TINY ? Math.sqrt(d) : excess * Math.sqrt(0.5 * (1 / a + 1 / b));
                return BetaKernel.decay(a, b, deviance) * UniformTail.ofBeta(b, a, root);
            }
        }
        double kernel = BetaKernel.value(a, b, x, y);
        return kernel > 0 ? kernel * ratio(a, b, x.hi(), y.hi(), excess) : 0;
    }

    /** I over the kernel, for an argument not much above the mean. */
    private static double ratio(double a, double b, double x, double y, double excess) {
        return a < TINY_SHAPE || (a + b) * x < SERIES_RATIO * (a + 1)
                ? series(a, b, x) / a
                : fraction(a, b, x, y, excess);
    }

    /** 1 + (a + b)/(a + 1) x + (a + b)(a + b + 1)/((a + 1)(a + 2)) x² + … */
    private static double series(double a, double b, double x) {
        double term = 1;
        double sum = 1;
        for (int k = 0; term > EPSILON * sum; k++) {
            term *= (a + b + k) / (a + 1 + k) * x;
            sum += term;
        }
        return sum;
    }

    /** The even part of the continued fraction, by the forward recurrence of numerators and denominators. */
    private static double fraction(double a, double b, double x, double y, double excess) {
        double lead = excess + 1;
        double reciprocal = 1 / (a + 1);
        if (lead > 1e100) {
            // Squares of it may overflow, and what follows is beyond the last digit of the kernel's logarithm.
            return 1 / (lead * (a * reciprocal));
        }
        double oldNumerator = 0;
        double numerator = 1;
        double oldDenominator = 1;
        double denominator = a * lead * reciprocal;
        for (int n = 1; n < MOST_TERMS; n++) {
            double nbx = n * (b - n) * x;
            double c = (a + n - 1) * reciprocal * ((a + b + n - 1) * reciprocal) * nbx * x;
            double d = n + nbx * reciprocal;
            reciprocal = 1 / (a + 2 * n + 1);
            d += (a + n) * (lead + n * (1 + y)) * reciprocal;
            double nextNumerator = d * numerator + c * oldNumerator;
            double nextDenominator = d * denominator + c * oldDenominator;
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

    /** I or its complement for a below 1; b is at least 1 or x at most 1/2. */
    private static double smallShape(double a, double b, DoubleDouble x, DoubleDouble y, boolean upper) {
        if (b >= 1 && (b * x.hi() > 1.5 || x.hi() > 0.7)) {
            return ordinary(a, b, x, y, upper);
        }
        double kernel = BetaKernel.value(a, b, x, y);
        double lower = kernel * ratio(a, b, x.hi(), y.hi(), excess(a, b, x, y));
        if (lower < 0.9) {
            return upper ? 1 - lower : lower;
        }
        double complement = complementOfSmallShape(a, b, x.hi());
        return upper ? complement : 1 - complement;
    }

    /**
     * 1 − I for a below 1 and b x small: I = L (1 + a S) with L = x^a Γ(a + b)/(Γ(1 + a) Γ(b)) and S = Σ (1 − b)…(k − b) x^k / (k! (a + k)), hence
     * 1 − I = (1 − L) − a L S.
     */
    private static double complementOfSmallShape(double a, double b, double x) {
        double term = 1;
        double sum = 0;
        for (int k = 1; ; k++) {
            term *= (k - b) / k * x;
            double part = term / (a + k);
            sum += part;
            if (Math.abs(part) <= EPSILON * Math.abs(sum)) {
                break;
            }
        }
        double logLead = a * Math.log(x) + LogGamma.increment(b, a) - LogGamma.onePlus(a);
        return -Math.expm1(logLead) - a * Math.exp(logLead) * sum;
    }
}
