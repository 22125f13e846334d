package io.loyalty.metrics.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * BG/NBD, the beta-geometric / negative binomial model of customers who buy when they like and leave without a word.
 *
 * <h2>Definition</h2>
 *
 * <p>While alive a customer buys at a rate λ; after every repeat purchase he leaves with probability p. Over the
 * customers, λ is Gamma(r, α) and p is Beta(a, b), independent of each other. Mean rate r / α per unit of time, mean probability of
 * leaving a / (a + b).
 *
 * <h2>Interpretation</h2>
 *
 * <p>The fast standard for non-contractual business. It assumes that nobody leaves before the first repeat
 * purchase: a one-time buyer has P(alive) = 1, however long ago he came. Where one-time buyers may have left, which is the rule in
 * retail, take {@link MbgNbd}. More purchases can mean less alive: of two customers with the same t_x well before T, the frequent
 * one has been silent for longer by his own measure.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Only one-time buyers: a and b are not identified, and the fit says so. Nobody leaves, one rate for
 * all: the fit stops at the edge of its box ({@link FitStatus#BOUNDARY}) with finite numbers that predict as the limit does. a = 1, tiny r, huge
 * α and x in the thousands are ordinary points.
 *
 * <h2>Performance</h2>
 *
 * <p>A fit takes some 30 passes over the distinct rows, of many rows four after a search on a sample. In columns a probability to be
 * alive costs some 0.03 µs, an expected number of purchases 0.1 µs, one discounted over a year 0.8 µs, over all time 0.7 µs; some 50 µs where the
 * expected number is in the hundreds. One customer alone costs a few times as much.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), "Counting your customers" the easy way: an alternative to the
 * Pareto/NBD model, Marketing Science 24(2), 275-284, doi:10.1287/mksc.1040.0098.
 *
 * @param r shape of the distribution of purchase rates
 * @param alpha its rate, in {@code unit}
 * @param a first parameter of the distribution of the probability to leave
 * @param b its second parameter
 * @param unit the unit of time
 */
public record BgNbd(double r, double alpha, double a, double b, PeriodUnit unit) implements PurchaseModel {

    private static final String NAME = "BgNbd";

    /**
     * Refuses parameters that are not above 0 and finite.
     *
     * @param r shape of the distribution of purchase rates
     * @param alpha its rate, in {@code unit}
     * @param a first parameter of the distribution of the probability to leave
     * @param b its second parameter
     * @param unit the unit of time
     * @throws IllegalArgumentException if a parameter is not above 0 and finite
     */
    public BgNbd {
        Positive.require(r, "r");
        Positive.require(alpha, "alpha");
        Positive.require(a, "a");
        Positive.require(b, "b");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * The model of maximum likelihood.
     *
     * @param columns the customers
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<BgNbd> fit(PurchaseColumns columns) {
        return fit(columns, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised or on several threads.
     *
     * @param columns the customers
     * @param options penalty and threads
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<BgNbd> fit(PurchaseColumns columns, FitOptions options) {
        return PurchaseFit.ofCoins(
                columns,
                options,
                new GeometricDropoutLikelihood(columns, GeometricDropout.AFTER_REPEATS, options.execution()),
                p -> new BgNbd(p[0], p[1], p[2], p[3], columns.unit()));
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
    public static Fitted<CovariateModel<BgNbd>> fit(
            PurchaseColumns columns, Covariates purchase, Covariates dropout, FitOptions options) {
        return CovariateLikelihood.fit(
                columns,
                purchase,
                dropout,
                options,
                new BgNbd(1, 1, 1, 1, columns.unit()),
                PurchaseFit.coins(columns),
                c -> new GeometricDropoutLikelihood(c, GeometricDropout.AFTER_REPEATS, options.execution()));
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public BgNbd withParameters(List<Double> p) {
        Positive.requireCount(p, 4);
        return new BgNbd(p.get(0), p.get(1), p.get(2), p.get(3), unit);
    }

    @Override
    public double logLikelihood(PurchaseColumns columns) {
        ColumnScores.requireUnit(this, columns);
        return new GeometricDropoutLikelihood(columns, GeometricDropout.AFTER_REPEATS, Execution.SEQUENTIAL)
                .at(new double[] {r, alpha, a, b}, new double[4]);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code BgNbd{r=…, alpha=…, a=…, b=…, unit=…}}
     */
    @Override
    public String toString() {
        return TextForm.write(NAME, "r", r, "alpha", alpha, "a", a, "b", b, "unit", unit);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static BgNbd parse(CharSequence text) {
        Map<String, String> entries = TextForm.read(NAME, text, "r", "alpha", "a", "b", "unit");
        return new BgNbd(
                TextForm.number(entries, "r"),
                TextForm.number(entries, "alpha"),
                TextForm.number(entries, "a"),
                TextForm.number(entries, "b"),
                TextForm.unit(entries));
    }
}
