package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void keysHaveTheirPlacesByOrderOfFirstSight() {
        LongRows rows = new LongRows();
        assertEquals(Place.of(0, 0), rows.placeOf(9));
        assertEquals(Place.of(0, 1), rows.placeOf(0));
        assertEquals(Place.of(0, 0), rows.placeOf(9));
        assertEquals(Place.of(0, 2), rows.placeOf(-1));
        assertArrayEquals(new long[] {Place.of(0, 0), Place.of(0, 1), Place.of(0, 2)}, rows.places());
        assertEquals(-1, rows.key(Place.of(0, 2)));
    }

    @Test
    void textsHaveTheirPlacesByOrderOfFirstSight() {
        TextRows rows = new TextRows();
        // Two of them have the same hash.
        assertEquals(Place.of(0, 0), rows.placeOf("Aa"));
        assertEquals(Place.of(0, 1), rows.placeOf("BB"));
        assertEquals(Place.of(0, 0), rows.placeOf("Aa"));
        assertEquals(Place.of(0, 2), rows.placeOf(""));
        assertArrayEquals(new long[] {Place.of(0, 0), Place.of(0, 1), Place.of(0, 2)}, rows.places());
        assertEquals("BB", rows.key(Place.of(0, 1)));
        assertEquals(
                "customer",
                assertThrows(NullPointerException.class, () -> rows.placeOf(null))
                        .getMessage());
    }

    @Test
    void aPlaceIsASegmentAndARow() {
        long place = Place.of(200, 1 << 30);
        assertEquals(200, Place.segment(place));
        assertEquals(1 << 30, Place.row(place));
    }

    @Test
    void manyKeysAreFoundAgainAsInAMap() {
        SplittableRandom random = new SplittableRandom(5);
        LongRows numbers = new LongRows();
        TextRows texts = new TextRows();
        Map<Long, Long> places = new LinkedHashMap<>();
        Map<Long, Integer> order = new HashMap<>();
        random.longs(40_000, -9_000, 9_000).forEach(key -> {
            long place = numbers.placeOf(key);
            assertEquals(places.computeIfAbsent(key, k -> place), place);
            order.putIfAbsent(key, order.size());
            long number = texts.placeOf(Long.toString(key));
            assertEquals(order.get(key), (Place.segment(number) << 14) + Place.row(number));
        });
        assertArrayEquals(places.values().stream().mapToLong(Long::longValue).toArray(), numbers.places());
        assertEquals(places.size(), texts.places().length);
        places.forEach((key, place) -> assertEquals(key, numbers.key(place)));
        order.forEach((key, number) -> assertEquals(Long.toString(key), texts.key(texts.places()[number])));
    }

    @Test
    void fewKeysStayWhereTheyAre() {
        LongRows rows = new LongRows();
        for (int i = 0; i < 16_383; i++) {
            rows.placeOf(i);
        }
        assertSame(RowFinder.STAY, rows.regroup());
        rows.placeOf(-1);
        long[][] here = rows.regroup();
        assertEquals(1, here.length);
        assertArrayEquals(rows.places(), here[0]);
        assertSame(RowFinder.STAY, rows.regroup());
    }

    @Test
    void aLongColumnIsDealtOutFromTheStart() {
        LongRows rows = new LongRows();
        rows.placeOf(5);
        RowFinder finder = rows.finder(new long[20_000]);
        assertEquals(1, finder.segments());
        assertSame(RowFinder.STAY, finder.regroup(16_382));
        assertEquals(1, finder.regroup(16_383).length);
        assertEquals(256, finder.segments());
        assertEquals(5, rows.key(rows.placeOf(5)));
        assertEquals(1, rows.places().length);
    }

    @Test
    void manyKeysAreDealtOutEvenlyInTheirOrder() {
        for (long stride : new long[] {1, 7, 1_000, 1L << 20, 7_919, -3}) {
            LongRows rows = new LongRows();
            for (int i = 0; i < 20_000; i++) {
                rows.placeOf(i * stride);
            }
            rows.regroup();
            int[] sizes = new int[256];
            long[] places = rows.places();
            for (int i = 0; i < places.length; i++) {
                assertEquals(sizes[Place.segment(places[i])]++, Place.row(places[i]));
                assertEquals(i * stride, rows.key(places[i]));
                assertEquals(places[i], rows.placeOf(i * stride));
            }
            assertEquals(
                    256,
                    Arrays.stream(sizes).filter(size -> size > 40 && size < 120).count(),
                    "stride " + stride);
        }
    }

    @Test
    void keysOfOthersAreAddedAfterOnes() {
        LongRows ours = new LongRows();
        LongRows theirs = new LongRows();
        ours.placeOf(5);
        theirs.placeOf(7);
        theirs.placeOf(5);
        assertArrayEquals(new long[][] {{Place.of(0, 1), Place.of(0, 0)}}, ours.addAll(theirs));
        assertEquals(7, ours.key(ours.places()[1]));
        TextRows names = new TextRows();
        TextRows otherNames = new TextRows();
        names.placeOf("5");
        for (int i = 0; i < 20_000; i++) {
            otherNames.placeOf(Integer.toString(i));
        }
        long[][] here = names.addAll(otherNames);
        assertEquals(2, here.length);
        assertEquals(16_384, here[0].length);
        assertEquals(3_616, here[1].length);
        assertEquals(0, here[0][5]);
        assertEquals("16384", names.key(here[1][0]));
        assertEquals(0, names.addAll(new TextRows()).length);
    }

    @Test
    void manyKeysAddedToFewAreFoundAgain() {
        LongRows many = new LongRows();
        for (int i = 0; i < 20_000; i++) {
            many.placeOf(3L * i);
        }
        many.regroup();
        LongRows few = new LongRows();
        few.placeOf(12);
        long[][] here = few.addAll(many);
        assertEquals(256, here.length);
        for (long place : many.places()) {
            assertEquals(many.key(place), few.key(here[Place.segment(place)][Place.row(place)]));
        }
        assertEquals(12, few.key(few.places()[0]));
        assertEquals(0, few.key(few.places()[1]));
    }

    @Test
    void keysOfNobodyAddNothing() {
        LongRows rows = new LongRows();
        rows.placeOf(5);
        assertArrayEquals(new long[][] {{}}, rows.addAll(new LongRows()));
        assertArrayEquals(new long[] {Place.of(0, 0)}, rows.places());
    }

    @Test
    void textsOfEqualHashAreToldApartInColumns() {
        TextRows rows = new TextRows();
        rows.placeOf("Aa");
        rows.placeOf("BB");
        // Looked for by its hash, the second key is met where the first one is.
        assertArrayEquals(new int[] {1, 0}, found(rows, "BB", "Aa"));
        assertArrayEquals(new int[] {2, 0, 2}, found(rows, "C#", "Aa", "C#"));
    }

    /** The numbers that a finder gives to the keys of a column. */
    private static int[] found(TextRows rows, String... column) {
        RowFinder finder = rows.finder(column);
        RowBatch batch = new RowBatch(column.length, 1);
        finder.start(0, column.length, batch);
        finder.put(0, new int[column.length], column.length, new long[column.length], batch, batch::clear);
        int[] numbers = new int[column.length];
        finder.find(batch, 0, batch.start(0), numbers, column.length);
        return numbers;
    }

    @Test
    void theLastStretchOfTextsHasTheRestOfTheRows() {
        TextRows rows = new TextRows();
        for (int i = 0; i < 16_384; i++) {
            rows.placeOf(Integer.toString(i));
        }
        RowFinder finder = rows.finder(new String[0]);
        assertEquals(1, finder.segments());
        rows.placeOf("one more");
        assertEquals(2, finder.segments());
        assertEquals(16_384, finder.rows(0));
        assertEquals(1, finder.rows(1));
    }
}
