package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApportionmentTest {

    @Test
    void leftOverUnitsGoToTheEarlierParts() {
        assertArrayEquals(new long[] {4, 3, 3}, Apportionment.EARLIER_FIRST.split(10, 1, 1, 1));
        assertArrayEquals(new long[] {34, 34, 33}, Apportionment.EARLIER_FIRST.split(101, 5, 5, 5));
        // Also to a part whose share, here 1, was whole.
        assertArrayEquals(new long[] {2, 0, 0}, Apportionment.EARLIER_FIRST.split(2, 2, 1, 1));
        assertArrayEquals(new long[] {0, 1, 0, 0}, Apportionment.EARLIER_FIRST.split(1, 0, 1, 98, 1));
    }

    @Test
    void leftOverUnitsGoToTheLargestRemainders() {
        // Exact shares 0.99, 2.97, 6.04.
        assertArrayEquals(new long[] {1, 3, 6}, Apportionment.LARGEST_REMAINDER.split(10, 99, 297, 604));
        assertArrayEquals(new long[] {0, 0, 1, 0}, Apportionment.LARGEST_REMAINDER.split(1, 0, 1, 98, 1));
    }

    @Test
    void amongEqualRemaindersTheEarlierWins() {
        assertArrayEquals(new long[] {4, 3, 3}, Apportionment.LARGEST_REMAINDER.split(10, 7, 7, 7));
        assertArrayEquals(new long[] {2, 1}, Apportionment.LARGEST_REMAINDER.split(3, 4, 4));
    }

    @Test
    void theTwoDifferWhereTheEarlierPartLostLess() {
        // Exact shares 1.2, 1.8.
        assertArrayEquals(new long[] {2, 1}, Apportionment.EARLIER_FIRST.split(3, 2, 3));
        assertArrayEquals(new long[] {1, 2}, Apportionment.LARGEST_REMAINDER.split(3, 2, 3));
    }

    @ParameterizedTest
    @EnumSource(Apportionment.class)
    void exactSharesStayExact(Apportionment apportionment) {
        assertArrayEquals(new long[] {600, 0, 400}, apportionment.split(1_000, 6_000, 0, 4_000));
        assertArrayEquals(new long[] {7}, apportionment.split(7, 3));
    }

    @ParameterizedTest
    @EnumSource(Apportionment.class)
    void negativeTotalsMirrorPositiveOnes(Apportionment apportionment) {
        assertArrayEquals(new long[] {-4, -3, -3}, apportionment.split(-10, 1, 1, 1));
    }

    @ParameterizedTest
    @EnumSource(Apportionment.class)
    void nothingIsSplitIntoNothing(Apportionment apportionment) {
        assertArrayEquals(new long[] {0, 0}, apportionment.split(0, 0, 0));
        assertArrayEquals(new long[0], apportionment.split(0));
        assertArrayEquals(new long[] {0, 0}, apportionment.split(0, 1, 2));
    }

    @ParameterizedTest
    @EnumSource(Apportionment.class)
    void hugeTotalsAndWeightsAreExact(Apportionment apportionment) {
        long half = Long.MAX_VALUE / 2;
        assertArrayEquals(new long[] {half + 1, half}, apportionment.split(Long.MAX_VALUE, half, half));
        assertArrayEquals(new long[] {1, 0}, apportionment.split(1, half, half));
        assertArrayEquals(
                new long[] {Long.MAX_VALUE - 1, 1}, apportionment.split(Long.MAX_VALUE, Long.MAX_VALUE - 1, 1));
    }

    @ParameterizedTest
    @EnumSource(Apportionment.class)
    void impossibleSplitsAreRefused(Apportionment apportionment) {
        assertEquals(
                "weights[1] must be at least 0: -3",
                assertThrows(IllegalArgumentException.class, () -> apportionment.split(5, 1, -3))
                        .getMessage());
        String message = "weights must have a sum above 0 to split 5";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> apportionment.split(5, 0, 0))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> apportionment.split(5))
                        .getMessage());
    }

    @ParameterizedTest
    @EnumSource(Apportionment.class)
    void overflowIsReported(Apportionment apportionment) {
        assertThrows(ArithmeticException.class, () -> apportionment.split(5, Long.MAX_VALUE, 1));
        assertThrows(ArithmeticException.class, () -> apportionment.split(Long.MIN_VALUE, 1, 1));
    }
}
