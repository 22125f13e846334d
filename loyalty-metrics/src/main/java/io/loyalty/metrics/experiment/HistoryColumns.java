package io.loyalty.metrics.experiment;

import io.loyalty.metrics.purchase.PurchaseHistory;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Orders and revenue of a purchase history, by customer. */
final class HistoryColumns {

    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] orders;
    private final long[] revenues;

    HistoryColumns(PurchaseHistory history) {
        orders = history.orders();
        revenues = history.revenues();
        for (int i = 0; i < orders.length; i++) {
            positions.put(history.customer(i), i);
        }
    }

    ArmSummary summary(Collection<String> customers) {
        ArmAccumulator arm = new ArmAccumulator();
        requireDistinct(customers).forEach(customer -> arm.accept(orders(customer), revenue(customer)));
        return arm.snapshot();
    }

    ArmSummary summary(Collection<String> customers, HistoryColumns before) {
        ArmAccumulator arm = new ArmAccumulator();
        requireDistinct(customers)
                .forEach(customer -> arm.accept(orders(customer), revenue(customer), before.revenue(customer)));
        return arm.snapshot();
    }

    private static Collection<String> requireDistinct(Collection<String> customers) {
        Set<String> distinct = new HashSet<>(customers);
        if (distinct.size() != customers.size()) {
            // Keys may say who somebody is; the message does not show them.
            throw new IllegalArgumentException(
                    "customers must be there once each: " + distinct.size() + " different ones of " + customers.size());
        }
        return customers;
    }

    private int orders(String customer) {
        Integer position = positions.get(customer);
        return position == null ? 0 : orders[position];
    }

    private double revenue(String customer) {
        Integer position = positions.get(customer);
        return position == null ? 0 : revenues[position];
    }
}
