package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gamma-Gamma, the model of what a purchase is worth.
 *
 * <h2>Definition</h2>
 *
 * <p>The values of a customer's purchases are Gamma(p, ν); over the customers, ν is Gamma(q, γ). The mean of x
 * purchases is m. A new customer's mean value is p γ / (q − 1), a known one's a weighted mean of that and his own m:
 * (γ + x m) p / (p x + q − 1).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Few purchases are shrunk strongly to the mean of all, many hardly. Multiply with the expected or
 * discounted number of purchases of a purchase model to get a customer's value. The model assumes that value and frequency are
 * independent; check their correlation among repeat buyers first.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Where p x + q ≤ 1 the mean is infinite and {@link #expectedSpend} says so instead of giving a number; only
 * customers without a purchase (x = 0) and with very few can meet it. Values that do not differ within customers, or across them, end
 * the fit at the edge of its box ({@link FitStatus#BOUNDARY}). Values must be above 0.
 *
 * <h2>Performance</h2>
 *
 * <p>A fit takes some 30 passes over the distinct rows at two logarithms each.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie (2013), The Gamma-Gamma model of monetary value, brucehardie.com/notes/025. M. Colombo,
 * W. Jiang (1999), A stochastic RFM model, Journal of Interactive Marketing 13(3), 2-12,
 * doi:10.1002/(SICI)1520-6653(199922)13:3&lt;2::AID-DIR1&gt;3.0.CO;2-H.
 *
 * @param p shape of the distribution of one customer's values
 * @param q shape of the distribution of customers
 * @param gamma scale of the distribution of customers, in the unit of the values
 */
public record GammaGamma(double p, double q, double gamma) implements ValueModel {

    private static final String NAME = "GammaGamma";

    /**
     * Refuses parameters that are not above 0 and finite.
     *
     * @param p shape of the distribution of one customer's values
     * @param q shape of the distribution of customers
     * @param gamma scale of the distribution of customers, in the unit of the values
     * @throws IllegalArgumentException if a parameter is not above 0 and finite
     */
    public GammaGamma {
        Positive.require(p, "p");
        Positive.require(q, "q");
        Positive.require(gamma, "gamma");
    }

    /**
     * The model of maximum likelihood.
     *
     * @param columns the customers
     * @return the fit with its status
     */
    public static Fitted<GammaGamma> fit(SpendColumns columns) {
        return fit(columns, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised or on several threads.
     *
     * @param columns the customers
     * @param options penalty and threads
     * @return the fit with its status
     */
    public static Fitted<GammaGamma> fit(SpendColumns columns, FitOptions options) {
        ExactSum logs = new ExactSum();
        for (int row = 0; row < columns.mean.length; row++) {
            logs.add(columns.weight[row] * Math.log(columns.mean[row]));
        }
        double scale = logs.value() / columns.customers();
        Coordinates coordinates = new Coordinates()
                .with(
                        Coordinates.Block.SPEND,
                        new Coordinates.Axis(
                                1,
                                -9,
                                Starts.LARGEST_SHAPE,
                                FitFinding.SPEND_AT_LIMIT,
                                FitFinding.EQUAL_SPEND_WITHIN_CUSTOMERS),
                        new Coordinates.Axis(
                                1,
                                -9,
                                Starts.LARGEST_SHAPE,
                                FitFinding.SPEND_WITHOUT_BOUND,
                                FitFinding.EQUAL_SPEND_ACROSS_CUSTOMERS),
                        new Coordinates.Axis(
                                scale, scale - 30, scale + 30, FitFinding.SPEND_AT_LIMIT, FitFinding.SPEND_AT_LIMIT));
        Maximum outcome = Maximizer.maximize(
                new GammaGammaLikelihood(columns, options.execution()),
                coordinates,
                columns.customers(),
                options.ridge());
        return Fitted.of(
                outcome,
                v -> new GammaGamma(v[0], v[1], v[2]),
                columns.distinctRows(),
                columns.customers(),
                columns.observationEnd());
    }

    @Override
    public List<Double> parameters() {
        return List.of(p, q, gamma);
    }

    @Override
    public GammaGamma withParameters(List<Double> p) {
        Positive.requireCount(p, 3);
        return new GammaGamma(p.get(0), p.get(1), p.get(2));
    }

    /**
     * The expected value of a purchase of a customer without a purchase so far.
     *
     * @return p γ / (q − 1), or undefined where the mean is infinite
     */
    public Measure expectedSpend() {
        return expectedSpend(0, 0);
    }

    /**
     * The expected value of a further purchase of a customer.
     *
     * @param purchases x: how many purchases {@code mean} is of, at least 0
     * @param mean mean value of these purchases, above 0; not read for x = 0
     * @return (γ + x m) p / (p x + q − 1), or undefined where the mean is infinite
     * @throws IllegalArgumentException if an argument is out of place
     */
    public Measure expectedSpend(int purchases, double mean) {
        double value = spend(purchases, mean);
        return value < Double.POSITIVE_INFINITY
                ? Measure.of(value)
                : Measure.undefined("the mean is infinite: p x + q is at most 1");
    }

    private double spend(double x, double mean) {
        if (!(x >= 0)) {
            throw new IllegalArgumentException("purchases must be at least 0: " + x);
        }
        if (x > 0 && !(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mean must be finite and above 0: " + mean);
        }
        double denominator = p * x + (q - 1);
        return denominator > 0 ? (gamma + (x == 0 ? 0 : x * mean)) * (p / denominator) : Double.POSITIVE_INFINITY;
    }

    /**
     * {@link #expectedSpend(int, double)} of every row.
     *
     * @param purchases x of each row, whole numbers ≥ 0
     * @param means mean value of each row, not read where x = 0
     * @return one value a row; {@link Double#POSITIVE_INFINITY} where the mean is infinite
     * @throws IllegalArgumentException if the columns differ in length or a value is out of place
     */
    public double[] expectedSpend(double[] purchases, double[] means) {
        if (means.length != purchases.length) {
            throw new IllegalArgumentException(
                    "purchases and means must have one length: " + purchases.length + " and " + means.length);
        }
        double[] spend = new double[purchases.length];
        for (int i = 0; i < spend.length; i++) {
            spend[i] = spend(purchases[i], means[i]);
        }
        return spend;
    }

    /**
     * The log-likelihood of these parameters, over all customers with a purchase.
     *
     * @param columns the customers
     * @return the log-likelihood
     */
    public double logLikelihood(SpendColumns columns) {
        return new GammaGammaLikelihood(columns, Execution.SEQUENTIAL).at(new double[] {p, q, gamma}, new double[3]);
    }

    /**
     * Draws the mean values of a cohort from this model.
     *
     * @param purchases x of each customer, whole numbers ≥ 0
     * @param observationEnd the day to note as the end of observation
     * @param seed the same seed gives the same cohort everywhere
     * @return the columns
     */
    public SpendColumns simulate(double[] purchases, LocalDate observationEnd, long seed) {
        Objects.requireNonNull(observationEnd, "observationEnd");
        double[] means = new double[purchases.length];
        for (int i = 0; i < means.length; i++) {
            Draws draws = Draws.ofCustomer(seed, i);
            double rate = draws.gamma(q, gamma);
            means[i] = purchases[i] > 0 ? draws.gamma(p * purchases[i], rate) / purchases[i] : 0;
        }
        return SpendColumns.of(purchases, means, observationEnd);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code GammaGamma{p=…, q=…, gamma=…}}
     */
    @Override
    public String toString() {
        return TextForm.write(NAME, "p", p, "q", q, "gamma", gamma);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static GammaGamma parse(CharSequence text) {
        Map<String, String> entries = TextForm.read(NAME, text, "p", "q", "gamma");
        return new GammaGamma(
                TextForm.number(entries, "p"), TextForm.number(entries, "q"), TextForm.number(entries, "gamma"));
    }
}
