package io.loyalty.metrics.experiment;

import java.util.Arrays;

/** The midranks of some values, by value. */
final class RankTable {

    /** The different values in ascending order, as keys, and how many values are below each; one more at the end. */
    private final long[] keys;

    private final int[] below;
    private double tieTerm;

    RankTable(double[] values) {
        long[] sorted = OrderedKeys.of(values, "values");
        long[] different = new long[sorted.length];
        int[] starts = new int[sorted.length + 1];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                different[count] = sorted[i];
                starts[count] = i;
                count++;
            }
        }
        starts[count] = sorted.length;
        keys = Arrays.copyOf(different, count);
        below = Arrays.copyOf(starts, count + 1);
        for (int i = 0; i < count; i++) {
            double tied = below[i + 1] - below[i];
            tieTerm += tied * (tied * tied - 1);
        }
    }

    /** Sum of t³ − t over groups of t equal values. */
    double tieTerm() {
        return tieTerm;
    }

    boolean isConstant() {
        return keys.length < 2;
    }

    /** Twice the midrank, from 1, of a value that is there. */
    long doubledRank(double value) {
        int at = Arrays.binarySearch(keys, OrderedKeys.key(value));
        return (long) below[at] + below[at + 1] + 1;
    }
}
