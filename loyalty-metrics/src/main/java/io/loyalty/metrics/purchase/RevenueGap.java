package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * Revenue gap: what repeat customers bring in compared with the others.
 *
 * <h2>Definition</h2>
 *
 * <p>Customers of a window (usually a year) are split into those with at least two purchases and the others. The gap
 * per head is the difference of the mean revenues, with Welch's 95 % interval and p-value; the gap in total, the share
 * of the revenue that repeat customers make, and the difference of the medians stand beside it.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Not a causal effect: who spends more has more occasions to come again, and one who came twice had to pay twice.
 * The gap in total depends on how many customers there are of each kind. Revenue is skewed: a few customers can make
 * the mean, so look at the medians too.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An empty group leaves the gaps undefined. A group of one, or two groups without any variance, leave the error and
 * the test undefined. The share is undefined unless the total revenue is above 0. The difference of the medians has no
 * interval here.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass and a sort; 16 bytes per customer.
 *
 * <h2>References</h2>
 *
 * <p>Welch, B. L. (1947), The generalization of "Student's" problem when several different population variances are
 * involved, Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28. Satterthwaite, F. E. (1946), An approximate
 * distribution of estimates of variance components, Biometrics Bulletin 2, 110–114, doi:10.2307/3002019.
 *
 * @param repeaters the customers with at least two purchases
 * @param others the customers with one
 * @param totalGap revenue of the repeaters less that of the others, in minor units
 * @param repeaterShare share of the revenue made by repeaters
 * @param perHead difference of the mean revenues, repeaters less others
 * @param medianGap difference of the median revenues
 * @param pValue two-sided p-value of Welch's test of equal means
 */
