package io.loyalty.metrics.purchase;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Room for filing, which the sets of a table share: memory that was touched just now is several times as fast as new memory, which must be
 * cleared before.
 */
final class PeriodRoom implements Serializable {

    /** The length of a full block. */
    static final int BLOCK = 1 << 10;

    private static final long serialVersionUID = 1L;

    private transient ArrayDeque<long[]> blocks;
    private transient int[] ends;
    private transient int[] members;
    private transient int[] pool;

    PeriodRoom() {
        blocks = new ArrayDeque<>();
        ends = new int[0];
        members = new int[0];
        pool = new int[0];
    }

    /** A full block, with whatever is in it. */
    long[] block() {
        long[] block = blocks.poll();
        return block == null ? new long[BLOCK] : block;
    }

    /** Takes a full block back. */
    void take(long[] block) {
        blocks.push(block);
    }

    /** Zeros, and whatever comes after. */
    int[] ends(int length) {
        ends = atLeast(ends, length);
        Arrays.fill(ends, 0, length, 0);
        return ends;
    }

    int[] members(int length) {
        members = atLeast(members, length);
        return members;
    }

    int[] pool(int length) {
        pool = atLeast(pool, length);
        return pool;
    }

    /** Gives all room back. */
    void clear() {
        blocks.clear();
        ends = new int[0];
        members = new int[0];
        pool = new int[0];
    }

    private static int[] atLeast(int[] room, int length) {
        return room.length < length ? new int[Math.max(length, Math.min(2 * room.length, BLOCK * BLOCK))] : room;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        blocks = new ArrayDeque<>();
        ends = new int[0];
        members = new int[0];
        pool = new int[0];
    }
}
