package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PeriodLogTest {

    @Test
    void notesComeOutByRowInTheirOrder() {
        PeriodLog log = new PeriodLog(new PeriodRoom());
        log.add(2, 50);
        log.add(0, 9);
        log.add(2, 70);
        log.add(2, 50);
        assertEquals(4, log.size());
        int[] ends = new int[4];
        int[] members = new int[4];
        log.drain(3, ends, members);
        assertArrayEquals(new int[] {9, 50, 70, 50}, members);
        assertArrayEquals(new int[] {1, 1, 4, 4}, ends);
        assertEquals(0, log.size());
    }

    @Test
    void roomIsUsedAgainUntilItIsCleared() {
        PeriodRoom room = new PeriodRoom();
        long[] block = room.block();
        assertNotSame(block, room.block());
        room.take(block);
        assertSame(block, room.block());
        room.take(block);
        int[] ends = room.ends(5);
        ends[3] = 7;
        assertSame(ends, room.ends(4));
        assertEquals(0, ends[3]);
        assertSame(room.members(8), room.members(8));
        assertSame(room.pool(8), room.pool(3));
        room.clear();
        assertNotSame(block, room.block());
        assertNotSame(ends, room.ends(4));
    }
}
