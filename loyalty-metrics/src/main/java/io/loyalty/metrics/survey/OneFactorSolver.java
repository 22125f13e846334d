package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Maximum likelihood for one common factor, R ≈ λλ' + diag(ψ), by Newton's method with Fisher scoring where the likelihood bends the
 * wrong way.
 *
 * <p>The discrepancy F = ln |Σ| + tr(RΣ⁻¹) is minimised over loadings and uniquenesses together (Lawley and Maxwell 1971, Factor analysis
 * as a statistical method). With a single factor Σ⁻¹ has a closed form (Sherman and Morrison), and a step costs one or two Cholesky
 * decompositions of twice the number of items. Uniquenesses are kept from falling below a bound, because the likelihood may have its
 * maximum at 0 or beyond (Heywood cases).
 */
final class OneFactorSolver {

    private static final double SMALLEST_UNIQUENESS = 0.005;
    private static final double AT_BOUND = SMALLEST_UNIQUENESS * (1 + 1e-6);
    private static final int MAX_ITERATIONS = 500;
    private static final double TOLERANCE = 1e-10;

    private final int k;
    private final double[][] r;
    private double[] loadings;
    private double[] unique;
    private double[] weighted;
    private double shrink;
    private double discrepancy;

    private OneFactorSolver(double[][] r) {
        this.k = r.length;
        this.r = r;
    }

