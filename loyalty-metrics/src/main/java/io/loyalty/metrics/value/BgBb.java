package io.loyalty.metrics.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * BG/BB, the beta-geometric / beta-Bernoulli model of customers who buy, or do not, at fixed opportunities, and leave without a word.
 *
 * <h2>Definition</h2>
 *
 * <p>While alive a customer buys at each opportunity with probability p; before each one he leaves with
 * probability θ. Over the customers, p is Beta(α, β) and θ is Beta(γ, δ), independent of each other.
 *
 * <h2>Interpretation</h2>
 *
 * <p>For what happens once a season, a mailing, a year: donations, conferences, catalogues. P(alive) refers to the
 * next opportunity, n + 1. (x, t_x, n) is all it needs, so that millions of customers are a few hundred rows. Of two customers with
 * the same t_x well before n, the more frequent one is less likely to be alive.
 *
 * <h2>Edge cases</h2>
 *
 * <p>γ at or near 1 is an ordinary point; without discount the number of future purchases is infinite for γ ≤ 1, and
 * said to be. Hundreds of opportunities neither under- nor overflow. Everybody or nobody buys, nobody leaves: the fit stops at
 * the edge of its box ({@link FitStatus#BOUNDARY}) with finite numbers.
 *
 * <h2>Performance</h2>
 *
 * <p>A pass over the data takes a step for each distinct row and each opportunity since t_x.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie, J. Shang (2010), Customer-base analysis in a discrete-time noncontractual setting,
 * Marketing Science 29(6), 1086-1108, doi:10.1287/mksc.1100.0580.
 *
 * @param alpha first parameter of the distribution of the propensity to buy
 * @param beta its second parameter
 * @param gamma first parameter of the distribution of the probability to leave
 * @param delta its second parameter
 * @param unit the time from one opportunity to the next, for discounting
 */
public record BgBb(double alpha, double beta, double gamma, double delta, PeriodUnit unit) implements ValueModel {

    private static final String NAME = "BgBb";

    /**
     * Refuses parameters that are not above 0 and finite.
     *
     * @param alpha first parameter of the distribution of the propensity to buy
     * @param beta its second parameter
     * @param gamma first parameter of the distribution of the probability to leave
     * @param delta its second parameter
     * @param unit the time from one opportunity to the next
     * @throws IllegalArgumentException if a parameter is not above 0 and finite
     */
    public BgBb {
        Positive.require(alpha, "alpha");
        Positive.require(beta, "beta");
        Positive.require(gamma, "gamma");
        Positive.require(delta, "delta");
        Objects.requireNonNull(unit, "unit");
    }

    private BetaBernoulli process() {
        return new BetaBernoulli(alpha, beta, gamma, delta);
    }

    private static Likelihood likelihood(OpportunityColumns columns) {
        return (p, gradient) -> {
            BetaBernoulli process = new BetaBernoulli(p[0], p[1], p[2], p[3]);
            ExactSum value = new ExactSum();
            ExactSum[] by = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
            for (int row = 0; row < columns.weight.length; row++) {
                double w = columns.weight[row];
                value.add(w * process.logLikelihood(columns.distinct[row], w, by));
            }
            for (int i = 0; i < 4; i++) {
                gradient[i] = by[i].value();
            }
            return value.value();
        };
    }

    /**
     * The model of maximum likelihood.
     *
     * @param columns the customers
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<BgBb> fit(OpportunityColumns columns) {
        return fit(columns, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised. There is too little work for several threads.
     *
     * @param columns the customers
     * @param options the penalty
     * @return the fit with its status; the unit is that of the columns
     */
    public static Fitted<BgBb> fit(OpportunityColumns columns, FitOptions options) {
        Coordinates coordinates = new Coordinates()
                .with(
                        Coordinates.Block.BETA,
                        new Coordinates.Axis(0, -16, 16, FitFinding.NEVER_BUYING, FitFinding.ALWAYS_BUYING),
                        new Coordinates.Axis(
                                0.5,
                                -12,
                                Starts.LARGEST_SHAPE,
                                FitFinding.PROPENSITY_ALL_OR_NOTHING,
                                FitFinding.ONE_PROPENSITY_FOR_ALL))
                .with(
                        Coordinates.Block.BETA,
                        new Coordinates.Axis(-1.5, -16, 16, FitFinding.NO_DROPOUT, FitFinding.DROPOUT_AT_ONCE),
                        new Coordinates.Axis(
                                1,
                                -12,
                                Starts.LARGEST_SHAPE,
                                FitFinding.DROPOUT_ALL_OR_NOTHING,
                                FitFinding.ONE_DROPOUT_FOR_ALL));
        Maximum outcome =
                Maximizer.maximizeFromAllSides(likelihood(columns), coordinates, columns.customers(), options.ridge());
        return Fitted.of(
                outcome,
                p -> new BgBb(p[0], p[1], p[2], p[3], columns.unit()),
                columns.distinctRows(),
                columns.customers(),
                columns.observationEnd());
    }

    @Override
    public List<Double> parameters() {
        return List.of(alpha, beta, gamma, delta);
    }

    @Override
    public BgBb withParameters(List<Double> p) {
        Positive.requireCount(p, 4);
        return new BgBb(p.get(0), p.get(1), p.get(2), p.get(3), unit);
    }

    /**
     * The probability that a customer will be there at the next opportunity.
     *
     * @param history the customer
     * @return a probability
     */
    public double probabilityAlive(OpportunityHistory history) {
        return probabilityAlive(history, 1);
    }

    /**
     * The probability that a customer will be there at a later opportunity.
     *
     * @param history the customer
     * @param ahead which one: 1 is the next; 0 asks whether he was there at the last one
     * @return a probability
     * @throws IllegalArgumentException if {@code ahead} is negative
     */
    public double probabilityAlive(OpportunityHistory history, int ahead) {
        requireAhead(ahead);
        BetaBernoulli process = process();
        return process.aliveNow(history) * process.survival(history.opportunities(), ahead);
    }

    /**
     * The path of P(alive) over the history of one customer: after each opportunity, whether he will be there at the next.
     *
     * @param bought for each opportunity whether he bought
     * @return one probability for each opportunity
     */
    public double[] probabilityAlivePath(boolean[] bought) {
        double[] path = new double[bought.length];
        int x = 0;
        int last = 0;
        for (int i = 0; i < bought.length; i++) {
            if (bought[i]) {
                x++;
                last = i + 1;
            }
            path[i] = probabilityAlive(new OpportunityHistory(x, last, i + 1));
        }
        return path;
    }

    /**
     * The expected number of purchases of a new customer.
     *
     * @param opportunities how many opportunities to look at
     * @return at least 0
     * @throws IllegalArgumentException if {@code opportunities} is negative
     */
    public double expectedPurchases(int opportunities) {
        return expectedPurchases(OpportunityHistory.ofNewCustomer(), opportunities);
    }

    /**
     * The expected number of purchases of a customer at the next opportunities.
     *
     * @param history the customer
     * @param opportunities how many opportunities to look at
     * @return at least 0
     * @throws IllegalArgumentException if {@code opportunities} is negative
     */
    public double expectedPurchases(OpportunityHistory history, int opportunities) {
        requireAhead(opportunities);
        BetaBernoulli process = process();
        return process.aliveNow(history)
                * process.propensity(history.purchases(), history.opportunities())
                * process.opportunitiesAlive(history.opportunities(), opportunities);
    }

    /**
     * The probability that a new customer makes some number of purchases.
     *
     * @param purchases how many, at least 0
     * @param opportunities at how many opportunities
     * @return a probability
     */
    public double probabilityOf(int purchases, int opportunities) {
        return probabilityOf(purchases, OpportunityHistory.ofNewCustomer(), opportunities);
    }

    /**
     * The probability that a customer makes some number of purchases at the next opportunities; of 0: that he stays away, whether gone or
     * not.
     *
     * @param purchases how many, at least 0
     * @param history the customer
     * @param opportunities at how many opportunities
     * @return a probability
     * @throws IllegalArgumentException if a number is negative
     */
    public double probabilityOf(int purchases, OpportunityHistory history, int opportunities) {
        requireAhead(opportunities);
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must be at least 0: " + purchases);
        }
        BetaBernoulli process = process();
        double alive = process.aliveNow(history);
        double given = process.mass(history.purchases(), history.opportunities(), opportunities, purchases);
        return purchases == 0 ? (1 - alive) + alive * given : alive * given;
    }

    /**
     * The discounted expected number of all later purchases (DERT); the next opportunity is one {@link #unit()} away.
     *
     * @param history the customer
     * @param discount the annual effective rate
     * @return at least 0; {@link Double#POSITIVE_INFINITY} where it diverges, which takes a rate of 0
     */
    public double discountedPurchases(OpportunityHistory history, AnnualRate discount) {
        return discounted(history, discount.periodic(unit));
    }

    /** DERT at a rate per opportunity. */
    double discounted(OpportunityHistory history, double rate) {
        BetaBernoulli process = process();
        return process.aliveNow(history)
                * process.propensity(history.purchases(), history.opportunities())
                * process.discountedAlive(history.opportunities(), rate);
    }

    /**
     * The discounted expected number of purchases at the next opportunities.
     *
     * @param history the customer
     * @param opportunities how many opportunities to look at
     * @param discount the annual effective rate
     * @return at least 0
     * @throws IllegalArgumentException if {@code opportunities} is negative
     */
    public double discountedPurchases(OpportunityHistory history, int opportunities, AnnualRate discount) {
        requireAhead(opportunities);
        BetaBernoulli process = process();
        return process.aliveNow(history)
                * process.propensity(history.purchases(), history.opportunities())
                * process.discountedAlive(history.opportunities(), opportunities, discount.periodic(unit));
    }

    /**
     * {@link #probabilityAlive(OpportunityHistory)} of every row.
     *
     * @param columns the customers
     * @return one probability a row
     */
    public double[] probabilityAlive(OpportunityColumns columns) {
        double[] scores = new double[columns.distinct.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = probabilityAlive(columns.distinct[i]);
        }
        return columns.spread(scores);
    }

    /**
     * {@link #expectedPurchases(OpportunityHistory, int)} of every row.
     *
     * @param columns the customers
     * @param opportunities how many opportunities to look at
     * @return one number a row
     */
    public double[] expectedPurchases(OpportunityColumns columns, int opportunities) {
        double[] scores = new double[columns.distinct.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = expectedPurchases(columns.distinct[i], opportunities);
        }
        return columns.spread(scores);
    }

    /**
     * {@link #discountedPurchases(OpportunityHistory, AnnualRate)} of every row.
     *
     * @param columns the customers
     * @param discount the annual effective rate
     * @return one number a row
     */
    public double[] discountedPurchases(OpportunityColumns columns, AnnualRate discount) {
        double[] scores = new double[columns.distinct.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = discountedPurchases(columns.distinct[i], discount);
        }
        return columns.spread(scores);
    }

    /**
     * The log-likelihood of these parameters, over all customers.
     *
     * @param columns the customers
     * @return the log-likelihood
     */
    public double logLikelihood(OpportunityColumns columns) {
        return likelihood(columns).at(new double[] {alpha, beta, gamma, delta}, new double[4]);
    }

    /**
     * Draws a cohort from this model: the history of one customer for each number of opportunities.
     *
     * @param opportunities n of each customer
     * @param observationEnd the day to note as the end of observation
     * @param seed the same seed gives the same cohort everywhere
     * @return the histories
     */
    public OpportunityColumns simulate(int[] opportunities, LocalDate observationEnd, long seed) {
        int[] purchases = new int[opportunities.length];
        int[] last = new int[opportunities.length];
        for (int i = 0; i < opportunities.length; i++) {
            Draws draws = Draws.ofCustomer(seed, i);
            double buy = draws.beta(alpha, beta);
            double leave = draws.beta(gamma, delta);
            for (int t = 1; t <= opportunities[i] && !draws.happens(leave); t++) {
                if (draws.happens(buy)) {
                    purchases[i]++;
                    last[i] = t;
                }
            }
        }
        return OpportunityColumns.of(purchases, last, opportunities, unit, observationEnd);
    }

    private static void requireAhead(int opportunities) {
        if (opportunities < 0) {
            throw new IllegalArgumentException("opportunities must be at least 0: " + opportunities);
        }
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code BgBb{alpha=…, beta=…, gamma=…, delta=…, unit=…}}
     */
    @Override
    public String toString() {
        return TextForm.write(NAME, "alpha", alpha, "beta", beta, "gamma", gamma, "delta", delta, "unit", unit);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static BgBb parse(CharSequence text) {
        Map<String, String> entries = TextForm.read(NAME, text, "alpha", "beta", "gamma", "delta", "unit");
        return new BgBb(
                TextForm.number(entries, "alpha"),
                TextForm.number(entries, "beta"),
                TextForm.number(entries, "gamma"),
                TextForm.number(entries, "delta"),
                TextForm.unit(entries));
    }
}
