package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The function that is made small: value, box, curvature. */
class ObjectiveTest {

    @Test
    void valueGradientAndPenaltyByHand() {
        // −(u − 1)² 10 / 2 over 10 customers, and a quarter of the distance squared from 0
        Objective objective = LogLikelihoods.objective(LogLikelihoods.parabola(new double[] {1}, 10), 1, .25);
        double[] gradient = new double[1];
        assertEquals(.5 * 4 + .25 * 9, objective.at(new double[] {3}, gradient), 1e-14);
        assertEquals(2 + .5 * 3, gradient[0], 1e-14);
        assertEquals(2.25, objective.penalty(new double[] {3}));
    }

    @Test
    void startsAndStepsStayInTheBox() {
        Objective objective = LogLikelihoods.objective(LogLikelihoods.parabola(new double[] {1, 1}, 10, 10), 2, 0);
        assertArrayEquals(new double[] {2.5, -6}, objective.start(new double[] {2.5, -7}));
        assertArrayEquals(new double[] {6, -1}, objective.moved(new double[] {1, 1}, new double[] {12, -4}, .5));
    }

    @Test
    void aCoordinateAtItsEndIsFreeToLeaveItInwards() {
        Objective objective =
                LogLikelihoods.objective(LogLikelihoods.parabola(new double[] {9, 0, 0, -9}, 10, 10, 10, 10), 4, 0);
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
        assertFalse(LogLikelihoods.objective(LogLikelihoods.parabola(new double[] {1}, 10), 1, 0)
                .isCurved());
        objective.at(new double[] {3, 3}, new double[2]);
        boolean[] free = {true, true};
        // u⁴ / 20 + (w − u)² / 10 + (u² + w²) / 2
        double[][] hessian = objective.hessian(new double[] {2, 1}, free);
        assertArrayEquals(new double[] {12 * 4 / 20.0 + .2 + 1, -.2}, hessian[0], 1e-13);
        assertArrayEquals(new double[] {-.2, .2 + 1}, hessian[1], 1e-13);
        assertArrayEquals(
                new double[][] {{1, 0}, {0, 1.2}}, objective.hessian(new double[] {2, 1}, new boolean[] {false, true}));
    }
}