    /** Fits the factor to a covariance matrix, by way of the correlations; omega is that of the sum of the items as they are. */
    static OneFactorFit fit(double[][] covariances, List<String> names) {
        int k = covariances.length;
        if (k < 3) {
            return OneFactorFit.undefined("fewer than three items");
        }
        double[] sd = new double[k];
        for (int i = 0; i < k; i++) {
            sd[i] = Math.sqrt(covariances[i][i]);
            if (sd[i] == 0) {
                return OneFactorFit.undefined("an item without variance");
            }
        }
        double[][] r = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                r[i][j] = i == j ? 1 : covariances[i][j] / sd[i] / sd[j];
            }
        }
        return new OneFactorSolver(r).fit(sd, names);
    }

    private OneFactorFit fit(double[] sd, List<String> names) {
        start();
        int iteration = 0;
        boolean converged = false;
        while (iteration < MAX_ITERATIONS && !converged) {
            iteration++;
            converged = step() < TOLERANCE;
        }
        double common = 0;
        double rest = 0;
        double sign = Arrays.stream(loadings).sum() < 0 ? -1 : 1;
        List<Double> signed = new ArrayList<>();
        List<Double> uniquenesses = new ArrayList<>();
        List<String> heywood = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            common += loadings[i] * sd[i];
            rest += unique[i] * sd[i] * sd[i];
            signed.add(sign * loadings[i]);
            uniquenesses.add(unique[i]);
            if (unique[i] <= AT_BOUND) {
                heywood.add(names.get(i));
            }
        }
        Measure omega = converged
                ? Measure.of(common * common / (common * common + rest))
                : Measure.undefined("the factor did not converge in " + MAX_ITERATIONS + " steps");
        return new OneFactorFit(omega, signed, uniquenesses, heywood, iteration, converged);
    }

    /** Starts from the first principal component, by the power method, with half of its loadings' squares left unique. */
    private void start() {
        double[] vector = new double[k];
        for (int i = 0; i < k; i++) {
            // Not all equal, so that a component whose elements cancel is not missed.
            vector[i] = 1 + i / (10.0 * k);
        }
        double length = 1;
        for (int sweep = 0; sweep < 100; sweep++) {
            double[] next = times(r, vector);
            length = Math.sqrt(dot(next, next));
            for (int i = 0; i < k; i++) {
                vector[i] = next[i] / length;
            }
        }
        double[] first = new double[k];
        double[] left = new double[k];
        for (int i = 0; i < k; i++) {
            first[i] = vector[i] * Math.sqrt(length) * 0.9;
            left[i] = Math.max(0.1, 1 - first[i] * first[i]);
        }
        discrepancy = moveTo(first, left);
    }

    /** Takes these parameters and gives their discrepancy. */
    private double moveTo(double[] newLoadings, double[] newUnique) {
        loadings = newLoadings;
        unique = newUnique;
        weighted = new double[k];
        double sum = 0;
        double logs = 0;
        double trace = 0;
        for (int i = 0; i < k; i++) {
            weighted[i] = loadings[i] / unique[i];
            sum += loadings[i] * weighted[i];
            logs += Math.log(unique[i]);
            trace += r[i][i] / unique[i];
        }
        shrink = 1 / (1 + sum);
        return logs + Math.log1p(sum) + trace - shrink * dot(weighted, times(r, weighted));
    }

    /** One step, halved until it helps; gives its largest change. */
    private double step() {
        double[][] w = inverse();
        double[][] b = sandwich(w);
        double[] gradient = gradient(w, b);
        boolean[] fixed = new boolean[2 * k];
        for (int i = 0; i < k; i++) {
            fixed[k + i] = unique[i] <= AT_BOUND && gradient[k + i] > 0;
        }
        double[] direction = solve(curvature(w, b), gradient, fixed);
        if (direction.length == 0) {
            // With R in place of Σ the curvature becomes the information, which is never negative.
            direction = solve(curvature(w, w), gradient, fixed);
        }
        double[] oldLoadings = loadings;
        double[] oldUnique = unique;
        for (double size = direction.length == 0 ? 0 : 1; size > 1e-12; size /= 2) {
            double[] newLoadings = new double[k];
            double[] newUnique = new double[k];
            double change = 0;
            for (int i = 0; i < k; i++) {
                newLoadings[i] = oldLoadings[i] - size * direction[i];
                newUnique[i] = Math.max(SMALLEST_UNIQUENESS, oldUnique[i] - size * direction[k + i]);
                change = Math.max(change, Math.abs(newLoadings[i] - oldLoadings[i]));
                change = Math.max(change, Math.abs(newUnique[i] - oldUnique[i]));
            }
            double value = moveTo(newLoadings, newUnique);
            // Near the minimum the discrepancy cannot tell any more; the step itself is then the better judge.
            if (value <= discrepancy + 1e-14 * Math.abs(discrepancy)) {
                discrepancy = value;
                return change;
            }
        }
        moveTo(oldLoadings, oldUnique);
        return Double.POSITIVE_INFINITY;
    }

    /** B = Σ⁻¹RΣ⁻¹. */
    private double[][] sandwich(double[][] w) {
        double[][] product = new double[k][];
        for (int i = 0; i < k; i++) {
            product[i] = times(r, w[i]);
        }
        double[][] b = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                b[i][j] = dot(product[i], w[j]);
            }
        }
        return b;
    }

    /** Half of the derivatives of F: Gλ and diag(G) / 2, with G = W − B. */
    private double[] gradient(double[][] w, double[][] b) {
        double[] u = times(w, loadings);
        double[] v = times(b, loadings);
        double[] gradient = new double[2 * k];
        for (int i = 0; i < k; i++) {
            gradient[i] = u[i] - v[i];
            gradient[k + i] = (w[i][i] - b[i][i]) / 2;
        }
        return gradient;
    }

    /** Half of the second derivatives of F, from dG = −W dΣ W + W dΣ B + B dΣ W; with B = W, their expectation. */
    private double[][] curvature(double[][] w, double[][] b) {
        double[] u = times(w, loadings);
        double[] v = times(b, loadings);
        double c = dot(u, loadings);
        double e = dot(v, loadings);
        double[][] curvature = new double[2 * k][2 * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                curvature[i][j] =
                        w[i][j] - b[i][j] + (e - c) * w[i][j] + c * b[i][j] + u[i] * v[j] + v[i] * u[j] - u[i] * u[j];
                curvature[i][k + j] = w[i][j] * (v[j] - u[j]) + b[i][j] * u[j];
                curvature[k + j][i] = curvature[i][k + j];
                curvature[k + i][k + j] = w[i][j] * (b[i][j] - w[i][j] / 2);
            }
        }
        return curvature;
    }

    /** Σ⁻¹ = Ψ⁻¹ − Ψ⁻¹λλ'Ψ⁻¹ / (1 + λ'Ψ⁻¹λ). */
    private double[][] inverse() {
        double[][] inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                inverse[i][j] = (i == j ? 1 / unique[i] : 0) - shrink * weighted[i] * weighted[j];
            }
        }
        return inverse;
    }

    /** Solves a system by Cholesky, fixed unknowns staying 0; empty if the matrix is not positive definite. */
    private static double[] solve(double[][] matrix, double[] right, boolean[] fixed) {
        int n = right.length;
        double[][] lower = new double[n][n];
        double[] solution = right.clone();
        for (int i = 0; i < n; i++) {
            if (fixed[i]) {
                Arrays.fill(matrix[i], 0);
                for (double[] row : matrix) {
                    row[i] = 0;
                }
                matrix[i][i] = 1;
                solution[i] = 0;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= lower[i][m] * lower[j][m];
                }
                if (i == j && !(sum > 1e-12 * matrix[i][i])) {
                    return new double[0];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int m = 0; m < i; m++) {
                solution[i] -= lower[i][m] * solution[m];
            }
            solution[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int m = i + 1; m < n; m++) {
                solution[i] -= lower[m][i] * solution[m];
            }
            solution[i] /= lower[i][i];
        }
        return solution;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
