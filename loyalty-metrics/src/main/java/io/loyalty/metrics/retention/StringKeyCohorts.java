package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.RowBatch;
import io.loyalty.metrics.column.TextRows;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Builds cohorts of customers whose keys are texts, one transaction at a time.
 *
 * <p>Partial results of shards, days or threads are joined by {@link #combine}: the outcome does not depend on how the
 * transactions were dealt out nor on their order. Memory: 100 to 150 bytes per customer and 20 to 40 per customer and period with a
 * transaction, up to 160 if the periods of customers come in no order; while columns are added, 35 MB more at the most. Not safe for use by several threads.
 */
public final class StringKeyCohorts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TextRows rows = new TextRows();
    private final CohortIntake intake;
    /** Empty until the first visit or return. */
    private String currencyCode = "";

    StringKeyCohorts(Cohorts cohorts) {
        intake = new CohortIntake(cohorts);
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
        Objects.requireNonNull(customer, "customer");
        add(customer, intake.observe(at, amount, -1), amount);
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
        CohortIntake.checkLengths(customers.length, at.length, amounts.length);
        intake.addAll(rows.finder(customers), at, amounts);
    }

    /**
     * Adds a visit: an order of its amount.
     *
     * @param visit the visit; one without amount counts as an amount of 0
     * @throws IllegalArgumentException if it is in another currency than a fact before, or more than 68 years before
     *     the end of observation
     * @throws ArithmeticException if the customer's sum overflows
     */
    public void accept(Visit visit) {
        requireCurrency(visit.currency().getCurrencyCode());
        long amount = visit.amountMinor();
        add(visit.customer().value(), intake.observeSecond(visit.at().getEpochSecond(), amount), amount);
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
        int period = intake.observeRefund(returned.at().getEpochSecond(), amount);
        if (period != RowBatch.OUT) {
            intake.addRefund(rows.placeOf(returned.customer().value()), period, amount);
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
     * @throws IllegalArgumentException if the rules or the currencies differ, or it is this accumulator
     * @throws ArithmeticException if a customer's sum overflows
     */
    public StringKeyCohorts combine(StringKeyCohorts other) {
        if (!other.currencyCode.isEmpty()) {
            requireCurrency(other.currencyCode);
        }
        intake.requireSame(other.intake);
        intake.combine(other.intake, rows.addAll(other.rows));
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

    private void add(String customer, int period, long amount) {
        if (period != RowBatch.OUT) {
            intake.add(rows.placeOf(customer), period, amount);
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
