package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SegmentTableTest {

    /** Keeps all that it is given, as text. */
    private static final class Notes implements Segment {

        private final List<StringBuilder> rows = new ArrayList<>();

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public void extend(int newSize) {
            while (rows.size() < newSize) {
                rows.add(new StringBuilder());
            }
        }

        @Override
        public void touch() {
            // Nothing is read ahead.
        }

        @Override
        public void add(RowBatch batch, int from, int[] places, int count) {
            for (int i = 0; i < count; i++) {
                long amount = batch.amount(from + i);
                if (amount == 13) {
                    throw new ArithmeticException("thirteen");
                }
                rows.get(places[i])
                        .append(batch.tick(from + i))
                        .append(':')
                        .append(amount)
                        .append(' ');
            }
        }
    }

    private static final class NoteTable extends SegmentTable<Notes> {

        private static final long serialVersionUID = 1L;

        @Override
        protected Notes newSegment() {
            return new Notes();
        }

        @Override
        protected void addRows(Notes other, long[] here) {
            for (int row = 0; row < here.length; row++) {
                note(here[row]).append(other.rows.get(row));
            }
        }

        StringBuilder note(long place) {
            return segment(place).rows.get(Place.row(place));
        }
    }

    private static SegmentTable.Observer ticks(int[] column) {
        return (from, count, ticks) -> System.arraycopy(column, from, ticks, 0, count);
    }

    private static Map<String, String> notes(long[] places, LongFunction<?> key, NoteTable table) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (long place : places) {
            notes.put(key.apply(place).toString(), table.note(place).toString());
        }
        return notes;
    }

    @Test
    void transactionsComeToTheRowsOfTheirKeys() {
        long[] keys = {9, 0, 7, 9, 0, 5};
        int[] ticks = {4, RowBatch.SEEN, RowBatch.OUT, 2, RowBatch.BEFORE, 0};
        long[] amounts = {10, 20, 30, -40, 50, Long.MIN_VALUE};
        LongRows rows = new LongRows();
        NoteTable table = new NoteTable();
        table.addAll(rows.finder(keys), amounts, 9, ticks(ticks));
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("9", "4:10 2:-40 ");
        expected.put("0", "-3:20 -2:50 ");
        expected.put("5", "0:-9223372036854775808 ");
        assertEquals(expected.toString(), notes(rows.places(), rows::key, table).toString());
        TextRows names = new TextRows();
        NoteTable same = new NoteTable();
        String[] column = Arrays.stream(keys).mapToObj(Long::toString).toArray(String[]::new);
        same.addAll(names.finder(column), amounts, 9, ticks(ticks));
        assertEquals(
                expected.toString(), notes(names.places(), names::key, same).toString());
    }

    @Test
    void columnsLongerThanABatchAreAddedLikeSingleTransactions() {
        SplittableRandom random = new SplittableRandom(8);
        int n = RowBatch.SIZE + 70_000;
        long[] keys = new long[n];
        String[] names = new String[n];
        int[] ticks = new int[n];
        long[] amounts = new long[n];
        Map<String, StringBuilder> expected = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            // One key has a third of all: its segment is full before the others.
            int key = random.nextInt(3) == 0 ? 77 : random.nextInt(40_000);
            keys[i] = 5L * key;
            names[i] = Integer.toString(5 * key);
            ticks[i] = random.nextInt(11) - 3;
            amounts[i] = 20 + random.nextInt(9);
            if (ticks[i] != RowBatch.OUT) {
                expected.computeIfAbsent(names[i], k -> new StringBuilder())
                        .append(ticks[i])
                        .append(':')
                        .append(amounts[i])
                        .append(' ');
            }
        }
        LongRows rows = new LongRows();
        NoteTable table = new NoteTable();
        table.addAll(rows.finder(Arrays.copyOf(keys, 400)), Arrays.copyOf(amounts, 400), 9, ticks(ticks));
        table.addAll(rows.finder(rest(keys)), rest(amounts), 9, ticks(Arrays.copyOfRange(ticks, 400, n)));
        assertSameNotes(expected, notes(rows.places(), rows::key, table));
        assertEquals(256, table.segments().size());

        TextRows texts = new TextRows();
        NoteTable textTable = new NoteTable();
        textTable.addAll(texts.finder(names), amounts, 9, ticks(ticks));
        assertSameNotes(expected, notes(texts.places(), texts::key, textTable));
        assertEquals(3, textTable.segments().size());
    }

    private static long[] rest(long[] column) {
        return Arrays.copyOfRange(column, 400, column.length);
    }

    private static void assertSameNotes(Map<String, StringBuilder> expected, Map<String, String> actual) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
        expected.forEach((key, note) -> assertEquals(note.toString(), actual.get(key)));
    }

    @Test
    void keysFoundBeforeAnErrorKeepTheirNumbers() {
        LongRows rows = new LongRows();
        NoteTable table = new NoteTable();
        long[] keys = {3, 4, 5};
        assertEquals(
                "thirteen",
                assertThrows(
                                ArithmeticException.class,
                                () -> table.addAll(rows.finder(keys), new long[] {1, 13, 2}, 9, ticks(new int[3])))
                        .getMessage());
        assertEquals(3, rows.places().length);
        assertEquals(rows.places()[1], rows.placeOf(4));
        table.addAll(rows.finder(new long[] {6}), new long[] {8}, 9, ticks(new int[1]));
        assertEquals("0:8 ", table.note(rows.placeOf(6)).toString());
    }

    @Test
    void rowsAreAddedWhereTheyAreAskedFor() {
        NoteTable table = new NoteTable();
        Notes segment = table.extended(Place.of(2, 3));
        assertEquals(3, table.segments().size());
        assertEquals(4, segment.size());
        assertSame(segment, table.segment(Place.of(2, 0)));
        assertSame(segment, table.extended(Place.of(2, 1)));
        assertEquals(4, segment.size());
    }

    @Test
    void rowsOfAnotherTableAreAddedToTheirPlacesHere() {
        NoteTable table = new NoteTable();
        table.extended(Place.of(0, 0)).rows.get(0).append("a");
        NoteTable other = new NoteTable();
        other.extended(Place.of(1, 0)).rows.get(0).append("b");
        other.extended(Place.of(0, 0)).rows.get(0).append("c");
        table.addRows(other, new long[][] {{Place.of(0, 0)}, {Place.of(0, 1)}});
        assertEquals("ac", table.note(Place.of(0, 0)).toString());
        assertEquals("b", table.note(Place.of(0, 1)).toString());
        assertEquals("c", other.note(Place.of(0, 0)).toString());
    }

    @Test
    void rowsMove() {
        NoteTable table = new NoteTable();
        table.extended(Place.of(0, 1)).rows.get(1).append("b");
        table.note(Place.of(0, 0)).append("a");
        table.regroup(RowFinder.STAY);
        assertEquals("a", table.note(Place.of(0, 0)).toString());
        table.regroup(new long[][] {{Place.of(2, 0), Place.of(0, 0)}});
        assertEquals("a", table.note(Place.of(2, 0)).toString());
        assertEquals("b", table.note(Place.of(0, 0)).toString());
        assertArrayEquals(
                new int[] {1, 0, 1},
                table.segments().stream().mapToInt(Notes::size).toArray());
    }

    @Test
    void keysWithoutTransactionsBecauseOfAnErrorHaveRowsToo() {
        TextRows rows = new TextRows();
        NoteTable table = new NoteTable();
        // Texts get their numbers some hundred at a time, before their transactions are added.
        String[] keys = new String[1_000];
        Arrays.setAll(keys, i -> i < 999 ? Integer.toString(i) : null);
        RowFinder finder = rows.finder(keys);
        assertEquals(
                "customer",
                assertThrows(
                                NullPointerException.class,
                                () -> table.addAll(finder, new long[1_000], 9, ticks(new int[1_000])))
                        .getMessage());
        int numbered = rows.places().length;
        assertTrue(numbered > 0);
        assertEquals(numbered, table.segments().get(0).size());
        assertEquals("", table.note(rows.placeOf("0")).toString());
    }
}
