package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of counts, Kruskal-Wallis, Welch's analysis of variance, and adjusted p-values. */
class ManyGroupsTest {

    private static long[][] table(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(row ->
                        Arrays.stream(row.split(" ")).mapToLong(Long::parseLong).toArray())
                .toArray(long[][]::new);
    }

    private static List<double[]> groups(String text) {
        return Arrays.stream(text.split("\\|")).map(Reference::numbersOf).toList();
    }

    @Test
    void tableByHand() {
        // Expected 20 in each cell.
        Association found =
                ContingencyTable.of(new long[] {30, 10}, new long[] {10, 30}).association();
        assertEquals(Measure.of(20), found.chiSquare().statistic());
        assertEquals(List.of(1.0), found.chiSquare().degreesOfFreedom());
        assertEquals(Measure.of(0.5), found.cramersV());
        assertEquals(Measure.of(20), found.smallestExpected());
        assertEquals(
                2 * (60 * Math.log(1.5) + 20 * Math.log(0.5)),
                found.g().statistic().orElseThrow(),
                1e-13);
    }

    @Test
    void tablesAgreeWithSciPy() {
        for (Reference row : Reference.rows("tables.csv")) {
            Association found = ContingencyTable.of(table(row.text("rows"))).association();
            row.check("chi_square", 1e-12, found.chiSquare().statistic());
            row.check("df", 0, found.chiSquare().degreesOfFreedom().get(0));
            row.check("p", 1e-11, found.chiSquare().pValue());
            row.check("g", 1e-11, found.g().statistic());
            row.check("g_p", 1e-11, found.g().pValue());
            row.check("cramers_v", 1e-12, found.cramersV());
            row.check("smallest_expected", 1e-13, found.smallestExpected());
        }
    }

    @Test
    void emptyRowsAndColumnsAreLeftOut() {
        Association whole = ContingencyTable.of(new long[] {3, 0, 7}, new long[] {0, 0, 0}, new long[] {5, 0, 2})
                .association();
        assertEquals(ContingencyTable.of(new long[] {3, 7}, new long[] {5, 2}).association(), whole);
        assertEquals(2, whole.rows());
        assertEquals(2, whole.columns());
        Association none =
                ContingencyTable.of(new long[] {3, 0}, new long[] {5, 0}).association();
        assertEquals(
                "fewer than two rows or columns with counts", none.cramersV().reason());
        assertEquals(8, none.n());
        assertEquals(1, none.columns());
    }

    @Test
    void tablesAddUpAndRefuseOddShapes() {
        ContingencyTable table = ContingencyTable.of(new long[] {1, 2}, new long[] {3, 4});
        assertEquals(ContingencyTable.of(new long[] {2, 4}, new long[] {6, 8}), table.plus(table));
        assertEquals(table.plus(table).hashCode(), table.plus(table).hashCode());
        assertEquals("[[1, 2], [3, 4]]", table.toString());
        assertEquals("rows must have cells", Reference.refusal(ContingencyTable::of));
        assertEquals(
                "rows[1] must have 2 counts: 1",
                Reference.refusal(() -> ContingencyTable.of(new long[] {1, 2}, new long[] {1})));
        assertEquals(
                "rows[0][1] must be at least 0: -2", Reference.refusal(() -> ContingencyTable.of(new long[] {1, -2})));
        assertEquals(
                "other must have 2 rows of 2 counts: 1 of 2",
                Reference.refusal(() -> table.plus(ContingencyTable.of(new long[] {1, 2}))));
    }

    @Test
    void ranksOfGroupsByHand() {
        // Ranks 1 2 | 3 4: off by 1 from 2.5 on both sides.
        KruskalWallis found = KruskalWallis.of(List.of(new double[] {1, 2}, new double[] {7, 9}));
        assertEquals(12.0 / 20 * (2 + 2), found.test().statistic().orElseThrow(), 1e-15);
        assertEquals(0.8, found.epsilonSquared().orElseThrow(), 1e-15);
    }

