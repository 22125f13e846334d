package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void twoByTwo() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
        assertEquals(2, eigen.size());
        assertEquals(1, eigen.value(0), 1e-15);
        assertEquals(3, eigen.value(1), 1e-15);
        assertEquals(0, eigen.vector(0)[0] + eigen.vector(0)[1], 1e-15);
        assertEquals(Math.sqrt(0.5), Math.abs(eigen.vector(1)[0]), 1e-15);
    }

    @Test
    void theHilbertMatrixHasAKnownSmallestEigenvalue() {
        double[][] hilbert = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                hilbert[i][j] = 1.0 / (i + j + 1);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(hilbert);
        assertEquals(3.287928772171862e-6, eigen.value(0), 1e-15);
        assertEquals(1.567050691098231, eigen.value(4), 1e-14);
    }

    @Test
    void diagonalAndZeroMatrices() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{3, 0}, {0, -1}});
        assertEquals(-1, eigen.value(0));
        assertArrayEquals(new double[] {0, 1}, eigen.vector(0));
        assertEquals(0, SymmetricEigen.of(new double[3][3]).value(2));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("matrix must be square: row 0 of 1 has 2", () -> SymmetricEigen.of(new double[][] {{1, 2}}));
        assertRefused("matrix[0][0] must be finite: NaN", () -> SymmetricEigen.of(new double[][] {{Double.NaN}}));
    }

    @Test
    void theScaleDoesNotMatter() {
        for (double scale : new double[] {0x1p-300, 0x1p300}) {
            SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2 * scale, scale}, {scale, 2 * scale}});
            assertEquals(1, eigen.value(0) / scale, 1e-15);
            assertEquals(3, eigen.value(1) / scale, 1e-15);
        }
    }
}
