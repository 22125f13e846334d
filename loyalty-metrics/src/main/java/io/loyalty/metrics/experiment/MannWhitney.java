package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The Mann-Whitney test: do the values of one group tend to be larger than those of another?
 *
 * <h2>Definition</h2>
 *
 * <p>U<sub>1</sub> is the number of pairs (x, y) with x &gt; y plus half the number of ties. The exact p-value counts all ways to choose
 * n<sub>1</sub> of the pooled midranks whose sum is at least as far from the mean, or on one side. The approximation is
 * \( z = (|U_1 - n_1 n_2/2| - 1/2)/\sigma \), \( \sigma^2 = \frac{n_1 n_2}{12} \left(N + 1 - \frac{\sum (t^3 - t)}{N (N - 1)}\right) \),
 * t the sizes of groups of equal values.
 *
 * <h2>Interpretation</h2>
 *
 * <p>\( U_1/(n_1 n_2) \) is the probability that a random customer of the first group has more than one of the second. It says nothing of
 * totals: a treatment may raise most customers and still lose revenue. It is not a test of medians.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Exact, ties or not, up to n<sub>1</sub> n<sub>2</sub> = 4,000. If all values are equal the share is 1/2 and there is no test. Infinite
 * values take part as the largest and smallest; NaN is refused. Groups that do not overlap have no interval.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of values (they are sorted by digits); up to some ten milliseconds where exact.
 *
 * <h2>References</h2>
 *
 * <p>Mann, H. B. and Whitney, D. R. (1947), Annals of Mathematical Statistics 18, 50–60, doi:10.1214/aoms/1177730491. Lehmann, E. L. (1975),
 * Nonparametrics, chapter 1. DeLong, E. R., DeLong, D. M. and Clarke-Pearson, D. L. (1988), Biometrics 44, 837–845, doi:10.2307/2531595.
 */
public final class MannWhitney implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEST = "Mann-Whitney";
    private static final long MOST_PAIRS_EXACTLY = 4_000;
    private static final MannWhitney DEFAULTS = new MannWhitney(Alternative.TWO_SIDED, RankTest.EXACT_IF_SMALL, 0.95);

    private final Alternative alternative;
    private final RankTest method;
    private final double confidence;

    private MannWhitney(Alternative alternative, RankTest method, double confidence) {
        this.alternative = alternative;
        this.method = method;
        this.confidence = confidence;
    }

    /**
     * The two-sided test, exact if small, with a 95 % interval.
     *
     * @return the comparison
     */
    public static MannWhitney withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison with a test in another direction.
     *
     * @param direction which departures from no difference count
     * @return the comparison
     */
    public MannWhitney with(Alternative direction) {
        return new MannWhitney(Objects.requireNonNull(direction, "direction"), method, confidence);
    }

    /**
     * The comparison with another way to the p-value.
     *
     * @param other how the p-value is computed
     * @return the comparison
     */
    public MannWhitney with(RankTest other) {
        return new MannWhitney(alternative, Objects.requireNonNull(other, "other"), confidence);
    }

    /**
     * The comparison with another level of confidence.
     *
     * @param level nominal coverage of the interval, between 0 and 1
     * @return the comparison
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public MannWhitney withConfidence(double level) {
        return new MannWhitney(alternative, method, Require.inOpenUnit(level, "confidence"));
    }

    /**
     * Compares two groups.
     *
     * @param first values of one group, usually the treated one; not reordered
     * @param second values of the other; not reordered
     * @return how often the first is larger
     * @throws IllegalArgumentException if a value is NaN
     */
    public RankComparison compare(double[] first, double[] second) {
        PooledRanks ranks = new PooledRanks(OrderedKeys.of(first, "first"), OrderedKeys.of(second, "second"));
        long n1 = first.length;
        long n2 = second.length;
        if (n1 == 0 || n2 == 0) {
            String reason = "nobody in a group";
            return new RankComparison(Estimate.undefined(reason, n1 + n2), TestResult.undefined(TEST, reason));
        }
        return new RankComparison(superiority(ranks, n1, n2), test(ranks, n1, n2));
    }

    private Estimate superiority(PooledRanks ranks, long n1, long n2) {
        double share = ranks.superiority();
        double variance = n1 < 2 || n2 < 2 ? 0 : ranks.squaredError();
        if (!(variance > 0)) {
            Measure none = Measure.undefined(n1 < 2 || n2 < 2 ? "a group of a single value" : "no variance of ranks");
            return new Estimate(Measure.of(share), none, Optional.empty(), n1 + n2, n1 + n2);
        }
        double error = Math.sqrt(variance);
        // Symmetric for the logit, so that the bounds stay within (0, 1).
        double odds = share / (1 - share);
        double factor = Math.exp(Intervals.z(confidence) * error / (share * (1 - share)));
        Interval interval =
                new Interval(odds / (odds + factor), odds / (odds + 1 / factor), confidence, "DeLong, logit");
        return new Estimate(Measure.of(share), Measure.of(error), Optional.of(interval), n1 + n2, n1 + n2);
    }

    private TestResult test(PooledRanks ranks, long n1, long n2) {
        double n = (double) n1 + n2;
        double u = ranks.doubledWins() / 2.0;
        double spread = n + 1 - ranks.tieTerm() / (n * (n - 1));
        if (ranks.tieTerm() == n * (n * n - 1)) {
            return new TestResult(TEST, Measure.of(u), List.of(), Measure.undefined("all values are equal"));
        }
        if (method == RankTest.EXACT_IF_SMALL && n1 * n2 <= MOST_PAIRS_EXACTLY) {
            return TestResult.of(TEST + ", exact", u, exact(ranks, (int) n1, (int) n2));
        }
        double sd = Math.sqrt((double) n1 * n2 / 12 * spread);
        double distance = (ranks.doubledWins() - n1 * n2) / 2.0;
        return TestResult.of(TEST, u, alternative.continuous(distance, 0.5, sd));
    }

    private double exact(PooledRanks ranks, int n1, int n2) {
        // The rank sum of the first is U plus its smallest possible value. The smaller sample is counted, with the
        // opposite direction.
        long doubledSum = ranks.doubledWins() + (long) n1 * (n1 + 1);
        int[] groups = ranks.tieGroups();
        if (n1 <= n2) {
            return new RankSumDistribution(groups, n1).pValue(doubledSum, alternative);
        }
        long n = (long) n1 + n2;
        return new RankSumDistribution(groups, n2).pValue(n * (n + 1) - doubledSum, alternative.opposite());
    }
}
