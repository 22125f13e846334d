package io.loyalty.benchmarks;

import static io.loyalty.benchmarks.NaiveSimplex.logGamma;

/** Pareto/NBD as it is usually written: the notes' formulas customer by customer, with the hypergeometric series. */
final class NaiveParetoNbd {

    private final double[] x;
    private final double[] last;
    private final double[] age;

    NaiveParetoNbd(double[] x, double[] last, double[] age) {
        this.x = x;
        this.last = last;
        this.age = age;
    }

    double logLikelihood(double[] p) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double k = p[0] + x[i];
            double alive = Math.pow(p[1] + age[i], -k) * Math.pow(p[3] + age[i], -p[2]);
            sum += logGamma(k)
                    - logGamma(p[0])
                    + p[0] * Math.log(p[1])
                    + p[2] * Math.log(p[3])
                    + Math.log(alive + p[2] / (k + p[2]) * left(p, i));
        }
        return sum;
    }

    double[] fit() {
        return NaiveSimplex.maximize(this::logLikelihood, 4);
    }

    /** E[Y(t)] of every customer. */
    double[] expected(double[] p, double t) {
        double[] all = new double[x.length];
        for (int i = 0; i < all.length; i++) {
            double k = p[0] + x[i];
            double b = p[3] + age[i];
            double alive = 1 / (1 + p[2] / (k + p[2]) * Math.pow(p[1] + age[i], k) * Math.pow(b, p[2]) * left(p, i));
            all[i] = alive * k * b / ((p[1] + age[i]) * (p[2] - 1)) * (1 - Math.pow(b / (b + t), p[2] - 1));
        }
        return all;
    }

    /** A0 of the notes: what belongs to customers who left between t_x and T. */
    private double left(double[] p, int i) {
        return part(p, x[i], last[i]) - part(p, x[i], age[i]);
    }

    private static double part(double[] p, double count, double time) {
        double c = p[0] + p[2] + count;
        boolean wide = p[1] >= p[3];
        double scale = Math.max(p[1], p[3]) + time;
        return series(c, wide ? p[2] + 1 : p[0] + count, Math.abs(p[1] - p[3]) / scale) / Math.pow(scale, c);
    }

    /** F(a, b; a + 1; z). */
    private static double series(double a, double b, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 10_000 && term > 1e-16 * sum; n++) {
            term *= (a + n) * (b + n) / ((a + 1 + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
