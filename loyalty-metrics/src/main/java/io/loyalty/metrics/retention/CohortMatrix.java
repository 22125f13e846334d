package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.purchase.IntakeCounts;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Customers by the period of their first purchase, and what became of each cohort.
 *
 * <h2>Definition</h2>
 *
 * <p>A cohort is all customers whose first purchase is in one period. Its cell of age k is about the k-th period after, age 0
 * being that of the first purchase: customers who bought, as a share of the cohort's own size, orders, revenue, and
 * revenue per head from the first period on. The average retention of an age is the sum of the customers over the sum of the
 * sizes, of all cohorts whose cell is over: large cohorts weigh more, and those of whom nobody came count.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Down a column: do newer cohorts stay better? Along a row: where does the loss level off? Calendar periods cut the age
 * unevenly, since a customer of the 31st is one day old when age 1 begins: compare ages with each other, not with
 * retention on a day.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Cells of a period that is not over are undefined, never 0, and so is everything about the cohort of that period but
 * its size so far. A cohort of nobody has its row, with counts of 0 and an undefined retention. Customers known to have
 * bought before the window belong to no cohort and are counted apart; if nothing earlier was seen the first cohorts
 * may hold old customers, which {@link #isLeftTruncated} tells. Refunds lower the revenue of the period of the refund;
 * those before a customer's first purchase are left out.
 *
 * <h2>Performance</h2>
 *
 * <p>Memory by the square of the number of periods, at most 2,000 of them.
 *
 * <h2>References</h2>
 *
 * <p>Fader, P. S., Hardie, B. G. S., Ross, M. (2022), The Customer-Base Audit, Wharton School Press, chapter 6. Wilson, E.
 * B. (1927), Probable inference, JASA 22, 209–212, doi:10.1080/01621459.1927.10502953.
 */
public final class CohortMatrix implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NOBODY = "nobody is in the cohort";

    private final Cohorts rules;
    private final List<LocalDate> starts;
    private final boolean lastIsOver;
    private final CohortCounts cells;
    private final IntakeCounts counts;
    private final long boughtBefore;
    private final long withoutPurchase;

    CohortMatrix(
            Cohorts rules,
            List<LocalDate> starts,
            boolean lastIsOver,
            CohortCounts cells,
            IntakeCounts counts,
            long boughtBefore,
            long withoutPurchase) {
        this.rules = rules;
        this.starts = starts;
        this.lastIsOver = lastIsOver;
        this.cells = cells;
        this.counts = counts;
        this.boughtBefore = boughtBefore;
        this.withoutPurchase = withoutPurchase;
    }

    /**
     * The rules by which it was made.
     *
     * @return period and purchase rules
     */
    public Cohorts rules() {
        return rules;
    }

    /**
     * The number of cohorts, which is also the number of ages: from the first period of the window, or without a window
     * from the period of the first purchase, to the period of the last day.
     *
     * @return the number of rows
     */
    public int cohorts() {
        return starts.size();
    }

    /**
     * The first day of a cohort's period.
     *
     * @param cohort from 0, ascending by time
     * @return the day
     * @throws IndexOutOfBoundsException if there is no such cohort
     */
    public LocalDate start(int cohort) {
        return starts.get(cohort);
    }

    /**
     * The number of customers of a cohort; so far, if its period is not over.
     *
     * @param cohort from 0
     * @return the size
     * @throws IndexOutOfBoundsException if there is no such cohort
     */
    public long size(int cohort) {
        return cells.sizes[Objects.checkIndex(cohort, cohorts())];
    }

    /**
     * The number of customers of all cohorts.
     *
     * @return the sum of the sizes
     */
    public long customers() {
        long sum = 0;
        for (long size : cells.sizes) {
            sum += size;
        }
        return sum;
    }

    /**
     * Whether the period of a cohort's age is over at the end of observation.
     *
     * @param cohort from 0
     * @param age from 0
     * @return true if the cell is defined
     * @throws IndexOutOfBoundsException if there is no such cohort, or no cohort reaches the age
     */
    public boolean isOver(int cohort, int age) {
        Objects.checkIndex(age, cohorts());
        int period = Objects.checkIndex(cohort, cohorts()) + age;
        return period < cohorts() - 1 || period == cohorts() - 1 && lastIsOver;
    }

    /**
     * What a cohort did at an age.
     *
     * @param cohort from 0
     * @param age from 0, the period of the first purchase
     * @return the cell
     * @throws IndexOutOfBoundsException if there is no such cohort, or no cohort reaches the age
     */
    public CohortCell cell(int cohort, int age) {
        long size = size(cohort);
        if (!isOver(cohort, age)) {
            String reason = "the period is not over on " + rules.rules().asOf();
            Measure none = Measure.undefined(reason);
            return new CohortCell(none, none, none, Estimate.undefined(reason, size), none);
        }
        long sum = 0;
        for (int k = 0; k <= age; k++) {
            sum = Math.addExact(sum, cells.revenue[cohort][k]);
        }
        long active = cells.customers[cohort][age];
        return new CohortCell(
                Measure.of(active),
                Measure.of(cells.orders[cohort][age]),
                Measure.of(cells.revenue[cohort][age]),
                Confidence.share(active, size, NOBODY),
                size == 0 ? Measure.undefined(NOBODY) : Measure.of((double) sum / size));
    }

    /**
     * The retention at an age over all cohorts whose period is over, weighted by their sizes.
     *
     * @param age from 0
     * @return the customers active at the age over the sizes, with a Wilson interval; undefined if no cohort with customers has
     *     reached the age
     * @throws IndexOutOfBoundsException if no cohort reaches the age
     */
    public Estimate averageRetention(int age) {
        Objects.checkIndex(age, cohorts());
        long active = 0;
        long customers = 0;
        for (int cohort = 0; cohort < cohorts(); cohort++) {
            if (isOver(cohort, age)) {
                active += cells.customers[cohort][age];
                customers += cells.sizes[cohort];
            }
        }
        return Confidence.share(active, customers, "no cohort has reached the age");
    }

    /**
     * What became of the transactions.
     *
     * @return how many were orders, refunds, left out; merged are those in the same period as another order of the customer
     */
    public IntakeCounts counts() {
        return counts;
    }

    /**
     * The number of customers with orders in the window who are in no cohort, because they had bought before it.
     *
     * @return a count
     */
    public long customersBoughtBefore() {
        return boughtBefore;
    }

    /**
     * The number of customers without any order in the window.
     *
     * @return a count
     */
    public long customersWithoutPurchase() {
        return withoutPurchase;
    }

    /**
     * Whether nothing before the first cohort was seen, so that first purchases of its customers may be earlier than they
     * seem.
     *
     * @return true without a window, or if no transaction before the window was given
     */
    public boolean isLeftTruncated() {
        return counts.beforeWindow() == 0;
    }

    /**
     * One readable line.
     *
     * @return for example {@code 13 cohorts by month from 2010-12-01, 4338 customers: retention at age 1 0.2 […], n = 4297}
     */
    @Override
    public String toString() {
        return cohorts() + (cohorts() == 1 ? " cohort by " : " cohorts by ") + rules.period() + " from "
                + (starts.isEmpty() ? rules.rules().asOf() : starts.get(0)) + ", " + customers() + " customers"
                + (cohorts() < 2 ? "" : ": retention at age 1 " + averageRetention(1));
    }
}
