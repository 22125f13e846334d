package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class KruskalWallisTest {

    @Test
    void ranksOfGroupsByHand() {
        // Ranks 1 2 | 3 4: off by 1 from 2.5 on both sides.
        KruskalWallis found = KruskalWallis.of(List.of(new double[] {1, 2}, new double[] {7, 9}));
        assertEquals(12.0 / 20 * (2 + 2), found.test().statistic().orElseThrow(), 1e-15);
        assertEquals(0.8, found.epsilonSquared().orElseThrow(), 1e-15);
    }

    @Test
    void groupsAgreeWithSciPy() {
        for (Reference row : Reference.rows("groups.csv")) {
            KruskalWallis found = KruskalWallis.of(row.groups("groups"));
            row.check("h", 1e-12, found.test().statistic());
            row.check("h_p", 1e-11, found.test().pValue());
        }
    }

    @Test
    void tiesAreMidranks() {
        // Rank sums 6.5 and 8.5 where 9 and 6 are expected; two ties of two.
        KruskalWallis found = KruskalWallis.of(List.of(new double[] {1, 1, 2}, new double[] {2, 7}));
        double h = 12.0 / 30 * (2.5 * 2.5 / 3 + 2.5 * 2.5 / 2) / (1 - 12.0 / 120);
        assertEquals(h, found.test().statistic().orElseThrow(), 1e-14);
        assertEquals(h / 4, found.epsilonSquared().orElseThrow(), 1e-14);
        assertEquals(5, found.n());
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
                "values[1] must be a number: NaN",
                Reference.refusal(() -> KruskalWallis.of(List.of(new double[] {2, Double.NaN}))));
    }

    @Test
    void twoValuesAreEnough() {
        KruskalWallis found = KruskalWallis.of(List.of(new double[] {1}, new double[] {2}));
        assertEquals(1, found.test().statistic().orElseThrow(), 1e-15);
        assertEquals(1, found.epsilonSquared().orElseThrow(), 1e-15);
    }
}
