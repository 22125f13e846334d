package io.loyalty.metrics.value;

/**
 * R(k, s, A, B) = ∫ s / B (1 + w/A)^(−k) (1 + w/B)^(−s − 1) dw over [0, ∞): of a customer with posterior rates Gamma(k, A) and
 * Gamma(s, B), the chance that he leaves before the next purchase. Always in (0, 1).
 *
 * <p>R = s / (k + s) F(1, k; k + s + 1; 1 − B/A), or the same with the roles exchanged when B &gt; A, so that the argument lies in [0, 1)
 * and all coefficients of Gauss's fraction are positive. Where A and B differ by so much that the fraction is slow, the integral itself.
 */
final class DropoutTail {

    private static final int MOST_STEPS = 3000;
    private static final int STEPS_WORTH_A_SUM = 400;
    private static final double SLOWEST_FALL = 0.05;

    /** R. */
    double value;

    /** The derivatives of R. */
    double byK;

    double byS;
    double byA;
    double byB;

    /** R alone. */
    static double of(double k, double s, double scaleA, double scaleB) {
        boolean wide = scaleA >= scaleB;
        double z = wide ? (scaleA - scaleB) / scaleA : (scaleB - scaleA) / scaleB;
        if (GaussFraction.steps(z) > MOST_STEPS) {
            return Math.exp(logIntegral(k, s, scaleB / scaleA, v -> 0));
        }
        return wide
                ? s / (k + s) * GaussFraction.positive(k, k + s + 1, z)
                : s / (k + s) * (scaleA / scaleB) * GaussFraction.positive(s + 1, k + s + 1, z);
    }

    /** R with its derivatives, left in the fields. */
    void compute(double k, double s, double scaleA, double scaleB) {
        boolean wide = scaleA >= scaleB;
        double z = wide ? (scaleA - scaleB) / scaleA : (scaleB - scaleA) / scaleB;
        double steps = GaussFraction.steps(z);
        if (steps > STEPS_WORTH_A_SUM) {
            if (k + s > SLOWEST_FALL) {
                sums(k, s, scaleA, scaleB);
            } else {
                integrals(k, s, scaleA, scaleB);
            }
            return;
        }
        double b = wide ? k : s + 1;
        double c = k + s + 1;
        double f = 1;
        double fb = 0;
        double fc = 0;
        double fz = 0;
        // Backwards through the fraction f → 1 / (1 − d z f), with tangents by b, c and z.
        for (int j = (int) (1.3 * steps) + 8; j >= 1; j--) {
            double n = j >> 1;
            double d;
            double db;
            double dc;
            if ((j & 1) == 1) {
                double u = 1 / ((c + 2 * n - 1) * (c + 2 * n));
                double last = c - 1 + n;
                d = (b + n) * last * u;
                db = last * u;
                dc = (b + n) * u - d * (2 * (c + 2 * n) - 1) * u;
            } else {
                double u = 1 / ((c + 2 * n - 2) * (c + 2 * n - 1));
                d = n * (c - b + n - 1) * u;
                db = -n * u;
                dc = n * u - d * (2 * (c + 2 * n) - 3) * u;
            }
            double next = 1 / (1 - d * z * f);
            double square = next * next;
            fb = square * z * (db * f + d * fb);
            fc = square * z * (dc * f + d * fc);
            fz = square * d * (f + z * fz);
            f = next;
        }
        double share = s / (k + s);
        if (wide) {
            value = share * f;
            byK = share * (fb + fc - f / (k + s));
            byS = share * (fc + f * (k / (s * (k + s))));
            byA = share * fz * (scaleB / (scaleA * scaleA));
            byB = -share * fz / scaleA;
        } else {
            double ratio = scaleA / scaleB;
            share *= ratio;
            value = share * f;
            byK = share * (fc - f / (k + s));
            byS = share * (fb + fc + f * (k / (s * (k + s))));
            byA = share * (f / scaleA - fz / scaleB);
            byB = share * (fz * (ratio / scaleB) - f / scaleB);
        }
    }

    /**
     * R and its derivatives by the trapezoidal rule over y = ln w. The integrand is analytic for |Im y| &lt; π/2 and falls exponentially to both
     * sides, so that a step of a quarter is exact to the last digits.
     */
    private void sums(double k, double s, double scaleA, double scaleB) {
        double step = 0.25;
        double peak = Math.log(Math.min(scaleA / (k + 1), scaleB / (s + 1)));
        double outside = Math.log(Math.max(scaleA, scaleB));
        value = 0;
        byK = 0;
        byS = 0;
        byA = 0;
        byB = 0;
        for (double y = peak - 39; ; y += step) {
            double w = Math.exp(y);
            double logA = Growth.log(w / scaleA);
            double logB = Growth.log(w / scaleB);
            double f = Math.exp(y - k * logA - (s + 1) * logB);
            value += f;
            byK -= f * logA;
            byS += f * (1 / s - logB);
            byA += f * (k * w / (scaleA * (scaleA + w)));
            byB += f * ((s + 1) * w / (scaleB * (scaleB + w)) - 1 / scaleB);
            if (y > peak + 2 && f * (1 + logA + logB) < 1e-17 * value && (y > outside || k > 1)) {
                break;
            }
        }
        double scale = step * s / scaleB;
        value *= scale;
        byK *= scale;
        byS *= scale;
        byA *= scale;
        byB *= scale;
    }

    private void integrals(double k, double s, double scaleA, double scaleB) {
        double rho = scaleB / scaleA;
        value = Math.exp(logIntegral(k, s, rho, v -> 0));
        byK = -Math.exp(logIntegral(
                k, s, rho, v -> Math.log(v < 500 ? Math.log1p(rho * Math.expm1(v)) : v + Math.log(rho))));
        byS = value / s - Math.exp(logIntegral(k, s, rho, Math::log));
        double byRho = -Math.exp(logIntegral(k, s, rho, v -> Math.log(k) - Math.log(rho + 1 / Math.expm1(v))));
        byA = -byRho * rho / scaleA;
        byB = byRho / scaleA;
    }

    /** ln of s ∫ e^(weight(v)) (1 + ρ (e^v − 1))^(−k) e^(−s v) dv, where v = ln(1 + w/B). */
    private static double logIntegral(double k, double s, double rho, LogIntegral.LogFunction weight) {
        // Followed until it has fallen by 50 in logarithms: at the rate s at least, at k + s beyond ln(1/ρ).
        double high = Math.min(50 / s, 60 / (k + s) + Math.max(0, -Math.log(rho))) + 5;
        double logRho = Math.log(rho);
        // Beyond v = 700 or so the exponential overflows, and ln(1 + ρ (e^v − 1)) is v + ln ρ.
        return Math.log(s)
                + LogIntegral.of(
                        v -> -k * (v < 500 ? Math.log1p(rho * Math.expm1(v)) : v + logRho) - s * v + weight.at(v),
                        0,
                        high);
    }
}
