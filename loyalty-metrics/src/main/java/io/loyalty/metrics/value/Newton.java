package io.loyalty.metrics.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * The last steps, to the last digits: Newton's, with the Hessian that comes with the likelihood or from differences of its gradient. That of
 * the last step gives the standard errors.
 */
final class Newton {

    private static final int MOST_STEPS = 12;
    private static final double FINE = 1e-9;
    private static final double DIFFERENCE = 1e-4;

    private final Objective objective;
    private final Optional<Objective> sample;
    private Point point;
    private double[][] hessian;

    /** From a point near the summit; the objective of a sample of the rows, if there is one, saves passes over all. */
    Newton(Objective objective, Optional<Objective> sample, Point start) {
        this.objective = objective;
        this.sample = sample;
        point = start;
        hessian = hessian();
    }

    Newton run() {
        for (int i = 0; i < MOST_STEPS && point.slope() > FINE; i++) {
            double[] d = SymmetricMatrix.solvePositive(hessian, point.gradient, point.free);
            if (d.length == 0) {
                break;
            }
            Point next = objective.point(objective.moved(point.at, d, -1));
            if (!(next.slope() < point.slope()
                    && next.value <= point.value + 1e-9 * Math.max(1, Math.abs(point.value)))) {
                break;
            }
            boolean large = Math.sqrt(SymmetricMatrix.dot(d, d)) > 1e-3;
            boolean sameFree = Arrays.equals(point.free, next.free);
            point = next;
            if (large || objective.isCurved() || !sameFree) {
                hessian = hessian();
            }
        }
        return this;
    }

    Point point() {
        return point;
    }

    /** The Hessian in the free coordinates at the point or one very near; the others have the identity. */
    double[][] curvature() {
        return hessian;
    }

    private double[][] hessian() {
        return objective.isCurved() ? objective.hessian(point.at, point.free) : byDifferences();
    }

    /**
     * By differences of the gradient: central ones, or, where the sample of the rows is at hand, one-sided ones, to which is added what the
     * sample loses by the same. That leaves an error in the fifth digit and saves half the passes.
     */
    private double[][] byDifferences() {
        int n = objective.size;
        double[][] h = differences(objective, point, sample.isPresent() ? 0 : DIFFERENCE);
        if (sample.isPresent()) {
            Objective few = sample.get();
            Point there = few.point(point.at);
            Point asFree = new Point(there.at, there.value, there.gradient, point.free);
            double[][] central = differences(few, asFree, DIFFERENCE);
            double[][] oneSided = differences(few, asFree, 0);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    h[i][j] += central[i][j] - oneSided[i][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (h[i][j] + h[j][i]);
                h[i][j] = mean;
                h[j][i] = mean;
            }
        }
        return h;
    }

    /** The slopes of the gradient between a point before and a point after; without a distance before, from here. */
    private static double[][] differences(Objective objective, Point here, double before) {
        int n = objective.size;
        double[][] h = SymmetricMatrix.identity(n);
        double[] up = new double[n];
        double[] down = here.gradient.clone();
        for (int i = 0; i < n; i++) {
            if (!here.free[i]) {
                continue;
            }
            double[] shifted = here.at.clone();
            shifted[i] = here.at[i] + DIFFERENCE;
            objective.at(shifted, up);
            double high = shifted[i];
            shifted[i] = here.at[i] - before;
            if (before > 0) {
                objective.at(shifted, down);
            }
            for (int j = 0; j < n; j++) {
                if (here.free[j]) {
                    h[i][j] = (up[j] - down[j]) / (high - shifted[i]);
                }
            }
        }
        return h;
    }
}
