package io.loyalty.metrics.value;

import java.util.Arrays;

/** Small symmetric matrices: what a maximum needs to know about its Hessian. */
final class SymmetricMatrix {

    private SymmetricMatrix() {}

    static double[][] identity(int n) {
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            h[i][i] = 1;
        }
        return h;
    }

    /** The scalar product of two vectors. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The solution of H d = g in the free coordinates, 0 in the others; empty if H is not positive definite there. */
    static double[] solvePositive(double[][] h, double[] g, boolean[] free) {
        int n = g.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = free[i] && free[j] ? h[i][j] : i == j ? 1 : 0;
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i > j) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > 0) {
                    l[i][i] = Math.sqrt(sum);
                } else {
                    return new double[0];
                }
            }
        }
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = free[i] ? g[i] : 0;
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * d[k];
            }
            d[i] = sum / l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = d[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * d[k];
            }
            d[i] = sum / l[i][i];
        }
        return d;
    }

    /** The inverse of a positive definite matrix. */
    static double[][] inverse(double[][] h) {
        int n = h.length;
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solvePositive(h, unit, all);
        }
        return inverse;
    }

    /** scale · J V Jᵀ. */
    static double[][] sandwich(double[][] j, double[][] v, double scale) {
        int n = v.length;
        double[][] out = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    for (int m = 0; m < n; m++) {
                        sum += j[a][k] * v[k][m] * j[b][m];
                    }
                }
                out[a][b] = scale * sum;
                out[b][a] = scale * sum;
            }
        }
        return out;
    }

    /** The smallest eigenvalue in the free coordinates, by Jacobi rotations; +∞ if there are none. */
    static double smallestEigenvalue(double[][] h, boolean[] free) {
        int n = h.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = h[i].clone();
        }
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (a[p][q] != 0) {
                        rotate(a, p, q);
                    }
                }
            }
        }
        // Bound coordinates keep their unit row and column throughout.
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (free[i]) {
                least = Math.min(least, a[i][i]);
            }
        }
        return least;
    }

    private static void rotate(double[][] a, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
    }
}
