package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class EntriesTest {

    private static final long WIDE = 1L + Integer.MAX_VALUE;

    @Test
    void valuesOfAnySizeAreKept() {
        long[] values = {0, -1, Integer.MAX_VALUE, WIDE, Long.MAX_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, 7};
        Entries entries = new Entries();
        for (int i = 0; i < values.length; i++) {
            entries.add(1_000 * i, Reason.values()[i], values[i]);
        }
        assertEquals(values.length, entries.size());
        for (int i = 0; i < values.length; i++) {
            assertEquals(1_000 * i, entries.slot(i));
            assertEquals(Reason.values()[i], entries.reason(i));
            assertEquals(values[i], entries.value(i));
        }
    }

    @Test
    void everyReasonIsKeptAndOnlyTwoOfThemPay() {
        Entries entries = new Entries();
        for (Reason reason : Reason.values()) {
            entries.add(1, reason, 5);
            int entry = entries.size() - 1;
            assertEquals(reason, entries.reason(entry));
            assertEquals(Entries.isPaid(reason) ? 5 : 0, entries.points(entry));
        }
        assertEquals(10, entries.total());
    }

    @Test
    void aCutLeavesWhatEntriesOfThatSizeWouldHave() {
        Entries cut = new Entries();
        cut.add(3, Reason.APPLIED, WIDE + 5);
        cut.add(4, Reason.APPLIED, WIDE);
        cut.cutTo(0, WIDE);
        cut.cutTo(1, 0);
        Entries expected = new Entries();
        expected.add(3, Reason.TRIMMED, WIDE);
        expected.add(4, Reason.CAP_REACHED, 0);
        assertEquals(expected, cut);
        assertEquals(expected.hashCode(), cut.hashCode());
        cut.cutTo(0, 8);
        assertEquals(8, cut.total());
        assertNotEquals(expected, cut);
    }
}
