package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.experiment.SuccessCounts;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * What a group of customers bought in the time of a promotion, whether they got it or were held out: sums that are enough for all
 * comparisons, and that merge.
 *
 * <p>Every customer of the group counts, also those who bought nothing. Sums are whole numbers, so that order and splits do not matter.
 *
 * @param customers number of customers
 * @param buyers number of them who ordered at least once
 * @param orders number of their orders
 * @param revenue sum of their revenues, in minor units
 * @param squaredRevenue sum of the squares of their revenues
 */
public record ResponseGroup(long customers, long buyers, long orders, long revenue, BigInteger squaredRevenue)
        implements Serializable {

    /** No customers. */
    public static final ResponseGroup EMPTY = new ResponseGroup(0, 0, 0, 0, BigInteger.ZERO);

    /**
     * Refuses numbers that cannot be.
     *
     * @param customers number of customers
     * @param buyers number of them who ordered at least once
     * @param orders number of their orders
     * @param revenue sum of their revenues, in minor units
     * @param squaredRevenue sum of the squares of their revenues
     * @throws IllegalArgumentException if there are more buyers than customers or orders, or fewer squares than the revenue has
     */
    public ResponseGroup {
        Objects.requireNonNull(squaredRevenue, "squaredRevenue");
        Rates.requirePart(buyers, customers, "buyers");
        Rates.requireAtLeast(buyers, orders, "orders");
        BigInteger sum = BigInteger.valueOf(revenue);
        // Cauchy and Schwarz.
        if (squaredRevenue.multiply(BigInteger.valueOf(customers)).compareTo(sum.multiply(sum)) < 0) {
            throw new IllegalArgumentException(
                    "squaredRevenue must be at least revenue² / customers: " + squaredRevenue);
        }
    }

    /**
     * A single customer.
     *
     * @param orders number of orders, at least 0
     * @param revenue revenue in minor units
     * @return a group of one
     * @throws IllegalArgumentException if the number of orders is negative
     */
    public static ResponseGroup ofCustomer(long orders, long revenue) {
        BigInteger exact = BigInteger.valueOf(revenue);
        return new ResponseGroup(1, orders > 0 ? 1 : 0, orders, revenue, exact.multiply(exact));
    }

    /**
     * A group from two columns, one row per customer.
     *
     * @param orders numbers of orders, at least 0
     * @param revenues revenues in minor units
     * @return the group
     * @throws IllegalArgumentException if the columns differ in length or a number of orders is negative
     * @throws ArithmeticException if a sum overflows
     */
    public static ResponseGroup of(long[] orders, long[] revenues) {
        if (orders.length != revenues.length) {
            throw new IllegalArgumentException(
                    "columns must be equally long: " + orders.length + " and " + revenues.length);
        }
        Tally tally = new Tally();
        for (int i = 0; i < orders.length; i++) {
            if (orders[i] < 0) {
                throw new IllegalArgumentException("orders[" + i + "] must be at least 0: " + orders[i]);
            }
            tally.add(orders[i], revenues[i]);
        }
        return tally.group();
    }

    /**
     * A collector of customers to their group, for {@code groupingBy} and parallel streams.
     *
     * @param orders gives a customer's number of orders, at least 0
     * @param revenue gives a customer's revenue in minor units
     * @param <T> what stands for a customer
     * @return the collector
     */
    public static <T> Collector<T, ?, ResponseGroup> collector(
            ToLongFunction<? super T> orders, ToLongFunction<? super T> revenue) {
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(revenue, "revenue");
        return Collector.of(
                Tally::new,
                (tally, customer) -> {
                    long count = orders.applyAsLong(customer);
                    Rates.requireAtLeast(0, count, "orders");
                    tally.add(count, revenue.applyAsLong(customer));
                },
                Tally::combine,
                Tally::group);
    }

    /**
     * Both groups together, of different customers.
     *
     * @param other the other group
     * @return the sums
     * @throws ArithmeticException if a sum overflows
     */
    public ResponseGroup plus(ResponseGroup other) {
        return new ResponseGroup(
                Math.addExact(customers, other.customers),
                Math.addExact(buyers, other.buyers),
                Math.addExact(orders, other.orders),
                Math.addExact(revenue, other.revenue),
                squaredRevenue.add(other.squaredRevenue));
    }

    /**
     * The share of customers who ordered.
     *
     * @return the share with a 95 % Wilson interval; undefined without customers
     */
    public Estimate responseRate() {
        return Rates.share(buyers, customers, "no customers");
    }

    /**
     * Revenue per customer, of those who bought nothing too.
     *
     * @return the mean in minor units with a 95 % t interval; undefined without customers
     */
    public Estimate revenuePerCustomer() {
        return Rates.mean(revenues(), "no customers");
    }

    /**
     * One readable line.
     *
     * @return for example {@code 120 of 1000 bought, 150 orders, revenue 450000}
     */
    @Override
    public String toString() {
        return buyers + " of " + customers + " bought, " + orders + " orders, revenue " + revenue;
    }

    SuccessCounts responses() {
        return SuccessCounts.of(buyers, customers);
    }

    /** From the exact sums: no digit is lost to a large mean. */
    SampleSummary revenues() {
        if (customers == 0) {
            return SampleSummary.NONE;
        }
        BigInteger sum = BigInteger.valueOf(revenue);
        BigInteger timesCustomers =
                squaredRevenue.multiply(BigInteger.valueOf(customers)).subtract(sum.multiply(sum));
        return new SampleSummary(customers, (double) revenue / customers, timesCustomers.doubleValue() / customers);
    }

    /** Squares are summed in 128 bits. */
    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private long customers;
        private long buyers;
        private long orders;
        private long revenue;
        private long high;
        private long low;

        void add(long customerOrders, long customerRevenue) {
            customers++;
            buyers += customerOrders > 0 ? 1 : 0;
            orders = Math.addExact(orders, customerOrders);
            revenue = Math.addExact(revenue, customerRevenue);
            addSquares(Math.multiplyHigh(customerRevenue, customerRevenue), customerRevenue * customerRevenue);
        }

        Tally combine(Tally other) {
            customers += other.customers;
            buyers += other.buyers;
            orders = Math.addExact(orders, other.orders);
            revenue = Math.addExact(revenue, other.revenue);
            addSquares(other.high, other.low);
            return this;
        }

        private void addSquares(long otherHigh, long otherLow) {
            long sum = low + otherLow;
            high = Math.addExact(Math.addExact(high, otherHigh), Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
            low = sum;
        }

        ResponseGroup group() {
            BigInteger lower = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
            return new ResponseGroup(
                    customers,
                    buyers,
                    orders,
                    revenue,
                    BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(lower));
        }
    }
}
