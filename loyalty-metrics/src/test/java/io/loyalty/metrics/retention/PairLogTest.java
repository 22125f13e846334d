package io.loyalty.metrics.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PairLogTest {

    private static String text(PairLog log) {
        StringBuilder text = new StringBuilder();
        Pairs pairs = log.pairs();
        for (int i = 0; i < log.size(); i++) {
            text.append(pairs.row(i)).append('/').append(pairs.period(i)).append(' ');
            text.append(pairs.orders(i)).append(' ').append(pairs.revenue(i)).append("; ");
        }
        return text.toString();
    }

    @Test
    void pairsOfARowAndAPeriodAreMergedInOrder() {
        PairLog log = new PairLog(new PairRoom());
        assertTrue(log.isOrdered());
        log.add(2, 24_854, 1, 10, 3);
        log.add(0, 7, 2, -5, 3);
        log.add(2, 3, 1, 1, 3);
        log.isOutOfOrder();
        log.add(2, 24_854, 4, 100, 3);
        assertFalse(log.isOrdered());
        log.merge(3);
        assertTrue(log.isOrdered());
        assertEquals("0/7 2 -5; 2/3 1 1; 2/24854 5 110; ", text(log));
    }

    @Test
    void anEmptyLogStaysEmpty() {
        PairLog log = new PairLog(new PairRoom());
        log.isOutOfOrder();
        log.merge(0);
        assertEquals("", text(log));
        assertTrue(log.isOrdered());
    }

    @Test
    void whatOverflowsIsNotMergedInPart() {
        PairLog log = new PairLog(new PairRoom());
        log.isOutOfOrder();
        log.add(1, 5, 1, Long.MAX_VALUE, 2);
        log.add(0, 4, 1, 3, 2);
        log.add(0, 4, 1, 4, 2);
        log.add(1, 5, 1, 1, 2);
        assertThrows(ArithmeticException.class, () -> log.merge(2));
        assertEquals("0/4 1 3; 0/4 1 4; 1/5 1 9223372036854775807; 1/5 1 1; ", text(log));
        assertFalse(log.isOrdered());
        assertThrows(ArithmeticException.class, () -> log.merge(2));
    }

    @Test
    void memoryGoesByPairsNotByTransactions() {
        PairLog log = new PairLog(new PairRoom());
        for (int i = 0; i < 100_000; i++) {
            log.isOutOfOrder();
            log.add(i % 3, 5 - i % 2, 1, 1, 3);
        }
        assertEquals(64, log.pairs().length());
        log.merge(3);
        assertEquals(6, log.size());
    }

    @Test
    void pairsInOrderAreNeverTouched() {
        PairLog log = new PairLog(new PairRoom());
        for (int i = 0; i < 1_000; i++) {
            log.add(0, i, 1, i, 1);
        }
        assertEquals(1_000, log.size());
        assertEquals(1_024, log.pairs().length());
        assertEquals(999, log.pairs().revenue(999));
    }

    @Test
    void logsThatShareRoomAreMergedLikeMaps() {
        SplittableRandom random = new SplittableRandom(3);
        PairRoom room = new PairRoom();
        for (int rows : new int[] {1, 40, 500}) {
            PairLog log = new PairLog(room);
            Map<Integer, Map<Integer, Long>> expected = new TreeMap<>();
            for (int i = 0; i < 20_000; i++) {
                int row = random.nextInt(rows);
                int period = 10 + random.nextInt(30);
                long revenue = random.nextInt(-50, 100);
                log.isOutOfOrder();
                log.add(row, period, 1, revenue, rows);
                expected.computeIfAbsent(row, r -> new TreeMap<>()).merge(period, revenue, Long::sum);
            }
            log.merge(rows);
            int orders = 0;
            int next = 0;
            for (Map.Entry<Integer, Map<Integer, Long>> row : expected.entrySet()) {
                for (Map.Entry<Integer, Long> pair : row.getValue().entrySet()) {
                    assertEquals(row.getKey(), log.pairs().row(next));
                    assertEquals(pair.getKey(), log.pairs().period(next));
                    assertEquals(pair.getValue(), log.pairs().revenue(next));
                    orders += log.pairs().orders(next++);
                }
            }
            assertEquals(log.size(), next);
            assertEquals(20_000, orders);
        }
    }
}
