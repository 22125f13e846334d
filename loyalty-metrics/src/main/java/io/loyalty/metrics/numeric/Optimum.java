package io.loyalty.metrics.numeric;

import java.util.Objects;

/**
 * What an optimiser of several variables found. Immutable: arrays are copied in and out.
 */
public final class Optimum {

    /** How the search ended. */
    public enum Status {
        /** The gradient is as small as asked for. */
        CONVERGED,
        /** The gradient is as small as asked for but for variables held at a bound that the function would like to cross. */
        AT_BOUND,
        /** No step that rounding lets one see makes the function smaller, though the gradient is not as small as asked for. */
        STALLED,
        /** The limit of iterations was reached. */
        ITERATION_LIMIT
    }

    private final double[] point;
    private final double value;
    private final double[] gradient;
    private final double[][] hessian;
    private final Status status;
    private final int iterations;
    private final int evaluations;

    Optimum(
            double[] point,
            double value,
            double[] gradient,
            double[][] hessian,
            Status status,
            int iterations,
            int evaluations) {
        this.point = point.clone();
        this.value = value;
        this.gradient = gradient.clone();
        this.hessian = copy(hessian);
        this.status = Objects.requireNonNull(status, "status");
        this.iterations = iterations;
        this.evaluations = evaluations;
    }

    /**
     * The best point seen.
     *
     * @return a copy
     */
    public double[] point() {
        return point.clone();
    }

    /**
     * The function at the best point.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * The gradient at the best point.
     *
     * @return a copy
     */
    public double[] gradient() {
        return gradient.clone();
    }

    /**
     * The largest partial derivative in size.
     *
     * @return the maximum norm of the gradient
     */
    public double gradientNorm() {
        double norm = 0;
        for (double g : gradient) {
            norm = Math.max(norm, Math.abs(g));
        }
        return norm;
    }

    /**
     * The second derivatives at the best point: as given, or by central differences of the gradient.
     *
     * @return a copy
     */
    public double[][] hessian() {
        return copy(hessian);
    }

    /**
     * How the search ended.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * Whether the gradient is as small as asked for.
     *
     * @return true for {@link Status#CONVERGED} and {@link Status#AT_BOUND}
     */
    public boolean converged() {
        return status == Status.CONVERGED || status == Status.AT_BOUND;
    }

    /**
     * How many steps were tried.
     *
     * @return the number of iterations
     */
    public int iterations() {
        return iterations;
    }

    /**
     * How often value and gradient were evaluated, differences included.
     *
     * @return the number of evaluations
     */
    public int evaluations() {
        return evaluations;
    }

    /**
     * Point, value and how they were found.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return status + " after " + iterations + " iterations: " + value + ", gradient norm " + gradientNorm();
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
