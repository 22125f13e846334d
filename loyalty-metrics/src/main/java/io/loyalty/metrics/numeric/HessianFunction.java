package io.loyalty.metrics.numeric;

/** The second derivatives of a smooth function. */
@FunctionalInterface
public interface HessianFunction {

    /**
     * The Hessian at a point.
     *
     * @param point the point; not to be changed or kept
     * @param hessian filled with the second partial derivatives, both triangles
     */
    void evaluate(double[] point, double[][] hessian);
}
