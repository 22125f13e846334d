package io.loyalty.program;

import io.loyalty.points.Allocation;
import io.loyalty.points.Entry;
import io.loyalty.points.PointsLedger;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Sums of points by month, read from what ledgers wrote down. Months are counted back from the last, see {@link Months}. */
final class PointsColumns implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int ISSUED = 0;
    private static final int REDEEMED = 1;
    private static final int EXPIRED = 2;
    private static final int CLAWED_BACK = 3;
    private static final int OWED = 4;
    private static final int COLUMNS = 5;

    private final String currency;
    private final long[][] columns = new long[COLUMNS][0];

    PointsColumns(String currency) {
        this.currency = currency;
    }

    /** Adds an account that is swept to the end; gives what became of its points in all. */
    PointsFigures add(PointsLedger ledger, Months months) {
        long[] own = new long[COLUMNS];
        int indebted = -1;
        List<Entry> entries = ledger.entries();
        for (Entry entry : entries) {
            int month = months.indexOf(entry.stamp().effectiveAt());
            if (entry instanceof Entry.Accrual e) {
                count(ISSUED, month, e.type().currency().equals(currency) ? e.points() : 0, own);
            } else if (entry instanceof Entry.Redemption e) {
                count(REDEEMED, month, e.currency().equals(currency) ? e.points() : 0, own);
            } else if (entry instanceof Entry.Expiry e) {
                count(EXPIRED, month, e.currency().equals(currency) ? sum(e.allocations()) : 0, own);
            } else if (entry instanceof Entry.Clawback e && e.currency().equals(currency)) {
                count(CLAWED_BACK, month, Math.addExact(sum(e.taken()), e.debt()), own);
                indebted = e.debt() > 0 ? Math.max(indebted, month) : indebted;
            } else if (entry instanceof Entry.Restoration e
                    && currencyOf(entries, e).equals(currency)) {
                count(REDEEMED, month, -e.points(), own);
                count(EXPIRED, month, sum(e.forfeited()), own);
            }
        }
        for (int month = indebted; month >= 0; month--) {
            own[OWED] = ledger.asOf(months.endOf(month).minusNanos(1), currency).debt();
            add(OWED, month, own[OWED]);
        }
        return figures(own, 0);
    }

    private static long sum(List<Allocation> allocations) {
        long sum = 0;
        for (Allocation allocation : allocations) {
            sum = Math.addExact(sum, allocation.points());
        }
        return sum;
    }

    /** Points that were given back are of the kind that was redeemed. */
    private static String currencyOf(List<Entry> entries, Entry.Restoration restoration) {
        return ((Entry.Redemption) entries.get(restoration.redemption() - 1)).currency();
    }

    private void count(int column, int month, long points, long[] own) {
        add(column, month, points);
        own[column] = Math.addExact(own[column], points);
    }

    private void add(int column, int month, long points) {
        if (points != 0) {
            long[] sums = columns[column];
            if (month >= sums.length) {
                sums = Arrays.copyOf(sums, month + 1);
                columns[column] = sums;
            }
            sums[month] = Math.addExact(sums[month], points);
        }
    }

    void add(PointsColumns other) {
        for (int column = 0; column < COLUMNS; column++) {
            for (int month = 0; month < other.columns[column].length; month++) {
                add(column, month, other.columns[column][month]);
            }
        }
    }

    /** What became of points in a month, given what was there before. */
    PointsFigures month(int month, PointsFigures before) {
        long[] values = new long[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            values[column] = month < columns[column].length ? columns[column][month] : 0;
        }
        return figures(values, before.outstanding() - before.owed());
    }

    private static PointsFigures figures(long[] values, long before) {
        long gone = Math.addExact(Math.addExact(values[REDEEMED], values[EXPIRED]), values[CLAWED_BACK]);
        long net = Math.addExact(before, Math.subtractExact(values[ISSUED], gone));
        return new PointsFigures(
                values[ISSUED],
                values[REDEEMED],
                values[EXPIRED],
                values[CLAWED_BACK],
                Math.addExact(net, values[OWED]),
                values[OWED]);
    }
}
