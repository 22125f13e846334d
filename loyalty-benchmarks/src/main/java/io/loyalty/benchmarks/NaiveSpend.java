package io.loyalty.benchmarks;

import static io.loyalty.benchmarks.NaiveSimplex.logGamma;

/** Gamma-Gamma as it is usually written: the note's likelihood, customer by customer. */
final class NaiveSpend {

    private final double[] x;
    private final double[] means;

    NaiveSpend(double[] x, double[] means) {
        this.x = x;
        this.means = means;
    }

    double logLikelihood(double[] p) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                double shape = p[0] * x[i];
                sum += logGamma(shape + p[1])
                        - logGamma(shape)
                        - logGamma(p[1])
                        + p[1] * Math.log(p[2])
                        + (shape - 1) * Math.log(means[i])
                        + shape * Math.log(x[i])
                        - (shape + p[1]) * Math.log(p[2] + x[i] * means[i]);
            }
        }
        return sum;
    }

    double[] fit() {
        return NaiveSimplex.maximize(this::logLikelihood, 3);
    }
}
