package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Laws of the small dense solvers, on Gram matrices of random vectors. */
class LinearAlgebraProperties {

    /** Numbers in [-5, 5); cheaper than an arbitrary of arrays. */
    private static double[] vector(long seed, int size) {
        return new SplittableRandom(seed).doubles(size, -5, 5).toArray();
    }

    @Property(seed = "51", tries = 200)
    void eigenvectorsRebuildTheMatrix(@ForAll long seed) {
        double[][] matrix = symmetric(vector(seed, 16));
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        double size = 1e-300;
        for (int i = 0; i < 4; i++) {
            size = Math.max(size, Math.abs(eigen.value(i)));
            assertTrue(i == 0 || eigen.value(i - 1) <= eigen.value(i));
        }
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double entry = 0;
                double product = 0;
                for (int k = 0; k < 4; k++) {
                    entry += eigen.value(k) * eigen.vector(k)[i] * eigen.vector(k)[j];
                    product += eigen.vector(i)[k] * eigen.vector(j)[k];
                }
                assertEquals(matrix[i][j], entry, 1e-14 * size);
                assertEquals(i == j ? 1 : 0, product, 1e-14);
            }
        }
    }

    @Property(seed = "52", tries = 200)
    void solutionsSolve(@ForAll long seed, @ForAll long rightSeed) {
        double[][] gram = gram(vector(seed, 16));
        Cholesky cholesky = Cholesky.of(gram);
        assertTrue(cholesky.isPositiveDefinite());
        double[] right = vector(rightSeed, 4);
        double[] x = cholesky.solve(right);
        double size = 1;
        for (double value : x) {
            size = Math.max(size, Math.abs(value));
        }
        for (int i = 0; i < 4; i++) {
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += gram[i][j] * x[j];
            }
            assertEquals(right[i], sum, 1e-12 * size * 100);
        }
    }

    @Property(seed = "53", tries = 200)
    void trustRegionStepsAreOptimal(
            @ForAll long seed,
            @ForAll long gradientSeed,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 10) double radius,
            @ForAll long directionSeed) {
        double[][] hessian = symmetric(vector(seed, 16));
        double[] gradient = vector(gradientSeed, 4);
        double[] direction = vector(directionSeed, 4);
        double[] step = TrustRegionStep.of(hessian, gradient, radius);
        assertTrue(TrustRegionStep.norm(step) <= radius * 1.00001);
        double length = TrustRegionStep.norm(direction);
        if (length > 0) {
            double[] rival = new double[4];
            for (int i = 0; i < 4; i++) {
                rival[i] = direction[i] / length * radius;
            }
            assertTrue(model(hessian, gradient, step) <= model(hessian, gradient, rival) + 1e-3 * radius);
        }
    }

    private static double model(double[][] h, double[] g, double[] s) {
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += g[i] * s[i];
            for (int j = 0; j < s.length; j++) {
                sum += 0.5 * s[i] * h[i][j] * s[j];
            }
        }
        return sum;
    }

    private static double[][] symmetric(double[] entries) {
        double[][] matrix = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                matrix[i][j] = entries[4 * Math.min(i, j) + Math.max(i, j)];
            }
        }
        return matrix;
    }

    private static double[][] gram(double[] entries) {
        double[][] matrix = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                matrix[i][j] = i == j ? 0.1 : 0;
                for (int k = 0; k < 4; k++) {
                    matrix[i][j] += entries[4 * i + k] * entries[4 * j + k];
                }
            }
        }
        return matrix;
    }
}
