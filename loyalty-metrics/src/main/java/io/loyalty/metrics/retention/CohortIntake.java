package io.loyalty.metrics.retention;

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
    private static final int NEVER = Integer.MAX_VALUE;

    final Cohorts cohorts;
    final PeriodGrid grid;
    final CohortTable table = new CohortTable();
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

    boolean isOrder(long amount) {
        return amount > 0 || amount == 0 && zeroIsOrder;
    }

    /** Whether a transaction needs the row of its customer; otherwise it is only counted, which is done here. */
    boolean isObserved(int period, long amount) {
        boolean observed = period >= 0 || period == PeriodGrid.BEFORE && isOrder(amount);
        if (!observed) {
            countUnobserved(period);
        }
        return observed;
    }

    /** Adds an observed transaction to a row. */
    void file(int row, int period, long amount, long index) {
        if (period < 0) {
            countUnobserved(period);
            table.markBoughtBefore(row);
        } else if (isOrder(amount)) {
            table.add(row, period, 1, amount);
            orders++;
        } else if (amount == 0) {
            zeroAmounts++;
        } else {
            fileRefund(row, period, amount, index);
        }
    }

    void countUnobserved(int period) {
        if (period == PeriodGrid.AFTER) {
            afterAsOf++;
        } else {
            beforeWindow++;
        }
    }

    void fileRefund(int row, int period, long amount, long index) {
        if (cohorts.rules().refunds() == RefundPolicy.REFUSE) {
            throw new IllegalArgumentException(
                    (index < 0 ? "amounts" : "amounts[" + index + "]") + " must not be a refund: " + amount);
        }
        if (refundLowers) {
            table.add(row, period, 0, amount);
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

    /** Adds the rows of another table, whose numbers in this one are given. */
    void combineRows(CohortTable other, int[] rowHere) {
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
        int periods = checkedPeriods(base);
        PeriodRetention.Tally[] customers = new PeriodRetention.Tally[periods + 1];
        RevenueRetention.Tally[] revenues = new RevenueRetention.Tally[periods + 1];
        Arrays.setAll(customers, i -> new PeriodRetention.Tally());
        Arrays.setAll(revenues, i -> new RevenueRetention.Tally());
        int[] lastActive = new int[first.length];
        int[] lastRevenuePeriod = new int[first.length];
        long[] lastRevenue = new long[first.length];
        Arrays.fill(lastActive, -2);
        Arrays.fill(lastRevenuePeriod, -2);
        table.read((row, at, count, revenue) -> {
            int period = at - base;
            if (period < 0 || first[row] == NEVER) {
                return;
            }
            if (lastRevenuePeriod[row] == period - 1) {
                revenues[period].add(lastRevenue[row], revenue);
            } else {
                if (lastRevenuePeriod[row] >= 0) {
                    revenues[lastRevenuePeriod[row] + 1].add(lastRevenue[row], 0);
                }
                revenues[period].add(0, revenue);
            }
            lastRevenuePeriod[row] = period;
            lastRevenue[row] = revenue;
            if (count > 0 || refundIsSight && first[row] < at) {
                boolean isOld = first[row] < at || table.hasBoughtBefore(row);
                if (lastActive[row] == period - 1) {
                    customers[period].add(true, true, true);
                } else {
                    if (lastActive[row] >= 0) {
                        customers[lastActive[row] + 1].add(true, false, true);
                    }
                    customers[period].add(false, true, isOld);
                }
                lastActive[row] = period;
            }
        });
        for (int row = 0; row < first.length; row++) {
            if (lastRevenuePeriod[row] >= 0) {
                revenues[lastRevenuePeriod[row] + 1].add(lastRevenue[row], 0);
            }
            if (lastActive[row] >= 0) {
                customers[lastActive[row] + 1].add(true, false, true);
            }
        }
        List<CalendarRetention> result = new ArrayList<>(periods);
        for (int period = 0; period < periods; period++) {
            result.add(new CalendarRetention(
                    grid.start(base + period),
                    !grid.isOver(base + period),
                    customers[period].result(),
                    revenues[period].result()));
        }
        return List.copyOf(result);
    }

    /** The period of each customer's first order. */
    private int[] firstPeriods() {
        int[] first = new int[table.size()];
        Arrays.fill(first, NEVER);
        table.read((row, period, count, revenue) -> {
            if (count > 0) {
                first[row] = Math.min(first[row], period);
            }
        });
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
