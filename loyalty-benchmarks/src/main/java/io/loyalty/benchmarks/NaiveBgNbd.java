package io.loyalty.benchmarks;

import static io.loyalty.benchmarks.NaiveSimplex.logBeta;
import static io.loyalty.benchmarks.NaiveSimplex.logGamma;

/** BG/NBD as it is usually written: the formulas of the paper customer by customer, log-gamma by log-gamma. */
final class NaiveBgNbd {

    private final double[] x;
    private final double[] last;
    private final double[] age;

    NaiveBgNbd(double[] x, double[] last, double[] age) {
        this.x = x;
        this.last = last;
        this.age = age;
    }

    double logLikelihood(double[] p) {
        double r = p[0];
        double alpha = p[1];
        double a = p[2];
        double b = p[3];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double common = logGamma(r + x[i]) - logGamma(r) + r * Math.log(alpha);
            double alive = logBeta(a, b + x[i]) - logBeta(a, b) - (r + x[i]) * Math.log(alpha + age[i]);
            double likelihood = Math.exp(alive);
            if (x[i] > 0) {
                double gone = logBeta(a + 1, b + x[i] - 1) - logBeta(a, b) - (r + x[i]) * Math.log(alpha + last[i]);
                likelihood += Math.exp(gone);
            }
            sum += common + Math.log(likelihood);
        }
        return sum;
    }

    double[] fit() {
        return NaiveSimplex.maximize(this::logLikelihood, 4);
    }

    /** P(alive) of every customer. */
    double[] alive(double[] p) {
        double[] all = new double[x.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = 1 / (1 + odds(p, i));
        }
        return all;
    }

    private double odds(double[] p, int i) {
        return x[i] == 0 ? 0 : p[2] / (p[3] + x[i] - 1) * Math.pow((p[1] + age[i]) / (p[1] + last[i]), p[0] + x[i]);
    }

    /** E[Y(t)] of every customer, by the hypergeometric series of the paper. */
    double[] expected(double[] p, double t) {
        double[] all = new double[x.length];
        for (int i = 0; i < all.length; i++) {
            double k = p[0] + x[i];
            double z = t / (p[1] + age[i] + t);
            double term = 1;
            double series = 1;
            for (int n = 0; n < 10_000 && term > 1e-16 * series; n++) {
                term *= (k + n) * (p[3] + x[i] + n) / ((p[2] + p[3] + x[i] - 1 + n) * (n + 1)) * z;
                series += term;
            }
            double grown = (p[1] + age[i]) / (p[1] + age[i] + t);
            double first = (p[2] + p[3] + x[i] - 1) / (p[2] - 1) * (1 - Math.pow(grown, k) * series);
            all[i] = first / (1 + odds(p, i));
        }
        return all;
    }

    /** The value over a year, purchases counted month by month and discounted from the middle of the month. */
    double[] values(double[] p, double[] spend, double[] means, double annualRate) {
        double[] values = new double[x.length];
        double[] before = new double[x.length];
        for (int month = 1; month <= 12; month++) {
            double[] until = expected(p, month * (365.2425 / 7 / 12));
            double discount = Math.pow(1 + annualRate, -(month - 0.5) / 12);
            for (int i = 0; i < values.length; i++) {
                double each = (spend[2] + x[i] * means[i]) * spend[0] / (spend[0] * x[i] + spend[1] - 1);
                values[i] += each * discount * (until[i] - before[i]);
            }
            before = until;
        }
        return values;
    }
}
