package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Interval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class McNemarTest {

    @Test
    void mcNemarAgreesWithStatsmodels() {
        for (Reference row : Reference.rows("mcnemar.csv")) {
            McNemar found = McNemar.of(50, row.count("b"), row.count("c"), 60);
            row.check("exact", 1e-11, found.exact().pValue());
            row.check("mid_p", 1e-11, found.midP().pValue());
            assertEquals(row.has("chi_square"), found.chiSquare().pValue().isDefined());
            if (row.has("chi_square")) {
                row.check("chi_square", 1e-13, found.chiSquare().statistic());
                row.check("chi_square_p", 1e-11, found.chiSquare().pValue());
            }
        }
    }

    @Test
    void mcNemarsDifferenceFollowsItsDefinition() {
        McNemar found = McNemar.of(20, 12, 4, 14);
        assertEquals(8.0 / 50, found.difference().value().orElseThrow(), 1e-15);
        assertEquals(
                Math.sqrt((16.0 / 50 - 64.0 / 2500) / 50),
                found.difference().standardError().orElseThrow(),
                1e-15);
        Interval interval = found.difference().interval().orElseThrow();
        double half = 1.959963984540054 * Math.sqrt((18.0 / 52 - 64.0 / 2704) / 52);
        assertEquals(8.0 / 52 - half, interval.lower(), 1e-14);
        assertEquals(8.0 / 52 + half, interval.upper(), 1e-14);
        assertEquals(Optional.empty(), McNemar.of(0, 0, 0, 0).difference().interval());
        assertEquals("no pairs", McNemar.of(0, 0, 0, 0).exact().pValue().reason());
        assertEquals(
                "nobody changed", McNemar.of(3, 0, 0, 2).chiSquare().pValue().reason());
        assertEquals("firstOnly must be at least 0: -1", Reference.refusal(() -> McNemar.of(1, -1, 0, 0)));
    }
}
