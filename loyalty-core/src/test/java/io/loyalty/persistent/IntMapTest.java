package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IntMapTest {

    /** On both sides of where a node and each level of the tree end. */
    private static final int[] KEYS = {
        0, 1, 31, 32, 33, 1_023, 1_024, 32_767, 32_768, 1 << 20, 1 << 25, (1 << 25) + 1, 1 << 30, Integer.MAX_VALUE
    };

    @Test
    void numbersHaveTheValuesTheyWereGiven() {
        IntMap<String> map = IntMap.empty();
        for (int key : KEYS) {
            assertEquals("none", map.get(key, "none"));
            map = map.with(key, "value of " + key);
        }
        for (int key : KEYS) {
            assertEquals("value of " + key, map.get(key, "none"));
        }
        for (int other :
                new int[] {2, 30, 34, 64, 1_022, 1_025, 1 << 15 | 31, 1 << 24, 1 << 29, Integer.MAX_VALUE - 1}) {
            assertEquals("none", map.get(other, "none"));
        }
    }

    @Test
    void anyKeyMayComeFirst() {
        for (int first : KEYS) {
            for (int second : KEYS) {
                IntMap<Integer> map = IntMap.<Integer>empty().with(first, 1).with(second, 2);
                assertEquals(2, map.get(second, 0));
                assertEquals(first == second ? 2 : 1, map.get(first, 0));
            }
        }
    }

    @Test
    void whatIsMadeFromAMapDoesNotChangeIt() {
        IntMap<String> map = IntMap.<String>empty().with(40, "a").with(3, "b");
        IntMap<String> other = map.with(40, "c").with(41, "d").with(5_000, "e");
        assertEquals("a", map.get(40, "none"));
        assertEquals("none", map.get(41, "none"));
        assertEquals("none", map.get(5_000, "none"));
        assertEquals("c", other.get(40, "none"));
        assertEquals("b", other.get(3, "none"));
    }
}
