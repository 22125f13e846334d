package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Numbers by bucket: pairs of a bucket and its number, in order of buckets. */
class TallyTest {

    private static final int MANY = 1_000;

    private static long[] kept(long[] tally, long bucket, long change) {
        return Tally.add(tally, bucket, change, TallySpec.FOR_EVER, MANY);
    }

    private static long[] tally(long... pairs) {
        return pairs;
    }

    @Test
    void bucketsStandInOrderWhenceverTheyCome() {
        long[] tally = kept(kept(kept(kept(Tally.EMPTY, 20, 2), 40, 4), 10, 1), 30, 3);
        assertArrayEquals(tally(10, 1, 20, 2, 30, 3, 40, 4), tally);
        for (int bucket = 1; bucket <= 4; bucket++) {
            assertEquals(bucket, Tally.get(tally, 10L * bucket));
            assertEquals(0, Tally.get(tally, 10L * bucket + 1));
        }
        assertEquals(0, Tally.get(tally, 9));
        assertEquals(10, Tally.total(tally));
        assertEquals(40, Tally.last(tally));
        assertEquals(0, Tally.get(Tally.EMPTY, 1));
        assertEquals(0, Tally.total(Tally.EMPTY));
    }

    @Test
    void aNumberGrowsAndShrinksButNotBelowZero() {
        long[] tally = tally(10, 1, 20, 2, 30, 3);
        assertArrayEquals(tally(10, 6, 20, 2, 30, 3), kept(tally, 10, 5));
        assertArrayEquals(tally(10, 1, 20, 2, 30, 8), kept(tally, 30, 5));
        assertArrayEquals(tally(20, 2, 30, 3), kept(tally, 10, -1));
        assertArrayEquals(tally(10, 1, 30, 3), kept(tally, 20, -9));
        assertArrayEquals(tally(10, 1, 20, 2), kept(tally, 30, -3));
        assertArrayEquals(tally(10, 1, 20, 2, 30, 3), tally, "the one it was made from");
        assertSame(tally, kept(tally, 15, -1), "what is not there cannot shrink");
        assertSame(Tally.EMPTY, kept(Tally.EMPTY, 15, -1));
    }

    @Test
    void bucketsThatLieASpanBeforeTheLatestAreDropped() {
        long[] tally = tally(10, 1, 11, 2, 12, 3);
        assertArrayEquals(tally(11, 2, 12, 3, 14, 9), Tally.add(tally, 14, 9, 4, MANY));
        assertArrayEquals(tally(19, 9), Tally.add(tally, 19, 9, 4, MANY));
        assertArrayEquals(tally(9, 5, 10, 1, 11, 2, 12, 3), Tally.add(tally, 9, 5, 4, MANY));
        assertSame(tally, Tally.add(tally, 8, 5, 4, MANY), "too late");
        assertFalse(Tally.isClosed(tally, 9, 4));
        assertTrue(Tally.isClosed(tally, 8, 4));
        assertFalse(Tally.isClosed(Tally.EMPTY, 8, 4));
    }

    /** Otherwise a number that was taken back would open buckets again that had been closed. */
    @Test
    void theLatestBucketMarksHowFarTimeHasCome() {
        long[] tally = tally(10, 1, 12, 3);
        assertArrayEquals(tally(10, 1, 12, 0), Tally.add(tally, 12, -3, 4, MANY));
        assertArrayEquals(tally(12, 3), Tally.add(tally, 10, -1, 4, MANY));
        assertArrayEquals(tally(10, 1, 13, 1), Tally.add(tally(10, 1, 12, 0), 13, 1, 4, MANY));
    }

    @Test
    void theEarliestGoIfThereAreTooMany() {
        long[] tally = tally(10, 1, 20, 2, 30, 3);
        assertArrayEquals(tally(20, 2, 30, 3, 40, 4), Tally.add(tally, 40, 4, TallySpec.FOR_EVER, 3));
        assertArrayEquals(tally(40, 4), Tally.add(tally, 40, 4, TallySpec.FOR_EVER, 1));
        assertArrayEquals(tally(10, 1, 20, 2, 30, 3, 40, 4), Tally.add(tally, 40, 4, TallySpec.FOR_EVER, 4));
        assertArrayEquals(
                tally(20, 2, 25, 5, 30, 3),
                Tally.add(tally, 25, 5, TallySpec.FOR_EVER, 3),
                "not the one that came last");
    }
}
