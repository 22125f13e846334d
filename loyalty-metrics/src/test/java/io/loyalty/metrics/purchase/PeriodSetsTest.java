package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PeriodSetsTest {

    @Test
    void anEmptySetHasNoMembers() {
        PeriodSets sets = new PeriodSets();
        sets.file(3);
        assertEquals(0, sets.size(2));
        assertArrayEquals(new int[0], sets.members(2));
    }

    @Test
    void aFullLogIsFiledByItself() {
        PeriodSets sets = new PeriodSets();
        int rows = 3_000;
        for (int period = 1_000; period > 0; period--) {
            for (int row = 0; row < rows; row++) {
                sets.add(row, period % (row % 50 + 1) * 40, rows);
            }
        }
        sets.file(rows);
        for (int row = 0; row < rows; row++) {
            assertEquals(row % 50 + 1, sets.size(row));
        }
    }
}
