package io.loyalty.metrics.column;

import java.util.Arrays;

/**
 * Sorting of long columns of numbers without NaN, where the general sort would take most of a calculation's time.
 *
 * <p>Least significant digit first, on the bits of the numbers turned so that they order as unsigned integers: six passes of eleven
 * bits, of which those in which all numbers agree are left out.
 */
public final class SortedDoubles {

    private static final int SHORT = 5_000;
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int PASSES = 6;

    private SortedDoubles() {}

    /**
     * An ascending copy. Zeros lose their sign.
     *
     * @param column the numbers
     * @return a new column
     */
    public static double[] of(double[] column) {
        double[] sorted = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            sorted[i] = column[i] + 0.0;
        }
        sort(sorted);
        return sorted;
    }

    /**
     * A whole number of the same order as a value, the same for both zeros.
     *
     * @param value any number
     * @return its key
     */
    public static long key(double value) {
        return ordered(Double.doubleToRawLongBits(value + 0.0));
    }

    /**
     * The value of a key.
     *
     * @param key a whole number that {@link #key} gave
     * @return its value
     */
    public static double value(long key) {
        return Double.longBitsToDouble(ordered(key));
    }

    /** Negative numbers backwards; its own reverse. */
    private static long ordered(long bits) {
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    /**
     * Sorts in place, ascending; -0 comes before 0.
     *
     * @param values the numbers
     */
    public static void sort(double[] values) {
        if (values.length < SHORT) {
            Arrays.sort(values);
            return;
        }
        int n = values.length;
        long[] from = new long[n];
        int[][] starts = new int[PASSES][BUCKETS];
        for (int i = 0; i < n; i++) {
            // The sign counts downwards, so it is turned before the digits are taken.
            long key = ordered(Double.doubleToRawLongBits(values[i])) ^ Long.MIN_VALUE;
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
            values[i] = value(from[i] ^ Long.MIN_VALUE);
        }
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> DIGIT * pass) & BUCKETS - 1;
    }
}
