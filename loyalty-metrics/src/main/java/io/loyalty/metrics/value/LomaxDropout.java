package io.loyalty.metrics.value;

/**
 * Purchases at a gamma-distributed rate during a lifetime that is exponential with a gamma-distributed rate of its own, which makes it
 * Lomax(s, β): Pareto/NBD.
 *
 * <p>Given that a customer is alive at T, the purchase rate is Gamma(k, A) and the dropout rate Gamma(s, B), where k = r + x, A = α + T,
 * B = β + T.
 */
final class LomaxDropout extends PurchaseProcess {

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    /** The series used last: in columns the next customer mostly shares it. */
    private TailSeries tail = TailSeries.NONE;

    LomaxDropout(double r, double alpha, double s, double beta) {
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
    }

    @Override
    double alive(int x, double last, double age) {
        double k = r + x;
        double inDoubt = k * Math.log((alpha + age) / (alpha + last)) + s * Math.log((beta + age) / (beta + last));
        double still = Math.exp(-inDoubt);
        if (!tail.isFor(k)) {
            tail = new TailSeries(k, s, alpha, beta);
        }
        double now = tail.at(age);
        double then = last == age ? now : tail.at(last);
        // 1 / P = 1 − R(T) + e^M R(t_x), multiplied by e^−M so that nothing overflows.
        return Math.min(1, still / ((1 - now) * still + then));
    }

    @Override
    double survival(int x, double age, double t) {
        return Math.exp(-s * Math.log1p(t / (beta + age)));
    }

    @Override
    double purchases(int x, double age, double t) {
        double scale = (r + x) * ((beta + age) / (alpha + age));
        double log = Growth.log(t / (beta + age));
        double y = (s - 1) * log;
        // (1 − e^−y) / (s − 1), which is the logarithm at s = 1
        return scale * (Math.abs(y) < 1e-300 ? log : Growth.less(y) / (s - 1));
    }

    @Override
    double mass(int x, double age, double t, int n) {
        double k = r + x;
        double scaleA = alpha + age;
        double scaleB = beta + age;
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double stayed = Math.exp(CountTerms.logMass(k, t / scaleA, n) - s * Math.log1p(t / scaleB));
        // Left at y < t with n purchases until then, over u = ln y; below the range the integrand is a power of y.
        double low = Math.log(1e-18) + Math.log(Math.min(t, Math.min(scaleA / (k + n), scaleB / (s + 1))));
        LogIntegral.LogFunction g = u -> {
            double y = Math.exp(u);
            return u + CountTerms.logMass(k, y / scaleA, n) - (s + 1) * Math.log1p(y / scaleB);
        };
        double left = Math.exp(LogIntegral.of(g, low, Math.log(t))) + Math.exp(g.at(low)) / (n + 1);
        return Math.min(1, stayed + left * (s / scaleB));
    }

    @Override
    double discounted(int x, double age, double delta) {
        double scale = (r + x) * ((beta + age) / (alpha + age));
        if (delta == 0) {
            return s > 1 ? scale / (s - 1) : Double.POSITIVE_INFINITY;
        }
        return scale * ExponentialIntegral.scaled(s, delta * (beta + age));
    }

    @Override
    double discounted(int x, double age, double t, double delta) {
        if (delta == 0 || t == 0) {
            return purchases(x, age, t);
        }
        double c = delta * (beta + age);
        double scale = (r + x) * ((beta + age) / (alpha + age));
        // ∫ e^(−δ τ) ((β + T) / (β + T + τ))^s dτ over y = ln(1 + τ / (β + T))
        double log = LogIntegral.of(y -> -c * Math.expm1(y) - (s - 1) * y, 0, Math.log1p(t / (beta + age)));
        return scale * Math.exp(log);
    }
}
