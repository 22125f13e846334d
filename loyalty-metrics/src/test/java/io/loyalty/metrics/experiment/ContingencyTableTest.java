package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {

    private static long[][] table(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(row ->
                        Arrays.stream(row.split(" ")).mapToLong(Long::parseLong).toArray())
                .toArray(long[][]::new);
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
    void tablesAreEqualByTheirCounts() {
        ContingencyTable table = ContingencyTable.of(new long[] {1, 2}, new long[] {3, 4});
        assertNotEquals(ContingencyTable.of(new long[] {1, 2}, new long[] {3, 5}), table);
        assertNotEquals(
                ContingencyTable.of(new long[] {1, 2}, new long[] {3, 5}).hashCode(), table.hashCode());
    }
}
