package io.loyalty.metrics.column;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A row for each key, in segments that fit the nearest caches.
 *
 * @param <S> what is known of the keys of a segment
 */
public abstract class SegmentTable<S extends Segment> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int BLOCK = 256;
    private static final int OBSERVED = 1 << 10;
    private static final int ROWS_OF_A_LINE = 2;

    private final ArrayList<S> segments = new ArrayList<>();

    /** No rows yet. */
    protected SegmentTable() {}

    /** Says what the transactions of a stretch of a column are. */
    @FunctionalInterface
    public interface Observer {

        /**
         * Observes transactions, each once and in order.
         *
         * @param from the position of the first in the column
         * @param count how many
         * @param ticks what to fill, from 0 for the first on: the time of each, or one of the negative numbers of {@link RowBatch}
         */
        void observe(int from, int count, int[] ticks);
    }

    /**
     * Makes a segment.
     *
     * @return one without rows
     */
    protected abstract S newSegment();

    /**
     * Adds all that another segment knows.
     *
     * @param other the segment
     * @param here the place of each of its rows in this table
     */
    protected abstract void addRows(S other, long[] here);

    /**
     * The segments there are.
     *
     * @return a view
     */
    public final List<S> segments() {
        return segments;
    }

    /**
     * The segment of a row that is there.
     *
     * @param place where the row is
     * @return the segment
     */
    public final S segment(long place) {
        return segments.get(Place.segment(place));
    }

    /**
     * The segment of a row, which is added if it is not there yet.
     *
     * @param place where the row is
     * @return the segment
     */
    public final S extended(long place) {
        growTo(Place.segment(place) + 1);
        S segment = segment(place);
        if (Place.row(place) >= segment.size()) {
            segment.extend(Place.row(place) + 1);
        }
        return segment;
    }

    /**
     * Adds the transactions of columns.
     *
     * @param keys finds the rows of their keys
     * @param amounts their amounts
     * @param mostTick the latest time there may be
     * @param observer says what they are
     */
    public final void addAll(RowFinder keys, long[] amounts, int mostTick, Observer observer) {
        int most = Math.min(RowBatch.SIZE, amounts.length);
        RowBatch batch = new RowBatch(most, mostTick);
        int[] rows = new int[BLOCK];
        int count;
        for (int from = 0; from < amounts.length; from += count) {
            count = Math.min(most, amounts.length - from);
            regroup(keys.regroup(count));
            try {
                put(keys, from, count, amounts, observer, batch, segment -> add(keys, batch, segment, rows));
                for (int segment = 0; segment < batch.segments(); segment++) {
                    add(keys, batch, segment, rows);
                }
            } finally {
                keys.finish();
                extend(keys);
            }
        }
    }

    /** Observes a block and puts it into its places while it is in the nearest cache. */
    private static void put(
            RowFinder keys, int from, int count, long[] amounts, Observer observer, RowBatch batch, IntConsumer full) {
        int[] ticks = new int[OBSERVED];
        keys.start(from, count, batch);
        int length;
        for (int start = from; start < from + count; start += length) {
            length = Math.min(OBSERVED, from + count - start);
            observer.observe(start, length, ticks);
            keys.put(start, ticks, length, amounts, batch, full);
        }
    }

    /** Adds the rows that are missing if an error came between. */
    private void extend(RowFinder keys) {
        growTo(keys.segments());
        for (int i = 0; i < keys.segments(); i++) {
            segments.get(i).extend(keys.rows(i));
        }
    }

    private void add(RowFinder keys, RowBatch batch, int number, int[] rows) {
        int end = batch.end(number);
        int count = end - batch.start(number);
        if (count == 0) {
            return;
        }
        growTo(number + 1);
        S segment = segments.get(number);
        if (ROWS_OF_A_LINE * (long) count >= segment.size()) {
            keys.touch(number);
            segment.touch();
        }
        for (int from = batch.start(number); from < end; from += BLOCK) {
            count = Math.min(BLOCK, end - from);
            keys.find(batch, number, from, rows, count);
            segment.extend(keys.rows(number));
            segment.add(batch, from, rows, count);
        }
        batch.clear(number);
    }

    /**
     * Adds all that another table knows.
     *
     * @param other the table
     * @param here the place of each row of each of its segments in this table
     */
    public final void addRows(SegmentTable<S> other, long[][] here) {
        addRows(other.segments, here);
    }

    /**
     * Moves all rows.
     *
     * @param here the new place of each row of each segment; empty if they stay where they are
     */
    public final void regroup(long[][] here) {
        if (here.length > 0) {
            List<S> old = List.copyOf(segments);
            segments.clear();
            addRows(old, here);
        }
    }

    private void addRows(List<S> others, long[][] here) {
        for (int i = 0; i < others.size(); i++) {
            for (long place : here[i]) {
                extended(place);
            }
            addRows(others.get(i), here[i]);
        }
    }

    /**
     * Adds a segment after all others.
     *
     * @param segment a segment
     */
    protected final void append(S segment) {
        segments.add(segment);
    }

    private void growTo(int number) {
        while (segments.size() < number) {
            segments.add(newSegment());
        }
    }
}
