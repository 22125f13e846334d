package io.loyalty.metrics.value;

import io.loyalty.metrics.purchase.PurchaseHistory;
import java.util.Arrays;

/**
 * Customers as the models want them: histories (x, t_x, T) as columns, what they spend, and their keys, all in one order; with an account
 * of what became of the transactions. Made by {@link TransactionLog#upTo} or from a {@link PurchaseHistory}. Immutable.
 */
public final class CustomerBase {

    private final String[] keys;
    private final PurchaseColumns columns;
    private final double[] repeats;
    private final double[] meanSpends;
    private final LogCounts counts;
    private final double sumOfLogGaps;

    CustomerBase(
            String[] keys,
            PurchaseColumns columns,
            double[] repeats,
            double[] meanSpends,
            LogCounts counts,
            double sumOfLogGaps) {
        this.sumOfLogGaps = sumOfLogGaps;
        this.keys = keys;
        this.columns = columns;
        this.repeats = repeats;
        this.meanSpends = meanSpends;
        this.counts = counts;
    }

    /**
     * The customers of the {@code purchase} room, in its order. Amounts are minor units; refunds are not taken from the means, since a
     * history does not know what they were for. Customers who bought before a window's first day are taken to have come within
     * it: leave windows open for models.
     *
     * @param history the histories
     * @param unit the unit of the models to come
     * @return the same customers
     * @throws IllegalArgumentException if there is no customer, or nobody was observed for any time
     */
    public static CustomerBase from(PurchaseHistory history, PeriodUnit unit) {
        int n = history.customers();
        int[] x = history.repeatPurchases();
        long[] spends = history.repeatSpends();
        double[] last = history.agesAtLast();
        double[] age = history.ages();
        double[] repeats = new double[n];
        double[] means = new double[n];
        String[] keys = new String[n];
        for (int i = 0; i < n; i++) {
            repeats[i] = x[i];
            means[i] = x[i] > 0 ? (double) spends[i] / x[i] : 0;
            age[i] = PeriodUnit.DAY.convert(age[i], unit);
            last[i] = Math.min(age[i], PeriodUnit.DAY.convert(last[i], unit));
            keys[i] = history.customer(i);
        }
        LogCounts counts = new LogCounts(
                history.counts().transactions(),
                history.counts().merged(),
                history.counts().refunds(),
                0,
                history.counts().zeroAmounts(),
                history.counts().afterAsOf(),
                history.customersWithoutPurchase());
        return new CustomerBase(
                keys,
                PurchaseColumns.of(repeats, last, age, unit, history.rules().asOf()),
                repeats,
                means,
                counts,
                sumOfLogGaps(history, unit));
    }

    private static double sumOfLogGaps(PurchaseHistory history, PeriodUnit unit) {
        double[] sums = new double[history.customers()];
        for (int i = 0; i < sums.length; i++) {
            int[] ago = history.purchaseDaysAgo(i);
            for (int j = 1; j < ago.length; j++) {
                sums[i] += Math.log(PeriodUnit.DAY.convert(ago[j - 1] - ago[j], unit));
            }
        }
        return total(sums);
    }

    /** A sum that does not depend on the order of the customers. */
    static double total(double[] sums) {
        double[] sorted = sums.clone();
        Arrays.sort(sorted);
        ExactSum sum = new ExactSum();
        for (double s : sorted) {
            sum.add(s);
        }
        return sum.value();
    }

    /**
     * The sum of the logarithms of all times between two purchases of one customer, in the unit of the columns: with the columns all that
     * {@link MbgCnbdK} needs to see how regularly customers buy.
     *
     * @return any number; negative infinity if purchases of one moment were not merged
     */
    public double sumOfLogGaps() {
        return sumOfLogGaps;
    }

    /**
     * The number of customers with a purchase.
     *
     * @return at least 1
     */
    public int size() {
        return keys.length;
    }

    /**
     * The key of a customer.
     *
     * @param row from 0
     * @return the key; a numeric key in decimal
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String key(int row) {
        return keys[row];
    }

    /**
     * When the customers bought.
     *
     * @return one row a customer
     */
    public PurchaseColumns columns() {
        return columns;
    }

    /**
     * What became of the transactions.
     *
     * @return the counts
     */
    public LogCounts counts() {
        return counts;
    }

    /**
     * The number of purchases behind each mean of {@link #meanSpends}: the repeats, or 0 where these were worth nothing.
     *
     * @return a new column
     * @throws IllegalStateException if the log has no amounts
     */
    public double[] spendPurchases() {
        requireAmounts();
        double[] x = repeats.clone();
        for (int i = 0; i < x.length; i++) {
            if (!(meanSpends[i] > 0)) {
                x[i] = 0;
            }
        }
        return x;
    }

    /**
     * The mean value of each customer's repeat purchases. The first purchase is left out, as in the papers: it often differs.
     *
     * @return a new column; 0 without a repeat purchase
     * @throws IllegalStateException if the log has no amounts
     */
    public double[] meanSpends() {
        requireAmounts();
        return meanSpends.clone();
    }

    /**
     * What the customers spend, for {@link GammaGamma#fit(SpendColumns)}.
     *
     * @return the columns
     * @throws IllegalStateException if the log has no amounts
     * @throws IllegalArgumentException if nobody has a repeat purchase of any value
     */
    public SpendColumns spend() {
        return SpendColumns.of(spendPurchases(), meanSpends(), columns.observationEnd());
    }

    private void requireAmounts() {
        if (meanSpends.length == 0) {
            throw new IllegalStateException("the log has no amounts");
        }
    }

    /**
     * One readable line, without any key.
     *
     * @return for example {@code 2357 customers up to 1997-09-30}
     */
    @Override
    public String toString() {
        return size() + " customers up to " + columns.observationEnd();
    }

    double[] repeats() {
        return Arrays.copyOf(repeats, repeats.length);
    }
}
