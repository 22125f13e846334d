package io.loyalty.metrics.column;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The rows of keys that are numbers, and the numbers of the keys: from 0 in the order in which they were first seen.
 *
 * <p>Few keys have one segment; many, and those of long columns, are dealt out to 256 by the upper bits of their hash.
 */
public final class LongRows implements Serializable {

    static final int SEGMENT_BITS = 8;

    private static final long serialVersionUID = 1L;
    private static final int MANY_SEGMENTS = 1 << SEGMENT_BITS;
    private static final int FEW = 1 << 14;

    private LongSlots[] segments = {new LongSlots()};
    /** By number. */
    private long[] places = new long[16];

    private int size;

    /** No keys yet. */
    public LongRows() {}

    static long hash(long key) {
        // Fibonacci hashing: the upper bits of the product spread runs and strides of keys evenly.
        return key * 0x9E3779B97F4A7C15L;
    }

    /** The segment of a key, of one or many segments. */
    static int segment(long key, int segments) {
        return (int) (hash(key) >>> Long.SIZE - SEGMENT_BITS) & segments - 1;
    }

    /**
     * Where the rows of all keys are.
     *
     * @return a new column, by the numbers of the keys
     */
    public long[] places() {
        return Arrays.copyOf(places, size);
    }

    /**
     * The key of a row.
     *
     * @param place where the row is
     * @return the key
     */
    public long key(long place) {
        return segments[Place.segment(place)].key(Place.row(place));
    }

    /**
     * Where the row of a key is, which is new if the key is.
     *
     * @param key the key
     * @return its place
     */
    public long placeOf(long key) {
        int segment = segment(key, segments.length);
        LongSlots slots = segments[segment];
        int before = slots.size();
        int row = slots.rowOf(key);
        if (slots.size() > before) {
            number(Place.of(segment, row));
        }
        return Place.of(segment, row);
    }

    /**
     * Adds the keys of others.
     *
     * @param other other keys
     * @return the place here of each row of each of their segments
     */
    public long[][] addAll(LongRows other) {
        long[][] here = new long[other.segments.length][];
        Arrays.setAll(here, i -> new long[other.segments[i].size()]);
        for (int i = 0; i < other.size; i++) {
            long there = other.places[i];
            here[Place.segment(there)][Place.row(there)] = placeOf(other.key(there));
        }
        return here;
    }

    /**
     * Makes more segments if there are many keys for the one there is.
     *
     * @return the new place of each row of each segment; empty if they stay where they are
     */
    public long[][] regroup() {
        return regroup(0);
    }

    private long[][] regroup(int coming) {
        if (size + coming < FEW || segments.length == MANY_SEGMENTS) {
            return RowFinder.STAY;
        }
        LongSlots old = segments[0];
        segments = new LongSlots[MANY_SEGMENTS];
        Arrays.setAll(segments, i -> new LongSlots());
        size = 0;
        for (int row = 0; row < old.size(); row++) {
            placeOf(old.key(row));
        }
        return new long[][] {places()};
    }

    /**
     * A finder of the rows of a column.
     *
     * @param column the keys
     * @return the finder
     */
    public RowFinder finder(long[] column) {
        return new Finder(column);
    }

    private void number(long place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, Math.multiplyExact(2, size));
        }
        places[size++] = place;
    }

    private final class Finder implements RowFinder {

        private final long[] column;
        /** The rows of each segment whose keys have numbers. */
        private int[] numbered = {};
        /** Whether the key of each transaction of the stretch was first seen with it: a bit each. */
        private long[] firstSights = {};

        private int[] missed = {};
        private int start;

        Finder(long[] column) {
            this.column = column;
        }

        @Override
        public long[][] regroup(int coming) {
            return LongRows.this.regroup(coming);
        }

        @Override
        public void start(int from, int count, RowBatch batch) {
            start = from;
            numbered = new int[segments.length];
            Arrays.setAll(numbered, i -> segments[i].size());
            firstSights = new long[(count >> 6) + 1];
            batch.divide(segments.length);
            batch.keepKeys();
        }

        @Override
        public void put(int from, int[] ticks, int count, long[] amounts, RowBatch batch, IntConsumer full) {
            for (int i = 0; i < count; i++) {
                if (ticks[i] != RowBatch.OUT) {
                    long key = column[from + i];
                    int segment = segment(key, segments.length);
                    if (batch.isFull(segment)) {
                        full.accept(segment);
                    }
                    batch.put(segment, key, from + i - start, ticks[i], amounts[from + i]);
                }
            }
        }

        @Override
        public void touch(int segment) {
            segments[segment].touch();
        }

        @Override
        public void find(RowBatch batch, int segment, int from, int[] rows, int count) {
            LongSlots slots = segments[segment];
            if (missed.length < count) {
                missed = new int[count];
            }
            int misses = slots.guess(batch, from, rows, count, missed);
            for (int j = 0; j < misses; j++) {
                int i = missed[j];
                int before = slots.size();
                rows[i] = slots.rowOf(batch.key(from + i));
                if (slots.size() > before) {
                    int position = batch.row(from + i);
                    firstSights[position >> 6] |= 1L << position;
                }
            }
        }

        @Override
        public int segments() {
            return segments.length;
        }

        @Override
        public int rows(int segment) {
            return segments[segment].size();
        }

        @Override
        public void finish() {
            // Within a segment, keys have their rows in the order of first sight.
            for (int word = 0; word < firstSights.length; word++) {
                for (long bits = firstSights[word]; bits != 0; bits &= bits - 1) {
                    int position = (word << 6) + Long.numberOfTrailingZeros(bits);
                    int segment = segment(column[start + position], segments.length);
                    number(Place.of(segment, numbered[segment]++));
                }
            }
        }
    }
}
