package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The way down from afar. */
class QuasiNewtonTest {

    private static QuasiNewton search(Objective objective, double... start) {
        return new QuasiNewton(objective, InverseHessian.unknown(start.length), start);
    }

    @Test
    void aBentValleyIsFollowed() {
        int[] calls = {0};
        // Rosenbrock's, upside down.
        Objective objective = LogLikelihoods.objective(
                (u, g) -> {
                    calls[0]++;
                    double a = 1 - u[0];
                    double b = u[1] - u[0] * u[0];
                    g[0] = 10 * (2 * a + 400 * u[0] * b);
                    g[1] = -10 * 200 * b;
                    return -10 * (a * a + 100 * b * b);
                },
                2,
                0);
        QuasiNewton search = search(objective, -1.2, 1);
        assertArrayEquals(new double[] {1, 1}, search.run().at, 1e-5);
        assertFalse(search.exhausted());
        assertTrue(calls[0] <= 70, "calls " + calls[0]);
    }

    @Test
    void stepsIntoNowhereAreShortened() {
        // There is nothing beyond −1.
        Objective objective = LogLikelihoods.objective(
                (u, g) -> {
                    g[0] = 10 * (1 / (u[0] + 1) - 4);
                    return u[0] > -1 ? 10 * (Math.log(u[0] + 1) - 4 * u[0]) : Double.NaN;
                },
                1,
                0);
        assertEquals(-.75, search(objective, 2).run().at[0], 1e-6);
    }

    @Test
    void aKinkEndsTheSearchNearIt() {
        Objective objective = LogLikelihoods.objective(
                (u, g) -> {
                    g[0] = -10 * Math.signum(u[0] - .3);
                    g[1] = -10 * (u[1] - u[0]);
                    return -10 * Math.abs(u[0] - .3) - 5 * (u[1] - u[0]) * (u[1] - u[0]);
                },
                2,
                0);
        QuasiNewton search = search(objective, 4, -4);
        assertEquals(.3, search.run().at[0], 1e-3);
        assertFalse(search.exhausted());
    }

    @Test
    void aWayWithoutEndIsGivenUp() {
        Coordinates.Axis axis = new Coordinates.Axis(0, -1e9, 1e9, FitFinding.NO_DROPOUT, FitFinding.NO_DROPOUT);
        Objective objective = new Objective(
                (p, g) -> {
                    g[0] = 1;
                    return p[0];
                },
                new Coordinates().with(Coordinates.Block.FREE, axis),
                1,
                0);
        QuasiNewton search = search(objective, 0);
        Point end = search.run();
        assertTrue(search.exhausted());
        assertTrue(end.at[0] > 100, "at " + end.at[0]);
    }

    @Test
    void wherePathsThatShouldLeadDownLeadUpTheSearchEnds() {
        // Next to the summit the gradient has the wrong sign.
        Objective objective = LogLikelihoods.objective(
                (u, g) -> {
                    double away = u[0] - 1;
                    g[0] = (Math.abs(away) < .5 ? 10 : -10) * away;
                    g[1] = -10 * (u[1] - u[0]);
                    return -5 * away * away - 5 * (u[1] - u[0]) * (u[1] - u[0]);
                },
                2,
                0);
        QuasiNewton search = search(objective, 4, -4);
        Point end = search.run();
        assertFalse(search.exhausted());
        assertEquals(1, end.at[0], .5);
    }
}
