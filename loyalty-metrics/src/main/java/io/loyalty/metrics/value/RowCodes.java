package io.loyalty.metrics.value;

import java.util.Arrays;

/**
 * Distinct values of a column, in ascending order, and for each row the place of its value among them.
 *
 * <p>Few distinct values are found by hashing, many by a radix sort: linear time either way, but for sorting the few. The outcome for a
 * value does not depend on the order of the rows.
 */
final class RowCodes {

    private static final int FEW = 1 << 14;
    private static final int DIGIT = 11;

    /** The distinct values, ascending. */
    final long[] values;

    /** For each row the index of its value in {@link #values}. */
    final int[] codes;

    private RowCodes(long[] values, int[] codes) {
        this.values = values;
        this.codes = codes;
    }

    /** Codes of a column of numbers ≥ 0, whose bits are in the order of the numbers. */
    static RowCodes of(double[] column) {
        long[] keys = new long[column.length];
        for (int i = 0; i < keys.length; i++) {
            // Adding 0 turns −0 into 0.
            keys[i] = Double.doubleToRawLongBits(column[i] + 0.0);
        }
        return of(keys);
    }

    /** Codes of a column of keys ≥ 0; the array is reused. */
    static RowCodes of(long[] keys) {
        int n = keys.length;
        int bits = 10;
        int few = Math.max(FEW, n >> 4);
        long[] table = new long[1 << bits];
        Arrays.fill(table, -1);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            int at = find(table, bits, keys[i]);
            if (table[at] == -1) {
                table[at] = keys[i];
                distinct++;
                if (distinct > few) {
                    return bySorting(keys);
                }
                if (distinct > table.length >> 1) {
                    // Grown too full: begin again with a larger table, so that slots stay valid.
                    bits += n - distinct > distinct << 3 ? 3 : 1;
                    long[] larger = new long[1 << bits];
                    Arrays.fill(larger, -1);
                    for (long key : table) {
                        if (key != -1) {
                            larger[find(larger, bits, key)] = key;
                        }
                    }
                    table = larger;
                }
            }
        }
        long[] values = new long[distinct];
        int next = 0;
        for (long key : table) {
            if (key != -1) {
                values[next++] = key;
            }
        }
        Arrays.sort(values);
        int[] rank = new int[table.length];
        for (int i = 0; i < distinct; i++) {
            rank[find(table, bits, values[i])] = i;
        }
        int[] slot = new int[n];
        for (int i = 0; i < n; i++) {
            slot[i] = rank[find(table, bits, keys[i])];
        }
        return new RowCodes(values, slot);
    }

    /** From the lowest digit to the highest; digits that do not differ cost nothing. */
    private static RowCodes bySorting(long[] keys) {
        int n = keys.length;
        long differ = 0;
        for (long key : keys) {
            differ |= key ^ keys[0];
        }
        int low = Long.numberOfTrailingZeros(differ);
        int digits = (Long.SIZE - Long.numberOfLeadingZeros(differ) - low + DIGIT - 1) / DIGIT;
        int[][] begin = new int[digits][(1 << DIGIT) + 1];
        int mask = (1 << DIGIT) - 1;
        for (long key : keys) {
            for (int d = 0; d < digits; d++) {
                begin[d][((int) (key >>> (low + d * DIGIT)) & mask) + 1]++;
            }
        }
        long[] from = keys;
        long[] to = new long[n];
        int[] row = new int[n];
        int[] rowTo = new int[n];
        for (int i = 0; i < n; i++) {
            row[i] = i;
        }
        for (int d = 0; d < digits; d++) {
            int[] next = begin[d];
            for (int i = 0; i < mask; i++) {
                next[i + 1] += next[i];
            }
            int shift = low + d * DIGIT;
            for (int i = 0; i < n; i++) {
                long key = from[i];
                int at = next[(int) (key >>> shift) & mask]++;
                to[at] = key;
                rowTo[at] = row[i];
            }
            long[] swapped = from;
            from = to;
            to = swapped;
            int[] rowSwapped = row;
            row = rowTo;
            rowTo = rowSwapped;
        }
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || from[i] != from[i - 1]) {
                to[distinct++] = from[i];
            }
            rowTo[row[i]] = distinct - 1;
        }
        return new RowCodes(distinct == n ? to : Arrays.copyOf(to, distinct), rowTo);
    }

    private static int find(long[] table, int bits, long key) {
        int mask = table.length - 1;
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> (64 - bits));
        while (table[at] != key && table[at] != -1) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** The distinct values of a column of numbers. */
    double[] numbers() {
        double[] numbers = new double[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.longBitsToDouble(values[i]);
        }
        return numbers;
    }

    /** How many rows have each value, or their total weight; equal for every order of the rows. */
    double[] weights(double[] rowWeights) {
        double[] sums = new double[values.length];
        if (rowWeights.length == 0) {
            for (int code : codes) {
                sums[code]++;
            }
            return sums;
        }
        int[] end = new int[values.length + 1];
        for (int code : codes) {
            end[code + 1]++;
        }
        for (int i = 0; i < values.length; i++) {
            end[i + 1] += end[i];
        }
        int[] next = Arrays.copyOf(end, values.length);
        double[] grouped = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            grouped[next[codes[i]]++] = rowWeights[i];
        }
        for (int i = 0; i < values.length; i++) {
            // Added in ascending order, whatever order they came in.
            Arrays.sort(grouped, end[i], end[i + 1]);
            double sum = 0;
            for (int j = end[i]; j < end[i + 1]; j++) {
                sum += grouped[j];
            }
            sums[i] = sum;
        }
        return sums;
    }
}
