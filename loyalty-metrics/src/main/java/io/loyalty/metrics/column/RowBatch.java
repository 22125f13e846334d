package io.loyalty.metrics.column;

/**
 * Some transactions, put together by the segments of their rows.
 *
 * <p>What is known of a million customers takes 50 MB, and to go to one of them at random costs more than all that is done there.
 * A segment fits the nearest caches; transactions are copied to the places of their segments in one walk, and added segment by segment,
 * or when the place of one is full.
 */
public final class RowBatch {

    /** The number of transactions that are put together at a time. */
    public static final int SIZE = 1 << 20;

    /** Instead of a time: the transaction says nothing of its customer. */
    public static final int OUT = -1;

    /** Instead of a time: the customer bought before the window. */
    public static final int BEFORE = -2;

    /** Instead of a time: there is such a customer, and no more. */
    public static final int SEEN = -3;

    /** Room for segments that have some more transactions than others. */
    private static final int SPARE = 4;

    private static final int LEAST = 16;

    private final int size;
    /** Position in the stretch, or row (upper half), and tick; then the amount. */
    private long[] entries = {};
    /** The keys of the entries, if they are needed. */
    private long[] keys = {};
    /** The end of the entries of each segment. */
    private int[] ends = {};

    private int width;

    /**
     * Room for some transactions.
     *
     * @param size how many there are at the most
     */
    public RowBatch(int size) {
        this.size = size;
    }

    /** Makes places for segments; there must be no transactions. */
    void divide(int segments) {
        if (ends.length != segments) {
            ends = new int[segments];
            width = Math.min(size, (size + size / SPARE) / segments + LEAST);
            int length = Math.multiplyExact(segments, width);
            if (entries.length < 2 * length) {
                entries = new long[2 * length];
            }
            for (int i = 0; i < segments; i++) {
                clear(i);
            }
        }
    }

    /** Makes room for the keys too. */
    void keepKeys() {
        if (2 * keys.length < entries.length) {
            keys = new long[entries.length / 2];
        }
    }

    boolean isFull(int segment) {
        return ends[segment] == start(segment) + width;
    }

    /** Adds a transaction to a segment that is not full. */
    void put(int segment, int row, int tick, long amount) {
        int at = 2 * ends[segment]++;
        entries[at] = (long) row << Integer.SIZE | tick & 0xFFFF_FFFFL;
        entries[at + 1] = amount;
    }

    /** The same, and keeps its key. */
    void put(int segment, long key, int position, int tick, long amount) {
        keys[ends[segment]] = key;
        put(segment, position, tick, amount);
    }

    /** Takes the transactions of a segment away. */
    void clear(int segment) {
        ends[segment] = start(segment);
    }

    /** The number of segments. */
    int segments() {
        return ends.length;
    }

    /** The first transaction of a segment. */
    int start(int segment) {
        return segment * width;
    }

    /** The position after the last transaction of a segment. */
    int end(int segment) {
        return ends[segment];
    }

    long key(int position) {
        return keys[position];
    }

    /** The row of a transaction, or whatever number it was put here with. */
    int row(int position) {
        return (int) (entries[2 * position] >>> Integer.SIZE);
    }

    /**
     * The time of a transaction.
     *
     * @param position its position
     * @return at least 0, or {@link #BEFORE} or {@link #SEEN}
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
