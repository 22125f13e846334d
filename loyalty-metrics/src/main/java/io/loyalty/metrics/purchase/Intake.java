package io.loyalty.metrics.purchase;

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
        int most = Math.min(RowBatch.SIZE, at.length);
        int[] ago = new int[most];
        int[] row = new int[most];
        RowBatch batch = new RowBatch(most);
        for (int from = 0; from < at.length; from += most) {
            int count = Math.min(most, at.length - from);
            for (int i = 0; i < count; i++) {
                long amount = amounts[from + i];
                ago[i] = observe(at[from + i], amount, (long) from + i);
                row[i] = needsRow(ago[i], amount) ? 0 : -1;
            }
            table.extend(customers.find(from, count, row));
            for (int i = 0; i < count; i++) {
                if (row[i] >= 0 && !isSum(ago[i], amounts[from + i])) {
                    add(row[i], ago[i], amounts[from + i], 0);
                    row[i] = -1;
                }
            }
            batch.take(row, ago, amounts, from, count, table.segments());
            table.add(batch);
        }
    }

    /**
     * Counts a transaction.
     *
     * @return its tick, or a negative number if it is out of the window
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
        } else {
            countRefund(amount, -1);
        }
        return ago;
    }

    /** Whether a transaction that was counted says something about its customer, and be it that there is one. */
    boolean needsRow(int ago, long amount) {
        return ago >= 0 || ago == PeriodClock.BEFORE && isOrder(amount);
    }

    /** Adds a transaction that was counted and needs its row. */
    void add(int row, int ago, long amount, long items) {
        table.extend(row + 1);
        if (ago < 0) {
            table.markBoughtBefore(row);
        } else if (isOrder(amount)) {
            table.addOrder(row, ago, amount);
            if (items != 0) {
                table.addItems(row, items);
            }
        } else if (amount != 0) {
            table.addRefund(row, ago, amount);
        }
    }

    /** Adds a refund that was counted and lies in the window. */
    void addRefund(int row, int ago, long amount) {
        table.extend(row + 1);
        table.addRefund(row, ago, amount);
    }

    /** Adds the counts of another intake, and makes its rows readable. */
    void combine(Intake other) {
        if (other == this) {
            throw new IllegalArgumentException("other must be another accumulator");
        }
        if (!rules.equals(other.rules)) {
            throw new IllegalArgumentException("other must have the same rules: " + rules + " and " + other.rules);
        }
        orders += other.orders;
        refunds += other.refunds;
        zeroAmounts += other.zeroAmounts;
        afterAsOf += other.afterAsOf;
        beforeWindow += other.beforeWindow;
        other.table.file();
    }

    /** Adds all that a row of another intake knows, which was combined with this one. */
    void addRow(int row, Intake other, int theirs) {
        table.extend(row + 1);
        table.addRow(row, other.table, theirs);
    }

    /** The customers with an order so far, in a table of their own. */
    Buyers buyers() {
        table.file();
        return new Buyers(table.copy());
    }

    /** The same at the end: the table itself is handed over, and nothing may be added any more. */
    Buyers lastBuyers() {
        table.file();
        return new Buyers(table);
    }

    /** The history of the buyers, whose keys are numbers or names. */
    PurchaseHistory history(Buyers buyers, long[] numbers, String[] names, String currencyCode) {
        long purchases = 0;
        for (int i = 0; i < buyers.size(); i++) {
            purchases += buyers.purchases(i);
        }
        IntakeCounts counts =
                new IntakeCounts(orders, orders - purchases, refunds, zeroAmounts, afterAsOf, beforeWindow);
        return new PurchaseHistory(rules, counts, currencyCode, buyers, numbers, names);
    }

    private int observed(int ago, long at, long amount, long index) {
        if (ago < 0) {
            countUnobserved(ago, at, index);
        } else if (isOrder(amount)) {
            orders++;
        } else if (amount == 0) {
            zeroAmounts++;
        } else {
            countRefund(amount, index);
        }
        return ago;
    }

    private boolean isOrder(long amount) {
        return amount > 0 || amount == 0 && zeroIsOrder;
    }

    /** Whether a transaction that needs a row is an order or a refund in the window, as nearly all are. */
    private boolean isSum(int ago, long amount) {
        return ago >= 0 && (amount != 0 || zeroIsOrder);
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
