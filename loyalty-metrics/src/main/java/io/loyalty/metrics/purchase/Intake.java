package io.loyalty.metrics.purchase;

import java.io.Serializable;

/** Sorts transactions by the rules, counts what it sees, and files the rest in the table: the part that has no keys. */
final class Intake implements Serializable {

    /** Columns are taken in blocks whose rows fit the nearest cache together. */
    static final int BLOCK = 256;

    private static final long serialVersionUID = 1L;

    final PurchaseRules rules;
    final PeriodClock clock;
    final PurchaseTable table;
    private long orders;
    private long refunds;
    private long zeroAmounts;
    private long afterAsOf;
    private long beforeWindow;

    Intake(PurchaseRules rules) {
        this.rules = rules;
        clock = new PeriodClock(rules);
        table = new PurchaseTable(clock);
    }

    /** The ticks of a block of transactions. */
    void observe(long[] at, long[] amounts, int from, int count, int[] ago) {
        for (int i = 0; i < count; i++) {
            ago[i] = observe(at[from + i], amounts[from + i], (long) from + i);
        }
    }

    /** The tick of a transaction, or a negative number for one that is out of the window and now counted. */
    int observe(long at, long amount, long index) {
        return observed(clock.ago(at), at, amount, index);
    }

    /** The same for an instant that comes from no column. */
    int observeSecond(long second, long amount) {
        return observed(clock.agoOfSecond(second), second, amount, -1);
    }

    private int observed(int ago, long at, long amount, long index) {
        if (ago < 0) {
            countUnobserved(ago, at, index);
        } else if (amount < 0 && rules.refunds() == RefundPolicy.REFUSE) {
            throw new IllegalArgumentException(named("amounts", index) + " must not be a refund: " + amount);
        }
        return ago;
    }

    boolean isOrder(long amount) {
        return amount > 0 || amount == 0 && rules.zeroAmounts() == ZeroAmounts.ORDERS;
    }

    static void checkItems(long items) {
        if (items < 0) {
            throw new IllegalArgumentException("items must be at least 0: " + items);
        }
    }

    void file(int row, int ago, long amount, long items) {
        if (isOrder(amount)) {
            table.addOrder(row, ago, amount);
            if (items != 0) {
                table.addItems(row, items);
            }
            orders++;
        } else if (amount == 0) {
            zeroAmounts++;
        } else {
            fileRefund(row, ago, amount);
        }
    }

    void fileRefund(int row, int ago, long amount) {
        table.addRefund(row, ago, amount);
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

    /** Adds the counts of another intake and makes it readable. */
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

    /** The history of what was filed so far, in a table of its own. Without keys, those are the numbers in the table. */
    PurchaseHistory snapshot(String[] keys, String currencyCode) {
        table.file();
        int[] buyers = table.buyers();
        return history(table.select(buyers), buyers, keys, currencyCode);
    }

    /** The same at the end: the table is handed over if it holds nothing else. */
    PurchaseHistory finish(String[] keys) {
        table.file();
        int[] buyers = table.buyers();
        return history(buyers.length == table.size() ? table : table.select(buyers), buyers, keys, "");
    }

    private PurchaseHistory history(PurchaseTable buyersTable, int[] buyers, String[] keys, String currencyCode) {
        String[] names = new String[keys.length == 0 ? 0 : buyers.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = keys[buyers[i]];
        }
        long purchases = 0;
        for (int i = 0; i < buyers.length; i++) {
            purchases += buyersTable.purchases(i);
        }
        IntakeCounts counts =
                new IntakeCounts(orders, orders - purchases, refunds, zeroAmounts, afterAsOf, beforeWindow);
        return new PurchaseHistory(rules, counts, table.size() - buyers.length, currencyCode, buyersTable, names);
    }

    static void checkLengths(int customers, int at, int amounts) {
        if (customers != at || customers != amounts) {
            throw new IllegalArgumentException(
                    "customers, at and amounts must be equally long: " + customers + ", " + at + " and " + amounts);
        }
    }

    private static String named(String name, long index) {
        return index < 0 ? name : name + "[" + index + "]";
    }
}
