package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Chains against array lists, over forks: what is made from a chain never changes it. */
class ChainProperties {

    private static Chain<Integer> chain(int size) {
        Chain<Integer> chain = Chain.empty();
        for (int i = 0; i < size; i++) {
            chain = chain.append(i);
        }
        return chain;
    }

    private static List<Integer> list(int size) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(i);
        }
        return list;
    }

    @Property(tries = 300, seed = "11")
    void growsAndShrinksLikeAList(
            @ForAll @IntRange(max = 40_000) int size,
            @ForAll @Size(max = 40) List<@IntRange(max = 3_000_000) Integer> steps) {
        Chain<Integer> chain = chain(size);
        List<Integer> list = list(size);
        List<Chain<Integer>> forks = new ArrayList<>();
        List<List<Integer>> copies = new ArrayList<>();
        for (int step : steps) {
            int size0 = list.size();
            int value = -step;
            switch (step % 4) {
                case 0 -> {
                    for (int i = 0; i < step % 97; i++) {
                        chain = chain.append(value - i);
                        list.add(value - i);
                    }
                }
                case 1 -> {
                    if (size0 > 0) {
                        chain = chain.with(step / 4 % size0, value);
                        list.set(step / 4 % size0, value);
                    }
                }
                case 2 -> {
                    int length = size0 - Math.min(size0, step / 4 % 100);
                    chain = chain.take(length);
                    list = new ArrayList<>(list.subList(0, length));
                }
                default -> {
                    forks.add(chain);
                    copies.add(new ArrayList<>(list));
                    int length = step / 4 % (size0 + 1);
                    chain = chain.take(length).append(value);
                    list = new ArrayList<>(list.subList(0, length));
                    list.add(value);
                }
            }
            assertEquals(list.size(), chain.size());
            if (!list.isEmpty()) {
                assertEquals(list.get(list.size() - 1), chain.last());
            }
        }
        assertEquals(list, chain);
        assertEquals(list.hashCode(), chain.hashCode());
        assertEquals(copies, forks);
    }

    @Property(tries = 100, seed = "12")
    void sizesAroundTheCornersOfTheTreeHoldEverything(
            @ForAll @IntRange(min = 1, max = 34) int leaves, @ForAll @IntRange(min = -2, max = 2) int more) {
        for (int full : new int[] {32, 1024, 32 * 32 * 33}) {
            int size = full == 32 ? leaves * 32 + more : full + (leaves - 17) * 32 + more;
            if (size <= 40_000) {
                Chain<Integer> chain = chain(size);
                assertEquals(list(size), chain);
                Chain<Integer> left = chain.append(-1).append(-2);
                Chain<Integer> right = chain.append(-3);
                assertEquals(-1, left.get(size));
                assertEquals(-2, left.last());
                assertEquals(-3, right.last());
                assertEquals(size, chain.size());
            }
        }
    }

    @Property(tries = 300, seed = "14")
    void appendingManyIsAppendingOneByOne(
            @ForAll @IntRange(max = 3_000) int size,
            @ForAll @Size(max = 8) List<@IntRange(max = 1_200) Integer> counts) {
        Chain<Integer> together = chain(size);
        List<Integer> list = list(size);
        List<Chain<Integer>> forks = new ArrayList<>();
        List<List<Integer>> copies = new ArrayList<>();
        for (int count : counts) {
            Integer[] more = new Integer[count + 2];
            for (int i = 0; i < more.length; i++) {
                more[i] = -i;
            }
            forks.add(together);
            copies.add(List.copyOf(list));
            forks.add(together.append(7));
            copies.add(forks.get(forks.size() - 1).stream().toList());
            together = together.appendAll(more, 1, count + 1);
            list.addAll(List.of(more).subList(1, count + 1));
        }
        assertEquals(list, together);
        assertEquals(list, together.append(5).take(list.size()));
        assertEquals(copies, forks);
        assertSame(together, together.appendAll(new Integer[0], 0, 0));
    }

    @Property(tries = 20, seed = "13")
    void placesOutsideAreRefused(@ForAll @IntRange(max = 2_000) int size) {
        Chain<Integer> chain = chain(size);
        String range = "index must be in [0, " + size + "): ";
        assertEquals(
                range + size,
                assertThrows(IndexOutOfBoundsException.class, () -> chain.get(size))
                        .getMessage());
        assertEquals(
                range + -1,
                assertThrows(IndexOutOfBoundsException.class, () -> chain.get(-1))
                        .getMessage());
        assertEquals(
                range + size,
                assertThrows(IndexOutOfBoundsException.class, () -> chain.with(size, 1))
                        .getMessage());
        assertEquals(
                range + size,
                assertThrows(IndexOutOfBoundsException.class, () -> chain.take(size + 1))
                        .getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> Chain.empty().last());
        assertThrows(UnsupportedOperationException.class, () -> chain.add(1));
    }
}
