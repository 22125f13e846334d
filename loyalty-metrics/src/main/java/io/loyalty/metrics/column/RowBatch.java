package io.loyalty.metrics.column;

import java.util.Arrays;

/**
 * Some transactions, put together by the segments of their rows.
 *
 * <p>What is known of a million customers takes 50 MB, and to go to one of them at random costs more than all that is done there.
 * A segment fits the nearest caches; transactions are copied to the places of their segments in one walk, and added segment by segment,
 * or when the place of one is full.
 *
 * <p>All that is copied is written to memory and read again, so a transaction takes one number beside its key: its row, tick and amount
 * share the bits. An amount that is too large for its bits has a place apart.
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

    /** Ticks are stored from 0 on. */
    private static final int LEAST_TICK = SEEN;

    private static final int ROW_BITS = 20;

    /** Room for segments that have some more transactions than others. */
    private static final int SPARE = 4;

    private static final int LEAST = 16;

    private final int size;
    private final int tickBits;
    /** Of an amount, and one that says whether it is apart. */
    private final int amountBits;

    /** Row, tick and amount of each transaction; before each its key, if they are kept. */
    private long[] entries = {};
    /** 1 if keys are kept: the binary logarithm of the numbers of an entry. */
    private int keyed;
    /** The end of the entries of each segment. */
    private int[] ends = {};

    private int width;

    /** The amounts apart: none, or some by the positions of all. */
    private long[] large = {};

    /**
     * Room for some transactions.
     *
     * @param size how many there are at the most
     * @param mostTick the latest time there may be
     */
    public RowBatch(int size, int mostTick) {
        this.size = size;
        tickBits = Long.SIZE - Long.numberOfLeadingZeros((long) mostTick - LEAST_TICK);
        amountBits = Long.SIZE - ROW_BITS - tickBits;
    }

    /** Makes places for segments; there must be no transactions. */
    void divide(int segments) {
        if (ends.length != segments) {
            ends = new int[segments];
            width = Math.min(size, (size + size / SPARE) / segments + LEAST);
            makeRoom();
            for (int i = 0; i < segments; i++) {
                clear(i);
            }
        }
    }

    /** Makes room for the keys too; there must be no transactions. */
    void keepKeys() {
        keyed = 1;
        makeRoom();
    }

    private void makeRoom() {
        int length = Math.multiplyExact(ends.length, width << keyed);
        if (entries.length < length) {
            entries = new long[length];
        }
    }

    boolean isFull(int segment) {
        return ends[segment] == start(segment) + width;
    }

    /** Adds a transaction to a segment that is not full. */
    void put(int segment, int row, int tick, long amount) {
        int position = ends[segment]++;
        int unused = Long.SIZE - amountBits;
        long small = amount << unused + 1 >>> unused;
        if (amount << unused + 1 >> unused + 1 != amount) {
            putLarge(position, amount);
            small = 1;
        }
        entries[(position << keyed) + keyed] = ((long) row << tickBits | tick - LEAST_TICK) << amountBits | small;
    }

    /** The same, and keeps its key. */
    void put(int segment, long key, int position, int tick, long amount) {
        entries[ends[segment] << keyed] = key;
        put(segment, position, tick, amount);
    }

    private void putLarge(int position, long amount) {
        if (position >= large.length) {
            large = Arrays.copyOf(large, entries.length >> keyed);
        }
        large[position] = amount;
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
        return entries[position << keyed];
    }

    private long entry(int position) {
        return entries[(position << keyed) + keyed];
    }

    /** The row of a transaction, or whatever number it was put here with. */
    int row(int position) {
        return (int) (entry(position) >>> amountBits + tickBits);
    }

    /**
     * The time of a transaction.
     *
     * @param position its position
     * @return at least 0, or {@link #BEFORE} or {@link #SEEN}
     */
    public int tick(int position) {
        return (int) (entry(position) << ROW_BITS >>> ROW_BITS + amountBits) + LEAST_TICK;
    }

    /**
     * The amount of a transaction.
     *
     * @param position its position
     * @return any number
     */
    public long amount(int position) {
        long entry = entry(position);
        int unused = Long.SIZE - amountBits;
        return (entry & 1) == 0 ? entry << unused >> unused + 1 : large[position];
    }
}
