package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowKeysTest {

    private static final int N = 2000;

    private final double[] x = new double[N];
    private final double[] last = new double[N];
    private final double[] age = new double[N];

    RowKeysTest() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < N; i++) {
            age[i] = random.nextInt(60) / 7.0;
            x[i] = random.nextInt(9);
            last[i] = x[i] == 0 ? 0 : age[i] * random.nextInt(100) / 100.0;
        }
    }

    private void holds(RowKeys keys, long[] of) {
        for (int i = 0; i < N; i++) {
            assertEquals(x[i], keys.counts[keys.countOf(of[i])]);
            assertEquals(age[i], keys.ages[keys.ageOf(of[i])]);
            assertEquals(last[i], keys.lasts[keys.lastOf(of[i])]);
        }
    }

    @Test
    void keysHoldTheThreeNumbersInTheirOrder() {
        RowKeys keys = new RowKeys(x, last, age, 63, Execution.SEQUENTIAL);
        long[] of = keys.take();
        holds(keys, of);
        Integer[] rows = IntStream.range(0, N).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, (i, j) -> {
            int byX = Double.compare(x[i], x[j]);
            int byAge = byX != 0 ? byX : Double.compare(age[i], age[j]);
            return byAge != 0 ? byAge : Double.compare(last[i], last[j]);
        });
        for (int i = 1; i < N; i++) {
            boolean same = x[rows[i]] == x[rows[i - 1]]
                    && age[rows[i]] == age[rows[i - 1]]
                    && last[rows[i]] == last[rows[i - 1]];
            assertEquals(same ? 0 : 1, Long.signum(of[rows[i]] - of[rows[i - 1]]));
        }
        assertEquals(0, keys.take().length);
    }

    @Test
    void keysOfFewerBitsThanTheThreeNumbersTakeAreInTheSameOrder() {
        RowKeys wide = new RowKeys(x, last, age, 63, Execution.SEQUENTIAL);
        long[] of = wide.take();
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Arrays.stream(of).max().orElseThrow());
        RowKeys narrow = new RowKeys(x, last, age, bits - 1, Execution.SEQUENTIAL);
        long[] narrowOf = narrow.take();
        holds(narrow, narrowOf);
        assertArrayEquals(RowCodes.of(of).codes, RowCodes.of(narrowOf).codes);
        RowKeys enough = new RowKeys(x, last, age, bits, Execution.SEQUENTIAL);
        assertArrayEquals(new RowKeys(x, last, age, 63, Execution.SEQUENTIAL).take(), enough.take());
    }
}
