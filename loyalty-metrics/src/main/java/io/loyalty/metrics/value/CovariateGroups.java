package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers with equal covariates together: within a group the plain model holds. */
final class CovariateGroups {

    /**
     * One group.
     *
     * @param purchase values of the purchase covariates
     * @param dropout values of the dropout covariates
     * @param rows its customers
     */
    record Group(double[] purchase, double[] dropout, int[] rows) {}

    private final List<Group> groups = new ArrayList<>();

    CovariateGroups(int customers, Covariates purchase, Covariates dropout) {
        check(customers, purchase, "purchase");
        check(customers, dropout, "dropout");
        int p = purchase.names().size();
        // In the order of the values, so that the order of the customers does not matter.
        Map<double[], List<Integer>> byValue = new TreeMap<>(Arrays::compare);
        for (int i = 0; i < customers; i++) {
            double[] key = Arrays.copyOf(purchase.of(i), p + dropout.names().size());
            System.arraycopy(dropout.of(i), 0, key, p, key.length - p);
            byValue.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        byValue.forEach((key, rows) -> groups.add(new Group(
                Arrays.copyOf(key, p),
                Arrays.copyOfRange(key, p, key.length),
                rows.stream().mapToInt(Integer::intValue).toArray())));
    }

    private static void check(int customers, Covariates covariates, String name) {
        if (covariates.size() != customers) {
            throw new IllegalArgumentException(
                    name + " must have one row for each customer, " + customers + ": " + covariates.size());
        }
    }

    List<Group> groups() {
        return groups;
    }

    /** The histories of some rows. */
    static PurchaseColumns columns(PurchaseColumns all, int[] rows) {
        double[] x = new double[rows.length];
        double[] last = new double[rows.length];
        double[] age = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            RecencyFrequency history = all.history(rows[i]);
            x[i] = history.repeats();
            last[i] = history.last();
            age[i] = history.age();
        }
        return PurchaseColumns.ofPart(x, last, age, all.unit(), all.observationEnd());
    }
}
