package io.loyalty.metrics.value;

/**
 * The number of purchases N of a customer who stays, when the rate is Gamma(k) with scale 1 / A: negative binomial.
 *
 * <p>z = t / A is the time in units of the rate's scale; P(N = n) = Γ(k + n) / (Γ(k) n!) z^n / (1 + z)^(k + n).
 */
final class CountTerms {

    private CountTerms() {}

    /** ln P(N = n). */
    static double logMass(double k, double z, double n) {
        if (n == 0) {
            return -k * Math.log1p(z);
        }
        return GammaTerms.logBetaPower(k, n, 1, z) - Math.log(n);
    }

    /** P(N ≥ n), accurate as a tail. */
    static double tail(double k, double z, double n) {
        if (n == 0) {
            return 1;
        }
        double w = z / (1 + z);
        if (k <= 1 || k * z <= n) {
            return Math.min(1, Math.exp(logMass(k, z, n)) * GaussFraction.value(k + n, n + 1, w));
        }
        // Below the mean the complement is the smaller part: P(N < n) by the same fraction, seen from the other end.
        double below =
                Math.exp(GammaTerms.logBetaPower(k, n, 1, z)) / k * GaussFraction.value(k + n, k + 1, 1 / (1 + z));
        return 1 - Math.min(1, below);
    }
}
