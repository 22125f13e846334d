package io.loyalty.metrics.value;

/**
 * The way down from afar: steps along what {@link InverseHessian} has learned from the steps before (BFGS), each shortened until it goes down
 * enough.
 */
final class QuasiNewton {

    private static final int MOST_ITERATIONS = 300;
    private static final int MOST_TRIALS = 40;
    private static final double ROUGH = 1e-6;

    private final Objective objective;
    private final InverseHessian h;
    private Point point;
    private int iterations;

    QuasiNewton(Objective objective, InverseHessian h, double[] start) {
        this.objective = objective;
        this.h = h;
        this.point = objective.point(start);
    }

    /** Goes on until the ground is nearly level, or no step goes down any more. */
    Point run() {
        int stalled = 0;
        while (!(point.slope() <= ROUGH) && stalled < 2 && ++iterations <= MOST_ITERATIONS) {
            Point next = next();
            if (next == point) {
                if (h.isUnknown()) {
                    break;
                }
                h.reset();
                continue;
            }
            h.update(difference(next.at, point.at), difference(next.gradient, point.gradient));
            // Two steps in a row that gain less than rounding: the rest is for Newton, which looks at the gradient
            // alone.
            stalled = point.value - next.value <= 1e-15 * Math.max(1, Math.abs(point.value)) ? stalled + 1 : 0;
            point = next;
        }
        return point;
    }

    /** Whether it was given up for its length. */
    boolean exhausted() {
        return iterations > MOST_ITERATIONS;
    }

    /** The first point on the way down that is low enough; the same point if there is none. */
    private Point next() {
        double[] g = point.gradient;
        double[] d = h.direction(g, point.free);
        double slope = SymmetricMatrix.dot(d, g);
        if (!(slope < 0)) {
            h.reset();
            d = h.direction(g, point.free);
            slope = SymmetricMatrix.dot(d, g);
        }
        double longest = 0;
        for (double v : d) {
            longest = Math.max(longest, Math.abs(v));
        }
        double step = Math.min(1, (h.isUnknown() ? 0.5 : 1) / longest);
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            Point tried = objective.point(objective.moved(point.at, d, step));
            if (tried.value <= point.value + 1e-4 * SymmetricMatrix.dot(g, difference(tried.at, point.at))) {
                return tried;
            }
            double curvature = 2 * (tried.value - point.value - step * slope);
            double best = curvature > 0 ? -slope * step * step / curvature : 0.5 * step;
            step = Double.isNaN(best) ? 0.1 * step : Math.min(Math.max(best, 0.1 * step), 0.5 * step);
        }
        return point;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return d;
    }
}
