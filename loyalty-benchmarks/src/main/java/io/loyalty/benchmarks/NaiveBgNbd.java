package io.loyalty.benchmarks;

import java.util.Arrays;

/**
 * BG/NBD as it is usually written: the formulas of the paper customer by customer, log-gamma by log-gamma, and a downhill simplex
 * (Nelder and Mead 1965) on the logarithms of the parameters.
 */
final class NaiveBgNbd {

    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private final double[] x;
    private final double[] last;
    private final double[] age;

    NaiveBgNbd(double[] x, double[] last, double[] age) {
        this.x = x;
        this.last = last;
        this.age = age;
    }

    private static double logGamma(double z) {
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + LANCZOS.length - 1.5;
        return 0.91893853320467274178 + (z - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    private static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
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
            double odds = x[i] == 0 ? 0 : p[2] / (p[3] + x[i] - 1) * Math.pow((p[1] + age[i]) / (p[1] + last[i]), k);
            all[i] = first / (1 + odds);
        }
        return all;
    }

    double[] fit() {
        int n = 4;
        double[][] point = new double[n + 1][n];
        double[] value = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            if (i > 0) {
                point[i][i - 1] = 0.5;
            }
            value[i] = -at(point[i]);
        }
        for (int step = 0; step < 600; step++) {
            Integer[] order = {0, 1, 2, 3, 4};
            Arrays.sort(order, (i, j) -> Double.compare(value[i], value[j]));
            int worst = order[n];
            if (value[worst] - value[order[0]] < 1e-9 * Math.abs(value[worst])) {
                break;
            }
            double[] centre = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    centre[j] += point[order[i]][j] / n;
                }
            }
            double[] mirrored = between(centre, point[worst], -1);
            double reflected = -at(mirrored);
            if (reflected < value[order[0]]) {
                double[] further = between(centre, point[worst], -2);
                double expanded = -at(further);
                point[worst] = expanded < reflected ? further : mirrored;
                value[worst] = Math.min(expanded, reflected);
            } else if (reflected < value[order[n - 1]]) {
                point[worst] = mirrored;
                value[worst] = reflected;
            } else {
                double[] nearer = between(centre, reflected < value[worst] ? mirrored : point[worst], 0.5);
                double contracted = -at(nearer);
                if (contracted < Math.min(reflected, value[worst])) {
                    point[worst] = nearer;
                    value[worst] = contracted;
                } else {
                    for (int i = 1; i <= n; i++) {
                        point[order[i]] = between(point[order[0]], point[order[i]], 0.5);
                        value[order[i]] = -at(point[order[i]]);
                    }
                }
            }
        }
        int best = 0;
        for (int i = 1; i <= n; i++) {
            best = value[i] < value[best] ? i : best;
        }
        return parameters(point[best]);
    }

    private static double[] between(double[] centre, double[] end, double share) {
        double[] at = new double[centre.length];
        Arrays.setAll(at, j -> centre[j] + share * (end[j] - centre[j]));
        return at;
    }

    private double at(double[] logs) {
        return logLikelihood(parameters(logs));
    }

    private static double[] parameters(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
