package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.column.PairSums;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collector;

/**
 * How often customers order, and what an order is worth: frequency, order value, items per order, revenue per customer.
 *
 * <h2>Definition</h2>
 *
 * <p>With n customers, o<sub>i</sub> orders and r<sub>i</sub> revenue of customer i: frequency \( F = \sum o_i / n \),
 * order value \( A = \sum r_i / \sum o_i \), revenue per customer \( \sum r_i / n = F A \). Orders of one customer
 * resemble each other, so the error of the order value is taken over customers, by the delta method:
 * \( v = \sum (r_i - A o_i)^2 / (n (n - 1) \bar o^2) \). Intervals are 95 % of Student's t with n − 1 degrees of
 * freedom.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Per customer of the window and in the window's length; revenue in minor units, after refunds if the rules say so.
 * An order value of all orders weights customers by their orders: it says what the next receipt is worth, not what a
 * typical customer spends.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers all is undefined; one customer has figures without errors. Items per order are undefined if no
 * items were given. Revenue and order value may be negative after refunds.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; sums are whole numbers of 128 bits, so the result does not depend on any order or split, to the last
 * digit.
 *
 * <h2>References</h2>
 *
 * <p>Cochran, W. G. (1977), Sampling Techniques, 3rd ed., Wiley, chapter 6. Deng, A., Knoblich, U., Lu, J. (2018),
 * Applying the delta method in metric analytics, KDD '18, doi:10.1145/3219819.3219919.
 *
 * @param customers number of customers
 * @param orders number of orders
 * @param frequency orders per customer
 * @param orderValue revenue per order, in minor units
 * @param itemsPerOrder items per order
 * @param revenuePerCustomer revenue per customer, in minor units
 */
public record OrderFigures(
        long customers,
        long orders,
        Estimate frequency,
        Estimate orderValue,
        Estimate itemsPerOrder,
        Estimate revenuePerCustomer) {

    /**
     * Refuses missing parts and negative counts.
     *
     * @param customers number of customers
     * @param orders number of orders
     * @param frequency orders per customer
     * @param orderValue revenue per order, in minor units
     * @param itemsPerOrder items per order
     * @param revenuePerCustomer revenue per customer, in minor units
     * @throws IllegalArgumentException if a count is negative
     */
    public OrderFigures {
        if (customers < 0 || orders < 0) {
            throw new IllegalArgumentException(
                    "customers and orders must be at least 0: " + customers + " and " + orders);
        }
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(orderValue, "orderValue");
        Objects.requireNonNull(itemsPerOrder, "itemsPerOrder");
        Objects.requireNonNull(revenuePerCustomer, "revenuePerCustomer");
    }

    /**
     * The figures of a history.
     *
     * @param history summaries of a window
     * @return the figures
     */
    public static OrderFigures of(PurchaseHistory history) {
        Buyers buyers = history.buyers();
        Tally tally = new Tally();
        for (int i = 0; i < history.customers(); i++) {
            tally.add(buyers.orders(i), history.revenue(i), buyers.items(i));
        }
        return tally.figures();
    }

    /**
     * The figures of plain columns, one row per customer.
     *
     * @param orders numbers of orders, at least 0
     * @param revenues revenues in minor units
     * @param items numbers of items, at least 0; all 0 if unknown
     * @return the figures
     * @throws IllegalArgumentException if the columns differ in length or a count is negative
     */
    public static OrderFigures of(long[] orders, long[] revenues, long[] items) {
        if (orders.length != revenues.length || orders.length != items.length) {
            throw new IllegalArgumentException(
                    "columns must be equally long: " + orders.length + ", " + revenues.length + " and " + items.length);
        }
        Tally tally = new Tally();
        for (int i = 0; i < orders.length; i++) {
            if (orders[i] < 0) {
                throw new IllegalArgumentException("orders[" + i + "] must be at least 0: " + orders[i]);
            }
            if (items[i] < 0) {
                throw new IllegalArgumentException("items[" + i + "] must be at least 0: " + items[i]);
            }
            tally.add(orders[i], revenues[i], items[i]);
        }
        return tally.figures();
    }

    /**
     * A collector of summaries to their figures, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public static Collector<PurchaseSummary, ?, OrderFigures> collector() {
        return Collector.of(Tally::new, Tally::accept, Tally::combine, Tally::figures);
    }

    /**
     * One readable line.
     *
     * @return frequency and order value with their intervals
     */
    @Override
    public String toString() {
        return "orders per customer " + frequency + "; order value " + orderValue;
    }

    private static final class Tally implements Serializable {

        private static final double CONFIDENCE = 0.95;
        private static final long serialVersionUID = 1L;

        private final PairSums money = new PairSums();
        private final PairSums items = new PairSums();
        private long orders;
        private boolean itemsGiven;

        void accept(PurchaseSummary summary) {
            add(summary.orders(), summary.revenue(), summary.items());
        }

        void add(long customerOrders, long revenue, long customerItems) {
            orders = Math.addExact(orders, customerOrders);
            money.add(customerOrders, revenue);
            items.add(customerOrders, customerItems);
            itemsGiven |= customerItems > 0;
        }

        Tally combine(Tally other) {
            orders = Math.addExact(orders, other.orders);
            money.combine(other.money);
            items.combine(other.items);
            itemsGiven |= other.itemsGiven;
            return this;
        }

        OrderFigures figures() {
            return new OrderFigures(
                    money.count(),
                    orders,
                    money.count() == 0 ? noCustomers() : mean(money.meanOfFirst(), money::varianceOfMeanOfFirst),
                    ratio(money),
                    itemsGiven ? ratio(items) : Estimate.undefined("no items given", items.count()),
                    money.count() == 0 ? noCustomers() : mean(money.meanOfSecond(), money::varianceOfMeanOfSecond));
        }

        private static Estimate noCustomers() {
            return Estimate.undefined("no customers", 0);
        }

        private static Estimate ratio(PairSums sums) {
            if (sums.count() == 0) {
                return noCustomers();
            }
            return sums.hasBase()
                    ? estimate(sums.ratio(), sums::varianceOfRatio, sums.count(), "delta method by customer, t")
                    : Estimate.undefined("nothing to divide by", sums.count());
        }

        private Estimate mean(double mean, DoubleSupplier variance) {
            return estimate(mean, variance, money.count(), "t");
        }

        private static Estimate estimate(double value, DoubleSupplier variance, long n, String method) {
            if (n < 2) {
                return new Estimate(Measure.of(value), Measure.undefined("one customer"), Optional.empty(), n, n);
            }
            double error = Math.sqrt(variance.getAsDouble());
            double reach = StudentT.isf(n - 1, 0.5 * (1 - CONFIDENCE)) * error;
            return new Estimate(
                    Measure.of(value),
                    Measure.of(error),
                    Optional.of(new Interval(value - reach, value + reach, CONFIDENCE, method)),
                    n,
                    n);
        }
    }
}
