package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void keysAreNumberedInTheOrderOfFirstSight() {
        LongRows rows = new LongRows();
        int[] found = {0, 0, -1, 0, 0};
        assertEquals(3, rows.finder(new long[] {9, 0, 7, 9, -1}).find(0, 5, found));
        assertArrayEquals(new int[] {0, 1, -1, 0, 2}, found);
        assertEquals(-1, rows.key(2));
        assertEquals(3, rows.rowOf(7));
        assertEquals(4, rows.size());
    }

    @Test
    void textsAreNumberedInTheOrderOfFirstSight() {
        TextRows rows = new TextRows();
        int[] found = {0, 0, -1, 0, 0};
        // Two of them have the same hash.
        assertEquals(3, rows.finder(new String[] {"Aa", "BB", "c", "Aa", ""}).find(0, 5, found));
        assertArrayEquals(new int[] {0, 1, -1, 0, 2}, found);
        assertEquals("", rows.key(2));
        assertEquals(3, rows.rowOf("c"));
        assertEquals(4, rows.size());
        assertEquals(
                "customer",
                assertThrows(NullPointerException.class, () -> rows.rowOf(null)).getMessage());
    }

    @Test
    void manyKeysAreFoundAgainAsInAMap() {
        SplittableRandom random = new SplittableRandom(5);
        LongRows numbers = new LongRows();
        TextRows texts = new TextRows();
        Map<Long, Integer> expected = new HashMap<>();
        for (int batch = 0; batch < 20; batch++) {
            long[] column = random.longs(1_000, -3_000, 3_000).toArray();
            String[] names = new String[column.length];
            int[] wanted = new int[column.length];
            for (int i = 0; i < column.length; i++) {
                names[i] = Long.toString(column[i]);
                expected.putIfAbsent(column[i], expected.size());
                wanted[i] = expected.get(column[i]);
            }
            int[] found = new int[column.length];
            numbers.finder(column).find(0, 500, found);
            assertEquals(0, found[999]);
            int[] rest = new int[500];
            numbers.finder(column).find(500, 500, rest);
            System.arraycopy(rest, 0, found, 500, 500);
            assertArrayEquals(wanted, found);
            int[] foundTexts = new int[column.length];
            texts.finder(names).find(0, 1_000, foundTexts);
            assertArrayEquals(wanted, foundTexts);
        }
    }

    @Test
    void batchesPutSegmentsTogetherAndKeepTheOrderWithin() {
        int far = RowBatch.SEGMENT + 3;
        RowBatch batch = new RowBatch(4);
        batch.take(new int[] {far, 5, -1, far}, new int[] {1, 2, 3, 4}, new long[] {0, 10, -20, 30, 40}, 1, 4, 3);
        assertEquals(0, batch.start(0));
        assertEquals(1, batch.end(0));
        assertEquals(3, batch.end(1));
        assertEquals(3, batch.end(2));
        assertArrayEquals(new long[] {5, 2, -20, 3, 1, 10, 3, 4, 40}, new long[] {
            batch.row(0), batch.tick(0), batch.amount(0),
            batch.row(1), batch.tick(1), batch.amount(1),
            batch.row(2), batch.tick(2), batch.amount(2)
        });
        assertEquals(1, RowBatch.segment(far));
        assertEquals(3, RowBatch.within(far));
    }
}
