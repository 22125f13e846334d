package io.loyalty.metrics.value;

/** Nodes and weights of Gauss and Legendre's rule on [0, 1], by Newton's method on the recurrence of the polynomials. */
final class GaussLegendre {

    /** Ascending, within (0, 1). */
    final double[] nodes;

    /** Above 0, with sum 1. */
    final double[] weights;

    GaussLegendre(int n) {
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = -StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int step = 0; step < 8; step++) {
                double before = 1;
                double p = x;
                for (int j = 2; j <= n; j++) {
                    double next = ((2 * j - 1) * x * p - (j - 1) * before) / j;
                    before = p;
                    p = next;
                }
                slope = n * (before - x * p) / (1 - x * x);
                x -= p / slope;
            }
            nodes[i] = 0.5 * (1 + x);
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }
}
