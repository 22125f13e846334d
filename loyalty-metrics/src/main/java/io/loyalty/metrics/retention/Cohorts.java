package io.loyalty.metrics.retention;

import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.visit.Activity;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * How customers are put into cohorts: the calendar's periods, and the rules by which transactions are purchases.
 *
 * <pre>{@code
 * CohortMatrix matrix = Cohorts.by(CohortPeriod.MONTH, PurchaseRules.asOf(day, zone))
 *         .matrix(customers, epochSeconds, amounts);
 * }</pre>
 *
 * <p>Of the rules, all count but the merging of receipts: orders are receipts. A refund that the rules count as seeing the
 * customer makes it active. Data that come bit by bit or from many machines go through {@link #longKeys()} or
 * {@link #stringKeys()}. Immutable.
 */
public final class Cohorts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CohortPeriod period;
    private final PurchaseRules rules;

    private Cohorts(CohortPeriod period, PurchaseRules rules) {
        this.period = period;
        this.rules = rules;
    }

    /**
     * Cohorts by the period of the first purchase.
     *
     * @param period the division of the calendar
     * @param rules end of observation, zone, window, refunds, amounts of 0 and the unit of times; a window must begin with a period
     * @return the rules for cohorts
     * @throws IllegalArgumentException if the window does not begin with a period
     */
    public static Cohorts by(CohortPeriod period, PurchaseRules rules) {
        Objects.requireNonNull(period, "period");
        rules.from().ifPresent(first -> {
            if (!period.startOf(first).equals(first)) {
                throw new IllegalArgumentException("rules must begin with the first day of a " + period + ": " + first);
            }
        });
        return new Cohorts(period, rules);
    }

    /**
     * The matrix of columns whose customers are numbers.
     *
     * @param customers one customer key per transaction
     * @param at the times, in the unit of the rules
     * @param amounts the amounts in minor units; negative for refunds
     * @return the matrix
     * @throws IllegalArgumentException if the columns differ in length, a time is more than 68 years before the end of
     *     observation, there is a refund and the rules refuse them, or there are more than 2,000 periods
     * @throws ArithmeticException if a sum overflows
     */
    public CohortMatrix matrix(long[] customers, long[] at, long[] amounts) {
        LongKeyCohorts accumulator = longKeys();
        accumulator.acceptAll(customers, at, amounts);
        return accumulator.matrix();
    }

    /**
     * The matrix of columns whose customers are texts.
     *
     * @param customers one customer key per transaction
     * @param at the times, in the unit of the rules
     * @param amounts the amounts in minor units; negative for refunds
     * @return the matrix
     * @throws IllegalArgumentException if the columns differ in length, a time is more than 68 years before the end of
     *     observation, there is a refund and the rules refuse them, or there are more than 2,000 periods
     * @throws ArithmeticException if a sum overflows
     */
    public CohortMatrix matrix(String[] customers, long[] at, long[] amounts) {
        StringKeyCohorts accumulator = stringKeys();
        accumulator.acceptAll(customers, at, amounts);
        return accumulator.matrix();
    }

    /**
     * Retention and revenue retention from each period to the next, of columns whose customers are numbers.
     *
     * @param customers one customer key per transaction
     * @param at the times, in the unit of the rules
     * @param amounts the amounts in minor units; negative for refunds
     * @return one entry per period, ascending; the first has nothing before it
     * @throws IllegalArgumentException as for {@link #matrix(long[], long[], long[])}
     * @throws ArithmeticException if a sum overflows
     */
    public List<CalendarRetention> calendar(long[] customers, long[] at, long[] amounts) {
        LongKeyCohorts accumulator = longKeys();
        accumulator.acceptAll(customers, at, amounts);
        return accumulator.calendar();
    }

    /**
     * Retention and revenue retention from each period to the next, of columns whose customers are texts.
     *
     * @param customers one customer key per transaction
     * @param at the times, in the unit of the rules
     * @param amounts the amounts in minor units; negative for refunds
     * @return one entry per period, ascending; the first has nothing before it
     * @throws IllegalArgumentException as for {@link #matrix(String[], long[], long[])}
     * @throws ArithmeticException if a sum overflows
     */
    public List<CalendarRetention> calendar(String[] customers, long[] at, long[] amounts) {
        StringKeyCohorts accumulator = stringKeys();
        accumulator.acceptAll(customers, at, amounts);
        return accumulator.calendar();
    }

    /**
     * The matrix of facts: visits are orders, returns are refunds, other facts are passed over.
     *
     * @param activities facts in any order
     * @return the matrix
     * @throws IllegalArgumentException if the facts are in several currencies, one is more than 68 years before the end
     *     of observation, there is a return and the rules refuse refunds, or there are more than 2,000 periods
     * @throws ArithmeticException if a sum overflows
     */
    public CohortMatrix matrix(Iterable<? extends Activity> activities) {
        StringKeyCohorts accumulator = stringKeys();
        activities.forEach(accumulator::accept);
        return accumulator.matrix();
    }

    /**
     * A collector of facts to their matrix, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the facts
     * @return the collector
     */
    public <T extends Activity> Collector<T, ?, CohortMatrix> collector() {
        return Collector.of(
                this::stringKeys,
                StringKeyCohorts::accept,
                StringKeyCohorts::combine,
                StringKeyCohorts::matrix,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * An empty accumulator for customers that are numbers.
     *
     * @return a new accumulator
     */
    public LongKeyCohorts longKeys() {
        return new LongKeyCohorts(this);
    }

    /**
     * An empty accumulator for customers that are texts.
     *
     * @return a new accumulator
     */
    public StringKeyCohorts stringKeys() {
        return new StringKeyCohorts(this);
    }

    /**
     * The division of the calendar.
     *
     * @return the period
     */
    public CohortPeriod period() {
        return period;
    }

    /**
     * The rules by which transactions are purchases.
     *
     * @return the rules
     */
    public PurchaseRules rules() {
        return rules;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cohorts that && period.equals(that.period) && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, rules);
    }

    /**
     * One readable line.
     *
     * @return for example {@code by month, as of 2011-12-09 (Europe/London), DAY, refunds NET, zero amounts LEFT_OUT}
     */
    @Override
    public String toString() {
        return "by " + period + ", " + rules;
    }
}
