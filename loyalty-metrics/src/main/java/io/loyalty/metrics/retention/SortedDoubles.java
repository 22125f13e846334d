package io.loyalty.metrics.retention;

import java.util.Arrays;

/**
 * Sorting of long columns of numbers, where the general sort would take most of a calculation's time.
 *
 * <p>Least significant digit first, on the bits of the numbers turned so that they order as unsigned integers: six passes of eleven
 * bits, of which those in which all numbers agree are left out.
 */
final class SortedDoubles {

    private static final int SHORT = 5_000;
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int PASSES = 6;

    private SortedDoubles() {}

    /** Sorts in place, ascending; -0 comes before 0. */
    static void sort(double[] values) {
        if (values.length < SHORT) {
            Arrays.sort(values);
            return;
        }
        int n = values.length;
        long[] from = new long[n];
        int[][] starts = new int[PASSES][BUCKETS];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            // Negative numbers backwards and below the positive ones.
            long key = bits ^ (bits >> 63 | Long.MIN_VALUE);
            from[i] = key;
            for (int pass = 0; pass < PASSES; pass++) {
                starts[pass][digit(key, pass)]++;
            }
        }
        long[] to = new long[n];
        for (int pass = 0; pass < PASSES; pass++) {
            int[] start = starts[pass];
            if (start[digit(from[0], pass)] == n) {
                continue;
            }
            int sum = 0;
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                int count = start[bucket];
                start[bucket] = sum;
                sum += count;
            }
            for (int i = 0; i < n; i++) {
                long key = from[i];
                to[start[digit(key, pass)]++] = key;
            }
            long[] filled = to;
            to = from;
            from = filled;
        }
        for (int i = 0; i < n; i++) {
            long key = from[i];
            values[i] = Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
        }
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> DIGIT * pass) & BUCKETS - 1;
    }
}
