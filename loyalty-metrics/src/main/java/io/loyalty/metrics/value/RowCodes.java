package io.loyalty.metrics.value;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Distinct values of a column, in ascending order, and for each row the place of its value among them.
 *
 * <p>Values from a small range are found as {@linkplain KeyBits bits}, few distinct ones by {@linkplain KeyIds numbering} them, many by
 * {@linkplain KeySort sorting} the rows: linear time, but for sorting the few. The outcome for a value does not depend on the order of
 * the rows or the number of threads.
 */
final class RowCodes {

    private static final int FEW = 1 << 14;
    private static final int PIECES = 4;
    private static final int SMALL_RANGE = 16;

    /** The distinct values, ascending. */
    final long[] values;

    /** For each row the index of its value in {@link #values}. */
    final int[] codes;

    private RowCodes(long[] values, int[] codes) {
        this.values = values;
        this.codes = codes;
    }

    /** Codes of a column of numbers ≥ 0, whose bits are in the order of the numbers. */
    static RowCodes of(double[] column, Execution execution) {
        long[] keys = new long[column.length];
        for (int i = 0; i < keys.length; i++) {
            // Adding 0 turns −0 into 0.
            keys[i] = Double.doubleToRawLongBits(column[i] + 0.0);
        }
        return of(keys, execution);
    }

    static RowCodes of(double[] column) {
        return of(column, Execution.SEQUENTIAL);
    }

    static RowCodes of(long[] keys) {
        return of(keys, Execution.SEQUENTIAL);
    }

    /** Codes of a column of keys ≥ 0; the array is reused. */
    static RowCodes of(long[] keys, Execution execution) {
        long largest = 0;
        for (long key : keys) {
            largest = Math.max(largest, key);
        }
        Pieces pieces = new Pieces(keys.length, execution);
        return largest < SMALL_RANGE * (long) keys.length ? byBits(keys, largest, pieces) : byNumbering(keys, pieces);
    }

    /** Stretches of rows that may be worked on at the same time. */
    private static final class Pieces {

        private final int rows;
        private final int pieces;
        private final Execution execution;

        Pieces(int rows, Execution execution) {
            this.rows = rows;
            this.pieces = execution == Execution.PARALLEL ? PIECES : 1;
            this.execution = execution;
        }

        int begin(int piece) {
            return (int) ((long) rows * piece / pieces);
        }

        int end(int piece) {
            return begin(piece + 1);
        }

        void forEach(IntConsumer task) {
            execution.forEach(pieces, task);
        }
    }

    private static RowCodes byBits(long[] keys, long largest, Pieces pieces) {
        KeyBits[] bits = new KeyBits[pieces.pieces];
        pieces.forEach(piece -> {
            bits[piece] = new KeyBits(largest);
            bits[piece].add(keys, pieces.begin(piece), pieces.end(piece));
        });
        for (int piece = 1; piece < bits.length; piece++) {
            bits[0].addAll(bits[piece]);
        }
        long[] values = bits[0].count();
        int[] codes = new int[keys.length];
        pieces.forEach(piece -> bits[0].places(keys, pieces.begin(piece), pieces.end(piece), codes));
        return new RowCodes(values, codes);
    }

    private static RowCodes byNumbering(long[] keys, Pieces pieces) {
        int most = Math.max(FEW, keys.length >> 4);
        int[] codes = new int[keys.length];
        KeyIds[] ids = new KeyIds[pieces.pieces];
        pieces.forEach(piece -> {
            ids[piece] = new KeyIds();
            ids[piece].number(keys, pieces.begin(piece), pieces.end(piece), most, codes);
        });
        if (Arrays.stream(ids).anyMatch(own -> own.size() > most)) {
            return bySorting(keys, pieces);
        }
        long[] values = Arrays.stream(ids)
                .flatMapToLong(own -> Arrays.stream(own.keys()))
                .sorted()
                .distinct()
                .toArray();
        pieces.forEach(piece -> {
            long[] own = ids[piece].keys();
            int[] place = new int[own.length];
            for (int id = 0; id < own.length; id++) {
                place[id] = Arrays.binarySearch(values, own[id]);
            }
            for (int i = pieces.begin(piece); i < pieces.end(piece); i++) {
                codes[i] = place[codes[i]];
            }
        });
        return new RowCodes(values, codes);
    }

    private static RowCodes bySorting(long[] unsorted, Pieces pieces) {
        KeySort sorted = new KeySort(unsorted, pieces.execution);
        long[] keys = sorted.keys;
        int[] first = new int[pieces.pieces + 1];
        pieces.forEach(piece -> {
            int distinct = 0;
            for (int i = pieces.begin(piece); i < pieces.end(piece); i++) {
                distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
            }
            first[piece + 1] = distinct;
        });
        for (int piece = 0; piece < pieces.pieces; piece++) {
            first[piece + 1] += first[piece];
        }
        long[] values = sorted.freeKeys;
        int[] codes = sorted.freeRows;
        pieces.forEach(piece -> {
            int next = first[piece];
            for (int i = pieces.begin(piece); i < pieces.end(piece); i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    values[next++] = keys[i];
                }
                codes[sorted.rows[i]] = next - 1;
            }
        });
        int distinct = first[pieces.pieces];
        return new RowCodes(distinct == values.length ? values : Arrays.copyOf(values, distinct), codes);
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
