package io.loyalty.metrics.value;

/**
 * E[λ / (δ + λ p)] for λ ~ Gamma(k, A) and p ~ Beta(a, b), as a series in ε = δ A: the fast way to a discounted number of purchases.
 *
 * <p>The Mellin transform of the mean is π / sin(π s) Γ(k + s) / Γ(k) B(a + s − 1, b) / B(a, b). Its poles to the left, at s = −n, 1 − a − n and
 * −k − n, leave three series in powers of ε, each term a simple ratio of its predecessor. They converge for every ε, in a dozen
 * terms for usual discounts, but cancel where two families of poles meet (a, k or k − a near a whole number) and for large ε: then
 * the answer is refused, and the caller integrates.
 */
final class DiscountSeries {

    private static final double LARGEST_EPSILON = 4;
    private static final double MOST_CANCELLATION = 30;
    private static final double NEAREST = 0.01;
    private static final int MOST_TERMS = 200;

    private DiscountSeries() {}

    /** The mean, or NaN where the series would lose too many digits. */
    static double mean(double k, double a, double b, double e) {
        if (e > LARGEST_EPSILON || distance(a) < NEAREST || distance(k) < NEAREST || distance(k - a) < NEAREST) {
            return Double.NaN;
        }
        double both = a + b;
        double atWhole = (both - 1) / (a - 1);
        // s = 1 − a: π / sin(π (1 − a)) ε^(a − 1) Γ(k + 1 − a) / Γ(k) Γ(a + b) / (Γ(a) Γ(b))
        double rise = GammaTerms.logRising(b, a) - GammaTerms.logGamma(a);
        double shifted = k + 1 - a;
        double atA = Math.PI
                / sinPi(1 - a)
                * gammaSign(shifted)
                * Math.exp((a - 1) * Math.log(e) + logAbsGamma(shifted) - GammaTerms.logGamma(k) + rise);
        // s = −k: π / sin(−π k) ε^k / Γ(k) Γ(a − k − 1) / Γ(a) Γ(a + b) / Γ(a + b − k − 1); 1 / Γ is 0 at its poles
        double end = both - k - 1;
        double atK = -Math.PI
                / sinPi(k)
                * gammaSign(a - k - 1)
                * gammaSign(end)
                * Math.exp(k * Math.log(e)
                        - GammaTerms.logGamma(k)
                        + logAbsGamma(a - k - 1)
                        - GammaTerms.logGamma(a)
                        + GammaTerms.logGamma(both)
                        - logAbsGamma(end));
        double sum = 0;
        double largest = 0;
        for (int n = 0; n < MOST_TERMS; n++) {
            sum += atWhole + atA + atK;
            double now = Math.max(Math.abs(atWhole), Math.max(Math.abs(atA), Math.abs(atK)));
            largest = Math.max(largest, now);
            // Past the order k the ratios only fall.
            if (now < 1e-17 * Math.abs(sum) && n > Math.min(k, 20)) {
                return largest < MOST_CANCELLATION * sum ? sum : Double.NaN;
            }
            atWhole *= -e / (k - n - 1) * ((both - n - 2) / (a - n - 2));
            atA *= e / (k - a - n) * ((b - n - 1) / (n + 1));
            atK *= e / (n + 1) * ((both - k - n - 2) / (a - k - n - 2));
        }
        return Double.NaN;
    }

    private static double distance(double x) {
        return Math.abs(x - Math.rint(x));
    }

    private static double sinPi(double x) {
        double whole = Math.rint(x);
        double sine = Math.sin(Math.PI * (x - whole));
        return whole % 2 == 0 ? sine : -sine;
    }

    /** The sign of Γ(x); 0 at its poles, where {@link #logAbsGamma} is infinite. */
    private static double gammaSign(double x) {
        return x > 0 ? 1 : Math.signum(sinPi(x));
    }

    private static double logAbsGamma(double x) {
        return x > 0 ? GammaTerms.logGamma(x) : Math.log(Math.PI / Math.abs(sinPi(x))) - GammaTerms.logGamma(1 - x);
    }
}
