package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * One row per customer: what every order changes lies in eight neighbouring numbers, one line of the cache, and what
 * refunds and items change lies apart.
 *
 * <p>Times are kept as ticks before the end of observation (days, or seconds for {@link PurchasePeriod#INSTANT}), so
 * that a later time is a smaller number. All that a row holds is independent of the order of its transactions.
 */
final class PurchaseTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int STRIDE = 8;
    private static final int PAD = 6;
    private static final int KEY = 0;
    /** First and last tick of an order. */
    private static final int SPAN = 1;
    /** Orders, and the number of periods waiting in the row. */
    private static final int COUNTS = 2;

    private static final int GROSS = 3;
    /** Gross revenue of the first purchase period. */
    private static final int FIRST_GROSS = 4;
    /** Six periods strictly between the first and the last, two to a number, waiting to be noted in the sets. */
    private static final int WAITING = 5;

    private static final int MOST_WAITING = 2 * (STRIDE - WAITING);

    private static final int SIDE_STRIDE = 3;
    /** Number of refunds, and the latest tick of one. */
    private static final int REFUNDS = 0;

    private static final int REFUNDED = 1;
    private static final int ITEMS = 2;

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int SMALLEST = 16;

    private final PeriodClock clock;
    private final PeriodSets sets;
    private final BitSet boughtBefore = new BitSet();
    private long[] rows;
    private long[] sides;
    private int size;

    PurchaseTable(PeriodClock clock) {
        this(clock, new PeriodSets(), SMALLEST);
    }

    private PurchaseTable(PeriodClock clock, PeriodSets sets, int capacity) {
        this.clock = clock;
        this.sets = sets;
        rows = new long[at(capacity)];
        sides = new long[capacity * SIDE_STRIDE];
    }

    int size() {
        return size;
    }

    int append(long key) {
        int at = at(size);
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, Math.addExact(PAD, Math.multiplyExact(size * STRIDE, 2)));
            sides = Arrays.copyOf(sides, sides.length * 2);
        }
        rows[at + KEY] = key;
        sides[size * SIDE_STRIDE + REFUNDS] = NEVER;
        return size++;
    }

    void addOrder(int row, int ago, long amount) {
        int at = at(row);
        long counts = rows[at + COUNTS];
        rows[at + COUNTS] = counts + (1L << 32);
        rows[at + GROSS] = Math.addExact(rows[at + GROSS], amount);
        addPeriod(row, ago, amount, counts >>> 32 == 0);
    }

    void addItems(int row, long items) {
        int at = row * SIDE_STRIDE + ITEMS;
        sides[at] = Math.addExact(sides[at], items);
    }

    void addRefund(int row, int ago, long amount) {
        addRefunds(row, 1, ago, Math.negateExact(amount));
    }

    void markBoughtBefore(int row) {
        boughtBefore.set(row);
    }

    /** Adds all that a row of another table knows, whose sets are filed. */
    void addRow(int row, PurchaseTable other, int theirs) {
        int at = at(row);
        int orders = other.orders(theirs);
        if (orders > 0) {
            addPeriod(row, other.first(theirs), other.firstGross(theirs), orders(row) == 0);
            addPeriod(row, other.last(theirs), 0, false);
            for (int period : other.between(theirs)) {
                addBetween(at, period);
            }
            rows[at + COUNTS] = (long) Math.addExact(orders(row), orders) << 32 | rows[at + COUNTS] & 0xFFFF_FFFFL;
            rows[at + GROSS] = Math.addExact(rows[at + GROSS], other.gross(theirs));
        }
        addRefunds(row, other.refunds(theirs), other.lastRefund(theirs), other.refunded(theirs));
        addItems(row, other.items(theirs));
        if (other.hasBoughtBefore(theirs)) {
            markBoughtBefore(row);
        }
    }

    /** Notes what is waiting in the rows; to be called before periods are counted or read. */
    void file() {
        for (int row = 0; row < size; row++) {
            noteWaiting(at(row));
        }
        sets.file(size);
    }

    /** Whether a row has that key; false if there is no such row. */
    boolean holds(int row, long key) {
        return rows[at(row) + KEY] == key & row < size;
    }

    /** The rows with an order. */
    int[] buyers() {
        int[] buyers = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            buyers[count] = row;
            count += orders(row) > 0 ? 1 : 0;
        }
        return Arrays.copyOf(buyers, count);
    }

    /** A table of some rows, which shares nothing with this one; what is waiting must have been filed. */
    PurchaseTable select(int[] chosen) {
        PurchaseTable selected = new PurchaseTable(clock, sets.select(chosen), chosen.length);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(rows, at(chosen[i]), selected.rows, at(i), STRIDE);
            System.arraycopy(sides, chosen[i] * SIDE_STRIDE, selected.sides, i * SIDE_STRIDE, SIDE_STRIDE);
            selected.boughtBefore.set(i, boughtBefore.get(chosen[i]));
        }
        selected.size = chosen.length;
        return selected;
    }

    PeriodClock clock() {
        return clock;
    }

    long key(int row) {
        return rows[at(row) + KEY];
    }

    int orders(int row) {
        return (int) (rows[at(row) + COUNTS] >>> 32);
    }

    int first(int row) {
        return (int) (rows[at(row) + SPAN] >>> 32);
    }

    int last(int row) {
        return (int) rows[at(row) + SPAN];
    }

    long gross(int row) {
        return rows[at(row) + GROSS];
    }

    long firstGross(int row) {
        return rows[at(row) + FIRST_GROSS];
    }

    int refunds(int row) {
        return (int) (sides[row * SIDE_STRIDE + REFUNDS] >>> 32);
    }

    /** The latest tick of a refund, or {@link Integer#MAX_VALUE}. */
    int lastRefund(int row) {
        return (int) sides[row * SIDE_STRIDE + REFUNDS];
    }

    long refunded(int row) {
        return sides[row * SIDE_STRIDE + REFUNDED];
    }

    long items(int row) {
        return sides[row * SIDE_STRIDE + ITEMS];
    }

    boolean hasBoughtBefore(int row) {
        return boughtBefore.get(row);
    }

    /** The number of different periods with an order. */
    int purchases(int row) {
        if (orders(row) == 0) {
            return 0;
        }
        return clock.period(first(row)) == clock.period(last(row)) ? 1 : 2 + sets.size(row);
    }

    /** The periods strictly between the first and the last, the earliest (largest) first. */
    int[] between(int row) {
        return sets.members(row);
    }

    private void addPeriod(int row, int ago, long amount, boolean none) {
        int at = at(row);
        if (none) {
            rows[at + SPAN] = span(ago, ago);
            rows[at + FIRST_GROSS] = amount;
            return;
        }
        long span = rows[at + SPAN];
        int first = (int) (span >>> 32);
        int last = (int) span;
        int period = clock.period(ago);
        int firstPeriod = clock.period(first);
        int lastPeriod = clock.period(last);
        if (period < lastPeriod) {
            // The usual case, data in order of time: what was the last period now lies between.
            rows[at + SPAN] = span(first, ago);
            if (lastPeriod != firstPeriod) {
                addBetween(at, lastPeriod);
            }
        } else if (period > firstPeriod) {
            rows[at + SPAN] = span(ago, last);
            rows[at + FIRST_GROSS] = amount;
            if (lastPeriod != firstPeriod) {
                addBetween(at, firstPeriod);
            }
        } else if (period != firstPeriod && period != lastPeriod) {
            addBetween(at, period);
        } else {
            rows[at + SPAN] = span(Math.max(first, ago), Math.min(last, ago));
            if (period == firstPeriod) {
                rows[at + FIRST_GROSS] = Math.addExact(rows[at + FIRST_GROSS], amount);
            }
        }
    }

    private void addBetween(int at, int period) {
        int waiting = (int) rows[at + COUNTS];
        if (waiting == MOST_WAITING) {
            noteWaiting(at);
            waiting = 0;
        }
        int place = at + WAITING + (waiting >> 1);
        rows[place] = rows[place] << 32 | period;
        rows[at + COUNTS]++;
    }

    private void noteWaiting(int at) {
        int row = (at - PAD) / STRIDE;
        int waiting = (int) rows[at + COUNTS];
        for (int i = 0; i < waiting; i++) {
            long pair = rows[at + WAITING + (i >> 1)];
            boolean upper = (i & 1) == 0 && i + 1 < waiting;
            sets.add(row, (int) (upper ? pair >>> 32 : pair), size);
        }
        rows[at + COUNTS] -= waiting;
    }

    private void addRefunds(int row, int count, int last, long amount) {
        int at = row * SIDE_STRIDE;
        int latest = Math.min(lastRefund(row), last);
        sides[at + REFUNDS] = (long) Math.addExact(refunds(row), count) << 32 | latest;
        sides[at + REFUNDED] = Math.addExact(sides[at + REFUNDED], amount);
    }

    private static int at(int row) {
        return PAD + row * STRIDE;
    }

    private static long span(int first, int last) {
        return (long) first << 32 | last;
    }
}
