package io.loyalty.benchmarks;

import static io.loyalty.benchmarks.NaiveSimplex.logBeta;

/** BG/BB as it is usually written: the paper's likelihood, customer by customer. */
final class NaiveDonations {

    private final int[] x;
    private final int[] last;
    private final int[] opportunities;

    NaiveDonations(int[] x, int[] last, int[] opportunities) {
        this.x = x;
        this.last = last;
        this.opportunities = opportunities;
    }

    double logLikelihood(double[] p) {
        double scale = logBeta(p[0], p[1]) + logBeta(p[2], p[3]);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int n = opportunities[i];
            double likelihood = Math.exp(logBeta(p[0] + x[i], p[1] + n - x[i]) + logBeta(p[2], p[3] + n) - scale);
            for (int t = last[i]; t < n; t++) {
                likelihood += Math.exp(logBeta(p[0] + x[i], p[1] + t - x[i]) + logBeta(p[2] + 1, p[3] + t) - scale);
            }
            sum += Math.log(likelihood);
        }
        return sum;
    }

    double[] fit() {
        return NaiveSimplex.maximize(this::logLikelihood, 4);
    }
}
