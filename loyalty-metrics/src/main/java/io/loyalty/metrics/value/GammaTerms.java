package io.loyalty.metrics.value;

/**
 * Combinations of gamma functions, each computed as the combination: none of them subtracts two large logarithms.
 *
 * <p>The remainder of Stirling's formula, S(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, carries what is left when the large
 * parts have been cancelled on paper. Arguments are positive and finite unless said otherwise.
 */
final class GammaTerms {

    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** From here on the asymptotic series below is exact to the last bit. */
    private static final double LARGE = 10;

    /** B(2m) / (2m (2m − 1)) for m = 1, 2, … : the series of S(x) in 1/x, 1/x³, … */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    /** B(2m) / (2m) for m = 1, 2, … : the series of ln x − 1/(2x) − ψ(x) in 1/x², 1/x⁴, … */
    private static final double[] DIGAMMA = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160
    };

    private GammaTerms() {}

    /** The remainder S(x) of Stirling's formula. */
    static double stirling(double x) {
        if (x >= LARGE) {
            return stirlingSeries(x);
        }
        int n = (int) Math.ceil(LARGE - x);
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= x + i;
        }
        double y = x + n;
        return stirlingSeries(y) + (x - 0.5) * Math.log(y / x) + (n * Math.log(y) - n) - Math.log(product);
    }

    private static double stirlingSeries(double x) {
        double v = 1 / (x * x);
        double sum = 0;
        for (int m = STIRLING.length - 1; m >= 0; m--) {
            sum = sum * v + STIRLING[m];
        }
        return sum / x;
    }

    /** S(b + a) − S(b), accurate relative to a, for b and a + b at least {@link #LARGE}. */
    private static double stirlingDelta(double b, double a) {
        double v = 1 / b;
        double u = 1 / (b + a);
        // Divided differences of the powers: (u^k − v^k) / (u − v), for k = 1, 3, 5, …
        double d = 1;
        double vk = 1;
        double sum = 0;
        for (double c : STIRLING) {
            sum += c * d;
            vk *= v;
            d = u * d + vk;
            vk *= v;
            d = u * d + vk;
        }
        return -a * u * v * sum;
    }

    /** ln Γ(x). */
    static double logGamma(double x) {
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirling(x);
    }

    /** The digamma function ψ(x). */
    static double digamma(double x) {
        double shift = 0;
        double y = x;
        while (y < LARGE) {
            shift += 1 / y;
            y += 1;
        }
        return Math.log(y) - 0.5 / y - digammaSeries(y) - shift;
    }

    private static double digammaSeries(double y) {
        double v = 1 / (y * y);
        double sum = 0;
        for (int m = DIGAMMA.length - 1; m >= 0; m--) {
            sum = sum * v + DIGAMMA[m];
        }
        return sum * v;
    }

    /** ln Γ(base + steps) − ln Γ(base), for steps ≥ 0. */
    static double logRising(double base, double steps) {
        if (steps <= 16 && base < 1e12 && steps == Math.rint(steps)) {
            double product = 1;
            for (int i = 0; i < steps; i++) {
                product *= base + i;
            }
            return Math.log(product);
        }
        double sum = 0;
        double b = base;
        if (b < LARGE) {
            double product = 1;
            while (b < LARGE) {
                product *= b / (b + steps);
                b += 1;
            }
            sum = Math.log(product);
        }
        return sum + (b + steps - 0.5) * Math.log1p(steps / b) + steps * (Math.log(b) - 1) + stirlingDelta(b, steps);
    }

    /** ψ(base + steps) − ψ(base), for steps ≥ 0. */
    static double digammaRise(double base, double steps) {
        double sum = 0;
        double b = base;
        while (b < LARGE) {
            sum += steps / (b * (b + steps));
            b += 1;
        }
        double top = b + steps;
        return sum + Math.log1p(steps / b) + 0.5 * steps / (b * top) + (digammaSeries(b) - digammaSeries(top));
    }

    /**
     * ln of E[q^n] for q ~ Beta(b, a), which is ln [Γ(b + n) Γ(a + b) / (Γ(b) Γ(a + b + n))]; for n ≥ 0 and a > −b, with
     * an error relative to a and to n.
     */
    static double logBetaMoment(double a, double b, double n) {
        double sum = 0;
        double low = b;
        if (n <= 10 && n == Math.rint(n)) {
            for (int i = 0; i < n; i++) {
                sum -= Math.log1p(a / (b + i));
            }
            return sum;
        }
        while (low < LARGE || low + a < LARGE) {
            sum -= Math.log1p(a * n / (low * (a + low + n)));
            low += 1;
        }
        double top = a + low + n;
        return sum
                + (low - 0.5) * Math.log1p(a * n / (low * top))
                - a * Math.log1p(n / (a + low))
                - n * Math.log1p(a / (low + n))
                + (stirlingDelta(low, a) - stirlingDelta(low + n, a));
    }

    /**
     * a ln u + b ln(1 − u) − ln B(a, b), where u = pa / (pa + pb): the log of a binomial-like term, by its deviance from the
     * value at u = a / (a + b), so that large a and b do not cancel (Loader, 2000, Fast and accurate computation of binomial
     * probabilities).
     */
    static double logBetaPower(double a, double b, double pa, double pb) {
        double n = a + b;
        // a pb − b pa without losing the small difference.
        double right = b * pa;
        double delta = (Math.fma(a, pb, -right) - Math.fma(b, pa, -right)) / (pa + pb);
        double deviance =
                a * excess(delta / a, n / a * (pa / (pa + pb))) + b * excess(-delta / b, n / b * (pb / (pa + pb)));
        return 0.5 * (Math.log(a) + Math.log(b / n))
                - HALF_LOG_TWO_PI
                - (stirling(a) + stirling(b) - stirling(n))
                - deviance;
    }

    /** −ln(1 − y) − y, where the second argument is 1 − y computed directly. */
    private static double excess(double y, double oneMinusY) {
        if (Math.abs(y) < 0.1) {
            double sum = 0;
            for (int k = 18; k >= 2; k--) {
                sum = sum * y + 1.0 / k;
            }
            return sum * y * y;
        }
        return (y > 0.5 ? -Math.log(oneMinusY) : -Math.log1p(-y)) - y;
    }
}
