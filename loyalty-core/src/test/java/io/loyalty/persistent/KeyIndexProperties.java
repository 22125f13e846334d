package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Indexes of keys against searching a list, over forks and with keys of equal hashes. */
class KeyIndexProperties {

    /** Keys that differ in a running number, and keys of which 2 to the power of {@code n} share one hash. */
    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<String> running = Arbitraries.integers().between(0, 5_000).map(i -> "order-" + i);
        Arbitrary<String> colliding =
                Arbitraries.of("Aa", "BB").list().ofSize(8).map(parts -> String.join("", parts));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
        return Arbitraries.oneOf(running, colliding, any)
                .list()
                .uniqueElements()
                .ofMaxSize(600);
    }

    private static int find(KeyIndex index, List<String> list, String key) {
        return index.find(
                key, list.size(), (position, wanted) -> list.get(position).equals(wanted));
    }

    @Property(tries = 200, seed = "31")
    void findsEachKeyWhereItStandsAndNoOther(@ForAll("keys") List<String> keys, @ForAll @IntRange(max = 600) int at) {
        int length = Math.min(at, keys.size());
        KeyIndex index = KeyIndex.EMPTY;
        KeyIndex early = index;
        for (int i = 0; i < keys.size(); i++) {
            early = i == length ? index : early;
            index = index.plus(keys.get(i), i);
        }
        early = length == keys.size() ? index : early;
        for (int i = 0; i < keys.size(); i++) {
            assertEquals(i, find(index, keys, keys.get(i)));
            assertEquals(i < length ? i : -1, find(early, keys.subList(0, length), keys.get(i)));
            assertEquals(-1, find(index, keys, keys.get(i) + "!"));
        }
    }

    /** As a journal uses it: cut back to an earlier length with the longer index kept, then continued otherwise. */
    @Property(tries = 200, seed = "32")
    void staysRightWhenTheListIsCutBackAndContinued(
            @ForAll("keys") List<String> keys, @ForAll @IntRange(max = 600) int at) {
        KeyIndex index = KeyIndex.EMPTY;
        for (int i = 0; i < keys.size(); i++) {
            index = index.plus(keys.get(i), i);
        }
        int length = Math.min(at, keys.size());
        List<String> other = new ArrayList<>(keys.subList(0, length));
        for (int i = keys.size() - 1; i >= length; i--) {
            index = index.plus(keys.get(i), other.size());
            other.add(keys.get(i));
        }
        for (String key : keys) {
            assertEquals(other.indexOf(key), find(index, other, key));
        }
    }

    /** Versions that part again and again, each from one of the latest; the same keys stand at other positions in them. */
    @Property(tries = 100, seed = "33")
    void staysRightWhereBranchesPartAgain(
            @ForAll("keys") List<String> keys,
            @ForAll @Size(min = 6, max = 15) List<@IntRange(max = 2_000) Integer> steps) {
        List<KeyIndex> indexes = new ArrayList<>(List.of(KeyIndex.EMPTY));
        List<List<String>> lists = new ArrayList<>(List.of(List.of()));
        for (int step : steps) {
            int from = Math.max(0, lists.size() - 1 - step % 3);
            KeyIndex index = indexes.get(from);
            List<String> list = new ArrayList<>(lists.get(from));
            Set<String> known = new HashSet<>(list);
            int count = 1 + step / 3 % 200;
            for (int i = 0; i < count && i < keys.size(); i++) {
                String key = keys.get((i + step) % keys.size());
                if (known.add(key)) {
                    index = index.plus(key, list.size());
                    list.add(key);
                }
            }
            indexes.add(index);
            lists.add(list);
        }
        for (int version = 0; version < lists.size(); version++) {
            Map<String, Integer> expected = new HashMap<>();
            for (String key : lists.get(version)) {
                expected.put(key, expected.size());
            }
            for (String key : keys) {
                assertEquals(expected.getOrDefault(key, -1), find(indexes.get(version), lists.get(version), key));
            }
        }
    }
}
