package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.Place;
import io.loyalty.metrics.column.RowBatch;
import io.loyalty.metrics.column.RowFinder;
import io.loyalty.metrics.purchase.IntakeCounts;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.ZeroAmounts;
import java.io.Serializable;
import java.util.ArrayList;
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
        table.addAll(customers, amounts, grid.periods() - 1, (from, count, ticks) -> {
            for (int i = 0; i < count; i++) {
                ticks[i] = observe(at[from + i], amounts[from + i], (long) from + i);
            }
        });
    }

    /**
     * Counts a transaction.
     *
     * @return its period, or a negative number of {@link RowBatch} if it does not change the sums of the window
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
            return RowBatch.OUT;
        }
        countRefund(amount, -1);
        return refundLowers ? period : RowBatch.SEEN;
    }

    /** Adds a transaction that was counted and is not out. */
    void add(long place, int period, long amount) {
        table.extended(place).add(Place.row(place), period, amount);
    }

    /** Adds a refund that was counted and is not out. */
    void addRefund(long place, int period, long amount) {
        CohortSegment segment = table.extended(place);
        if (period >= 0) {
            segment.add(Place.row(place), period, 0, amount);
        }
    }

    /** Moves the rows of all customers. */
    void regroup(long[][] here) {
        table.regroup(here);
    }

    private int observed(int period, long amount, long index) {
        boolean isOrder = amount > 0 || amount == 0 && zeroIsOrder;
        if (period < 0) {
            countUnobserved(period);
            return period == PeriodGrid.BEFORE && isOrder ? RowBatch.BEFORE : RowBatch.OUT;
        }
        if (isOrder) {
            orders++;
            return period;
        }
        if (amount == 0) {
            zeroAmounts++;
            return RowBatch.SEEN;
        }
        countRefund(amount, index);
        return refundLowers ? period : RowBatch.SEEN;
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

    /** Refuses another intake that cannot be added to this one. */
    void requireSame(CohortIntake other) {
        if (other == this) {
            throw new IllegalArgumentException("other must be another accumulator");
        }
        if (!cohorts.equals(other.cohorts)) {
            throw new IllegalArgumentException("other must have the same rules: " + cohorts + " and " + other.cohorts);
        }
    }

    /** Adds all that another intake knows, whose rows have their places here. */
    void combine(CohortIntake other, long[][] here) {
        orders += other.orders;
        refunds += other.refunds;
        zeroAmounts += other.zeroAmounts;
        afterAsOf += other.afterAsOf;
        beforeWindow += other.beforeWindow;
        table.addRows(other.table, here);
    }

    CohortMatrix matrix() {
        int[] first = table.firstPeriods();
        int base = firstPeriod(first);
        int periods = checkedPeriods(base);
        CohortCounts counts = new CohortCounts(periods);
        boolean[] before = table.boughtBefore();
        long old = 0;
        long without = 0;
        for (int row = 0; row < first.length; row++) {
            if (before[row]) {
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
        int[] first = table.firstPeriods();
        int base = firstPeriod(first);
        CalendarCounts counts = new CalendarCounts(checkedPeriods(base), first.length);
        boolean[] before = table.boughtBefore();
        table.read((row, period, count, revenue) -> {
            if (period >= base && first[row] != NEVER) {
                counts.addRevenue(row, period - base, revenue);
                if (count > 0 || refundIsSight && first[row] < period) {
                    counts.addActive(row, period - base, first[row] < period || before[row]);
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
