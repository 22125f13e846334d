package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HalfLinesTest {

    @Test
    void rowsOfFourFollowOneAnother() {
        assertEquals(6, HalfLines.at(0));
        assertEquals(10, HalfLines.at(1));
        // With a header of two numbers, every other row begins a line of eight.
        assertEquals(0, (HalfLines.at(0) + 2) % 8);
        assertEquals(0, (HalfLines.at(2) + 2) % 8);
    }

    @Test
    void theFirstNumberOfEachRowIsReadAsOftenAsItIsNamed() {
        long[] rows = new long[HalfLines.at(3)];
        rows[HalfLines.at(0)] = 1;
        rows[HalfLines.at(1)] = 10;
        rows[HalfLines.at(2)] = 100;
        assertEquals(201, HalfLines.read(rows, new int[] {2, 0, 2, 1}, 3));
    }

    @Test
    void oneNumberOfEachLineIsRead() {
        long[] rows = new long[HalfLines.at(5)];
        Arrays.fill(rows, 1);
        // 26 numbers: four lines.
        assertEquals(4, HalfLines.readAll(rows, 5));
        assertEquals(1, HalfLines.readAll(rows, 0));
    }
}
