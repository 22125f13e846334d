package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.Place;
import java.io.Serializable;
import java.util.Arrays;

/** The customers of a table who have an order, numbered from 0 in the order of their rows. The table is filed and at rest. */
final class Buyers implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PurchaseTable table;
    private final long[] places;
    private final int others;

    /** The buyers among customers whose rows are at some places, a column that is overwritten. */
    Buyers(PurchaseTable table, long[] customers) {
        this.table = table;
        int count = 0;
        for (long place : customers) {
            customers[count] = place;
            count += table.segment(place).orders(Place.row(place)) > 0 ? 1 : 0;
        }
        places = count == customers.length ? customers : Arrays.copyOf(customers, count);
        others = customers.length - count;
    }

    int size() {
        return places.length;
    }

    /** The number of customers without an order. */
    int others() {
        return others;
    }

    /** Where the row of a customer is in the table. */
    long place(int customer) {
        return places[customer];
    }

    PeriodClock clock() {
        return table.clock();
    }

    int orders(int customer) {
        return segment(customer).orders(row(customer));
    }

    int first(int customer) {
        return segment(customer).first(row(customer));
    }

    int last(int customer) {
        return segment(customer).last(row(customer));
    }

    long gross(int customer) {
        return segment(customer).gross(row(customer));
    }

    long firstGross(int customer) {
        return segment(customer).firstGross(row(customer));
    }

    int refunds(int customer) {
        return segment(customer).refunds(row(customer));
    }

    /** The latest tick of a refund that counts as seeing the customer, or {@link Integer#MAX_VALUE}. */
    int lastRefund(int customer) {
        return segment(customer).lastRefund(row(customer));
    }

    long refunded(int customer) {
        return segment(customer).refunded(row(customer));
    }

    long items(int customer) {
        return segment(customer).items(row(customer));
    }

    boolean hasBoughtBefore(int customer) {
        return segment(customer).hasBoughtBefore(row(customer));
    }

    /** The number of different periods with an order. */
    int purchases(int customer) {
        return segment(customer).purchases(row(customer));
    }

    /** The periods strictly between the first and the last, the earliest (largest) first. */
    int[] between(int customer) {
        return segment(customer).between(row(customer));
    }

    private PurchaseSegment segment(int customer) {
        return table.segment(places[customer]);
    }

    private int row(int customer) {
        return Place.row(places[customer]);
    }
}
