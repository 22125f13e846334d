package io.loyalty.metrics.numeric;

/** The integral behind {@link NoncentralT}: over u = log(V/2), for positive t. */
final class NoncentralTIntegral {

    /** Terms below this share of the sum end it. */
    private static final double NEGLIGIBLE = 1e-19;

    /** A change below it ends the halving; the error is then of the order of its square. */
    private static final double TOLERANCE = 1e-9;

    private static final int MOST_HALVINGS = 7;
    private static final int MOST_NODES = 100_000;

    private final double a;
    private final double delta;
    private final double upper;
    private final double scale;

    NoncentralTIntegral(double a, double delta, double t, boolean upper) {
        this.a = a;
        this.delta = delta;
        this.upper = upper ? 1 : -1;
        this.scale = t / Math.sqrt(a);
    }

    double value() {
        double peak = peak();
        double height = integrand(peak);
        if (height == 0) {
            return 0;
        }
        // Around the peak the integrand is at least as narrow as the density of u itself.
        double step = Math.min(0.5, 1 / Math.sqrt(a + Math.exp(peak) + scale * scale * Math.exp(peak)));
        double sum = height + wing(peak + step, step, height) + wing(peak - step, -step, height);
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = wing(peak + 0.5 * step, step, height) + wing(peak - 0.5 * step, -step, height);
            double previous = sum * step;
            sum += middle;
            step *= 0.5;
            if (Math.abs(sum * step - previous) <= TOLERANCE * previous) {
                break;
            }
        }
        return Math.min(1, sum * step);
    }

    /** Terms from a node outward. */
    private double wing(double start, double step, double height) {
        double sum = 0;
        double u = start;
        for (int i = 0; i < MOST_NODES; i++) {
            double term = integrand(u);
            sum += term;
            if (term <= NEGLIGIBLE * height) {
                break;
            }
            u += step;
        }
        return sum;
    }

    private double integrand(double u) {
        double x = Math.exp(u);
        return a * GammaKernel.value(a, x, 0) * Normal.sf(argument(u));
    }

    /** The normal tail's argument, for either tail. */
    private double argument(double u) {
        return upper * (scale * Math.exp(0.5 * u) - delta);
    }

    /** Where the logarithm of the integrand is largest: its slope falls through 0 once. */
    private double peak() {
        double low = -2 - 800 / (1 + a);
        double high = Math.log(a + 1) + 5;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (slope(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private double slope(double u) {
        double z = argument(u);
        double hazard = Math.exp(Normal.logPdf(z) - Normal.logSf(z));
        return a - Math.exp(u) - upper * hazard * 0.5 * scale * Math.exp(0.5 * u);
    }
}
