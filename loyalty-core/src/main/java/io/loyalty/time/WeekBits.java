package io.loyalty.time;

import java.time.DayOfWeek;
import java.util.Arrays;

/** A set of the 10,080 minutes of a week, counted from Monday 00:00. Filled while its owner is built, then left alone. */
final class WeekBits {

    static final int DAY = 1_440;
    static final int WEEK = 7 * DAY;

    private static final int WORDS = (WEEK + 63) / 64;
    /** The bits of the last word that are minutes. */
    private static final long LAST = (1L << WEEK % 64) - 1;

    private final long[] words = new long[WORDS];

    /** The first minute of a day. */
    static int midnight(DayOfWeek day) {
        return (day.getValue() - 1) * DAY;
    }

    boolean contains(int minute) {
        return (words[minute >> 6] & 1L << minute) != 0;
    }

    /** Adds the minutes {@code [from, to)}, which may run over the end of the week into its beginning. */
    void add(int from, int to) {
        for (int minute = from; minute < to; minute++) {
            int inWeek = minute % WEEK;
            words[inWeek >> 6] |= 1L << inWeek;
        }
    }

    void addAll(WeekBits other) {
        for (int i = 0; i < WORDS; i++) {
            words[i] |= other.words[i];
        }
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** How many minutes, from one on and around the week, are all inside or all outside; 0 if the whole week is alike. */
    int run(int minute) {
        long same = contains(minute) ? -1L : 0;
        int index = minute >> 6;
        long different = (words[index] ^ same) & -1L << minute;
        // One word more than there are, as the first is looked at twice: from the minute on, and up to it.
        for (int looked = 0; looked <= WORDS; looked++) {
            if (index == WORDS - 1) {
                different &= LAST;
            }
            if (different != 0) {
                return Math.floorMod(index * 64 + Long.numberOfTrailingZeros(different) - minute, WEEK);
            }
            index = index == WORDS - 1 ? 0 : index + 1;
            different = words[index] ^ same;
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekBits that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
