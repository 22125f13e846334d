package io.loyalty.metrics.value;

/** Where a climb has come to, with the objective and its gradient there. */
final class Point {

    final double[] at;
    final double value;
    final double[] gradient;

    /** Which coordinates may still move. */
    final boolean[] free;

    Point(double[] at, double value, double[] gradient, boolean[] free) {
        this.at = at;
        this.value = value;
        this.gradient = gradient;
        this.free = free;
    }

    /** The largest slope in a free coordinate. */
    double slope() {
        double most = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (free[i]) {
                most = Math.max(most, Math.abs(gradient[i]));
            }
        }
        return most;
    }
}
