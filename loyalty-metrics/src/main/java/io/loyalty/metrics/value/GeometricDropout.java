package io.loyalty.metrics.value;

/**
 * Purchases at a gamma-distributed rate, and a coin of beta-distributed bias after a purchase that decides whether the customer stays:
 * BG/NBD, where only repeat purchases toss it, and MBG/NBD, where the first purchase does too.
 *
 * <p>Given that a customer is alive at T, the rate is Gamma(r + x, α + T) and the probability p of leaving is
 * Beta(a, b + tosses). With k = r + x, A = α + T, z = t / A, the number of purchases N he would make if he stayed is
 * negative binomial, and m_j = E[(1 − p)^j] is the chance to survive j tosses. Every quantity is a sum of positive terms over N, or a
 * mean over p.
 */
final class GeometricDropout extends PurchaseProcess {

    /** Tosses of somebody who has not bought again: BG/NBD. */
    static final int AFTER_REPEATS = 0;

    /** Tosses of somebody who has not bought again: MBG/NBD. */
    static final int AFTER_FIRST = 1;

    private static final double MOST_TERMS = 600;
    private static final GaussLegendre FEW_NODES = new GaussLegendre(12);
    private static final GaussLegendre MANY_NODES = new GaussLegendre(28);

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final int first;

    /** The series used last: in columns the next customer mostly shares it. */
    private PurchaseSeries expected;

    private PurchaseSeries rate;

    GeometricDropout(double r, double alpha, double a, double b, int first) {
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.first = first;
        expected = PurchaseSeries.NONE;
        rate = PurchaseSeries.NONE;
    }

    @Override
    double alive(int x, double last, double age) {
        int tosses = x + first;
        if (tosses == 0) {
            return 1;
        }
        // b + (x − 1) and not b + x − 1: a tiny b must survive.
        double odds = a / (b + (tosses - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + last)));
        return 1 / (1 + odds);
    }

    @Override
    double survival(int x, double age, double t) {
        double k = r + x;
        double stay = b + (x + first);
        double z = t / (alpha + age);
        if (t == 0) {
            return 1;
        }
        if (terms(k, z) < MOST_TERMS) {
            return sum(k, stay, z);
        }
        return Math.min(1, Math.exp(BetaMean.log(a, stay, k * z, k, p -> -k * Math.log1p(p * z))));
    }

    @Override
    double purchases(int x, double age, double t) {
        double k = r + x;
        double stay = b + (x + first);
        double z = t / (alpha + age);
        if (t == 0) {
            return 0;
        }
        double top = PurchaseSeries.top(z);
        if (terms(k, top) < MOST_TERMS) {
            if (!expected.isFor(k, top)) {
                expected = new PurchaseSeries(PurchaseSeries.Kind.EXPECTED, k, a, stay, top);
            }
            return Math.exp(-k * Growth.log(z)) * expected.at(z);
        }
        // E_p[(1 − (1 + p z)^−k) / p]
        return Math.exp(BetaMean.log(
                a, stay, (k + 1) * z, k + 1, p -> Math.log(-Math.expm1(-k * Math.log1p(p * z)) / p)));
    }

    /** About how many terms of the negative binomial matter. */
    private static double terms(double k, double z) {
        double mean = k * z;
        return mean + 9 * Math.sqrt(mean * (1 + z)) + 40 * (1 + z);
    }

    /** Σ P(N = n) m_n: all terms positive. */
    private double sum(double k, double stay, double z) {
        double w = z / (1 + z);
        double mass = Math.exp(-k * Math.log1p(z));
        double moment = 1;
        double sum = mass;
        double both = a + stay;
        for (int n = 0; n < 100_000; n++) {
            double ratio = (k + n) / (n + 1) * w;
            mass *= ratio;
            moment *= (stay + n) / (both + n);
            double term = mass * moment;
            sum += term;
            // The next ratios lie between this one and w; so does the geometric bound of what is left out.
            double bound = Math.max(ratio, w) * (n + 2) / (n + 1);
            if (bound < 1 && term * bound <= 1e-16 * sum * (1 - bound)) {
                break;
            }
        }
        return sum;
    }

    @Override
    double mass(int x, double age, double t, int n) {
        double k = r + x;
        double stay = b + (x + first);
        double z = t / (alpha + age);
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double stayed = Math.exp(CountTerms.logMass(k, z, n) + GammaTerms.logBetaMoment(a, stay, n));
        if (n == 0) {
            return stayed;
        }
        // Left exactly at the n-th: E[p (1 − p)^(n − 1)] P(N ≥ n).
        double left = Math.exp(GammaTerms.logBetaMoment(a, stay, n - 1)) * (a / (a + stay + (n - 1)));
        return stayed + left * CountTerms.tail(k, z, n);
    }

    @Override
    double discounted(int x, double age, double delta) {
        double k = r + x;
        double stay = b + (x + first);
        if (delta == 0) {
            // E[1 / p]
            return a > 1 ? 1 + stay / (a - 1) : Double.POSITIVE_INFINITY;
        }
        // E[λ / (δ + λ p)] = E_p[k e^c E_(k+1)(c) / p] with c = δ (α + T) / p
        double e = delta * (alpha + age);
        double series = DiscountSeries.mean(k, a, stay, e);
        if (series > 0) {
            return series;
        }
        return Math.exp(BetaMean.log(
                a, stay, (k + 1) / e, k + 1, p -> Math.log(k * ExponentialIntegral.scaled(k + 1, e / p) / p)));
    }

    @Override
    double discounted(int x, double age, double t, double delta) {
        double k = r + x;
        double z = t / (alpha + age);
        double top = PurchaseSeries.top(z);
        double grown = Growth.log(z);
        double falls = k * grown + delta * t;
        // Of the integrand below: how far it falls, and how near its singularities at Im y = ± π are.
        boolean few = falls < 8 && grown < 2;
        if (delta == 0 || t == 0 || !few && !(falls < 40 && grown < 5) || !(terms(k, top) < MOST_TERMS)) {
            return super.discounted(x, age, t, delta);
        }
        if (!rate.isFor(k, top)) {
            rate = new PurchaseSeries(PurchaseSeries.Kind.RATE, k, a, b + (x + first), top);
        }
        // ∫ e^(−δ τ) dm(τ) over y = ln(1 + τ / A)
        GaussLegendre rule = few ? FEW_NODES : MANY_NODES;
        double decay = delta * (alpha + age);
        double sum = 0;
        for (int i = 0; i < rule.nodes.length; i++) {
            double y = grown * rule.nodes[i];
            double w = Growth.less(y);
            sum += rule.weights[i] * Math.exp(-k * y - decay * (w / (1 - w))) * rate.atShare(w);
        }
        return k * grown * sum;
    }
}
