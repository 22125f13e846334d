package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

    private static final boolean[] ALL = {true, true, true};
    private static final double[][] MATRIX = {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}};

    @Test
    void systemsAreSolved() {
        // Row sums, and a second right side that is not the same in all.
        assertArrayEquals(
                new double[] {1, 1, 1}, SymmetricMatrix.solvePositive(MATRIX, new double[] {7, 10, 10}, ALL), 1e-14);
        assertArrayEquals(
                new double[] {1, -2, 3}, SymmetricMatrix.solvePositive(MATRIX, new double[] {3, 1, 13}, ALL), 1e-14);
    }

    @Test
    void boundCoordinatesStayWhereTheyAre() {
        boolean[] free = {true, false, true};
        assertArrayEquals(
                new double[] {1, 0, 1}, SymmetricMatrix.solvePositive(MATRIX, new double[] {5, 99, 7}, free), 1e-14);
    }

    @Test
    void withoutPositiveCurvatureThereIsNoSolution() {
        double[] g = {1, 1, 1};
        assertEquals(0, SymmetricMatrix.solvePositive(new double[3][3], g, ALL).length);
        double[][] saddle = {{1, 2, 0}, {2, 1, 0}, {0, 0, 1}};
        assertEquals(0, SymmetricMatrix.solvePositive(saddle, g, ALL).length);
        assertEquals(3, SymmetricMatrix.solvePositive(saddle, g, new boolean[] {true, false, true}).length);
        double[][] unknown = {{Double.NaN, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        assertEquals(0, SymmetricMatrix.solvePositive(unknown, g, ALL).length);
    }

    @Test
    void theInverseTimesTheMatrixIsOne() {
        double[][] inverse = SymmetricMatrix.inverse(MATRIX);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(i == j ? 1 : 0, SymmetricMatrix.dot(inverse[i], MATRIX[j]), 1e-15);
            }
        }
    }

    @Test
    void aSandwichByHand() {
        // J V Jᵀ with J = [1 2; 0 3] and V = [2 1; 1 4]: J V = [4 9; 3 12]
        double[][] sandwich =
                SymmetricMatrix.sandwich(new double[][] {{1, 2}, {0, 3}}, new double[][] {{2, 1}, {1, 4}}, .5);
        assertArrayEquals(new double[][] {{11, 13.5}, {13.5, 18}}, sandwich);
    }

    @Test
    void theSmallestEigenvalueIsThatOfTheFreeCoordinates() {
        // 2 ± 1 in a plane; the third is its own.
        double[][] matrix = {{2, 1, 0}, {1, 2, 0}, {0, 0, .5}};
        assertEquals(.5, SymmetricMatrix.smallestEigenvalue(matrix, ALL), 1e-15);
        assertEquals(1, SymmetricMatrix.smallestEigenvalue(matrix, new boolean[] {true, true, false}), 1e-15);
        assertEquals(
                Double.POSITIVE_INFINITY,
                SymmetricMatrix.smallestEigenvalue(matrix, new boolean[] {false, false, false}));
        // By mpmath 1.2.1, eigsy.
        assertEquals(1.921346941961689846, SymmetricMatrix.smallestEigenvalue(MATRIX, ALL), 1e-12);
    }
}
