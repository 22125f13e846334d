package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class KeySortTest {

    private static void sorts(int n, IntToLongFunction key) {
        long[] keys = new long[n];
        Arrays.setAll(keys, key);
        long[] expected = keys.clone();
        Arrays.sort(expected);
        for (Execution execution : Execution.values()) {
            KeySort sorted = new KeySort(keys.clone(), execution);
            assertArrayEquals(expected, sorted.keys);
            boolean[] seen = new boolean[n];
            for (int i = 0; i < n; i++) {
                assertEquals(expected[i], keys[sorted.rows[i]]);
                seen[sorted.rows[i]] = true;
                // Rows of equal keys stay in order.
                assertEquals(true, i == 0 || expected[i] != expected[i - 1] || sorted.rows[i] > sorted.rows[i - 1]);
            }
            for (boolean row : seen) {
                assertEquals(true, row);
            }
            assertEquals(n, sorted.freeKeys.length);
            assertEquals(n, sorted.freeRows.length);
        }
    }

    @Test
    void keysOfAllWidthsAreSortedWithTheirRows() {
        SplittableRandom random = new SplittableRandom(1);
        sorts(1, i -> 7);
        sorts(1000, i -> 7);
        sorts(1000, i -> i & 1);
        for (int bits = 1; bits < 64; bits++) {
            int width = bits;
            sorts(500, i -> random.nextLong() >>> Long.SIZE - width);
            sorts(500, i -> (random.nextLong() >>> Long.SIZE - width) & 0x7FFF_FFFF_0000_0000L);
        }
    }

    @Test
    void keysThatDifferInTheirLowestBitsOnlyAreSorted() {
        SplittableRandom random = new SplittableRandom(2);
        long outlier = 1L << 62;
        // Runs of one, of few and of many keys that share their highest bits.
        sorts(5000, i -> i == 0 ? outlier : 1000 - i / 5);
        sorts(5000, i -> i == 0 ? outlier : random.nextInt(1 << 29));
        sorts(5000, i -> i == 0 ? outlier : ((long) random.nextInt(300) << 30) + random.nextInt(1 << 30));
        sorts(5000, i -> i == 0 ? outlier : i);
        sorts(5000, i -> Double.doubleToRawLongBits(i % 7 == 0 ? 0 : random.nextDouble(1e-3, 40)));
    }
}
