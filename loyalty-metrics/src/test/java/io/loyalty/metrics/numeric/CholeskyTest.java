package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, 2, 0.6}, {2, 5, 1}, {0.6, 1, 3}};

    @Test
    void solvesAndInverts() {
        Cholesky cholesky = Cholesky.of(MATRIX);
        assertTrue(cholesky.isPositiveDefinite());
        assertEquals(OptionalInt.empty(), cholesky.failedRow());
        double[] x = cholesky.solve(new double[] {6.6, 8, 4.6});
        assertArrayEquals(new double[] {1, 1, 0.9999999999999999}, x, 1e-14);
        double[][] inverse = cholesky.inverse();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += MATRIX[i][k] * inverse[k][j];
                }
                assertEquals(i == j ? 1 : 0, sum, 1e-15);
                assertEquals(inverse[i][j], inverse[j][i]);
            }
        }
    }

    @Test
    void determinant() {
        // 4 (15 - 1) - 2 (6 - 0.6) + 0.6 (2 - 3)
        assertEquals(Math.log(44.6), Cholesky.of(MATRIX).logDeterminant(), 1e-14);
    }

    @Test
    void dependentAndIndefiniteMatricesHaveNone() {
        Cholesky singular = Cholesky.of(new double[][] {{1, 1}, {1, 1}});
        assertFalse(singular.isPositiveDefinite());
        assertEquals(OptionalInt.of(1), singular.failedRow());
        assertFalse(Cholesky.of(new double[][] {{-1}}).isPositiveDefinite());
        assertFalse(Cholesky.of(new double[][] {{Double.NaN}}).isPositiveDefinite());
        assertFalse(Cholesky.of(new double[][] {{Double.POSITIVE_INFINITY}}).isPositiveDefinite());
        assertEquals(
                "matrix must be positive definite: row 1 is not",
                assertThrows(IllegalStateException.class, singular::inverse).getMessage());
        assertThrows(IllegalStateException.class, singular::logDeterminant);
        assertThrows(IllegalStateException.class, () -> singular.solve(new double[2]));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("matrix must be square: row 0 of 1 has 2", () -> Cholesky.of(new double[][] {{1, 2}}));
        assertRefused("b must have length 3: 2", () -> Cholesky.of(MATRIX).solve(new double[2]));
    }

    @Test
    void dependenceWithinRoundingIsSeenAtAnyScale() {
        for (double scale : new double[] {0x1p-600, 1, 0x1p600}) {
            double[][] nearly = {{scale, scale}, {scale, Math.nextUp(scale)}};
            assertEquals(OptionalInt.of(1), Cholesky.of(nearly).failedRow());
            double[][] apart = {{scale, scale}, {scale, scale * (1 + 0x1p-50)}};
            assertEquals(OptionalInt.empty(), Cholesky.of(apart).failedRow());
        }
    }

    @Test
    void theFirstRowMayBeTheOneThatFails() {
        Cholesky negative = Cholesky.of(new double[][] {{-1, 0}, {0, 1}});
        assertEquals(OptionalInt.of(0), negative.failedRow());
        assertEquals(
                "matrix must be positive definite: row 0 is not",
                assertThrows(IllegalStateException.class, negative::logDeterminant)
                        .getMessage());
    }

    @Test
    void theInverseIsSymmetricToTheLastBit() {
        double[][] hilbert = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                hilbert[i][j] = 1.0 / (i + j + 1);
            }
        }
        double[][] inverse = Cholesky.of(hilbert).inverse();
        assertEquals(36, inverse[0][0], 1e-8);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(inverse[i][j], inverse[j][i]);
            }
        }
    }
}
