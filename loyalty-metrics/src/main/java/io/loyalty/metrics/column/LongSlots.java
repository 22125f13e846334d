package io.loyalty.metrics.column;

import java.io.Serializable;
import java.util.Arrays;

/** The rows of a segment whose keys are numbers: from 0 in the order in which the keys were first seen. */
final class LongSlots implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SLOTS_OF_A_LINE = 16;
    private static final int KEYS_OF_A_LINE = 8;
    private static final int SMALLEST_BITS = 5;

    /** The upper bits of the hash say which segment it is. */
    private static final int SEGMENT_BITS = LongRows.SEGMENT_BITS;

    /** Row number + 1 by hash of the key; 0 is free. At most a quarter full, so that most keys are at the first place looked at. */
    private int[] slots = new int[1 << SMALLEST_BITS];

    private int shift = Long.SIZE - SMALLEST_BITS;
    /** The key of row r is at r + 1. */
    private long[] keys = new long[1 + (1 << SMALLEST_BITS - 2)];

    private int size;
    /** Keeps what was read ahead from being optimised away. */
    private transient long touched;

    int size() {
        return size;
    }

    long key(int row) {
        return keys[row + 1];
    }

    /** The row of a key, which is new if the key is. */
    int rowOf(long key) {
        int mask = slots.length - 1;
        int slot = slotOf(key);
        while (slots[slot] != 0) {
            if (keys[slots[slot]] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return append(key, slot);
    }

    /** Reads all slots and keys in their order, which brings them into the nearest caches in a stream. */
    void touch() {
        long sum = 0;
        for (int i = 0; i < slots.length; i += SLOTS_OF_A_LINE) {
            sum += slots[i];
        }
        for (int i = 0; i < size; i += KEYS_OF_A_LINE) {
            sum += keys[i];
        }
        touched = sum;
    }

    /**
     * Finds the rows of some transactions, of most keys only. A short loop without branches looks where most keys are: the processor then
     * waits for many places of memory at a time.
     *
     * @param missed what to fill with the numbers of those transactions that were not found, ascending
     * @return how many those are
     */
    int guess(RowBatch batch, int from, int[] rows, int count, int[] missed) {
        int misses = 0;
        for (int i = 0; i < count; i++) {
            long key = batch.key(from + i);
            int row = slots[slotOf(key)];
            rows[i] = row - 1;
            long different = keys[row] ^ key;
            missed[misses] = i;
            // 1 unless the keys are equal, and there is a row.
            misses += (int) ((different | -different | row - 1L) >>> Long.SIZE - 1);
        }
        return misses;
    }

    private int append(long key, int slot) {
        size++;
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(2, size));
        }
        keys[size] = key;
        slots[slot] = size;
        if (4 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[Math.multiplyExact(2, slots.length)];
        shift--;
        int mask = slots.length - 1;
        for (int row = 1; row <= size; row++) {
            int slot = slotOf(keys[row]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = row;
        }
    }

    private int slotOf(long key) {
        return (int) (LongRows.hash(key) << SEGMENT_BITS >>> shift);
    }
}
