package io.loyalty.metrics.value;

/** A log-likelihood that knows its second derivatives, so that Newton's method needs few passes over the rows. */
interface CurvedLikelihood extends Likelihood {

    /**
     * The log-likelihood at some parameters.
     *
     * @param parameters all above 0
     * @param gradient receives the derivatives by the parameters
     * @param hessian receives the second derivatives
     * @return the log-likelihood
     */
    double at(double[] parameters, double[] gradient, double[][] hessian);

    @Override
    default double at(double[] parameters, double[] gradient) {
        return at(parameters, gradient, new double[gradient.length][gradient.length]);
    }
}
