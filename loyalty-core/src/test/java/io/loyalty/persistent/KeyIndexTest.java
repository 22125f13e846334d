package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyIndexTest {

    /** A list of keys with its index, as a journal keeps them. */
    private record Indexed(List<String> keys, KeyIndex index) {

        static final Indexed EMPTY = new Indexed(List.of(), KeyIndex.EMPTY);

        Indexed with(List<String> more) {
            List<String> longer = new ArrayList<>(keys);
            KeyIndex longerIndex = index;
            for (String key : more) {
                longerIndex = longerIndex.plus(key, longer.size());
                longer.add(key);
            }
            return new Indexed(longer, longerIndex);
        }

        int find(String key) {
            return index.find(
                    key, keys.size(), (position, wanted) -> keys.get(position).equals(wanted));
        }

        void assertFindsItsOwn() {
            for (int i = 0; i < keys.size(); i++) {
                assertEquals(i, find(keys.get(i)), keys.get(i));
            }
        }

        void assertFindsNoneOf(List<String> others) {
            for (String key : others) {
                assertEquals(-1, find(key), key);
            }
        }
    }

    private static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return names;
    }

    /** All texts of "Aa" and "BB" of a length: they share one hash. */
    private static List<String> alike(int pairs) {
        List<String> texts = List.of("");
        for (int i = 0; i < pairs; i++) {
            List<String> longer = new ArrayList<>();
            texts.forEach(text -> Collections.addAll(longer, text + "Aa", text + "BB"));
            texts = longer;
        }
        return texts;
    }

    @Test
    void nothingIsFoundInNothing() {
        Indexed.EMPTY.assertFindsNoneOf(List.of("", "a"));
    }

    @Test
    void keysAreFoundWhereTheyStandHoweverMany() {
        for (int count : new int[] {1, 4, 5, 31, 32, 33, 64, 65, 1_000, 5_000}) {
            Indexed indexed = Indexed.EMPTY.with(names("order ", count));
            indexed.assertFindsItsOwn();
            indexed.assertFindsNoneOf(names("refund ", count));
        }
    }

    @Test
    void keysAreFoundAsSoonAsTheyStand() {
        Indexed indexed = Indexed.EMPTY;
        for (int i = 0; i < 200; i++) {
            indexed = indexed.with(List.of("order " + i));
            assertEquals(i, indexed.find("order " + i));
            assertEquals(i / 2, indexed.find("order " + i / 2));
        }
    }

    @Test
    void keysOfEqualHashAreToldApart() {
        List<String> alike = alike(8);
        assertEquals(256, alike.size());
        Indexed half = Indexed.EMPTY.with(alike.subList(0, 128));
        half.assertFindsItsOwn();
        half.assertFindsNoneOf(alike.subList(128, 256));
        Indexed all = half.with(alike.subList(128, 256));
        all.assertFindsItsOwn();
        half.assertFindsNoneOf(alike.subList(128, 256));
    }

    @Test
    void versionsThatPartFindTheirOwnKeysOnly() {
        List<String> first = names("first ", 100);
        List<String> second = names("second ", 900);
        List<String> third = names("third ", 700);
        for (int size : new int[] {0, 1, 2, 40}) {
            Indexed common = Indexed.EMPTY.with(names("common ", size));
            // The second continues beside the first, and the third beside both.
            Indexed one = common.with(first);
            Indexed two = common.with(second);
            Indexed three = common.with(third);
            for (Indexed each : List.of(common, one, two, three)) {
                each.assertFindsItsOwn();
            }
            common.assertFindsNoneOf(first);
            one.assertFindsNoneOf(second);
            one.assertFindsNoneOf(third);
            two.assertFindsNoneOf(first);
            two.assertFindsNoneOf(third);
            three.assertFindsNoneOf(first);
            three.assertFindsNoneOf(second);
        }
    }

    @Test
    void branchesOfBranchesFindTheirOwnKeysOnly() {
        List<String> left = new ArrayList<>();
        for (String same : alike(6)) {
            left.addAll(names("left of " + same + ' ', 30));
            left.add(same);
        }
        List<String> right = names("right ", 50);
        for (int size : new int[] {1, 3}) {
            Indexed common = Indexed.EMPTY.with(names("common ", size));
            common.with(List.of("successor"));
            Indexed branch = common.with(names("branch ", size));
            branch.with(List.of("successor of the branch"));
            Indexed one = branch.with(left);
            Indexed two = branch.with(right);
            one.assertFindsItsOwn();
            two.assertFindsItsOwn();
            branch.assertFindsItsOwn();
            one.assertFindsNoneOf(right);
            two.assertFindsNoneOf(left);
            branch.assertFindsNoneOf(left);
            for (Indexed each : List.of(branch, one, two)) {
                each.assertFindsNoneOf(List.of("successor", "successor of the branch", "none"));
            }
        }
    }

    @Test
    void whatStandsBehindTheListIsPassedOver() {
        Indexed line = Indexed.EMPTY.with(names("common ", 2));
        Indexed longer = line.with(names("line ", 3));
        Indexed branch = line.with(names("branch ", 3));
        Indexed parted = line.with(List.of("first of a branch"));
        parted.with(List.of("second of it"));
        Indexed fork = parted.with(names("fork ", 3));
        for (Indexed each : List.of(longer, branch, fork)) {
            List<String> keys = each.keys();
            for (int size = 0; size <= keys.size(); size++) {
                List<String> beginning = keys.subList(0, size);
                for (String key : keys) {
                    assertEquals(
                            beginning.indexOf(key),
                            each.index()
                                    .find(
                                            key,
                                            size,
                                            (position, wanted) ->
                                                    beginning.get(position).equals(wanted)));
                }
            }
        }
    }
}
