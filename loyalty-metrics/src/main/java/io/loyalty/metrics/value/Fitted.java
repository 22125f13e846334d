package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A model with the story of its fit: how well, how certain, how it ended, from whom.
 *
 * @param <M> the model, for example {@link BgNbd}
 * @param model the model at the maximum of the likelihood
 * @param status how the search ended
 * @param findings what is special, empty for a converged fit without penalty
 * @param logLikelihood the log-likelihood at the maximum
 * @param gradientNorm the largest derivative of the log-likelihood per customer by the logarithm of a mean or a spread, among
 *     those that are not at a limit; 0 at an exact maximum
 * @param covariance the covariance matrix of the estimated parameters, in the order of the model's components, from the Hessian; empty
 *     unless converged, since the theory does not hold at a limit
 * @param rows the number of distinct rows the fit worked on
 * @param customers the number of customers in them, or the sum of their weights
 * @param observationEnd the last day observed
 */
public record Fitted<M extends ValueModel>(
        M model,
        FitStatus status,
        List<FitFinding> findings,
        double logLikelihood,
        double gradientNorm,
        List<List<Double>> covariance,
        int rows,
        double customers,
        LocalDate observationEnd) {

    /**
     * Copies the lists in.
     *
     * @param model the model at the maximum of the likelihood
     * @param status how the search ended
     * @param findings what is special
     * @param logLikelihood the log-likelihood at the maximum
     * @param gradientNorm the largest derivative of the log-likelihood per customer
     * @param covariance the covariance matrix of the parameters, or empty
     * @param rows the number of distinct rows
     * @param customers the number of customers
     * @param observationEnd the last day observed
     * @throws IllegalArgumentException if a number is out of place
     */
    public Fitted {
        Objects.requireNonNull(findings, "findings");
        Objects.requireNonNull(covariance, "covariance");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(status, "status");
        findings = List.copyOf(findings);
        List<List<Double>> copy = new ArrayList<>();
        for (List<Double> row : covariance) {
            copy.add(List.copyOf(row));
        }
        covariance = List.copyOf(copy);
        Objects.requireNonNull(observationEnd, "observationEnd");
        if (!Double.isFinite(logLikelihood)) {
            throw new IllegalArgumentException("logLikelihood must be finite: " + logLikelihood);
        }
        if (!(gradientNorm >= 0)) {
            throw new IllegalArgumentException("gradientNorm must be at least 0: " + gradientNorm);
        }
        if (rows < 1 || !(customers > 0)) {
            throw new IllegalArgumentException("rows and customers must be above 0: " + rows + " and " + customers);
        }
        int k = model.parameters().size();
        if (!copy.isEmpty() && (copy.size() != k || copy.stream().anyMatch(r -> r.size() != k))) {
            throw new IllegalArgumentException("covariance must be empty or " + k + " by " + k);
        }
    }

    static <M extends ValueModel> Fitted<M> of(
            Maximum outcome, Function<double[], M> model, int rows, double customers, LocalDate end) {
        List<List<Double>> covariance = new ArrayList<>();
        for (double[] row : outcome.covariance()) {
            List<Double> boxed = new ArrayList<>();
            for (double v : row) {
                boxed.add(v);
            }
            covariance.add(boxed);
        }
        return new Fitted<>(
                model.apply(outcome.parameters()),
                outcome.status(),
                outcome.findings(),
                outcome.logLikelihood(),
                outcome.gradientNorm(),
                covariance,
                rows,
                customers,
                end);
    }

    /**
     * The standard errors of the parameters, in the order of {@link ValueModel#parameters()}.
     *
     * @return the square roots of the diagonal of the covariance; undefined with a reason unless the fit converged
     */
    public List<Measure> standardErrors() {
        List<Measure> errors = new ArrayList<>();
        for (int i = 0; i < model.parameters().size(); i++) {
            errors.add(
                    covariance.isEmpty()
                            ? Measure.undefined("the fit ended as " + status)
                            : Measure.of(Math.sqrt(covariance.get(i).get(i))));
        }
        return List.copyOf(errors);
    }

    /**
     * Something that follows from the model, with the uncertainty that comes from its parameters being estimates: the delta method on
     * the covariance of the fit. For example {@code fit.estimate(m -> m.probabilityAlive(history), IntervalScale.PROBABILITY, 0.95)}.
     *
     * <p>The interval says where the quantity itself lies, an expectation for example; what a customer will do scatters more, see
     * {@link PurchaseModel#purchaseRange}.
     *
     * @param quantity what follows from the model, smooth in its parameters
     * @param scale on which the estimate is taken as normal
     * @param confidence of the interval, in (0, 1), for example 0.95
     * @return the estimate; without standard error and interval unless the fit converged, undefined if the quantity is not finite
     * @throws IllegalArgumentException if the confidence is out of place
     */
    public Estimate estimate(ToDoubleFunction<? super M> quantity, IntervalScale scale, double confidence) {
        return DeltaMethod.of(this, quantity).estimate(scale, confidence, customers);
    }

    /**
     * Akaike's information criterion.
     *
     * @return 2 · parameters − 2 · log-likelihood; smaller is better, among models of the same data
     */
    public double aic() {
        return 2.0 * model.parameters().size() - 2 * logLikelihood;
    }

    /**
     * Schwarz's information criterion.
     *
     * @return parameters · ln(customers) − 2 · log-likelihood; smaller is better, among models of the same data
     */
    public double bic() {
        return model.parameters().size() * Math.log(customers) - 2 * logLikelihood;
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code Fitted{model=…, status=…, …}}
     */
    @Override
    public String toString() {
        return TextForm.write(
                "Fitted",
                "model",
                model,
                "status",
                status,
                "findings",
                findings,
                "logLikelihood",
                logLikelihood,
                "gradientNorm",
                gradientNorm,
                "covariance",
                covariance,
                "rows",
                rows,
                "customers",
                customers,
                "observationEnd",
                observationEnd);
    }

    /**
     * The fit that a text form describes.
     *
     * @param <M> the model
     * @param text what {@link #toString()} gave
     * @param model reads the model, for example {@code BgNbd::parse}
     * @return a fit equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static <M extends ValueModel> Fitted<M> parse(CharSequence text, Function<? super String, M> model) {
        Map<String, String> entries = TextForm.read(
                "Fitted",
                text,
                "model",
                "status",
                "findings",
                "logLikelihood",
                "gradientNorm",
                "covariance",
                "rows",
                "customers",
                "observationEnd");
        List<FitFinding> findings = new ArrayList<>();
        for (String finding : TextForm.list(entries.get("findings"))) {
            findings.add(FitFinding.valueOf(finding));
        }
        List<List<Double>> covariance = new ArrayList<>();
        for (String row : TextForm.list(entries.get("covariance"))) {
            covariance.add(TextForm.numbers(row));
        }
        return new Fitted<>(
                model.apply(entries.get("model")),
                FitStatus.valueOf(entries.get("status")),
                findings,
                TextForm.number(entries, "logLikelihood"),
                TextForm.number(entries, "gradientNorm"),
                covariance,
                Integer.parseInt(entries.get("rows")),
                TextForm.number(entries, "customers"),
                LocalDate.parse(entries.get("observationEnd")));
    }
}
