package io.loyalty.metrics.value;

import java.util.SplittableRandom;

/** Draws from gamma and beta distributions of any shape, from a seed. */
final class Draws {

    private final SplittableRandom random;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A standard exponential. */
    double exponential() {
        return -Math.log(1 - random.nextDouble());
    }

    /** Whether an event of this probability happens. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    private double normal() {
        // Marsaglia's polar method, one of the pair.
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * Math.log(s) / s);
            }
        }
    }

    /** ln of a Gamma(shape, 1) draw (Marsaglia and Tsang 2000); the logarithm survives tiny shapes. */
    double logGamma(double shape) {
        if (shape < 1) {
            return logGamma(shape + 1) - exponential() / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                if (-exponential() < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
                    return Math.log(d * cube);
                }
            }
        }
    }

    /** A Gamma(shape) draw with this rate. */
    double gamma(double shape, double rate) {
        return Math.exp(logGamma(shape) - Math.log(rate));
    }

    /** A Beta(a, b) draw. */
    double beta(double a, double b) {
        return 1 / (1 + Math.exp(logGamma(b) - logGamma(a)));
    }

    /** A generator for one customer, independent of how many others there are. */
    static Draws ofCustomer(long seed, int customer) {
        return new Draws(seed + 0x9E3779B97F4A7C15L * (customer + 1L));
    }
}
