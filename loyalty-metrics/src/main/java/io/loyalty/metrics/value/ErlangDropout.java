package io.loyalty.metrics.value;

/**
 * {@link GeometricDropout} with Erlang-k times between purchases: BG/CNBD-k and MBG/CNBD-k.
 *
 * <p>Given j stages since the last purchase, the rate of stages is Gamma(r + k x + j, α + T); S further stages, negative binomial, make
 * N = ⌊(j + S) / k⌋ purchases of somebody who stays. Every quantity is a mean over j and S, all terms positive.
 */
final class ErlangDropout extends PurchaseProcess {

    private static final double UNDERFLOW = 690;

    /** So many purchases are summed one by one. */
    private static final double MOST_SUMMED = 3000;

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final int first;
    private final int k;
    private final double last;

    ErlangDropout(double r, double alpha, double a, double b, int first, int k, double last) {
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.first = first;
        this.k = k;
        this.last = last;
    }

    @Override
    PurchaseProcess given(double lastPurchase) {
        return new ErlangDropout(r, alpha, a, b, first, k, lastPurchase);
    }

    @Override
    boolean dependsOnLast() {
        return true;
    }

    private double shape(int x) {
        return r + (double) k * x;
    }

    private double[] stages(int x, double age) {
        return ErlangTerms.weights(shape(x), (age - last) / (alpha + age), k);
    }

    @Override
    double alive(int x, double lastPurchase, double age) {
        int tosses = x + first;
        if (tosses == 0) {
            return 1;
        }
        ErlangTerms terms = new ErlangTerms();
        terms.compute(shape(x), (age - lastPurchase) / (alpha + age), k);
        double growth = Growth.log((age - lastPurchase) / (alpha + lastPurchase));
        double odds = a / (b + (tosses - 1)) * Math.exp(shape(x) * growth - Math.log(terms.sum));
        return 1 / (1 + odds);
    }

    /** What a mean over purchases counts. */
    enum Counted {
        STAYING,
        PURCHASES
    }

    @Override
    double survival(int x, double age, double t) {
        return t == 0 ? 1 : Math.min(1, mean(x, age, t, Counted.STAYING));
    }

    @Override
    double purchases(int x, double age, double t) {
        return t == 0 ? 0 : mean(x, age, t, Counted.PURCHASES);
    }

    private double mean(int x, double age, double t, Counted counted) {
        double[] weights = stages(x, age);
        double z = t / (alpha + age);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (weights[j] > 0) {
                sum += weights[j] * mean(shape(x) + j, b + (x + first), z, j, counted);
            }
        }
        return sum;
    }

    /** Over S: Σ P(S = s) m_N, or Σ P(S = s) (m_0 + … + m_(N − 1)). */
    private double mean(double shape, double stay, double z, int stage, Counted counted) {
        double centre = shape * z;
        double reach = 12 * Math.sqrt(centre * (1 + z)) + 40 * (1 + z);
        double start = shape * Math.log1p(z) < UNDERFLOW
                ? 0
                : Math.max(0, Math.floor(centre - 12 * Math.sqrt(centre * (1 + z))));
        if (centre + reach - start < k * MOST_SUMMED) {
            return sum(shape, stay, z, stage, counted, start, Double.POSITIVE_INFINITY);
        }
        // So many that the purchases beyond the first thousands are all but continuous.
        double many = Math.max(MOST_SUMMED, Math.ceil((start + stage) / k));
        double few = sum(shape, stay, z, stage, counted, start, k * many - stage);
        return few + new ManyPurchases(shape, a, stay, z, k, stage).from(many, centre + reach, counted);
    }

    /** The terms of some s, at least the first, up to the end or to where they no longer count. */
    private double sum(double shape, double stay, double z, int stage, Counted counted, double start, double end) {
        double centre = shape * z;
        double mass = Math.exp(CountTerms.logMass(shape, z, start));
        double w = z / (1 + z);
        double both = a + stay;
        double moment = 1;
        double before = 0;
        double n = 0;
        double sum = 0;
        for (double s = start; s < end; s++) {
            double made = Math.floor((stage + s) / k);
            for (; n < made; n++) {
                before += moment;
                moment *= (stay + n) / (both + n);
            }
            double term = mass * (counted == Counted.PURCHASES ? before : moment);
            sum += term;
            double ratio = (shape + s) / (s + 1) * w;
            double bound = Math.max(ratio, w) * (s + 2) / (s + 1);
            // Before the first purchase the terms are 0, which says nothing of those to come.
            boolean begun = sum > 0 || mass == 0;
            if (s > centre && begun && bound < 1 && term * bound <= 1e-16 * sum * (1 - bound)) {
                break;
            }
            mass *= ratio;
        }
        return sum;
    }

    @Override
    double mass(int x, double age, double t, int n) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double[] weights = stages(x, age);
        double z = t / (alpha + age);
        double stay = b + (x + first);
        double here = 0;
        double beyond = 0;
        for (int j = 0; j < k; j++) {
            double shape = shape(x) + j;
            double from = (double) k * n - j;
            double exactly = 0;
            for (double s = Math.max(0, from); s < from + k; s++) {
                exactly += Math.exp(CountTerms.logMass(shape, z, s));
            }
            here += weights[j] * exactly;
            beyond += weights[j] * CountTerms.tail(shape, z, Math.max(0, from));
        }
        double stayed = here * Math.exp(GammaTerms.logBetaMoment(a, stay, n));
        if (n == 0) {
            return Math.min(1, stayed);
        }
        double left = Math.exp(GammaTerms.logBetaMoment(a, stay, n - 1)) * (a / (a + stay + (n - 1)));
        return Math.min(1, stayed + left * beyond);
    }

    @Override
    double discounted(int x, double age, double delta) {
        double stay = b + (x + first);
        if (delta == 0) {
            return a > 1 ? 1 + stay / (a - 1) : Double.POSITIVE_INFINITY;
        }
        double[] weights = stages(x, age);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (weights[j] > 0) {
                sum += weights[j] * discounted(shape(x) + j, stay, delta * (alpha + age), j);
            }
        }
        return sum;
    }

    /**
     * E[φ^(k − j) / (1 − (1 − p) φ^k)] with φ = λ / (λ + δ), the value of one stage ahead: over p by Gauss's fraction, over y = ln(λ A)
     * by quadrature.
     */
    private double discounted(double shape, double stay, double e, int stage) {
        double scale = -0.5 * Math.log(2 * Math.PI) + 0.5 * Math.log(shape) - GammaTerms.stirling(shape);
        double centre = Math.log(shape);
        LogIntegral.LogFunction g = v -> {
            double logStage = -Math.log1p(e / Math.exp(centre + v));
            double u = Math.exp(k * logStage);
            // The density of ln λ by its distance from the top, in which nothing cancels.
            return shape * (v - Math.expm1(v))
                    + (k - stage) * logStage
                    + Math.log(GaussFraction.value(stay, a + stay, u));
        };
        // Rates below this contribute less than e^−50 of the whole, or are those at which φ is a power of λ.
        double low = -(60 / Math.min(shape, 1) + 5);
        return Math.exp(scale + LogIntegral.of(g, Math.max(low, -600), 8));
    }
}
