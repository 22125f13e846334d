package io.loyalty.metrics.value;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A model of customers who buy when they like and leave without a word: {@link BgNbd}, {@link MbgNbd}, {@link ParetoNbd},
 * and for regular buyers {@link BgCnbdK}, {@link MbgCnbdK}.
 *
 * <p>All questions are asked of a {@link RecencyFrequency}, one customer at a time, or of {@link PurchaseColumns}, with equal
 * answers. A history may be in another unit than the model and is converted; columns must be in the model's unit. Predictions
 * without a history are for somebody who has just made the first purchase.
 *
 * <p>Probabilities lie in [0, 1], expectations are at least 0 and finite unless said otherwise. Relative errors are below
 * 1e-9 over the whole range of parameters and histories.
 */
public sealed interface PurchaseModel extends ValueModel permits BgNbd, MbgNbd, ParetoNbd, BgCnbdK, MbgCnbdK {

    /**
     * The unit of time in which the parameters are expressed.
     *
     * @return the unit
     */
    PeriodUnit unit();

    /**
     * The probability that a customer is still one at the end of observation.
     *
     * @param history the customer
     * @return a probability
     */
    default double probabilityAlive(RecencyFrequency history) {
        RecencyFrequency h = history.in(unit());
        return PurchaseProcess.of(this).alive(h.repeats(), h.last(), h.age());
    }

    /**
     * The probability that a customer will still be one some time after the end of observation.
     *
     * @param history the customer
     * @param ahead how long after
     * @return a probability, at most that of being alive now
     */
    default double probabilityAlive(RecencyFrequency history, Horizon ahead) {
        RecencyFrequency h = history.in(unit());
        PurchaseProcess process = PurchaseProcess.of(this).given(h.last());
        return process.alive(h.repeats(), h.last(), h.age()) * process.survival(h.repeats(), h.age(), ahead.in(unit()));
    }

