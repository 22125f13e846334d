package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Maps from numbers against hash maps, over forks. */
class IntMapProperties {

    @Provide
    Arbitrary<List<Integer>> keys() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 40_000),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        Arbitraries.of(0, 31, 32, 1023, 1024, 32_767, 32_768, 1 << 25, 1 << 30, Integer.MAX_VALUE))
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 500, seed = "21")
    void holdsWhatAHashMapHolds(@ForAll("keys") List<Integer> first, @ForAll("keys") List<Integer> second) {
        IntMap<String> map = IntMap.empty();
        Map<Integer, String> expected = new HashMap<>();
        for (int key : first) {
            map = map.with(key, "first " + expected.size());
            expected.put(key, "first " + expected.size());
        }
        IntMap<String> fork = map;
        Map<Integer, String> forked = new HashMap<>(expected);
        for (int key : second) {
            map = map.with(key, "second");
            expected.put(key, "second");
            fork = fork.with(key / 2, "fork");
            forked.put(key / 2, "fork");
        }
        for (List<Integer> keys : List.of(first, second)) {
            for (int key : keys) {
                for (int near : new int[] {key, key / 2, key / 32, Math.max(0, key - 1), key | 31, key ^ 1 << 30}) {
                    assertEquals(expected.get(near), map.get(near, null));
                    assertEquals(forked.getOrDefault(near, "none"), fork.get(near, "none"));
                }
            }
        }
    }
}
