package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.RowBatch;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * One row per customer, in segments that fit the nearest cache.
 *
 * <p>Times are kept as ticks before the end of observation (days, or seconds for {@link PurchasePeriod#INSTANT}), so
 * that a later time is a smaller number. All that a row holds is independent of the order of its transactions.
 */
final class PurchaseTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PeriodClock clock;
    private final ArrayList<PurchaseSegment> segments = new ArrayList<>();
    private int size;

    PurchaseTable(PeriodClock clock) {
        this.clock = clock;
    }

    int size() {
        return size;
    }

    /** Adds empty rows up to a number of them. */
    void extend(int newSize) {
        while (size < newSize) {
            int segment = RowBatch.segment(size);
            if (segment == segments.size()) {
                segments.add(new PurchaseSegment(clock));
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

    void addOrder(int row, int ago, long amount) {
        segment(row).addOrder(RowBatch.within(row), ago, amount);
    }

    void addItems(int row, long items) {
        segment(row).addItems(RowBatch.within(row), items);
    }

    void addRefund(int row, int ago, long amount) {
        segment(row).addRefund(RowBatch.within(row), ago, amount);
    }

    void markBoughtBefore(int row) {
        segment(row).markBoughtBefore(RowBatch.within(row));
    }

    /** Adds all that a row of another table knows, whose sets are filed. */
    void addRow(int row, PurchaseTable other, int theirs) {
        segment(row).addRow(RowBatch.within(row), other.segment(theirs), RowBatch.within(theirs));
    }

    /** Files the periods noted so far; to be called before periods are counted or read. */
    void file() {
        segments.forEach(PurchaseSegment::file);
    }

    PeriodClock clock() {
        return clock;
    }

    /** A table with the same rows, which shares nothing with this one. */
    PurchaseTable copy() {
        PurchaseTable copy = new PurchaseTable(clock);
        segments.forEach(segment -> copy.segments.add(segment.copy()));
        copy.size = size;
        return copy;
    }

    PurchaseSegment segment(int row) {
        return segments.get(RowBatch.segment(row));
    }
}
