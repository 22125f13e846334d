package io.loyalty.metrics.purchase;

import java.util.Arrays;

/** Ascending copies of columns: by digits for long ones, which takes a fraction of the time of comparing. */
final class SortedColumn {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int WORTH_IT = 4_000;

    private SortedColumn() {}

    /** An ascending copy; there must be no NaN. Zeros lose their sign. */
    static double[] of(double[] column) {
        double[] sorted = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            sorted[i] = column[i] + 0.0;
        }
        if (column.length < WORTH_IT) {
            Arrays.sort(sorted);
            return sorted;
        }
        long[] keys = new long[column.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(sorted[i]);
        }
        keys = sortByDigits(keys);
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = value(keys[i]);
        }
        return sorted;
    }

    /** A whole number of the same order as the value, the same for both zeros. */
    static long key(double value) {
        return ordered(Double.doubleToRawLongBits(value + 0.0));
    }

    /** The value of a key. */
    static double value(long key) {
        return Double.longBitsToDouble(ordered(key));
    }

    private static long ordered(long bits) {
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    private static long[] sortByDigits(long[] numbers) {
        long differing = 0;
        for (long number : numbers) {
            differing |= number ^ numbers[0];
        }
        long[] from = numbers;
        long[] to = new long[numbers.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            if ((differing >>> shift & DIGITS - 1) == 0) {
                continue;
            }
            int[] ends = new int[DIGITS + 1];
            for (long number : from) {
                ends[digit(number, shift) + 1]++;
            }
            for (int digit = 1; digit <= DIGITS; digit++) {
                ends[digit] += ends[digit - 1];
            }
            for (long number : from) {
                to[ends[digit(number, shift)]++] = number;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int digit(long number, int shift) {
        // The sign counts downwards, so it is turned before the digits are taken.
        return (int) ((number ^ Long.MIN_VALUE) >>> shift) & DIGITS - 1;
    }
}
