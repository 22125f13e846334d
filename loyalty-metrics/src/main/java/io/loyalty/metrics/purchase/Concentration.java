package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.column.SortedDoubles;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Concentration: how unevenly revenue, or any other amount, is spread over customers.
 *
 * <h2>Definition</h2>
 *
 * <p>For n values, x<sub>(1)</sub> ≤ … ≤ x<sub>(n)</sub>: Gini coefficient
 * \( G = \sum (2 i - n - 1) x_{(i)} / (n \sum x) \), and corrected for few customers \( G \cdot n / (n - 1) \);
 * Herfindahl-Hirschman index \( \sum (x_i / \sum x)^2 \); the Lorenz curve, linear between customers; the share of the
 * total made by the top share of customers, and the smallest share of customers who make some share of the total, both
 * from the curve, so that customers are divisible.
 *
 * <h2>Interpretation</h2>
 *
 * <p>G is 0 if all are equal and (n − 1)/n if one has all. "Twenty per cent of the customers make eighty per cent of
 * the revenue" is {@code topShare(0.2)}; 1 over the Herfindahl index is the number of equal customers of the same
 * concentration. A year has more one-time customers than a month, so compare windows of the same length.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers, or with a total of 0, everything is undefined. One customer: G is 0, corrected undefined,
 * Herfindahl 1. Zeros count as customers. Negative values are refused, or count as 0 on request.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort by digits and one pass; 16 bytes per customer.
 *
 * <h2>References</h2>
 *
 * <p>Gini, C. (1912), Variabilità e mutabilità. Lorenz, M. O. (1905), Methods of measuring the concentration of wealth,
 * Publications of the American Statistical Association 9, 209–219, doi:10.2307/2276207. Hirschman, A. O. (1964), The
 * paternity of an index, American Economic Review 54(5), 761–762.
 */