    @Test
    void groupsAgreeWithSciPyAndStatsmodels() {
        for (Reference row : Reference.rows("groups.csv")) {
            List<double[]> groups = groups(row.text("groups"));
            KruskalWallis ranks = KruskalWallis.of(groups);
            row.check("h", 1e-12, ranks.test().statistic());
            row.check("h_p", 1e-11, ranks.test().pValue());
            WelchAnova means =
                    WelchAnova.of(groups.stream().map(SampleSummary::of).toList());
            row.check("welch_f", 1e-11, means.test().statistic());
            row.check("welch_df2", 1e-11, means.test().degreesOfFreedom().get(1));
            row.check("welch_p", 1e-10, means.test().pValue());
        }
    }

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
    void groupsWithoutSpreadHaveNoTest() {
        assertEquals(
                "all values are equal",
                KruskalWallis.of(List.of(new double[] {2, 2}, new double[] {2}))
                        .test()
                        .pValue()
                        .reason());
        assertEquals(
                "fewer than two groups with values",
                KruskalWallis.of(List.of(new double[] {2, 3}, new double[0]))
                        .epsilonSquared()
                        .reason());
        assertEquals(
                "fewer than two groups",
                WelchAnova.of(List.of()).test().pValue().reason());
        SampleSummary one = SampleSummary.of(1);
        SampleSummary constant = SampleSummary.of(1, 1);
        SampleSummary spread = SampleSummary.of(1, 2);
        assertEquals(
                "a group of fewer than two values",
                WelchAnova.of(List.of(one, spread)).test().pValue().reason());
        assertEquals(
                "a group without variance",
                WelchAnova.of(List.of(constant, spread)).test().pValue().reason());
        assertEquals(4, WelchAnova.of(List.of(constant, spread)).n());
    }

    @Test
    void adjustmentsByHand() {
        double[] p = {0.01, 0.04, 0.03};
        assertArrayEquals(new double[] {0.03, 0.12, 0.09}, MultipleTesting.BONFERRONI.adjust(p), 1e-15);
        assertArrayEquals(new double[] {0.03, 0.06, 0.06}, MultipleTesting.HOLM.adjust(p), 1e-15);
        assertArrayEquals(new double[] {0.03, 0.04, 0.04}, MultipleTesting.HOMMEL.adjust(p), 1e-15);
        assertArrayEquals(new double[] {0.03, 0.04, 0.04}, MultipleTesting.BENJAMINI_HOCHBERG.adjust(p), 1e-15);
        assertArrayEquals(p, MultipleTesting.NONE.adjust(p));
        assertArrayEquals(new double[0], MultipleTesting.HOMMEL.adjust());
    }

    @Test
    void adjustmentsAgreeWithStatsmodels() {
        for (Reference row : Reference.rows("multiple.csv")) {
            for (MultipleTesting method : MultipleTesting.values()) {
                if (method != MultipleTesting.NONE) {
                    assertArrayEquals(
                            row.numbers(method.name()),
                            method.adjust(row.numbers("p")),
                            1e-14,
                            () -> method + " of " + row);
                }
            }
        }
    }

    @Test
    void undefinedPValuesDoNotCount() {
        Measure none = Measure.undefined("no customers");
        assertEquals(
                List.of(Measure.of(0.02), none, Measure.of(0.5)),
                MultipleTesting.HOLM.adjust(List.of(Measure.of(0.01), none, Measure.of(0.5))));
        assertEquals(
                "pValues[1] must be in [0, 1]: NaN",
                Reference.refusal(() -> MultipleTesting.HOLM.adjust(0.5, Double.NaN)));
        assertEquals("pValues[0] must be in [0, 1]: 1.5", Reference.refusal(() -> MultipleTesting.NONE.adjust(1.5)));
    }
}
