package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Trees of lots against tree sets, over thousands of lots put in and taken out in any order, and over forks. */
class LotTreeProperties {

    private static Lot lot(int id, long points, int earned, int expires) {
        return new Lot(
                id,
                PointType.REGULAR,
                1_000_000,
                points,
                0,
                0,
                Instant.ofEpochSecond(earned),
                Instant.ofEpochSecond(earned),
                Instant.ofEpochSecond(expires),
                Term.never(),
                0,
                "");
    }

    private static List<Lot> read(Iterator<Lot> lots) {
        List<Lot> all = new ArrayList<>();
        lots.forEachRemaining(all::add);
        return all;
    }

    private static void same(TreeSet<Lot> expected, LotTree tree, Random random, int range) {
        assertEquals(expected.isEmpty(), tree.isEmpty());
        assertEquals(expected.stream().mapToLong(Lot::remaining).sum(), tree.total());
        assertEquals(new ArrayList<>(expected), read(tree.iterator()));
        for (int i = 0; i < 5; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(range + 2) - 1);
            assertEquals(
                    expected.stream()
                            .filter(lot -> !lot.expiresAt().isAfter(instant))
                            .mapToLong(Lot::remaining)
                            .sum(),
                    tree.totalExpiringBy(instant));
            assertEquals(
                    expected.stream()
                            .filter(lot -> lot.expiresAt().isAfter(instant))
                            .toList(),
                    read(tree.expiringAfter(instant)));
            stretch(expected, tree.aroundFirstExpiringAfter(instant), instant);
        }
    }

    private static void stretch(TreeSet<Lot> expected, LotTree.Stretch stretch, Instant instant) {
        List<Lot> lots = List.of(stretch.lots);
        List<Lot> all = new ArrayList<>(expected);
        int from = lots.isEmpty() ? all.size() : all.indexOf(lots.get(0));
        assertEquals(all.subList(from, from + lots.size()), lots);
        assertEquals(all.subList(0, from).stream().mapToLong(Lot::remaining).sum(), stretch.before);
        assertTrue(
                all.subList(0, from).stream().noneMatch(lot -> lot.expiresAt().isAfter(instant)));
        assertTrue(
                all.subList(from + lots.size(), all.size()).isEmpty()
                        || lots.get(lots.size() - 1).expiresAt().isAfter(instant),
                "the first that lives is here, or these are the last");
    }

    @Property(tries = 60, seed = "41")
    void holdsWhatATreeSetHolds(
            @ForAll long seed,
            @ForAll @IntRange(max = 4_000) int size,
            @ForAll @IntRange(min = 1, max = 5_000) int range) {
        Random random = new Random(seed);
        int disorder = random.nextInt(4) == 0 ? 0 : random.nextInt(range);
        LotTree tree = LotTree.in(LotTree.SOONEST);
        TreeSet<Lot> expected = new TreeSet<>(LotTree.SOONEST);
        LotTree fork = tree;
        TreeSet<Lot> forked = new TreeSet<>(expected);
        for (int id = 1; id <= size; id++) {
            int inOrder = (int) ((long) id * range / size);
            int expires = disorder == 0 ? inOrder : Math.max(0, inOrder - random.nextInt(disorder + 1));
            Lot lot = lot(id, 1 + random.nextInt(1000), random.nextInt(5), expires);
            tree = tree.plus(lot);
            expected.add(lot);
            int kind = random.nextInt(10);
            if (kind < 4) {
                Lot any = kind < 2 ? expected.first() : near(expected, lot(1, 1, 0, random.nextInt(range)));
                tree = tree.minus(any);
                expected.remove(any);
            } else if (kind < 6) {
                Lot any = near(expected, lot(1, 1, 0, random.nextInt(range)));
                Lot changed = any.with(random.nextInt(1000), 0, 0);
                tree = tree.with(changed);
                expected.remove(any);
                expected.add(changed);
            }
            if (id == size / 2) {
                fork = tree;
                forked = new TreeSet<>(expected);
            }
        }
        same(expected, tree, random, range);
        same(forked, fork, random, range);
        for (Lot lot : List.copyOf(forked)) {
            fork = fork.minus(lot);
        }
        assertTrue(fork.isEmpty());
        assertEquals(0, fork.total());
        same(expected, tree, random, range);
    }

    private static Lot near(TreeSet<Lot> lots, Lot wanted) {
        Lot found = lots.ceiling(wanted);
        return found == null ? lots.last() : found;
    }

    @Property(tries = 20, seed = "42")
    void holdsInAnyOrderOfItsOwn(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_500) int size) {
        Random random = new Random(seed);
        for (Comparator<Lot> order :
                List.of(Lot.BY_AGE, Lot.BY_AGE.reversed(), Lot.BY_END_OF_PENDING, LotTree.SOONEST)) {
            LotTree tree = LotTree.in(order);
            TreeSet<Lot> expected = new TreeSet<>(order);
            for (int id = 1; id <= size; id++) {
                Lot lot = lot(id, id, random.nextInt(50), random.nextInt(50));
                tree = tree.plus(lot);
                expected.add(lot);
            }
            assertEquals(new ArrayList<>(expected), read(tree.iterator()));
            assertEquals((long) size * (size + 1) / 2, tree.total());
        }
    }

    @Test
    void emptyTreeHasNothing() {
        LotTree tree = LotTree.in(LotTree.SOONEST);
        assertTrue(tree.isEmpty());
        assertEquals(0, tree.totalExpiringBy(Instant.MAX));
        Iterator<Lot> none = tree.iterator();
        assertFalse(none.hasNext());
        assertThrows(NoSuchElementException.class, none::next);
    }
}
