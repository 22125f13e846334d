package io.loyalty.metrics.column;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers the rows of keys that are numbers, from 0 in the order in which they were first seen. */
public final class LongRows implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SMALLEST_BITS = 5;
    private static final int BLOCK = 256;

    /** Row number + 1 by hash of the key; 0 is free. At most half full. */
    private int[] slots = new int[1 << SMALLEST_BITS];
    /** The key of each slot, beside its row number, so that a look goes to one place and not to the row. */
    private long[] slotKeys = new long[1 << SMALLEST_BITS];

    private int shift = Long.SIZE - SMALLEST_BITS;
    private long[] keys = new long[1 << SMALLEST_BITS - 1];
    private int size;

    /** No keys yet. */
    public LongRows() {}

    /**
     * The number of rows.
     *
     * @return how many different keys were seen
     */
    public int size() {
        return size;
    }

    /**
     * The key of a row.
     *
     * @param row its number
     * @return the key
     */
    public long key(int row) {
        return keys[row];
    }

    /**
     * The row of a key, which is new if the key is.
     *
     * @param key the key
     * @return its number
     */
    public int rowOf(long key) {
        int mask = slots.length - 1;
        int slot = slotOf(key);
        while (slots[slot] != 0) {
            if (slotKeys[slot] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return append(key, slot);
    }

    /**
     * A finder of the rows of a column.
     *
     * @param column the keys
     * @return the finder
     */
    public RowFinder finder(long[] column) {
        return (from, count, rows) -> {
            int[] guesses = new int[BLOCK];
            for (int start = 0; start < count; start += BLOCK) {
                find(column, from + start, Math.min(BLOCK, count - start), rows, start, guesses);
            }
            return size;
        };
    }

    /**
     * A short loop without branches looks where most keys are: the processor then waits for many places of memory at a time.
     */
    private void find(long[] column, int from, int count, int[] rows, int start, int[] guesses) {
        for (int i = 0; i < count; i++) {
            long key = column[from + i];
            int slot = slotOf(key);
            long different = slotKeys[slot] ^ key;
            // All bits are set unless the keys are equal.
            guesses[i] = (int) ((different | -different) >> Long.SIZE - 1) | slots[slot] - 1;
        }
        for (int i = 0; i < count; i++) {
            if (rows[start + i] >= 0) {
                rows[start + i] = guesses[i] >= 0 ? guesses[i] : rowOf(column[from + i]);
            }
        }
    }

    private int append(long key, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(2, size));
        }
        keys[size++] = key;
        slots[slot] = size;
        slotKeys[slot] = key;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        int[] oldSlots = slots;
        long[] oldKeys = slotKeys;
        slots = new int[Math.multiplyExact(2, oldSlots.length)];
        slotKeys = new long[slots.length];
        shift--;
        int mask = slots.length - 1;
        // In the order of the slots, which is nearly that of the new ones.
        for (int old = 0; old < oldSlots.length; old++) {
            if (oldSlots[old] != 0) {
                int slot = slotOf(oldKeys[old]);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = oldSlots[old];
                slotKeys[slot] = oldKeys[old];
            }
        }
    }

    private int slotOf(long key) {
        // Fibonacci hashing: the upper bits of the product spread runs and strides of keys evenly.
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }
}
