package io.loyalty.metrics.numeric;

import java.util.OptionalInt;

/**
 * The Cholesky factor of a small symmetric positive definite matrix: solutions, inverse, determinant.
 *
 * <p><b>Method.</b> A = L Lᵀ, row by row. Standard errors are the square roots of the diagonal of the inverse of a Hessian.
 *
 * <p><b>Edge cases.</b> A matrix that is not positive definite within rounding has no factor: {@link #isPositiveDefinite()} says so, and the
 * other methods refuse. Only the lower triangle is read.
 *
 * <p><b>Performance.</b> n³/3 operations; meant for a few dozen rows.
 *
 * <p><b>References.</b> G. H. Golub, C. F. Van Loan, 2013, Matrix Computations, 4th edition, section 4.2.
 */
public final class Cholesky {

    private final double[][] factor;
    private final int failedRow;

    private Cholesky(double[][] factor, int failedRow) {
        this.factor = factor;
        this.failedRow = failedRow;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix square and symmetric; only its lower triangle is read, and it is left as it is
     * @return the factorisation, or the fact that there is none
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][];
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException(
                        "matrix must be square: row " + i + " of " + n + " has " + matrix[i].length);
            }
            l[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (j < i) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > n * 0x1p-53 * Math.abs(matrix[i][i]) && sum < Double.POSITIVE_INFINITY) {
                    l[i][i] = Math.sqrt(sum);
                } else {
                    return new Cholesky(l, i);
                }
            }
        }
        return new Cholesky(l, -1);
    }

    /**
     * Whether the matrix has a factor.
     *
     * @return true if it is positive definite beyond rounding
     */
    public boolean isPositiveDefinite() {
        return failedRow < 0;
    }

    /**
     * The first row that depends on those before it, or makes the matrix indefinite.
     *
     * @return its index; empty for a positive definite matrix
     */
    public OptionalInt failedRow() {
        return failedRow < 0 ? OptionalInt.empty() : OptionalInt.of(failedRow);
    }

    /**
     * The solution of A x = b.
     *
     * @param b the right side; it is left as it is
     * @return x
     * @throws IllegalStateException if the matrix is not positive definite
     * @throws IllegalArgumentException if {@code b} has another length
     */
    public double[] solve(double[] b) {
        requireFactor();
        int n = factor.length;
        if (b.length != n) {
            throw new IllegalArgumentException("b must have length " + n + ": " + b.length);
        }
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    /**
     * The inverse of the matrix.
     *
     * @return a symmetric matrix
     * @throws IllegalStateException if the matrix is not positive definite
     */
    public double[][] inverse() {
        int n = factor.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (inverse[i][j] + inverse[j][i]);
                inverse[i][j] = mean;
                inverse[j][i] = mean;
            }
        }
        return inverse;
    }

    /**
     * Logarithm of the determinant.
     *
     * @return log det A
     * @throws IllegalStateException if the matrix is not positive definite
     */
    public double logDeterminant() {
        requireFactor();
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            sum += Math.log(factor[i][i]);
        }
        return 2 * sum;
    }

    private void requireFactor() {
        if (failedRow >= 0) {
            throw new IllegalStateException("matrix must be positive definite: row " + failedRow + " is not");
        }
    }
}
