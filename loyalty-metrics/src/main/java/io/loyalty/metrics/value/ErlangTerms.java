package io.loyalty.metrics.value;

/**
 * The stages of a purchase: where the time between purchases is Erlang-k, a purchase happens at every k-th of the events of a Poisson
 * process, and a customer alive is some stages, fewer than k, beyond the last purchase.
 *
 * <p>Given R = r + k x and u = (T − t_x) / (α + T), the weight of j stages is Γ(R + j) / (Γ(R) j!) u^j; {@link #sum} is their sum over j &lt; k,
 * the chance that no purchase came since t_x over the chance that no stage did.
 */
final class ErlangTerms {

    /** G = Σ c_j u^j. */
    double sum;

    /** ∂ ln G / ∂R. */
    double byShape;

    /** ∂ ln G / ∂u. */
    double byTime;

    void compute(double shape, double u, int k) {
        double term = 1;
        double rise = 0;
        sum = 1;
        double slopeShape = 0;
        double slopeTime = 0;
        for (int j = 1; j < k; j++) {
            // j c_j u^(j − 1), before the power is raised
            slopeTime += term * (shape + j - 1);
            term *= (shape + j - 1) / j * u;
            rise += 1 / (shape + j - 1);
            sum += term;
            slopeShape += term * rise;
        }
        byShape = slopeShape / sum;
        byTime = slopeTime / sum;
    }

    /** The probabilities of 0 to k − 1 stages. */
    static double[] weights(double shape, double u, int k) {
        double[] w = new double[k];
        w[0] = 1;
        double sum = 1;
        for (int j = 1; j < k; j++) {
            w[j] = w[j - 1] * ((shape + j - 1) / j * u);
            sum += w[j];
        }
        for (int j = 0; j < k; j++) {
            w[j] /= sum;
        }
        return w;
    }
}
