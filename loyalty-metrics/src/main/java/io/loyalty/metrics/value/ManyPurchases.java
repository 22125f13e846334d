package io.loyalty.metrics.value;

/**
 * What {@link ErlangDropout} sums over the number N of purchases of somebody who stays, for thousands of them and more: by an integral.
 *
 * <p>Terms change by a part of 1 / N from one N to the next, so the sum from N0 on is the integral from N0 − ½ and a twenty-fourth of the
 * slope there; what follows is of the order of N0^−4 (Euler and Maclaurin).
 */
final class ManyPurchases {

    /** So many tosses are multiplied out, so that the sum of the others has a closed form for any a and b. */
    private static final int DIRECT = 64;

    private final double shape;
    private final double a;
    private final double stay;
    private final double z;
    private final int k;
    private final int stage;
    private final double momentOfDirect;
    private final double sumOfDirect;

    ManyPurchases(double shape, double a, double stay, double z, int k, int stage) {
        this.shape = shape;
        this.a = a;
        this.stay = stay;
        this.z = z;
        this.k = k;
        this.stage = stage;
        double moment = 1;
        double sum = 0;
        for (int i = 0; i < DIRECT; i++) {
            sum += moment;
            moment *= (stay + i) / (a + stay + i);
        }
        momentOfDirect = moment;
        sumOfDirect = sum;
    }

    /** The sum over N ≥ n, where so many stages are as good as all. */
    double from(double n, double stages, ErlangDropout.Counted counted) {
        double log =
                LogIntegral.of(y -> y + logTerm(Math.exp(y), counted), Math.log(n - 0.5), Math.log(stages / k + n) + 3);
        double slope = Math.exp(logTerm(n, counted)) - Math.exp(logTerm(n - 1, counted));
        return Math.exp(log) + slope / 24;
    }

    private double logTerm(double n, ErlangDropout.Counted counted) {
        return logMass(n)
                + (counted == ErlangDropout.Counted.STAYING
                        ? GammaTerms.logBetaMoment(a, stay, n)
                        : Math.log(tosses(n)));
    }

    /** ln of the chance of N purchases: of the k numbers of stages that make as many. */
    private double logMass(double n) {
        double first = k * n - stage;
        double w = z / (1 + z);
        double term = 1;
        double sum = 1;
        for (int i = 1; i < k; i++) {
            term *= (shape + first + i - 1) / (first + i) * w;
            sum += term;
        }
        return CountTerms.logMass(shape, z, first) + Math.log(sum);
    }

    /** m_0 + … + m_(N − 1). */
    private double tosses(double n) {
        // Σ (s)_i / (s + a)_i over i < M is (s + g) (1 − (s)_M / (s + g)_M) / g with g = a − 1, and its limit at g = 0.
        double s = stay + DIRECT;
        double g = Math.abs(a - 1) < 1e-13 ? 1e-13 : a - 1;
        double later = -Math.expm1(GammaTerms.logBetaMoment(g, s, n - DIRECT)) / g;
        return sumOfDirect + momentOfDirect * (s + g) * later;
    }
}
