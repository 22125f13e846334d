package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The Kruskal-Wallis test: do the values of some group tend to be larger than those of others?
 *
 * <h2>Definition</h2>
 *
 * <p>With mean ranks \( \bar r_g \) of k groups of n<sub>g</sub> values, N in all, t the sizes of groups of equal values,
 * \( H = \frac{12}{N (N + 1)} \sum n_g (\bar r_g - \frac{N + 1}{2})^2 / (1 - \sum (t^3 - t)/(N^3 - N)) \), about chi-square with k − 1 degrees of
 * freedom. The effect size is \( \epsilon^2 = H/(N - 1) \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>A small p-value says that not all groups are alike, not which: compare pairs by {@link MannWhitney} and adjust by
 * {@link MultipleTesting}. ε² runs from 0 to 1 and is the share of the variance of ranks between the groups.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Empty groups are left out; fewer than two others, or values that are all equal, have no test. The approximation is rough for groups below
 * five.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort of all values, linear in their number for long columns, and a binary search for each.
 *
 * <h2>References</h2>
 *
 * <p>Kruskal, W. H. and Wallis, W. A. (1952), JASA 47, 583–621, doi:10.1080/01621459.1952.10483441.
 *
 * @param test the test that all groups are alike
 * @param epsilonSquared the effect size, in [0, 1]
 * @param n the number of values
 */
public record KruskalWallis(TestResult test, Measure epsilonSquared, long n) {

    private static final String TEST = "Kruskal-Wallis";

    /**
     * Refuses missing parts and a negative count.
     *
     * @param test the test that all groups are alike
     * @param epsilonSquared the effect size
     * @param n the number of values
     * @throws IllegalArgumentException if the count is negative
     */
    public KruskalWallis {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(epsilonSquared, "epsilonSquared");
        Require.atLeast(0, n, "n");
    }

    /**
     * The test of some groups.
     *
     * @param groups the values of each group; not reordered
     * @return the test
     * @throws IllegalArgumentException if a value is NaN
     */
    public static KruskalWallis of(Collection<double[]> groups) {
        List<double[]> filled =
                groups.stream().filter(group -> group.length > 0).toList();
        double[] all = filled.stream().flatMapToDouble(Arrays::stream).toArray();
        RankTable ranks = new RankTable(all);
        if (filled.size() < 2) {
            return undefined("fewer than two groups with values", all.length);
        }
        double n = all.length;
        double ties = 1 - ranks.tieTerm() / (n * (n * n - 1));
        if (ranks.isConstant()) {
            return undefined("all values are equal", all.length);
        }
        double sum = 0;
        for (double[] group : filled) {
            long doubled = 0;
            for (double value : group) {
                doubled += ranks.doubledRank(value);
            }
            double off = (doubled - group.length * (n + 1)) / 2;
            sum += off / group.length * off;
        }
        double h = 12 / (n * (n + 1)) * sum / ties;
        double df = filled.size() - 1;
        return new KruskalWallis(
                TestResult.of(TEST, h, ChiSquare.sf(df, h), df), Measure.of(Math.min(1, h / (n - 1))), all.length);
    }

    private static KruskalWallis undefined(String reason, long n) {
        return new KruskalWallis(TestResult.undefined(TEST, reason), Measure.undefined(reason), n);
    }
}
