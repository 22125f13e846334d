package io.loyalty.metrics.value;

import java.util.Arrays;

/**
 * Sorts keys together with the rows they belong to: by their highest digits with a radix sort, from the lower digit to the higher; by what
 * is below, which few have in common, by comparison.
 *
 * <p>In parallel each piece of the rows counts its digits and puts them where the pieces before it leave off: the outcome is the same.
 */
final class KeySort {

    private static final int DIGIT = 11;
    private static final int DIGITS = 3;
    private static final int VALUES = 1 << DIGIT;
    private static final int PIECES = 8;
    private static final int SHORT = 16;

    /** The keys, ascending. */
    long[] keys;

    /** For each of {@link #keys} the row it came from. */
    int[] rows;

    /** Of the size of the others, for whatever comes next. */
    long[] freeKeys;

    int[] freeRows;

    private final Execution execution;
    private final int pieces;

    /** Sorts; the array is reused. */
    KeySort(long[] keys, Execution execution) {
        int n = keys.length;
        this.execution = execution;
        this.pieces = execution == Execution.PARALLEL ? PIECES : 1;
        this.keys = keys;
        rows = new int[n];
        freeKeys = new long[n];
        freeRows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        long differ = 0;
        for (long key : keys) {
            differ |= key ^ keys[0];
        }
        int top = Long.SIZE - Long.numberOfLeadingZeros(differ);
        int low = Math.max(Long.numberOfTrailingZeros(differ), top - DIGITS * DIGIT);
        for (int shift = low; shift < top; shift += DIGIT) {
            byDigit(shift);
        }
        if (low > 0 && differ << Long.SIZE - low != 0) {
            int end;
            for (int from = 0; from < n; from = end) {
                end = from + 1;
                while (end < n && this.keys[end] >>> low == this.keys[from] >>> low) {
                    end++;
                }
                byRest(from, end, low);
            }
        }
    }

    private int begin(int piece) {
        return (int) ((long) keys.length * piece / pieces);
    }

    private void byDigit(int shift) {
        int[][] next = new int[pieces][VALUES];
        execution.forEach(pieces, piece -> count(keys, begin(piece), begin(piece + 1), shift, next[piece]));
        int sum = 0;
        for (int digit = 0; digit < VALUES; digit++) {
            for (int[] count : next) {
                int own = count[digit];
                count[digit] = sum;
                sum += own;
            }
        }
        execution.forEach(
                pieces,
                piece -> move(keys, rows, begin(piece), begin(piece + 1), shift, next[piece], freeKeys, freeRows));
        long[] keysNow = freeKeys;
        freeKeys = keys;
        keys = keysNow;
        int[] rowsNow = freeRows;
        freeRows = rows;
        rows = rowsNow;
    }

    private static void count(long[] keys, int from, int end, int shift, int[] count) {
        for (int i = from; i < end; i++) {
            count[(int) (keys[i] >>> shift) & (VALUES - 1)]++;
        }
    }

    private static void move(
            long[] keys, int[] rows, int from, int end, int shift, int[] place, long[] keysTo, int[] rowsTo) {
        for (int i = from; i < end; i++) {
            long key = keys[i];
            int at = place[(int) (key >>> shift) & (VALUES - 1)]++;
            keysTo[at] = key;
            rowsTo[at] = rows[i];
        }
    }

    /** Sorts rows that differ below a bit only. */
    private void byRest(int from, int end, int low) {
        if (end - from > SHORT) {
            byRestOfMany(from, end, low);
            return;
        }
        for (int i = from + 1; i < end; i++) {
            long key = keys[i];
            int row = rows[i];
            int at = i;
            for (; at > from && keys[at - 1] > key; at--) {
                keys[at] = keys[at - 1];
                rows[at] = rows[at - 1];
            }
            keys[at] = key;
            rows[at] = row;
        }
    }

    /** The rest of a key and its place among these rows fit into one number, which the library sorts. */
    private void byRestOfMany(int from, int end, int low) {
        boolean ascending = true;
        for (int i = from + 1; i < end; i++) {
            ascending &= keys[i - 1] <= keys[i];
        }
        if (ascending) {
            return;
        }
        int bits = Long.SIZE - 1 - low;
        long above = keys[from] >>> low << low;
        for (int i = from; i < end; i++) {
            freeKeys[i] = (keys[i] - above) << bits | i - from;
            freeRows[i] = rows[i];
        }
        Arrays.sort(freeKeys, from, end);
        for (int i = from; i < end; i++) {
            keys[i] = above | freeKeys[i] >>> bits;
            rows[i] = freeRows[from + (int) (freeKeys[i] & (1L << bits) - 1)];
        }
    }
}
