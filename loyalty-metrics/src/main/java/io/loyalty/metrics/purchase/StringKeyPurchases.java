package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.RowBatch;
import io.loyalty.metrics.column.TextRows;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Builds purchase summaries of customers whose keys are texts, one transaction at a time.
 *
 * <p>Partial results of shards, days or threads are joined by {@link #combine}: the outcome does not depend on how the
 * transactions were dealt out nor on their order. Memory: 100 to 250 bytes per customer and 4 bytes per purchase period
 * between the first and the last, at most an eighth of a byte per day (of a customer's history) if there are many;
 * while columns are added, 35 MB more at the most. Not safe for use by several threads.
 */
public final class StringKeyPurchases implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long[] NO_NUMBERS = {};

    private final TextRows rows = new TextRows();
    private final Intake intake;
    /** Empty until the first visit or return. */
    private String currencyCode = "";

    StringKeyPurchases(PurchaseRules rules) {
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
    public void accept(String customer, long at, long amount) {
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
    public void accept(String customer, long at, long amount, long items) {
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
    public void acceptAll(String[] customers, long[] at, long[] amounts) {
        Intake.checkLengths(customers.length, at.length, amounts.length);
        intake.addAll(rows.finder(customers), at, amounts);
    }

    /**
     * Adds a visit: an order of its amount, with its units of goods and services as items.
     *
     * @param visit the visit; one without amount counts as an amount of 0
     * @throws IllegalArgumentException if it is in another currency than a fact before, or more than 68 years before
     *     the end of observation
     * @throws ArithmeticException if the customer's sum overflows
     */
    public void accept(Visit visit) {
        requireCurrency(visit.currency().getCurrencyCode());
        long amount = visit.amountMinor();
        long items = 0;
        for (Line line : visit.lines()) {
            if (line.kind() == LineKind.GOODS || line.kind() == LineKind.SERVICE) {
                items = Math.addExact(items, line.quantity());
            }
        }
        add(visit.customer().value(), intake.observeSecond(visit.at().getEpochSecond(), amount), amount, items);
    }

    /**
     * Adds a return: a refund of the amounts that came back.
     *
     * @param returned the return
     * @throws IllegalArgumentException if it is in another currency than a fact before, more than 68 years before the
     *     end of observation, or the rules refuse refunds
     * @throws ArithmeticException if the customer's sum overflows
     */
    public void accept(Return returned) {
        long amount = 0;
        for (ReturnedLine line : returned.lines()) {
            requireCurrency(line.amount().currency().getCurrencyCode());
            amount = Math.subtractExact(amount, line.amount().minorUnits());
        }
        String customer = returned.customer().value();
        int ago = intake.observeRefund(returned.at().getEpochSecond(), amount);
        if (ago != RowBatch.OUT) {
            intake.addRefund(rows.placeOf(customer), ago, amount);
        }
    }

    /**
     * Adds a fact if it is a visit or a return; other facts are no purchases.
     *
     * @param activity any fact
     * @throws IllegalArgumentException as for visits and returns
     * @throws ArithmeticException if the customer's sum overflows
     */
    public void accept(Activity activity) {
        if (activity instanceof Visit visit) {
            accept(visit);
        } else if (activity instanceof Return returned) {
            accept(returned);
        } else {
            Objects.requireNonNull(activity, "activity");
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
    public StringKeyPurchases combine(StringKeyPurchases other) {
        if (!other.currencyCode.isEmpty()) {
            requireCurrency(other.currencyCode);
        }
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
        String[] names = new String[buyers.size()];
        Arrays.setAll(names, i -> rows.key(buyers.place(i)));
        return intake.history(buyers, NO_NUMBERS, names, currencyCode);
    }

    private void add(String customer, int ago, long amount, long items) {
        if (ago != RowBatch.OUT) {
            intake.add(rows.placeOf(customer), ago, amount, items);
        }
    }

    private void requireCurrency(String code) {
        if (currencyCode.isEmpty()) {
            currencyCode = code;
        } else if (!currencyCode.equals(code)) {
            throw new IllegalArgumentException("currency must be " + currencyCode + ": " + code);
        }
    }
}
