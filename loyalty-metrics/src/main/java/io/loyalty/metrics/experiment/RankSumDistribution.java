package io.loyalty.metrics.experiment;

/**
 * The exact distribution of the rank sum of a sample, given the ranks of all values, ties as midranks.
 *
 * <p>Counts the subsets of each size and sum, rank by rank. Only sums that a subset can have are visited. Counts are added and never subtracted, so
 * each has a relative error of some units in the last place, also in the tails.
 */
final class RankSumDistribution {

    private final int size;
    private final int[] doubledRanks;

    /** Sizes of the groups of equal values in ascending order, and of the sample. */
    RankSumDistribution(int[] tieGroups, int size) {
        int all = 0;
        for (int group : tieGroups) {
            all += group;
        }
        this.size = size;
        this.doubledRanks = new int[all];
        int below = 0;
        for (int group : tieGroups) {
            for (int i = 0; i < group; i++) {
                doubledRanks[below + i] = 2 * below + group + 1;
            }
            below += group;
        }
    }

    /** The p-value of a doubled rank sum of the sample; two-sided it counts sums at least as far from the mean. */
    double pValue(long doubledSum, Alternative alternative) {
        double[] counts = counts();
        long mean = (long) size * (doubledRanks.length + 1);
        double all = 0;
        double extreme = 0;
        for (int sum = 0; sum < counts.length; sum++) {
            all += counts[sum];
            boolean counted;
            if (alternative == Alternative.TWO_SIDED) {
                counted = Math.abs(sum - mean) >= Math.abs(doubledSum - mean);
            } else {
                counted = alternative == Alternative.GREATER ? sum >= doubledSum : sum <= doubledSum;
            }
            extreme += counted ? counts[sum] : 0;
        }
        return extreme / all;
    }

    /** The number of samples with each doubled rank sum. */
    private double[] counts() {
        int n = doubledRanks.length;
        int[] sums = new int[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + doubledRanks[i];
        }
        double[][] counts = new double[size + 1][sums[n] - sums[n - size] + 1];
        counts[0][0] = 1;
        for (int i = 0; i < n; i++) {
            int rank = doubledRanks[i];
            for (int j = Math.min(size, i + 1); j > 0; j--) {
                double[] with = counts[j];
                double[] without = counts[j - 1];
                // The largest and the smallest sum of j of the ranks up to this one, with this one.
                int most = sums[i + 1] - sums[i + 1 - j];
                int least = sums[j - 1] + rank;
                for (int sum = least; sum <= most; sum++) {
                    with[sum] += without[sum - rank];
                }
            }
        }
        return counts[size];
    }
}
