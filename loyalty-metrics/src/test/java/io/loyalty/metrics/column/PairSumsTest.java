package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairSumsTest {

    private static PairSums of(long[] first, long[] second) {
        PairSums sums = new PairSums();
        for (int i = 0; i < first.length; i++) {
            sums.add(first[i], second[i]);
        }
        return sums;
    }

    @Test
    void figuresAreThoseByHand() {
        PairSums sums = of(new long[] {1, 2, 3}, new long[] {10, 40, 10});
        assertEquals(3, sums.count());
        assertEquals(2, sums.meanOfFirst());
        assertEquals(1.0 / 3, sums.varianceOfMeanOfFirst());
        assertEquals(20, sums.meanOfSecond());
        // Deviations -10, 20, -10: 600 / 2 / 3.
        assertEquals(100, sums.varianceOfMeanOfSecond());
        assertTrue(sums.hasBase());
        assertEquals(10, sums.ratio());
        // Residuals 0, 20, -20: 3 / 2 * 800 / 36.
        assertEquals(100.0 / 3, sums.varianceOfRatio());
    }

    @Test
    void smallDeviationsOfLargeNumbersAreExact() {
        long large = 1_000_000_000_000_000L;
        PairSums sums = of(new long[] {large + 1, large + 2}, new long[] {-large - 1, -large - 2});
        assertEquals(0.25, sums.varianceOfMeanOfFirst());
        assertEquals(-1, sums.ratio());
        assertEquals(0, sums.varianceOfRatio());
    }

    @Test
    void nothingIsNotDividedBy() {
        PairSums none = new PairSums();
        assertFalse(none.hasBase());
        assertFalse(of(new long[] {0, -1}, new long[] {1, 2}).hasBase());
        assertThrows(ArithmeticException.class, none::meanOfFirst);
        assertThrows(ArithmeticException.class, none::meanOfSecond);
        assertThrows(ArithmeticException.class, none::ratio);
        PairSums one = of(new long[] {4}, new long[] {2});
        assertEquals(0.5, one.ratio());
        assertThrows(ArithmeticException.class, one::varianceOfMeanOfFirst);
        assertThrows(ArithmeticException.class, one::varianceOfMeanOfSecond);
        assertThrows(ArithmeticException.class, one::varianceOfRatio);
    }

    @Test
    void partsCombineToTheWhole() {
        PairSums sums = of(new long[] {1}, new long[] {10});
        sums.combine(of(new long[] {2, 3}, new long[] {40, 10}));
        assertEquals(3, sums.count());
        assertEquals(2, sums.meanOfFirst());
        assertEquals(1.0 / 3, sums.varianceOfMeanOfFirst());
        assertEquals(20, sums.meanOfSecond());
        assertEquals(100, sums.varianceOfMeanOfSecond());
        assertEquals(100.0 / 3, sums.varianceOfRatio());
    }

    @Test
    void squaresBeyond128BitsAreReported() {
        PairSums sums = of(new long[] {Long.MIN_VALUE}, new long[] {0});
        // The square is 2 to the 126th.
        assertEquals(Long.MIN_VALUE, sums.meanOfFirst());
        assertThrows(ArithmeticException.class, () -> sums.add(Long.MIN_VALUE, 0));
        PairSums other = of(new long[] {0}, new long[] {Long.MIN_VALUE});
        assertThrows(ArithmeticException.class, () -> other.combine(of(new long[] {0}, new long[] {Long.MIN_VALUE})));
    }
}
