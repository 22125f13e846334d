package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one customer bought within the window of some {@link PurchaseRules}, in the words of the metrics.
 *
 * <p>Orders are receipts; purchases are periods with an order, after receipts of the same period are merged. Models of
 * repeat buying take (x, t<sub>x</sub>, T) = ({@link #repeatPurchases()}, {@link #ageAtLast()}, {@link #age()});
 * recency-frequency scores take {@link #daysSinceLast()}, which counts from the other end. Money is in minor units.
 *
 * @param customer the customer's key
 * @param first the day of the first order in the window
 * @param last the day of the last order in the window
 * @param daysSinceLast days from the last order to the last day of observation, at least 0; from the last refund, if
 *     that is later and the rules count it as seeing the customer
 * @param orders number of orders, at least 1
 * @param purchases number of different periods with an order, from 1 to {@code orders}
 * @param refunds number of refunds
 * @param items number of items of the orders; 0 if none were given
 * @param gross sum of the orders
 * @param refunded sum of the refunds, as a number of at least 0
 * @param revenue the sum of the orders, less the refunds if the rules say so
 * @param firstGross sum of the orders of the first purchase period
 * @param ageAtLast t<sub>x</sub>: days from the first to the last purchase, in whole periods; fractions of a day if the
 *     period is an instant
 * @param age T: days from the first purchase to the end of observation, measured alike
 * @param boughtBefore whether the customer also bought before the window, so that its first order is not the first ever
 */
public record PurchaseSummary(
        String customer,
        LocalDate first,
        LocalDate last,
        int daysSinceLast,
        int orders,
        int purchases,
        int refunds,
        long items,
        long gross,
        long refunded,
        long revenue,
        long firstGross,
        double ageAtLast,
        double age,
        boolean boughtBefore)
        implements Serializable {

    /**
     * Refuses what cannot be.
     *
     * @param customer the customer's key
     * @param first the day of the first order in the window
     * @param last the day of the last order in the window
     * @param daysSinceLast days from the last sight to the last day of observation
     * @param orders number of orders, at least 1
     * @param purchases number of different periods with an order
     * @param refunds number of refunds
     * @param items number of items of the orders
     * @param gross sum of the orders
     * @param refunded sum of the refunds, as a number of at least 0
     * @param revenue the sum of the orders, less the refunds if the rules say so
     * @param firstGross sum of the orders of the first purchase period
     * @param ageAtLast days from the first to the last purchase
     * @param age days from the first purchase to the end of observation
     * @param boughtBefore whether the customer also bought before the window
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PurchaseSummary {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(customer, "customer");
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("first must not be after last: " + first + " and " + last);
        }
        atLeast(0, daysSinceLast, "daysSinceLast");
        atLeast(1, orders, "orders");
        if (purchases < 1 || purchases > orders) {
            throw new IllegalArgumentException("purchases must be in [1, " + orders + "]: " + purchases);
        }
        atLeast(0, refunds, "refunds");
        atLeast(0, items, "items");
        atLeast(0, firstGross, "firstGross");
        atLeast(firstGross, gross, "gross");
        atLeast(0, refunded, "refunded");
        if (!(ageAtLast >= 0 && ageAtLast <= age)) {
            throw new IllegalArgumentException("ageAtLast must be in [0, " + age + "]: " + ageAtLast);
        }
    }

    /**
     * x: the number of purchases after the first.
     *
     * @return purchases − 1
     */
    public int repeatPurchases() {
        return purchases - 1;
    }

    /**
     * The number of orders that were merged into the purchase of another order.
     *
     * @return orders − purchases
     */
    public int mergedOrders() {
        return orders - purchases;
    }

    /**
     * The mean of the repeat purchases, without the first, before refunds: what models of spending take.
     *
     * @return minor units per repeat purchase; undefined without a repeat purchase
     */
    public Measure meanRepeatSpend() {
        return purchases == 1
                ? Measure.undefined("no repeat purchase")
                : Measure.of((double) (gross - firstGross) / repeatPurchases());
    }

    /**
     * One readable line.
     *
     * @return for example {@code c-7: 4 orders on 3 occasions, 2026-01-05 to 2026-03-20, 11 days ago, revenue 4200}
     */
    @Override
    public String toString() {
        return customer + ": " + orders + (orders == 1 ? " order on " : " orders on ") + purchases
                + (purchases == 1 ? " occasion, " : " occasions, ") + first + " to " + last + ", " + daysSinceLast
                + " days ago, revenue " + revenue;
    }

    private static void atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }
}
