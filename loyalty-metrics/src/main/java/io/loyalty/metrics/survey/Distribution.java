package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.List;

/** What a distribution of answers over ordered levels looks like: middle, spread, peaks. */
final class Distribution {

    private final int lowest;
    private final double[] weights;
    private final double total;
    private final long n;

    Distribution(AnswerCounts counts) {
        this.lowest = counts.lowest();
        this.weights =
                counts.levels().stream().mapToDouble(WeightedCount::weight).toArray();
        this.total = counts.total().weight();
        this.n = counts.base();
    }

    /** The level that half of the answers do not exceed; the middle of two if exactly half lie at or below the first. */
    Measure median() {
        if (n == 0) {
            return Measure.undefined(Shares.NO_ANSWERS);
        }
        double half = total / 2;
        double below = 0;
        for (int i = 0; i < weights.length; i++) {
            below += weights[i];
            if (below > half) {
                return Measure.of(lowest + i);
            }
            if (below == half) {
                int next = i + 1;
                while (weights[next] == 0) {
                    next++;
                }
                return Measure.of(lowest + (i + next) / 2.0);
            }
        }
        throw new AssertionError("weights do not add up to their total");
    }

    /** The most frequent levels; none without answers. */
    List<Integer> modes() {
        List<Integer> modes = new ArrayList<>();
        double most = 0;
        for (double weight : weights) {
            most = Math.max(most, weight);
        }
        for (int i = 0; i < weights.length && most > 0; i++) {
            if (weights[i] == most) {
                modes.add(lowest + i);
            }
        }
        return modes;
    }

    /** The standard deviation of the sample, with n − 1. */
    Measure standardDeviation() {
        if (n < 2) {
            return Measure.undefined(n == 0 ? Shares.NO_ANSWERS : Shares.SINGLE_ANSWER);
        }
        return Measure.of(Math.sqrt(variance() * (n / (n - 1.0))));
    }

    /** Twice the standard deviation of the answers over the range: 0 if all agree, 1 if half sit at each end. */
    Measure polarisation() {
        return n == 0
                ? Measure.undefined(Shares.NO_ANSWERS)
                : Measure.of(Math.min(1, 2 * Math.sqrt(variance()) / (weights.length - 1)));
    }

    private double variance() {
        double mean = 0;
        for (int i = 1; i < weights.length; i++) {
            mean += i * (weights[i] / total);
        }
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += (i - mean) * (i - mean) * (weights[i] / total);
        }
        return variance;
    }

    /**
     * Van der Eijk's agreement A: the distribution is cut into layers, each of which a set of levels shares equally; every layer has
     * an agreement of its own, and A is their mean weighted by size.
     */
    Measure agreement() {
        if (n == 0) {
            return Measure.undefined(Shares.NO_ANSWERS);
        }
        if (weights.length < 3) {
            return Measure.undefined("fewer than three levels");
        }
        double[] left = weights.clone();
        double agreement = 0;
        while (true) {
            double least = Double.POSITIVE_INFINITY;
            int levels = 0;
            for (double weight : left) {
                if (weight > 0) {
                    least = Math.min(least, weight);
                    levels++;
                }
            }
            if (levels == 0) {
                return Measure.of(Math.max(-1, Math.min(1, agreement)));
            }
            agreement += least * levels / total * layerAgreement(left);
            for (int i = 0; i < left.length; i++) {
                left[i] = left[i] > 0 ? left[i] - least : 0;
            }
        }
    }

    /** U (1 − (S − 1) / (K − 1)), with U the unimodality of the pattern of S levels in use among K. */
    private static double layerAgreement(double[] layer) {
        int k = layer.length;
        int used = 0;
        long unimodal = 0;
        long bimodal = 0;
        for (int j = 0; j < k; j++) {
            if (layer[j] > 0) {
                used++;
            }
            // Triples around j: one of its neighbours in use makes it unimodal (110, 011), both around a gap bimodal
            // (101).
            long before = inUse(layer, 0, j);
            long after = inUse(layer, j + 1, k);
            if (layer[j] > 0) {
                unimodal += before * (k - 1 - j - after) + (j - before) * after;
            } else {
                bimodal += before * after;
            }
        }
        double spread = 1 - (used - 1.0) / (k - 1);
        if (unimodal + bimodal == 0) {
            return spread;
        }
        double u = ((k - 2.0) * unimodal - (k - 1.0) * bimodal) / ((k - 2.0) * (unimodal + bimodal));
        return u * spread;
    }

    private static long inUse(double[] layer, int from, int to) {
        long used = 0;
        for (int i = from; i < to; i++) {
            used += layer[i] > 0 ? 1 : 0;
        }
        return used;
    }
}
