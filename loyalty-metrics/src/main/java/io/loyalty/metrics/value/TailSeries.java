package io.loyalty.metrics.value;

/**
 * {@link DropoutTail} R for one k and all times of one model, by the power series of Gauss's function F(1, b; c; z): its coefficients
 * (b)_n / (c)_n are positive, fall, and do not depend on the time, so that customers with the same x share them.
 *
 * <p>The argument z = |α − β| / (max(α, β) + time) is largest at time 0. Where it exceeds ½ the series is slow, and is not used.
 */
final class TailSeries {

    /** For no customer at all. */
    static final TailSeries NONE = new TailSeries();

    private static final double LARGEST = 0.5;

    private final double k;
    private final double s;
    private final double alpha;
    private final double beta;
    private final boolean wide;
    private final double share;
    private final double[] coefficients;

    private TailSeries() {
        this.k = Double.NaN;
        this.s = 1;
        this.alpha = 1;
        this.beta = 1;
        this.wide = true;
        this.share = 1;
        this.coefficients = new double[0];
    }

    TailSeries(double k, double s, double alpha, double beta) {
        this.k = k;
        this.s = s;
        this.alpha = alpha;
        this.beta = beta;
        wide = alpha >= beta;
        share = s / (k + s);
        double b = wide ? k : s + 1;
        double c = k + s + 1;
        double highest = Math.min(LARGEST, Math.abs(alpha - beta) / Math.max(alpha, beta));
        double[] terms = new double[64];
        terms[0] = 1;
        double power = 1;
        int n = 0;
        // The sum is at least 1, and what is left out at most twice the first term left out.
        while (power > 1e-17 && n < terms.length - 1) {
            terms[n + 1] = terms[n] * ((b + n) / (c + n));
            n++;
            power *= highest * ((b + n - 1) / (c + n - 1));
        }
        coefficients = PowerSeries.padded(terms, n + 1);
    }

    boolean isFor(double shape) {
        return k == shape;
    }

    /** R(k, s, α + time, β + time). */
    double at(double time) {
        double largest = (wide ? alpha : beta) + time;
        double z = Math.abs(alpha - beta) / largest;
        if (z > LARGEST) {
            return DropoutTail.of(k, s, alpha + time, beta + time);
        }
        double sum = PowerSeries.sum(coefficients, z);
        return wide ? share * sum : share * sum * ((alpha + time) / largest);
    }
}
