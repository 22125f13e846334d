package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The last steps to a summit. */
class NewtonTest {

    @Test
    void newtonEndsAtTheLastDigits() {
        int[] calls = {0};
        Objective objective = LogLikelihoods.objective(
                (u, g) -> {
                    calls[0]++;
                    g[0] = -10 * Math.sinh(u[0] - 1);
                    g[1] = -10 * Math.tanh(u[1] + 2);
                    return -10 * Math.cosh(u[0] - 1) - 10 * Math.log(Math.cosh(u[1] + 2));
                },
                2,
                0);
        Point near = objective.point(new double[] {1.3, -2.3});
        Newton newton = new Newton(objective, Optional.empty(), near).run();
        assertArrayEquals(new double[] {1, -2}, newton.point().at, 1e-9);
        assertTrue(newton.point().slope() <= 1e-9);
        assertArrayEquals(new double[] {1, 0}, newton.curvature()[0], 1e-4);
        assertArrayEquals(new double[] {0, 1}, newton.curvature()[1], 1e-4);
        assertEquals(newton.curvature()[0][1], newton.curvature()[1][0]);
        assertTrue(calls[0] <= 30, "calls " + calls[0]);
    }

    @Test
    void newtonStaysWhereTheGroundCurvesTheWrongWay() {
        // A saddle, and a step that would lead up.
        Objective saddle = LogLikelihoods.objective(
                (u, g) -> {
                    g[0] = 10 * u[0];
                    g[1] = -10 * u[1];
                    return 5 * u[0] * u[0] - 5 * u[1] * u[1];
                },
                2,
                0);
        Point point = saddle.point(new double[] {.1, .1});
        assertEquals(point, new Newton(saddle, Optional.empty(), point).run().point());
        Objective roof = LogLikelihoods.objective(
                (u, g) -> {
                    g[0] = -10 * Math.tanh(u[0]);
                    return -10 * Math.log(Math.cosh(u[0]));
                },
                1,
                0);
        Point far = roof.point(new double[] {2});
        assertEquals(far, new Newton(roof, Optional.empty(), far).run().point());
    }

    @Test
    void heldCoordinatesHaveNoCurvature() {
        Objective objective = LogLikelihoods.objective(LogLikelihoods.parabola(new double[] {9, 0}, 10, 20), 2, 0);
        Point point = objective.point(new double[] {6, .1});
        Newton newton = new Newton(objective, Optional.empty(), point).run();
        assertArrayEquals(new double[] {6, 0}, newton.point().at, 1e-9);
        assertArrayEquals(new double[] {1, 0}, newton.curvature()[0]);
        assertEquals(2, newton.curvature()[1][1], 1e-6);
    }
}
