package io.loyalty.metrics.numeric;

/** A smooth function of several variables with its gradient. */
@FunctionalInterface
public interface GradientFunction {

    /**
     * Value and gradient at a point.
     *
     * @param point the point; not to be changed or kept
     * @param gradient filled with the partial derivatives
     * @return the value; NaN or positive infinity for "not here"
     */
    double evaluate(double[] point, double[] gradient);
}
