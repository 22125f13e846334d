package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The customers who bought, each with a summary; made by {@link PurchaseRules} and the base of the calculators of this
 * room.
 *
 * <p>Customers are numbered from 0 in the order in which they were first seen; every column and every result that is
 * not a single figure uses that numbering. Customers without an order, with refunds only for example, are counted
 * apart. Immutable. Summaries are made when they are asked for; the columns are copies.
 */
public final class PurchaseHistory implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PurchaseRules rules;
    private final IntakeCounts counts;
    private final String currencyCode;
    private final Buyers buyers;
    /** The keys, if they are numbers. */
    private final long[] numbers;
    /** The keys, if they are texts. */
    private final String[] names;

    PurchaseHistory(
            PurchaseRules rules,
            IntakeCounts counts,
            String currencyCode,
            Buyers buyers,
            long[] numbers,
            String[] names) {
        this.rules = rules;
        this.counts = counts;
        this.currencyCode = currencyCode;
        this.buyers = buyers;
        this.numbers = numbers;
        this.names = names;
    }

    /**
     * The rules by which transactions became purchases.
     *
     * @return the rules
     */
    public PurchaseRules rules() {
        return rules;
    }

    /**
     * What became of the transactions.
     *
     * @return how many were orders, merged, refunds, left out
     */
    public IntakeCounts counts() {
        return counts;
    }

    /**
     * The number of customers with at least one order in the window.
     *
     * @return the number of summaries
     */
    public int customers() {
        return buyers.size();
    }

    /**
     * The number of customers who appear in the data without any order in the window: with refunds only, with amounts
     * of 0 only, or with orders before the window only.
     *
     * @return how many have no summary
     */
    public int customersWithoutPurchase() {
        return buyers.others();
    }

    /**
     * The currency of all amounts, if the history was made of visits.
     *
     * @return the currency; empty for plain columns
     */
    public Optional<Currency> currency() {
        return currencyCode.isEmpty() ? Optional.empty() : Optional.of(Currency.getInstance(currencyCode));
    }

    /**
     * The key of a customer.
     *
     * @param index the customer's number, from 0
     * @return the key; a numeric key in decimal
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public String customer(int index) {
        Objects.checkIndex(index, customers());
        return names.length == 0 ? Long.toString(numbers[index]) : names[index];
    }

    /**
     * The summary of a customer.
     *
     * @param index the customer's number, from 0
     * @return the summary
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public PurchaseSummary summary(int index) {
        String customer = customer(index);
        PeriodClock clock = buyers.clock();
        int first = buyers.first(index);
        int last = buyers.last(index);
        LocalDate asOf = rules.asOf();
        return new PurchaseSummary(
                customer,
                asOf.minusDays(clock.daysAgo(first)),
                asOf.minusDays(clock.daysAgo(last)),
                daysSinceLast(index),
                buyers.orders(index),
                buyers.purchases(index),
                buyers.refunds(index),
                buyers.items(index),
                buyers.gross(index),
                buyers.refunded(index),
                revenue(index),
                buyers.firstGross(index),
                clock.daysBetween(first, last),
                clock.age(first),
                buyers.hasBoughtBefore(index));
    }

    /**
     * All summaries, as a view that makes each when it is asked for.
     *
     * @return an unmodifiable list by customer number
     */
    public List<PurchaseSummary> summaries() {
        return new Summaries(this);
    }

    /**
     * The sum of all customers' revenue.
     *
     * @return minor units
     * @throws ArithmeticException if the sum overflows
     */
    public long revenue() {
        long sum = 0;
        for (int i = 0; i < customers(); i++) {
            sum = Math.addExact(sum, revenue(i));
        }
        return sum;
    }

    /**
     * Revenue by customer.
     *
     * @return a new column of minor units
     */
    public long[] revenues() {
        long[] column = new long[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = revenue(i);
        }
        return column;
    }

    /**
     * Number of orders by customer.
     *
     * @return a new column
     */
    public int[] orders() {
        int[] column = new int[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = buyers.orders(i);
        }
        return column;
    }

    /**
     * Days since the last order by customer.
     *
     * @return a new column
     */
    public int[] daysSinceLast() {
        int[] column = new int[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = daysSinceLast(i);
        }
        return column;
    }

    /**
     * x by customer: purchases after the first.
     *
     * @return a new column
     */
    public int[] repeatPurchases() {
        int[] column = new int[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = buyers.purchases(i) - 1;
        }
        return column;
    }

    /**
     * What each customer spent in repeat purchases, before refunds: over x it is the mean that models of spending take.
     *
     * @return a new column of minor units; 0 without a repeat purchase
     */
    public long[] repeatSpends() {
        long[] column = new long[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = buyers.gross(i) - buyers.firstGross(i);
        }
        return column;
    }

    /**
     * t<sub>x</sub> by customer: days from the first to the last purchase.
     *
     * @return a new column
     */
    public double[] agesAtLast() {
        double[] column = new double[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = buyers.clock().daysBetween(buyers.first(i), buyers.last(i));
        }
        return column;
    }

    /**
     * T by customer: days from the first purchase to the end of observation.
     *
     * @return a new column
     */
    public double[] ages() {
        double[] column = new double[customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = buyers.clock().age(buyers.first(i));
        }
        return column;
    }

    /**
     * When a customer bought: what counts of time to the second purchase and the like start from.
     *
     * @param index the customer's number, from 0
     * @return days from each different day of purchase to the last day of observation, earliest first, so descending;
     *     whole weeks if weeks are merged
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public int[] purchaseDaysAgo(int index) {
        PeriodClock clock = buyers.clock();
        int[] between = buyers.between(Objects.checkIndex(index, customers()));
        int[] days = new int[between.length + 2];
        days[0] = clock.visitDay(clock.period(buyers.first(index)));
        for (int i = 0; i < between.length; i++) {
            days[i + 1] = clock.visitDay(between[i]);
        }
        days[days.length - 1] = clock.visitDay(clock.period(buyers.last(index)));
        // Instants of one day, and a first period that is also the last.
        int count = 1;
        for (int i = 1; i < days.length; i++) {
            if (days[i] != days[count - 1]) {
                days[count++] = days[i];
            }
        }
        return Arrays.copyOf(days, count);
    }

    /**
     * The rhythm of a customer's visits.
     *
     * @param index the customer's number, from 0
     * @return the gaps between the days of purchase and the time since the last; in whole weeks if weeks are merged
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public VisitRhythm rhythm(int index) {
        return VisitRhythm.ofDaysAgo(purchaseDaysAgo(index));
    }

    /**
     * One readable line.
     *
     * @return for example
     *     {@code 4338 customers, 18532 orders (as of 2011-12-09 (Europe/London), DAY, refunds NET, zero amounts LEFT_OUT)}
     */
    @Override
    public String toString() {
        return customers() + " customers, " + counts.orders() + " orders (" + rules + ")";
    }

    Buyers buyers() {
        return buyers;
    }

    long revenue(int index) {
        return rules.refunds() == RefundPolicy.GROSS
                ? buyers.gross(index)
                : Math.subtractExact(buyers.gross(index), buyers.refunded(index));
    }

    int daysSinceLast(int index) {
        int ago = buyers.last(index);
        if (rules.refunds() == RefundPolicy.NET_AND_SEEN) {
            ago = Math.min(ago, buyers.lastRefund(index));
        }
        return buyers.clock().daysAgo(ago);
    }

    private static final class Summaries extends AbstractList<PurchaseSummary> implements RandomAccess {

        private final PurchaseHistory history;

        Summaries(PurchaseHistory history) {
            this.history = history;
        }

        @Override
        public PurchaseSummary get(int index) {
            return history.summary(index);
        }

        @Override
        public int size() {
            return history.customers();
        }
    }
}
