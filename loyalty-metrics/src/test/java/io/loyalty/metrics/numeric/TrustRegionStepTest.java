package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Steps of quadratic models that can be found by hand. */
class TrustRegionStepTest {

    private static double[][] diagonal(double first, double second) {
        return new double[][] {{first, 0}, {0, second}};
    }

    /** The step is on the rim, and the same number added to both curvatures makes it the way down. */
    private static void assertOnTheRim(double first, double second, double[] gradient, double radius) {
        double[] step = TrustRegionStep.of(diagonal(first, second), gradient, radius);
        assertEquals(radius, Math.hypot(step[0], step[1]), 2e-6 * radius);
        double added = -gradient[0] / step[0] - first;
        assertEquals(added, -gradient[1] / step[1] - second, 1e-9 * (1 + Math.abs(added)));
        assertTrue(added >= Math.max(0, -Math.min(first, second)), "added " + added);
    }

    @Test
    void theLowestPointIsTakenIfItLiesWithinTheRadius() {
        assertArrayEquals(new double[] {-1, -0.5}, TrustRegionStep.of(diagonal(2, 8), new double[] {2, 4}, 10), 1e-15);
        assertArrayEquals(new double[] {-3, 4}, TrustRegionStep.of(diagonal(1, 1), new double[] {3, -4}, 5), 1e-15);
    }

    @Test
    void aLowestPointFurtherAwayIsApproachedAlongTheRim() {
        assertArrayEquals(new double[] {-0.6, -0.8}, TrustRegionStep.of(diagonal(1, 1), new double[] {3, 4}, 1), 2e-6);
        assertOnTheRim(1, 4, new double[] {3, 4}, 1);
        assertOnTheRim(1, 1_000, new double[] {-3, 400}, 0.1);
        assertOnTheRim(0.001, 5, new double[] {1, -1}, 20);
    }

    @Test
    void aCurveDownIsFollowedToTheRim() {
        assertOnTheRim(-2, 3, new double[] {1, 1}, 2);
        assertOnTheRim(-2, -3, new double[] {1, -5}, 0.5);
        assertOnTheRim(4, -1e-3, new double[] {1, 1e-3}, 3);
    }

    @Test
    void aCurveDownWithoutASlopeAlongItIsFollowedToo() {
        double[] step = TrustRegionStep.of(diagonal(-2, 2), new double[] {0, 2}, 3);
        assertEquals(Math.sqrt(9 - 0.25), Math.abs(step[0]), 1e-12);
        assertEquals(-0.5, step[1], 1e-12, "2 less the 2 that the other direction must have added");
        double[] turned = TrustRegionStep.of(diagonal(2, -2), new double[] {2, 0}, 3);
        assertEquals(-0.5, turned[0], 1e-12);
        assertEquals(Math.sqrt(9 - 0.25), Math.abs(turned[1]), 1e-12);
    }

    @Test
    void aFlatDirectionIsLeftAlone() {
        assertArrayEquals(new double[] {0, -1}, TrustRegionStep.of(diagonal(0, 2), new double[] {0, 2}, 5), 1e-12);
        assertArrayEquals(new double[] {0, 0}, TrustRegionStep.of(diagonal(0, 0), new double[] {0, 0}, 5));
    }

    @Test
    void theSlightestSlopeTellsTheWayDown() {
        assertEquals(-Math.sqrt(9 - 0.25), TrustRegionStep.of(diagonal(-2, 2), new double[] {1e-30, 2}, 3)[0], 1e-12);
        assertEquals(Math.sqrt(9 - 0.25), TrustRegionStep.of(diagonal(-2, 2), new double[] {-1e-30, 2}, 3)[0], 1e-12);
    }

    @Test
    void theScaleOfTheModelDoesNotMatter() {
        for (double scale : new double[] {0x1p-100, 0x1p100}) {
            double[] gradient = {2 * scale, 4 * scale};
            assertArrayEquals(
                    new double[] {-1, -0.5}, TrustRegionStep.of(diagonal(2 * scale, 8 * scale), gradient, 10), 1e-15);
        }
    }
}
