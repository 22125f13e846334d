package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.Place;
import io.loyalty.metrics.column.SegmentTable;

/**
 * One row per customer.
 *
 * <p>Times are kept as ticks before the end of observation (days, or seconds for {@link PurchasePeriod#INSTANT}), so
 * that a later time is a smaller number. All that a row holds is independent of the order of its transactions.
 */
final class PurchaseTable extends SegmentTable<PurchaseSegment> {

    private static final long serialVersionUID = 1L;

    private final PeriodClock clock;
    private final PeriodRoom room = new PeriodRoom();

    PurchaseTable(PeriodClock clock) {
        this.clock = clock;
    }

    @Override
    protected PurchaseSegment newSegment() {
        return new PurchaseSegment(clock, room);
    }

    @Override
    protected void addRows(PurchaseSegment other, long[] here) {
        other.file();
        for (int row = 0; row < here.length; row++) {
            segment(here[row]).addRow(Place.row(here[row]), other, row);
        }
    }

    /** Files the periods noted so far; to be called before periods are counted or read. */
    void file() {
        segments().forEach(PurchaseSegment::file);
        room.clear();
    }

    PeriodClock clock() {
        return clock;
    }

    /** A table with the same rows, which shares nothing with this one. */
    PurchaseTable copy() {
        PurchaseTable copy = new PurchaseTable(clock);
        segments().forEach(segment -> copy.append(segment.copy(copy.room)));
        return copy;
    }
}
