package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.FDistribution;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Welch's analysis of variance: are the means of several groups equal, whatever their variances?
 *
 * <h2>Definition</h2>
 *
 * <p>With weights \( w_g = n_g/s_g^2 \), W their sum, \( \tilde x = \sum w_g \bar x_g/W \) and
 * \( \Lambda = \sum (1 - w_g/W)^2/(n_g - 1) \), of k groups:
 * \( F = \frac{\sum w_g (\bar x_g - \tilde x)^2/(k - 1)}{1 + 2 (k - 2) \Lambda/(k^2 - 1)} \) with k − 1 and
 * \( (k^2 - 1)/(3 \Lambda) \) degrees of freedom.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A small p-value says that not all means are equal, not which: compare pairs by {@link MeanComparison} and adjust by
 * {@link MultipleTesting}. With two groups it is Welch's t test.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fewer than two groups, a group of fewer than two values, or one whose values are all equal: undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant for each group, from summaries.
 *
 * <h2>References</h2>
 *
 * <p>Welch, B. L. (1951), On the comparison of several mean values: an alternative approach, Biometrika 38, 330–336, doi:10.1093/biomet/38.3-4.330.
 *
 * @param test the test that all means are equal
 * @param n the number of values
 */
public record WelchAnova(TestResult test, long n) {

    private static final String TEST = "Welch F";

    /**
     * Refuses missing parts and a negative count.
     *
     * @param test the test that all means are equal
     * @param n the number of values
     * @throws IllegalArgumentException if the count is negative
     */
    public WelchAnova {
        Objects.requireNonNull(test, "test");
        Require.atLeast(0, n, "n");
    }

    /**
     * The test of some groups.
     *
     * @param groups the summaries of the groups
     * @return the test
     */
    public static WelchAnova of(Collection<SampleSummary> groups) {
        List<SampleSummary> samples = List.copyOf(groups);
        long n = samples.stream().mapToLong(SampleSummary::n).sum();
        if (samples.size() < 2) {
            return undefined("fewer than two groups", n);
        }
        if (samples.stream().anyMatch(sample -> sample.n() < 2)) {
            return undefined("a group of fewer than two values", n);
        }
        if (samples.stream().anyMatch(sample -> sample.squaredDeviations() == 0)) {
            return undefined("a group without variance", n);
        }
        double weights = 0;
        double centre = 0;
        for (SampleSummary sample : samples) {
            double weight = 1 / sample.squaredErrorOfMean();
            weights += weight;
            // A running weighted mean: no large sums to subtract from each other.
            centre += (sample.mean() - centre) * (weight / weights);
        }
        double k = samples.size();
        double between = 0;
        double lambda = 0;
        for (SampleSummary sample : samples) {
            double weight = 1 / sample.squaredErrorOfMean();
            between += weight * (sample.mean() - centre) * (sample.mean() - centre);
            lambda += (1 - weight / weights) * (1 - weight / weights) / (sample.n() - 1);
        }
        double f = between / (k - 1) / (1 + 2 * (k - 2) * lambda / (k * k - 1));
        double df = (k * k - 1) / (3 * lambda);
        return new WelchAnova(TestResult.of(TEST, f, FDistribution.sf(k - 1, df, f), k - 1, df), n);
    }

    private static WelchAnova undefined(String reason, long n) {
        return new WelchAnova(TestResult.undefined(TEST, reason), n);
    }
}
