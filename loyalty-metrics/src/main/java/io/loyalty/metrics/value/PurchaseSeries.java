package io.loyalty.metrics.value;

import java.util.Arrays;

/**
 * The purchases of a customer who tosses a coin of Beta(a, b) bias after each, as a power series in w = z / (1 + z) with positive
 * coefficients: those of one shape k and of all z up to some z0.
 *
 * <p>If he stayed he would make N purchases, negative binomial with shape k; m_j is the chance to survive j tosses. Then
 * E[purchases] = (1 + z)^(−k) Σ (k)_n / n! (m_0 + … + m_(n−1)) w^n, and its derivative by z is
 * k (1 + z)^(−k − 1) Σ (k + 1)_n / n! m_n w^n. The coefficients do not depend on z, so that customers with the same x share them; they are scaled
 * by w0^n, which keeps them in range. What is left out is below the last bit at z0, and less below it.
 */
final class PurchaseSeries {

    /** What is summed. */
    enum Kind {
        /** E[purchases] (1 + z)^k. */
        EXPECTED,
        /** dE[purchases]/dz (1 + z)^(k + 1) / k. */
        RATE
    }

    /** For no customer at all. */
    static final PurchaseSeries NONE = new PurchaseSeries();

    private static final int MOST_TERMS = 2000;

    private final double k;
    private final double top;
    private final double highest;
    private final double[] coefficients;

    private PurchaseSeries() {
        k = Double.NaN;
        top = Double.NaN;
        highest = Double.NaN;
        coefficients = new double[0];
    }

    /** The series for 0 ≤ z ≤ top, where k ln(1 + top) must be below some 600. */
    PurchaseSeries(Kind kind, double k, double a, double b, double top) {
        this.k = k;
        this.top = top;
        double w = top / (1 + top);
        highest = w;
        double shape = kind == Kind.EXPECTED ? k : k + 1;
        double both = a + b;
        double moment = 1;
        double counted = 0;
        double mass = 1;
        double sum = kind == Kind.EXPECTED ? 0 : 1;
        double[] terms = new double[64];
        terms[0] = sum;
        int n = 0;
        while (n < MOST_TERMS) {
            double ratio = (shape + n) / (n + 1) * w;
            mass *= ratio;
            counted += moment;
            moment *= (b + n) / (both + n);
            double term = mass * (kind == Kind.EXPECTED ? counted : moment);
            sum += term;
            n++;
            if (n == terms.length) {
                terms = Arrays.copyOf(terms, 2 * n);
            }
            terms[n] = term;
            // The next ratios lie between this one and w; so does the geometric bound of what is left out.
            double bound = Math.max(ratio, w) * (n + 1) / n;
            if (bound < 1 && term * bound <= 1e-17 * sum * (1 - bound)) {
                break;
            }
        }
        coefficients = PowerSeries.padded(terms, n + 1);
    }

    /** The least of the values that share a series which is at least z: four of them to each power of two. */
    static double top(double z) {
        long step = 1L << 50;
        return Double.longBitsToDouble((Double.doubleToRawLongBits(z) + step - 1) & -step);
    }

    boolean isFor(double shape, double end) {
        return k == shape && top == end;
    }

    /** The sum at z. */
    double at(double z) {
        return atShare(z / (1 + z));
    }

    /** The sum at w = z / (1 + z). */
    double atShare(double w) {
        return PowerSeries.sum(coefficients, w / highest);
    }
}
