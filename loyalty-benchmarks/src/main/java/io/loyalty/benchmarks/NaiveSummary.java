package io.loyalty.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A log of transactions to (x, t_x, T) and mean repeat spend as it is usually written: a map of the customers, each with a map of days. */
record NaiveSummary(int repeats, double last, double age, double meanSpend) {

    static Map<Long, NaiveSummary> of(long[] customers, int[] days, double[] amounts, long end) {
        Map<Long, TreeMap<Integer, Double>> byCustomer = new HashMap<>();
        for (int i = 0; i < customers.length; i++) {
            byCustomer
                    .computeIfAbsent(customers[i], customer -> new TreeMap<>())
                    .merge(days[i], amounts[i], Double::sum);
        }
        Map<Long, NaiveSummary> summaries = new HashMap<>();
        byCustomer.forEach((customer, purchases) -> {
            int first = purchases.firstKey();
            double sum = 0;
            for (double amount : purchases.tailMap(first, false).values()) {
                sum += amount;
            }
            int repeats = purchases.size() - 1;
            summaries.put(
                    customer,
                    new NaiveSummary(
                            repeats,
                            (purchases.lastKey() - first) / 7.0,
                            (end - first) / 7.0,
                            repeats == 0 ? 0 : sum / repeats));
        });
        return summaries;
    }
}
