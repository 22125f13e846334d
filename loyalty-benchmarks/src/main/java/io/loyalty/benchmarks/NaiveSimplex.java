package io.loyalty.benchmarks;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The downhill simplex (Nelder and Mead 1965) on the logarithms of positive parameters, begun again where it stops. */
final class NaiveSimplex {

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

    private final ToDoubleFunction<double[]> logLikelihood;
    private final double[][] point;
    private final double[] value;

    private NaiveSimplex(ToDoubleFunction<double[]> logLikelihood, double[] start) {
        this.logLikelihood = logLikelihood;
        int n = start.length;
        point = new double[n + 1][];
        value = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            point[i] = start.clone();
            if (i > 0) {
                point[i][i - 1] += 0.5;
            }
            value[i] = -at(point[i]);
        }
    }

    /** The parameters of the highest point found, from all parameters 1. */
    static double[] maximize(ToDoubleFunction<double[]> logLikelihood, int parameters) {
        double[] best = new double[parameters];
        double before = Double.NEGATIVE_INFINITY;
        double now = -Double.MAX_VALUE;
        while (now - before > 1e-7) {
            NaiveSimplex simplex = new NaiveSimplex(logLikelihood, best);
            best = simplex.search();
            before = now;
            now = simplex.at(best);
        }
        return parameters(best);
    }

    private double[] search() {
        int n = point.length - 1;
        for (int step = 0; step < 1000; step++) {
            Integer[] order = new Integer[n + 1];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (i, j) -> Double.compare(value[i], value[j]));
            int worst = order[n];
            if (value[worst] - value[order[0]] < 1e-10 * Math.abs(value[worst])) {
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
                contract(order, centre, mirrored, reflected);
            }
        }
        int best = 0;
        for (int i = 1; i <= n; i++) {
            best = value[i] < value[best] ? i : best;
        }
        return point[best];
    }

    private void contract(Integer[] order, double[] centre, double[] mirrored, double reflected) {
        int n = order.length - 1;
        int worst = order[n];
        double[] nearer = between(centre, reflected < value[worst] ? mirrored : point[worst], 0.5);
        double contracted = -at(nearer);
        if (contracted < Math.min(reflected, value[worst])) {
            point[worst] = nearer;
            value[worst] = contracted;
            return;
        }
        for (int i = 1; i <= n; i++) {
            point[order[i]] = between(point[order[0]], point[order[i]], 0.5);
            value[order[i]] = -at(point[order[i]]);
        }
    }

    private static double[] between(double[] centre, double[] end, double share) {
        double[] at = new double[centre.length];
        Arrays.setAll(at, j -> centre[j] + share * (end[j] - centre[j]));
        return at;
    }

    private double at(double[] logs) {
        return logLikelihood.applyAsDouble(parameters(logs));
    }

    private static double[] parameters(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    /** ln Γ(z) by Lanczos' formula. */
    static double logGamma(double z) {
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + LANCZOS.length - 1.5;
        return 0.91893853320467274178 + (z - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** ln B(a, b). */
    static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }
}
