package io.loyalty.metrics.value;

import java.util.List;

/**
 * The arithmetic behind sBG and BdW: S(t) = E[(1 − θ)^(t^c)] with θ ~ Beta(α, β); c = 1 is sBG.
 *
 * <p>Ratios of survival are moments of the posterior Beta(α, β + t^c), so nothing is a difference of survivals.
 */
final class BetaSurvival {

    private static final double MOST_TERMS = 4000;

    private final double alpha;
    private final double beta;
    private final double c;

    BetaSurvival(double alpha, double beta, double c) {
        this.alpha = alpha;
        this.beta = beta;
        this.c = c;
    }

    private double age(double t) {
        return c == 1 || t <= 1 ? t : Math.pow(t, c);
    }

    /** ln S(t + h) / S(t). */
    double logSurvival(double t, double h) {
        double from = age(t);
        double steps = c == 1 || t == 0 ? age(t + h) - from : from * Math.expm1(c * Math.log1p(h / t));
        return GammaTerms.logBetaMoment(alpha, beta + from, steps);
    }

    double survival(double t, double h) {
        return h == 0 ? 1 : Math.exp(logSurvival(t, h));
    }

    /** P(churn at t) for t ≥ 1. */
    double churn(int t) {
        return survival(0, t - 1) * -Math.expm1(logSurvival(t - 1, 1));
    }

    /** Σ S(t + j) / S(t) over j = 1 … h. */
    double renewals(int t, int h) {
        double sum = 0;
        for (int j = 1; j <= h; j++) {
            sum += survival(t, j);
        }
        return sum;
    }

    /** Σ S(t + j) / S(t) (1 + d)^−(j − 1) over j = 1 … h. */
    double discounted(int t, int h, double d) {
        double sum = 0;
        double value = 1;
        for (int j = 1; j <= h; j++) {
            double term = survival(t, j) * value;
            sum += term;
            value /= 1 + d;
            if (d > 0 && term < 1e-18 * d * sum) {
                break;
            }
        }
        return sum;
    }

    /** The same over all j; +∞ where it diverges. */
    double discounted(int t, double d) {
        if (c == 1) {
            double stay = beta + t;
            if (d == 0) {
                return alpha > 1 ? stay / (alpha - 1) : Double.POSITIVE_INFINITY;
            }
            return (1 + d) * BetaBernoulli.discountedMoments(alpha, stay, d);
        }
        if (d == 0 && !(c * alpha > 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double force = Math.log1p(d);
        double sum = 0;
        double term = 0;
        for (int j = 1; j <= MOST_TERMS; j++) {
            term = Math.exp(logSurvival(t, j) - force * (j - 1));
            if (term < 1e-18 * sum * Math.min(1, d + 1.0 / j)) {
                return sum;
            }
            sum += term;
        }
        return sum + tail(t, MOST_TERMS, force, term);
    }

    /** What follows the term at j = from, by Euler and Maclaurin: integral, half of the last term, derivatives. */
    private double tail(int t, double from, double force, double term) {
        LogIntegral.LogFunction g = u -> u + logSurvival(t, Math.exp(u)) - force * (Math.exp(u) - 1);
        // Without discount S falls as t^(−c α); far out its own tail is that power.
        double high =
                Math.min(600 / Math.max(1, c), force > 0 ? Math.log(from + 800 / force) : Double.POSITIVE_INFINITY);
        double log = LogIntegral.of(g, Math.log(from), high);
        double rest = force > 0 ? 0 : Math.exp(g.at(high)) / (c * alpha - 1);
        double age = age(t + from);
        double slope = -GammaTerms.digammaRise(beta + age, alpha) * c * age / (t + from) - force;
        return Math.exp(log) + rest - term / 2 - term * slope / 12 + term * slope * slope * slope / 720;
    }

    /** The log-likelihood of cohorts with its gradient by (α, β, c). */
    static double logLikelihood(RenewalCohorts cohorts, double[] p, double[] gradient) {
        BetaSurvival model = new BetaSurvival(p[0], p[1], p[2]);
        ExactSum[] sums = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
        List<Double> churned = cohorts.churned();
        List<Double> active = cohorts.active();
        // Everybody who came to the t-th date: a factor S(t) / S(t − 1) if renewed, 1 − that if not.
        double renewed = 0;
        for (int t = Math.max(churned.size(), active.size() - 1); t >= 1; t--) {
            renewed += t < active.size() ? active.get(t) : 0;
            double lost = t <= churned.size() ? churned.get(t - 1) : 0;
            model.add(t, renewed, lost, sums);
            renewed += lost;
        }
        for (int i = 0; i < 3; i++) {
            gradient[i] = sums[i + 1].value();
        }
        return sums[0].value();
    }

    private void add(int t, double renewed, double lost, ExactSum[] sums) {
        double from = age(t - 1);
        double to = age(t);
        double steps = t == 1 ? 1 : c == 1 ? 1 : from * Math.expm1(c * Math.log1p(1.0 / (t - 1)));
        double log = GammaTerms.logBetaMoment(alpha, beta + from, steps);
        // Nothing to add of a kind that nobody is of: 0 · ln 0 is 0.
        double slope = 0;
        if (renewed > 0) {
            sums[0].add(renewed * log);
            slope += renewed;
        }
        if (lost > 0) {
            sums[0].add(lost * Math.log(-Math.expm1(log)));
            slope -= lost / Math.expm1(-log);
        }
        double rise = GammaTerms.digammaRise(alpha + beta + from, steps);
        sums[1].add(-slope * rise);
        sums[2].add(slope * (GammaTerms.digammaRise(beta + from, steps) - rise));
        // d/dc of t^c is t^c ln t; d ln S / d(t^c) = ψ(β + t^c) − ψ(α + β + t^c)
        double byTo = t == 1 ? 0 : -GammaTerms.digammaRise(beta + to, alpha) * to * Math.log(t);
        double byFrom = t <= 2 ? 0 : -GammaTerms.digammaRise(beta + from, alpha) * from * Math.log(t - 1);
        sums[3].add(slope * (byTo - byFrom));
    }
}
