package io.loyalty.metrics.column;

/**
 * Some transactions, put together by segments of neighbouring rows.
 *
 * <p>Rows of a million customers fill 64 MB, and to go to one of them at random costs more than all that is done there. A
 * segment of rows fits the nearest cache; transactions are copied to their segments in one walk, and added segment by segment.
 */
public final class RowBatch {

    /** The number of transactions that are put together at a time. */
    public static final int SIZE = 1 << 19;

    private static final int SEGMENT_BITS = 14;

    /** The number of rows of a segment. */
    public static final int SEGMENT = 1 << SEGMENT_BITS;

    /** Row within its segment (upper half) and tick, then the amount. */
    private final long[] entries;

    private int[] ends = {0};

    /**
     * Room for some transactions.
     *
     * @param capacity how many
     */
    public RowBatch(int capacity) {
        entries = new long[2 * capacity];
    }

    /**
     * The segment of a row.
     *
     * @param row the row
     * @return the number of its segment
     */
    public static int segment(int row) {
        return row >>> SEGMENT_BITS;
    }

    /**
     * A row's number within its segment.
     *
     * @param row the row
     * @return from 0
     */
    public static int within(int row) {
        return row & SEGMENT - 1;
    }

    /**
     * Takes transactions, instead of those taken before.
     *
     * @param rows the row of each; negative for those to leave out
     * @param ticks the time of each, at least 0
     * @param amounts a column of amounts
     * @param from where theirs begin
     * @param count how many
     * @param segments the number of segments
     */
    public void take(int[] rows, int[] ticks, long[] amounts, int from, int count, int segments) {
        int[] next = new int[segments + 1];
        for (int i = 0; i < count; i++) {
            if (rows[i] >= 0) {
                next[segment(rows[i]) + 1]++;
            }
        }
        for (int segment = 1; segment <= segments; segment++) {
            next[segment] += next[segment - 1];
        }
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (row >= 0) {
                int at = 2 * next[segment(row)]++;
                entries[at] = (long) within(row) << Integer.SIZE | ticks[i];
                entries[at + 1] = amounts[from + i];
            }
        }
        ends = next;
    }

    /**
     * The first transaction of a segment.
     *
     * @param segment the number of the segment
     * @return its position in this batch
     */
    public int start(int segment) {
        return segment == 0 ? 0 : ends[segment - 1];
    }

    /**
     * The end of the transactions of a segment.
     *
     * @param segment the number of the segment
     * @return the position after the last
     */
    public int end(int segment) {
        return ends[segment];
    }

    /**
     * The row of a transaction within its segment.
     *
     * @param position its position
     * @return from 0
     */
    public int row(int position) {
        return (int) (entries[2 * position] >>> Integer.SIZE);
    }

    /**
     * The time of a transaction.
     *
     * @param position its position
     * @return at least 0
     */
    public int tick(int position) {
        return (int) entries[2 * position];
    }

    /**
     * The amount of a transaction.
     *
     * @param position its position
     * @return any number
     */
    public long amount(int position) {
        return entries[2 * position + 1];
    }
}
