package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.LongRows;
import io.loyalty.metrics.column.RowBatch;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Builds cohorts of customers whose keys are numbers, one transaction at a time.
 *
 * <p>Partial results of shards, days or threads are joined by {@link #combine}: the outcome does not depend on how the
 * transactions were dealt out nor on their order. Memory: 70 to 130 bytes per customer and 20 to 40 per customer and period with a
 * transaction, up to 160 if the periods of customers come in no order; while columns are added, 35 MB more at the most. Not safe for use by several threads.
 */
public final class LongKeyCohorts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LongRows rows = new LongRows();
    private final CohortIntake intake;

    LongKeyCohorts(Cohorts cohorts) {
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
    public void accept(long customer, long at, long amount) {
        int period = intake.observe(at, amount, -1);
        if (period != RowBatch.OUT) {
            intake.regroup(rows.regroup());
            intake.add(rows.placeOf(customer), period, amount);
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
        intake.addAll(rows.finder(customers), at, amounts);
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
        intake.requireSame(Objects.requireNonNull(other, "other").intake);
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
}
