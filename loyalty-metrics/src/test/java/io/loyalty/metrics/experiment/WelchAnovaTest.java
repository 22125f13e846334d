package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WelchAnovaTest {

    @Test
    void twoGroupsOfWelchsAnovaAreWelchsT() {
        SampleSummary first = SampleSummary.of(1, 2, 4, 8);
        SampleSummary second = SampleSummary.of(2, 3, 3.5);
        TestResult t = MeanComparison.withDefaults().compare(first, second).test();
        TestResult f = WelchAnova.of(List.of(first, second)).test();
        double statistic = t.statistic().orElseThrow();
        assertEquals(statistic * statistic, f.statistic().orElseThrow(), 1e-14);
        assertEquals(t.degreesOfFreedom().get(0), f.degreesOfFreedom().get(1), 1e-13);
        assertEquals(t.pValue().orElseThrow(), f.pValue().orElseThrow(), 1e-14);
    }

    @Test
    void groupsAgreeWithStatsmodels() {
        for (Reference row : Reference.rows("groups.csv")) {
            WelchAnova found = WelchAnova.of(
                    row.groups("groups").stream().map(SampleSummary::of).toList());
            row.check("welch_f", 1e-11, found.test().statistic());
            row.check("welch_df2", 1e-11, found.test().degreesOfFreedom().get(1));
            row.check("welch_p", 1e-10, found.test().pValue());
        }
    }

    @Test
    void groupsWithoutSpreadHaveNoTest() {
        SampleSummary one = SampleSummary.of(1);
        SampleSummary constant = SampleSummary.of(1, 1);
        SampleSummary spread = SampleSummary.of(1, 2);
        assertEquals(
                "fewer than two groups",
                WelchAnova.of(List.of()).test().pValue().reason());
        assertEquals(
                "a group of fewer than two values",
                WelchAnova.of(List.of(one, spread)).test().pValue().reason());
        assertEquals(
                "a group without variance",
                WelchAnova.of(List.of(constant, spread)).test().pValue().reason());
        assertEquals(4, WelchAnova.of(List.of(constant, spread)).n());
    }

    @Test
    void meansNextToABillionKeepTheirDifferences() {
        SampleSummary near = SampleSummary.of(1, 2, 3);
        SampleSummary more = SampleSummary.of(2, 4, 6);
        SampleSummary far = SampleSummary.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
        SampleSummary farMore = SampleSummary.of(1e9 + 2, 1e9 + 4, 1e9 + 6);
        assertEquals(
                WelchAnova.of(List.of(near, more)).test().statistic().orElseThrow(),
                WelchAnova.of(List.of(far, farMore)).test().statistic().orElseThrow(),
                1e-6);
    }

    @Test
    void degreesOfFreedomBetweenAreOneLessThanGroups() {
        List<SampleSummary> groups = List.of(SampleSummary.of(1, 2, 4), SampleSummary.of(2, 3), SampleSummary.of(0, 9));
        assertEquals(2.0, WelchAnova.of(groups).test().degreesOfFreedom().get(0));
    }
}
