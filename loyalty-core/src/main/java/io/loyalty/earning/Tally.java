package io.loyalty.earning;

import java.util.Arrays;

/**
 * Numbers by bucket (a day, a month, a week, an instant), as pairs of bucket and number in ascending order of bucket. Never
 * changed in place. Old buckets are dropped, so that a tally stays small; a dropped bucket is told from an empty one by its
 * distance from the latest.
 */
final class Tally {

    static final long[] EMPTY = {};

    private Tally() {}

    static long get(long[] tally, long bucket) {
        int index = find(tally, bucket);
        return index < 0 ? 0 : tally[index + 1];
    }

    static long total(long[] tally) {
        long total = 0;
        for (int i = 1; i < tally.length; i += 2) {
            total += tally[i];
        }
        return total;
    }

    /** The latest bucket of a tally that is not empty. */
    static long last(long[] tally) {
        return tally[tally.length - 2];
    }

    /** Whether a bucket lies so far before the latest that its number may have been dropped. */
    static boolean isClosed(long[] tally, long bucket, long span) {
        return tally.length > 0 && bucket <= last(tally) - span;
    }

    /**
     * Adds to a number, and drops buckets that lie {@code span} or more before the latest, and the earliest beyond {@code most}
     * buckets. A number that comes down to 0 is dropped as well, except, where buckets grow old, that of the latest, which marks
     * how far time has come.
     */
    static long[] add(long[] tally, long bucket, long change, long span, int most) {
        if (isClosed(tally, bucket, span)) {
            return tally;
        }
        int index = find(tally, bucket);
        if (index < 0 && change < 0) {
            return tally;
        }
        long[] next;
        if (index >= 0) {
            next = tally.clone();
            next[index + 1] = Math.max(0, next[index + 1] + change);
        } else {
            int at = -index - 1;
            next = new long[tally.length + 2];
            System.arraycopy(tally, 0, next, 0, at);
            next[at] = bucket;
            next[at + 1] = change;
            System.arraycopy(tally, at, next, at + 2, tally.length - at);
        }
        return change > 0 && isTidy(next, span, most) ? next : pruned(next, span, most);
    }

    /** Whether a tally that was pruned before a number grew or came in has nothing to drop: only its ends can have changed. */
    private static boolean isTidy(long[] tally, long span, int most) {
        int count = tally.length / 2;
        boolean marked = count > 1 && tally[tally.length - 3] == 0;
        return count <= most && !marked && !isClosed(tally, tally[0], span);
    }

    private static long[] pruned(long[] tally, long span, int most) {
        int kept = 0;
        long[] result = tally;
        for (int i = 0; i < tally.length; i += 2) {
            boolean marks = i == tally.length - 2 && span < TallySpec.FOR_EVER;
            boolean keep =
                    marks || tally[i + 1] != 0 && !isClosed(tally, tally[i], span) && i >= tally.length - 2L * most;
            if (keep) {
                if (kept != i) {
                    result = result == tally ? tally.clone() : result;
                    result[kept] = tally[i];
                    result[kept + 1] = tally[i + 1];
                }
                kept += 2;
            }
        }
        return kept == tally.length ? tally : Arrays.copyOf(result, kept);
    }

    /** The index of a bucket, or minus one minus the index at which it would stand. Late buckets are looked for first. */
    private static int find(long[] tally, long bucket) {
        int i = tally.length - 2;
        while (i >= 0 && tally[i] > bucket) {
            i -= 2;
        }
        return i >= 0 && tally[i] == bucket ? i : -(i + 2) - 1;
    }
}
