package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTestsTest {

    @Test
    void referenceGroups() {
        for (Map<String, String> row : ReferenceTable.rows("group_tests.csv")) {
            List<double[]> groups = new ArrayList<>();
            for (String group : row.get("groups").split(";")) {
                groups.add(ReferenceTable.decimals(group));
            }
            double welch = Double.parseDouble(row.get("welch"));
            double kruskal = Double.parseDouble(row.get("kruskal"));
            assertEquals(welch, welch(groups).orElseThrow(), 1e-10 * welch);
            assertEquals(kruskal, GroupTests.kruskalWallis(groups).orElseThrow(), 1e-11 * kruskal);
        }
    }

    @Test
    void twoGroupsAreWelchsTest() {
        double[] a = {1, 4, 2, 8, 5};
        double[] b = {3, 9, 9, 12};
        assertEquals(
                Welch.of(Spread.of(a), Spread.of(b), 0.95).pValue().orElseThrow(),
                welch(List.of(a, b)).orElseThrow(),
                1e-14);
    }

    @Test
    void emptyGroupsAreLeftOut() {
        double[] a = {1, 4, 2};
        double[] b = {3, 9, 9};
        double[] none = {};
        assertEquals(welch(List.of(a, b)), welch(List.of(a, none, b)));
        assertEquals(GroupTests.kruskalWallis(List.of(a, b)), GroupTests.kruskalWallis(List.of(none, a, b)));
        assertEquals(Measure.undefined("fewer than two groups"), welch(List.of(a, none)));
        assertEquals(Measure.undefined("fewer than two groups"), GroupTests.kruskalWallis(List.of(none, b)));
    }

    @Test
    void groupsWithoutVariance() {
        double[] a = {1, 4, 2};
        double[] same = {7, 7};
        assertEquals(Measure.undefined("a group without variance"), welch(List.of(a, same)));
        assertEquals(Measure.undefined("a group of one"), welch(List.of(a, new double[] {3})));
        assertEquals(Measure.undefined("all revenues agree"), GroupTests.kruskalWallis(List.of(same, same)));
    }

    @Test
    void holmOfFourComparisons() {
        Measure none = Measure.undefined("-");
        List<Measure> raw = List.of(Measure.of(0.01), Measure.of(0.04), none, Measure.of(0.03), Measure.of(0.005));
        assertEquals(
                List.of(Measure.of(0.03), Measure.of(0.06), none, Measure.of(0.06), Measure.of(0.02)),
                Holm.adjust(raw));
        assertEquals(List.of(Measure.of(1), Measure.of(1)), Holm.adjust(List.of(Measure.of(0.6), Measure.of(0.9))));
    }

    private static Measure welch(List<double[]> groups) {
        return GroupTests.welchAnova(groups.stream().map(Spread::of).toList());
    }
}
