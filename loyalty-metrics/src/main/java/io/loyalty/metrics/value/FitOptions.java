package io.loyalty.metrics.value;

import java.io.Serializable;
import java.util.Objects;

/**
 * How a model is fitted: {@code FitOptions.withDefaults().with(Execution.PARALLEL)}. There is nothing to tune for convergence.
 *
 * <p>The ridge penalty subtracts ridge · Σ (uᵢ − cᵢ)² from the log-likelihood per customer. The uᵢ are the logarithms of means and
 * shapes (ln r/α and ln r for purchase rates, the odds of the mean and ln(a + b) for coins, ln s/β and ln s for lifetimes, ln p, ln q and the
 * mean for spending), so that a change of unit changes nothing; the cᵢ are scaled by the data: the observed rate, shapes near 1. Effects of
 * covariates are drawn to 0. A penalty makes estimates from few customers steadier, and biased; 0.001 to 0.1 is usual.
 *
 * @param ridge the weight of the penalty, finite and at least 0; 0 is plain maximum likelihood
 * @param execution on how many threads the fit works; the result is the same to the last bit
 */
public record FitOptions(double ridge, Execution execution) implements Serializable {

    /**
     * Refuses a negative, infinite or NaN penalty.
     *
     * @param ridge the weight of the penalty, finite and at least 0
     * @param execution on how many threads the fit works
     * @throws IllegalArgumentException if the penalty is out of place
     */
    public FitOptions {
        if (!(ridge >= 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ridge must be finite and at least 0: " + ridge);
        }
        Objects.requireNonNull(execution, "execution");
    }

    /**
     * Plain maximum likelihood on the calling thread.
     *
     * @return the options
     */
    public static FitOptions withDefaults() {
        return new FitOptions(0, Execution.SEQUENTIAL);
    }

    /**
     * The same options on other threads.
     *
     * @param threads on how many threads the fit works
     * @return the options
     */
    public FitOptions with(Execution threads) {
        return new FitOptions(ridge, threads);
    }

    /**
     * The same options with a penalty.
     *
     * @param weight the weight of the ridge penalty, at least 0
     * @return the options
     */
    public FitOptions withRidge(double weight) {
        return new FitOptions(weight, execution);
    }
}
