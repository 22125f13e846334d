package io.loyalty.metrics.value;

import java.util.List;

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
 * <p>A fit takes some 30 passes over the distinct rows, of many rows four after a search on a sample, and no memory beyond that of the
 * {@linkplain PurchaseColumns columns}. In columns a probability to be
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
        ChanceBuyers.check(r, alpha, a, b, unit);
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
        return ChanceBuyers.fit(columns, GeometricDropout.AFTER_REPEATS, options, BgNbd::new);
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
        return ChanceBuyers.fit(columns, purchase, dropout, GeometricDropout.AFTER_REPEATS, options, BgNbd::new);
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public BgNbd withParameters(List<Double> p) {
        return ChanceBuyers.with(p, unit, BgNbd::new);
    }

    @Override
    public double logLikelihood(PurchaseColumns columns) {
        return ChanceBuyers.logLikelihood(this, GeometricDropout.AFTER_REPEATS, columns);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code BgNbd{r=…, alpha=…, a=…, b=…, unit=…}}
     */
    @Override
    public String toString() {
        return ChanceBuyers.text(NAME, this);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static BgNbd parse(CharSequence text) {
        return ChanceBuyers.parse(NAME, text, BgNbd::new);
    }
}
