package io.loyalty.metrics.retention;

import java.io.Serializable;

/** Counts and sums by cohort and age, while they are made and afterwards. A triangle: the last cohort has one age. */
final class CohortCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    final long[] sizes;
    final long[][] customers;
    final long[][] orders;
    final long[][] revenue;

    CohortCounts(int periods) {
        sizes = new long[periods];
        customers = triangle(periods);
        orders = triangle(periods);
        revenue = triangle(periods);
    }

    void addCustomer(int cohort) {
        sizes[cohort]++;
    }

    void add(int cohort, int age, boolean isActive, int orderCount, long amount) {
        customers[cohort][age] += isActive ? 1 : 0;
        orders[cohort][age] += orderCount;
        revenue[cohort][age] = Math.addExact(revenue[cohort][age], amount);
    }

    private static long[][] triangle(int periods) {
        long[][] cells = new long[periods][];
        for (int cohort = 0; cohort < periods; cohort++) {
            cells[cohort] = new long[periods - cohort];
        }
        return cells;
    }
}
