package io.loyalty.metrics.value;

/** What a quasi-Newton search knows of the inverse Hessian: nothing at first, then what the steps taken showed (BFGS). */
final class InverseHessian {

    private final int n;
    private double[][] h;

    /** Whether nothing is known yet, not even the scale. */
    private boolean fresh;

    private InverseHessian(double[][] h, boolean fresh) {
        this.n = h.length;
        this.h = h;
        this.fresh = fresh;
    }

    /** Nothing known of so many coordinates. */
    static InverseHessian unknown(int n) {
        return new InverseHessian(SymmetricMatrix.identity(n), true);
    }

    /** A matrix known from elsewhere. */
    static InverseHessian of(double[][] inverse) {
        return new InverseHessian(inverse, false);
    }

    boolean isUnknown() {
        return fresh;
    }

    /** Forgets everything. */
    void reset() {
        h = SymmetricMatrix.identity(n);
        fresh = true;
    }

    /** The step downhill, in the free coordinates. */
    double[] direction(double[] g, boolean[] free) {
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; free[i] && j < n; j++) {
                if (free[j]) {
                    d[i] -= h[i][j] * g[j];
                }
            }
        }
        return d;
    }

    /** Learns from a step s and the change y of the gradient. */
    void update(double[] s, double[] y) {
        boolean first = fresh;
        fresh = false;
        double sy = SymmetricMatrix.dot(s, y);
        double yy = SymmetricMatrix.dot(y, y);
        if (!(sy > 1e-12 * Math.sqrt(SymmetricMatrix.dot(s, s) * yy))) {
            return;
        }
        if (first) {
            for (int i = 0; i < n; i++) {
                h[i][i] = sy / yy;
            }
        }
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = SymmetricMatrix.dot(h[i], y);
        }
        double factor = (1 + SymmetricMatrix.dot(y, hy) / sy) / sy;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }
}
