package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogRankTestTest {

    private static LifeTable of(int[] times, boolean... events) {
        return LifeTable.of(times, events);
    }

    @Test
    void twoGroupsByHand() {
        LifeTable a = of(new int[] {1, 3, 4}, true, true, false);
        LifeTable b = of(new int[] {2, 3, 5}, true, false, true);
        LogRankTest test = LogRankTest.of(List.of(a, b));
        // At 1: 3 of 6 in a; at 2: 2 of 5; at 3: 2 of 4; at 5: 0 of 1.
        double expected = 3 / 6.0 + 2 / 5.0 + 2 / 4.0;
        double variance = 1 / 4.0 + 6 / 25.0 + 1 / 4.0;
        assertEquals(expected, test.groups().get(0).expected(), 1e-15);
        assertEquals(2, test.groups().get(0).observed());
        assertMeasure((2 - expected) * (2 - expected) / variance, 1e-14, test.chiSquare());
        assertEquals(1, test.degreesOfFreedom());
        assertEquals(4 - expected, test.groups().get(1).expected(), 1e-15);
    }

    @Test
    void tiesShrinkTheVariance() {
        LifeTable a = of(new int[] {1, 1, 2}, true, true, true);
        LifeTable b = of(new int[] {1, 2, 2}, true, true, false);
        LogRankTest test = LogRankTest.of(List.of(a, b));
        // At 1: 3 events, 6 at risk; at 2: 2 events among 3.
        double expected = 3 * .5 + 2 / 3.0;
        double variance = 3 * 3 / 5.0 * .25 + 2 * 1 / 2.0 * (1 / 3.0) * (2 / 3.0);
        assertMeasure((3 - expected) * (3 - expected) / variance, 1e-14, test.chiSquare());
    }

    @Test
    void equalGroupsDoNotDiffer() {
        LifeTable a = of(new int[] {1, 2, 2}, true, true, false);
        LogRankTest test = LogRankTest.of(List.of(a, a, a));
        assertMeasure(0, 1e-15, test.chiSquare());
        assertMeasure(1, 1e-15, test.pValue());
        assertEquals(2, test.degreesOfFreedom());
    }

    @Test
    void groupsWithoutExpectedEventsDoNotCount() {
        LifeTable a = of(new int[] {5, 6}, true, false);
        LifeTable b = of(new int[] {5, 6}, false, true);
        LifeTable early = of(new int[] {1, 2}, false, false);
        LogRankTest with = LogRankTest.of(List.of(a, early, b));
        assertEquals(1, with.degreesOfFreedom());
        assertEquals(LogRankTest.of(List.of(a, b)).chiSquare(), with.chiSquare());
        assertEquals("2 customers, 0 events, 0.0 expected", with.groups().get(1).toString());
    }

    @Test
    void undefinedWithoutEventsOrOverlap() {
        LifeTable quiet = of(new int[] {1, 2}, false, false);
        assertUndefined(
                "no event with several groups at risk",
                LogRankTest.of(List.of(quiet, quiet)).chiSquare());
        LifeTable early = of(new int[] {1, 2}, true, true);
        LifeTable late = LifeTable.ofEntered(new double[] {3, 3}, new double[] {4, 5}, new boolean[] {true, true});
        LogRankTest apart = LogRankTest.of(List.of(early, late));
        assertUndefined("no variance: groups are not at risk together", apart.chiSquare());
        assertEquals(0, apart.degreesOfFreedom());
    }

    @Test
    void oneGroupIsRefused() {
        assertEquals("tables must be at least 2: 1", refusal(() -> LogRankTest.of(List.of(of(new int[] {1}, true)))));
    }

    @Test
    void printsOneLine() {
        LifeTable a = of(new int[] {1, 2}, true, true);
        assertEquals(
                "log-rank chi-square 0.0, 1 degree of freedom, p = 1.0",
                LogRankTest.of(List.of(a, a)).toString());
    }

    @Test
    void aGroupMayBeEmptyButNotLess() {
        assertEquals(0, new LogRankGroup(0, 0, 0).customers());
        assertEquals(
                "customers, observed and expected must be at least 0: 1, 0 and NaN",
                refusal(() -> new LogRankGroup(1, 0, Double.NaN)));
    }
}
