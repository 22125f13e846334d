package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PairSumsProperties {

    @Property(tries = 200, seed = "20261124")
    void partsCombineToTheWholeAndAgreeWithTwoPasses(
            @ForAll @Size(min = 2, max = 50) @IntRange(min = 1, max = 1_000) int[] first, @ForAll int seed) {
        int n = first.length;
        PairSums whole = new PairSums();
        PairSums[] parts = {new PairSums(), new PairSums()};
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < n; i++) {
            long second = second(seed, i);
            whole.add(first[i], second);
            parts[i & 1].add(first[i], second);
            sumX += first[i];
            sumY += second;
        }
        double ratio = sumY / sumX;
        double squaresX = 0;
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            squaresX += Math.pow(first[i] - sumX / n, 2);
            residuals += Math.pow(second(seed, i) - ratio * first[i], 2);
        }
        parts[1].combine(parts[0]);
        assertEquals(whole.varianceOfMeanOfSecond(), parts[1].varianceOfMeanOfSecond());
        assertEquals(whole.varianceOfRatio(), parts[1].varianceOfRatio());
        assertClose(sumX / n, whole.meanOfFirst());
        assertClose(squaresX / (n - 1) / n, whole.varianceOfMeanOfFirst());
        assertClose(ratio, whole.ratio());
        assertClose(residuals * n / (n - 1) / (sumX * sumX), whole.varianceOfRatio());
    }

    private static long second(int seed, int i) {
        return Math.floorMod(seed * 31L + i * 7_919L, 2_003L) - 500;
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-9 * (1 + Math.abs(expected)));
    }
}
