package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.LongRows;
import io.loyalty.metrics.column.RowBatch;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Builds purchase summaries of customers whose keys are numbers, one transaction at a time.
 *
 * <p>Partial results of shards, days or threads are joined by {@link #combine}: the outcome does not depend on how the
 * transactions were dealt out nor on their order. Memory: 100 to 250 bytes per customer and 4 bytes per purchase period
 * between the first and the last, at most an eighth of a byte per day (of a customer's history) if there are many;
 * while columns are added, 35 MB more at the most. Not safe for use by several threads.
 */
public final class LongKeyPurchases implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String[] NO_NAMES = {};

    private final LongRows rows = new LongRows();
    private final Intake intake;

    LongKeyPurchases(PurchaseRules rules) {
        intake = new Intake(rules);
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
        intake.addAll(rows.finder(customers), at, amounts);
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
        intake.requireSame(Objects.requireNonNull(other, "other").intake);
        intake.combine(other.intake, rows.addAll(other.rows));
        return this;
    }

    /**
     * The summaries of what was added so far.
     *
     * @return an immutable history, its customers in the order in which they were first seen
     */
    public PurchaseHistory snapshot() {
        return history(intake.buyers(rows.places()));
    }

    /** The summaries, after which nothing may be added any more. */
    PurchaseHistory finish() {
        return history(intake.lastBuyers(rows.places()));
    }

    private PurchaseHistory history(Buyers buyers) {
        long[] numbers = new long[buyers.size()];
        Arrays.setAll(numbers, i -> rows.key(buyers.place(i)));
        return intake.history(buyers, numbers, NO_NAMES, "");
    }

    private void add(long customer, int ago, long amount, long items) {
        if (ago != RowBatch.OUT) {
            intake.regroup(rows.regroup());
            intake.add(rows.placeOf(customer), ago, amount, items);
        }
    }
}
