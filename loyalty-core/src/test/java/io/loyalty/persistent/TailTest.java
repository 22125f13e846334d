package io.loyalty.persistent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void oneLineOfVersionsFillsOneTail() {
        Tail<Integer> start = Tail.behindFull(0);
        Tail<Integer> tail = start;
        for (int i = 1; i < Tail.WIDTH; i++) {
            tail = tail.plus(i, i);
        }
        assertSame(start, tail);
        for (int i = 0; i < Tail.WIDTH; i++) {
            assertEquals(i, tail.get(i));
        }
    }

    @Test
    void elementsAreKeptHoweverThereIsRoomForThem() {
        Tail<Integer> tail = Tail.empty();
        for (int i = 0; i < Tail.WIDTH; i++) {
            tail = tail.plus(i, i);
            for (int j = 0; j <= i; j++) {
                assertEquals(j, tail.get(j));
            }
        }
    }

    @Test
    void aSecondVersionFromTheSamePlaceIsACopy() {
        Tail<String> tail = Tail.behindFull("a");
        Tail<String> first = tail.plus(1, "b").plus(2, "c");
        Tail<String> second = tail.plus(1, "d");
        assertNotSame(first, second);
        assertEquals("b", first.get(1));
        assertEquals("c", first.get(2));
        assertEquals("a", second.get(0));
        assertEquals("d", second.get(1));
        // What the other version appended is none of its own.
        assertEquals("e", second.plus(2, "e").get(2));
        assertEquals("c", first.get(2));
    }

    @Test
    void elementsOfAnArrayAreCopied() {
        String[] elements = {"a", "b", "c"};
        Tail<String> tail = Tail.of(elements, 2);
        elements[0] = "x";
        assertEquals("a", tail.get(0));
        assertEquals("b", tail.get(1));
        assertEquals("d", tail.plus(2, "d").get(2));
        assertNull(Tail.behindFull(null).get(0));
    }
}
