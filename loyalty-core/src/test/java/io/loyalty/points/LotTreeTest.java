package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small trees of lots by hand, at the sizes at which leaves and nodes fill up and split. */
class LotTreeTest {

    /** A lot with its number as its points, earned at the second of its number. */
    private static Lot lot(int id, int expires) {
        return lot(id, id, expires);
    }

    private static Lot lot(int id, int earned, int expires) {
        return new Lot(
                id,
                PointType.REGULAR,
                id,
                id,
                0,
                0,
                Instant.ofEpochSecond(earned),
                Instant.ofEpochSecond(earned),
                Instant.ofEpochSecond(expires),
                Term.never(),
                0,
                "");
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static LotTree tree(List<Integer> ids) {
        LotTree tree = LotTree.in(LotTree.SOONEST);
        for (int id : ids) {
            tree = tree.plus(lot(id, 10 * id));
        }
        return tree;
    }

    private static List<Integer> upTo(int size) {
        return IntStream.rangeClosed(1, size).boxed().toList();
    }

    private static List<Integer> ids(Iterator<Lot> lots) {
        List<Integer> ids = new ArrayList<>();
        lots.forEachRemaining(lot -> ids.add(lot.id()));
        return ids;
    }

    @Test
    void theSoonestGoesFirstThenTheOlderThenTheLowerNumber() {
        LotTree tree = LotTree.in(LotTree.SOONEST)
                .plus(lot(1, 5, 30))
                .plus(lot(2, 4, 30))
                .plus(lot(4, 4, 30))
                .plus(lot(3, 4, 30))
                .plus(lot(5, 9, 20));
        assertEquals(List.of(5, 2, 3, 4, 1), ids(tree.iterator()));
        assertEquals(5, tree.first().id());
    }

    @Test
    void whatExpiresAtTheInstantHasExpired() {
        LotTree tree = tree(upTo(3));
        assertEquals(0, tree.totalExpiringBy(second(9)));
        assertEquals(1, tree.totalExpiringBy(second(10)));
        assertEquals(3, tree.totalExpiringBy(second(20)));
        assertEquals(List.of(1, 2, 3), ids(tree.expiringAfter(second(9))));
        assertEquals(List.of(2, 3), ids(tree.expiringAfter(second(10))));
        assertEquals(List.of(), ids(tree.expiringAfter(second(30))));
    }

    /** 32 lots fill a leaf, 32 · 32 a node over leaves: sizes just below, at and above. */
    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 64, 65, 1023, 1024, 1025, 1056, 1057, 33 * 32, 2 * 1024 + 65})
    void lotsInAnyOrderOfArrivalStandInTheirOwn(int size) {
        List<Integer> forwards = upTo(size);
        List<Integer> backwards = new ArrayList<>(forwards);
        Collections.reverse(backwards);
        List<Integer> shuffled = new ArrayList<>(forwards);
        Collections.shuffle(shuffled, new Random(size));
        for (List<Integer> arrivals : List.of(forwards, backwards, shuffled)) {
            LotTree tree = tree(arrivals);
            assertEquals(forwards, ids(tree.iterator()));
            assertEquals((long) size * (size + 1) / 2, tree.total());
            assertEquals(1, tree.first().id());
            for (int gone : new int[] {0, 1, 31, 32, 33, size - 1, size}) {
                if (gone <= size) {
                    assertEquals(
                            forwards.subList(gone, size), ids(tree.expiringAfter(second(10 * gone))), "after " + gone);
                    assertEquals((long) gone * (gone + 1) / 2, tree.totalExpiringBy(second(10 * gone)));
                    assertEquals((long) gone * (gone + 1) / 2, tree.totalExpiringBy(second(10 * gone + 9)));
                }
            }
        }
    }

    /** One lot between the others, at every place of trees whose tail is empty, full and between. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 63, 64, 65, 97})
    void aLotFindsItsPlaceBetweenOthers(int size) {
        LotTree tree = LotTree.in(LotTree.SOONEST);
        for (int id = 1; id <= size; id++) {
            tree = tree.plus(lot(id, 10 * id));
        }
        for (int place = 0; place <= size; place++) {
            List<Integer> expected = new ArrayList<>(upTo(size));
            expected.add(place, size + 1);
            LotTree longer = tree.plus(lot(size + 1, 10 * place + 5));
            assertEquals(expected, ids(longer.iterator()));
            assertEquals((long) (size + 1) * (size + 2) / 2, longer.total());
            assertEquals(upTo(size), ids(tree.iterator()), "the tree from which it was made");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 32, 33, 64, 65, 1025})
    void whatIsTakenOutIsGoneFromItsTreeAlone(int size) {
        LotTree tree = tree(upTo(size));
        for (int id : new int[] {1, 2, 31, 32, 33, size}) {
            if (id <= size) {
                LotTree shorter = tree.minus(lot(id, 10 * id));
                List<Integer> expected = new ArrayList<>(upTo(size));
                expected.remove(id - 1);
                assertEquals(expected, ids(shorter.iterator()));
                assertEquals((long) size * (size + 1) / 2 - id, shorter.total());
                assertEquals(size == 1, shorter.isEmpty());
            }
        }
        LotTree rest = tree;
        for (int id = size; id >= 1; id--) {
            rest = rest.minus(lot(id, 10 * id));
        }
        assertTrue(rest.isEmpty());
        assertEquals(0, rest.total());
        assertEquals(List.of(7), ids(rest.plus(lot(7, 7)).iterator()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 33, 65, 1057})
    void aChangedLotTakesTheOldOnesPlace(int size) {
        LotTree tree = tree(upTo(size));
        for (int id : new int[] {1, 16, 32, 33, size}) {
            if (id <= size) {
                Lot changed = lot(id, 10 * id).take(1);
                LotTree other = tree.with(changed);
                assertEquals((long) size * (size + 1) / 2 - 1, other.total());
                assertEquals(upTo(size), ids(other.iterator()));
                Iterator<Lot> from = other.expiringAfter(second(10 * id - 1));
                assertSame(changed, from.next());
                assertEquals((long) size * (size + 1) / 2, tree.total());
            }
        }
    }

    @Test
    void anEmptyTreeHasNothing() {
        LotTree tree = LotTree.in(LotTree.SOONEST);
        assertTrue(tree.isEmpty());
        assertEquals(0, tree.total());
        assertFalse(tree.expiringAfter(Instant.MIN).hasNext());
        assertThrows(NoSuchElementException.class, tree.iterator()::next);
    }
}
