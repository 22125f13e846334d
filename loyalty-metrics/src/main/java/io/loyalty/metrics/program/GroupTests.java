package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.FDistribution;
import java.util.Arrays;
import java.util.List;

/** Tests of whether several groups differ. */
final class GroupTests {

    private static final String ONE_GROUP = "fewer than two groups";

    private GroupTests() {}

    /**
     * The p-value of equal means with unequal variances: B. L. Welch, 1951, On the comparison of several mean values, Biometrika 38, 330–336,
     * doi:10.1093/biomet/38.3-4.330. Empty groups are left out.
     */
    static Measure welchAnova(List<Spread> all) {
        List<Spread> groups = all.stream().filter(group -> group.n() > 0).toList();
        int k = groups.size();
        if (k < 2) {
            return Measure.undefined(ONE_GROUP);
        }
        double weights = 0;
        double weighted = 0;
        for (Spread group : groups) {
            if (group.n() < 2 || !(group.variance() > 0)) {
                return Measure.undefined(group.n() < 2 ? "a group of one" : "a group without variance");
            }
            double weight = group.n() / group.variance();
            weights += weight;
            weighted += weight * group.mean();
        }
        double centre = weighted / weights;
        double between = 0;
        double lambda = 0;
        for (Spread group : groups) {
            double weight = group.n() / group.variance();
            double distance = group.mean() - centre;
            between += weight * distance * distance;
            double rest = 1 - weight / weights;
            lambda += rest * rest / (group.n() - 1);
        }
        double pairs = (double) k * k - 1;
        double f = between / (k - 1) / (1 + 2 * (k - 2) / pairs * lambda);
        return Measure.of(FDistribution.sf(k - 1, pairs / (3 * lambda), f));
    }

    /**
     * The p-value of equal distributions by ranks, corrected for ties: W. H. Kruskal, W. A. Wallis, 1952, Use of ranks in one-criterion
     * variance analysis, JASA 47, 583–621, doi:10.1080/01621459.1952.10483441. Empty groups are left out.
     */
    static Measure kruskalWallis(List<double[]> all) {
        List<double[]> groups = all.stream().filter(group -> group.length > 0).toList();
        if (groups.size() < 2) {
            return Measure.undefined(ONE_GROUP);
        }
        double[] pooled =
                groups.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        double n = pooled.length;
        double ties = 0;
        for (int i = 0; i < pooled.length; ) {
            int next = end(pooled, i);
            double tied = next - i;
            ties += tied * (tied - 1) * (tied + 1);
            i = next;
        }
        double correction = 1 - ties / (n * (n - 1) * (n + 1));
        if (pooled[0] == pooled[pooled.length - 1]) {
            return Measure.undefined("all revenues agree");
        }
        double sum = 0;
        for (double[] group : groups) {
            // Ranks less their mean, so that no large numbers cancel.
            double ranks = 0;
            for (double value : group) {
                int first = start(pooled, value);
                ranks += 0.5 * (first + 1 + end(pooled, first)) - 0.5 * (n + 1);
            }
            sum += ranks * ranks / group.length;
        }
        return Measure.of(ChiSquare.sf(groups.size() - 1, 12 / (n * (n + 1)) * sum / correction));
    }

    /** The place after the last value equal to that at a place. */
    private static int end(double[] sorted, int from) {
        int low = from;
        int high = sorted.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > sorted[from]) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The first place of a value that is there. */
    private static int start(double[] sorted, double value) {
        int low = -1;
        int high = sorted.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
