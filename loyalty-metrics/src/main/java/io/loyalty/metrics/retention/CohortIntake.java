package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.RowBatch;
import io.loyalty.metrics.column.RowFinder;
import io.loyalty.metrics.purchase.IntakeCounts;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.ZeroAmounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sorts transactions by the rules, counts them and files the rest in the table: the part that has no keys. */
final class CohortIntake implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_PERIODS = 2_000;
    private static final int NEVER = CohortTable.NEVER;

    private final Cohorts cohorts;
    private final PeriodGrid grid;
    private final CohortTable table = new CohortTable();
    private final boolean zeroIsOrder;
    private final boolean refundIsSight;
    private final boolean refundLowers;
    private long orders;
    private long refunds;
    private long zeroAmounts;
    private long afterAsOf;
    private long beforeWindow;

    CohortIntake(Cohorts cohorts) {
        this.cohorts = cohorts;
        grid = new PeriodGrid(cohorts.rules(), cohorts.period());
        zeroIsOrder = cohorts.rules().zeroAmounts() == ZeroAmounts.ORDERS;
        refundIsSight = cohorts.rules().refunds() == RefundPolicy.NET_AND_SEEN;
        refundLowers = cohorts.rules().refunds() != RefundPolicy.GROSS;
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
        int[] period = new int[most];
        int[] row = new int[most];
        RowBatch batch = new RowBatch(most);
        for (int from = 0; from < at.length; from += most) {
            int count = Math.min(most, at.length - from);
            for (int i = 0; i < count; i++) {
                long amount = amounts[from + i];
                period[i] = observe(at[from + i], amount, (long) from + i);
                row[i] = needsRow(period[i], amount) ? 0 : -1;
            }
            table.extend(customers.find(from, count, row));
            for (int i = 0; i < count; i++) {
                if (row[i] >= 0 && !isSum(period[i], amounts[from + i])) {
                    add(row[i], period[i], amounts[from + i]);
                    row[i] = -1;
                }
            }
            batch.take(row, period, amounts, from, count, table.segments());
            table.add(batch);
        }
    }

    /**
     * Counts a transaction.
     *
     * @return its period, or a negative number if it is out of the window
     */
    int observe(long at, long amount, long index) {
        return observed(grid.periodOf(at, index), amount, index);
    }

    /** The same for an instant that comes from no column. */
    int observeSecond(long second, long amount) {
        return observed(grid.periodOfSecond(second), amount, -1);
    }

    /** The same for a refund, which may be of 0. */
    int observeRefund(long second, long amount) {
        int period = grid.periodOfSecond(second);
        if (period < 0) {
            countUnobserved(period);
        } else {
            countRefund(amount, -1);
        }
        return period;
    }

    /** Whether a transaction that was counted says something about its customer, and be it that there is one. */
    boolean needsRow(int period, long amount) {
        return period >= 0 || period == PeriodGrid.BEFORE && isOrder(amount);
    }

    /** Adds a transaction that was counted and needs its row. */
    void add(int row, int period, long amount) {
        table.extend(row + 1);
        if (period < 0) {
            table.markBoughtBefore(row);
        } else if (isOrder(amount)) {
            table.add(row, period, 1, amount);
        } else if (amount != 0 && refundLowers) {
            table.add(row, period, 0, amount);
        }
    }

    /** Adds a refund that was counted and lies in the window. */
    void addRefund(int row, int period, long amount) {
        table.extend(row + 1);
        if (refundLowers) {
            table.add(row, period, 0, amount);
        }
    }

    private int observed(int period, long amount, long index) {
        if (period < 0) {
            countUnobserved(period);
        } else if (isOrder(amount)) {
            orders++;
        } else if (amount == 0) {
            zeroAmounts++;
        } else {
            countRefund(amount, index);
        }
        return period;
    }

    private boolean isOrder(long amount) {
        return amount > 0 || amount == 0 && zeroIsOrder;
    }

    /** Whether a transaction is an order in the window, or a refund that counts, as nearly all are. */
    private boolean isSum(int period, long amount) {
        return period >= 0 && (isOrder(amount) || amount != 0 && refundLowers);
    }

    private void countUnobserved(int period) {
        if (period == PeriodGrid.AFTER) {
            afterAsOf++;
        } else {
            beforeWindow++;
        }
    }

    private void countRefund(long amount, long index) {
        if (amount < 0 && cohorts.rules().refunds() == RefundPolicy.REFUSE) {
            throw new IllegalArgumentException(
                    (index < 0 ? "amounts" : "amounts[" + index + "]") + " must not be a refund: " + amount);
        }
        refunds++;
    }

    void combine(CohortIntake other) {
        if (other == this) {
            throw new IllegalArgumentException("other must be another accumulator");
        }
        if (!cohorts.equals(other.cohorts)) {
            throw new IllegalArgumentException("other must have the same rules: " + cohorts + " and " + other.cohorts);
        }
        orders += other.orders;
        refunds += other.refunds;
        zeroAmounts += other.zeroAmounts;
        afterAsOf += other.afterAsOf;
        beforeWindow += other.beforeWindow;
    }

    /** Adds the rows of another intake, whose numbers in this one are given. */
    void combineRows(CohortIntake another, int[] rowHere) {
        CohortTable other = another.table;
        for (int row : rowHere) {
            table.extend(row + 1);
        }
        for (int row = 0; row < rowHere.length; row++) {
            if (other.hasBoughtBefore(row)) {
                table.markBoughtBefore(rowHere[row]);
            }
        }
        other.read((row, period, count, revenue) -> table.add(rowHere[row], period, count, revenue));
    }

    CohortMatrix matrix() {
        int[] first = firstPeriods();
        int base = firstPeriod(first);
        int periods = checkedPeriods(base);
        CohortCounts counts = new CohortCounts(periods);
        long old = 0;
        long without = 0;
        for (int row = 0; row < first.length; row++) {
            if (table.hasBoughtBefore(row)) {
                old += first[row] == NEVER ? 0 : 1;
                without += first[row] == NEVER ? 1 : 0;
                first[row] = NEVER;
            } else if (first[row] == NEVER) {
                without++;
            } else {
                counts.addCustomer(first[row] - base);
            }
        }
        long[] distinct = {0};
        table.read((row, period, count, revenue) -> {
            distinct[0] += count > 0 ? 1 : 0;
            int cohort = first[row];
            // A refund before the first purchase is of something bought before the data begin.
            if (cohort <= period) {
                counts.add(cohort - base, period - cohort, count > 0 || refundIsSight, count, revenue);
            }
        });
        return new CohortMatrix(
                cohorts,
                List.copyOf(grid.startsFrom(base)),
                grid.isOver(grid.periods() - 1),
                counts,
                new IntakeCounts(orders, orders - distinct[0], refunds, zeroAmounts, afterAsOf, beforeWindow),
                old,
                without);
    }

    List<CalendarRetention> calendar() {
        int[] first = firstPeriods();
        int base = firstPeriod(first);
        CalendarCounts counts = new CalendarCounts(checkedPeriods(base), first.length);
        table.read((row, period, count, revenue) -> {
            if (period >= base && first[row] != NEVER) {
                counts.addRevenue(row, period - base, revenue);
                if (count > 0 || refundIsSight && first[row] < period) {
                    counts.addActive(row, period - base, first[row] < period || table.hasBoughtBefore(row));
                }
            }
        });
        counts.finish();
        List<CalendarRetention> result = new ArrayList<>();
        for (int period = base; period < grid.periods(); period++) {
            result.add(counts.result(period - base, grid.start(period), !grid.isOver(period)));
        }
        return List.copyOf(result);
    }

    /** The period of each customer's first order. */
    private int[] firstPeriods() {
        int[] first = new int[table.size()];
        Arrays.setAll(first, table::firstPeriod);
        return first;
    }

    /** Where results begin: with the window, or without one with the data. */
    private int firstPeriod(int[] first) {
        if (cohorts.rules().from().isPresent()) {
            return 0;
        }
        int least = grid.periods();
        for (int period : first) {
            least = Math.min(least, period);
        }
        return least;
    }

    private int checkedPeriods(int base) {
        int periods = grid.periods() - base;
        if (periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "period must divide the observation into at most " + MOST_PERIODS + ": " + periods);
        }
        return periods;
    }
}
