package io.loyalty.metrics.value;

import java.util.Arrays;

/** Sums of c_n z^n with 0 ≤ z ≤ 1 and positive coefficients. */
final class PowerSeries {

    private static final int CHAINS = 4;

    private PowerSeries() {}

    /** The first coefficients, with zeros up to a length that {@link #sum} takes. */
    static double[] padded(double[] coefficients, int n) {
        return Arrays.copyOf(Arrays.copyOf(coefficients, n), (n + CHAINS - 1) / CHAINS * CHAINS);
    }

    /** The sum, by Horner's rule in four interleaved chains: a single one would wait for each product. */
    static double sum(double[] c, double z) {
        double square = z * z;
        double fourth = square * square;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int n = c.length - CHAINS; n >= 0; n -= CHAINS) {
            s0 = s0 * fourth + c[n];
            s1 = s1 * fourth + c[n + 1];
            s2 = s2 * fourth + c[n + 2];
            s3 = s3 * fourth + c[n + 3];
        }
        return (s0 + s1 * z) + square * (s2 + s3 * z);
    }
}
