package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Objects;

/**
 * Builds purchase summaries of customers whose keys are numbers, one transaction at a time.
 *
 * <p>Partial results of shards, days or threads are joined by {@link #combine}: the outcome does not depend on how the
 * transactions were dealt out nor on their order. Memory: 100 to 250 bytes per customer and 4 bytes per purchase period
 * between the first and the last, at most an eighth of a byte per day (of a customer's history) if there are many. Not
 * safe for use by several threads.
 */
public final class LongKeyPurchases implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Intake intake;
    private final PurchaseTable table;
    /** Row number + 1 by hash of the key; 0 is free. At most half full. */
    private int[] slots = new int[32];

    private int shift = Long.SIZE - 5;

    LongKeyPurchases(PurchaseRules rules) {
        intake = new Intake(rules);
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
        add(customer, intake.observe(at, amount, -1), amount, 0);
    }

    /**
     * Adds a transaction with its number of items.
     *
     * @param customer the customer's key
     * @param at its time, in the unit of the rules
     * @param amount its amount in minor units; negative for a refund
     * @param items the number of items of an order, at least 0
     * @throws IllegalArgumentException if the time is more than 68 years before the end of observation, the number of
     *     items is negative, or it is a refund and the rules refuse them
     * @throws ArithmeticException if the customer's sum overflows
     */
    public void accept(long customer, long at, long amount, long items) {
        Intake.checkItems(items);
        add(customer, intake.observe(at, amount, -1), amount, items);
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
        Intake.checkLengths(customers.length, at.length, amounts.length);
        int[] ago = new int[Intake.BLOCK];
        int[] row = new int[Intake.BLOCK];
        for (int from = 0; from < customers.length; from += Intake.BLOCK) {
            int count = Math.min(Intake.BLOCK, customers.length - from);
            intake.observe(at, amounts, from, count, ago);
            guessRows(customers, from, count, row);
            for (int i = 0; i < count; i++) {
                long customer = customers[from + i];
                if (ago[i] >= 0) {
                    intake.file(row[i] >= 0 ? row[i] : rowOf(customer), ago[i], amounts[from + i], 0);
                } else {
                    passOver(customer, ago[i], amounts[from + i]);
                }
            }
        }
    }

    /**
     * Adds all that another accumulator holds.
     *
     * @param other an accumulator with equal rules; it stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the rules differ
     * @throws ArithmeticException if a customer's sum overflows
     */
    public LongKeyPurchases combine(LongKeyPurchases other) {
        intake.combine(Objects.requireNonNull(other, "other").intake);
        for (int row = 0; row < other.table.size(); row++) {
            table.addRow(rowOf(other.table.key(row)), other.table, row);
        }
        return this;
    }

    /**
     * The summaries of what was added so far.
     *
     * @return an immutable history, its customers in the order in which they were first seen
     */
    public PurchaseHistory snapshot() {
        return intake.snapshot(new String[0], "");
    }

    /** The summaries, after which nothing may be added any more. */
    PurchaseHistory finish() {
        return intake.finish(new String[0]);
    }

    private void add(long customer, int ago, long amount, long items) {
        if (ago >= 0) {
            intake.file(rowOf(customer), ago, amount, items);
        } else {
            passOver(customer, ago, amount);
        }
    }

    private void passOver(long customer, int ago, long amount) {
        if (ago == PeriodClock.BEFORE && intake.isOrder(amount)) {
            table.markBoughtBefore(rowOf(customer));
        }
    }

    /**
     * The rows of customers who are known and found at the first look, -1 for others. Two short loops without branches:
     * the processor then waits for many places of memory at a time, which halves the time for a million customers.
     */
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
