package io.loyalty.metrics.value;

import java.util.Optional;

/** A log-likelihood with its gradient. */
@FunctionalInterface
interface Likelihood {

    /**
     * The log-likelihood at some parameters.
     *
     * @param parameters all above 0
     * @param gradient receives the derivatives by the parameters
     * @return the log-likelihood
     */
    double at(double[] parameters, double[] gradient);

    /**
     * The likelihood of some of the rows, if there are so many that the search is better begun with these.
     *
     * @return a likelihood whose maximum is near, or empty
     */
    default Optional<Sample> sample() {
        return Optional.empty();
    }

    /** The likelihood of a part of the customers. */
    record Sample(Likelihood likelihood, double customers) {}
}
