package io.loyalty.metrics.value;

/**
 * The scaled exponential integral e^c E_s(c) = ∫ e^(−c v) (1 + v)^(−s) dv over [0, ∞), for real s > 0 and c > 0.
 *
 * <p>A continued fraction where it converges fast; below c = 1 with small s the power series, with the removable singularity
 * at whole s taken out, and the recurrence upwards (DLMF 8.19).
 */
final class ExponentialIntegral {

    private static final double EULER = 0.57721566490153286061;

    /** ζ(n) − 1 for n = 2, 3, … */
    private static final double[] ZETA_LESS_ONE = {
        0.64493406684822643647, 0.2020569031595942854, 0.08232323371113819152, 0.03692775514336992633,
        0.01734306198444913971, 0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442,
        0.000994575127818085337, 0.000494188604119464559, 0.000246086553308048299, 0.000122713347578489147,
        0.0000612481350587048293, 0.0000305882363070204936, 0.0000152822594086518717, 0.00000763719763789976227,
        0.00000381729326499983986, 0.00000190821271655393893, 9.53962033872796113e-7, 4.76932986787806463e-7,
        2.38450502727732991e-7, 1.1921992596531107e-7, 5.96081890512594796e-8, 2.98035035146522802e-8
    };

    private ExponentialIntegral() {}

    /** e^c E_s(c). */
    static double scaled(double s, double c) {
        if (c >= 1 || s >= 12) {
            return fraction(s, c);
        }
        // s = whole + f + 1 with f in (−1, ½]
        int whole = s <= 1.5 ? 0 : (int) Math.ceil(s - 1.5);
        double f = s - 1 - whole;
        double e = series(f, c);
        double decay = Math.exp(-c);
        for (int n = 1; n <= whole; n++) {
            e = (decay - c * e) / (f + n);
        }
        return e * Math.exp(c);
    }

    private static double fraction(double s, double c) {
        // 1 / (c + s − 1·s / (c + s + 2 − 2 (s + 1) / (c + s + 4 − …))), DLMF 8.19.17 contracted
        double b = c + s;
        double cc = 1e300;
        double dd = 1 / b;
        double f = dd;
        for (int n = 1; n < 100_000; n++) {
            double an = -n * (s + n - 1);
            b += 2;
            dd = 1 / (an * dd + b);
            cc = b + an / cc;
            double step = cc * dd;
            f *= step;
            if (Math.abs(step - 1) < 4e-16) {
                break;
            }
        }
        return f;
    }

    /** E_(1+f)(c) for −1 &lt; f ≤ ½ and c &lt; 1. */
    private static double series(double f, double c) {
        double sum = -logGammaRatioTerm(f, Math.log(c));
        double power = 1;
        for (int n = 1; n < 40; n++) {
            power *= -c / n;
            double term = power / (n - f);
            sum -= term;
            if (Math.abs(term) < 1e-17 * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }

    /** (Γ(1 − f) c^f − 1) / f, also for f = 0. */
    private static double logGammaRatioTerm(double f, double logC) {
        // ln Γ(1 − f) / f = γ + Σ ζ(n) f^(n−1) / n, with the part Σ f^(n−1) / n = −(ln(1 − f) + f) / f summed in closed
        // form.
        double slope;
        if (Math.abs(f) <= 0.5) {
            double sum = 0;
            for (int i = ZETA_LESS_ONE.length - 1; i >= 0; i--) {
                sum = (sum + ZETA_LESS_ONE[i] / (i + 2)) * f;
            }
            slope = EULER + sum + geometricPart(f);
        } else {
            slope = GammaTerms.logGamma(1 - f) / f;
        }
        double exponent = slope + logC;
        double y = f * exponent;
        return Math.abs(y) < 1e-300 ? exponent : Math.expm1(y) / f;
    }

    private static double geometricPart(double f) {
        if (Math.abs(f) < 0.01) {
            double sum = 0;
            for (int n = 10; n >= 2; n--) {
                sum = (sum + 1.0 / n) * f;
            }
            return sum;
        }
        return -(Math.log1p(-f) + f) / f;
    }
}
