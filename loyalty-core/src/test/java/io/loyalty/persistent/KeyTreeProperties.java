package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Trees of hashes against looking through a list; with hashes that share few or many of their lowest bits, or all. */
class KeyTreeProperties {

    private static final KeyIndex.Match ANY = (position, key) -> true;

    @Provide
    Arbitrary<List<Integer>> hashes() {
        Arbitrary<Integer> any = Arbitraries.integers();
        Arbitrary<Integer> high = Arbitraries.integers().between(0, 7).map(i -> i << 29);
        Arbitrary<Integer> few = Arbitraries.of(0, -1, 1, 1 << 30);
        return Arbitraries.oneOf(
                any.list().ofMaxSize(600),
                high.list().ofMaxSize(300),
                few.list().ofMaxSize(300));
    }

    /** The first position below a size, of those that were put in under a hash, for which a match says yes. */
    private static int find(KeyTree tree, int hash, int size, int wanted) {
        return tree.find(hash, "", size, (position, key) -> position == wanted);
    }

    @Property(tries = 300, seed = "41")
    void everyVersionFindsItsOwnAndNoOther(
            @ForAll("hashes") List<Integer> hashes, @ForAll @IntRange(max = 600) int at) {
        List<KeyTree> versions = new ArrayList<>(List.of(KeyTree.EMPTY));
        for (int i = 0; i < hashes.size(); i++) {
            versions.add(versions.get(i).plus((long) hashes.get(i) << 32 | i + 1));
        }
        for (int size : new int[] {Math.min(at, hashes.size()), hashes.size()}) {
            KeyTree tree = versions.get(size);
            for (int i = 0; i < hashes.size(); i++) {
                int hash = hashes.get(i);
                assertEquals(i < size ? i : -1, find(tree, hash, hashes.size(), i));
                assertEquals(-1, find(tree, hash, i, i), "it stands behind the list");
                assertEquals(-1, find(tree, hash ^ 0x5555_5555, hashes.size(), i), "another hash");
            }
        }
    }

    @Property(tries = 100, seed = "42")
    void aHashThatIsNotInItIsNotFound(@ForAll("hashes") List<Integer> hashes, @ForAll int other) {
        KeyTree tree = KeyTree.EMPTY;
        for (int i = 0; i < hashes.size(); i++) {
            tree = tree.plus((long) hashes.get(i) << 32 | i + 1);
        }
        assertEquals(hashes.contains(other), tree.find(other, "", hashes.size(), ANY) >= 0);
    }
}
