package io.loyalty.metrics.value;

import java.util.Arrays;

/**
 * Distinct values of a column, in ascending order, and for each row the place of its value among them.
 *
 * <p>Linear time but for sorting the distinct values; the outcome for a value does not depend on the order of the rows.
 */
final class RowCodes {

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
        int[] slot = new int[n];
        long[] table = new long[1 << bits];
        Arrays.fill(table, -1);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            int at = find(table, bits, keys[i]);
            if (table[at] == -1) {
                table[at] = keys[i];
                distinct++;
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
        for (int i = 0; i < n; i++) {
            slot[i] = rank[find(table, bits, keys[i])];
        }
        return new RowCodes(values, slot);
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
