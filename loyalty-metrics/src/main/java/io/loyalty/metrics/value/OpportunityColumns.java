package io.loyalty.metrics.value;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The histories of many customers as columns (x, t_x, n), with unit and end of observation: what {@link BgBb} is fitted to and scores.
 *
 * <p>Equal rows are compressed, and the order of the customers never matters. Immutable; the arrays passed in are not kept.
 */
public final class OpportunityColumns {

    final OpportunityHistory[] distinct;
    final double[] weight;
    private final int[] rowOf;
    private final double totalWeight;
    private final PeriodUnit unit;
    private final LocalDate observationEnd;

    private OpportunityColumns(
            int[] purchases,
            int[] last,
            int[] opportunities,
            double[] weights,
            PeriodUnit unit,
            LocalDate observationEnd) {
        this.unit = Objects.requireNonNull(unit, "unit");
        this.observationEnd = Objects.requireNonNull(observationEnd, "observationEnd");
        int n = purchases.length;
        if (n == 0) {
            throw new IllegalArgumentException("purchases must not be empty");
        }
        if (last.length != n || opportunities.length != n) {
            throw new IllegalArgumentException("purchases, last and opportunities must have one length: " + n + ", "
                    + last.length + " and " + opportunities.length);
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            check(purchases[i], last[i], opportunities[i], i);
            keys[i] = ((long) opportunities[i] << 42) | ((long) last[i] << 21) | purchases[i];
        }
        RowCodes rows = RowCodes.of(keys);
        rowOf = rows.codes;
        weight = rows.weights(weights);
        distinct = new OpportunityHistory[weight.length];
        double sum = 0;
        double observed = 0;
        for (int i = 0; i < distinct.length; i++) {
            long key = rows.values[i];
            int mask = (1 << 21) - 1;
            distinct[i] = new OpportunityHistory((int) key & mask, (int) (key >>> 21) & mask, (int) (key >>> 42));
            sum += weight[i];
            observed += weight[i] * distinct[i].opportunities();
        }
        totalWeight = sum;
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights must have a finite sum above 0: " + sum);
        }
        if (!(observed > 0)) {
            throw new IllegalArgumentException("opportunities must be above 0 for at least one customer");
        }
    }

    private static void check(int x, int last, int n, int row) {
        if (n < 0 || n >= 1 << 21) {
            throw new IllegalArgumentException("opportunities[" + row + "] must be in [0, 2097151]: " + n);
        }
        if (last < 0 || last > n) {
            throw new IllegalArgumentException("last[" + row + "] must be in [0, opportunities = " + n + "]: " + last);
        }
        if (x < 0 || x > last || (x == 0 && last > 0)) {
            throw new IllegalArgumentException(
                    "purchases[" + row + "] must be in [1, last = " + last + "], or 0 if last is 0: " + x);
        }
    }

    /**
     * One customer a row.
     *
     * @param purchases x: at how many opportunities he bought
     * @param last t_x: number of the last of these; 0 if none
     * @param opportunities n: how many opportunities there were
     * @param unit the time from one opportunity to the next, for discounting
     * @param observationEnd the last day observed
     * @return the columns
     * @throws IllegalArgumentException if the columns differ in length or a value is impossible
     */
    public static OpportunityColumns of(
            int[] purchases, int[] last, int[] opportunities, PeriodUnit unit, LocalDate observationEnd) {
        return new OpportunityColumns(purchases, last, opportunities, new double[0], unit, observationEnd);
    }

    /**
     * Many customers a row.
     *
     * @param purchases x: at how many opportunities they bought
     * @param last t_x: number of the last of these; 0 if none
     * @param opportunities n: how many opportunities there were
     * @param weights how many customers each row stands for, finite and ≥ 0; not all 0
     * @param unit the time from one opportunity to the next, for discounting
     * @param observationEnd the last day observed
     * @return the columns
     * @throws IllegalArgumentException if the columns differ in length or a value is impossible
     */
    public static OpportunityColumns ofWeighted(
            int[] purchases,
            int[] last,
            int[] opportunities,
            double[] weights,
            PeriodUnit unit,
            LocalDate observationEnd) {
        if (weights.length != purchases.length) {
            throw new IllegalArgumentException(
                    "weights must have the length of purchases, " + purchases.length + ": " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights[" + i + "] must be finite and at least 0: " + weights[i]);
            }
        }
        return new OpportunityColumns(purchases, last, opportunities, weights, unit, observationEnd);
    }

    /**
     * The time from one opportunity to the next.
     *
     * @return the unit
     */
    public PeriodUnit unit() {
        return unit;
    }

    /**
     * The last day observed.
     *
     * @return the day
     */
    public LocalDate observationEnd() {
        return observationEnd;
    }

    /**
     * The number of rows passed in: the length of every column of scores.
     *
     * @return at least 1
     */
    public int size() {
        return rowOf.length;
    }

    /**
     * The number of different histories.
     *
     * @return at most {@link #size()}
     */
    public int distinctRows() {
        return weight.length;
    }

    /**
     * The number of customers: the rows, or the sum of their weights.
     *
     * @return above 0
     */
    public double customers() {
        return totalWeight;
    }

    /**
     * The history of one row.
     *
     * @param row index of the row as it was passed in
     * @return its history
     */
    public OpportunityHistory history(int row) {
        return distinct[rowOf[row]];
    }

    /** Scores of the distinct rows, spread over the rows as they were passed in. */
    double[] spread(double[] scores) {
        double[] all = new double[rowOf.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = scores[rowOf[i]];
        }
        return all;
    }
}
