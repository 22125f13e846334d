package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.LogGamma;
import java.util.Optional;

/** Hedges' g, from Cohen's d. */
final class EffectSize {

    private EffectSize() {}

    /**
     * Hedges' g with the large-sample error of Hedges and Olkin (1985), section 5.E: \( \sqrt{u + g^2/(2n)} \).
     *
     * @param cohensD the difference in standard deviations
     * @param df the degrees of freedom of the standard deviation
     * @param unitVariance u, the squared error of the difference for a standard deviation of 1
     * @param n the number of values, or of pairs
     */
    static Estimate hedges(double cohensD, double df, double unitVariance, long n, double confidence) {
        if (df < 2) {
            return Estimate.undefined("too few values", n);
        }
        double g = cohensD * unbiasing(df);
        double error = Math.sqrt(unitVariance + g * g / (2.0 * n));
        return new Estimate(
                Measure.of(g),
                Measure.of(error),
                Optional.of(Intervals.around(g, Intervals.z(confidence) * error, confidence, "Hedges-Olkin")),
                n,
                n);
    }

    /** Hedges' factor, below 1. */
    private static double unbiasing(double df) {
        // Γ(df/2)/Γ((df − 1)/2) as an increment: the difference of two large logarithms would lose digits.
        return Math.exp(LogGamma.increment((df - 1) / 2, 0.5)) / Math.sqrt(df / 2);
    }
}
