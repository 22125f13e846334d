package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.FDistribution;
import io.loyalty.metrics.numeric.NeumaierSum;
import io.loyalty.metrics.numeric.StudentT;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tests behind {@link ValueByGroup}. */
final class GroupTests {

    static final String WELCH = "Welch ANOVA";
    static final String KRUSKAL_WALLIS = "Kruskal-Wallis";

    private static final String TOO_FEW = "fewer than two groups";

    private GroupTests() {}

    /** Welch's test of equal means for groups of unequal variances. */
    static GroupTest welch(List<GroupSample> groups) {
        int k = groups.size();
        if (k < 2) {
            return GroupTest.undefined(WELCH, TOO_FEW);
        }
        for (GroupSample group : groups) {
            Optional<String> lacks = group.lacks();
            if (lacks.isPresent()) {
                return GroupTest.undefined(WELCH, lacks.get() + " in a group");
            }
        }
        // Weights relative to the largest, and means relative to the first: neither over- nor underflows.
        double least =
                groups.stream().mapToDouble(GroupSample::squaredError).min().orElseThrow();
        double origin = groups.get(0).mean();
        NeumaierSum weights = new NeumaierSum();
        NeumaierSum weighted = new NeumaierSum();
        for (GroupSample group : groups) {
            double w = least / group.squaredError();
            weights.add(w);
            weighted.add(w * (group.mean() - origin));
        }
        double all = weights.value();
        double centre = weighted.value() / all;
        NeumaierSum between = new NeumaierSum();
        NeumaierSum spread = new NeumaierSum();
        for (GroupSample group : groups) {
            double w = least / group.squaredError();
            double deviation = group.mean() - origin - centre;
            between.add(deviation / group.squaredError() * deviation);
            double rest = 1 - w / all;
            spread.add(rest * rest / (group.n() - 1));
        }
        double groupsSquared = (double) k * k - 1;
        double f = between.value() / (k - 1) / (1 + 2 * (k - 2) / groupsSquared * spread.value());
        double df2 = groupsSquared / (3 * spread.value());
        return new GroupTest(WELCH, Measure.of(f), Measure.of(FDistribution.sf(k - 1.0, df2, f)));
    }

    /** The rank test of Kruskal and Wallis, corrected for ties. */
    static GroupTest kruskalWallis(List<GroupSample> groups) {
        int k = groups.size();
        if (k < 2) {
            return GroupTest.undefined(KRUSKAL_WALLIS, TOO_FEW);
        }
        if (groups.stream().anyMatch(group -> group.n() == 0)) {
            return GroupTest.undefined(KRUSKAL_WALLIS, GroupSample.NO_CUSTOMERS + " in a group");
        }
        int[] next = new int[k];
        double[] rankSums = new double[k];
        double n = groups.stream().mapToDouble(GroupSample::n).sum();
        double ranked = 0;
        double ties = 0;
        // A merge of the sorted groups, one value with all its ties at a time.
        while (ranked < n) {
            double value = Double.POSITIVE_INFINITY;
            for (int g = 0; g < k; g++) {
                if (next[g] < groups.get(g).n()) {
                    value = Math.min(value, groups.get(g).at(next[g]));
                }
            }
            int[] tied = new int[k];
            double count = 0;
            for (int g = 0; g < k; g++) {
                while (next[g] < groups.get(g).n() && groups.get(g).at(next[g]) == value) {
                    next[g]++;
                    tied[g]++;
                }
                count += tied[g];
            }
            double rank = ranked + (count + 1) / 2;
            for (int g = 0; g < k; g++) {
                rankSums[g] += tied[g] * rank;
            }
            ties += count * (count - 1) * (count + 1);
            ranked += count;
        }
        double correction = 1 - ties / (n * (n - 1) * (n + 1));
        // All tied: the two terms are equal, but for rounding in large samples.
        if (!(correction > 1e-14)) {
            return GroupTest.undefined(KRUSKAL_WALLIS, "all values are equal");
        }
        double h = 0;
        for (int g = 0; g < k; g++) {
            double size = groups.get(g).n();
            double deviation = rankSums[g] / size - (n + 1) / 2;
            h += size * deviation * deviation;
        }
        h *= 12 / (n * (n + 1)) / correction;
        return new GroupTest(KRUSKAL_WALLIS, Measure.of(h), Measure.of(ChiSquare.sf(k - 1.0, h)));
    }

    /** Welch's difference of two means; the p-value is in the second place. */
    static Difference difference(GroupSample first, GroupSample second, double confidence) {
        int n = first.n() + second.n();
        if (first.n() == 0 || second.n() == 0) {
            return new Difference(
                    Estimate.undefined(GroupSample.NO_CUSTOMERS, n), Measure.undefined(GroupSample.NO_CUSTOMERS));
        }
        Measure difference = Measure.of(first.mean() - second.mean());
        String reason = "";
        if (first.n() < 2 || second.n() < 2) {
            reason = GroupSample.ONE_CUSTOMER + " in a group";
        } else if (first.squaredError() + second.squaredError() == 0) {
            reason = GroupSample.NO_VARIANCE + " in either group";
        }
        if (!reason.isEmpty()) {
            Measure none = Measure.undefined(reason);
            return new Difference(new Estimate(difference, none, Optional.empty(), n, n), none);
        }
        double v1 = first.squaredError();
        double v2 = second.squaredError();
        double error = Math.sqrt(v1 + v2);
        double c1 = v1 / (v1 + v2);
        double c2 = v2 / (v1 + v2);
        double df = 1 / (c1 * c1 / (first.n() - 1) + c2 * c2 / (second.n() - 1));
        double reach = StudentT.isf(df, 0.5 * (1 - confidence)) * error;
        double value = difference.orElseThrow();
        Interval interval = new Interval(value - reach, value + reach, confidence, "Welch");
        return new Difference(
                new Estimate(difference, Measure.of(error), Optional.of(interval), n, n),
                Measure.of(StudentT.sfTwoSided(df, value / error)));
    }

    /** Holm's adjustment; undefined p-values stay so and do not count. */
    static List<Measure> holm(List<Measure> pValues) {
        List<Measure> adjusted = new ArrayList<>(pValues);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            if (pValues.get(i).isDefined()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> pValues.get(i).orElseThrow()));
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            double p = pValues.get(order.get(rank)).orElseThrow();
            largest = Math.max(largest, Math.min(1, (order.size() - rank) * p));
            adjusted.set(order.get(rank), Measure.of(largest));
        }
        return adjusted;
    }

    /** A difference and its p-value. */
    record Difference(Estimate estimate, Measure pValue) {}
}
