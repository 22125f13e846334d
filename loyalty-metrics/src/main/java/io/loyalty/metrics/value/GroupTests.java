package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.KruskalWallis;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MeanDifference;
import io.loyalty.metrics.experiment.TestResult;
import io.loyalty.metrics.experiment.WelchAnova;
import java.util.List;
import java.util.Optional;

/** The tests behind {@link ValueByGroup}: those of the {@code experiment} room, for groups of customers. */
final class GroupTests {

    static final String WELCH = "Welch ANOVA";
    static final String KRUSKAL_WALLIS = "Kruskal-Wallis";

    private static final String TOO_FEW = "fewer than two groups";

    private GroupTests() {}

    /** Welch's test of equal means for groups of unequal variances. */
    static GroupTest welch(List<GroupSample> groups) {
        if (groups.size() < 2) {
            return GroupTest.undefined(WELCH, TOO_FEW);
        }
        for (GroupSample group : groups) {
            Optional<String> lacks = group.lacks();
            if (lacks.isPresent()) {
                return GroupTest.undefined(WELCH, lacks.get() + " in a group");
            }
        }
        return named(
                WELCH,
                WelchAnova.of(groups.stream().map(GroupSample::summary).toList())
                        .test());
    }

    /** The rank test of Kruskal and Wallis, corrected for ties. */
    static GroupTest kruskalWallis(List<GroupSample> groups) {
        if (groups.size() < 2) {
            return GroupTest.undefined(KRUSKAL_WALLIS, TOO_FEW);
        }
        if (groups.stream().anyMatch(group -> group.n() == 0)) {
            return GroupTest.undefined(KRUSKAL_WALLIS, GroupSample.NO_CUSTOMERS + " in a group");
        }
        return named(
                KRUSKAL_WALLIS,
                KruskalWallis.of(groups.stream().map(GroupSample::values).toList())
                        .test());
    }

    private static GroupTest named(String name, TestResult test) {
        return new GroupTest(name, test.statistic(), test.pValue());
    }

    /** Welch's difference of two means. */
    static MeanDifference difference(GroupSample first, GroupSample second, double confidence) {
        return MeanComparison.withDefaults().withConfidence(confidence).compare(first.summary(), second.summary());
    }

    /** The p-value of a difference. */
    static Measure pValue(MeanDifference difference) {
        return difference.test().pValue();
    }
}
