package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.purchase.GapDistribution;
import io.loyalty.metrics.purchase.Overdue;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseSummary;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What was known about customers on a day, and whether they came again after it: the sample for a churn model.
 *
 * <h2>Definition</h2>
 *
 * <p>Features come from purchases up to a day, the answer from purchases after it; that the two do not overlap is checked, since
 * a feature that knows the answer is the commonest fault of churn models. A customer has churned if it buys nothing in the
 * window of the answer, so that window must be longer than the usual gap. The features:
 *
 * <ul> <li>{@code recency}: days since the last purchase; <li>{@code purchases}: number of purchases; <li>{@code revenue}:
 * revenue in minor units; <li>{@code trend}: (purchases of the last w days + 1) over (those of the w days before + 1), above 1 if
 * buying picks up; <li>{@code overdue}: days since the last purchase beyond the mean gap, the customer's own or, without any,
 * that of all customers; 0 for all if nobody has a gap. </ul>
 *
 * <p>Others, such as satisfaction, are added by {@link #with}. Customers are those of the first history, in its order.
 * Immutable.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A model of this sample says who will buy nothing in the window, not who is gone for good. Features that belong together, such as
 * recency and overdue, share their coefficients between them: read predictions, not single coefficients.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A window of the answer that does not begin after the day is refused. Customers who bought nothing up to the day are not in the
 * sample. Without any gap between purchases {@code overdue} is 0 for all.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the customers; a {@code double} for each feature of each customer.
 *
 * <h2>References</h2>
 *
 * <p>Neslin, S. A., Gupta, S., Kamakura, W., Lu, J., Mason, C. H. (2006), Defection detection, Journal of Marketing Research 43(2),
 * 204–211, doi:10.1509/jmkr.43.2.204. Kaufman, S., Rosset, S., Perlich, C. (2012), Leakage in data mining, ACM Transactions on
 * Knowledge Discovery from Data 6(4), doi:10.1145/2382577.2382579.
 */
public final class ChurnSample implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> customers;
    private final List<String> features;
    private final double[][] rows;
    private final boolean[] churned;

    private ChurnSample(List<String> customers, List<String> features, double[][] rows, boolean[] churned) {
        this.customers = customers;
        this.features = features;
        this.rows = rows;
        this.churned = churned;
    }

    /**
     * The sample of a day.
     *
     * @param before purchases up to the day of the features
     * @param after purchases of the window of the answer, made by rules that begin after that day
     * @param trendDays w: the days of each window of the trend, at least 1
     * @return the sample
     * @throws IllegalArgumentException if the second history has no first day or one that is not after the last day of the first,
     *     or the number of days is below 1
     */
    public static ChurnSample of(PurchaseHistory before, PurchaseHistory after, int trendDays) {
        if (trendDays < 1) {
            throw new IllegalArgumentException("trendDays must be at least 1: " + trendDays);
        }
        LocalDate cutoff = before.rules().asOf();
        if (!after.rules().from().orElse(LocalDate.MIN).isAfter(cutoff)) {
            throw new IllegalArgumentException("after must begin after " + cutoff + ": " + after.rules());
        }
        Set<String> came = new HashSet<>();
        for (int i = 0; i < after.customers(); i++) {
            came.add(after.customer(i));
        }
        Overdue overdue = Overdue.withDefaults().within(GapDistribution.of(before));
        int n = before.customers();
        List<String> customers = new ArrayList<>(n);
        double[][] rows = new double[n][];
        boolean[] churned = new boolean[n];
        for (int i = 0; i < n; i++) {
            PurchaseSummary summary = before.summary(i);
            int[] ago = before.purchaseDaysAgo(i);
            Measure gap = overdue.score(before.rhythm(i)).meanGap();
            customers.add(summary.customer());
            churned[i] = !came.contains(summary.customer());
            rows[i] = new double[] {
                summary.daysSinceLast(),
                summary.purchases(),
                summary.revenue(),
                (purchasesIn(ago, 0, trendDays) + 1.0) / (purchasesIn(ago, trendDays, 2L * trendDays) + 1.0),
                gap.isDefined() ? ago[ago.length - 1] - gap.orElseThrow() : 0
            };
        }
        return new ChurnSample(
                List.copyOf(customers), List.of("recency", "purchases", "revenue", "trend", "overdue"), rows, churned);
    }

    /** Purchases at least so many days ago, and less than so many. */
    private static int purchasesIn(int[] ago, long from, long to) {
        int count = 0;
        for (int day : ago) {
            count += day >= from && day < to ? 1 : 0;
        }
        return count;
    }

    /**
     * The same sample with one more feature.
     *
     * @param feature its name
     * @param byCustomer its value for a customer's key, finite, as it was known on the day of the features
     * @return the changed copy
     * @throws IllegalArgumentException if there is a feature of that name, or a value is not finite
     */
    public ChurnSample with(String feature, ToDoubleFunction<String> byCustomer) {
        if (features.contains(feature)) {
            throw new IllegalArgumentException("feature must be new: " + feature);
        }
        Objects.requireNonNull(byCustomer, "byCustomer");
        List<String> names = new ArrayList<>(features);
        names.add(feature);
        double[][] wider = new double[rows.length][];
        for (int i = 0; i < wider.length; i++) {
            double value = byCustomer.applyAsDouble(customers.get(i));
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(feature + " must be finite for every customer: " + value);
            }
            wider[i] = Arrays.copyOf(rows[i], features.size() + 1);
            wider[i][features.size()] = value;
        }
        return new ChurnSample(customers, List.copyOf(names), wider, churned);
    }

    /**
     * The same sample without a feature.
     *
     * @param feature its name
     * @return the changed copy
     * @throws IllegalArgumentException if there is no feature of that name
     */
    public ChurnSample without(String feature) {
        int index = features.indexOf(feature);
        if (index < 0) {
            throw new IllegalArgumentException("feature must be one of " + features + ": " + feature);
        }
        List<String> names = new ArrayList<>(features);
        names.remove(index);
        double[][] narrower = new double[rows.length][];
        for (int i = 0; i < narrower.length; i++) {
            narrower[i] = new double[features.size() - 1];
            System.arraycopy(rows[i], 0, narrower[i], 0, index);
            System.arraycopy(rows[i], index + 1, narrower[i], index, narrower[i].length - index);
        }
        return new ChurnSample(customers, List.copyOf(names), narrower, churned);
    }

    /**
     * The customers' keys.
     *
     * @return an unmodifiable list in the order of the rows
     */
    public List<String> customers() {
        return customers;
    }

    /**
     * The names of the features.
     *
     * @return an unmodifiable list in the order of the columns
     */
    public List<String> features() {
        return features;
    }

    /**
     * The features.
     *
     * @return a new row per customer
     */
    public double[][] rows() {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    /**
     * One feature of all customers, to be judged as a score by itself.
     *
     * @param feature its name
     * @return a new column
     * @throws IllegalArgumentException if there is no feature of that name
     */
    public double[] column(String feature) {
        int index = features.indexOf(feature);
        if (index < 0) {
            throw new IllegalArgumentException("feature must be one of " + features + ": " + feature);
        }
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][index];
        }
        return column;
    }

    /**
     * Whether each customer has churned.
     *
     * @return a new column, true if it bought nothing in the window of the answer
     */
    public boolean[] churned() {
        return churned.clone();
    }

    /**
     * One readable line.
     *
     * @return for example {@code 3315 customers, 1650 churned, features [recency, purchases, revenue, trend, overdue]}
     */
    @Override
    public String toString() {
        int count = 0;
        for (boolean gone : churned) {
            count += gone ? 1 : 0;
        }
        return rows.length + " customers, " + count + " churned, features " + features;
    }
}
