package io.loyalty.metrics.value;

/**
 * Sums over many rows in chunks of fixed size: each chunk has its own plain sums, and they are joined in order, so that the total does not
 * depend on how many threads filled them.
 */
final class ChunkSums {

    /** Rows in a chunk. */
    static final int ROWS = 4096;

    private final int from;
    private final int to;
    private final double[][] sums;

    /** Room for some sums over rows from (included) to (excluded). */
    ChunkSums(int from, int to, int sums) {
        this.from = from;
        this.to = to;
        this.sums = new double[(Math.max(0, to - from) + ROWS - 1) / ROWS][sums];
    }

    int chunks() {
        return sums.length;
    }

    int begin(int chunk) {
        return from + chunk * ROWS;
    }

    int end(int chunk) {
        return Math.min(to, begin(chunk) + ROWS);
    }

    /** Notes the sums of a chunk. */
    void put(int chunk, double... values) {
        System.arraycopy(values, 0, sums[chunk], 0, values.length);
    }

    /** One of the sums over all chunks, times a factor. */
    void addTo(ExactSum total, int sum, double factor) {
        for (double[] chunk : sums) {
            total.add(chunk[sum] * factor);
        }
    }
}
