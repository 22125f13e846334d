package io.loyalty.metrics.column;

/** Rows of four numbers in one array: each takes half a line of the cache, and with the header of the array none crosses a border. */
public final class HalfLines {

    private static final int STRIDE = 4;
    private static final int PAD = 6;
    private static final int LINE = 8;

    private HalfLines() {}

    /**
     * Where a row begins, and how long an array of so many rows is.
     *
     * @param row the number of the row
     * @return the position of its first number
     */
    public static int at(int row) {
        return PAD + row * STRIDE;
    }

    /**
     * Reads all rows in their order, which brings them into the nearest caches in a stream.
     *
     * @param rows the array
     * @param size how many
     * @return a sum to be kept, or nothing would be read
     */
    public static long readAll(long[] rows, int size) {
        long sum = 0;
        for (int i = 0; i < at(size); i += LINE) {
            sum += rows[i];
        }
        return sum;
    }

    /**
     * Reads some rows before anything is decided on one of them: without branches in between, the processor waits for many at a time.
     *
     * @param rows the array
     * @param places the numbers of the rows
     * @param count how many
     * @return a sum to be kept, or nothing would be read
     */
    public static long read(long[] rows, int[] places, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += rows[at(places[i])];
        }
        return sum;
    }
}
