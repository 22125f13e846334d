package io.loyalty.metrics.value;

import java.util.List;

/**
 * MBG/NBD, the modified beta-geometric / negative binomial model: BG/NBD in which one-time buyers may have left.
 *
 * <h2>Definition</h2>
 *
 * <p>While alive a customer buys at a rate λ; after every purchase, the first included, he leaves with
 * probability p. Over the customers, λ is Gamma(r, α) and p is Beta(a, b), independent of each other.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The first choice for non-contractual business where many customers buy once: somebody who has not come
 * back grows less likely to be alive with time, as intuition has it, whereas {@link BgNbd} holds P(alive) = 1 for ever. Somebody who
 * has just bought for the first time is alive with probability b / (a + b). More purchases can still mean less alive: of two customers
 * with the same t_x well before T, the frequent one has been silent for longer by his own measure.
 *
 * <h2>Edge cases</h2>
 *
 * <p>As {@link BgNbd}: only one-time buyers leave a and b unidentified; nobody leaves, one rate for all: the fit stops
 * at the edge of its box with finite numbers that predict as the limit does.
 *
 * <h2>Performance</h2>
 *
 * <p>As {@link BgNbd}; one-time buyers cost a row for each distinct T.
 *
 * <h2>References</h2>
 *
 * <p>E. P. Batislam, M. Denizel, A. Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis, International Journal of Research in Marketing 24(3), 201-209, doi:10.1016/j.ijresmar.2006.12.005. The same model was found
 * by D. Hoppe, U. Wagner (2007), Customer base analysis: the case for a central variant of the Betageometric/NBD model, Marketing
 * JRM 3(2), 75-90.
 *
 * @param r shape of the distribution of purchase rates
 * @param alpha its rate, in {@code unit}
 * @param a first parameter of the distribution of the probability to leave
 * @param b its second parameter
 * @param unit the unit of time
 */
public record MbgNbd(double r, double alpha, double a, double b, PeriodUnit unit) implements PurchaseModel {

    private static final String NAME = "MbgNbd";

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
    public MbgNbd {
        ChanceBuyers.check(r, alpha, a, b, unit);
    }

    /**
     * The model of maximum likelihood.
     *
     * @param columns the customers
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<MbgNbd> fit(PurchaseColumns columns) {
        return fit(columns, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised or on several threads.
     *
     * @param columns the customers
     * @param options penalty and threads
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<MbgNbd> fit(PurchaseColumns columns, FitOptions options) {
        return ChanceBuyers.fit(columns, GeometricDropout.AFTER_FIRST, options, MbgNbd::new);
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
    public static Fitted<CovariateModel<MbgNbd>> fit(
            PurchaseColumns columns, Covariates purchase, Covariates dropout, FitOptions options) {
        return ChanceBuyers.fit(columns, purchase, dropout, GeometricDropout.AFTER_FIRST, options, MbgNbd::new);
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public MbgNbd withParameters(List<Double> p) {
        return ChanceBuyers.with(p, unit, MbgNbd::new);
    }

    @Override
    public double logLikelihood(PurchaseColumns columns) {
        return ChanceBuyers.logLikelihood(this, GeometricDropout.AFTER_FIRST, columns);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code MbgNbd{r=…, alpha=…, a=…, b=…, unit=…}}
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
    public static MbgNbd parse(CharSequence text) {
        return ChanceBuyers.parse(NAME, text, MbgNbd::new);
    }
}
