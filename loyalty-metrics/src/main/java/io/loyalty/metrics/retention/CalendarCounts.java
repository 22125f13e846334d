package io.loyalty.metrics.retention;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Compares each period with the one before, customer by customer, as the periods of each come in ascending order. The period after
 * the last is counted too, and not shown.
 */
final class CalendarCounts {

    private static final int NEVER = -2;

    private final PeriodRetention.Tally[] customers;
    private final RevenueRetention.Tally[] revenues;
    private final int[] lastActive;
    private final int[] lastPaid;
    private final long[] lastRevenue;

    CalendarCounts(int periods, int rows) {
        customers = new PeriodRetention.Tally[periods + 1];
        revenues = new RevenueRetention.Tally[periods + 1];
        Arrays.setAll(customers, i -> new PeriodRetention.Tally());
        Arrays.setAll(revenues, i -> new RevenueRetention.Tally());
        lastActive = new int[rows];
        lastPaid = new int[rows];
        lastRevenue = new long[rows];
        Arrays.fill(lastActive, NEVER);
        Arrays.fill(lastPaid, NEVER);
    }

    void addRevenue(int row, int period, long revenue) {
        boolean hasBase = lastPaid[row] == period - 1;
        if (!hasBase) {
            closeRevenue(row);
        }
        revenues[period].add(hasBase ? lastRevenue[row] : 0, revenue);
        lastPaid[row] = period;
        lastRevenue[row] = revenue;
    }

    void addActive(int row, int period, boolean isOld) {
        boolean wasActive = lastActive[row] == period - 1;
        if (!wasActive) {
            closeActive(row);
        }
        customers[period].add(wasActive, true, isOld);
        lastActive[row] = period;
    }

    void finish() {
        for (int row = 0; row < lastActive.length; row++) {
            closeRevenue(row);
            closeActive(row);
        }
    }

    CalendarRetention result(int period, LocalDate start, boolean isOpen) {
        return new CalendarRetention(start, isOpen, customers[period].result(), revenues[period].result());
    }

    /** A customer who does not come again has spent nothing in the period after its last. */
    private void closeRevenue(int row) {
        if (lastPaid[row] != NEVER) {
            revenues[lastPaid[row] + 1].add(lastRevenue[row], 0);
        }
    }

    private void closeActive(int row) {
        if (lastActive[row] != NEVER) {
            customers[lastActive[row] + 1].add(true, false, true);
        }
    }
}
