package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Pairs of row and period in the order in which they are filed; merged when the log is full if they are not in order, so that
 * memory goes by pairs, not by transactions.
 */
final class PairLog implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SMALLEST = 64;
    /** So many pairs of each row, or times the pairs that were left by merging, are not worth merging. */
    private static final int WORTH_IT = 4;

    private final Pairs pairs = new Pairs(SMALLEST);
    private final PairRoom room;
    private int size;
    private int merged;
    private boolean isOrdered = true;

    PairLog(PairRoom room) {
        this.room = room;
    }

    /** The pairs, of which the first {@link #size()} are filed. */
    Pairs pairs() {
        return pairs;
    }

    int size() {
        return size;
    }

    /** Notes that what is filed next may belong to a pair filed before, or come before it. */
    void isOutOfOrder() {
        isOrdered = false;
    }

    /** Whether each pair comes once, and those of each row by ascending period. */
    boolean isOrdered() {
        return isOrdered;
    }

    /** Files a pair of one of some rows. */
    void add(int row, int period, int orders, long revenue, int rows) {
        if (size == pairs.length()) {
            makeRoom(rows);
        }
        pairs.set(size++, row, period, orders, revenue);
    }

    private void makeRoom(int rows) {
        if (!isOrdered && size >= (long) WORTH_IT * Math.max(rows, merged)) {
            merge(rows);
        }
        if (size > pairs.length() / 2) {
            pairs.lengthen(Math.multiplyExact(2, pairs.length()));
        }
    }

    /** Sorts the pairs by row and period, and merges what belongs together: by digits, first the period, then the row. */
    void merge(int rows) {
        int[] starts = new int[rows + 1];
        for (int i = 0; i < size; i++) {
            starts[pairs.row(i) + 1]++;
        }
        sumUp(starts);
        Pairs sorted = byPeriod();
        try {
            merge(sorted, starts, Arrays.copyOf(starts, rows));
        } catch (ArithmeticException overflow) {
            for (int i = 0; i < size; i++) {
                pairs.set(i, sorted, i);
            }
            throw overflow;
        }
        isOrdered = true;
    }

    private void merge(Pairs sorted, int[] starts, int[] ends) {
        for (int i = 0; i < size; i++) {
            int row = sorted.row(i);
            int end = ends[row];
            if (end > starts[row] && pairs.isSame(end - 1, sorted, i)) {
                pairs.addTo(end - 1, sorted, i);
            } else {
                pairs.set(end, sorted, i);
                ends[row]++;
            }
        }
        int next = 0;
        for (int row = 0; row < ends.length; row++) {
            for (int i = starts[row]; i < ends[row]; i++) {
                pairs.set(next++, pairs, i);
            }
        }
        size = next;
        merged = next;
    }

    /** The same pairs by period, and those of a period in their order. */
    private Pairs byPeriod() {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, pairs.period(i));
            most = Math.max(most, pairs.period(i));
        }
        int[] next = new int[Math.max(0, most - least) + 2];
        for (int i = 0; i < size; i++) {
            next[pairs.period(i) - least + 1]++;
        }
        sumUp(next);
        Pairs sorted = room.atLeast(size);
        for (int i = 0; i < size; i++) {
            sorted.set(next[pairs.period(i) - least]++, pairs, i);
        }
        return sorted;
    }

    private static void sumUp(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }
}
