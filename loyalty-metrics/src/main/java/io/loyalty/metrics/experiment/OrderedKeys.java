package io.loyalty.metrics.experiment;

import java.util.Arrays;

/**
 * Doubles as sorted whole numbers: equal keys for equal values, larger keys for larger ones.
 *
 * <p>Long columns are sorted by their digits (base 2<sup>11</sup>, least digit first), in time linear in their length; digits that are the same
 * everywhere, as in amounts of whole units, cost nothing.
 */
final class OrderedKeys {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 6;
    private static final int BASE = 1 << DIGIT_BITS;
    /** Below this, comparing is faster than counting. */
    private static final int FEW = 3_000;

    private OrderedKeys() {}

    /** The sorted keys of values, which are left as they are. */
    static long[] of(double[] values, String name) {
        long[] keys = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(name + "[" + i + "] must be a number: NaN");
            }
            keys[i] = key(value);
        }
        if (keys.length < FEW) {
            Arrays.sort(keys);
            return keys;
        }
        return byDigits(keys);
    }

    /** The key of a number. */
    static long key(double value) {
        // Adding 0 makes −0 and 0 the same; negative numbers have their bits in reverse order.
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static long[] byDigits(long[] keys) {
        int[][] counts = new int[DIGITS][BASE];
        for (long key : keys) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(key, digit)]++;
            }
        }
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] places = counts[digit];
            if (places[digit(keys[0], digit)] == keys.length) {
                continue;
            }
            int next = 0;
            for (int value = 0; value < BASE; value++) {
                int count = places[value];
                places[value] = next;
                next += count;
            }
            for (long key : from) {
                to[places[digit(key, digit)]++] = key;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int digit(long key, int digit) {
        // The sign bit comes first in the order of the highest digit.
        return (int) ((key ^ Long.MIN_VALUE) >>> digit * DIGIT_BITS) & BASE - 1;
    }
}
