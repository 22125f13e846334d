package io.loyalty.metrics.survey;

/**
 * R² of a linear regression, shared out among its predictors by Shapley's rule: the gain that each brings, averaged over all orders in
 * which they could enter.
 */
final class ShapleyRegression {

    /** All subsets are fitted: 4,096 of twelve. */
    static final int MOST_PREDICTORS = 12;

    /** A predictor of which less than this is left after the others adds nothing that could be told from rounding. */
    private static final double COLLINEAR = 1e-10;

    private final int k;
    private final double[][] r;
    private final double[] bySubset;

    /** Fits all subsets; the first row and column of the correlations are the outcome. */
    ShapleyRegression(double[][] correlations) {
        this.r = correlations;
        this.k = correlations.length - 1;
        this.bySubset = new double[1 << k];
        for (int subset = 1; subset < bySubset.length; subset++) {
            bySubset[subset] = fit(subset);
        }
    }

    double rSquared() {
        return bySubset[bySubset.length - 1];
    }

    double[] shares() {
        double[] shares = new double[k];
        for (int size = 0; size < k; size++) {
            // |S|! (k − |S| − 1)! / k! = 1 / (k C(k − 1, |S|))
            double weight = 1 / (k * choose(k - 1, size));
            for (int subset = 0; subset < bySubset.length; subset++) {
                if (Integer.bitCount(subset) == size) {
                    addGains(shares, subset, weight);
                }
            }
        }
        return shares;
    }

    private void addGains(double[] shares, int subset, double weight) {
        for (int i = 0; i < k; i++) {
            if ((subset & 1 << i) == 0) {
                shares[i] += weight * (bySubset[subset | 1 << i] - bySubset[subset]);
            }
        }
    }

    private static double choose(int n, int m) {
        double product = 1;
        for (int i = 1; i <= m; i++) {
            product = product * (n - m + i) / i;
        }
        return product;
    }

    /** R² of a subset: the squared length of the outcome's correlations after Cholesky's forward step. */
    private double fit(int subset) {
        int[] used = new int[Integer.bitCount(subset)];
        int size = 0;
        for (int i = 0; i < k; i++) {
            if ((subset & 1 << i) != 0) {
                used[size++] = i + 1;
            }
        }
        double[][] lower = new double[size][size];
        double[] z = new double[size];
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double left = 1;
            double forward = r[0][used[i]];
            for (int j = 0; j < i; j++) {
                double sum = r[used[i]][used[j]];
                for (int m = 0; m < j; m++) {
                    sum -= lower[i][m] * lower[j][m];
                }
                lower[i][j] = lower[j][j] == 0 ? 0 : sum / lower[j][j];
                left -= lower[i][j] * lower[i][j];
                forward -= lower[i][j] * z[j];
            }
            if (left > COLLINEAR) {
                lower[i][i] = Math.sqrt(left);
                z[i] = forward / lower[i][i];
                squares += z[i] * z[i];
            }
        }
        return Math.min(1, squares);
    }
}
