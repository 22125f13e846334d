package io.loyalty.metrics.value;

import java.util.Optional;

/** Likelihoods made up for tests: functions of the logarithms of the parameters, whose summits are known. */
final class LogLikelihoods {

    /** A function of the logarithms u that puts its derivatives into g. */
    @FunctionalInterface
    interface Surface {
        double at(double[] u, double[] g);
    }

    private LogLikelihoods() {}

    /** The surface as a likelihood of parameters e^u. */
    static Likelihood of(Surface surface) {
        return (p, gradient) -> {
            double[] u = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                u[i] = Math.log(p[i]);
            }
            double value = surface.at(u, gradient);
            for (int i = 0; i < p.length; i++) {
                gradient[i] /= p[i];
            }
            return value;
        };
    }

    /** The same with a sample of its rows. */
    static Likelihood withSample(Likelihood whole, Likelihood few, double customers) {
        return new Likelihood() {
            @Override
            public double at(double[] p, double[] gradient) {
                return whole.at(p, gradient);
            }

            @Override
            public Optional<Sample> sample() {
                return Optional.of(new Sample(few, customers));
            }
        };
    }

    /** −Σ weight (u − centre)² / 2. */
    static Surface parabola(double[] centre, double... weight) {
        return (u, g) -> {
            double sum = 0;
            for (int i = 0; i < u.length; i++) {
                double away = u[i] - centre[i];
                g[i] = -weight[i] * away;
                sum -= 0.5 * weight[i] * away * away;
            }
            return sum;
        };
    }

    /** As many logarithms, each begun at 0 and held in the box. */
    static Coordinates logs(int n, double low, double high) {
        Coordinates coordinates = new Coordinates();
        for (int i = 0; i < n; i++) {
            coordinates = coordinates.with(
                    Coordinates.Block.LOG,
                    new Coordinates.Axis(0, low, high, FitFinding.NO_DROPOUT, FitFinding.ALWAYS_BUYING));
        }
        return coordinates;
    }

    /** What is made small: the surface of 10 customers upside down, over logarithms in [−6, 6], and the ridge penalty. */
    static Objective objective(Surface surface, int n, double ridge) {
        return new Objective(of(surface), logs(n, -6, 6), 10, ridge);
    }
}
