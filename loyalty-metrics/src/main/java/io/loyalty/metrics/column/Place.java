package io.loyalty.metrics.column;

/** Where the row of a key is: the number of its segment in the upper half, the number of the row there in the lower. */
public final class Place {

    private Place() {}

    static long of(int segment, int row) {
        return (long) segment << Integer.SIZE | row;
    }

    /**
     * The segment of a row.
     *
     * @param place where the row is
     * @return the number of its segment, from 0
     */
    public static int segment(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    /**
     * A row's number within its segment.
     *
     * @param place where the row is
     * @return from 0
     */
    public static int row(long place) {
        return (int) place;
    }
}
