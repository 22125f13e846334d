package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What customers spend as columns (x, mean value): the number of purchases behind each mean, and the mean. {@link GammaGamma} is fitted to
 * them.
 *
 * <p>Customers with x = 0 have no mean; they are counted and left out. Equal rows are compressed, and the order of the customers
 * never matters. Means must be above 0: net refunds against the purchases they belong to, or drop them, before; no value is
 * silently bent. Immutable; the arrays passed in are not kept.
 */
public final class SpendColumns {

    private static final int SAMPLE = 20_000;

    final double[] counts;
    final int[] countOf;
    final double[] mean;
    final double[] weight;
    private final int size;
    private final double withoutPurchase;
    private final double totalWeight;
    private final LocalDate observationEnd;

    private SpendColumns(double[] purchases, double[] means, double[] weights, LocalDate observationEnd) {
        this.observationEnd = Objects.requireNonNull(observationEnd, "observationEnd");
        size = purchases.length;
        int used = check(purchases, means, weights);
        double[] x = new double[used];
        double[] m = new double[used];
        double[] w = new double[weights.length == 0 ? 0 : used];
        double[] dropped = new double[size - used];
        int next = 0;
        for (int i = 0; i < size; i++) {
            double rowWeight = weights.length == 0 ? 1 : weights[i];
            if (purchases[i] > 0) {
                x[next] = purchases[i];
                m[next] = means[i];
                if (w.length > 0) {
                    w[next] = rowWeight;
                }
                next++;
            } else {
                dropped[i - next] = rowWeight;
            }
        }
        RowCodes xs = RowCodes.of(x);
        RowCodes ms = RowCodes.of(m);
        double[] values = ms.numbers();
        long[] keys = new long[used];
        for (int i = 0; i < used; i++) {
            keys[i] = ((long) xs.codes[i] << 32) | ms.codes[i];
        }
        RowCodes rows = RowCodes.of(keys);
        counts = xs.numbers();
        weight = rows.weights(w);
        countOf = new int[weight.length];
        mean = new double[weight.length];
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            countOf[i] = (int) (rows.values[i] >>> 32);
            mean[i] = values[(int) rows.values[i]];
            sum += weight[i];
        }
        totalWeight = sum;
        Arrays.sort(dropped);
        double without = 0;
        for (double d : dropped) {
            without += d;
        }
        withoutPurchase = without;
        if (!(sum > 0)) {
            throw new IllegalArgumentException("purchases must be above 0 for at least one customer");
        }
    }

    private static int check(double[] purchases, double[] means, double[] weights) {
        if (means.length != purchases.length) {
            throw new IllegalArgumentException(
                    "purchases and means must have one length: " + purchases.length + " and " + means.length);
        }
        int used = 0;
        for (int i = 0; i < purchases.length; i++) {
            if (!(purchases[i] >= 0 && purchases[i] <= Integer.MAX_VALUE && purchases[i] == Math.rint(purchases[i]))) {
                throw new IllegalArgumentException(
                        "purchases[" + i + "] must be a whole number of at least 0: " + purchases[i]);
            }
            if (purchases[i] > 0) {
                used++;
                if (!(means[i] > 0 && means[i] < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("means[" + i + "] must be finite and above 0: " + means[i]);
                }
            }
            if (weights.length > 0 && !(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights[" + i + "] must be finite and at least 0: " + weights[i]);
            }
        }
        return used;
    }

    /**
     * One customer a row.
     *
     * @param purchases x: how many purchases each mean is of, whole numbers ≥ 0
     * @param means mean value of these purchases, above 0; not read where x is 0
     * @param observationEnd the last day observed
     * @return the columns
     * @throws IllegalArgumentException if a value is impossible, or nobody has a purchase
     */
    public static SpendColumns of(double[] purchases, double[] means, LocalDate observationEnd) {
        return new SpendColumns(purchases, means, new double[0], observationEnd);
    }

    /**
     * Many customers a row.
     *
     * @param purchases x: how many purchases each mean is of, whole numbers ≥ 0
     * @param means mean value of these purchases, above 0; not read where x is 0
     * @param weights how many customers each row stands for, finite and ≥ 0
     * @param observationEnd the last day observed
     * @return the columns
     * @throws IllegalArgumentException if a value is impossible, or nobody has a purchase
     */
    public static SpendColumns ofWeighted(
            double[] purchases, double[] means, double[] weights, LocalDate observationEnd) {
        if (weights.length != purchases.length) {
            throw new IllegalArgumentException(
                    "weights must have the length of purchases, " + purchases.length + ": " + weights.length);
        }
        return new SpendColumns(purchases, means, weights, observationEnd);
    }

    /** Some {@value #SAMPLE} of the distinct rows, evenly spread in their order, if there are several times as many. */
    Optional<SpendColumns> sample() {
        int step = weight.length / SAMPLE;
        if (step < 3) {
            return Optional.empty();
        }
        int n = (weight.length - 1) / step + 1;
        double[] x = new double[n];
        double[] means = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = counts[countOf[i * step]];
            means[i] = mean[i * step];
            weights[i] = weight[i * step];
        }
        return Optional.of(new SpendColumns(x, means, weights, observationEnd));
    }

    /**
     * The number of rows passed in.
     *
     * @return with and without purchase
     */
    public int size() {
        return size;
    }

    /**
     * The number of different rows with a purchase.
     *
     * @return at least 1
     */
    public int distinctRows() {
        return weight.length;
    }

    /**
     * The customers with a purchase: their number, or the sum of their weights.
     *
     * @return above 0
     */
    public double customers() {
        return totalWeight;
    }

    /**
     * Pearson's correlation of the number of purchases with their mean value, over customers with a purchase. Gamma-Gamma assumes none;
     * of CDNOW's repeat buyers it is 0.11.
     *
     * @return in [−1, 1]; undefined if all have one number or one mean
     */
    public Measure correlation() {
        ExactSum x = new ExactSum();
        ExactSum y = new ExactSum();
        for (int i = 0; i < weight.length; i++) {
            x.add(weight[i] * counts[countOf[i]]);
            y.add(weight[i] * mean[i]);
        }
        double meanX = x.value() / totalWeight;
        double meanY = y.value() / totalWeight;
        ExactSum xx = new ExactSum();
        ExactSum xy = new ExactSum();
        ExactSum yy = new ExactSum();
        for (int i = 0; i < weight.length; i++) {
            double dx = counts[countOf[i]] - meanX;
            double dy = mean[i] - meanY;
            xx.add(weight[i] * dx * dx);
            xy.add(weight[i] * dx * dy);
            yy.add(weight[i] * dy * dy);
        }
        if (!(xx.value() > 0 && yy.value() > 0)) {
            return Measure.undefined("all customers have one number of purchases or one mean");
        }
        double r = xy.value() / (Math.sqrt(xx.value()) * Math.sqrt(yy.value()));
        return Measure.of(Math.min(1, Math.max(-1, r)));
    }

    /**
     * The customers left out because they have no purchase to take a mean of.
     *
     * @return their number, or the sum of their weights
     */
    public double customersWithoutPurchase() {
        return withoutPurchase;
    }

    /**
     * The last day observed.
     *
     * @return the day
     */
    public LocalDate observationEnd() {
        return observationEnd;
    }
}
