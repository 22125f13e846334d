package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How what follows from a fit scatters, by doing it all again: cohorts are drawn from the fitted model, with the ages of the customers
 * observed, and fitted anew.
 *
 * <h2>Definition</h2>
 *
 * <p>From the fitted model θ̂ draw B cohorts of customers with the ages that were observed, fit each, and compute from
 * each fit what is asked for: the B values stand for its distribution. Standard error: their standard deviation; interval: their
 * quantiles.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The parametric bootstrap needs no normal approximation and no Hessian: where few customers make the
 * {@link Fitted#estimate delta method} doubtful, it is the check. It takes the model for true.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fits of drawn cohorts that end at a limit of the model count, with their limit's parameters; those that did not converge
 * or where something is not identified are left out and counted.
 *
 * <h2>Performance</h2>
 *
 * <p>As many fits as cohorts: some seconds for 200 cohorts of a few thousand customers.
 *
 * <h2>References</h2>
 *
 * <p>B. Efron, R. J. Tibshirani (1993), An introduction to the bootstrap, chapters 6 and 13, doi:10.1201/9780429246593.
 *
 * @param <M> the model
 */
public final class ParametricBootstrap<M extends PurchaseModel> {

    private final Fitted<M> fit;
    private final List<M> models;
    private final int failed;

    private ParametricBootstrap(Fitted<M> fit, List<M> models, int failed) {
        this.fit = fit;
        this.models = models;
        this.failed = failed;
    }

    /**
     * Draws and fits.
     *
     * @param <M> the model
     * @param fit the fit to examine
     * @param columns the customers it was fitted to, one a row
     * @param cohorts how many to draw, at least 20; 200 give a fair interval of 90 %
     * @param seed the same seed gives the same everywhere
     * @return the models of the drawn cohorts
     * @throws IllegalArgumentException if there are too few cohorts, or the columns are of other customers or have weights
     */
    @SuppressWarnings("unchecked") // a refit is of the kind of the model
    public static <M extends PurchaseModel> ParametricBootstrap<M> of(
            Fitted<M> fit, PurchaseColumns columns, int cohorts, long seed) {
        if (cohorts < 20) {
            throw new IllegalArgumentException("cohorts must be at least 20: " + cohorts);
        }
        if (columns.size() != fit.customers() || columns.customers() != fit.customers()) {
            throw new IllegalArgumentException(
                    "columns must be of the " + fit.customers() + " customers of the fit: " + columns.size() + " rows");
        }
        double[] ages = new double[columns.size()];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = columns.history(i).age();
        }
        // In ascending order, so that the order of the customers does not matter.
        Arrays.sort(ages);
        List<M> models = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < cohorts; i++) {
            PurchaseColumns drawn =
                    fit.model().simulate(ages, columns.observationEnd(), seed + 0x632BE59BD9B4E019L * (i + 1));
            Fitted<? extends PurchaseModel> refit = PurchaseFit.again(fit.model(), drawn);
            if (refit.status() == FitStatus.CONVERGED || refit.status() == FitStatus.BOUNDARY) {
                models.add((M) refit.model());
            } else {
                failed++;
            }
        }
        return new ParametricBootstrap<>(fit, List.copyOf(models), failed);
    }

    /**
     * The models of the drawn cohorts, in the order they were drawn.
     *
     * @return an unmodifiable list
     */
    public List<M> models() {
        return models;
    }

    /**
     * How many cohorts gave no model.
     *
     * @return at least 0
     */
    public int failed() {
        return failed;
    }

    /**
     * Something that follows from the model, with the scatter of the drawn cohorts.
     *
     * @param quantity what follows from the model
     * @param confidence of the interval, in (0, 1)
     * @return the estimate of the fit, the standard deviation over the cohorts, and the interval between their percentiles; undefined if
     *     the quantity is infinite for the fit or a cohort, or fewer than 10 cohorts gave a model
     * @throws IllegalArgumentException if the confidence is out of place
     */
    public Estimate estimate(ToDoubleFunction<? super M> quantity, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        long n = Math.round(fit.customers());
        if (models.size() < 10) {
            return Estimate.undefined("only " + models.size() + " cohorts gave a model", n);
        }
        double[] values = models.stream().mapToDouble(quantity).sorted().toArray();
        double value = quantity.applyAsDouble(fit.model());
        if (!(Double.isFinite(value) && Double.isFinite(values[0]) && Double.isFinite(values[values.length - 1]))) {
            return Estimate.undefined("the quantity is infinite", n);
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double square = 0;
        for (double v : values) {
            square += (v - mean) * (v - mean);
        }
        double tail = 0.5 * (1 - confidence);
        Interval interval = new Interval(
                percentile(values, tail), percentile(values, 1 - tail), confidence, "parametric bootstrap, percentile");
        return new Estimate(
                Measure.of(value),
                Measure.of(Math.sqrt(square / (values.length - 1))),
                Optional.of(interval),
                n,
                fit.customers());
    }

    /** The percentile by linear interpolation between the order statistics. */
    private static double percentile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
