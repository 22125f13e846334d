package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Wilcoxon's signed-rank test of pairs: the same customers before and after, or matched ones.
 *
 * <h2>Definition</h2>
 *
 * <p>The sizes of the differences are ranked, equal ones by midranks; W is the sum of the ranks of the positive differences. Under
 * the null hypothesis each rank r is positive with probability 1/2: the exact p-value counts all 2<sup>n</sup> choices of signs, the approximation is
 * \( z = (|W - \sum r/2| - 1/2)/\sqrt{\sum r^2/4} \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>A small p-value says that the differences are not symmetric about 0. The rank-biserial correlation is 1 if all differences are
 * positive, 0 if both signs weigh the same.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Exact, ties or not, up to 100 unequal pairs. Pairs of equal values are dropped unless {@link ZeroDifferences#RANK} is chosen; nothing but
 * equal pairs leaves no test.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort of the differences.
 *
 * <h2>References</h2>
 *
 * <p>Wilcoxon, F. (1945), Biometrics Bulletin 1, 80–83, doi:10.2307/3001968. Pratt, J. W. (1959), JASA 54, 655–667,
 * doi:10.1080/01621459.1959.10501526. Kerby, D. S. (2014), Comprehensive Psychology 3, doi:10.2466/11.IT.3.1 (effect size).
 */
public final class SignedRank implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEST = "signed rank";
    private static final int MOST_PAIRS_EXACTLY = 100;
    private static final SignedRank DEFAULTS =
            new SignedRank(Alternative.TWO_SIDED, RankTest.EXACT_IF_SMALL, ZeroDifferences.DROP);

    private final Alternative alternative;
    private final RankTest method;
    private final ZeroDifferences zeros;

    private SignedRank(Alternative alternative, RankTest method, ZeroDifferences zeros) {
        this.alternative = alternative;
        this.method = method;
        this.zeros = zeros;
    }

    /**
     * The two-sided test, exact if small, without equal pairs.
     *
     * @return the comparison
     */
    public static SignedRank withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison with a test in another direction.
     *
     * @param direction which departures from symmetry count
     * @return the comparison
     */
    public SignedRank with(Alternative direction) {
        return new SignedRank(Objects.requireNonNull(direction, "direction"), method, zeros);
    }

    /**
     * The comparison with another way to the p-value.
     *
     * @param other how the p-value is computed
     * @return the comparison
     */
    public SignedRank with(RankTest other) {
        return new SignedRank(alternative, Objects.requireNonNull(other, "other"), zeros);
    }

    /**
     * The comparison with another treatment of equal pairs.
     *
     * @param policy what is done with pairs of equal values
     * @return the comparison
     */
    public SignedRank with(ZeroDifferences policy) {
        return new SignedRank(alternative, method, Objects.requireNonNull(policy, "policy"));
    }

    /**
     * Compares pairs.
     *
     * @param first the first value of each pair, usually the later one
     * @param second the second value of each pair
     * @return what the differences, first minus second, say
     * @throws IllegalArgumentException if the columns differ in length or a value is not finite
     */
    public SignedRankComparison compare(double[] first, double[] second) {
        double[] differences = PairedComparison.differences(first, second);
        double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
        Arrays.sort(sizes);
        int equal = 0;
        while (equal < sizes.length && sizes[equal] == 0) {
            equal++;
        }
        int pairs = sizes.length;
        if (equal == pairs) {
            String reason = pairs == 0 ? "no pairs" : "all pairs are equal";
            return new SignedRankComparison(
                    TestResult.undefined(TEST, reason), Measure.undefined(reason), pairs, equal);
        }
        int[] doubledRanks = doubledRanks(sizes, zeros == ZeroDifferences.DROP ? equal : 0);
        long positive = 0;
        for (double difference : differences) {
            if (difference > 0) {
                // Any of equal sizes will do: they share a rank.
                positive += doubledRanks[Arrays.binarySearch(sizes, difference)];
            }
        }
        int[] ranks = Arrays.copyOfRange(doubledRanks, equal, pairs);
        long sum = Arrays.stream(ranks).asLongStream().sum();
        return new SignedRankComparison(
                test(ranks, positive, sum), Measure.of((2.0 * positive - sum) / sum), pairs, equal);
    }

    /** Twice the midranks of sorted sizes, of which the first ones are not counted. */
    private static int[] doubledRanks(double[] sizes, int skipped) {
        int[] ranks = new int[sizes.length];
        int start = skipped;
        while (start < sizes.length) {
            int end = start;
            while (end < sizes.length && sizes[end] == sizes[start]) {
                end++;
            }
            Arrays.fill(ranks, start, end, start + end + 1 - 2 * skipped);
            start = end;
        }
        return ranks;
    }

    private TestResult test(int[] ranks, long positive, long sum) {
        double statistic = positive / 2.0;
        if (method == RankTest.EXACT_IF_SMALL && ranks.length <= MOST_PAIRS_EXACTLY) {
            return TestResult.of(TEST + ", exact", statistic, exact(ranks, positive, (int) sum));
        }
        double squares = 0;
        for (int rank : ranks) {
            squares += (double) rank * rank;
        }
        double sd = Math.sqrt(squares) / 4;
        return TestResult.of(TEST, statistic, alternative.continuous((2.0 * positive - sum) / 4, 0.5, sd));
    }

    private double exact(int[] ranks, long positive, int sum) {
        double[] shares = new double[sum + 1];
        shares[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int w = reached; w >= 0; w--) {
                shares[w] = 0.5 * (shares[w] + (w >= rank ? shares[w - rank] : 0));
            }
        }
        double atMost = 0;
        double atLeast = 0;
        for (int w = 0; w <= sum; w++) {
            atMost += w <= positive ? shares[w] : 0;
            atLeast += w >= positive ? shares[w] : 0;
        }
        if (alternative == Alternative.TWO_SIDED) {
            return Math.min(1, 2 * Math.min(atMost, atLeast));
        }
        return alternative == Alternative.GREATER ? atLeast : atMost;
    }
}
