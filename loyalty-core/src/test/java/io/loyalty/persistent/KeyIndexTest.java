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
        Indexed common = Indexed.EMPTY.with(names("common ", 40));
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

    @Test
    void branchesOfBranchesFindTheirOwnKeysOnly() {
        Indexed common = Indexed.EMPTY.with(names("common ", 3));
        common.with(List.of("successor"));
        Indexed branch = common.with(names("branch ", 3));
        branch.with(List.of("successor of the branch"));
        List<String> left = new ArrayList<>(names("left ", 2_000));
        left.addAll(alike(6));
        List<String> right = names("right ", 50);
        Indexed one = branch.with(left);
        Indexed two = branch.with(right);
        one.assertFindsItsOwn();
        two.assertFindsItsOwn();
        branch.assertFindsItsOwn();
        one.assertFindsNoneOf(right);
        two.assertFindsNoneOf(left);
        branch.assertFindsNoneOf(left);
        one.assertFindsNoneOf(List.of("successor", "successor of the branch", "none"));
    }

    @Test
    void whatStandsBehindTheListIsPassedOver() {
        List<String> keys = List.of("a", "b", "c");
        Indexed indexed = Indexed.EMPTY.with(keys);
        KeyIndex.Match match = (position, wanted) -> keys.get(position).equals(wanted);
        assertEquals(1, indexed.index().find("b", 2, match));
        assertEquals(-1, indexed.index().find("c", 2, match));
        assertEquals(-1, indexed.index().find("a", 0, match));
    }
}
