package io.loyalty.metrics.retention;

import static io.loyalty.metrics.column.HalfLines.at;

import io.loyalty.metrics.column.HalfLines;
import io.loyalty.metrics.column.RowBatch;
import io.loyalty.metrics.column.Segment;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What some thousand customers did in each period: orders and revenue by customer and period, in any order of arrival.
 *
 * <p>Each customer's row holds the sums of the period that it was seen in last. When another period comes, they are filed in a
 * log. As long as every customer's periods come in ascending order, as in the records of a till, the log holds each pair once and
 * nothing is ever sorted.
 */
final class CohortSegment implements Segment, Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;
    private static final int SMALLEST = 16;

    /**
     * A row: revenue of the open pair, its period and orders; and then the last filed period, the first one with an order plus
     * one, and whether the customer bought before. One number is to spare.
     */
    private static final int REVENUE = 0;

    private static final int OPEN = 1;
    private static final int FILED = 2;
    private static final long BOUGHT_BEFORE = 1;

    private long[] rows = new long[at(SMALLEST)];
    private int size;
    /** Keeps what was read ahead from being optimised away. */
    private transient long touched;

    private final PairLog log;

    CohortSegment(PairRoom room) {
        log = new PairLog(room);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void extend(int newSize) {
        if (at(newSize) > rows.length) {
            int capacity = Math.max(newSize, Math.multiplyExact(2, size));
            rows = Arrays.copyOf(rows, at(capacity));
        }
        for (; size < newSize; size++) {
            rows[at(size) + OPEN] = pair(NONE, 0);
            rows[at(size) + FILED] = pair(NONE, 0);
        }
    }

    @Override
    public void touch() {
        touched = HalfLines.readAll(rows, size);
    }

    @Override
    public void add(RowBatch batch, int from, int[] places, int count) {
        touched = HalfLines.read(rows, places, count);
        for (int i = 0; i < count; i++) {
            add(places[i], batch.tick(from + i), batch.amount(from + i));
        }
    }

    /** Adds a transaction; amounts of at least 0 are orders. */
    void add(int row, int period, long amount) {
        if (period >= 0) {
            add(row, period, amount < 0 ? 0 : 1, amount);
        } else if (period == RowBatch.BEFORE) {
            markBoughtBefore(row);
        }
    }

    boolean hasBoughtBefore(int row) {
        return (rows[at(row) + FILED] & BOUGHT_BEFORE) != 0;
    }

    void markBoughtBefore(int row) {
        rows[at(row) + FILED] |= BOUGHT_BEFORE;
    }

    /** The period of a customer's first order, or {@link CohortTable#NEVER}. */
    int firstPeriod(int row) {
        int first = (int) rows[at(row) + FILED] >>> 1;
        long open = rows[at(row) + OPEN];
        int filed = first == 0 ? CohortTable.NEVER : first - 1;
        return (int) open > 0 ? Math.min(filed, high(open)) : filed;
    }

    void add(int row, int period, int orders, long revenue) {
        int at = at(row);
        long open = rows[at + OPEN];
        if (high(open) == period) {
            rows[at + OPEN] = pair(period, Math.addExact((int) open, orders));
            rows[at + REVENUE] = Math.addExact(rows[at + REVENUE], revenue);
        } else {
            if (high(open) != NONE) {
                file(row);
            }
            rows[at + OPEN] = pair(period, orders);
            rows[at + REVENUE] = revenue;
        }
    }

    /** Moves a row's open pair to the log. */
    private void file(int row) {
        int at = at(row);
        long open = rows[at + OPEN];
        int period = high(open);
        long filed = rows[at + FILED];
        if (period <= high(filed)) {
            log.isOutOfOrder();
        }
        int first = (int) filed >>> 1;
        if ((int) open > 0 && (first == 0 || period + 1 < first)) {
            first = period + 1;
        }
        rows[at + FILED] = pair(Math.max(period, high(filed)), first << 1 | (int) (filed & BOUGHT_BEFORE));
        rows[at + OPEN] = pair(NONE, 0);
        log.add(row, period, (int) open, rows[at + REVENUE], size);
    }

    /** Files what is open if it does not come last, and merges, so that {@link #read} meets each pair once and in order. */
    private void settle() {
        boolean lastComesLast = true;
        for (int row = 0; row < size && lastComesLast; row++) {
            int open = high(rows[at(row) + OPEN]);
            lastComesLast = open == NONE || open > high(rows[at(row) + FILED]);
        }
        if (log.isOrdered() && lastComesLast) {
            return;
        }
        for (int row = 0; row < size; row++) {
            if (high(rows[at(row) + OPEN]) != NONE) {
                file(row);
            }
        }
        log.merge(size);
    }

    /** Reads all pairs, whose rows count from a first number. */
    void read(CohortTable.Reader reader, int firstRow) {
        settle();
        Pairs pairs = log.pairs();
        for (int i = 0; i < log.size(); i++) {
            reader.read(firstRow + pairs.row(i), pairs.period(i), pairs.orders(i), pairs.revenue(i));
        }
        for (int row = 0; row < size; row++) {
            long open = rows[at(row) + OPEN];
            if (high(open) != NONE) {
                reader.read(firstRow + row, high(open), (int) open, rows[at(row) + REVENUE]);
            }
        }
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
    }

    private static int high(long pair) {
        return (int) (pair >> Integer.SIZE);
    }
}
