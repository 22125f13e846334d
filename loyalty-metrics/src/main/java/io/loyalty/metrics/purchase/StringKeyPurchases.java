package io.loyalty.metrics.purchase;

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
 * between the first and the last, at most an eighth of a byte per day (of a customer's history) if there are many. Not
 * safe for use by several threads.
 */
public final class StringKeyPurchases implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Intake intake;
    private final PurchaseTable table;
    /** Row number + 1 by hash of the key, which is what the table has for a key; 0 is free. At most half full. */
    private int[] slots = new int[32];

    private int shift = Integer.SIZE - 5;

    private String[] keys = new String[16];
    /** Empty until the first visit or return. */
    private String currencyCode = "";

    StringKeyPurchases(PurchaseRules rules) {
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
        int[] ago = new int[Intake.BLOCK];
        int[] row = new int[Intake.BLOCK];
        for (int from = 0; from < customers.length; from += Intake.BLOCK) {
            int count = Math.min(Intake.BLOCK, customers.length - from);
            intake.observe(at, amounts, from, count, ago);
            guessRows(customers, from, count, row);
            for (int i = 0; i < count; i++) {
                String customer = customers[from + i];
                if (ago[i] >= 0) {
                    intake.file(row[i] >= 0 ? row[i] : rowOf(customer), ago[i], amounts[from + i], 0);
                } else {
                    passOver(customer, ago[i], amounts[from + i]);
                }
            }
        }
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
        int ago = intake.observeSecond(returned.at().getEpochSecond(), amount);
        if (ago >= 0) {
            intake.fileRefund(rowOf(customer), ago, amount);
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
        intake.combine(Objects.requireNonNull(other, "other").intake);
        for (int row = 0; row < other.table.size(); row++) {
            table.addRow(rowOf(other.keys[row]), other.table, row);
        }
        return this;
    }

    /**
     * The summaries of what was added so far.
     *
     * @return an immutable history, its customers in the order in which they were first seen
     */
    public PurchaseHistory snapshot() {
        return intake.snapshot(keys, currencyCode);
    }

    /** The summaries, after which nothing may be added any more. */
    PurchaseHistory finish() {
        return intake.finish(keys);
    }

    private void add(String customer, int ago, long amount, long items) {
        if (ago >= 0) {
            intake.file(rowOf(customer), ago, amount, items);
        } else {
            passOver(customer, ago, amount);
        }
    }

    private void requireCurrency(String code) {
        if (currencyCode.isEmpty()) {
            currencyCode = code;
        } else if (!currencyCode.equals(code)) {
            throw new IllegalArgumentException("currency must be " + currencyCode + ": " + code);
        }
    }

    private void passOver(String customer, int ago, long amount) {
        if (ago == PeriodClock.BEFORE && intake.isOrder(amount)) {
            table.markBoughtBefore(rowOf(customer));
        }
    }

    /**
     * The rows of customers who are known and found at the first look, -1 for others. Short loops almost without
     * branches, one for each place of memory to go to: the processor then waits for many of them at a time.
     */
    private void guessRows(String[] customers, int from, int count, int[] row) {
        int[] hash = new int[count];
        String[] known = new String[count];
        for (int i = 0; i < count; i++) {
            hash[i] = spread(customers[from + i].hashCode());
        }
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, slots[hash[i] >>> shift] - 1);
        }
        for (int i = 0; i < count; i++) {
            row[i] = table.holds(row[i], hash[i]) ? row[i] : -1;
        }
        for (int i = 0; i < count; i++) {
            known[i] = row[i] < 0 ? "" : keys[row[i]];
        }
        for (int i = 0; i < count; i++) {
            row[i] = spread(known[i].hashCode()) == hash[i] ? row[i] : -1;
        }
        for (int i = 0; i < count; i++) {
            row[i] = row[i] >= 0 && known[i].equals(customers[from + i]) ? row[i] : -1;
        }
    }

    private int rowOf(String key) {
        int hash = spread(Objects.requireNonNull(key, "customer").hashCode());
        int mask = slots.length - 1;
        int slot = hash >>> shift;
        while (true) {
            int row = slots[slot] - 1;
            if (row < 0) {
                return append(key, hash, slot);
            }
            if (table.holds(row, hash) && keys[row].equals(key)) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int append(String key, int hash, int slot) {
        int row = table.append(hash);
        if (row == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(2, row));
        }
        keys[row] = key;
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
            int slot = (int) table.key(row) >>> shift;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = row + 1;
        }
    }

    private static int spread(int hash) {
        // Neighbouring texts have neighbouring hashes; the upper bits of the product spread them evenly.
        return hash * 0x9E3779B9;
    }
}
