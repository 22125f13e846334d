package io.loyalty.metrics.value;

import java.util.List;

/**
 * MBG/CNBD-k, MBG/NBD for regular buyers: the times between purchases of one customer vary less than by chance.
 *
 * <h2>Definition</h2>
 *
 * <p>As {@link MbgNbd}, but the time from one purchase to the next is Erlang-k: the sum of k exponential times of rate λ. The
 * mean time is k / λ; λ is Gamma(r, α) over the customers. k = 1 is {@link MbgNbd}.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Groceries, refills and subscriptions in disguise come at regular times, and a silence of twice the usual gap says more than
 * by chance. k measures the regularity and is the same for all; {@link #fit(PurchaseColumns, double)} chooses it by the
 * likelihood. If that gives 1, take the plain model.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Purchases of one day must be merged: a gap of 0 has no logarithm. A one-time buyer may have left at once, as in MBG/NBD.
 *
 * <h2>Performance</h2>
 *
 * <p>A fit costs some 30 passes over the distinct rows, each k steps; a score grows with k and with the expected number
 * of purchases, from about 1 µs. Infinite horizons take some milliseconds.
 *
 * <h2>References</h2>
 *
 * <p>T. Reutterer, M. Platzer, N. Schröder (2021), Leveraging purchase regularity for predicting customer behavior the easy
 * way, International Journal of Research in Marketing 38(1), 194-215, doi:10.1016/j.ijresmar.2020.09.002.
 *
 * @param r shape of the distribution of rates
 * @param alpha its rate, in {@code unit}
 * @param a first parameter of the distribution of the probability to leave
 * @param b its second parameter
 * @param k the regularity, 1 to 100
 * @param unit the unit of time
 */
public record MbgCnbdK(double r, double alpha, double a, double b, int k, PeriodUnit unit) implements PurchaseModel {

    private static final String NAME = "MbgCnbdK";

    /**
     * Refuses parameters that are not above 0 and finite, and k out of range.
     *
     * @param r shape of the distribution of rates
     * @param alpha its rate, in {@code unit}
     * @param a first parameter of the distribution of the probability to leave
     * @param b its second parameter
     * @param k the regularity, 1 to 100
     * @param unit the unit of time
     * @throws IllegalArgumentException if a parameter is out of place
     */
    public MbgCnbdK {
        RegularBuyers.check(r, alpha, a, b, k, unit);
    }

    /**
     * The model of maximum likelihood, k from 1 to 12 included: the search stops where a larger k fits worse.
     *
     * @param columns the customers
     * @param sumOfLogGaps the sum of the logarithms of all times between two purchases of a customer, in the unit of the columns: see
     *     {@link CustomerBase#sumOfLogGaps()}
     * @return the fit with its status; its covariance is that of r, α, a and b for the k found
     * @throws IllegalArgumentException if the sum is not finite
     */
    public static Fitted<MbgCnbdK> fit(PurchaseColumns columns, double sumOfLogGaps) {
        return RegularBuyers.mostLikely(k -> fit(columns, sumOfLogGaps, k, FitOptions.withDefaults()));
    }

    /**
     * The model of maximum likelihood for some k.
     *
     * @param columns the customers
     * @param sumOfLogGaps the sum of the logarithms of all times between two purchases of a customer; without influence on the parameters
     * @param k the regularity, 1 to 100
     * @param options penalty and threads
     * @return the fit with its status
     * @throws IllegalArgumentException if k is out of range or the sum is not finite
     */
    public static Fitted<MbgCnbdK> fit(PurchaseColumns columns, double sumOfLogGaps, int k, FitOptions options) {
        return RegularBuyers.fit(columns, sumOfLogGaps, GeometricDropout.AFTER_FIRST, k, options, MbgCnbdK::new);
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public MbgCnbdK withParameters(List<Double> p) {
        return RegularBuyers.with(p, k, unit, MbgCnbdK::new);
    }

    /**
     * The log-likelihood of these parameters, without what the single times between purchases add for k above 1.
     *
     * @param columns the customers
     * @return the log-likelihood for a sum of logarithms of 0
     */
    @Override
    public double logLikelihood(PurchaseColumns columns) {
        return RegularBuyers.logLikelihood(this, GeometricDropout.AFTER_FIRST, k, columns);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code MbgCnbdK{r=…, alpha=…, a=…, b=…, k=…, unit=…}}
     */
    @Override
    public String toString() {
        return RegularBuyers.text(NAME, this, k);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static MbgCnbdK parse(CharSequence text) {
        return RegularBuyers.parse(NAME, text, MbgCnbdK::new);
    }
}
