package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.RowBatch;
import java.io.Serializable;
import java.util.ArrayList;

/** What each customer did in each period, one row per customer, in segments that fit the nearest cache. */
final class CohortTable implements Serializable {

    static final int NEVER = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1L;

    private final ArrayList<CohortSegment> segments = new ArrayList<>();
    private int size;

    /** Sees each customer's pairs, in ascending order of the periods; those of different customers may alternate. */
    interface Reader {

        void read(int row, int period, int orders, long revenue);
    }

    int size() {
        return size;
    }

    /** Adds empty rows up to a number of them. */
    void extend(int newSize) {
        while (size < newSize) {
            int segment = RowBatch.segment(size);
            if (segment == segments.size()) {
                segments.add(new CohortSegment());
            }
            int next = Math.min(newSize, (segment + 1) * RowBatch.SEGMENT);
            segments.get(segment).extend(next - segment * RowBatch.SEGMENT);
            size = next;
        }
    }

    /** The number of segments, so that transactions can be put together by them. */
    int segments() {
        return segments.size();
    }

    /** Adds a batch of orders and refunds to rows that there are. */
    void add(RowBatch batch) {
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).add(batch, batch.start(i), batch.end(i));
        }
    }

    void add(int row, int period, int orders, long revenue) {
        segment(row).add(RowBatch.within(row), period, orders, revenue);
    }

    boolean hasBoughtBefore(int row) {
        return segment(row).hasBoughtBefore(RowBatch.within(row));
    }

    void markBoughtBefore(int row) {
        segment(row).markBoughtBefore(RowBatch.within(row));
    }

    /** The period of a customer's first order, or {@link #NEVER}. */
    int firstPeriod(int row) {
        return segment(row).firstPeriod(RowBatch.within(row));
    }

    void read(Reader reader) {
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).read(reader, i * RowBatch.SEGMENT);
        }
    }

    private CohortSegment segment(int row) {
        return segments.get(RowBatch.segment(row));
    }
}
