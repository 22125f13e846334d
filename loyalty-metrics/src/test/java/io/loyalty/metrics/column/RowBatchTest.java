package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RowBatchTest {

    /** The bits that a position, a tick up to 24,854 and three codes leave: 28, of which one says what they are. */
    private static final long MOST_OF_DAYS = (1 << 26) - 1;

    private static void assertEntry(int row, int tick, long amount, RowBatch batch, int position) {
        assertEquals(row, batch.row(position));
        assertEquals(tick, batch.tick(position));
        assertEquals(amount, batch.amount(position));
    }

    @Test
    void transactionsStandInTheirSegments() {
        RowBatch batch = new RowBatch(100, 365);
        batch.divide(2);
        batch.put(1, 7, 365, 50);
        batch.put(0, 3, 0, -4);
        batch.put(1, 8, RowBatch.SEEN, 0);
        assertEquals(2, batch.segments());
        assertEquals(1, batch.end(0) - batch.start(0));
        assertEquals(2, batch.end(1) - batch.start(1));
        assertEntry(3, 0, -4, batch, batch.start(0));
        assertEntry(7, 365, 50, batch, batch.start(1));
        assertEntry(8, RowBatch.SEEN, 0, batch, batch.start(1) + 1);
        batch.clear(1);
        assertEquals(batch.start(1), batch.end(1));
    }

    @Test
    void keysAreKeptBesideTheirTransactions() {
        RowBatch batch = new RowBatch(10, 1);
        batch.divide(1);
        batch.keepKeys();
        batch.put(0, Long.MIN_VALUE, 4, 1, 2);
        batch.put(0, -1, 5, RowBatch.BEFORE, 3);
        assertEquals(Long.MIN_VALUE, batch.key(0));
        assertEntry(4, 1, 2, batch, 0);
        assertEquals(-1, batch.key(1));
        assertEntry(5, RowBatch.BEFORE, 3, batch, 1);
    }

    @Test
    void amountsHoweverLargeStayWhole() {
        long[] amounts = {
            MOST_OF_DAYS,
            MOST_OF_DAYS + 1,
            -MOST_OF_DAYS - 1,
            -MOST_OF_DAYS - 2,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            1,
            0,
            -1
        };
        RowBatch batch = new RowBatch(amounts.length, 24_854);
        batch.divide(1);
        for (long amount : amounts) {
            batch.put(0, RowBatch.SIZE - 1, 24_854, amount);
        }
        for (int i = 0; i < amounts.length; i++) {
            assertEntry(RowBatch.SIZE - 1, 24_854, amounts[i], batch, i);
        }
    }

    @Test
    void aSegmentHasRoomForSomeMoreThanItsShare() {
        RowBatch batch = new RowBatch(1_000, 1);
        batch.divide(10);
        for (int i = 0; i < 125 + 16; i++) {
            assertFalse(batch.isFull(9));
            batch.put(9, i, 1, Long.MAX_VALUE - i);
        }
        assertTrue(batch.isFull(9));
        assertFalse(batch.isFull(8));
        assertEntry(140, 1, Long.MAX_VALUE - 140, batch, batch.end(9) - 1);
    }

    @Test
    void largeAmountsStayWhenThereIsMoreRoomThanBefore() {
        RowBatch batch = new RowBatch(100, 1);
        batch.divide(1);
        batch.put(0, 0, 1, Long.MAX_VALUE);
        assertEntry(0, 1, Long.MAX_VALUE, batch, 0);
        batch.clear(0);
        batch.divide(2);
        batch.put(0, 3, 1, Long.MIN_VALUE);
        // The second segment ends behind all that the one before could have.
        for (int i = 0; !batch.isFull(1); i++) {
            batch.put(1, i, 1, Long.MAX_VALUE - i);
        }
        assertEntry(3, 1, Long.MIN_VALUE, batch, 0);
        for (int position = batch.start(1); position < batch.end(1); position++) {
            int i = position - batch.start(1);
            assertEntry(i, 1, Long.MAX_VALUE - i, batch, position);
        }
    }
}
