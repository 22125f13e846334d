package io.loyalty.metrics.value;

/**
 * The arithmetic behind BG/BB: a coin of beta-distributed bias at every opportunity decides on a purchase, another one before it on staying.
 *
 * <p>Given alive after n opportunities, the propensity to buy is Beta(α + x, β + n − x) and the chance to leave θ is Beta(γ, δ + n). All
 * quantities are sums of positive terms, each from its predecessor by a ratio.
 */
final class BetaBernoulli {

    private static final int DIRECT = 64;
    private static final double MOST_STEPS = 3000;
    private static final double BIG = 1e200;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;

    BetaBernoulli(double alpha, double beta, double gamma, double delta) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.delta = delta;
    }

    /** The log-likelihood of one history; adds weight times its gradient. */
    double logLikelihood(OpportunityHistory h, double weight, ExactSum[] gradient) {
        int x = h.purchases();
        int last = h.last();
        int misses = last - x;
        int silent = h.opportunities() - last;
        double buy = alpha + beta + last;
        double leave = gamma + delta + last;
        // Up to the last purchase: E[p^x (1 − p)^misses] E[(1 − θ)^last]
        double known = GammaTerms.logBetaMoment(beta, alpha, x)
                + GammaTerms.logBetaMoment(alpha + x, beta, misses)
                + GammaTerms.logBetaMoment(gamma, delta, last);
        double u = 1;
        double byBuy = 0;
        double byMiss = 0;
        double byStay = 0;
        double byLeave = 0;
        double sum = 0;
        double sumBuy = 0;
        double sumMiss = 0;
        double sumStay = 0;
        double sumLeave = 0;
        double share = gamma / leave;
        for (int i = 0; i < silent; i++) {
            double w = share * u;
            sum += w;
            sumBuy += w * byBuy;
            sumMiss += w * byMiss;
            sumStay += w * byStay;
            sumLeave += w * byLeave;
            double miss = beta + misses + i;
            double stay = delta + last + i;
            double buys = buy + i;
            double next = leave + 1 + i;
            u *= (miss / buys) * (stay / next);
            byBuy += 1 / buys;
            byMiss += 1 / miss;
            byStay += 1 / stay;
            byLeave += 1 / next;
        }
        double gone = sum;
        double still = u * ((leave + silent) / leave);
        sum += still;
        sumBuy += still * byBuy;
        sumMiss += still * byMiss;
        sumStay += still * byStay;
        sumLeave += still * byLeave;
        double rise = GammaTerms.digammaRise(alpha + beta, last);
        double riseLeave = GammaTerms.digammaRise(gamma + delta, last);
        // Of the factors γ / leave (gone) and (leave + silent) / leave (still).
        double both = (still / (leave + silent)) / sum - 1 / leave;
        gradient[0].add(weight * (GammaTerms.digammaRise(alpha, x) - rise - sumBuy / sum));
        gradient[1].add(weight * (GammaTerms.digammaRise(beta, misses) - rise + (sumMiss - sumBuy) / sum));
        gradient[2].add(weight * (-riseLeave - sumLeave / sum + both + gone / sum / gamma));
        gradient[3].add(weight * (GammaTerms.digammaRise(delta, last) - riseLeave + (sumStay - sumLeave) / sum + both));
        return known + Math.log(sum);
    }

    /** P(alive at the n-th opportunity). */
    double aliveNow(OpportunityHistory h) {
        int silent = h.opportunities() - h.last();
        double leave = gamma + delta + h.last();
        double u = 1;
        double gone = 0;
        for (int i = 0; i < silent; i++) {
            gone += u;
            u *= (beta + (h.last() - h.purchases()) + i)
                    / (alpha + beta + h.last() + i)
                    * ((delta + h.last() + i) / (leave + 1 + i));
        }
        double still = u * (leave + silent);
        return still / (still + gamma * gone);
    }

    /** E[(1 − θ)^j | alive at n]: the chance to be there at the j-th further opportunity. */
    double survival(int n, int ahead) {
        return Math.exp(GammaTerms.logBetaMoment(gamma, delta + n, ahead));
    }

    /** The mean propensity to buy. */
    double propensity(int x, int n) {
        return (alpha + x) / (alpha + beta + n);
    }

    /** Σ E[(1 − θ)^j | alive at n] over j = 1 … ahead. */
    double opportunitiesAlive(int n, int ahead) {
        double stay = delta + n;
        double all = gamma + stay;
        double moment = 1;
        double sum = 0;
        int direct = Math.min(ahead, DIRECT);
        for (int j = 0; j < direct; j++) {
            moment *= (stay + j) / (all + j);
            sum += moment;
        }
        int rest = ahead - direct;
        if (rest > 0) {
            // Σ over j ≥ 1 of (s)_j / (s + γ)_j = s / (s + γ) (s + γ) (1 − (s + 1)_N / (s + γ)_N) / (γ − 1), and its
            // limit at γ = 1.
            double s = stay + direct;
            double g = Math.abs(gamma - 1) < 1e-13 ? 1e-13 : gamma - 1;
            sum += moment * s * (-Math.expm1(GammaTerms.logBetaMoment(g, s + 1, rest)) / g);
        }
        return sum;
    }

    /** P(count purchases at the next opportunities | alive at n). */
    double mass(int x, int n, int ahead, int count) {
        if (count > ahead) {
            return 0;
        }
        double buy = alpha + x;
        double miss = beta + (n - x);
        double stay = delta + n;
        double log = GammaTerms.logBetaMoment(miss, buy, count) + GammaTerms.logBetaMoment(gamma, stay, count);
        double term = 1;
        double sum = 0;
        for (int j = count; j < ahead; j++) {
            sum += term * (gamma / (gamma + stay + j));
            term *= (j + 1.0)
                    / (j + 1 - count)
                    * ((miss + (j - count)) / (buy + miss + j))
                    * ((stay + j) / (gamma + stay + j));
            if (term > BIG) {
                term /= BIG;
                sum /= BIG;
                log += Math.log(BIG);
            }
        }
        return Math.min(1, Math.exp(log + Math.log(sum + term)));
    }

    /** Σ (1 + d)^−j E[(1 − θ)^j | alive at n] over all j ≥ 1; +∞ where it diverges. */
    double discountedAlive(int n, double d) {
        double stay = delta + n;
        if (d == 0) {
            return gamma > 1 ? stay / (gamma - 1) : Double.POSITIVE_INFINITY;
        }
        return discountedMoments(gamma, stay, d);
    }

    /** E[(1 − θ) / (d + θ)], θ ~ Beta(leave, stay). */
    static double discountedMoments(double leave, double stay, double d) {
        double z = 1 / (1 + d);
        double first = stay / (leave + stay);
        // d + θ from the mean over Beta(leave, stay + 1); near d = 0 Gauss's fraction is slow.
        return GaussFraction.steps(z) < MOST_STEPS
                ? first * z * GaussFraction.positive(stay + 1, leave + stay + 1, z)
                : first * Math.exp(BetaMean.log(leave, stay + 1, 1 / d, 1, p -> -Math.log(d + p)));
    }

    /** The same over j = 1 … ahead. */
    double discountedAlive(int n, int ahead, double d) {
        double stay = delta + n;
        double moment = 1;
        double sum = 0;
        for (int j = 0; j < ahead; j++) {
            moment *= (stay + j) / (gamma + stay + j) / (1 + d);
            sum += moment;
            if (d > 0 && moment < 1e-18 * d * sum) {
                break;
            }
        }
        return sum;
    }
}
