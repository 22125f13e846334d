package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The coordinates in which a likelihood is climbed: logarithms of a mean and of a spread, instead of the two parameters of a distribution.
 *
 * <p>Ridges of the likelihood and the limits of a model (one rate for all, nobody drops out) run along these axes, so that a box of
 * bounds is enough to stop at a limit with finite numbers and to name it.
 */
final class Coordinates {

    /** A group of parameters that share coordinates. */
    enum Block {
        /** Shape and rate of a gamma distribution: ln mean, ln shape. */
        GAMMA(2),
        /** Two shapes of a beta distribution: ln odds of the mean, ln of their sum. */
        BETA(2),
        /** One positive parameter: its logarithm. */
        LOG(1),
        /** One parameter of any sign: itself. */
        FREE(1),
        /** p, q, γ of Gamma-Gamma: ln p, ln q, ln(p γ / q). */
        SPEND(3);

        final int size;

        Block(int size) {
            this.size = size;
        }
    }

    /** One coordinate: where the search starts and ends, and what it means to end there. */
    record Axis(double start, double low, double high, FitFinding atLow, FitFinding atHigh) {}

    private final List<Block> blocks = new ArrayList<>();
    private final List<Axis> axes = new ArrayList<>();

    /** The same coordinates and one more group. */
    Coordinates with(Block block, Axis... blockAxes) {
        Coordinates next = new Coordinates();
        next.blocks.addAll(blocks);
        next.axes.addAll(axes);
        next.blocks.add(block);
        next.axes.addAll(List.of(blockAxes));
        return next;
    }

    int size() {
        return axes.size();
    }

    /** How many coordinates there are before the free ones. */
    int bound() {
        int sum = 0;
        for (Block block : blocks) {
            sum += block == Block.FREE ? 0 : block.size;
        }
        return sum;
    }

    Axis axis(int i) {
        return axes.get(i);
    }

    /** The parameters at a point. */
    double[] parameters(double[] at) {
        double[] p = new double[at.length];
        int o = 0;
        for (Block block : blocks) {
            switch (block) {
                case GAMMA -> {
                    p[o] = Math.exp(at[o + 1]);
                    p[o + 1] = Math.exp(at[o + 1] - at[o]);
                }
                case BETA -> {
                    p[o] = Math.exp(at[o + 1]) / (1 + Math.exp(-at[o]));
                    p[o + 1] = Math.exp(at[o + 1]) / (1 + Math.exp(at[o]));
                }
                case LOG -> p[o] = Math.exp(at[o]);
                case FREE -> p[o] = at[o];
                case SPEND -> {
                    p[o] = Math.exp(at[o]);
                    p[o + 1] = Math.exp(at[o + 1]);
                    p[o + 2] = Math.exp(at[o + 2] + at[o + 1] - at[o]);
                }
            }
            o += block.size;
        }
        return p;
    }

    /** The derivatives of the parameters (rows) by the coordinates (columns). */
    double[][] jacobian(double[] p) {
        double[][] j = new double[p.length][p.length];
        int o = 0;
        for (Block block : blocks) {
            switch (block) {
                case GAMMA -> {
                    j[o][o + 1] = p[o];
                    j[o + 1][o] = -p[o + 1];
                    j[o + 1][o + 1] = p[o + 1];
                }
                case BETA -> {
                    double sum = p[o] + p[o + 1];
                    j[o][o] = p[o] * (p[o + 1] / sum);
                    j[o + 1][o] = -j[o][o];
                    j[o][o + 1] = p[o];
                    j[o + 1][o + 1] = p[o + 1];
                }
                case LOG -> j[o][o] = p[o];
                case FREE -> j[o][o] = 1;
                case SPEND -> {
                    j[o][o] = p[o];
                    j[o + 1][o + 1] = p[o + 1];
                    j[o + 2][o] = -p[o + 2];
                    j[o + 2][o + 1] = p[o + 2];
                    j[o + 2][o + 2] = p[o + 2];
                }
            }
            o += block.size;
        }
        return j;
    }

    /** Adds to a Hessian by the coordinates what the curvature of the parameters themselves contributes: Σ gradient · second derivatives. */
    void addCurvature(double[] p, double[] gradient, double[][] hessian) {
        int o = 0;
        for (Block block : blocks) {
            switch (block) {
                case GAMMA -> {
                    double rate = gradient[o + 1] * p[o + 1];
                    hessian[o][o] += rate;
                    add(hessian, o, o + 1, -rate);
                    hessian[o + 1][o + 1] += gradient[o] * p[o] + rate;
                }
                case BETA -> {
                    double sum = p[o] + p[o + 1];
                    double first = gradient[o] * p[o];
                    double second = gradient[o + 1] * p[o + 1];
                    double tilt = (p[o + 1] - p[o]) / sum;
                    hessian[o][o] += tilt * (first * (p[o + 1] / sum) - second * (p[o] / sum));
                    add(hessian, o, o + 1, first * (p[o + 1] / sum) - second * (p[o] / sum));
                    hessian[o + 1][o + 1] += first + second;
                }
                default -> throw new IllegalStateException("no likelihood of " + block + " has second derivatives");
            }
            o += block.size;
        }
    }

    private static void add(double[][] hessian, int i, int j, double value) {
        hessian[i][j] += value;
        hessian[j][i] += value;
    }
}
