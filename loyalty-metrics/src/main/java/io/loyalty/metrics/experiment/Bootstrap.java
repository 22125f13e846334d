package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap intervals: how a figure would vary if other customers of the same kind had been drawn.
 *
 * <h2>Definition</h2>
 *
 * <p>Each of B resamples draws as many values as there are, with replacement, from each group by itself (stratified by group). The standard error is
 * the standard deviation of the resamples' figures. The percentile interval takes their quantiles at α/2 and 1 − α/2, BCa at
 * \( \Phi\left(z_0 + \frac{z_0 + z_{\alpha}}{1 - a (z_0 + z_{\alpha})}\right) \), z<sub>0</sub> the normal quantile of the share of resamples below
 * the figure, a the acceleration from leaving out one value at a time.
 *
 * <h2>Interpretation</h2>
 *
 * <p>For skewed figures such as revenue per customer, and for figures without a formula. It cannot see values that the sample does not have: the
 * largest customers of tomorrow. The same seed gives the same answer on every machine.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Resamples that all give the same have no error and no interval. BCa has neither for fewer than five values in a group, and no interval where the
 * sample's figure lies outside all resamples. A figure that is not finite for some resample leaves all undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>B times the number of values, some nanoseconds each, for means; for other figures B times their cost, and BCa the number of values times
 * their cost.
 *
 * <h2>References</h2>
 *
 * <p>Efron, B. (1987), Better bootstrap confidence intervals, JASA 82, 171–185, doi:10.1080/01621459.1987.10478410. Efron, B. and Tibshirani, R. J.
 * (1993), An introduction to the bootstrap, chapter 14, doi:10.1201/9780429246593. Davison, A. C. and Hinkley, D. V. (1997), Bootstrap methods and
 * their application, section 5.4, doi:10.1017/CBO9780511802843 (several groups).
 */