    /**
     * The path of P(alive) over the history of one customer: at each moment, given the purchases up to and at it.
     *
     * @param purchaseTimes times of the repeat purchases since the first purchase, ascending, in {@link #unit()}
     * @param moments times at which to look, at least 0, in any order, in {@link #unit()}
     * @return one probability for each moment
     * @throws IllegalArgumentException if a time is negative, not finite, or purchases are not in order
     */
    default double[] probabilityAlivePath(double[] purchaseTimes, double[] moments) {
        for (int i = 0; i < purchaseTimes.length; i++) {
            double before = i == 0 ? 0 : purchaseTimes[i - 1];
            if (!(purchaseTimes[i] >= before && purchaseTimes[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "purchaseTimes[" + i + "] must be finite and at least " + before + ": " + purchaseTimes[i]);
            }
        }
        PurchaseProcess process = PurchaseProcess.of(this);
        double[] path = new double[moments.length];
        for (int i = 0; i < moments.length; i++) {
            if (!(moments[i] >= 0 && moments[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("moments[" + i + "] must be finite and at least 0: " + moments[i]);
            }
            int x = 0;
            while (x < purchaseTimes.length && purchaseTimes[x] <= moments[i]) {
                x++;
            }
            path[i] = process.alive(x, x == 0 ? 0 : purchaseTimes[x - 1], moments[i]);
        }
        return path;
    }

    /**
     * The expected number of purchases of a new customer.
     *
     * @param horizon how long after the first purchase, which does not count
     * @return at least 0
     */
    default double expectedPurchases(Horizon horizon) {
        return expectedPurchases(RecencyFrequency.ofNewCustomer(unit()), horizon);
    }

    /**
     * The expected number of purchases after the end of observation, whether or not the customer is alive.
     *
     * @param history the customer
     * @param horizon how far ahead
     * @return at least 0
     */
    default double expectedPurchases(RecencyFrequency history, Horizon horizon) {
        RecencyFrequency h = history.in(unit());
        PurchaseProcess process = PurchaseProcess.of(this).given(h.last());
        return process.alive(h.repeats(), h.last(), h.age())
                * process.purchases(h.repeats(), h.age(), horizon.in(unit()));
    }

    /**
     * The probability that a new customer makes some number of purchases.
     *
     * @param purchases how many after the first, at least 0
     * @param horizon how long after the first purchase
     * @return a probability
     */
    default double probabilityOf(int purchases, Horizon horizon) {
        return probabilityOf(purchases, RecencyFrequency.ofNewCustomer(unit()), horizon);
    }

    /**
     * The probability that a customer makes some number of purchases after the end of observation; of 0: that he stays away, whether gone
     * or not.
     *
     * @param purchases how many, at least 0
     * @param history the customer
     * @param horizon how far ahead
     * @return a probability
     * @throws IllegalArgumentException if {@code purchases} is negative
     */
    default double probabilityOf(int purchases, RecencyFrequency history, Horizon horizon) {
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must be at least 0: " + purchases);
        }
        RecencyFrequency h = history.in(unit());
        PurchaseProcess process = PurchaseProcess.of(this).given(h.last());
        double alive = process.alive(h.repeats(), h.last(), h.age());
        double given = process.mass(h.repeats(), h.age(), horizon.in(unit()), purchases);
        return purchases == 0 ? (1 - alive) + alive * given : alive * given;
    }

    /**
     * The range in which the number of purchases after the end of observation will lie, given the parameters: at most half of the rest
     * below, at most half above. This is how far single customers scatter, where the interval of a {@link Fitted#estimate} is how well
     * their mean is known.
     *
     * <p>Sums probabilities from 0 upwards; the time grows with the square of large expectations.
     *
     * @param history the customer
     * @param horizon how far ahead
     * @param probability to lie within, in (0, 1), for example 0.9
     * @return the narrowest range with equal tails
     * @throws IllegalArgumentException if the probability is out of place
     * @throws ArithmeticException if more than 100,000 purchases would have to be looked at
     */
    default PurchaseRange purchaseRange(RecencyFrequency history, Horizon horizon, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be in (0, 1): " + probability);
        }
        double tail = 0.5 * (1 - probability);
        ExactSum sum = new ExactSum();
        double below = 0;
        int least = -1;
        for (int n = 0; n < 100_000; n++) {
            sum.add(probabilityOf(n, history, horizon));
            if (least < 0 && sum.value() > tail) {
                least = n;
            } else if (least < 0) {
                below = sum.value();
            }
            if (sum.value() >= 1 - tail) {
                return new PurchaseRange(least, n, Math.min(1, Math.max(0, sum.value() - below)));
            }
        }
        throw new ArithmeticException("purchases must be fewer than 100000 to be listed one by one");
    }

    /**
     * The discounted expected number of all purchases after the end of observation (DERT): the number to multiply with the margin of a
     * purchase.
     *
     * @param history the customer
     * @param discount the annual effective rate
     * @return at least 0; {@link Double#POSITIVE_INFINITY} where it diverges, which takes a rate of 0
     */
    default double discountedPurchases(RecencyFrequency history, AnnualRate discount) {
        RecencyFrequency h = history.in(unit());
        PurchaseProcess process = PurchaseProcess.of(this).given(h.last());
        return process.alive(h.repeats(), h.last(), h.age())
                * process.discounted(h.repeats(), h.age(), discount.continuous(unit()));
    }

    /**
     * The discounted expected number of purchases over a finite horizon after the end of observation; each is discounted from the
     * moment it happens, not by month.
     *
     * @param history the customer
     * @param horizon how far ahead
     * @param discount the annual effective rate; 0 gives the plain expectation
     * @return at least 0
     */
    default double discountedPurchases(RecencyFrequency history, Horizon horizon, AnnualRate discount) {
        RecencyFrequency h = history.in(unit());
        PurchaseProcess process = PurchaseProcess.of(this).given(h.last());
        return process.alive(h.repeats(), h.last(), h.age())
                * process.discounted(h.repeats(), h.age(), horizon.in(unit()), discount.continuous(unit()));
    }

    /**
     * {@link #probabilityAlive(RecencyFrequency)} of every row.
     *
     * @param columns the customers
     * @return one probability a row
     * @throws IllegalArgumentException if the columns are in another unit
     */
    default double[] probabilityAlive(PurchaseColumns columns) {
        return ColumnScores.alive(this, columns);
    }

    /**
     * {@link #expectedPurchases(RecencyFrequency, Horizon)} of every row.
     *
     * @param columns the customers
     * @param horizon how far ahead
     * @return one number a row
     * @throws IllegalArgumentException if the columns are in another unit
     */
    default double[] expectedPurchases(PurchaseColumns columns, Horizon horizon) {
        double t = horizon.in(unit());
        return ColumnScores.of(this, columns, (process, x, age) -> process.purchases(x, age, t));
    }

    /**
     * {@link #discountedPurchases(RecencyFrequency, AnnualRate)} of every row.
     *
     * @param columns the customers
     * @param discount the annual effective rate
     * @return one number a row
     * @throws IllegalArgumentException if the columns are in another unit
     */
    default double[] discountedPurchases(PurchaseColumns columns, AnnualRate discount) {
        double delta = discount.continuous(unit());
        return ColumnScores.of(this, columns, (process, x, age) -> process.discounted(x, age, delta));
    }

    /**
     * {@link #discountedPurchases(RecencyFrequency, Horizon, AnnualRate)} of every row.
     *
     * @param columns the customers
     * @param horizon how far ahead
     * @param discount the annual effective rate
     * @return one number a row
     * @throws IllegalArgumentException if the columns are in another unit
     */
    default double[] discountedPurchases(PurchaseColumns columns, Horizon horizon, AnnualRate discount) {
        double t = horizon.in(unit());
        double delta = discount.continuous(unit());
        return ColumnScores.of(this, columns, (process, x, age) -> process.discounted(x, age, t, delta));
    }

    /**
     * The log-likelihood of these parameters, over all customers.
     *
     * @param columns the customers
     * @return the log-likelihood
     * @throws IllegalArgumentException if the columns are in another unit
     */
    double logLikelihood(PurchaseColumns columns);

    /**
     * Draws a cohort from this model: the history of one customer for each age.
     *
     * @param ages for each customer the time from the first purchase to the end of observation, in {@link #unit()}
     * @param observationEnd the day to note as the end of observation
     * @param seed the same seed gives the same cohort everywhere
     * @return the histories
     */
    default PurchaseColumns simulate(double[] ages, LocalDate observationEnd, long seed) {
        Objects.requireNonNull(observationEnd, "observationEnd");
        return PurchaseSimulation.of(this, ages, observationEnd, seed);
    }
}
