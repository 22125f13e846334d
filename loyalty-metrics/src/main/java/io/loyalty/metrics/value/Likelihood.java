package io.loyalty.metrics.value;

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
}
