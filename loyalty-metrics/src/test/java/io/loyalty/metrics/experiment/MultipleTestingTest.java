package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {

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
