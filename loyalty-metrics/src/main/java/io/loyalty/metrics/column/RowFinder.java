package io.loyalty.metrics.column;

import java.util.function.IntConsumer;

/** Finds the rows of a column of keys, a stretch at a time. */
public interface RowFinder {

    /** No new places. */
    long[][] STAY = {};

    /**
     * Makes more segments if there are many keys for those there are, or may soon be.
     *
     * @param coming how many transactions come next
     * @return the new place of each row of each segment; empty if they stay where they are
     */
    long[][] regroup(int coming);

    /**
     * Starts with a stretch of the column.
     *
     * @param from the position of the first transaction
     * @param count how many
     * @param batch where they will be put
     */
    void start(int from, int count, RowBatch batch);

    /**
     * Puts the next transactions of the stretch together by the segments of their keys.
     *
     * @param from the position of the first
     * @param ticks the time of each, or a negative number of {@link RowBatch}
     * @param count how many
     * @param amounts the column of amounts
     * @param batch where to put them
     * @param full what to do with a segment that is full, so that it is empty then
     */
    void put(int from, int[] ticks, int count, long[] amounts, RowBatch batch, IntConsumer full);

    /**
     * Reads ahead what it takes to find the rows of a segment.
     *
     * @param segment the number of the segment
     */
    void touch(int segment);

    /**
     * Finds the rows of some transactions of a segment, which are new if the keys are.
     *
     * @param batch the batch
     * @param segment the number of the segment
     * @param from the first of them
     * @param rows what to fill, from 0 for the first on
     * @param count how many
     */
    void find(RowBatch batch, int segment, int from, int[] rows, int count);

    /**
     * The number of segments.
     *
     * @return at least 0
     */
    int segments();

    /**
     * The number of rows of a segment.
     *
     * @param segment the number of the segment
     * @return how many keys it has so far
     */
    int rows(int segment);

    /** Numbers the keys that were new in a stretch, by the order in which they were first seen. */
    void finish();
}
