package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareTestTest {

    @Test
    void fisherIsTheExactSum() {
        for (Map<String, String> row : ReferenceTable.rows("fisher.csv")) {
            double expected = Double.parseDouble(row.get("p"));
            Measure p = ShareTest.FISHER.pValue(
                    Long.parseLong(row.get("x1")),
                    Long.parseLong(row.get("n1")),
                    Long.parseLong(row.get("x2")),
                    Long.parseLong(row.get("n2")));
            assertEquals(expected, p.orElseThrow(), 1e-13 * expected, row.toString());
        }
    }

    @Test
    void fisherIsSymmetricToTheLastDigits() {
        for (int x1 = 0; x1 <= 12; x1++) {
            for (int x2 = 0; x2 <= 9; x2++) {
                double p = ShareTest.FISHER.pValue(x1, 12, x2, 9).orElseThrow();
                assertEquals(p, ShareTest.FISHER.pValue(x2, 9, x1, 12).orElseThrow(), 1e-13 * p);
                assertEquals(p, ShareTest.FISHER.pValue(12 - x1, 12, 9 - x2, 9).orElseThrow(), 1e-13 * p);
            }
        }
    }

    @Test
    void fisherOfAMillionEach() {
        // mpmath 1.3.0 with 40 digits, all 10,201 tables.
        assertEquals(
                0.048213272956588231,
                ShareTest.FISHER.pValue(5_200, 1_000_000, 5_000, 1_000_000).orElseThrow(),
                1e-14);
    }

    @Test
    void pooledZByHand() {
        // 42 / 60 against 30 / 55: pooled 72 / 115.
        double pooled = 72.0 / 115;
        double z = (0.7 - 30.0 / 55) / Math.sqrt(pooled * (1 - pooled) * (1.0 / 60 + 1.0 / 55));
        assertEquals(1.7104, z, 1e-3);
        assertEquals(2 * Normal.sf(z), ShareTest.POOLED_Z.pValue(42, 60, 30, 55).orElseThrow(), 1e-15);
    }

    @Test
    void allOrNoneInBothGroups() {
        Measure none = Measure.undefined("all or none in both groups");
        assertEquals(none, ShareTest.POOLED_Z.pValue(0, 10, 0, 20));
        assertEquals(none, ShareTest.POOLED_Z.pValue(10, 10, 10, 10));
        assertEquals(Measure.of(1), ShareTest.FISHER.pValue(0, 10, 0, 20));
        assertEquals(Measure.of(1), ShareTest.FISHER.pValue(10, 10, 10, 10));
        assertEquals(1, ShareTest.FISHER.pValue(1, 1, 0, 1).orElseThrow(), 1e-15);
    }
}
