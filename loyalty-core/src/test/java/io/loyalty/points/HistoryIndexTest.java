package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryIndexTest {

    private static final State START = State.empty(ZoneOffset.UTC, ConsumptionOrder.SOONEST_EXPIRY);

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static State at(int second) {
        return START.advance(second(second));
    }

    @Test
    void theLastStateByAnInstantIsThatOfTheLastClockNotAfterIt() {
        HistoryIndex index = HistoryIndex.startingAfter(0, at(0));
        for (int clock : new int[] {10, 10, 20, 30}) {
            index = index.with(at(clock));
        }
        assertEquals(-1, index.lastKeptBy(second(-1)), "before all");
        assertEquals(0, index.lastKeptBy(second(0)));
        assertEquals(0, index.lastKeptBy(second(9)));
        assertEquals(2, index.lastKeptBy(second(10)), "the later of two");
        assertEquals(2, index.lastKeptBy(second(19)));
        assertEquals(4, index.lastKeptBy(second(30)));
        assertEquals(4, index.lastKeptBy(Instant.MAX));
    }

    @Test
    void theFirstEntriesHaveTheirStatesAndWhatCameLateAmongThem() {
        HistoryIndex index = HistoryIndex.startingAfter(5, at(0))
                .withLate(3)
                .withLate(HistoryIndex.STRIDE)
                .with(at(1))
                .withLate(2 * HistoryIndex.STRIDE - 1)
                .with(at(2));
        HistoryIndex first = index.take(HistoryIndex.STRIDE);
        assertEquals(5, first.base());
        assertEquals(2, first.past().size(), "the start, and the state after all of them");
        assertEquals(List.of(3), first.late(), "the next entry is not among them");
        assertEquals(
                List.of(3, HistoryIndex.STRIDE),
                index.take(HistoryIndex.STRIDE + 1).late());
        assertEquals(1, index.take(HistoryIndex.STRIDE - 1).past().size());
        HistoryIndex all = index.take(2 * HistoryIndex.STRIDE);
        assertEquals(index.past(), all.past());
        assertEquals(index.late(), all.late());
    }

    @Test
    void aKeyIsFoundWhereItStands() {
        HistoryIndex index = HistoryIndex.startingAfter(0, at(0)).with("a", 0);
        HistoryIndex longer = index.with("b", 1);
        assertSame(index, longer, "a line of versions shares its keys");
        assertEquals(1, longer.keys().find("b", 2, (position, key) -> true));
        assertEquals(-1, index.keys().find("b", 1, (position, key) -> true), "the shorter list has not got it");
    }
}
