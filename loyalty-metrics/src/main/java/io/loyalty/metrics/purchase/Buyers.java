package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.RowBatch;
import java.io.Serializable;
import java.util.Arrays;

/** The customers of a table who have an order, numbered from 0 in the order of their rows. The table is filed and at rest. */
final class Buyers implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PurchaseTable table;
    private final int[] rows;

    Buyers(PurchaseTable table) {
        this.table = table;
        int[] buyers = new int[table.size()];
        int count = 0;
        for (int row = 0; row < buyers.length; row++) {
            buyers[count] = row;
            count += table.segment(row).orders(RowBatch.within(row)) > 0 ? 1 : 0;
        }
        rows = Arrays.copyOf(buyers, count);
    }

    int size() {
        return rows.length;
    }

    /** The number of customers without an order. */
    int others() {
        return table.size() - rows.length;
    }

    /** The row of a customer in the table. */
    int row(int customer) {
        return rows[customer];
    }

    PeriodClock clock() {
        return table.clock();
    }

    int orders(int customer) {
        return segment(customer).orders(place(customer));
    }

    int first(int customer) {
        return segment(customer).first(place(customer));
    }

    int last(int customer) {
        return segment(customer).last(place(customer));
    }

    long gross(int customer) {
        return segment(customer).gross(place(customer));
    }

    long firstGross(int customer) {
        return segment(customer).firstGross(place(customer));
    }

    int refunds(int customer) {
        return segment(customer).refunds(place(customer));
    }

    /** The latest tick of a refund, or {@link Integer#MAX_VALUE}. */
    int lastRefund(int customer) {
        return segment(customer).lastRefund(place(customer));
    }

    long refunded(int customer) {
        return segment(customer).refunded(place(customer));
    }

    long items(int customer) {
        return segment(customer).items(place(customer));
    }

    boolean hasBoughtBefore(int customer) {
        return segment(customer).hasBoughtBefore(place(customer));
    }

    /** The number of different periods with an order. */
    int purchases(int customer) {
        return segment(customer).purchases(place(customer));
    }

    /** The periods strictly between the first and the last, the earliest (largest) first. */
    int[] between(int customer) {
        return segment(customer).between(place(customer));
    }

    private PurchaseSegment segment(int customer) {
        return table.segment(rows[customer]);
    }

    private int place(int customer) {
        return RowBatch.within(rows[customer]);
    }
}
