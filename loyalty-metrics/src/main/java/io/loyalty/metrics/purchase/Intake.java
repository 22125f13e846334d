package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.Place;
import io.loyalty.metrics.column.RowBatch;
import io.loyalty.metrics.column.RowFinder;
import java.io.Serializable;

/** Sorts transactions by the rules, counts what it sees, and adds the rest to the table: the part that has no keys. */
final class Intake implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PurchaseRules rules;
    private final boolean zeroIsOrder;
    private final PeriodClock clock;
    private final PurchaseTable table;
    private long orders;
    private long refunds;
    private long zeroAmounts;
    private long afterAsOf;
    private long beforeWindow;

    Intake(PurchaseRules rules) {
        this.rules = rules;
        zeroIsOrder = rules.zeroAmounts() == ZeroAmounts.ORDERS;
        clock = new PeriodClock(rules);
        table = new PurchaseTable(clock);
    }

    static void checkItems(long items) {
        if (items < 0) {
            throw new IllegalArgumentException("items must be at least 0: " + items);
        }
    }

    static void checkLengths(int customers, int at, int amounts) {
        if (customers != at || customers != amounts) {
            throw new IllegalArgumentException(
                    "customers, at and amounts must be equally long: " + customers + ", " + at + " and " + amounts);
        }
    }

    /** Adds the transactions of columns. */
    void addAll(RowFinder customers, long[] at, long[] amounts) {
        table.addAll(customers, amounts, clock.oldest(), (from, count, ticks) -> {
            clock.ago(at, from, ticks, count);
            int usual = 0;
            for (int i = 0; i < count; i++) {
                if (ticks[i] >= 0 && amounts[from + i] > 0) {
                    usual++;
                } else {
                    ticks[i] = observed(ticks[i], at[from + i], amounts[from + i], (long) from + i);
                }
            }
            orders += usual;
        });
    }

    /**
     * Counts a transaction.
     *
     * @return its tick, or a negative number of {@link RowBatch} if it is no order or refund of the window
     */
    int observe(long at, long amount, long index) {
        return observed(clock.ago(at), at, amount, index);
    }

    /** The same for an instant that comes from no column. */
    int observeSecond(long second, long amount) {
        return observed(clock.agoOfSecond(second), second, amount, -1);
    }

    /** The same for a refund, which may be of 0. */
    int observeRefund(long second, long amount) {
        int ago = clock.agoOfSecond(second);
        if (ago < 0) {
            countUnobserved(ago, second, -1);
            return RowBatch.OUT;
        }
        countRefund(amount, -1);
        return ago;
    }

    /** Adds a transaction that was counted and is not out. */
    void add(long place, int tick, long amount, long items) {
        PurchaseSegment segment = table.extended(place);
        segment.add(Place.row(place), tick, amount);
        if (tick >= 0 && amount >= 0 && items != 0) {
            segment.addItems(Place.row(place), items);
        }
    }

    /** Adds a refund that was counted and is not out. */
    void addRefund(long place, int tick, long amount) {
        table.extended(place).addRefund(Place.row(place), tick, amount);
    }

    /** Moves the rows of all customers. */
    void regroup(long[][] here) {
        table.regroup(here);
    }

    /** Refuses another intake that cannot be added to this one. */
    void requireSame(Intake other) {
        if (other == this) {
            throw new IllegalArgumentException("other must be another accumulator");
        }
        if (!rules.equals(other.rules)) {
            throw new IllegalArgumentException("other must have the same rules: " + rules + " and " + other.rules);
        }
    }

    /** Adds all that another intake knows, whose rows have their places here. */
    void combine(Intake other, long[][] here) {
        orders += other.orders;
        refunds += other.refunds;
        zeroAmounts += other.zeroAmounts;
        afterAsOf += other.afterAsOf;
        beforeWindow += other.beforeWindow;
        table.addRows(other.table, here);
    }

    /** The customers with an order so far, in a table of their own. */
    Buyers buyers(long[] places) {
        table.file();
        return new Buyers(table.copy(), places);
    }

    /** The same at the end: the table itself is handed over, and nothing may be added any more. */
    Buyers lastBuyers(long[] places) {
        table.file();
        return new Buyers(table, places);
    }

    /** The history of the buyers, whose keys are numbers or names. */
    PurchaseHistory history(Buyers buyers, long[] numbers, String[] names, String currencyCode) {
        long purchases = 0;
        for (PurchaseSegment segment : table.segments()) {
            purchases += segment.purchases();
        }
        IntakeCounts counts =
                new IntakeCounts(orders, orders - purchases, refunds, zeroAmounts, afterAsOf, beforeWindow);
        return new PurchaseHistory(rules, counts, currencyCode, buyers, numbers, names);
    }

    private int observed(int ago, long at, long amount, long index) {
        boolean isOrder = amount > 0 || amount == 0 && zeroIsOrder;
        if (ago < 0) {
            countUnobserved(ago, at, index);
            return ago == PeriodClock.BEFORE && isOrder ? RowBatch.BEFORE : RowBatch.OUT;
        }
        if (isOrder) {
            orders++;
        } else if (amount == 0) {
            zeroAmounts++;
            return RowBatch.SEEN;
        } else {
            countRefund(amount, index);
        }
        return ago;
    }

    private void countRefund(long amount, long index) {
        if (amount < 0 && rules.refunds() == RefundPolicy.REFUSE) {
            throw new IllegalArgumentException(named("amounts", index) + " must not be a refund: " + amount);
        }
        refunds++;
    }

    private void countUnobserved(int ago, long at, long index) {
        if (ago == PeriodClock.AFTER) {
            afterAsOf++;
        } else if (ago == PeriodClock.BEFORE) {
            beforeWindow++;
        } else {
            throw new IllegalArgumentException(
                    named("at", index) + " must be within 68 years before " + rules.asOf() + ": " + at);
        }
    }

    private static String named(String name, long index) {
        return index < 0 ? name : name + "[" + index + "]";
    }
}
