package io.loyalty.metrics.column;

/** Finds the rows of a column of keys, a stretch at a time. */
@FunctionalInterface
public interface RowFinder {

    /**
     * Replaces each number that is not negative by the row of the key, which is new if the key is; keys of negative numbers are
     * passed over.
     *
     * @param from the position of the first key
     * @param count how many keys
     * @param rows what to replace, from 0 for the first key on
     * @return the number of rows that there are now
     */
    int find(int from, int count, int[] rows);
}
