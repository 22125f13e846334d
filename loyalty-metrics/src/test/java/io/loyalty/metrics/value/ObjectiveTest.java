package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The function that is made small, and the steps of a search over it. */
class ObjectiveTest {

    private static Objective logs(LogLikelihoods.Surface surface, int n, double ridge) {
        return new Objective(LogLikelihoods.of(surface), LogLikelihoods.logs(n, -6, 6), 10, ridge);
    }

    @Test
    void valueGradientAndPenaltyByHand() {
        // −(u − 1)² 10 / 2 over 10 customers, and a quarter of the distance squared from 0
        Objective objective = logs(LogLikelihoods.parabola(new double[] {1}, 10), 1, .25);
        double[] gradient = new double[1];
        assertEquals(.5 * 4 + .25 * 9, objective.at(new double[] {3}, gradient), 1e-14);
        assertEquals(2 + .5 * 3, gradient[0], 1e-14);
        assertEquals(2.25, objective.penalty(new double[] {3}));
    }

    @Test
    void startsAndStepsStayInTheBox() {
        Objective objective = logs(LogLikelihoods.parabola(new double[] {1, 1}, 10, 10), 2, 0);
        assertArrayEquals(new double[] {2.5, -6}, objective.start(new double[] {2.5, -7}));
        assertArrayEquals(new double[] {6, -1}, objective.moved(new double[] {1, 1}, new double[] {12, -4}, .5));
    }

    @Test
    void aCoordinateAtItsEndIsFreeToLeaveItInwards() {
        Objective objective = logs(LogLikelihoods.parabola(new double[] {9, 0, 0, -9}, 10, 10, 10, 10), 4, 0);
        Point point = objective.point(new double[] {6, 6, -6, -6});
        assertArrayEquals(new boolean[] {false, true, true, false}, point.free);
        assertEquals(6, point.slope(), 1e-14, "of the free coordinates alone");
    }

    @Test
    void theHessianIsThatOfThePointItIsAskedFor() {
        // (ln p)² has by p itself the second derivative 2 (1 − ln p) / p².
        CurvedLikelihood curved = new CurvedLikelihood() {
            @Override
            public double at(double[] p, double[] gradient, double[][] hessian) {
                double u = Math.log(p[0] / p[1]);
                double v = Math.log(p[1]);
                gradient[0] = -2 * u * u * u / p[0];
                gradient[1] = (2 * u * u * u - 2 * v) / p[1];
                hessian[0][0] = (-6 * u * u + 2 * u * u * u) / (p[0] * p[0]);
                hessian[0][1] = 6 * u * u / (p[0] * p[1]);
                hessian[1][0] = hessian[0][1];
                hessian[1][1] = (-6 * u * u - 2 - 2 * u * u * u + 2 * v) / (p[1] * p[1]);
                return -.5 * u * u * u * u - v * v;
            }
        };
        // Shape and rate: ln mean is u, the logarithm of the first over the second; v is the difference.
        Coordinates.Axis axis = new Coordinates.Axis(0, -6, 6, FitFinding.NO_DROPOUT, FitFinding.NO_DROPOUT);
        Coordinates coordinates = new Coordinates().with(Coordinates.Block.GAMMA, axis, axis);
        Objective objective = new Objective(curved, coordinates, 10, .5);
        assertTrue(objective.isCurved());
        assertFalse(logs(LogLikelihoods.parabola(new double[] {1}, 10), 1, 0).isCurved());
        objective.at(new double[] {3, 3}, new double[2]);
        boolean[] free = {true, true};
        // u⁴ / 20 + (w − u)² / 10 + (u² + w²) / 2
        double[][] hessian = objective.hessian(new double[] {2, 1}, free);
        assertArrayEquals(new double[] {12 * 4 / 20.0 + .2 + 1, -.2}, hessian[0], 1e-13);
        assertArrayEquals(new double[] {-.2, .2 + 1}, hessian[1], 1e-13);
        assertArrayEquals(
                new double[][] {{1, 0}, {0, 1.2}}, objective.hessian(new double[] {2, 1}, new boolean[] {false, true}));
    }

    // ---- Newton -------------------------------------------------------------------------------------------------

    @Test
    void newtonEndsAtTheLastDigits() {
        int[] calls = {0};
        Objective objective = logs(
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
        Objective saddle = logs(
                (u, g) -> {
                    g[0] = 10 * u[0];
                    g[1] = -10 * u[1];
                    return 5 * u[0] * u[0] - 5 * u[1] * u[1];
                },
                2,
                0);
        Point point = saddle.point(new double[] {.1, .1});
        assertEquals(point, new Newton(saddle, Optional.empty(), point).run().point());
        Objective roof = logs(
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
        Objective objective = logs(LogLikelihoods.parabola(new double[] {9, 0}, 10, 20), 2, 0);
        Point point = objective.point(new double[] {6, .1});
        Newton newton = new Newton(objective, Optional.empty(), point).run();
        assertArrayEquals(new double[] {6, 0}, newton.point().at, 1e-9);
        assertArrayEquals(new double[] {1, 0}, newton.curvature()[0]);
        assertEquals(2, newton.curvature()[1][1], 1e-6);
    }

    // ---- quasi-Newton -------------------------------------------------------------------------------------------

    private static QuasiNewton search(Objective objective, double... start) {
        return new QuasiNewton(objective, InverseHessian.unknown(start.length), start);
    }

    @Test
    void aBentValleyIsFollowed() {
        int[] calls = {0};
        // Rosenbrock's, upside down.
        Objective objective = logs(
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
        Objective objective = logs(
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
        Objective objective = logs(
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
        Objective objective = logs(
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
