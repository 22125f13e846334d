package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.Place;
import io.loyalty.metrics.column.SegmentTable;

/** What each customer did in each period, one row per customer. Rows are read segment by segment, from 0 on. */
final class CohortTable extends SegmentTable<CohortSegment> {

    static final int NEVER = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1L;

    private final PairRoom room = new PairRoom();

    /** Sees each customer's pairs, in ascending order of the periods; those of different customers may alternate. */
    interface Reader {

        void read(int row, int period, int orders, long revenue);
    }

    /** The number of rows of all segments. */
    int size() {
        int size = 0;
        for (CohortSegment segment : segments()) {
            size = Math.addExact(size, segment.size());
        }
        return size;
    }

    @Override
    protected CohortSegment newSegment() {
        return new CohortSegment(room);
    }

    @Override
    protected void addRows(CohortSegment other, long[] here) {
        for (int row = 0; row < here.length; row++) {
            if (other.hasBoughtBefore(row)) {
                segment(here[row]).markBoughtBefore(Place.row(here[row]));
            }
        }
        other.read(
                (row, period, orders, revenue) -> {
                    long place = here[row];
                    segment(place).add(Place.row(place), period, orders, revenue);
                },
                0);
    }

    /** Whether each customer bought before the window. */
    boolean[] boughtBefore() {
        boolean[] before = new boolean[size()];
        int row = 0;
        for (CohortSegment segment : segments()) {
            for (int i = 0; i < segment.size(); i++) {
                before[row++] = segment.hasBoughtBefore(i);
            }
        }
        return before;
    }

    /** The period of each customer's first order, or {@link #NEVER}. */
    int[] firstPeriods() {
        int[] first = new int[size()];
        int row = 0;
        for (CohortSegment segment : segments()) {
            for (int i = 0; i < segment.size(); i++) {
                first[row++] = segment.firstPeriod(i);
            }
        }
        return first;
    }

    void read(Reader reader) {
        int firstRow = 0;
        for (CohortSegment segment : segments()) {
            segment.read(reader, firstRow);
            firstRow += segment.size();
        }
    }
}
