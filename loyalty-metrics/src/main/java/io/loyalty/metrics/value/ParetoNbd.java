package io.loyalty.metrics.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Pareto/NBD, the model of Schmittlein, Morrison and Colombo of customers who buy when they like and leave without a word.
 *
 * <h2>Definition</h2>
 *
 * <p>While alive a customer buys at a rate λ; he leaves at a rate μ, at any time. Over the customers, λ is
 * Gamma(r, α) and μ is Gamma(s, β), independent of each other. Mean rates r / α and s / β per unit of time.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The reference for non-contractual business: leaving does not wait for a purchase, so a one-time buyer grows
 * less likely to be alive with time. It fits and predicts much like {@link MbgNbd}, which is cheaper. More purchases can mean less
 * alive: of two customers with the same t_x well before T, the frequent one has been silent for longer by his own measure.
 *
 * <h2>Edge cases</h2>
 *
 * <p>s = 1, α = β, α and β orders of magnitude apart, t_x = T, x in the thousands are ordinary points. With s
 * ≤ 1 the undiscounted number of future purchases is infinite, and said to be. Only one-time buyers: s and β are not identified.
 * Nobody leaves, one rate for all: the fit stops at the edge of its box ({@link FitStatus#BOUNDARY}) with finite numbers.
 *
 * <h2>Performance</h2>
 *
 * <p>A fit takes some 30 passes over the distinct rows and the distinct pairs (x, T) and (x, t_x), of many rows a dozen after a search on a
 * sample. Beyond the {@linkplain PurchaseColumns columns} it takes 4 bytes of heap a row. In columns an expected number of purchases costs
 * some 0.15 µs, a discounted one 0.4 µs; the probability of a number of purchases 50 µs.
 *
 * <h2>References</h2>
 *
 * <p>D. C. Schmittlein, D. G. Morrison, R. Colombo (1987), Counting your customers: who are they and what will they do
 * next? Management Science 33(1), 1-24, doi:10.1287/mnsc.33.1.1. P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), RFM and CLV: using
 * iso-value curves for customer base analysis, Journal of Marketing Research 42(4), 415-430, doi:10.1509/jmkr.2005.42.4.415.
 *
 * @param r shape of the distribution of purchase rates
 * @param alpha its rate, in {@code unit}
 * @param s shape of the distribution of dropout rates
 * @param beta its rate, in {@code unit}
 * @param unit the unit of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta, PeriodUnit unit) implements PurchaseModel {

    private static final String NAME = "ParetoNbd";

    /**
     * Refuses parameters that are not above 0 and finite.
     *
     * @param r shape of the distribution of purchase rates
     * @param alpha its rate, in {@code unit}
     * @param s shape of the distribution of dropout rates
     * @param beta its rate, in {@code unit}
     * @param unit the unit of time
     * @throws IllegalArgumentException if a parameter is not above 0 and finite
     */
    public ParetoNbd {
        Positive.require(r, "r");
        Positive.require(alpha, "alpha");
        Positive.require(s, "s");
        Positive.require(beta, "beta");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * The model of maximum likelihood.
     *
     * @param columns the customers
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<ParetoNbd> fit(PurchaseColumns columns) {
        return fit(columns, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised or on several threads.
     *
     * @param columns the customers
     * @param options penalty and threads
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<ParetoNbd> fit(PurchaseColumns columns, FitOptions options) {
        return PurchaseFit.ofLifetimes(
                columns,
                options,
                new LomaxDropoutLikelihood(columns, options.execution()),
                p -> new ParetoNbd(p[0], p[1], p[2], p[3], columns.unit()));
    }

    /**
     * The model of maximum likelihood with static covariates.
     *
     * @param columns the customers, one a row
     * @param purchase what may move their purchase rates
     * @param dropout what may move their dropout
     * @param options penalty and threads
     * @return the fit with its status; effects stand after the parameters of the model
     * @throws IllegalArgumentException if the columns have weights, or the covariates another number of rows
     */
    public static Fitted<CovariateModel<ParetoNbd>> fit(
            PurchaseColumns columns, Covariates purchase, Covariates dropout, FitOptions options) {
        return CovariateLikelihood.fit(
                columns,
                purchase,
                dropout,
                options,
                new ParetoNbd(1, 1, 1, 1, columns.unit()),
                PurchaseFit.lifetimes(columns),
                c -> new LomaxDropoutLikelihood(c, options.execution()));
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, s, beta);
    }

    @Override
    public ParetoNbd withParameters(List<Double> p) {
        Positive.requireCount(p, 4);
        return new ParetoNbd(p.get(0), p.get(1), p.get(2), p.get(3), unit);
    }

    @Override
    public double logLikelihood(PurchaseColumns columns) {
        ColumnScores.requireUnit(this, columns);
        return new LomaxDropoutLikelihood(columns, Execution.SEQUENTIAL)
                .at(new double[] {r, alpha, s, beta}, new double[4]);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code ParetoNbd{r=…, alpha=…, s=…, beta=…, unit=…}}
     */
    @Override
    public String toString() {
        return TextForm.write(NAME, "r", r, "alpha", alpha, "s", s, "beta", beta, "unit", unit);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static ParetoNbd parse(CharSequence text) {
        Map<String, String> entries = TextForm.read(NAME, text, "r", "alpha", "s", "beta", "unit");
        return new ParetoNbd(
                TextForm.number(entries, "r"),
                TextForm.number(entries, "alpha"),
                TextForm.number(entries, "s"),
                TextForm.number(entries, "beta"),
                TextForm.unit(entries));
    }
}
