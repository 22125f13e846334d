package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TalliesTest {

    private static final long[] FIRST = {3, 10, 5, 20};
    private static final long[] LAST = {7, 1};
    private static final long[] ALL = Tallies.of(new long[][] {FIRST, {}, LAST});

    @Test
    void eachTallyIsFoundAgain() {
        assertArrayEquals(FIRST, Tallies.get(ALL, 0));
        assertArrayEquals(Tally.EMPTY, Tallies.get(ALL, 1));
        assertArrayEquals(LAST, Tallies.get(ALL, 2));
        assertTrue(Tallies.isEmpty(ALL, 1));
        assertFalse(Tallies.isEmpty(ALL, 2));
    }

    @Test
    void noTalliesAreAnArrayToo() {
        assertArrayEquals(Tallies.NONE, Tallies.of(new long[0][]));
    }

    @Test
    void numbersAreReadAsFromTheTallyByItself() {
        for (int index = 0; index < 3; index++) {
            long[] tally = Tallies.get(ALL, index);
            assertEquals(Tally.total(tally), Tallies.total(ALL, index));
            for (long bucket = 0; bucket < 10; bucket++) {
                assertEquals(Tally.get(tally, bucket), Tallies.number(ALL, index, bucket));
                assertEquals(Tally.isClosed(tally, bucket, 2), Tallies.isClosed(ALL, index, bucket, 2));
            }
        }
    }

    @Test
    void aTallyMayBecomeLongerShorterOrEmptyBetweenTheOthers() {
        for (long[] other : new long[][] {{4, 40}, {4, 40, 5, 50, 6, 60}, {}, {3, 11, 5, 20}}) {
            for (int index = 0; index < 3; index++) {
                long[][] expected = {FIRST, {}, LAST};
                expected[index] = other;
                assertArrayEquals(Tallies.of(expected), Tallies.with(ALL, index, other));
            }
        }
        assertArrayEquals(FIRST, Tallies.get(ALL, 0), "the one before is as it was");
    }
}
