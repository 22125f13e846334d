package io.loyalty.metrics.column;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** Numbers the rows of keys that are texts, from 0 in the order in which they were first seen. */
public final class TextRows implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SMALLEST_BITS = 5;
    private static final int BLOCK = 256;

    /** Hash of the key in the upper half, row number + 1 in the lower; 0 is free. At most half full. */
    private long[] slots = new long[1 << SMALLEST_BITS];

    private int shift = Integer.SIZE - SMALLEST_BITS;
    private String[] keys = new String[1 << SMALLEST_BITS - 1];
    private int size;

    /** No keys yet. */
    public TextRows() {}

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
    public String key(int row) {
        return keys[row];
    }

    /**
     * The row of a key, which is new if the key is.
     *
     * @param key the key
     * @return its number
     */
    public int rowOf(String key) {
        int hash = spread(Objects.requireNonNull(key, "customer").hashCode());
        int mask = slots.length - 1;
        int slot = hash >>> shift;
        while (slots[slot] != 0) {
            int row = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && keys[row].equals(key)) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
        return append(key, hash, slot);
    }

    /**
     * A finder of the rows of a column.
     *
     * @param column the keys
     * @return the finder
     */
    public RowFinder finder(String[] column) {
        return (from, count, rows) -> {
            int[] guesses = new int[BLOCK];
            int[] hashes = new int[BLOCK];
            for (int start = 0; start < count; start += BLOCK) {
                int length = Math.min(BLOCK, count - start);
                guess(column, from + start, length, hashes, guesses);
                for (int i = 0; i < length; i++) {
                    if (rows[start + i] >= 0) {
                        String key = column[from + start + i];
                        rows[start + i] = guesses[i] >= 0 && keys[guesses[i]].equals(key) ? guesses[i] : rowOf(key);
                    }
                }
            }
            return size;
        };
    }

    /**
     * The rows of keys that may be known, -1 for others. Short loops almost without branches, one for each place of memory to go to:
     * the processor then waits for many of them at a time.
     */
    private void guess(String[] column, int from, int count, int[] hashes, int[] guesses) {
        for (int i = 0; i < count; i++) {
            hashes[i] =
                    spread(Objects.requireNonNull(column[from + i], "customer").hashCode());
        }
        for (int i = 0; i < count; i++) {
            long slot = slots[hashes[i] >>> shift];
            guesses[i] = (int) (slot >>> Integer.SIZE) == hashes[i] ? (int) slot - 1 : -1;
        }
        for (int i = 0; i < count; i++) {
            // The hash is in the text itself, which is thus near when it is compared.
            guesses[i] = guesses[i] >= 0 && spread(keys[guesses[i]].hashCode()) == hashes[i] ? guesses[i] : -1;
        }
    }

    private int append(String key, int hash, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(2, size));
        }
        keys[size++] = key;
        slots[slot] = (long) hash << Integer.SIZE | size;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(2, old.length)];
        shift--;
        int mask = slots.length - 1;
        for (long each : old) {
            if (each != 0) {
                int slot = (int) (each >>> Integer.SIZE) >>> shift;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = each;
            }
        }
    }

    private static int spread(int hash) {
        // Neighbouring texts have neighbouring hashes; the upper bits of the product spread them evenly.
        return hash * 0x9E3779B9;
    }
}
