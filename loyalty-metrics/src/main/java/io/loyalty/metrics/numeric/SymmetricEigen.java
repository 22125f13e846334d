package io.loyalty.metrics.numeric;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix.
 *
 * <p><b>Method.</b> Cyclic Jacobi rotations until the part off the diagonal vanishes; small eigenvalues of a positive definite matrix come
 * out as well as its entries allow.
 *
 * <p><b>Performance.</b> Some ten sweeps of n³ operations; meant for a few dozen rows.
 *
 * <p><b>References.</b> G. H. Golub, C. F. Van Loan, 2013, Matrix Computations, 4th edition, section 8.5.
 */
public final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix square, symmetric and finite; it is left as it is
     * @return its eigenvalues and eigenvectors
     * @throws IllegalArgumentException if the matrix is not square or not finite
     */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException(
                        "matrix must be square: row " + i + " of " + n + " has " + matrix[i].length);
            }
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(matrix[i][j])) {
                    throw new IllegalArgumentException("matrix[" + i + "][" + j + "] must be finite: " + matrix[i][j]);
                }
            }
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean changed = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    changed |= rotate(a, v, p, q);
                }
            }
            if (!changed) {
                break;
            }
        }
        return sorted(a, v);
    }

    /** One rotation that makes a[p][q] vanish; false if it is negligible already. */
    private static boolean rotate(double[][] a, double[][] v, int p, int q) {
        double off = a[p][q];
        if (Math.abs(off) <= 0x1p-54 * Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]))
                || Math.abs(off) < Double.MIN_NORMAL) {
            a[p][q] = 0;
            a[q][p] = 0;
            return false;
        }
        double theta = 0.5 * (a[q][q] - a[p][p]) / off;
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        a[p][p] -= t * off;
        a[q][q] += t * off;
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double kp = a[k][p];
                double kq = a[k][q];
                a[k][p] = c * kp - s * kq;
                a[k][q] = s * kp + c * kq;
                a[p][k] = a[k][p];
                a[q][k] = a[k][q];
            }
            double vp = v[p][k];
            double vq = v[q][k];
            v[p][k] = c * vp - s * vq;
            v[q][k] = s * vp + c * vq;
        }
        return true;
    }

    /** By insertion: n is small. */
    private static SymmetricEigen sorted(double[][] a, double[][] v) {
        int n = a.length;
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int i = 0; i < n; i++) {
            int j = i;
            for (; j > 0 && values[j - 1] > a[i][i]; j--) {
                values[j] = values[j - 1];
                vectors[j] = vectors[j - 1];
            }
            values[j] = a[i][i];
            vectors[j] = v[i];
        }
        return new SymmetricEigen(values, vectors);
    }

    /**
     * The number of rows of the matrix.
     *
     * @return the size
     */
    public int size() {
        return values.length;
    }

    /**
     * An eigenvalue.
     *
     * @param i its rank from the smallest on, from 0
     * @return the eigenvalue
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * The eigenvector of an eigenvalue, of length 1.
     *
     * @param i the rank of the eigenvalue from the smallest on, from 0
     * @return a copy of the vector
     */
    public double[] vector(int i) {
        return vectors[i].clone();
    }

    /** Component of a vector along an eigenvector. */
    double along(int i, double[] x) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += vectors[i][k] * x[k];
        }
        return sum;
    }

    /** Adds a multiple of an eigenvector to a vector. */
    void addTo(double[] x, int i, double factor) {
        for (int k = 0; k < x.length; k++) {
            x[k] += factor * vectors[i][k];
        }
    }
}
