package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The predicted values of many customers, as {@link PredictedLifetimeValue#score} gives them: columns by row, an order, a total, bands
 * of P(alive); intervals of a row when they are asked for. Immutable.
 */
public final class CustomerValues {

    private final PredictedLifetimeValue calculator;
    private final PurchaseColumns columns;
    private final double[] spendPurchases;
    private final double[] meanSpends;
    private final double[] alive;
    private final double[] purchases;
    private final double[] spend;
    private final double[] value;

    CustomerValues(
            PredictedLifetimeValue calculator,
            PurchaseColumns columns,
            double[] spendPurchases,
            double[] meanSpends,
            double[] alive,
            double[] purchases,
            double[] spend,
            double[] value) {
        this.calculator = calculator;
        this.columns = columns;
        this.spendPurchases = spendPurchases;
        this.meanSpends = meanSpends;
        this.alive = alive;
        this.purchases = purchases;
        this.spend = spend;
        this.value = value;
    }

    /**
     * The number of rows.
     *
     * @return that of the columns scored
     */
    public int size() {
        return value.length;
    }

    /**
     * P(alive) by row.
     *
     * @return a new column
     */
    public double[] alive() {
        return alive.clone();
    }

    /**
     * The discounted expected number of purchases by row.
     *
     * @return a new column
     */
    public double[] purchases() {
        return purchases.clone();
    }

    /**
     * The expected value of a purchase by row.
     *
     * @return a new column; {@link Double#POSITIVE_INFINITY} where the mean is infinite
     */
    public double[] spends() {
        return spend.clone();
    }

    /**
     * The value by row.
     *
     * @return a new column; {@link Double#POSITIVE_INFINITY} where a factor is infinite
     */
    public double[] values() {
        return value.clone();
    }

    /**
     * The sum of all values: what the customers of today are worth together.
     *
     * @return at least 0; infinite if one is
     */
    public double total() {
        double[] sorted = value.clone();
        // Added in ascending order: the order of the customers does not matter.
        Arrays.sort(sorted);
        ExactSum sum = new ExactSum();
        for (double v : sorted) {
            sum.add(v);
        }
        return sorted[sorted.length - 1] == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : sum.value();
    }

    /**
     * One row with intervals, computed now.
     *
     * @param row its index
     * @return the same as {@link PredictedLifetimeValue#value} gives
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerValue customer(int row) {
        return calculator.value(columns.history(row), (int) spendPurchases[row], meanSpends[row]);
    }

    /**
     * The rows with the highest values.
     *
     * @param count how many, at least 0
     * @return row indices, highest value first, equal values by index; all rows if there are fewer
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public int[] top(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must be at least 0: " + count);
        }
        Integer[] rows = new Integer[value.length];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, (i, j) -> value[i] == value[j] ? i - j : Double.compare(value[j], value[i]));
        int[] top = new int[Math.min(count, rows.length)];
        Arrays.setAll(top, i -> rows[i]);
        return top;
    }

    /**
     * The customers by how likely they are still customers.
     *
     * @param limits where one band ends and the next begins, ascending within (0, 1); none gives one band
     * @return the bands from 0 to 1; a limit belongs to the band above it
     * @throws IllegalArgumentException if the limits are not ascending within (0, 1)
     */
    public List<AliveBand> aliveBands(double... limits) {
        double low = 0;
        List<AliveBand> bands = new ArrayList<>();
        for (int band = 0; band <= limits.length; band++) {
            double high = band == limits.length ? 1 : limits[band];
            if (!(high > low && (high < 1 || band == limits.length))) {
                throw new IllegalArgumentException(
                        "limits[" + band + "] must be above " + low + " and below 1: " + high);
            }
            bands.add(band(low, high));
            low = high;
        }
        return bands;
    }

    private AliveBand band(double low, double high) {
        int customers = 0;
        ExactSum still = new ExactSum();
        ExactSum counts = new ExactSum();
        ExactSum values = new ExactSum();
        for (int i = 0; i < value.length; i++) {
            if (alive[i] >= low && (alive[i] < high || high == 1)) {
                customers++;
                still.add(alive[i]);
                counts.add(purchases[i]);
                values.add(value[i]);
            }
        }
        return new AliveBand(low, high, customers, still.value(), counts.value(), values.value());
    }
}
