package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Builds cohorts of customers whose keys are numbers, one transaction at a time.
 *
 * <p>Partial results of shards, days or threads are joined by {@link #combine}: the outcome does not depend on how the
 * transactions were dealt out nor on their order. Memory: 50 to 100 bytes per customer and 20 to 40 per customer and period with a
 * transaction. Not safe for use by several threads.
 */
public final class LongKeyCohorts implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int BLOCK = 256;

    private final CohortIntake intake;
    private final CohortTable table;
    /** Row number + 1 by hash of the key; 0 is free. At most half full. */
    private int[] slots = new int[32];

    private int shift = Long.SIZE - 5;

    LongKeyCohorts(Cohorts cohorts) {
        intake = new CohortIntake(cohorts);
        table = intake.table;
    }

    /**
     * Adds a transaction.
     *
     * @param customer the customer's key
     * @param at its time, in the unit of the rules
     * @param amount its amount in minor units; negative for a refund
     * @throws IllegalArgumentException if the time is more than 68 years before the end of observation, or it is a
     *     refund and the rules refuse them
     * @throws ArithmeticException if the customer's sum overflows
     */
    public void accept(long customer, long at, long amount) {
        int period = intake.grid.periodOf(at, -1);
        if (intake.isObserved(period, amount)) {
            intake.file(rowOf(customer), period, amount, -1);
        }
    }

    /**
     * Adds the transactions of columns.
     *
     * @param customers the customers' keys
     * @param at the times, in the unit of the rules
     * @param amounts the amounts in minor units; negative for refunds
     * @throws IllegalArgumentException if the columns differ in length, a time is more than 68 years before the end of
     *     observation, or there is a refund and the rules refuse them
     * @throws ArithmeticException if a customer's sum overflows
     */
    public void acceptAll(long[] customers, long[] at, long[] amounts) {
        CohortIntake.checkLengths(customers.length, at.length, amounts.length);
        int[] row = new int[BLOCK];
        for (int from = 0; from < customers.length; from += BLOCK) {
            int count = Math.min(BLOCK, customers.length - from);
            guessRows(customers, from, count, row);
            for (int i = 0; i < count; i++) {
                int period = intake.grid.periodOf(at[from + i], (long) from + i);
                if (intake.isObserved(period, amounts[from + i])) {
                    int known = row[i] >= 0 ? row[i] : rowOf(customers[from + i]);
                    intake.file(known, period, amounts[from + i], (long) from + i);
                }
            }
        }
    }

    /**
     * Adds all that another accumulator holds.
     *
     * @param other an accumulator with equal rules; it stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the rules differ, or it is this accumulator
     * @throws ArithmeticException if a customer's sum overflows
     */
    public LongKeyCohorts combine(LongKeyCohorts other) {
        intake.combine(Objects.requireNonNull(other, "other").intake);
        int[] here = new int[other.table.size()];
        for (int row = 0; row < here.length; row++) {
            here[row] = rowOf(other.table.key(row));
        }
        intake.combineRows(other.table, here);
        return this;
    }

    /**
     * The cohorts of what was added so far.
     *
     * @return an immutable matrix
     * @throws IllegalArgumentException if there are more than 2,000 periods
     * @throws ArithmeticException if a sum overflows
     */
    public CohortMatrix matrix() {
        return intake.matrix();
    }

    /**
     * Retention and revenue retention from each period to the next, of what was added so far.
     *
     * @return one entry per period, ascending; the first has nothing before it
     * @throws IllegalArgumentException if there are more than 2,000 periods
     * @throws ArithmeticException if a sum overflows
     */
    public List<CalendarRetention> calendar() {
        return intake.calendar();
    }

    /** As in purchases: two short loops without branches let the processor wait for many places of memory at a time. */
    private void guessRows(long[] customers, int from, int count, int[] row) {
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, slots[slotOf(customers[from + i])] - 1);
        }
        for (int i = 0; i < count; i++) {
            row[i] = table.holds(row[i], customers[from + i]) ? row[i] : -1;
        }
    }

    private int rowOf(long key) {
        int mask = slots.length - 1;
        int slot = slotOf(key);
        while (true) {
            int row = slots[slot] - 1;
            if (row < 0) {
                return append(key, slot);
            }
            if (table.holds(row, key)) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int append(long key, int slot) {
        int row = table.append(key);
        slots[slot] = row + 1;
        if (2 * table.size() > slots.length) {
            grow();
        }
        return row;
    }

    private void grow() {
        slots = new int[Math.multiplyExact(2, slots.length)];
        shift--;
        int mask = slots.length - 1;
        for (int row = 0; row < table.size(); row++) {
            int slot = slotOf(table.key(row));
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = row + 1;
        }
    }

    private int slotOf(long key) {
        // Fibonacci hashing: the upper bits of the product spread runs and strides of keys evenly.
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }
}
