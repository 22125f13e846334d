package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainTest {

    /** On both sides of where a leaf, a tree of two levels and one of three are full. */
    private static final int[] SIZES = {
        1, 2, 31, 32, 33, 63, 64, 65, 1_023, 1_024, 1_025, 1_056, 1_057, 1_089, 32_768, 32_769, 32_800, 32_801, 33_825
    };

    private static Chain<Integer> counting(int size) {
        Chain<Integer> chain = Chain.empty();
        for (int i = 0; i < size; i++) {
            chain = chain.append(i);
        }
        return chain;
    }

    private static void assertCounting(int size, Chain<Integer> chain) {
        assertEquals(size, chain.size());
        for (int i = 0; i < size; i++) {
            assertEquals(i, chain.get(i));
        }
    }

    @Test
    void elementsStandInTheOrderInWhichTheyCame() {
        assertEquals(List.of(), Chain.empty());
        assertEquals(
                List.of("a", "b", "a"), Chain.empty().append("a").append("b").append("a"));
        assertNull(Chain.empty().append(null).last());
        for (int size : SIZES) {
            assertCounting(size, counting(size));
            assertEquals(size - 1, counting(size).last());
        }
    }

    @Test
    void whatIsMadeFromAListDoesNotChangeIt() {
        for (int size : SIZES) {
            Chain<Integer> chain = counting(size);
            Chain<Integer> left = chain.append(-1).append(-2);
            Chain<Integer> right = chain.append(-3);
            Chain<Integer> changed = chain.with(size / 2, -4);
            Chain<Integer> shorter = chain.take(size - 1).append(-5);
            // The last of one fork is taken away from it and put elsewhere.
            Chain<Integer> again = right.take(size - 1).append(-6).append(-7);
            assertEquals(List.of(-6, -7), again.subList(size - 1, size + 1));
            assertCounting(size, right.take(size));
            assertCounting(size, chain);
            assertEquals(List.of(-1, -2), left.subList(size, size + 2));
            assertEquals(List.of(-3), right.subList(size, size + 1));
            assertEquals(-4, changed.get(size / 2));
            assertEquals(size, changed.size());
            assertEquals(-5, shorter.last());
            assertEquals(size, shorter.size());
            assertCounting(size - 1, shorter.take(size - 1));
            assertCounting(size, left.take(size));
        }
    }

    @Test
    void everyElementMayBeReplaced() {
        Chain<Integer> chain = counting(1_100);
        for (int i = 0; i < 1_100; i++) {
            chain = chain.with(i, -i);
        }
        assertEquals(IntStream.range(0, 1_100).mapToObj(i -> -i).toList(), chain);
    }

    @Test
    void theBeginningMayBeTakenAndGoesOn() {
        Chain<Integer> chain = counting(1_100);
        assertSame(chain, chain.take(1_100));
        assertSame(Chain.empty(), chain.take(0));
        for (int length : new int[] {1, 31, 32, 33, 1_024, 1_056, 1_057, 1_099}) {
            assertCounting(length, chain.take(length));
            Chain<Integer> again = chain.take(length);
            for (int i = length; i < 1_200; i++) {
                again = again.append(i);
            }
            assertCounting(1_200, again);
        }
        assertCounting(1_100, chain);
    }

    @Test
    void manyAreAppendedAtOnce() {
        Integer[] numbers = IntStream.range(0, 2_300).boxed().toArray(Integer[]::new);
        for (int size : new int[] {0, 1, 31, 32, 33, 1_024, 1_056}) {
            for (int to : new int[] {size, size + 1, size + 31, size + 33, 1_057, 2_300}) {
                if (to >= size) {
                    Chain<Integer> chain = counting(size);
                    assertCounting(to, chain.appendAll(numbers, size, to));
                    assertCounting(to + 1, chain.appendAll(numbers, size, to).append(to));
                    assertCounting(size, chain);
                }
            }
        }
        Chain<Integer> chain = counting(5);
        assertSame(chain, chain.appendAll(numbers, 7, 7));
    }

    @Test
    void arraysThatWereAppendedStayTheCallers() {
        Integer[] numbers = IntStream.range(0, 40).boxed().toArray(Integer[]::new);
        Chain<Integer> chain = Chain.<Integer>empty().appendAll(numbers, 0, 40);
        numbers[0] = -1;
        numbers[39] = -1;
        assertCounting(40, chain);
    }

    @Test
    void placesOutsideAreRefused() {
        Chain<Integer> chain = counting(3);
        for (int index : new int[] {-1, 3}) {
            assertEquals(
                    "index must be in [0, 3): " + index,
                    assertThrows(IndexOutOfBoundsException.class, () -> chain.get(index))
                            .getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> chain.with(index, 7));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> chain.take(4));
        assertThrows(IndexOutOfBoundsException.class, () -> chain.take(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> Chain.empty().last());
    }
}
