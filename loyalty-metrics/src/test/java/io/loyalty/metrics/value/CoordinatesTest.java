package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CoordinatesTest {

    private static Coordinates of(Coordinates.Block... blocks) {
        Coordinates coordinates = new Coordinates();
        for (Coordinates.Block block : blocks) {
            Coordinates.Axis[] axes = new Coordinates.Axis[block.size];
            for (int i = 0; i < axes.length; i++) {
                axes[i] = new Coordinates.Axis(0, -9, 9, FitFinding.NO_DROPOUT, FitFinding.NO_DROPOUT);
            }
            coordinates = coordinates.with(block, axes);
        }
        return coordinates;
    }

    @Test
    void parametersByHand() {
        Coordinates all = of(
                Coordinates.Block.GAMMA,
                Coordinates.Block.BETA,
                Coordinates.Block.LOG,
                Coordinates.Block.SPEND,
                Coordinates.Block.FREE);
        assertEquals(9, all.size());
        assertEquals(8, all.bound(), "all but the free one");
        double[] at = {
            Math.log(.5),
            Math.log(3), // mean 1/2, shape 3: rate 6
            Math.log(.25 / .75),
            Math.log(8), // mean 1/4 of a sum of 8
            Math.log(7), //
            Math.log(4),
            Math.log(5),
            Math.log(10), // p γ / q = 10
            -2
        };
        assertArrayEquals(new double[] {3, 6, 2, 6, 7, 4, 5, 12.5, -2}, all.parameters(at), 1e-14);
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        Coordinates all = of(
                Coordinates.Block.FREE,
                Coordinates.Block.SPEND,
                Coordinates.Block.LOG,
                Coordinates.Block.BETA,
                Coordinates.Block.GAMMA);
        double[] at = {.7, 1.1, -.4, 2, .3, -.8, .6, .2, -.5};
        double[][] jacobian = all.jacobian(all.parameters(at));
        double h = 1e-6;
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += h;
            down[i] -= h;
            for (int m = 0; m < at.length; m++) {
                double slope = (all.parameters(up)[m] - all.parameters(down)[m]) / (2 * h);
                assertEquals(slope, jacobian[m][i], 1e-8, "parameter " + m + " by coordinate " + i);
            }
        }
    }

    @Test
    void curvatureIsThatOfSecondDifferences() {
        // A sum of the parameters with weights has no curvature but that of the coordinates.
        Coordinates both = of(Coordinates.Block.BETA, Coordinates.Block.GAMMA);
        double[] weights = {3, -.5, .25, 2};
        double[] at = {-.8, .6, .2, -.5};
        double[][] curvature = {{1, 2, 3, 4}, {2, 5, 6, 7}, {3, 6, 8, 9}, {4, 7, 9, 10}};
        both.addCurvature(both.parameters(at), weights, curvature);
        double[][] before = {{1, 2, 3, 4}, {2, 5, 6, 7}, {3, 6, 8, 9}, {4, 7, 9, 10}};
        double h = 1e-4;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double second = 0;
                for (int sign = -1; sign <= 1; sign += 2) {
                    for (int other = -1; other <= 1; other += 2) {
                        double[] moved = at.clone();
                        moved[i] += sign * h;
                        moved[j] += other * h;
                        second += sign * other * SymmetricMatrix.dot(weights, both.parameters(moved));
                    }
                }
                assertEquals(before[i][j] + second / (4 * h * h), curvature[i][j], 1e-6, i + " " + j);
            }
        }
    }

    @Test
    void noOtherLikelihoodKnowsItsCurvature() {
        for (Coordinates.Block block :
                new Coordinates.Block[] {Coordinates.Block.LOG, Coordinates.Block.FREE, Coordinates.Block.SPEND}) {
            Coordinates one = of(block);
            double[] p = new double[block.size];
            assertEquals(
                    "no likelihood of " + block + " has second derivatives",
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> one.addCurvature(p, p, new double[block.size][block.size]))
                            .getMessage());
        }
    }
}
