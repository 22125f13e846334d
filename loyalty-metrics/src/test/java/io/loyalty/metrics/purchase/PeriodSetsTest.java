package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PeriodSetsTest {

    @Test
    void anEmptySetHasNoMembers() {
        PeriodSets sets = new PeriodSets(new PeriodRoom());
        sets.file(3);
        assertEquals(0, sets.size(2));
        assertArrayEquals(new int[0], sets.members(2));
    }

    @Test
    void aFullLogIsFiledByItself() {
        PeriodSets sets = new PeriodSets(new PeriodRoom());
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

    @Test
    void bitMapsMayBecomeLongerLists() {
        PeriodSets sets = new PeriodSets(new PeriodRoom());
        int[] expected = new int[64];
        for (int period = 0; period < 63; period++) {
            sets.add(0, period, 1);
            expected[63 - period] = period;
        }
        sets.file(1);
        sets.add(0, 1_000_000, 1);
        expected[0] = 1_000_000;
        sets.file(1);
        assertArrayEquals(expected, sets.members(0));
    }
}
