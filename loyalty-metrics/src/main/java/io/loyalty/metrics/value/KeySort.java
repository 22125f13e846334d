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
    private static final int SHORT = 16;

    /** The keys, ascending. */
    long[] keys;

    /** For each of {@link #keys} the row it came from. */
    int[] rows;

    /** Of the size of the others, for whatever comes next. */
    long[] freeKeys;

    int[] freeRows;

    private final Pieces pieces;

    /** Sorts; the array is reused. */
    KeySort(long[] keys, Pieces pieces) {
        int n = keys.length;
        this.pieces = pieces;
        this.keys = keys;
        rows = new int[n];
        freeKeys = new long[n];
        freeRows = new int[n];
        long[] differences = new long[pieces.count];
        pieces.forEach(piece -> differences[piece] = number(keys, pieces.begin(piece), pieces.end(piece)));
        long differ = 0;
        for (long difference : differences) {
            differ |= difference;
        }
        int top = Long.SIZE - Long.numberOfLeadingZeros(differ);
        int low = Math.max(Long.numberOfTrailingZeros(differ), top - DIGITS * DIGIT);
        for (int shift = low; shift < top; shift += DIGIT) {
            byDigit(shift);
        }
        if (low > 0 && differ << Long.SIZE - low != 0) {
            int[] begin = new int[pieces.count + 1];
            for (int piece = 0; piece <= pieces.count; piece++) {
                begin[piece] = beginOfRun(pieces.begin(piece), low);
            }
            pieces.forEach(piece -> byRest(begin[piece], begin[piece + 1], low));
        }
    }

    /** Numbers rows; gives the bits in which their keys are not like the first of all. */
    private long number(long[] unsorted, int from, int end) {
        long differ = 0;
        for (int i = from; i < end; i++) {
            rows[i] = i;
            differ |= unsorted[i] ^ unsorted[0];
        }
        return differ;
    }

    private void byDigit(int shift) {
        int[][] next = new int[pieces.count][VALUES];
        pieces.forEach(piece -> count(keys, pieces.begin(piece), pieces.end(piece), shift, next[piece]));
        int sum = 0;
        for (int digit = 0; digit < VALUES; digit++) {
            for (int[] count : next) {
                int own = count[digit];
                count[digit] = sum;
                sum += own;
            }
        }
        pieces.forEach(piece ->
                move(keys, rows, pieces.begin(piece), pieces.end(piece), shift, next[piece], freeKeys, freeRows));
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

    /** The first row from some row on that differs from the one before it above a bit. */
    private int beginOfRun(int from, int low) {
        int at = from;
        while (at > 0 && at < keys.length && keys[at] >>> low == keys[at - 1] >>> low) {
            at++;
        }
        return at;
    }

    /** Sorts runs of rows that differ below a bit only. */
    private void byRest(int begin, int last, int low) {
        long[] sorted = keys;
        int end;
        for (int from = begin; from < last; from = end) {
            long above = sorted[from] >>> low;
            end = from + 1;
            while (end < last && sorted[end] >>> low == above) {
                end++;
            }
            if (end - from > SHORT) {
                runByRest(from, end, low);
            } else if (end - from > 1) {
                shortRun(from, end);
            }
        }
    }

    private void shortRun(int from, int end) {
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
    private void runByRest(int from, int end, int low) {
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
            // The place has more than the 32 lowest bits to itself.
            rows[i] = freeRows[from + (int) freeKeys[i]];
        }
    }
}
