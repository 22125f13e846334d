package io.loyalty.metrics.column;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * The rows of keys that are texts, and the numbers of the keys: from 0 in the order in which they were first seen.
 *
 * <p>Segments are stretches of numbers.
 */
public final class TextRows implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SMALLEST_BITS = 5;
    private static final int BLOCK = 256;
    private static final int SEGMENT_BITS = 14;
    private static final int SEGMENT = 1 << SEGMENT_BITS;

    /** Hash of the key in the upper half, row number + 1 in the lower; 0 is free. At most half full. */
    private long[] slots = new long[1 << SMALLEST_BITS];

    private int shift = Integer.SIZE - SMALLEST_BITS;
    private String[] keys = new String[1 << SMALLEST_BITS - 1];
    private int size;

    /** No keys yet. */
    public TextRows() {}

    /**
     * Where the rows of all keys are.
     *
     * @return a new column, by the numbers of the keys
     */
    public long[] places() {
        long[] places = new long[size];
        Arrays.setAll(places, TextRows::place);
        return places;
    }

    /**
     * The key of a row.
     *
     * @param place where the row is
     * @return the key
     */
    public String key(long place) {
        return keys[(Place.segment(place) << SEGMENT_BITS) + Place.row(place)];
    }

    /**
     * Where the row of a key is, which is new if the key is.
     *
     * @param key the key
     * @return its place
     */
    public long placeOf(String key) {
        return place(numberOf(key));
    }

    /**
     * Adds the keys of others.
     *
     * @param other other keys
     * @return the place here of each row of each of their segments
     */
    public long[][] addAll(TextRows other) {
        long[][] here = new long[segments(other.size)][];
        for (int i = 0; i < here.length; i++) {
            int first = i << SEGMENT_BITS;
            long[] places = new long[Math.min(SEGMENT, other.size - first)];
            Arrays.setAll(places, row -> placeOf(other.keys[first + row]));
            here[i] = places;
        }
        return here;
    }

    private static long place(int number) {
        return Place.of(number >>> SEGMENT_BITS, number & SEGMENT - 1);
    }

    private static int segments(int size) {
        return (size + SEGMENT - 1) / SEGMENT;
    }

    private int numberOf(String key) {
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
        return new Finder(column);
    }

    /**
     * The numbers of keys that may be known, -1 for others. Short loops almost without branches, one for each place of memory to go to:
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

    private final class Finder implements RowFinder {

        private final String[] column;
        private final int[] guesses = new int[BLOCK];
        private final int[] hashes = new int[BLOCK];
        private int[] numbers = {};

        Finder(String[] column) {
            this.column = column;
        }

        @Override
        public long[][] regroup(int coming) {
            return STAY;
        }

        @Override
        public void start(int from, int count, RowBatch batch) {
            batch.divide(segments());
        }

        @Override
        public void put(int from, int[] ticks, int count, long[] amounts, RowBatch batch, IntConsumer full) {
            if (numbers.length < count) {
                numbers = new int[count];
            }
            for (int start = 0; start < count; start += BLOCK) {
                int length = Math.min(BLOCK, count - start);
                guess(column, from + start, length, hashes, guesses);
                for (int i = 0; i < length; i++) {
                    if (ticks[start + i] != RowBatch.OUT) {
                        String key = column[from + start + i];
                        int guess = guesses[i];
                        numbers[start + i] = guess >= 0 && keys[guess].equals(key) ? guess : numberOf(key);
                    }
                }
            }
            if (segments() > batch.segments()) {
                for (int segment = 0; segment < batch.segments(); segment++) {
                    full.accept(segment);
                }
                batch.divide(2 * segments());
            }
            for (int i = 0; i < count; i++) {
                if (ticks[i] != RowBatch.OUT) {
                    int segment = numbers[i] >>> SEGMENT_BITS;
                    if (batch.isFull(segment)) {
                        full.accept(segment);
                    }
                    batch.put(segment, numbers[i] & SEGMENT - 1, ticks[i], amounts[from + i]);
                }
            }
        }

        @Override
        public void touch(int segment) {
            // Rows are found before they are put together.
        }

        @Override
        public void find(RowBatch batch, int segment, int from, int[] rows, int count) {
            for (int i = 0; i < count; i++) {
                rows[i] = batch.row(from + i);
            }
        }

        @Override
        public int segments() {
            return TextRows.segments(size);
        }

        @Override
        public int rows(int segment) {
            return Math.min(SEGMENT, size - segment * SEGMENT);
        }

        @Override
        public void finish() {
            // Rows follow from the numbers.
        }
    }
}
