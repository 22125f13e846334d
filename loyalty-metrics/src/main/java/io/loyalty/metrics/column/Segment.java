package io.loyalty.metrics.column;

/** Some thousand rows of a table, and what is known of their customers. */
public interface Segment {

    /**
     * The number of rows.
     *
     * @return at least 0
     */
    int size();

    /**
     * Adds empty rows.
     *
     * @param newSize up to how many there are to be
     */
    void extend(int newSize);

    /** Reads ahead what nearly all rows will need. */
    void touch();

    /**
     * Adds transactions of a batch to rows that there are.
     *
     * @param batch the batch
     * @param from the first of them
     * @param rows their rows, from 0 for the first on
     * @param count how many
     */
    void add(RowBatch batch, int from, int[] rows, int count);
}
