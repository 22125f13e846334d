package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.Moments;
import java.io.Serializable;

/**
 * Takes in outcomes with or without covariates, one customer at a time, and merges: the raw form of a {@link CovariateSummary}.
 *
 * <p>Not safe for use by several threads at once; give each its own and combine them.
 */
public final class CovariateAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Moments outcome = new Moments();
    private final Moments covariate = new Moments();
    private final Moments withoutCovariate = new Moments();
    private double meanOutcome;
    private double meanCovariate;
    private double coDeviations;

    /** No customers yet. */
    public CovariateAccumulator() {}

    /**
     * Takes in a customer with a covariate.
     *
     * @param y the outcome, finite, of size up to 1e150
     * @param x the covariate, finite, of size up to 1e150
     * @throws IllegalArgumentException if a number is not finite or too large
     */
    public void accept(double y, double x) {
        Require.finite(x, "x");
        outcome.add(y);
        covariate.add(x);
        // Welford's update: exact zeros for constant columns.
        double distance = x - meanCovariate;
        meanCovariate += distance / covariate.count();
        coDeviations += distance * (y - meanOutcome) * (covariate.count() - 1.0) / covariate.count();
        meanOutcome += (y - meanOutcome) / outcome.count();
    }

    /**
     * Takes in a customer without a covariate.
     *
     * @param y the outcome, finite, of size up to 1e150
     * @throws IllegalArgumentException if the number is not finite or too large
     */
    public void accept(double y) {
        withoutCovariate.add(y);
    }

    /**
     * Takes in everything that another accumulator has seen.
     *
     * @param other the other accumulator; it is left as it is
     * @return this accumulator
     */
    public CovariateAccumulator combine(CovariateAccumulator other) {
        long n = outcome.count();
        long m = other.outcome.count();
        if (m > 0) {
            double part = (double) m / (n + m);
            double dy = other.meanOutcome - meanOutcome;
            double dx = other.meanCovariate - meanCovariate;
            coDeviations += other.coDeviations + dy * dx * part * n;
            meanOutcome += dy * part;
            meanCovariate += dx * part;
        }
        outcome.combine(other.outcome);
        covariate.combine(other.covariate);
        withoutCovariate.combine(other.withoutCovariate);
        return this;
    }

    /**
     * The summary so far.
     *
     * @return an immutable summary
     */
    public CovariateSummary snapshot() {
        SampleSummary outcomes = SampleSummary.from(outcome);
        SampleSummary covariates = SampleSummary.from(covariate);
        double most = Math.sqrt(outcomes.squaredDeviations()) * Math.sqrt(covariates.squaredDeviations());
        // Exactly proportional columns may pass the bound of Cauchy and Schwarz by a rounding error.
        return new CovariateSummary(
                outcomes,
                covariates,
                Math.max(-most, Math.min(most, coDeviations)),
                SampleSummary.from(withoutCovariate));
    }
}