public final class Concentration implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NO_CUSTOMERS = "no customers";

    /** Sums of the 0 to n lowest values; compensated, so that they neither decrease nor drift. */
    private final double[] sums;

    private final Measure gini;
    private final Measure herfindahl;

    private Concentration(double[] values) {
        double[] sorted = SortedDoubles.of(values);
        int n = sorted.length;
        sums = new double[n + 1];
        NeumaierSum sum = new NeumaierSum();
        NeumaierSum weighted = new NeumaierSum();
        for (int i = 0; i < n; i++) {
            sum.add(sorted[i]);
            sums[i + 1] = sum.value();
            weighted.addProduct(2.0 * i + 1 - n, sorted[i]);
        }
        double total = sums[n];
        if (total > 0) {
            NeumaierSum squares = new NeumaierSum();
            for (double value : sorted) {
                double share = value / total;
                squares.addProduct(share, share);
            }
            gini = Measure.of(Math.max(0, weighted.value() / total / n));
            herfindahl = Measure.of(squares.value());
        } else {
            gini = nothing();
            herfindahl = gini;
        }
    }

    /**
     * The concentration of some values.
     *
     * @param values one per customer, finite and at least 0
     * @return the concentration
     * @throws IllegalArgumentException if a value is negative or not finite
     */
    public static Concentration of(double... values) {
        return of(values, NegativeValues.REFUSE);
    }

    /**
     * The concentration of some values.
     *
     * @param values one per customer, finite
     * @param negative what becomes of negative values
     * @return the concentration
     * @throws IllegalArgumentException if a value is not finite, or negative and refused
     */
    public static Concentration of(double[] values, NegativeValues negative) {
        Objects.requireNonNull(negative, "negative");
        double[] column = new double[values.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = checked(values[i], negative, i);
        }
        return new Concentration(column);
    }

    /**
     * The concentration of the revenue of a history's customers.
     *
     * @param history summaries of a window
     * @param negative what becomes of customers who returned more than they bought
     * @return the concentration
     * @throws IllegalArgumentException if a revenue is negative and refused
     */
    public static Concentration of(PurchaseHistory history, NegativeValues negative) {
        Objects.requireNonNull(negative, "negative");
        double[] column = new double[history.customers()];
        for (int i = 0; i < column.length; i++) {
            column[i] = checked(history.revenue(i), negative, i);
        }
        return new Concentration(column);
    }

    /**
     * A collector to the concentration of some value, for {@code groupingBy} and parallel streams.
     *
     * @param value gives the value of an element
     * @param negative what becomes of negative values
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, Concentration> collector(
            ToDoubleFunction<? super T> value, NegativeValues negative) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(negative, "negative");
        return Collector.of(
                DoubleColumn::new,
                (values, element) -> values.add(checked(value.applyAsDouble(element), negative, values.size())),
                DoubleColumn::combine,
                values -> new Concentration(values.toArray()));
    }

    /**
     * The number of customers.
     *
     * @return n
     */
    public int customers() {
        return sums.length - 1;
    }

    /**
     * The sum of the values.
     *
     * @return the total
     */
    public double total() {
        return sums[customers()];
    }

    /**
     * The Gini coefficient.
     *
     * @return from 0 to (n − 1)/n; undefined without customers or for a total of 0
     */
    public Measure gini() {
        return gini;
    }

    /**
     * The Gini coefficient corrected for few customers, who could not reach 1.
     *
     * @return from 0 to 1; undefined for fewer than two customers or a total of 0
     */
    public Measure giniCorrected() {
        int n = customers();
        if (!gini.isDefined()) {
            return gini;
        }
        return n < 2 ? Measure.undefined("one customer") : Measure.of(Math.min(1, gini.orElseThrow() * n / (n - 1)));
    }

    /**
     * The Herfindahl-Hirschman index.
     *
     * @return from 1/n to 1; undefined without customers or for a total of 0
     */
    public Measure herfindahl() {
        return herfindahl;
    }

    /**
     * What the top customers make of the total.
     *
     * @param customers their share of the customers, from 0 to 1
     * @return their share of the total; undefined without customers or for a total of 0
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public Measure topShare(double customers) {
        requireShare(customers, "customers");
        if (!gini.isDefined()) {
            return gini;
        }
        double rest = (1 - customers) * customers();
        int whole = Math.min((int) rest, customers() - 1);
        double below = sums[whole] + (rest - whole) * (sums[whole + 1] - sums[whole]);
        return Measure.of(Math.max(0, Math.min(1, (total() - below) / total())));
    }

    /**
     * The smallest share of the customers who make some share of the total.
     *
     * @param value the share of the total, from 0 to 1, for example 0.8
     * @return the share of the customers; undefined without customers or for a total of 0
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public Measure customersMaking(double value) {
        requireShare(value, "value");
        if (!gini.isDefined()) {
            return gini;
        }
        double rest = (1 - value) * total();
        int whole = lastUpTo(rest);
        double step = whole == customers() ? 0 : sums[whole + 1] - sums[whole];
        double part = step > 0 ? (rest - sums[whole]) / step : 0;
        return Measure.of(Math.max(0, 1 - (whole + part) / customers()));
    }

    /**
     * The Lorenz curve: its value after every customer.
     *
     * @return n + 1 points from (0, 0) to (1, 1); empty without customers or for a total of 0
     */
    public List<LorenzPoint> lorenz() {
        return gini.isDefined() ? lorenz(customers()) : List.of();
    }

    /**
     * The Lorenz curve at evenly spaced shares of the customers, for drawing.
     *
     * @param steps the number of steps, at least 1
     * @return {@code steps} + 1 points from (0, 0) to (1, 1); empty without customers or for a total of 0
     * @throws IllegalArgumentException if the number of steps is below 1
     */
    public List<LorenzPoint> lorenz(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1: " + steps);
        }
        List<LorenzPoint> points = new ArrayList<>();
        for (int i = 0; gini.isDefined() && i <= steps; i++) {
            // Whole numbers first: a point that belongs to a customer must not miss it by a rounding.
            long place = (long) i * customers();
            int whole = (int) (place / steps);
            double part = (double) (place % steps) / steps;
            double sum = part == 0 ? sums[whole] : sums[whole] + part * (sums[whole + 1] - sums[whole]);
            points.add(new LorenzPoint((double) i / steps, Math.min(1, sum / total())));
        }
        return List.copyOf(points);
    }

    /**
     * One readable line.
     *
     * @return for example {@code Gini 0.422222 of 5 customers; the top 20 % make 0.555556}
     */
    @Override
    public String toString() {
        return "Gini " + gini + " of " + customers() + (customers() == 1 ? " customer" : " customers")
                + "; the top 20 % make " + topShare(0.2);
    }

    private Measure nothing() {
        return Measure.undefined(customers() == 0 ? NO_CUSTOMERS : "total is 0");
    }

    /** The largest number of lowest customers whose sum is at most some amount. */
    private int lastUpTo(double amount) {
        int low = 0;
        int high = customers();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sums[middle] <= amount) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double checked(double value, NegativeValues negative, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("values[" + index + "] must be finite: " + value);
        }
        if (value < 0 && negative == NegativeValues.REFUSE) {
            throw new IllegalArgumentException("values[" + index + "] must be at least 0: " + value);
        }
        return Math.max(0, value);
    }

    private static void requireShare(double share, String name) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + share);
        }
    }
}