public record RevenueGap(
        RevenueGroup repeaters,
        RevenueGroup others,
        double totalGap,
        Measure repeaterShare,
        Estimate perHead,
        Measure medianGap,
        Measure pValue) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Refuses missing parts.
     *
     * @param repeaters the customers with at least two purchases
     * @param others the customers with one
     * @param totalGap revenue of the repeaters less that of the others, in minor units
     * @param repeaterShare share of the revenue made by repeaters
     * @param perHead difference of the mean revenues, repeaters less others
     * @param medianGap difference of the median revenues
     * @param pValue two-sided p-value of Welch's test of equal means
     */
    public RevenueGap {
        Objects.requireNonNull(repeaters, "repeaters");
        Objects.requireNonNull(others, "others");
        Objects.requireNonNull(repeaterShare, "repeaterShare");
        Objects.requireNonNull(perHead, "perHead");
        Objects.requireNonNull(medianGap, "medianGap");
        Objects.requireNonNull(pValue, "pValue");
    }

    /**
     * The gap of a history: at least two purchases against one.
     *
     * @param history summaries of a window, best of a year
     * @return the gap
     */
    public static RevenueGap of(PurchaseHistory history) {
        return of(history, RepeatBasis.PURCHASES);
    }

    /**
     * The gap of a history.
     *
     * @param history summaries of a window, best of a year
     * @param basis who counts as a repeat customer
     * @return the gap
     */
    public static RevenueGap of(PurchaseHistory history, RepeatBasis basis) {
        Buyers buyers = history.buyers();
        Tally tally = new Tally(Objects.requireNonNull(basis, "basis"));
        for (int i = 0; i < history.customers(); i++) {
            tally.add(
                    basis.repeats(buyers.orders(i), buyers.purchases(i), buyers.hasBoughtBefore(i)),
                    history.revenue(i));
        }
        return tally.gap();
    }

    /**
     * The gap of two columns of revenues.
     *
     * @param repeaters revenues of the repeat customers, in minor units
     * @param others revenues of the other customers
     * @return the gap
     * @throws IllegalArgumentException if a revenue is not finite
     */
    public static RevenueGap of(double[] repeaters, double[] others) {
        requireFinite(repeaters, "repeaters");
        requireFinite(others, "others");
        return between(repeaters, others);
    }

    /**
     * A collector of summaries to their gap, for {@code groupingBy} and parallel streams.
     *
     * @param basis who counts as a repeat customer
     * @return the collector
     */
    public static Collector<PurchaseSummary, ?, RevenueGap> collector(RepeatBasis basis) {
        Objects.requireNonNull(basis, "basis");
        return Collector.of(() -> new Tally(basis), Tally::accept, Tally::combine, Tally::gap);
    }

    /**
     * One readable line.
     *
     * @return the gap per head with its interval, and the share of the revenue
     */
    @Override
    public String toString() {
        return "revenue gap per head " + perHead + "; repeaters make " + repeaterShare + " of the revenue";
    }

    private static RevenueGap between(double[] repeaters, double[] others) {
        RevenueGroup first = RevenueGroup.of(repeaters);
        RevenueGroup second = RevenueGroup.of(others);
        double total = first.total() + second.total();
        Measure share =
                total > 0 ? Measure.of(first.total() / total) : Measure.undefined("total revenue is not above 0");
        int n = first.customers() + second.customers();
        if (first.customers() == 0 || second.customers() == 0) {
            String reason = first.customers() == 0 ? "no repeat customers" : "no other customers";
            Measure none = Measure.undefined(reason);
            return new RevenueGap(
                    first, second, first.total() - second.total(), share, Estimate.undefined(reason, n), none, none);
        }
        double medianGap = first.median().orElseThrow() - second.median().orElseThrow();
        Welch welch = Welch.of(first, second);
        return new RevenueGap(
                first,
                second,
                first.total() - second.total(),
                share,
                welch.difference(),
                Measure.of(medianGap),
                welch.pValue());
    }

    private static void requireFinite(double[] revenues, String name) {
        for (int i = 0; i < revenues.length; i++) {
            if (!Double.isFinite(revenues[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite: " + revenues[i]);
            }
        }
    }

    /** The difference of two means with unequal variances; the room of experiments has the full comparison. */
    private record Welch(Estimate difference, Measure pValue) {

        static Welch of(RevenueGroup first, RevenueGroup second) {
            double difference = first.mean().orElseThrow() - second.mean().orElseThrow();
            int n = first.customers() + second.customers();
            if (first.customers() < 2 || second.customers() < 2) {
                return without(difference, n, "one customer in a group");
            }
            double v1 = squaredError(first);
            double v2 = squaredError(second);
            if (v1 + v2 == 0) {
                return without(difference, n, "no variance in either group");
            }
            double error = Math.sqrt(v1 + v2);
            // Shares of the variance first: their squares cannot underflow together.
            double c1 = v1 / (v1 + v2);
            double c2 = v2 / (v1 + v2);
            double df = 1 / (c1 * c1 / (first.customers() - 1) + c2 * c2 / (second.customers() - 1));
            double reach = StudentT.isf(df, 0.5 * (1 - CONFIDENCE)) * error;
            Interval interval = new Interval(difference - reach, difference + reach, CONFIDENCE, "Welch");
            return new Welch(
                    new Estimate(Measure.of(difference), Measure.of(error), Optional.of(interval), n, n),
                    Measure.of(StudentT.sfTwoSided(df, difference / error)));
        }

        private static double squaredError(RevenueGroup group) {
            double deviation = group.standardDeviation().orElseThrow();
            return deviation * deviation / group.customers();
        }

        private static Welch without(double difference, int n, String reason) {
            Measure none = Measure.undefined(reason);
            return new Welch(new Estimate(Measure.of(difference), none, Optional.empty(), n, n), none);
        }
    }

    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private final RepeatBasis basis;
        private final DoubleColumn repeaters = new DoubleColumn();
        private final DoubleColumn others = new DoubleColumn();

        Tally(RepeatBasis basis) {
            this.basis = basis;
        }

        void accept(PurchaseSummary summary) {
            add(basis.repeats(summary.orders(), summary.purchases(), summary.boughtBefore()), summary.revenue());
        }

        void add(boolean repeats, double revenue) {
            (repeats ? repeaters : others).add(revenue);
        }

        Tally combine(Tally other) {
            repeaters.combine(other.repeaters);
            others.combine(other.others);
            return this;
        }

        RevenueGap gap() {
            return between(repeaters.toArray(), others.toArray());
        }
    }
}
