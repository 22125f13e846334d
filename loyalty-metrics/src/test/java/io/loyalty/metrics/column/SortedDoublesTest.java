package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SortedDoublesTest {

    private static final double[] SPECIAL = {
        Double.NEGATIVE_INFINITY,
        -Double.MAX_VALUE,
        -1.5,
        -1,
        -Double.MIN_VALUE,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        1,
        Math.nextUp(1),
        1e300,
        Double.POSITIVE_INFINITY
    };

    @Test
    void shortAndLongColumnsAreSortedAsUsual() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n : new int[] {0, 1, 4_999, 5_000, 5_001, 20_000}) {
            double[] column = random.doubles(n, -3, 3).toArray();
            for (int i = 0; i < n; i += 3) {
                column[i] = SPECIAL[random.nextInt(SPECIAL.length)];
            }
            double[] usual = column.clone();
            Arrays.sort(usual);
            double[] kept = column.clone();
            double[] copy = SortedDoubles.of(column);
            assertArrayEquals(kept, column);
            SortedDoubles.sort(column);
            // Compares bits: the zeros have their order.
            assertArrayEquals(usual, column);
            for (int i = 0; i < n; i++) {
                assertEquals(usual[i] + 0.0, copy[i]);
            }
        }
    }

    @Test
    void digitsInWhichAllAgreeAreLeftOut() {
        double[] column = new double[6_000];
        Arrays.setAll(column, i -> 5 - i % 3);
        SortedDoubles.sort(column);
        double[] expected = new double[6_000];
        Arrays.setAll(expected, i -> 3 + i / 2_000);
        assertArrayEquals(expected, column);
        Arrays.fill(column, -7);
        SortedDoubles.sort(column);
        assertEquals(-7, column[0]);
        assertEquals(-7, column[5_999]);
    }

    @Test
    void keysHaveTheOrderOfTheirValues() {
        for (int i = 1; i < SPECIAL.length; i++) {
            boolean isZero = SPECIAL[i] == 0 && SPECIAL[i - 1] == 0;
            int order = Long.compare(SortedDoubles.key(SPECIAL[i - 1]), SortedDoubles.key(SPECIAL[i]));
            assertEquals(isZero ? 0 : -1, order, "before " + SPECIAL[i]);
            assertEquals(SPECIAL[i] + 0.0, SortedDoubles.value(SortedDoubles.key(SPECIAL[i])));
        }
        assertTrue(SortedDoubles.key(-0.0) == 0);
    }
}
