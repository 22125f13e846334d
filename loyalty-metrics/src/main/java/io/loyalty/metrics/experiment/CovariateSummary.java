package io.loyalty.metrics.experiment;

import java.io.Serializable;
import java.util.Objects;

/**
 * The figures of a group's outcomes and of a covariate that was known before the experiment: all that CUPED needs of the values.
 *
 * <p>Customers without a covariate, such as new ones, are summarized apart. Summaries of shards and days add up with {@link #plus}.
 *
 * @param outcome the outcomes of the customers with a covariate
 * @param covariate the covariates of the same customers
 * @param coDeviations the sum over these customers of the product of both distances from the means
 * @param withoutCovariate the outcomes of the customers without a covariate
 */
public record CovariateSummary(
        SampleSummary outcome, SampleSummary covariate, double coDeviations, SampleSummary withoutCovariate)
        implements Serializable {

    /** No customers yet. */
    public static final CovariateSummary NONE =
            new CovariateSummary(SampleSummary.NONE, SampleSummary.NONE, 0, SampleSummary.NONE);

    /**
     * Refuses figures that do not fit together.
     *
     * @param outcome the outcomes of the customers with a covariate
     * @param covariate the covariates of the same customers
     * @param coDeviations the sum over these customers of the product of both distances from the means
     * @param withoutCovariate the outcomes of the customers without a covariate
     * @throws IllegalArgumentException if outcomes and covariates are of different numbers of customers, or the co-deviations are larger
     *     than both deviations allow
     */
    public CovariateSummary {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(covariate, "covariate");
        Objects.requireNonNull(withoutCovariate, "withoutCovariate");
        if (outcome.n() != covariate.n()) {
            throw new IllegalArgumentException(
                    "outcome and covariate must be of as many customers: " + outcome.n() + " and " + covariate.n());
        }
        double most = Math.sqrt(outcome.squaredDeviations()) * Math.sqrt(covariate.squaredDeviations());
        if (!(Math.abs(coDeviations) <= most * (1 + 1e-9))) {
            throw new IllegalArgumentException("coDeviations must be at most " + most + " in size: " + coDeviations);
        }
    }

    /**
     * The summary of two columns.
     *
     * @param outcomes one finite number per customer
     * @param covariates one finite number per customer, in the same order
     * @return the summary
     * @throws IllegalArgumentException if the columns differ in length or a value is not finite
     */
    public static CovariateSummary of(double[] outcomes, double[] covariates) {
        if (outcomes.length != covariates.length) {
            throw new IllegalArgumentException(
                    "outcomes and covariates must have one length: " + outcomes.length + " and " + covariates.length);
        }
        CovariateAccumulator sums = new CovariateAccumulator();
        for (int i = 0; i < outcomes.length; i++) {
            sums.accept(outcomes[i], covariates[i]);
        }
        return sums.snapshot();
    }

    /**
     * The summary of outcomes of customers of whom no covariate is known.
     *
     * @param outcomes finite numbers
     * @return the summary
     * @throws IllegalArgumentException if a value is not finite
     */
    public static CovariateSummary withoutCovariate(double... outcomes) {
        return new CovariateSummary(SampleSummary.NONE, SampleSummary.NONE, 0, SampleSummary.of(outcomes));
    }

    /**
     * The summary of both groups of customers together.
     *
     * @param other other customers
     * @return the summary of all
     */
    public CovariateSummary plus(CovariateSummary other) {
        long all = Math.addExact(outcome.n(), other.outcome.n());
        double between = all == 0
                ? 0
                : (other.outcome.mean() - outcome.mean())
                        * (other.covariate.mean() - covariate.mean())
                        * ((double) outcome.n() * other.outcome.n() / all);
        return new CovariateSummary(
                outcome.plus(other.outcome),
                covariate.plus(other.covariate),
                coDeviations + other.coDeviations + between,
                withoutCovariate.plus(other.withoutCovariate));
    }

    /**
     * All outcomes, with or without a covariate.
     *
     * @return their summary
     */
    public SampleSummary allOutcomes() {
        return outcome.plus(withoutCovariate);
    }
}
