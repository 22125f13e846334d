package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RowCodesTest {

    @Test
    void fewValuesAndManyAreCodedAlike() {
        SplittableRandom random = new SplittableRandom(1);
        agree(1, i -> 5);
        agree(100_000, i -> 5);
        agree(100_000, i -> random.nextInt(300));
        agree(100_000, i -> random.nextInt(90_000) / 7.0);
        agree(100_000, i -> random.nextDouble());
        agree(100_000, i -> Math.scalb(random.nextDouble(), random.nextInt(2000) - 1000));
        agree(100_000, i -> random.nextInt(3) > 0 ? 0 : random.nextDouble(27, 39));
    }

    private static void agree(int n, IntToDoubleFunction value) {
        double[] column = new double[n];
        Arrays.setAll(column, value);
        for (Execution execution : Execution.values()) {
            RowCodes codes = RowCodes.of(column, execution);
            double[] distinct = codes.numbers();
            assertArrayEquals(Arrays.stream(column).sorted().distinct().toArray(), distinct);
            for (int i = 0; i < n; i++) {
                assertEquals(column[i], distinct[codes.codes[i]]);
            }
        }
    }

    @Test
    void keysOfASmallRangeAndOfALargeOneAreCodedAlike() {
        SplittableRandom random = new SplittableRandom(4);
        for (long range : new long[] {1, 2, 63, 64, 65, 500, 1000 * 16, 1000 * 16 + 1, 1L << 40}) {
            long[] keys = new long[1000];
            Arrays.setAll(keys, i -> random.nextLong(range));
            keys[7] = range - 1;
            long[] expected = Arrays.stream(keys).sorted().distinct().toArray();
            for (Execution execution : Execution.values()) {
                RowCodes codes = RowCodes.of(keys.clone(), execution);
                assertArrayEquals(expected, codes.values);
                for (int i = 0; i < keys.length; i++) {
                    assertEquals(keys[i], codes.values[codes.codes[i]]);
                }
            }
        }
        assertEquals(0, RowCodes.of(new long[0]).values.length);
    }

    @Test
    void weightsDoNotDependOnTheOrderOfTheRows() {
        double[] forth = {.1, .2, .3, .1, .1, .3};
        double[] weights = {.7, .1, .2, .3, 1e-9, .5};
        double[] back = new double[6];
        double[] weightsBack = new double[6];
        for (int i = 0; i < 6; i++) {
            back[i] = forth[5 - i];
            weightsBack[i] = weights[5 - i];
        }
        assertArrayEquals(RowCodes.of(forth).weights(weights), RowCodes.of(back).weights(weightsBack));
        assertArrayEquals(new double[] {3, 1, 2}, RowCodes.of(forth).weights(new double[0]));
    }
}
