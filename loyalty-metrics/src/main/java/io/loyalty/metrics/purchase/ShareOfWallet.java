package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.NeumaierSum;
import io.loyalty.metrics.numeric.StudentT;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Share of wallet: what customers spend here of all that they spend in the category.
 *
 * <h2>Definition</h2>
 *
 * <p>Of customer i, c<sub>i</sub> is the spending in the category anywhere and o<sub>i</sub> the part spent here. The
 * share of the market of these customers is the ratio of the sums, \( \sum o_i / \sum c_i \), its error by the delta
 * method; the mean share is the mean of the ratios \( o_i / c_i \). Both with 95 % t intervals, clipped to [0, 1].
 *
 * <h2>Interpretation</h2>
 *
 * <p>The ratio of the sums says what of the money comes here, the mean what of the average customer: if it is higher,
 * large spenders are less loyal. The spending elsewhere is usually asked for, and remembered badly.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Customers without spending in the category have no ratio: they are counted and left out of both. Nobody else
 * leaves the shares undefined; one customer has shares without errors. More spent here than in the category is refused,
 * so are negative numbers.
 *
 * <h2>Performance</h2>
 *
 * <p>Two passes over the columns.
 *
 * <h2>References</h2>
 *
 * <p>Keiningham, T. L. et al. (2011), Customer loyalty isn't enough. Grow your share of wallet, Harvard Business Review
 * 89(10), 29–31. Cochran, W. G. (1977), Sampling Techniques, 3rd ed., Wiley, chapter 6.
 *
 * @param customers number of customers with spending in the category
 * @param withoutSpending number of customers without
 * @param ofSums the ratio of the sums
 * @param ofCustomers the mean of the customers' ratios
 */
public record ShareOfWallet(int customers, int withoutSpending, Estimate ofSums, Estimate ofCustomers) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Refuses missing parts and negative counts.
     *
     * @param customers number of customers with spending in the category
     * @param withoutSpending number of customers without
     * @param ofSums the ratio of the sums
     * @param ofCustomers the mean of the customers' ratios
     * @throws IllegalArgumentException if a count is negative
     */
    public ShareOfWallet {
        if (customers < 0 || withoutSpending < 0) {
            throw new IllegalArgumentException(
                    "customers and withoutSpending must be at least 0: " + customers + " and " + withoutSpending);
        }
        Objects.requireNonNull(ofSums, "ofSums");
        Objects.requireNonNull(ofCustomers, "ofCustomers");
    }

    /**
     * The shares of two columns.
     *
     * @param own what each customer spent here, at least 0
     * @param category what the same customer spent in the category anywhere, at least {@code own}
     * @return the shares
     * @throws IllegalArgumentException if the columns differ in length, or a number is out of its range
     */
    public static ShareOfWallet of(double[] own, double[] category) {
        if (own.length != category.length) {
            throw new IllegalArgumentException(
                    "columns must be equally long: " + own.length + " and " + category.length);
        }
        Moments shares = new Moments();
        NeumaierSum ownSum = new NeumaierSum();
        NeumaierSum categorySum = new NeumaierSum();
        for (int i = 0; i < own.length; i++) {
            if (!(category[i] >= 0 && category[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("category[" + i + "] must be finite and at least 0: " + category[i]);
            }
            if (!(own[i] >= 0 && own[i] <= category[i])) {
                throw new IllegalArgumentException(
                        "own[" + i + "] must be in [0, category " + category[i] + "]: " + own[i]);
            }
            if (category[i] > 0) {
                shares.add(own[i] / category[i]);
                ownSum.add(own[i]);
                categorySum.add(category[i]);
            }
        }
        int n = (int) shares.count();
        if (n == 0) {
            Estimate none = Estimate.undefined("nobody spends in the category", 0);
            return new ShareOfWallet(0, own.length, none, none);
        }
        double ratio = ownSum.value() / categorySum.value();
        Moments residuals = new Moments();
        for (int i = 0; i < own.length; i++) {
            if (category[i] > 0) {
                residuals.add(own[i] - ratio * category[i]);
            }
        }
        double meanCategory = categorySum.value() / n;
        double ratioError = n < 2 ? 0 : Math.sqrt(residuals.variance() / n) / meanCategory;
        double meanError = n < 2 ? 0 : Math.sqrt(shares.variance() / n);
        return new ShareOfWallet(
                n,
                own.length - n,
                estimate(ratio, ratioError, n, "delta method by customer, t"),
                estimate(shares.mean(), meanError, n, "t"));
    }

    /**
     * A collector to the shares, for {@code groupingBy} and parallel streams.
     *
     * @param own gives what an element's customer spent here, at least 0
     * @param category gives what the same customer spent in the category anywhere, at least {@code own}
     * @param <T> the type of the elements
     * @return the collector; at its end it refuses numbers out of their range
     */
    public static <T> Collector<T, ?, ShareOfWallet> collector(
            ToDoubleFunction<? super T> own, ToDoubleFunction<? super T> category) {
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(category, "category");
        return Collector.of(
                () -> new DoubleColumn[] {new DoubleColumn(), new DoubleColumn()},
                (columns, element) -> {
                    columns[0].add(own.applyAsDouble(element));
                    columns[1].add(category.applyAsDouble(element));
                },
                (columns, others) -> {
                    columns[0].combine(others[0]);
                    columns[1].combine(others[1]);
                    return columns;
                },
                columns -> of(columns[0].toArray(), columns[1].toArray()));
    }

    /**
     * One readable line.
     *
     * @return both shares with their intervals
     */
    @Override
    public String toString() {
        return "share of wallet " + ofSums + "; mean of customers " + ofCustomers;
    }

    private static Estimate estimate(double share, double error, int n, String method) {
        if (n < 2) {
            return new Estimate(Measure.of(share), Measure.undefined("one customer"), Optional.empty(), n, n);
        }
        double reach = StudentT.isf(n - 1, 0.5 * (1 - CONFIDENCE)) * error;
        Interval interval = new Interval(Math.max(0, share - reach), Math.min(1, share + reach), CONFIDENCE, method);
        return new Estimate(Measure.of(share), Measure.of(error), Optional.of(interval), n, n);
    }
}