public final class Bootstrap implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FEWEST_FOR_BCA = 5;

    private final long seed;
    private final int resamples;
    private final BootstrapInterval interval;
    private final double confidence;

    private Bootstrap(long seed, int resamples, BootstrapInterval interval, double confidence) {
        this.seed = seed;
        this.resamples = resamples;
        this.interval = interval;
        this.confidence = confidence;
    }

    /**
     * 2,000 resamples and 95 % BCa intervals.
     *
     * @param seed any number; the same one gives the same answers
     * @return the bootstrap
     */
    public static Bootstrap withSeed(long seed) {
        return new Bootstrap(seed, 2_000, BootstrapInterval.BCA, 0.95);
    }

    /**
     * The bootstrap with another number of resamples.
     *
     * @param number how many resamples are drawn, at least 2
     * @return the bootstrap
     * @throws IllegalArgumentException if the number is below 2
     */
    public Bootstrap withResamples(int number) {
        Require.atLeast(2, number, "resamples");
        return new Bootstrap(seed, number, interval, confidence);
    }

    /**
     * The bootstrap with another kind of interval.
     *
     * @param method how the interval is read from the resamples
     * @return the bootstrap
     */
    public Bootstrap with(BootstrapInterval method) {
        return new Bootstrap(seed, resamples, Objects.requireNonNull(method, "method"), confidence);
    }

    /**
     * The bootstrap with another level of confidence.
     *
     * @param level nominal coverage, between 0 and 1
     * @return the bootstrap
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Bootstrap withConfidence(double level) {
        return new Bootstrap(seed, resamples, interval, Require.inOpenUnit(level, "confidence"));
    }

    /**
     * The mean of a sample.
     *
     * @param values finite numbers
     * @return the mean with its bootstrap error and interval; undefined without values
     * @throws IllegalArgumentException if a value is not finite
     */
    public Estimate mean(double... values) {
        return means(List.of(values));
    }

    /**
     * The difference of the means of two groups; each is resampled by itself.
     *
     * @param first values of one group, usually the treated one; finite
     * @param second values of the other; finite
     * @return first minus second; undefined if a group is empty
     * @throws IllegalArgumentException if a value is not finite
     */
    public Estimate differenceOfMeans(double[] first, double[] second) {
        return means(List.of(first, second));
    }

    /**
     * Any figure of a sample, such as a median.
     *
     * @param values finite numbers; not reordered
     * @param statistic the figure; it may reorder the array it is given, and must not keep it
     * @return the figure with its bootstrap error and interval; undefined without values
     * @throws IllegalArgumentException if a value is not finite
     */
    public Estimate of(double[] values, ToDoubleFunction<double[]> statistic) {
        Objects.requireNonNull(statistic, "statistic");
        return ofGroups(List.of(values), groups -> statistic.applyAsDouble(groups.get(0)));
    }

    /**
     * Any figure of several groups, such as a ratio of means; each group is resampled by itself.
     *
     * @param groups finite numbers of each group; not reordered
     * @param statistic the figure; it may reorder the arrays it is given, and must not keep them
     * @return the figure with its bootstrap error and interval; undefined if a group is empty
     * @throws IllegalArgumentException if there is no group or a value is not finite
     */
    public Estimate ofGroups(List<double[]> groups, ToDoubleFunction<List<double[]>> statistic) {
        Objects.requireNonNull(statistic, "statistic");
        long n = check(groups);
        if (isEmpty(groups)) {
            return Estimate.undefined("nobody in a group", n);
        }
        double value = statistic.applyAsDouble(copies(groups));
        double[] figures = new double[resamples];
        List<double[]> drawn = copies(groups);
        for (int b = 0; b < resamples; b++) {
            for (int g = 0; g < groups.size(); g++) {
                new ResampleDraws(seed, b, g).fill(groups.get(g), drawn.get(g));
            }
            figures[b] = statistic.applyAsDouble(drawn);
        }
        if (!Double.isFinite(value) || Arrays.stream(figures).anyMatch(figure -> !Double.isFinite(figure))) {
            return Estimate.undefined("a figure that is not finite for the sample or a resample", n);
        }
        return estimate(value, figures, groups, n, () -> Jackknife.acceleration(groups, statistic));
    }

    /** The first mean, minus the second if there is one. */
    private Estimate means(List<double[]> groups) {
        long n = check(groups);
        if (isEmpty(groups)) {
            return Estimate.undefined(groups.size() == 1 ? "no values" : "nobody in a group", n);
        }
        double value = 0;
        double[] figures = new double[resamples];
        List<double[]> signedDistances = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            double mean = SampleSummary.of(groups.get(g)).mean();
            double sign = g == 0 ? 1 : -1;
            value += sign * mean;
            // Sums of distances from the mean keep the digits that sums of large values would lose.
            double[] distances =
                    Arrays.stream(groups.get(g)).map(x -> sign * (x - mean)).toArray();
            signedDistances.add(distances);
            for (int b = 0; b < resamples; b++) {
                figures[b] += new ResampleDraws(seed, b, g).sum(distances) / distances.length;
            }
        }
        for (int b = 0; b < resamples; b++) {
            figures[b] += value;
        }
        return estimate(value, figures, groups, n, () -> Jackknife.acceleration(signedDistances));
    }

    private Estimate estimate(
            double value, double[] figures, List<double[]> groups, long n, DoubleSupplier acceleration) {
        boolean tooFew = groups.stream().anyMatch(group -> group.length < FEWEST_FOR_BCA);
        if (interval == BootstrapInterval.BCA && tooFew) {
            Measure none = Measure.undefined("BCa needs five values in each group");
            return new Estimate(Measure.of(value), none, Optional.empty(), n, n);
        }
        return new BootstrapReplicates(value, figures, n).estimate(interval, confidence, acceleration);
    }

    private static long check(List<double[]> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must not be empty");
        }
        long n = 0;
        for (int g = 0; g < groups.size(); g++) {
            Require.finite(groups.get(g), groups.size() == 1 ? "values" : "groups[" + g + "]");
            n += groups.get(g).length;
        }
        return n;
    }

    private static boolean isEmpty(List<double[]> groups) {
        return groups.stream().anyMatch(group -> group.length == 0);
    }

    private static List<double[]> copies(List<double[]> groups) {
        return groups.stream().map(double[]::clone).toList();
    }
}
