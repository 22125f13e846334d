package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fitted {@link LogisticRegression}. Immutable.
 *
 * <p>If the fit did not converge, coefficients and probabilities are undefined, and {@link #status()} says why.
 */
public final class LogisticModel implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> names;
    /** Intercept first; empty if there is no solution. */
    private final double[] coefficients;
    /** Empty if there are none. */
    private final double[] errors;

    private final FitStatus status;
    private final Separation separation;
    private final int iterations;
    private final long events;
    private final long others;
    private final double logLikelihood;
    private final double nullLogLikelihood;

    LogisticModel(
            List<String> names,
            double[] coefficients,
            double[] errors,
            FitStatus status,
            Separation separation,
            int iterations,
            long events,
            long others,
            double logLikelihood,
            double nullLogLikelihood) {
        this.names = names;
        this.coefficients = coefficients;
        this.errors = errors;
        this.status = status;
        this.separation = separation;
        this.iterations = iterations;
        this.events = events;
        this.others = others;
        this.logLikelihood = logLikelihood;
        this.nullLogLikelihood = nullLogLikelihood;
    }

    /**
     * How the fit ended.
     *
     * @return the status
     */
    public FitStatus status() {
        return status;
    }

    /**
     * Whether the fit ended at the maximum.
     *
     * @return true for {@link FitStatus#CONVERGED}
     */
    public boolean converged() {
        return status == FitStatus.CONVERGED;
    }

    /**
     * Whether the features tell the outcomes apart. Under a ridge only a complete separation by the fitted coefficients is looked
     * for.
     *
     * @return the kind of separation found
     */
    public Separation separation() {
        return separation;
    }

    /**
     * The number of Newton steps.
     *
     * @return at least 0
     */
    public int iterations() {
        return iterations;
    }

    /**
     * The number of customers fitted.
     *
     * @return with and without the event
     */
    public long customers() {
        return events + others;
    }

    /**
     * The number of customers with the event.
     *
     * @return a count
     */
    public long events() {
        return events;
    }

    /**
     * The log-odds of a customer whose features are all 0.
     *
     * @return the intercept with its standard error and a 95 % Wald interval; without error under a ridge
     */
    public Estimate intercept() {
        return estimate(0);
    }

    /**
     * The coefficients.
     *
     * @return one per feature, in the given order
     */
    public List<Coefficient> coefficients() {
        List<Coefficient> list = new ArrayList<>(names.size());
        for (int j = 0; j < names.size(); j++) {
            list.add(new Coefficient(names.get(j), estimate(j + 1)));
        }
        return List.copyOf(list);
    }

    /**
     * The log-likelihood at the solution, without the penalty of a ridge.
     *
     * @return a number that is not positive; undefined if there is no solution
     */
    public Measure logLikelihood() {
        return converged() ? Measure.of(logLikelihood) : undefined();
    }

    /**
     * McFadden's share of explanation: one minus the log-likelihood over that of the intercept alone.
     *
     * @return a number from 0 to 1; undefined if there is no solution
     */
    public Measure pseudoR2() {
        return converged() ? Measure.of(1 - logLikelihood / nullLogLikelihood) : undefined();
    }

    /**
     * The log-odds of the event for a customer.
     *
     * @param features its features in the order of the fit, finite
     * @return the linear predictor; undefined if there is no solution
     * @throws IllegalArgumentException if there are more or fewer features, or one is not finite
     */
    public Measure logOdds(double... features) {
        LogisticRegression.check(features, names.size(), -1);
        return converged() ? Measure.of(predictor(features)) : undefined();
    }

    /**
     * The probability of the event for a customer.
     *
     * @param features its features in the order of the fit, finite
     * @return the probability; undefined if there is no solution
     * @throws IllegalArgumentException if there are more or fewer features, or one is not finite
     */
    public Measure probability(double... features) {
        Measure logOdds = logOdds(features);
        return logOdds.isDefined() ? Measure.of(probabilityOf(logOdds.orElseThrow())) : logOdds;
    }

    /**
     * The probabilities of many customers.
     *
     * @param rows one row of features per customer
     * @return a new column of probabilities
     * @throws IllegalArgumentException if a row has more or fewer features, or one is not finite
     * @throws IllegalStateException if there is no solution
     */
    public double[] probabilities(double[][] rows) {
        if (!converged()) {
            throw new IllegalStateException("model must have a solution: " + reason());
        }
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            LogisticRegression.check(rows[i], names.size(), i);
            column[i] = probabilityOf(predictor(rows[i]));
        }
        return column;
    }

    /**
     * One readable line.
     *
     * @return for example {@code logistic model of 3 features on 7043 customers, 1869 events: CONVERGED after 6 iterations}
     */
    @Override
    public String toString() {
        return "logistic model of " + names.size() + (names.size() == 1 ? " feature on " : " features on ")
                + customers() + " customers, " + events + " events: " + status + " after " + iterations
                + (iterations == 1 ? " iteration" : " iterations");
    }

    private double predictor(double[] features) {
        double sum = coefficients[0];
        for (int j = 0; j < features.length; j++) {
            sum += coefficients[j + 1] * features[j];
        }
        return sum;
    }

    private static double probabilityOf(double logOdds) {
        double tail = Math.exp(-Math.abs(logOdds));
        return logOdds > 0 ? 1 / (1 + tail) : tail / (1 + tail);
    }

    private Estimate estimate(int j) {
        if (!converged()) {
            return Estimate.undefined(reason(), customers());
        }
        if (errors.length == 0) {
            return Confidence.withoutError(coefficients[j], customers(), "a ridge draws the coefficients towards 0");
        }
        double reach = Confidence.reach(Confidence.USUAL) * errors[j];
        return new Estimate(
                Measure.of(coefficients[j]),
                Measure.of(errors[j]),
                Optional.of(new Interval(coefficients[j] - reach, coefficients[j] + reach, Confidence.USUAL, "Wald")),
                customers(),
                customers());
    }

    private Measure undefined() {
        return Measure.undefined(reason());
    }

    private String reason() {
        return status.reason();
    }
}
