package io.loyalty.metrics.value;

import java.util.Arrays;

/** What is made as small as possible within a box of coordinates: the negative log-likelihood per customer, and the ridge penalty. */
final class Objective {

    final int size;
    final Coordinates coordinates;
    final double customers;
    final double ridge;
    private final Likelihood likelihood;
    private final double[] gradientOfParameters;
    private final double[][] hessianOfParameters;
    private double[] computedAt = {};

    Objective(Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        this.likelihood = likelihood;
        this.coordinates = coordinates;
        this.customers = customers;
        this.ridge = ridge;
        size = coordinates.size();
        gradientOfParameters = new double[size];
        hessianOfParameters = new double[size][size];
    }

    /** Whether the second derivatives come with the value. */
    boolean isCurved() {
        return likelihood instanceof CurvedLikelihood;
    }

    /** Where the search starts, moved by so much, within the box. */
    double[] start(double[] shift) {
        double[] at = new double[size];
        for (int i = 0; i < size; i++) {
            at[i] = within(coordinates.axis(i).start() + shift[i], i);
        }
        return at;
    }

    /** A point some steps in a direction, within the box. */
    double[] moved(double[] at, double[] direction, double steps) {
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            next[i] = within(at[i] + steps * direction[i], i);
        }
        return next;
    }

    private double within(double value, int i) {
        Coordinates.Axis axis = coordinates.axis(i);
        return Math.min(Math.max(value, axis.low()), axis.high());
    }

    Point point(double[] at) {
        double[] gradient = new double[size];
        double value = at(at, gradient);
        return new Point(at, value, gradient, free(at, gradient));
    }

    /** A coordinate is free unless it stands on its bound and would leave the box. */
    private boolean[] free(double[] at, double[] gradient) {
        boolean[] free = new boolean[size];
        for (int i = 0; i < size; i++) {
            Coordinates.Axis axis = coordinates.axis(i);
            free[i] = !(at[i] <= axis.low() && gradient[i] >= 0) && !(at[i] >= axis.high() && gradient[i] <= 0);
        }
        return free;
    }

    /** The value and the gradient. */
    double at(double[] at, double[] gradient) {
        double[] p = coordinates.parameters(at);
        computedAt = at.clone();
        double value = likelihood instanceof CurvedLikelihood curved
                ? curved.at(p, gradientOfParameters, hessianOfParameters)
                : likelihood.at(p, gradientOfParameters);
        double[][] j = coordinates.jacobian(p);
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int m = 0; m < size; m++) {
                sum += gradientOfParameters[m] * j[m][i];
            }
            gradient[i] =
                    -sum / customers + 2 * ridge * (at[i] - coordinates.axis(i).start());
        }
        return -value / customers + penalty(at);
    }

    double penalty(double[] at) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double away = at[i] - coordinates.axis(i).start();
            sum += away * away;
        }
        return ridge * sum;
    }

    /** The Hessian of a curved objective in the free coordinates; the others have the identity. */
    double[][] hessian(double[] at, boolean[] free) {
        if (!Arrays.equals(at, computedAt)) {
            at(at, new double[size]);
        }
        double[] p = coordinates.parameters(at);
        double[][] j = coordinates.jacobian(p);
        double[][] sum = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                for (int l = 0; l < size; l++) {
                    for (int m = 0; m < size; m++) {
                        sum[i][k] += j[l][i] * hessianOfParameters[l][m] * j[m][k];
                    }
                }
            }
        }
        coordinates.addCurvature(p, gradientOfParameters, sum);
        double[][] h = SymmetricMatrix.identity(size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                if (free[i] && free[k]) {
                    h[i][k] = -sum[i][k] / customers + (i == k ? 2 * ridge : 0);
                }
            }
        }
        return h;
    }
}
