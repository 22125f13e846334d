package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    @Test
    void pointsThatAreNoneLeaveNoEntry() {
        Entries entries = new Entries();
        entries.add(9, Reason.COUNTED, 3);
        long[] said = entries.reserve(4);
        int size = entries.size();
        long[] points = {0, 5, 0, Integer.MAX_VALUE};
        for (int i = 0; i < points.length; i++) {
            size = Entries.put(said, size, Entries.key(20 + i), points[i]);
        }
        entries.extend(size, 5L + Integer.MAX_VALUE);
        assertEquals(3, entries.size());
        assertEquals(21, entries.slot(1));
        assertEquals(Reason.APPLIED, entries.reason(1));
        assertEquals(5, entries.points(1));
        assertEquals(23, entries.slot(2));
        assertEquals(Integer.MAX_VALUE, entries.points(2));
        assertEquals(5L + Integer.MAX_VALUE, entries.total());
    }

    @Test
    void whatLimitsCutIsToldApartFromLargeValues() {
        Entries entries = new Entries();
        entries.add(1, Reason.APPLIED, WIDE);
        entries.noteCut(2, 9);
        entries.add(3, Reason.APPLIED, 4 * WIDE);
        assertEquals(9, entries.cutBy(2));
        assertEquals(0, entries.cutBy(1));
        assertEquals(4 * WIDE, entries.value(1));
        Entries half = entries.inProportion(1, 2);
        assertEquals(2 * WIDE, half.value(1));
        assertEquals(9, half.cutBy(2));
        Entries other = new Entries();
        other.add(1, Reason.APPLIED, WIDE);
        other.add(3, Reason.APPLIED, 4 * WIDE);
        assertNotEquals(other, entries);
        other.noteCut(2, 9);
        assertEquals(other, entries);
    }

    @Test
    void aSumThatDoesNotFitIsRefusedUntilItIsCut() {
        Entries entries = new Entries();
        entries.add(1, Reason.APPLIED, Long.MAX_VALUE);
        entries.add(2, Reason.APPLIED, 1);
        entries.add(3, Reason.APPLIED, 5);
        assertThrows(ArithmeticException.class, entries::total);
        assertThrows(ArithmeticException.class, entries::requireTotal);
        entries.cutTo(0, 10);
        assertEquals(16, entries.total());
        entries.requireTotal();
    }
}
